// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_proofs.h"

#include <algorithm>

/// Cases that a machine decides: opened, narrowed to one step, that step run again (protocol.md 7, levels 0 and 1).
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;
using disputes::Bisection;
using disputes::BisectionEnd;

namespace {

Amount depositOf(const contract::Offer& offer, Amount checkFee, bool ofResult) {
    const Amount words = offer.price + offer.price; // what the other side's answers and the arbiter's time are worth
    return ofResult ? checkFee + words : words;
}

Error wrongCase(const char* subject, Message why, Message remedy = {}) {
    return refuse(ProtocolError::BadShape, std::string("case.") + subject, std::move(why), std::move(remedy));
}

} // namespace

bool HubState::isOf(const CaseState& s, const PeerId& peer) {
    return peer == s.opener || peer == s.opening.against || peer == s.arbiter;
}

Result<CaseState*> HubState::findCase(const CaseId& id) {
    const auto at = m_cases.find(id);
    if (at == m_cases.end())
        return refuse(ProtocolError::UnknownContract, "case", "the hub knows no such case",
                      "take its id from the list of cases");
    return &at->second;
}

void HubState::noteCase(const CaseId& id, const CaseState& s) {
    for (const PeerId& peer : {s.opener, s.opening.against})
        m_effects.push_back(PeerNoteEffect{peer, Array{"case", id}});
    if (s.arbiter) m_effects.push_back(PeerNoteEffect{*s.arbiter, Array{"case", id}});
}

// ---- opening

Result<void> HubState::mayOpen(const contract::CaseOpening& v, const PeerId& opener, const Contract& c) const {
    const bool ofResult = v.kind == contract::kCaseOfResult;
    if (!ofResult && v.kind != contract::kCaseOfConduct)
        return wrongCase("kind", Message("this hub knows no \"%1\"", v.kind), "use \"result\" or \"conduct\"");
    if (v.text.size() > contract::kCaseTextMax)
        return wrongCase("text", Message("is longer than %1 bytes", contract::kCaseTextMax), "shorten it");
    if (opener == v.against) return wrongCase("against", "is whoever opens the case");
    const bool free = c.bondFreeAt && *c.bondFreeAt <= m_now && c.openCases == 0;
    if (c.bond.isZero() || free)
        return refuse(ProtocolError::WrongPhase, "contract", "nothing is locked in it any more that could answer");
    if (ofResult) {
        if (v.against != c.offer.provider) return wrongCase("against", "a result is its host's");
        if (v.first >= v.last || v.last > c.offer.steps)
            return wrongCase("steps", Message("are no range of the %1 of the contract", c.offer.steps));
        if (!v.root) return wrongCase("root", "is missing: who disputes a result has another one");
    } else {
        const bool parties = (opener == c.renter && v.against == c.offer.provider) ||
                             (opener == c.offer.provider && v.against == c.renter);
        if (!parties) return refuse(ProtocolError::NotAParty, "case", "only renter and host complain of each other");
        const auto price = c.offer.price.times(c.offer.window);
        const Amount most = v.against == c.offer.provider ? c.bond : (price ? *price : c.offer.price);
        if (v.asked.micro() <= 0 || v.asked > most)
            return wrongCase("asked", Message("must be more than 0 and at most %1 credits", most.str()),
                             v.against == c.offer.provider ? "the bond is what answers"
                                                           : "a window's price is what a renter answers with");
    }
    for (const auto& [id, s] : m_cases) {
        if (s.opening.contract != v.contract || s.opener != opener || s.opening.kind != v.kind) continue;
        if (s.level != CaseLevel::Ended || !ofResult)
            return refuse(ProtocolError::Contradiction, "case", "you have opened one on this contract already",
                          "go on with that one");
    }
    return {};
}

namespace {
Result<contract::StepProof> proofIn(const Bytes& encoded) {
    auto value = cbor::decode(encoded);
    if (!value) return value.error();
    const Array* array = value->asArray();
    cbor::Reader fields(*value, "proof", array ? array->size() : 0);
    contract::StepProof shown;
    contract::FieldReader reader{fields};
    shown.fields(reader);
    if (auto done = fields.finish(); !done) return done.error();
    return shown;
}
} // namespace

Result<HubState::ProvenStep> HubState::caseProof(const ContractId& id, const Contract& c, const Bytes& encoded) const {
    auto shown = proofIn(encoded);
    if (!shown) return shown.error();
    return proveStep(id, c, *shown);
}

/// The common state and the two ends. Nothing changes here: what is refused must leave the state as it was.
Result<Bisection::Start> HubState::proveDispute(const contract::CaseOpening& v, const Contract& c,
                                                const Bytes& firstProof, const Bytes& lastProof,
                                                const Hash256& seed) const {
    Bisection::Start start{v.first, v.last,  c.offer.initialRoot,
                           {},      *v.root, static_cast<std::int64_t>(c.offer.periods.opening)};
    const bool parallel = c.offer.kind() == gpu::WorkKind::Parallel; // each tile begins at Y[0]
    if (parallel && v.first + 1 != v.last)
        return wrongCase("steps", "are more than one tile, and tiles make no chain that could be narrowed",
                         "name the one tile that is false");
    if (v.first > 0 && !parallel) {
        auto first = caseProof(v.contract, c, firstProof);
        if (!first) return first.error();
        if (first->leaf.step + 1 != v.first)
            return refuse(ProtocolError::BadProof, "case.first", "is not what the proof shows");
        start.agreed = first->leaf.after;
    }
    auto last = caseProof(v.contract, c, lastProof);
    if (!last) return last.error();
    if (last->leaf.step + 1 != v.last)
        return refuse(ProtocolError::BadProof, "case.last", "is not what the proof shows");
    start.defender = last->leaf.after;
    if (auto ok = proveSeed(c, last->window.commit.window, seed); !ok) return ok.error();
    if (start.defender == start.challenger)
        return wrongCase("root", "is the one that the host has committed to", "there is nothing to dispute");
    return start;
}

Result<Value> HubState::openCase(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 4);
    const Bytes envelope = in.bytes(), firstProof = in.bytes(), lastProof = in.bytes();
    const auto seed = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    auto opened = openSigned<contract::CaseOpening>(envelope);
    if (!opened) return opened.error();
    const contract::CaseOpening& v = opened->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "case.hub", "names another marketplace");
    const CaseId id = taggedHash("case", {opened->signer, Value(opened->payload)});
    if (m_cases.contains(id)) return Value(Array{id, m_cases.at(id).number});
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (auto ok = mayOpen(v, opened->signer, c); !ok) return ok.error();
    CaseState s;
    const bool ofResult = v.kind == contract::kCaseOfResult;
    if (ofResult) {
        auto start = proveDispute(v, c, firstProof, lastProof, seed);
        if (!start) return start.error();
        auto narrowing = Bisection::begin(*start, m_now);
        if (!narrowing) return narrowing.error();
        s.narrowing = std::move(*narrowing);
    }
    s.deposit = depositOf(c.offer, c.checkFee, ofResult);
    if (m_ledger.balance(peerAccount(opened->signer)) < s.deposit)
        return refuse(ProtocolError::TooLittleCredit, "case",
                      Message("the deposit is %1 credits, the balance %2", s.deposit.str(),
                              m_ledger.balance(peerAccount(opened->signer)).str()),
                      "put in more credits: the deposit comes back to whoever is right");
    if (ofResult) { // nothing is refused from here on
        const auto proof = proofIn(lastProof);
        const auto last = proveStep(v.contract, c, *proof);
        // Another commitment of the same window than the hub has seen: that ends the contract, and needs no case.
        if (contradicts(v.contract, c, last->window, proof->commit)) return Value(Array{});
        remember(c, last->window, proof->commit, last->window.commit.window, seed);
    }
    s.number = m_cases.size() + 1;
    s.opening = v;
    s.opener = opened->signer;
    s.envelope = envelope;
    s.opened = m_now;
    if (!ofResult && !c.offer.arbiters.empty()) s.arbiter = c.offer.arbiters.back();
    if (!ofResult) s.levelBy = m_now + static_cast<TimeMs>(c.offer.periods.grace);
    s.level = ofResult ? CaseLevel::Machine : CaseLevel::Settlement;
    ++c.openCases;
    CaseState& placed = m_cases.emplace(id, std::move(s)).first->second;
    mustPost("case deposit", peerAccount(placed.opener), ledger::Account::ofCase(id), placed.deposit);
    notify(v.contract, c, Array{"case-opened", id, placed.number, envelope});
    followNarrowing(id, placed);
    return Value(Array{id, placed.number});
}

// ---- narrowing

/// The step that is left is run again from the state before it, which both know by the same root.
void HubState::followNarrowing(const CaseId& id, CaseState& s) {
    noteCase(id, s);
    if (!s.narrowing || s.check || !s.narrowing->end()) return;
    if (*s.narrowing->end() != BisectionEnd::Found) return caseSilence(id, s, *s.narrowing->end());
    Contract& c = mustFind(s.opening.contract);
    CaseCheck check;
    check.step = s.narrowing->first();
    check.before = c.offer.kind() == gpu::WorkKind::Parallel ? c.offer.initialRoot : s.narrowing->agreed();
    check.claimed = s.narrowing->said(disputes::Side::Defender);
    check.disputed = s.narrowing->said(disputes::Side::Challenger);
    // The seed of a later window was shown when the case was opened, and the ones before follow from it.
    Hash256 seed = c.knownSeedValue;
    for (std::uint64_t k = c.knownSeed; k > lottery::windowOf(check.step, c.offer.window); --k)
        seed = lottery::previousSeed(seed);
    check.stepSeed = lottery::stepSeed(seed, check.step);
    check.openBy = m_now + static_cast<TimeMs>(c.offer.periods.opening);
    s.check = check;
    // Two have computed it and differ: scalar decides. A faster engine may be the one that both hub and host err with.
    m_effects.push_back(CheckEffect{s.opening.contract, check.step, check.before, check.stepSeed, "scalar"});
}

Result<Value> HubState::caseStep(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 3);
    const auto id = in.fixed<Hash256>();
    const std::uint64_t round = in.u64();
    const Bytes encoded = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto found = findCase(id);
    if (!found) return found.error();
    CaseState& s = **found;
    if (!s.narrowing || s.level == CaseLevel::Ended || s.settled) return Value(Array{});
    if (round == 0 || round > s.narrowing->round())
        return refuse(ProtocolError::WrongPhase, "case.round", Message("%1 has not begun", round));
    Contract& c = mustFind(s.opening.contract);
    auto proof = proofIn(encoded);
    if (!proof) return proof.error();
    auto proven = proveStep(s.opening.contract, c, *proof);
    if (!proven) return proven.error();
    if (contradicts(s.opening.contract, c, proven->window, proof->commit)) return Value(Array{});
    if (proven->leaf.step + 1 != s.narrowing->rounds()[round - 1].middle)
        return refuse(ProtocolError::BadProof, "case.proof", "is of another step than the round asks for");
    auto said = s.narrowing->answer(disputes::Side::Defender, round, proven->leaf.after, m_now);
    if (!said) return said.error();
    if (*said) followNarrowing(id, s);
    return Value(Array{});
}

Result<Value> HubState::caseAnswer(const HubCommand& command) {
    auto answer = soleStructure<contract::CaseAnswer>(command);
    if (!answer) return answer.error();
    auto found = findCase(answer->value.of);
    if (!found) return found.error();
    CaseState& s = **found;
    if (answer->signer != s.opener)
        return refuse(ProtocolError::NotAParty, "case-answer", "only who opened the case answers for its own roots");
    if (!s.narrowing || s.level == CaseLevel::Ended || s.settled) return Value(Array{});
    auto said = s.narrowing->answer(disputes::Side::Challenger, answer->value.round, answer->value.root, m_now);
    if (!said) return said.error();
    if (*said) followNarrowing(answer->value.of, s);
    return Value(Array{});
}

/// Silence enriches nobody: the renter has back what it paid, and the rest burns; of the opener the deposit burns.
void HubState::caseSilence(const CaseId& id, CaseState& s, BisectionEnd end) {
    if (end != BisectionEnd::DefenderSilent) {
        depositTo(id, s, ledger::Account::burned(), "case deposit lost");
        return endCase(id, s, end == BisectionEnd::BothSilent ? "both-silent" : "opener-silent");
    }
    depositTo(id, s, peerAccount(s.opener), "case deposit returned");
    endCase(id, s, "host-silent", false);
    Contract& c = mustFind(s.opening.contract);
    slash(s.opening.contract, c, "provider-silent");
}

// ---- the step is run again

std::vector<PeerId> HubState::holders(const CheckEffect& check) const {
    std::vector<PeerId> out;
    // Who disputes a step supplies its opening: the host may have dropped a state that no ticket of it won.
    for (const auto& [id, s] : m_cases)
        if (s.check && !s.check->done && s.opening.contract == check.contract && s.check->step == check.step)
            out.push_back(s.opener);
    auto both = parties(check.contract);
    out.insert(out.end(), both.rbegin(), both.rend());
    return out;
}

std::optional<Hash256> HubState::claimedInCase(const CheckEffect& check) const {
    for (const auto& [id, s] : m_cases)
        if (s.check && !s.check->done && s.opening.contract == check.contract && s.check->step == check.step)
            return s.check->claimed;
    return std::nullopt;
}

/// For the record alone: the roots have decided.
void HubState::onCaseCompared(const HubCaseCompared& compared, bool& changed) {
    for (auto& [id, s] : m_cases) {
        if (!s.check || s.opening.contract != compared.contract || s.check->step != compared.step || s.values > 0)
            continue;
        s.tensor = compared.tensor;
        s.differing = compared.differing;
        s.values = compared.values;
        noteCase(id, s);
        changed = true;
    }
}

void HubState::onCaseOpening(const HubOpeningCame& came, bool& changed) {
    for (auto& [id, s] : m_cases) {
        if (!s.check || s.check->done || s.opening.contract != came.contract || s.check->step != came.step ||
            !s.check->openBy)
            continue;
        s.check->openBy.reset();
        noteCase(id, s);
        changed = true;
    }
}

void HubState::onCaseCheckDone(const HubCheckDone& done) {
    const Hash256 found = done.computed.value_or(lottery::failureRoot(done.contract, done.step));
    for (auto& [id, s] : m_cases) {
        if (!s.check || s.check->done || s.opening.contract != done.contract || s.check->step != done.step ||
            done.engine != "scalar")
            continue;
        s.check->openBy.reset();
        s.check->done = true;
        s.check->computed = found;
        s.check->engine = done.engine;
        const auto engine =
            found == s.check->claimed ? std::nullopt : faultyEngine(done, done.contract, s.check->claimed);
        if (engine) s.check->engine = *engine; // which is the one to blame
        caseVerdict(id, s, engine.has_value());
    }
}

void HubState::caseVerdict(const CaseId& id, CaseState& s, bool engineWrong) {
    Contract& c = mustFind(s.opening.contract);
    if (*s.check->computed == s.check->claimed) { // a false alarm: its author pays what it cost
        const Amount fee = std::min(c.checkFee, s.deposit);
        mustPost("check fee", ledger::Account::ofCase(id), ledger::Account::fees(), fee);
        s.deposit -= fee;
        depositTo(id, s, peerAccount(c.offer.provider), "case deposit lost");
        return endCase(id, s, s.settled ? "settled" : "false-alarm");
    }
    depositTo(id, s, peerAccount(s.opener), "case deposit returned");
    if (engineWrong) {
        endCase(id, s, "engine-fault");
        return endByEngineFault(s.opening.contract, c);
    }
    endCase(id, s, "host-wrong", false);
    ++m_checks[c.offer.provider].wrong;
    slash(s.opening.contract, c, "caught");
}

/// Data that a party of the contract must serve and does not: nobody can say who is right, and nobody pays.
void HubState::onCaseImpossible(const HubCheckImpossible& impossible, bool& changed) {
    for (auto& [id, s] : m_cases) {
        if (!s.check || s.check->done || s.opening.contract != impossible.contract || s.check->step != impossible.step)
            continue;
        s.check->done = true;
        depositTo(id, s, peerAccount(s.opener), "case deposit returned");
        endCase(id, s, s.settled ? "settled" : "not-decided");
        changed = true;
    }
}

// ---- deadlines and the end

std::optional<TimeMs> HubState::caseDeadline(const CaseState& s) {
    if (s.level == CaseLevel::Ended) return std::nullopt;
    if (s.check) return s.check->openBy;
    if (s.narrowing && !s.settled) return s.narrowing->deadline();
    return s.levelBy;
}

bool HubState::advanceCases() {
    bool any = false;
    for (auto& [id, s] : m_cases) {
        const auto at = caseDeadline(s);
        if (!at || *at > m_now) continue;
        advanceCase(id, s);
        any = true;
    }
    return any;
}

void HubState::advanceCase(const CaseId& id, CaseState& s) {
    if (s.check) { // the state before the step never came
        s.check->done = true;
        s.check->openBy.reset();
        depositTo(id, s, ledger::Account::burned(), "case deposit lost");
        return endCase(id, s, s.settled ? "settled" : "opener-silent");
    }
    if (s.narrowing) {
        (void)s.narrowing->advance(m_now);
        return followNarrowing(id, s);
    }
    if (s.level == CaseLevel::Settlement && s.arbiter) { // no panel sits on this marketplace yet: its place is skipped
        s.level = CaseLevel::Arbiter;
        s.levelBy = m_now + static_cast<TimeMs>(mustFind(s.opening.contract).offer.periods.secret);
        return noteCase(id, s);
    }
    depositTo(id, s, peerAccount(s.opener), "case deposit returned");
    endCase(id, s, "dismissed");
}

void HubState::shiftCases(std::int64_t by) {
    for (auto& [id, s] : m_cases) {
        if (s.levelBy) *s.levelBy += by;
        if (s.narrowing) s.narrowing->shift(by);
        if (s.check && s.check->openBy) *s.check->openBy += by;
    }
}

void HubState::endCase(const CaseId& id, CaseState& s, const std::string& outcome, bool bondStays) {
    s.level = CaseLevel::Ended;
    s.levelBy.reset();
    s.outcome = outcome;
    s.ended = m_now;
    Contract& c = mustFind(s.opening.contract);
    --c.openCases;
    contract::CaseVerdict verdict{id, s.opening.contract, outcome, {}, {}, {}, {}, {}, s.toOpener};
    if (s.check) {
        verdict.step = s.check->step;
        verdict.claimed = s.check->claimed;
        verdict.disputed = s.check->disputed;
        verdict.computed = s.check->computed;
        verdict.engine = s.check->engine;
    }
    notify(s.opening.contract, c, Array{"case-ended", signedByHub(verdict)});
    noteCase(id, s);
    if (bondStays) contractSettled(s.opening.contract);
}

/// The bond has answered for something else: what is still under way about a result has nothing left to win.
void HubState::contractAnswered(const ContractId& id) {
    for (auto& [caseId, s] : m_cases) {
        if (s.opening.contract != id || s.level == CaseLevel::Ended || s.opening.kind != contract::kCaseOfResult)
            continue;
        if (s.check) s.check->done = true;
        depositTo(caseId, s, peerAccount(s.opener), "case deposit returned");
        endCase(caseId, s, "moot");
    }
}

} // namespace unchained::protocol
