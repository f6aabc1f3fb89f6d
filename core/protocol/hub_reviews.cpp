// SPDX-License-Identifier: Apache-2.0
// What the parties of a settled contract say of each other, and what a peer's record comes to (core/reputation).
#include "protocol/hub_internal.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::size_t kTextMax = 2000, kReviewsPerAnswer = 200;

/// Figures for people travel in thousandths.
std::uint64_t thousandths(double value) {
    return static_cast<std::uint64_t>(std::llround(std::max(0.0, value) * 1000));
}

FigureOnWire figure(const reputation::Figure& f) {
    return {thousandths(f.mean), thousandths(f.low), thousandths(f.high), thousandths(f.weight), f.count};
}

Value orNull(const Bytes& envelope) {
    return envelope.empty() ? Value(cbor::Null{}) : Value(envelope);
}

/// The one ending that proves a renter's fault. Silence does not: who keeps a state back can have its commitment
/// published, and no renter receipts what it has not got.
constexpr const char* kRenterFault = "renter-fault";

/// A contract that its host has kept.
bool isGood(const std::string& ending) {
    return ending == "complete" || ending == "left";
}

reputation::Blame blameOf(const std::string& ending) {
    if (contract::isSlashed(ending)) return reputation::Blame::Host;
    return ending == kRenterFault ? reputation::Blame::Renter : reputation::Blame::Nobody;
}

Result<void> checkText(const char* field, const std::string& text) {
    if (text.size() <= kTextMax) return {};
    return refuse(ProtocolError::BadShape, field, Message("is longer than %1 bytes", kTextMax), "shorten it");
}
} // namespace

bool HubState::reviewsAreOpen(const Contract& c, TimeMs now) {
    return c.settledAt > 0 && reputation::reviewsAreOpen(c.ofRenter.at, c.ofProvider.at, c.settledAt, now);
}

Result<Value> HubState::review(const HubCommand& command) {
    auto opened = soleStructure<contract::Review>(command);
    if (!opened) return opened.error();
    const contract::Review& v = opened->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "review.hub", "names another marketplace");
    if (v.stars.size() != reputation::kDimensions ||
        std::any_of(v.stars.begin(), v.stars.end(), [](std::uint32_t s) { return s < 1 || s > 5; }))
        return refuse(ProtocolError::BadShape, "review.stars",
                      Message("must be %1 numbers from 1 to 5", reputation::kDimensions));
    if (auto ok = checkText("review.text", v.text); !ok) return ok.error();
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    const bool byRenter = opened->signer == c.renter;
    if (!byRenter && opened->signer != c.offer.provider)
        return refuse(ProtocolError::NotAParty, "review", "only the two parties of a contract review each other");
    if (c.settledAt == 0)
        return refuse(ProtocolError::WrongPhase, "contract", "is not settled yet", "review it when it has ended");
    if (c.paid.isZero())
        return refuse(ProtocolError::WrongPhase, "contract", "nothing was paid in it: it cannot be reviewed");
    Written& own = byRenter ? c.ofRenter : c.ofProvider;
    const Written& other = byRenter ? c.ofProvider : c.ofRenter;
    if (own.at && own.review.version >= v.version) return Value(Array{});
    if (!reputation::mayReview(own.at, other.at, c.settledAt, m_now))
        return refuse(ProtocolError::WrongPhase, "review",
                      "the reviews of this contract may be read by now: nobody answers stars with stars",
                      "reply to what the other one wrote");
    cbor::Reader in = argsOf(command, 1);
    own = Written{v, in.bytes(), m_now, 0, {}};
    if (other.at)
        notify(v.contract, c, Array{"reviews-open", c.ofRenter.envelope, c.ofProvider.envelope});
    else
        notify(v.contract, c, Array{"reviewed", opened->signer});
    return Value(Array{});
}

Result<Value> HubState::reply(const HubCommand& command) {
    auto opened = soleStructure<contract::Reply>(command);
    if (!opened) return opened.error();
    const contract::Reply& v = opened->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "reply.hub", "names another marketplace");
    if (auto ok = checkText("reply.text", v.text); !ok) return ok.error();
    auto found = find(v.contract);
    if (!found) return found.error();
    Contract& c = **found;
    const bool byRenter = opened->signer == c.renter;
    if (!byRenter && opened->signer != c.offer.provider)
        return refuse(ProtocolError::NotAParty, "reply", "only who was reviewed replies");
    Written& answered = byRenter ? c.ofProvider : c.ofRenter;
    if (!answered.at || !reviewsAreOpen(c, m_now))
        return refuse(ProtocolError::WrongPhase, "reply", "there is no review of you that may be read",
                      "wait until both have written, or 14 days have passed");
    if (answered.replyVersion >= v.version) return Value(Array{});
    cbor::Reader in = argsOf(command, 1);
    answered.replyVersion = v.version;
    answered.reply = in.bytes();
    notify(v.contract, c, Array{"replied", answered.reply});
    return Value(Array{});
}

/// At a settlement, and once more where a fault took the bond after it.
void HubState::countSettled(const ContractId& id, Contract& c, Amount refunded) {
    if (c.settledAt == 0) {
        c.settledAt = m_now;
        m_settledOf[c.renter].push_back(id);
        m_settledOf[c.offer.provider].push_back(id);
    }
    const Amount kept = c.paid - std::min(refunded, c.paid);
    Amount& sum = m_keptOf[c.renter][c.offer.provider];
    sum -= c.kept;
    sum += kept;
    c.kept = kept;
}

// ---- questions

void HubState::addPayments(const PeerId& by, std::vector<reputation::Payment>& out) const {
    const auto paid = m_keptOf.find(by);
    if (paid == m_keptOf.end()) return;
    for (const auto& [host, amount] : paid->second)
        out.push_back({by, host, amount});
}

reputation::Figure HubState::ratingOf(const PeerId& peer, TimeMs now) const {
    std::vector<reputation::Review> reviews;
    std::vector<reputation::Payment> payments;
    const auto at = m_settledOf.find(peer);
    if (at == m_settledOf.end()) return reputation::rating(peer, reviews, payments);
    std::set<PeerId> known;
    for (const ContractId& id : at->second) {
        const Contract& c = m_contracts.at(id);
        const PeerId& by = peer == c.renter ? c.offer.provider : c.renter;
        const Written& written = peer == c.renter ? c.ofProvider : c.ofRenter;
        if (!written.at || !reviewsAreOpen(c, now)) continue;
        reputation::Review review{by, peer, {}, *written.at};
        std::copy_n(written.review.stars.begin(), reputation::kDimensions, review.stars.begin());
        reviews.push_back(review);
        if (known.insert(by).second) addPayments(by, payments);
    }
    return reputation::rating(peer, reviews, payments);
}

Standing HubState::standingOf(const PeerId& peer, TimeMs now) const {
    Standing out;
    if (const auto checks = m_checks.find(peer); checks != m_checks.end()) {
        out.stepsChecked = checks->second.done;
        out.stepsWrong = checks->second.wrong;
    }
    const auto at = m_settledOf.find(peer);
    const std::span<const ContractId> settled = at == m_settledOf.end() ? std::span<const ContractId>{} : at->second;
    std::vector<reputation::Rental> rentals;
    for (const ContractId& id : settled) {
        const Contract& c = m_contracts.at(id);
        if (c.renter == peer) {
            out.rented += c.paid.isZero() ? 0 : 1;
            out.faults += c.ending == kRenterFault ? 1 : 0;
            out.spent += c.kept;
            continue;
        }
        out.contracts += isGood(c.ending) ? 1 : 0;
        const std::uint64_t kept = c.close ? c.close->steps : c.leaveWindow * c.offer.window;
        rentals.push_back({c.offer.steps, std::min(kept, c.offer.steps), blameOf(c.ending)});
    }
    out.rating = figure(ratingOf(peer, now));
    out.reliability = figure(reputation::reliability(rentals));
    return out;
}

/// Newest first, each as it was signed: nobody has to take the hub's word for it.
Value HubState::reviewsOf(const PeerId& peer, TimeMs now) const {
    Array out;
    const auto at = m_settledOf.find(peer);
    if (at == m_settledOf.end()) return Value(std::move(out));
    for (auto id = at->second.rbegin(); id != at->second.rend() && out.size() < kReviewsPerAnswer; ++id) {
        const Contract& c = m_contracts.at(*id);
        const Written& written = peer == c.renter ? c.ofProvider : c.ofRenter;
        if (!written.at || !reviewsAreOpen(c, now)) continue;
        std::vector<reputation::Payment> payments;
        const PeerId& by = peer == c.renter ? c.offer.provider : c.renter;
        addPayments(by, payments);
        out.push_back(Array{written.envelope, *written.at, c.claims.size(),
                            thousandths(reputation::reviewerWeight(by, peer, payments)), orNull(written.reply)});
    }
    return Value(std::move(out));
}

/// What a party may write, has written and may read, newest first.
Value HubState::ownReviews(const PeerId& from, TimeMs now) const {
    Array out;
    const auto at = m_settledOf.find(from);
    if (at == m_settledOf.end()) return Value(std::move(out));
    for (auto id = at->second.rbegin(); id != at->second.rend() && out.size() < kReviewsPerAnswer; ++id) {
        const Contract& c = m_contracts.at(*id);
        if (c.paid.isZero()) continue;
        const bool asRenter = from == c.renter;
        const Written& own = asRenter ? c.ofRenter : c.ofProvider;
        const Written& other = asRenter ? c.ofProvider : c.ofRenter;
        const bool open = reviewsAreOpen(c, now);
        out.push_back(Array{*id, asRenter ? c.offer.provider : c.renter, asRenter,
                            reputation::mayReview(own.at, other.at, c.settledAt, now),
                            c.settledAt + reputation::kBlindMs, orNull(own.envelope), other.at.has_value(),
                            open ? orNull(other.envelope) : Value(cbor::Null{}), orNull(other.reply)});
    }
    return Value(std::move(out));
}

} // namespace unchained::protocol
