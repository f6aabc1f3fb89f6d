// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_proofs.h"

#include <algorithm>

/// What people decide: settlements, the final arbiter's ruling, and what is put before them (protocol.md 7).
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::size_t kTitleMax = 200;
}

void HubState::depositTo(const CaseId& id, CaseState& s, const ledger::Account& to, const char* memo) {
    mustPost(memo, ledger::Account::ofCase(id), to, s.deposit);
    s.deposit = Amount{};
}

/// Free credits of the signers alone: no bond, no escrow, and no check that somebody was promised.
Result<void> HubState::carryOut(const CaseId& id, CaseState& s, const contract::Settlement& terms) {
    const ledger::Account from = peerAccount(s.opening.against);
    if (m_ledger.balance(from) < terms.toOpener)
        return refuse(ProtocolError::TooLittleCredit, "settlement",
                      Message("moves %1 credits, and %2 are free", terms.toOpener.str(), m_ledger.balance(from).str()),
                      "agree on less, or wait until locked credits are free");
    mustPost("settlement", from, peerAccount(s.opener), terms.toOpener);
    depositTo(id, s, peerAccount(s.opener), "case deposit returned");
    s.toOpener = terms.toOpener;
    s.settled = true;
    s.ruling.reset();
    if (s.check && !s.check->done) {
        noteCase(id, s); // the step goes on being run again, and the bond answers for what comes out
    } else {
        endCase(id, s, "settled");
    }
    return {};
}

Result<Value> HubState::settleCase(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 1);
    const Bytes envelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto settlement = openSigned<contract::Settlement>(envelope);
    if (!settlement) return settlement.error();
    const contract::Settlement& v = settlement->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "settlement.hub", "names another marketplace");
    auto found = findCase(v.subject);
    if (!found) return found.error();
    CaseState& s = **found;
    if (settlement->signer != s.opener && settlement->signer != s.opening.against)
        return refuse(ProtocolError::NotAParty, "settlement", "is signed by neither side");
    const auto known = s.proposals.find(settlement->signer);
    if (known != s.proposals.end() && known->second.payload == settlement->payload) return Value(Array{s.settled});
    if (s.level == CaseLevel::Ended || s.settled)
        return refuse(ProtocolError::WrongPhase, "case", "has ended: nothing is left to settle");
    if (v.toOpener.isNegative()) return refuse(ProtocolError::BadShape, "settlement.toOpener", "cannot be negative");
    if (v.expires <= m_now || v.expires > m_now + contract::kSettlementLifeMs)
        return refuse(ProtocolError::Expired, "settlement.expires", "must lie ahead, by at most a day",
                      "make a new proposal");
    const PeerId& other = settlement->signer == s.opener ? s.opening.against : s.opener;
    const auto theirs = s.proposals.find(other);
    const bool agreed = theirs != s.proposals.end() && theirs->second.payload == settlement->payload;
    if (agreed) {
        if (auto ok = carryOut(v.subject, s, v); !ok) return ok.error();
    }
    s.proposals[settlement->signer] = CaseProposal{settlement->payload, envelope, v};
    noteCase(v.subject, s);
    return Value(Array{agreed});
}

// ---- the final arbiter

Result<Value> HubState::rule(const HubCommand& command) {
    auto ruling = soleStructure<contract::Ruling>(command);
    if (!ruling) return ruling.error();
    const contract::Ruling& v = ruling->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "ruling.hub", "names another marketplace");
    auto found = findCase(v.subject);
    if (!found) return found.error();
    CaseState& s = **found;
    if (!s.arbiter || ruling->signer != *s.arbiter)
        return refuse(ProtocolError::NotAParty, "ruling", "is not signed by the arbiter that the offer names");
    if (s.ruling) return Value(Array{});
    if (s.level != CaseLevel::Arbiter)
        return refuse(ProtocolError::WrongPhase, "case",
                      s.level == CaseLevel::Ended ? "has ended" : "the two may still settle it by themselves",
                      s.level == CaseLevel::Ended ? "" : "wait until that time is over");
    if (v.toOpener.isNegative() || v.toOpener > s.opening.asked)
        return refuse(ProtocolError::BadShape, "ruling.toOpener",
                      Message("must be 0 to the %1 credits that were asked", s.opening.asked.str()));
    if (v.text.size() > contract::kCaseTextMax)
        return refuse(ProtocolError::BadShape, "ruling.text",
                      Message("is longer than %1 bytes", contract::kCaseTextMax), "shorten it");
    s.ruling = v;
    s.levelBy.reset();
    noteCase(v.subject, s);
    contractSettled(s.opening.contract);
    return Value(Array{});
}

/// A ruling takes from the bond only what nobody else can still have a claim on: the contract is settled, and no step
/// of it is disputed.
void HubState::contractSettled(const ContractId& id) {
    if (mustFind(id).phase != Phase::Settled) return;
    for (const auto& [caseId, s] : m_cases)
        if (s.opening.contract == id && s.level == CaseLevel::Machine) return;
    for (auto& [caseId, s] : m_cases)
        if (s.opening.contract == id && s.ruling && s.level != CaseLevel::Ended) {
            carryOutRuling(caseId, s);
            return; // its end comes back here for the next one
        }
}

void HubState::carryOutRuling(const CaseId& id, CaseState& s) {
    Contract& c = mustFind(s.opening.contract);
    const bool ofHost = s.opening.against == c.offer.provider;
    const ledger::Account from = ofHost ? bondAccount(s.opening.contract) : peerAccount(s.opening.against);
    const Amount fee = s.deposit; // the arbiter's; whoever lost bears it
    const auto take = [&](Amount wanted, const char* memo) {
        const Amount had = ofHost ? c.bond : m_ledger.balance(from);
        const Amount moved = std::min(wanted, had);
        mustPost(memo, from, peerAccount(s.opener), moved);
        if (ofHost) c.bond -= moved;
        return moved;
    };
    s.toOpener = take(s.ruling->toOpener, "ruling");
    if (s.ruling->toOpener.micro() > 0) (void)take(fee, "case deposit returned");
    depositTo(id, s, peerAccount(*s.arbiter), "arbiter's fee");
    if (c.bond.isZero()) c.bondFreeAt.reset();
    endCase(id, s, "ruled");
}

// ---- evidence

Result<Value> HubState::addEvidence(const HubCommand& command) {
    auto item = soleStructure<contract::CaseEvidence>(command);
    if (!item) return item.error();
    const contract::CaseEvidence& v = item->value;
    auto found = findCase(v.of);
    if (!found) return found.error();
    CaseState& s = **found;
    if (!isOf(s, item->signer)) return refuse(ProtocolError::NotAParty, "evidence", "is signed by nobody of the case");
    const Hash256 hash = sha256(v.content);
    std::size_t theirs = 0;
    for (const CaseItem& known : s.evidence) {
        if (known.view.hash == hash && known.view.by == item->signer) return Value(Array{hash});
        theirs += known.view.by == item->signer ? 1 : 0;
    }
    if (s.level == CaseLevel::Ended) return refuse(ProtocolError::WrongPhase, "case", "has ended");
    const auto bad = [](const char* field, Message why, Message remedy) {
        return refuse(ProtocolError::BadShape, std::string("evidence.") + field, std::move(why), std::move(remedy));
    };
    if (theirs >= contract::kEvidenceItemsMax)
        return bad("content", Message("you have put in %1 items already", contract::kEvidenceItemsMax),
                   "put several things into one");
    if (v.content.empty() || v.content.size() > contract::kEvidenceMax)
        return bad("content", Message("must be 1 to %1 bytes", contract::kEvidenceMax), "put in what matters of it");
    if (v.title.size() > kTitleMax) return bad("title", Message("is longer than %1 bytes", kTitleMax), "shorten it");
    std::string standing = "not-checkable";
    if (v.kind == "signed") { // whose words they are can be held against the signature by everybody
        if (!identity::openEnvelope(v.content))
            return refuse(ProtocolError::BadProof, "evidence.content", "is not an envelope whose signature is good",
                          "put it in as a file instead");
        standing = "signed";
    } else if (v.kind != "statement" && v.kind != "file") {
        return bad("kind", Message("this hub knows no \"%1\"", v.kind), "use signed, statement or file");
    }
    cbor::Reader in = argsOf(command, 1);
    s.evidence.push_back({{hash, v.kind, v.title, item->signer, standing, v.content.size(), m_now}, in.bytes()});
    noteCase(v.of, s);
    return Value(Array{hash});
}

} // namespace unchained::protocol
