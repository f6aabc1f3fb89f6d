// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_proofs.h"
#include "verification/slash.h"

#include <algorithm>
#include <utility>

namespace unchained::protocol {

using cbor::Array;
using cbor::Null;
using cbor::Value;

Result<Value> HubState::claim(const HubCommand& command) {
    auto claim = soleStructure<contract::Claim>(command);
    if (!claim) return claim.error();
    const contract::Claim& v = claim->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (claim->signer != c.offer.provider && claim->signer != c.renter && claim->signer != c.offer.receiptKey)
        return refuse(ProtocolError::NotAParty, "claim", "is signed by neither party");
    if (const auto known = c.claimOf.find(v.proof.step); known != c.claimOf.end())
        return Value(Array{c.claims[known->second].logIndex});
    auto proven = proveStep(v.contract, c, v.proof);
    if (!proven) return proven.error();
    // Two commitments of one window: the claim is the proof that ends the contract.
    if (contradicts(v.contract, c, proven->window, v.proof.commit)) return Value(Array{m_logLength});
    if (c.phase == Phase::Settled || c.finalDone)
        return refuse(ProtocolError::WrongPhase, "contract", "its last batch is closed");
    auto wins = proveWins(v.contract, c, proven->window, v.secret, v.nextSeed);
    if (!wins) return wins.error();
    if (!std::binary_search(wins->begin(), wins->end(), v.proof.step))
        return refuse(ProtocolError::NotAWin, "claim.step", Message("ticket %1 did not win", v.proof.step));

    remember(c, proven->window, v.proof.commit, v.proof.window + 1, v.nextSeed);
    ClaimRecord record;
    record.step = v.proof.step;
    record.before = proven->leaf.before;
    record.after = proven->leaf.after;
    record.stepSeed = lottery::stepSeed(lottery::previousSeed(v.nextSeed), v.proof.step);
    record.logIndex = m_logLength;
    c.claimOf.emplace(record.step, c.claims.size());
    c.claims.push_back(record);
    cbor::Reader again = argsOf(command, 1);
    notify(v.contract, c, Array{"claim", record.step, record.logIndex, again.bytes()});
    if (c.claims.size() - c.batched == c.offer.batch) closeBatch(v.contract, c);
    betsAfterClaim(v.contract, c);
    return Value(Array{record.logIndex});
}

void HubState::closeBatch(const ContractId& id, Contract& c) {
    const std::uint64_t j = c.batches.size() + 1;
    const Hash256 h = showHubSeed(c);
    Batch batch{c.batched, c.claims.size() - c.batched, false, false, false, m_now, 0};
    c.batched = c.claims.size();
    contract::BatchClosed note{id, j, h, {}, std::nullopt};
    for (std::size_t i = 0; i < batch.count; ++i)
        note.steps.push_back(c.claims[batch.first + i].step);
    const bool only = j == 1 && batch.count < c.offer.batch;
    if (const auto due = lottery::dueInBatch(h, id, j, c.offer.batch, batch.count, only)) note.due = note.steps[*due];
    if (!note.due) {
        batch.passed = true;
        batch.payAt = m_now + static_cast<TimeMs>(c.offer.periods.release);
    }
    c.batches.push_back(batch);
    notify(id, c, Array{"batch-closed", signedByHub(note)});
    if (!note.due) return checkMore(id, c, h, std::nullopt);
    const ClaimRecord& due = c.claims[c.claimOf.at(*note.due)];
    startCheck(id, c, Check{j, due.step, true, due.before, due.after, due.stepSeed, false, std::nullopt, "batch"});
    checkMore(id, c, h, note.due);
}

void HubState::startCheck(const ContractId& id, Contract& c, Check check) {
    const auto same = std::find_if(c.checks.begin(), c.checks.end(),
                                   [&](const Check& x) { return x.step == check.step && x.proven && check.proven; });
    const bool asked = same != c.checks.end(); // one opening answers both, also where it has come before
    check.openBy = asked ? same->openBy : m_now + static_cast<TimeMs>(c.offer.periods.opening);
    if (check.proven && !asked) hire(id, c, check);
    c.checks.push_back(check);
    notify(id, c,
           Array{check.proven ? "open" : "proof-wanted", check.batch, check.step,
                 check.proven ? Value(check.before) : Value(Null{})});
    if (check.proven && !asked) m_effects.push_back(CheckEffect{id, check.step, check.before, check.stepSeed, ""});
}

Result<Value> HubState::proof(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 3);
    const auto id = in.fixed<Hash256>();
    const Bytes encoded = in.bytes();
    const auto seed = in.fixed<Hash256>(); // s_k of the step's window
    if (auto done = in.finish(); !done) return done.error();
    auto found = find(id);
    if (!found) return found.error();
    Contract& c = **found;
    auto value = cbor::decode(encoded);
    if (!value) return value.error();
    const Array* array = value->asArray();
    cbor::Reader fields(*value, "proof", array ? array->size() : 0);
    contract::StepProof shown;
    contract::FieldReader reader{fields};
    shown.fields(reader);
    if (auto done = fields.finish(); !done) return done.error();
    const auto wanted = std::find_if(c.checks.begin(), c.checks.end(),
                                     [&](const Check& x) { return !x.proven && x.step == shown.step; });
    if (wanted == c.checks.end()) return Value(Array{}); // answered before
    auto proven = proveStep(id, c, shown);
    if (!proven) return proven.error();
    if (contradicts(id, c, proven->window, shown.commit)) return Value(Array{});
    if (auto ok = proveSeed(c, shown.window, seed); !ok) return ok.error();
    remember(c, proven->window, shown.commit, shown.window, seed);
    Check check = *wanted;
    c.checks.erase(wanted);
    check.proven = true;
    check.before = proven->leaf.before;
    check.after = proven->leaf.after;
    check.stepSeed = lottery::stepSeed(seed, shown.step);
    startCheck(id, c, check);
    return Value(Array{});
}

void HubState::onCheckDone(const HubCheckDone& done) {
    const auto at = m_contracts.find(done.contract);
    if (at == m_contracts.end()) return;
    Contract& c = at->second;
    const Hash256 found = done.computed.value_or(lottery::failureRoot(done.contract, done.step));
    for (;;) { // a step may be due twice, as a claim and as the failed step
        const auto it = std::find_if(c.checks.begin(), c.checks.end(), [&](const Check& x) {
            return x.step == done.step && x.proven && (!x.slow || done.engine == "scalar");
        });
        if (it == c.checks.end()) return;
        if (done.cost.micro() > 0) c.lastCheckCost = done.cost;
        it->openBy.reset();
        noteTruth(*it, done, found);
        if ((found != it->after || disputedByHired(*it, found)) && done.engine != "scalar") {
            it->slow = true; // scalar decides truth
            m_effects.push_back(CheckEffect{at->first, it->step, it->before, it->stepSeed, "scalar"});
            notify(at->first, c, Array{"recheck", it->step});
            return;
        }
        const Check check = *it;
        c.checks.erase(it);
        const auto engine = found == check.after ? std::nullopt : faultyEngine(done, at->first, check.after);
        if (engine) return engineFault(at->first, c, check, done, *engine);
        verdict(at->first, c, check, found, found == check.after, done.engine, "");
        if (c.phase == Phase::Settled) return;
    }
}

void HubState::verdict(const ContractId& id, Contract& c, const Check& check, std::optional<Hash256> computed,
                       bool right, const std::string& engine, const std::string& reason) {
    if (computed) { // silence and missing data teach nothing about the arithmetic
        Checks& checks = m_checks[c.offer.provider];
        ++checks.done;
        if (!right) ++checks.wrong;
        learn(c, check, right);
    }
    const ledger::Account payee = endHired(id, c, check);
    notify(id, c,
           Array{"check-result", signedByHub(contract::CheckResult{id, check.batch, check.step, check.after, computed,
                                                                   right, engine, reason})});
    if (computed) takeCheckFee(id, c, check, payee);
    if (!right) return slash(id, c, computed ? "caught" : "provider-silent", check.step);
    betsAfterCheck(id, c, check, computed.has_value());
    if (check.batch > 0 && check.batch <= c.batches.size() && !isBeingChecked(c, check.batch)) {
        Batch& batch = c.batches[check.batch - 1];
        batch.passed = true;
        // The period runs from the batch's close and stands still while its check is queued.
        batch.payAt = m_now + static_cast<TimeMs>(c.offer.periods.release);
    }
    if (check.reason == "silence" && c.published) {
        const Amount owed = verification::windowOwed(c.offer.price, c.published->publish.roots.size() - 1, c.escrow);
        mustPost("silent window", escrowAccount(id), peerAccount(c.offer.provider), owed);
        c.escrow -= owed;
        c.paid += owed;
        c.published.reset();
        finalBatch(id, c);
    }
    payBatches(id, c);
}

/// The hub's own wish is at its own cost, and what bets force is paid by who loses them.
void HubState::takeCheckFee(const ContractId& id, Contract& c, const Check& check, const ledger::Account& payee) {
    if (check.reason == "policy" || check.reason == "forced") return;
    const Amount fee = std::min(c.checkFee, c.escrow);
    mustPost("check fee", escrowAccount(id), payee, fee);
    c.escrow -= fee;
    c.fees += fee;
}

Result<Value> HubState::release(const HubCommand& command) {
    auto release = soleStructure<contract::Release>(command);
    if (!release) return release.error();
    auto found = find(release->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (release->signer != c.offer.receiptKey && release->signer != c.renter)
        return refuse(ProtocolError::NotAParty, "release", "only the renter releases");
    const std::uint64_t j = release->value.batch;
    if (j < 1 || j > c.batches.size())
        return refuse(ProtocolError::WrongPhase, "release.batch", Message("batch %1 is not closed", j));
    Batch& batch = c.batches[j - 1];
    if (batch.released || c.phase == Phase::Settled) return Value(Array{});
    batch.released = true;
    notify(release->value.contract, c, Array{"released", j});
    payBatches(release->value.contract, c);
    return Value(Array{});
}

void HubState::payBatches(const ContractId& id, Contract& c) {
    if (c.phase == Phase::Settled) return;
    for (Batch& batch : c.batches) {
        if (!batch.passed || batch.paid || !(batch.released || batch.payAt <= m_now) || betsHold(id, c, batch))
            continue;
        for (std::size_t i = batch.first; i < batch.first + batch.count; ++i) {
            ClaimRecord& claim = c.claims[i];
            if (claim.status != ClaimStatus::Logged) continue;
            if (c.escrow < c.face) { // a ticket is paid whole or stays claimable
                if (!std::exchange(c.topUpWanted, true)) {
                    c.topUpBy = m_now + static_cast<TimeMs>(c.offer.periods.grace);
                    notify(id, c, Array{"top-up-wanted"});
                }
                return settleIfDone(id, c);
            }
            mustPost("ticket", escrowAccount(id), peerAccount(c.offer.provider), c.face);
            c.escrow -= c.face;
            c.paid += c.face;
            collect(c.offer.provider);
            claim.status = ClaimStatus::Paid;
            notify(id, c, Array{"paid", signedByHub(contract::Paid{id, claim.step, c.face, m_logLength})});
        }
        batch.paid = true;
        endClaimMarkets(id, c, batch);
    }
    settleIfDone(id, c);
}

} // namespace unchained::protocol
