// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_internal.h"

#include <algorithm>

/// Messages that the hub carries and cannot read, cases as their people see them, and who stopped answering first.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::size_t kMessagesMax = 1000; ///< of one contract
constexpr std::size_t kMessagesPerAnswer = 200;

const char* wordOf(CaseLevel level) {
    switch (level) {
    case CaseLevel::Settlement:
        return "settlement";
    case CaseLevel::Machine:
        return "machine";
    case CaseLevel::Arbiter:
        return "arbiter";
    case CaseLevel::Ended:
        break;
    }
    return "ended";
}
} // namespace

Result<Value> HubState::message(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 3);
    const auto id = in.fixed<Hash256>();
    const auto to = in.fixed<PeerId>();
    const Bytes sealed = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto found = find(id);
    if (!found) return found.error();
    const Contract& c = **found;
    const bool parties =
        (command.from == c.renter && to == c.offer.provider) || (command.from == c.offer.provider && to == c.renter);
    if (!parties)
        return refuse(ProtocolError::NotAParty, "message", "only renter and host of a contract write to each other");
    if (sealed.empty() || sealed.size() > contract::kMessageMax)
        return refuse(ProtocolError::BadShape, "message", Message("must be 1 to %1 bytes", contract::kMessageMax),
                      "write a shorter one, or several");
    auto& list = m_messages[id];
    for (const auto& known : list)
        if (known.from == command.from && known.sealed == sealed) return Value(Array{known.number});
    if (list.size() >= kMessagesMax)
        return refuse(ProtocolError::BadShape, "message",
                      Message("this contract holds %1 messages, and no more fit", kMessagesMax));
    list.push_back({list.size() + 1, command.from, to, m_now, sealed});
    m_effects.push_back(PeerNoteEffect{to, Array{"message", id}});
    return Value(Array{list.back().number});
}

Result<Value> HubState::messagesOf(const PeerId& from, cbor::Reader& in) const {
    const auto id = in.fixed<Hash256>();
    const std::uint64_t after = in.u64();
    if (auto done = in.finish(); !done) return done.error();
    Array out;
    const auto at = m_messages.find(id);
    if (at == m_messages.end()) return Value(std::move(out));
    for (contract::CarriedMessage m : at->second) {
        if (m.number <= after || (m.from != from && m.to != from) || out.size() >= kMessagesPerAnswer) continue;
        out.push_back(contract::FieldWriter::toValue(m));
    }
    return Value(std::move(out));
}

// ---- cases

contract::CaseView HubState::viewOf(const CaseId& id, const CaseState& s) const {
    contract::CaseView v;
    v.id = id;
    v.number = s.number;
    v.contract = s.opening.contract;
    v.kind = s.opening.kind;
    v.opener = s.opener;
    v.against = s.opening.against;
    v.arbiter = s.arbiter;
    v.asked = s.opening.asked;
    v.deposit = s.deposit;
    v.text = s.opening.text;
    v.opened = s.opened;
    v.level = wordOf(s.level);
    v.until = caseDeadline(s);
    v.outcome = s.outcome;
    v.ended = s.ended;
    v.toOpener = s.toOpener;
    v.settled = s.settled;
    v.tensor = s.tensor;
    v.differing = s.differing;
    v.values = s.values;
    const Contract& c = m_contracts.at(s.opening.contract);
    v.renter = c.renter;
    v.steps = c.offer.steps;
    // What a result is about is what the renter has paid for it.
    if (v.kind == contract::kCaseOfResult) v.asked = c.paid;
    v.byDefault = v.kind == contract::kCaseOfConduct ? "dismissed" : s.check ? "opener-silent" : "";
    if (s.narrowing) {
        v.first = s.narrowing->first();
        v.last = s.narrowing->last();
        v.agreed = s.narrowing->agreed();
        for (const auto& r : s.narrowing->rounds())
            v.rounds.push_back({r.first, r.last, r.middle, r.roots[0], r.roots[1]});
        const bool open = s.level != CaseLevel::Ended && !s.settled;
        v.waitsForHost = open && s.narrowing->waitsFor(disputes::Side::Defender);
        v.waitsForOpener = open && s.narrowing->waitsFor(disputes::Side::Challenger);
        if (v.waitsForHost) v.byDefault = "host-silent";
        if (v.waitsForOpener && !v.waitsForHost) v.byDefault = "opener-silent";
    }
    if (s.level == CaseLevel::Ended) v.byDefault.clear();
    v.evidence.push_back({sha256(c.offerEnvelope), "contract", "", c.renter, "signed",
                          c.offerEnvelope.size() + c.acceptanceEnvelope.size(), s.opened});
    if (s.check) {
        v.step = s.check->step;
        v.claimed = s.check->claimed;
        v.disputed = s.check->disputed;
        v.computed = s.check->computed;
        v.stepSeed = s.check->stepSeed;
        v.engine = s.check->engine;
        v.checking = !s.check->done;
        if (!s.check->openBy && (s.check->computed || v.checking))
            v.evidence.push_back({s.check->before, "opening", "", s.opener, "matches", 0, s.opened});
        if (s.check->computed)
            v.evidence.push_back({*s.check->computed, "check", s.check->engine, m_keys.peer(),
                                  *s.check->computed == s.check->claimed ? "matches" : "differs", 0, s.ended});
    }
    for (const CaseItem& item : s.evidence)
        v.evidence.push_back(item.view);
    for (const auto& [peer, proposal] : s.proposals)
        v.offers.push_back({peer, proposal.terms.toOpener, proposal.terms.expires, proposal.envelope});
    return v;
}

Result<Value> HubState::casesOf(const PeerId& from) const {
    std::vector<std::pair<std::uint64_t, const CaseId*>> mine; // newest first
    for (const auto& [id, s] : m_cases)
        if (isOf(s, from)) mine.emplace_back(s.number, &id);
    std::sort(mine.rbegin(), mine.rend());
    if (mine.size() > kMessagesPerAnswer) mine.resize(kMessagesPerAnswer);
    Array out;
    for (const auto& [number, id] : mine) {
        contract::CaseView view = viewOf(*id, m_cases.at(*id));
        out.push_back(contract::FieldWriter::toValue(view));
    }
    return Value(std::move(out));
}

Result<Value> HubState::caseOf(const PeerId& from, cbor::Reader& in) const {
    const auto id = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    const auto at = m_cases.find(id);
    if (at == m_cases.end() || !isOf(at->second, from)) // alike for a case that is not yours and one that is not there
        return refuse(ProtocolError::UnknownContract, "case", "is none of yours on this hub",
                      "take its id from the list of cases");
    contract::CaseView view = viewOf(id, at->second);
    return contract::FieldWriter::toValue(view);
}

/// One item as its party signed it.
Result<Value> HubState::evidenceOf(const PeerId& from, cbor::Reader& in) const {
    const auto id = in.fixed<Hash256>();
    const auto hash = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    const auto at = m_cases.find(id);
    if (at != m_cases.end() && isOf(at->second, from))
        for (const CaseItem& item : at->second.evidence)
            if (item.view.hash == hash) return Value(Array{item.envelope});
    return refuse(ProtocolError::UnknownContract, "evidence", "there is none of this hash in a case of yours");
}

// ---- who stopped answering first

/// As far as the hub saw it. It costs nobody anything: what costs is proved elsewhere.
void HubState::blame(const ContractId& id, Contract& c) {
    if (c.ending == "complete") return;
    contract::Blame out{id, "nobody", c.ending, false, c.heard[0], c.heard[1]};
    const auto patience = static_cast<TimeMs>(c.offer.periods.grace);
    if (c.ending == "caught" || c.ending == "renter-fault") {
        out.first = c.ending == "caught" ? "provider" : "renter";
        out.proven = true;
    } else if (c.ending == "failed-step" || c.ending == "engine-fault") {
        out.proven = true; // the arithmetic, and nobody
    } else if (c.ending == "provider-silent" || c.ending == "renter-silent") {
        out.first = c.ending == "provider-silent" ? "provider" : "renter";
    } else if (c.ending == "left" || c.ending == "abandoned") {
        const std::size_t left = c.renterLeft ? 0 : 1;
        const TimeMs other = c.heard[1 - left];
        // Whoever leaves because the other had fallen silent did not stop first.
        const bool waited = c.ending == "left" && c.heard[left] - other > patience;
        const bool renter = c.ending == "abandoned" ? c.heard[0] < c.heard[1] : (left == 0) != waited;
        out.first = renter ? "renter" : "provider";
        if (waited) out.why = "no-word";
    }
    notify(id, c, Array{"blame", signedByHub(out)});
}

} // namespace unchained::protocol
