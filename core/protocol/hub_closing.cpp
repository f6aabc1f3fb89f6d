// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_bets_internal.h"
#include "protocol/hub_proofs.h"
#include "verification/slash.h"

#include <algorithm>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

Result<HubState::ProvenClose> HubState::proveClose(const ContractId& id, const Contract& c,
                                                   const contract::Close& v) const {
    const auto bad = [](const char* field, const char* why) { return refuse(ProtocolError::BadProof, field, why); };
    if (v.window == 0) {
        if (v.steps != 0) return bad("close.steps", "must be 0");
        if (v.secret || v.nextSeed || !v.wins.empty() || !v.commit.empty() || !v.receipt.empty() || !v.leaf.empty() ||
            !v.path.empty())
            return bad("close.window", "is 0, and something is opened");
        return ProvenClose{};
    }
    if (!v.secret || !v.nextSeed) return bad("close.secret", "the last window must be opened");
    auto window = proveWindow(id, c, v.commit, v.receipt);
    if (!window) return window.error();
    if (!window->receiptHash || window->commit.window != v.window)
        return bad("close.receipt", "is not the receipt of the last window");
    if (v.steps <= window->steps.first || v.steps > window->steps.end)
        return bad("close.steps", "does not end in the last window");
    if (lottery::secretHash(*v.secret) != window->commit.secretHash)
        return bad("close.secret", "is not the one that was committed to");
    auto last = lottery::readLeaf(v.leaf);
    if (!last) return last.error();
    const std::uint64_t index = v.steps - 1 - window->steps.first;
    if (last->step != v.steps - 1 ||
        !merkle::verifyPath(merkle::leafHash(v.leaf), index, index + 1, v.path, window->commit.root))
        return bad("close.leaf", "is not the last of the window");
    const bool failed = last->after == lottery::failureRoot(id, last->step);
    if (!failed && v.steps != window->steps.end)
        return bad("close.steps", "end before the window does, and no step failed");
    if (auto ok = proveSeed(c, v.window + 1, *v.nextSeed); !ok) return ok.error();
    if (auto drawn = drawOf(c, window->commit, *v.secret, *v.nextSeed); !drawn) return drawn.error();
    window->steps.end = v.steps;
    return ProvenClose{std::move(*window), *last, failed};
}

/// A list that is not the draw is a failed check, whether or not the renter is there to say so.
bool HubState::listIsDrawn(const ContractId& id, const Contract& c, const ProvenClose& proven,
                           const contract::Close& v) const {
    if (!proven.window) return true;
    const auto rho = drawOf(c, proven.window->commit, *v.secret, *v.nextSeed);
    if (!rho) return false;
    const auto wins = lottery::winningSteps(*rho, id, proven.window->steps, c.offer.odds);
    return wins && *wins == v.wins;
}

Result<Value> HubState::close(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 1);
    const Bytes envelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto close = openSigned<contract::Close>(envelope);
    if (!close) return close.error();
    const contract::Close& v = close->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (close->signer != c.offer.provider) return refuse(ProtocolError::NotAParty, "close", "only the provider closes");
    if (c.close || c.phase == Phase::Settled) return Value(Array{});
    auto proven = proveClose(v.contract, c, v);
    if (!proven) return proven.error();
    if (proven->window) {
        if (contradicts(v.contract, c, *proven->window, v.commit)) return Value(Array{});
        remember(c, *proven->window, v.commit, v.window + 1, *v.nextSeed);
    }
    if (c.ending.empty()) c.ending = proven->failed ? "failed-step" : v.steps == c.offer.steps ? "complete" : "left";
    if (c.published && v.window >= c.published->window) c.published.reset(); // its receipt has come after all
    c.close = v;
    c.closeEnvelope = envelope;
    c.phase = Phase::Closing;
    c.secretBy.reset();
    c.closedBy = m_now + static_cast<TimeMs>(c.offer.periods.grace);
    notify(v.contract, c, Array{"close", envelope});
    if (!listIsDrawn(v.contract, c, *proven, v)) {
        convict(v.contract, c, contract::FaultKind::WrongWins, {v.commit, v.receipt, envelope}, v.nextSeed);
        return Value(Array{});
    }
    const lottery::Leaf& last = proven->last;
    if (proven->failed)
        startCheck(v.contract, c,
                   Check{0, last.step, true, last.before, last.after,
                         lottery::stepSeed(lottery::previousSeed(*v.nextSeed), last.step), false, std::nullopt,
                         "failure"});
    return Value(Array{});
}

Result<Value> HubState::closed(const HubCommand& command) {
    auto closed = soleStructure<contract::Closed>(command);
    if (!closed) return closed.error();
    auto found = find(closed->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (closed->signer != c.offer.receiptKey && closed->signer != c.renter)
        return refuse(ProtocolError::NotAParty, "closed", "only the renter confirms the close");
    if (c.finalDone || c.phase == Phase::Settled) return Value(Array{});
    if (!c.close) { // the provider's Close is on its way: ask again
        Error error = refuse(ProtocolError::WrongPhase, "contract", "the provider has not closed it");
        error.transient = true;
        return error;
    }
    c.closedBy.reset();
    finalBatch(closed->value.contract, c);
    return Value(Array{});
}

void HubState::finalBatch(const ContractId& id, Contract& c) {
    if (c.finalDone || c.phase == Phase::Settled) return;
    c.finalDone = true;
    c.phase = Phase::Closing;
    const std::uint64_t committed = c.close ? c.close->steps : 0;
    if (c.claims.size() > c.batched) {
        closeBatch(id, c);
    } else if (c.claims.empty() && committed > 0) {
        // No contract settles without one check.
        const Hash256 h = showHubSeed(c);
        const auto due = lottery::dueWithoutClaims(h, id, committed, c.offer.steps, c.offer.window);
        c.batches.push_back(Batch{0, 0, false, false, false, m_now, 0});
        notify(id, c, Array{"batch-closed", signedByHub(contract::BatchClosed{id, 1, h, {}, due})});
        startCheck(id, c, Check{1, *due, false, {}, {}, {}, false, std::nullopt, "no-claims"});
    }
    notify(id, c, Array{"final"});
    settleIfDone(id, c);
}

Result<Value> HubState::leave(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 1);
    const Bytes envelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto leave = openSigned<contract::Leave>(envelope);
    if (!leave) return leave.error();
    auto found = find(leave->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (leave->signer != c.renter && leave->signer != c.offer.receiptKey)
        return refuse(ProtocolError::NotAParty, "leave", "only the renter leaves; the provider closes",
                      "open the last window with close");
    if (c.phase != Phase::Running) return Value(Array{});
    c.renterLeft = true;
    c.leaveWindow = leave->value.window;
    notify(leave->value.contract, c, Array{"leaving", envelope});
    // Without a committed window there is no secret to open, and nothing that a check could find.
    beginLeaving(c, c.leaveWindow > 0 || !c.claims.empty() || !c.commits.empty());
    return Value(Array{});
}

/// The provider opens its last window, if it owes that. Where one is published, first that window's fate: receipt() and
/// silenceVerdict() go on from there.
void HubState::beginLeaving(Contract& c, bool owesSecret) {
    c.phase = Phase::Leaving;
    c.ending = "left";
    if (c.published) return;
    if (owesSecret) {
        c.secretBy = m_now + static_cast<TimeMs>(c.offer.periods.secret);
    } else {
        c.closedBy = m_now + static_cast<TimeMs>(c.offer.periods.grace);
    }
}

Result<Value> HubState::pause(const HubCommand& command) {
    auto pause = soleStructure<contract::Pause>(command);
    if (!pause) return pause.error();
    auto found = find(pause->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (pause->signer != c.renter && pause->signer != c.offer.receiptKey && pause->signer != c.offer.provider)
        return refuse(ProtocolError::NotAParty, "pause", "is signed by neither party");
    if (c.phase == Phase::Settled) return refuse(ProtocolError::WrongPhase, "contract", "is settled");
    const std::int64_t until = pause->value.until;
    const std::int64_t asked = until > m_now ? std::min(until, m_now + kPauseMaxMs + 1) - m_now : 0;
    if (asked == 0 || asked > kPauseMaxMs)
        return refuse(ProtocolError::BadShape, "pause.until", "must lie ahead, by at most an hour");
    if (c.pausedMs + asked > kPauseMaxMs)
        return refuse(
            ProtocolError::BadShape, "pause.until",
            Message("a contract pauses at most an hour in all; %1 s are left", (kPauseMaxMs - c.pausedMs) / 1000));
    c.pausedMs += asked;
    shift(c, asked);
    notify(pause->value.contract, c, Array{"paused", pause->value.until});
    return Value(Array{});
}

// ---- a silent renter

/// Roots of a published window: they make its commitment, and end early only with a failed step.
Result<void> HubState::proveRoots(const ContractId& id, const ProvenWindow& window, const std::vector<Hash256>& roots,
                                  gpu::WorkKind kind) {
    const auto bad = [](const char* why) { return refuse(ProtocolError::BadProof, "publish.roots", why); };
    if (roots.size() < 2 || roots.size() > window.steps.count() + 1) return bad("are of a wrong number");
    const lottery::StepRange steps{window.steps.first, window.steps.first + roots.size() - 1};
    if (lottery::windowRoot(steps, roots, kind) != window.commit.root) return bad("do not make the committed root");
    if (steps.end < window.steps.end && roots.back() != lottery::failureRoot(id, steps.end - 1))
        return bad("end before the window does, and no step failed");
    return {};
}

Result<Value> HubState::publish(const HubCommand& command) {
    auto publish = soleStructure<contract::Publish>(command);
    if (!publish) return publish.error();
    const contract::Publish& v = publish->value;
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (publish->signer != c.offer.provider)
        return refuse(ProtocolError::NotAParty, "publish", "only the provider publishes");
    if (c.published) return Value(Array{});
    if (c.close || c.phase == Phase::Settled || c.finalDone)
        return refuse(ProtocolError::WrongPhase, "contract", "is being closed");
    auto window = proveWindow(v.contract, c, v.commit, {});
    if (!window) return window.error();
    if (contradicts(v.contract, c, *window, v.commit)) return Value(Array{});
    if (c.receipts.contains(window->commit.window)) return Value(Array{});
    if (auto ok = proveRoots(v.contract, *window, v.roots, c.offer.kind()); !ok) return ok.error();
    if (auto ok = proveSeed(c, window->commit.window, v.seed); !ok) return ok.error();
    if (window->commit.window == 1) {
        if (v.roots.front() != c.offer.initialRoot || v.before.window != 0)
            return refuse(ProtocolError::BadProof, "publish.roots", "do not begin at Y[0]");
    } else {
        auto before = proveStep(v.contract, c, v.before);
        if (!before) return before.error();
        if (contradicts(v.contract, c, before->window, v.before.commit)) return Value(Array{});
        const bool parallel = c.offer.kind() == gpu::WorkKind::Parallel;
        const Hash256& begin = parallel ? c.offer.initialRoot : before->leaf.after;
        if (before->leaf.step + 1 != window->steps.first || begin != v.roots.front())
            return refuse(ProtocolError::BadProof, "publish.roots", "do not begin where the window before ended");
        remember(c, before->window, v.before.commit, window->commit.window, v.seed);
    }
    remember(c, *window, v.commit, window->commit.window, v.seed);
    c.published = Published{v, window->commit.window, m_now + static_cast<TimeMs>(c.offer.periods.grace), std::nullopt};
    c.secretBy = c.closedBy = std::nullopt; // of a contract that is being left: first this window's fate
    std::vector<Hash256> roots = v.roots;
    notify(v.contract, c,
           Array{"receipt-wanted", window->commit.window, v.commit, contract::FieldWriter::toValue(roots)});
    return Value(Array{});
}

Result<Value> HubState::receipt(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 2);
    const Bytes envelope = in.bytes();
    const auto seed = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    auto receipt = openSigned<contract::Receipt>(envelope);
    if (!receipt) return receipt.error();
    auto found = find(receipt->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (!c.published) return Value(Array{});
    if (c.ending == "renter-silent")
        return refuse(ProtocolError::WrongPhase, "receipt",
                      "comes after the grace: the window is checked and paid by the step");
    auto window = proveWindow(receipt->value.contract, c, c.published->publish.commit, envelope);
    if (!window) return window.error();
    if (auto ok = proveSeed(c, c.published->window + 1, seed); !ok) return ok.error();
    remember(c, *window, c.published->publish.commit, c.published->window + 1, seed);
    c.published.reset(); // the normal draw is restored
    if (c.phase == Phase::Leaving) c.secretBy = m_now + static_cast<TimeMs>(c.offer.periods.secret);
    notify(receipt->value.contract, c, Array{"receipt", envelope, seed});
    settleIfDone(receipt->value.contract, c);
    return Value(Array{});
}

void HubState::silenceVerdict(const ContractId& id, Contract& c) {
    Published& p = *c.published;
    p.receiptBy = m_now + kIdleMs; // the check's own deadline rules from here
    c.phase = Phase::Closing;
    c.ending = "renter-silent";
    c.secretBy.reset();
    const Amount fee = verification::publishFee(c.offer.price, c.escrow);
    mustPost("publish fee", escrowAccount(id), ledger::Account::burned(), fee);
    c.escrow -= fee;
    c.fees += fee;
    const std::vector<Hash256> roots = p.publish.roots;
    const Hash256 seed = p.publish.seed;
    lottery::StepRange steps = lottery::windowSteps(p.window, c.offer.steps, c.offer.window);
    steps.end = steps.first + roots.size() - 1;
    const Hash256 h = p.round ? m_beacon->value(*p.round) : showHubSeed(c);
    const std::uint64_t step = lottery::dueInSilence(h, id, p.window, steps);
    if (p.round) {
        tellChain(id, c, *p.round);
        notify(id, c, Array{"silence", p.window, h, step, *p.round});
    } else {
        notify(id, c, Array{"silence", p.window, h, step});
    }
    const auto check = [&](std::uint64_t i, const char* reason) {
        const std::size_t at = i - steps.first;
        startCheck(id, c,
                   Check{0, i, true, lottery::inputRoot(c.offer.kind(), roots, at), roots[at + 1],
                         lottery::stepSeed(seed, i), false, std::nullopt, reason});
    };
    check(step, "silence");
    if (roots.back() == lottery::failureRoot(id, steps.end - 1)) check(steps.end - 1, "failure");
}

// ---- the end

void HubState::settleIfDone(const ContractId& id, Contract& c) {
    if (c.phase != Phase::Closing || !c.finalDone || !c.checks.empty() || c.published) return;
    for (const Batch& batch : c.batches)
        if (awaitsPayment(c, batch)) return;
    settle(id, c, Amount{}, Amount{});
}

/// Nothing is voided for want of escrow: a top-up pays until the contract is settled. But a renter that puts in nothing
/// within the grace does not keep the host's bond locked for ever.
bool HubState::awaitsPayment(const Contract& c, const Batch& batch) {
    if (batch.paid || batch.count == 0) return false;
    return !batch.passed || !c.topUpWanted || c.topUpBy.has_value();
}

void HubState::slash(const ContractId& id, Contract& c, const std::string& outcome,
                     std::optional<std::uint64_t> wrongStep) {
    for (ClaimRecord& claim : c.claims)
        if (claim.status == ClaimStatus::Logged) claim.status = ClaimStatus::Void;
    c.ending = outcome;
    const SlashedBets bets = wrongBets(id, wrongStep, outcome);
    // Claims are not passed on yet.
    auto shares = verification::divideSlash(
        {c.bond, c.paid + c.fees, Amount{}, !bets.staked.isZero(), outcome == "provider-silent"});
    const Amount stakers = std::min(shares.stakers, bets.stakersMost(c.bond - shares.refunded));
    shares.burned += shares.stakers - stakers;
    const Amount cost = std::min(bets.checkCost, shares.burned);
    shares.burned -= cost;
    mustPost("refund", bondAccount(id), peerAccount(c.renter), shares.refunded);
    mustPost("forced check", bondAccount(id), ledger::Account::fees(), cost);
    endSlashedBets(id, c, bets, stakers);
    mustPost("slash", bondAccount(id), ledger::Account::burned(), shares.burned);
    c.bond = Amount{};
    settle(id, c, shares.refunded, shares.burned);
    contractAnswered(id);
}

/// Two receipts cost W·c, beside what the drawn tickets cost: of what these have left. Not where the host's own fault
/// ended the contract.
void HubState::takeRentersPenalty(const ContractId& id, Contract& c) {
    if (!c.twoReceipts || contract::isInDoubt(c.ending)) return;
    c.ending = "renter-fault";
    const auto price = c.offer.price.times(c.offer.window);
    const Amount penalty = std::min(price ? *price : c.escrow, c.escrow);
    mustPost("renter's fault", escrowAccount(id), peerAccount(c.offer.provider), penalty);
    c.escrow -= penalty;
    c.paid += penalty;
}

void HubState::settle(const ContractId& id, Contract& c, Amount refunded, Amount burned) {
    takeRentersPenalty(id, c);
    mustPost("escrow returned", escrowAccount(id), peerAccount(c.renter), c.escrow);
    c.returned += c.escrow;
    c.escrow = Amount{};
    if (c.phase != Phase::Settled) blame(id, c);
    c.phase = Phase::Settled;
    c.checks.clear();
    m_hiring.erase(id);
    c.published.reset();
    c.secretBy = c.closedBy = c.topUpBy = std::nullopt;
    c.hubChain = {};
    c.bondFreeAt.reset();
    if (c.bond.micro() > 0) c.bondFreeAt = m_now + static_cast<TimeMs>(c.offer.periods.bond);
    countSettled(id, c, refunded);
    endBets(id, c);
    notify(id, c,
           Array{"settled", signedByHub(contract::Settled{id, c.ending, c.paid, c.returned, c.fees, refunded, burned,
                                                          m_logLength})});
    contractSettled(id);
}

} // namespace unchained::protocol
