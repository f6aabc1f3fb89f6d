// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_state.h"

#include "lottery/lottery.h"
#include "protocol/hub_internal.h"

#include <algorithm>
#include <cassert>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

HubState::HubState(const identity::Keys& keys, HubTerms terms, std::shared_ptr<lottery::Beacon> beacon)
    : m_keys(keys), m_terms(terms),
      m_beacon(beacon ? std::move(beacon) : std::make_shared<lottery::HubBeacon>(keys.hubKey())) {}

const std::map<std::string, HubState::Handler>& HubState::handlers() {
    static const std::map<std::string, Handler> table{
        {"admit", &HubState::admit},
        {"claim", &HubState::claim},
        {"commit", &HubState::commit},
        {"release", &HubState::release},
        {"proof", &HubState::proof},
        {"close", &HubState::close},
        {"closed", &HubState::closed},
        {"leave", &HubState::leave},
        {"pause", &HubState::pause},
        {"publish", &HubState::publish},
        {"receipt", &HubState::receipt},
        {"fault", &HubState::fault},
        {"top-up", &HubState::topUp},
        {"pay", &HubState::pay},
        {"issue", &HubState::issue},
        {"join", &HubState::join},
        {"list", &HubState::list},
        {"review", &HubState::review},
        {"reply", &HubState::reply},
        {"market", &HubState::openMarket},
        {"bet", &HubState::bet},
        {"odds", &HubState::odds},
        {"enlist", &HubState::enlist},
        {"delist", &HubState::delist},
        {"checked", &HubState::checkAnswer},
        {"declined", &HubState::decline},
        {"salted", &HubState::saltedRoot},
        {"benchmark", &HubState::benchmark},
        {"benchmarked", &HubState::benchmarked},
        {"case-open", &HubState::openCase},
        {"case-step", &HubState::caseStep},
        {"case-answer", &HubState::caseAnswer},
        {"case-evidence", &HubState::addEvidence},
        {"case-settle", &HubState::settleCase},
        {"case-rule", &HubState::rule},
        {"message", &HubState::message},
    };
    return table;
}

HubOutcome HubState::handle(const HubEvent& event, TimeMs now) {
    m_now = now;
    m_postings = 0;
    m_effects.clear();
    HubOutcome outcome;
    if (const auto* command = std::get_if<HubCommand>(&event)) {
        outcome.answer = this->command(*command);
        // A command that changed nothing left no effect, no posting and answered from what was there.
        outcome.changed = outcome.answer.ok() && !m_effects.empty();
        if (outcome.changed) hear(command->from);
    } else if (const auto* done = std::get_if<HubCheckDone>(&event)) {
        onCheckDone(*done);
        onCaseCheckDone(*done);
        outcome.changed = !m_effects.empty();
    } else if (const auto* opening = std::get_if<HubOpeningCame>(&event)) {
        const auto at = m_contracts.find(opening->contract);
        if (at == m_contracts.end()) return outcome;
        for (Check& check : at->second.checks) {
            if (check.step != opening->step || !check.openBy || !check.proven) continue;
            check.openBy.reset();
            outcome.changed = true;
        }
        onCaseOpening(*opening, outcome.changed);
    } else if (const auto* ready = std::get_if<HubCheckReady>(&event)) {
        onCheckReady(*ready);
        outcome.changed = !m_effects.empty();
    } else if (const auto* impossible = std::get_if<HubCheckImpossible>(&event)) {
        onCheckImpossible(*impossible, outcome.changed);
        onCaseImpossible(*impossible, outcome.changed);
    } else if (const auto* checked = std::get_if<HubBenchmarkChecked>(&event)) {
        onBenchmarkChecked(*checked);
        outcome.changed = !m_effects.empty();
    } else if (const auto* began = std::get_if<HubBeaconBegan>(&event)) {
        const bool had = m_beaconClock.has_value();
        onBeaconBegan(*began);
        outcome.changed = !had && m_beaconClock;
    } else if (const auto* compared = std::get_if<HubCaseCompared>(&event)) {
        onCaseCompared(*compared, outcome.changed);
    } else if (std::holds_alternative<HubTick>(event)) {
        outcome.changed = advance();
    } else {
        onStarted(std::get<HubStarted>(event));
        outcome.changed = true;
    }
    if (outcome.changed) freeStakes();
    outcome.effects = std::move(m_effects);
    m_effects.clear();
    if (outcome.changed) ++m_logLength;
    return outcome;
}

void HubState::onStarted(const HubStarted& started) {
    m_terms = started.terms;
    fillPool();
    for (auto& [peer, benchmark] : m_benchmarks) { // their time was the hub's, too
        benchmark.interrupted |= std::exchange(benchmark.underWay, false);
        benchmark.run.reset();
    }
    if (started.gap > 0)
        for (auto& [id, c] : m_contracts)
            shift(c, started.gap);
    shiftCases(std::max<std::int64_t>(0, started.gap));
    shiftBets(started.gap);
}

void HubState::onCheckImpossible(const HubCheckImpossible& impossible, bool& changed) {
    const auto at = m_contracts.find(impossible.contract);
    if (at == m_contracts.end()) return;
    Contract& c = at->second;
    for (;;) { // a step may be due twice, and it was asked for once
        const auto check = std::find_if(c.checks.begin(), c.checks.end(),
                                        [&](const Check& x) { return x.step == impossible.step && x.proven; });
        if (check == c.checks.end()) return;
        const Check copy = *check;
        c.checks.erase(check);
        verdict(at->first, c, copy, std::nullopt, true, "", impossible.reason);
        changed = true;
    }
}

/// A party that was heard about a contract: what is known of who fell silent.
void HubState::hear(const PeerId& from) {
    for (const HubEffect& effect : m_effects) {
        const auto* notice = std::get_if<NoticeEffect>(&effect);
        if (!notice) continue;
        Contract& c = mustFind(notice->contract);
        if (from == c.renter || from == c.offer.receiptKey) c.heard[0] = m_now;
        if (from == c.offer.provider) c.heard[1] = m_now;
    }
}

Result<Value> HubState::command(const HubCommand& command) {
    const Array* items = command.body.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    if (!name) return refuse(ProtocolError::Malformed, "command", "is not a list that begins with a name");
    const auto handler = handlers().find(*name);
    if (handler == handlers().end())
        return refuse(ProtocolError::UnknownCommand, "command", Message("the hub knows no command \"%1\"", *name),
                      "update the program that sent it");
    return (this->*handler->second)(command);
}

Result<HubState::Contract*> HubState::find(const ContractId& id) {
    const auto at = m_contracts.find(id);
    if (at == m_contracts.end())
        return refuse(ProtocolError::UnknownContract, "contract", "the hub has admitted no such contract");
    return &at->second;
}

HubState::Contract& HubState::mustFind(const ContractId& id) {
    const auto at = m_contracts.find(id);
    assert(at != m_contracts.end());
    return at->second;
}

std::vector<PeerId> HubState::parties(const ContractId& contract) const {
    const auto at = m_contracts.find(contract);
    if (at == m_contracts.end()) return {};
    return {at->second.renter, at->second.offer.provider};
}

const contract::Offer* HubState::offerOf(const ContractId& contract) const {
    const auto at = m_contracts.find(contract);
    return at == m_contracts.end() ? nullptr : &at->second.offer;
}

void HubState::notify(const ContractId& id, Contract& c, Value body) {
    const std::uint64_t number = c.notices.size();
    c.notices.push_back(body);
    c.idleBy = m_now + kIdleMs;
    m_effects.push_back(NoticeEffect{id, number, std::move(body)});
}

std::vector<CheckEffect> HubState::pending() const {
    std::vector<CheckEffect> out;
    for (const auto& [id, c] : m_contracts)
        for (const Check& check : c.checks)
            if (check.proven) out.push_back({id, check.step, check.before, check.stepSeed, check.slow ? "scalar" : ""});
    for (const auto& [id, s] : m_cases)
        if (s.check && !s.check->done)
            out.push_back({s.opening.contract, s.check->step, s.check->before, s.check->stepSeed, "scalar"});
    return out;
}

// ---- deadlines

std::optional<TimeMs> HubState::earliest(const Contract& c) const {
    std::optional<TimeMs> out;
    const auto take = [&](std::optional<TimeMs> at) {
        if (at && (!out || *at < *out)) out = at;
    };
    if (c.openCases == 0) take(c.bondFreeAt);
    if (c.phase == Phase::Settled) return out;
    take(c.idleBy);
    take(roundWanted(c));
    take(c.secretBy);
    take(c.closedBy);
    take(c.topUpBy);
    if (c.published) take(c.published->receiptBy);
    for (const Check& check : c.checks) {
        take(check.openBy);
        if (check.hired) take(check.hired->answerBy);
    }
    for (const Batch& batch : c.batches)
        if (batch.passed && !batch.paid && !c.topUpWanted && !forcedUnderWay(c, batch)) take(batch.payAt);
    return out;
}

std::optional<TimeMs> HubState::nextDeadline() const {
    std::optional<TimeMs> out;
    for (const auto& [id, c] : m_contracts) {
        const auto at = earliest(c);
        if (at && (!out || *at < *out)) out = at;
    }
    for (const auto& [id, s] : m_cases) {
        const auto at = caseDeadline(s);
        if (at && (!out || *at < *out)) out = at;
    }
    const auto clearing = nextClearing();
    if (clearing && (!out || *clearing < *out)) out = clearing;
    return out;
}

void HubState::shift(Contract& c, std::int64_t by) {
    for (auto* at : {&c.secretBy, &c.closedBy, &c.topUpBy, &c.bondFreeAt})
        if (*at) **at += by;
    c.idleBy += by;
    if (c.published) c.published->receiptBy += by;
    for (Check& check : c.checks) {
        if (check.openBy) *check.openBy += by;
        if (check.hired && check.hired->answerBy) *check.hired->answerBy += by;
    }
    for (Batch& batch : c.batches)
        batch.payAt += by;
}

bool HubState::advance() {
    bool any = clearBets(); // a deadline that has passed changes the contract, also where nothing is said of it
    for (auto& [id, c] : m_contracts) {
        const auto at = earliest(c);
        if (!at || *at > m_now) continue;
        advanceContract(id, c);
        any = true;
    }
    return advanceCases() || any;
}

void HubState::advanceContract(const ContractId& id, Contract& c) {
    const auto due = [&](std::optional<TimeMs> at) { return at && *at <= m_now; };
    if (due(c.bondFreeAt) && c.openCases == 0) {
        c.bondFreeAt.reset();
        mustPost("bond freed", bondAccount(id), peerAccount(c.offer.provider), c.bond);
        c.bond = Amount{};
        notify(id, c, Array{"bond-freed"});
    }
    if (c.phase == Phase::Settled) return;
    showRound(id, c);
    for (std::size_t i = 0; i < c.checks.size(); ++i) {
        if (!due(c.checks[i].openBy)) continue;
        const Check check = c.checks[i];
        c.checks.erase(c.checks.begin() + static_cast<std::ptrdiff_t>(i));
        return verdict(id, c, check, std::nullopt, false, "", "the provider opened nothing in time");
    }
    if (hiredAreLate(id, c)) return;
    if (c.published && due(c.published->receiptBy) && silenceRoundIsPublic(c)) return silenceVerdict(id, c);
    if (due(c.secretBy)) {
        c.secretBy.reset();
        return slash(id, c, "provider-silent");
    }
    if (due(c.closedBy)) {
        c.closedBy.reset();
        finalBatch(id, c);
    }
    if (c.phase == Phase::Settled) return;
    if (due(c.topUpBy)) c.topUpBy.reset(); // the end of the contract waits no longer; the tickets stay claimable
    payBatches(id, c);
    if (c.phase != Phase::Settled && due(c.idleBy)) {
        c.idleBy = m_now + kIdleMs;
        if (c.phase == Phase::Running) c.ending = "abandoned";
        finalBatch(id, c);
    }
}

} // namespace unchained::protocol
