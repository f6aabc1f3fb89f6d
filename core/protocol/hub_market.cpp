// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_internal.h"
#include "protocol/told_terms.h"

#include <algorithm>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::size_t kNameMax = 64, kListingsMax = 100'000, kNoticesPerAnswer = 500;

Value wire(Standing standing) {
    return contract::FieldWriter::toValue(standing);
}
} // namespace

Result<Value> HubState::list(const HubCommand& command) {
    auto listing = soleStructure<contract::Listing>(command);
    if (!listing) return listing.error();
    const contract::Listing& v = listing->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "listing.hub", "names another marketplace");
    if (v.name.size() > kNameMax || v.place.size() > kNameMax || v.device.size() > kNameMax ||
        v.engine.size() > kNameMax || v.build.size() > kNameMax || v.address.size() > 2 * kNameMax)
        return refuse(ProtocolError::BadShape, "listing", Message("a name is longer than %1 bytes", kNameMax),
                      "shorten it");
    if (v.pricePerHour.micro() < 0 || v.bondMax.micro() < 0 || v.rate == 0)
        return refuse(ProtocolError::BadShape, "listing", "price, bond and rate cannot be negative or nothing");
    if (auto good = buildIsGood("listing.build", v.build); !good && v.open) return good.error();
    const auto measured = m_measurements.find(listing->signer);
    if (measured != m_measurements.end() && v.rate > measured->second.measurement.rate())
        return refuse(ProtocolError::BadShape, "listing.rate",
                      Message("%1 multiply-adds a second are more than the %2 that this hub has seen", v.rate,
                              measured->second.measurement.rate()),
                      "list what was measured, or let the machine be measured again");
    const auto known = m_listings.find(listing->signer);
    if (known != m_listings.end() && known->second.listing.version >= v.version) return Value(Array{});
    if (known == m_listings.end() && m_listings.size() >= kListingsMax)
        return refuse(ProtocolError::BadShape, "listing", "this hub lists no more hosts");
    cbor::Reader in = argsOf(command, 1);
    m_listings[listing->signer] = Listed{v, in.bytes()};
    m_effects.push_back(ListingEffect{listing->signer});
    return Value(Array{});
}

// ---- questions

bool HubState::isQuestion(const Value& body) {
    const Array* items = body.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    return name && (*name == "listings" || *name == "account" || *name == "notices" || *name == "terms" ||
                    *name == "contracts" || *name == "reviews" || *name == "own-reviews" || *name == "standing" ||
                    *name == "measurement" || *name == "beacon" || *name == "cases" || *name == "case" ||
                    *name == "case-content" || *name == "messages" || *name == "markets" || *name == "openings" ||
                    *name == "bets" || *name == "positions" || *name == "enlisted" || *name == "check-tasks" ||
                    *name == "case-record");
}

Value HubState::listingsView(TimeMs now) const {
    Array out;
    for (const auto& [peer, listed] : m_listings) {
        out.push_back(Array{peer, listed.envelope, wire(standingOf(peer, now)),
                            m_ledger.balance(peerAccount(peer)).micro(), measurementOf(peer),
                            posteriorView(peer, now)});
    }
    return Value(std::move(out));
}

Result<Value> HubState::ask(const PeerId& from, const Value& body, TimeMs now) const {
    cbor::Reader in(body, "question", 1, 3);
    const std::string name = in.text();
    if (name == "listings") return listingsView(now);
    if (name == "terms") {
        ToldTerms told{m_keys.peer(), now, m_terms.least, m_terms.checkFee, m_terms.coinflipBets, m_terms.arbiter};
        return contract::FieldWriter::toValue(told);
    }
    if (name == "beacon") return beaconView(now);
    if (name == "account") {
        Amount locked;
        for (const auto& [id, c] : m_contracts) {
            if (c.renter == from) locked += c.escrow;
            if (c.offer.provider == from) locked += c.bond;
        }
        for (const auto& [id, s] : m_cases)
            if (s.opener == from) locked += s.deposit;
        locked += m_ledger.balance(ledger::Account::stake(from));
        return Value(Array{m_ledger.balance(peerAccount(from)).micro(), locked.micro()});
    }
    // Under way, for a party that lost its own record of them; the one of a nonce also when it has ended.
    if (name == "contracts") {
        const auto nonce = in.left() > 0 ? std::optional(in.fixed<Hash256>()) : std::nullopt;
        if (auto done = in.finish(); !done) return done.error();
        Array out;
        for (const auto& [id, c] : m_contracts)
            if ((c.phase != Phase::Settled || c.offer.nonce == nonce) && (c.renter == from || c.offer.provider == from))
                out.push_back(Array{id, c.offerEnvelope, c.acceptanceEnvelope, c.admissionEnvelope});
        return Value(std::move(out));
    }
    if (name == "reviews") {
        const auto peer = in.fixed<PeerId>();
        if (auto done = in.finish(); !done) return done.error();
        return reviewsOf(peer, now);
    }
    if (name == "standing") {
        const auto peer = in.fixed<PeerId>();
        if (auto done = in.finish(); !done) return done.error();
        return wire(standingOf(peer, now));
    }
    if (name == "own-reviews") return ownReviews(from, now);
    if (name == "measurement") {
        const auto at = m_benchmarks.find(from);
        const bool known = at != m_benchmarks.end();
        return Value(Array{known && at->second.underWay, measurementOf(from), known && at->second.interrupted});
    }
    if (name == "cases") return casesOf(from);
    if (name == "case-record") {
        const auto peer = in.fixed<PeerId>();
        if (auto done = in.finish(); !done) return done.error();
        return caseRecordOf(peer);
    }
    if (name == "case") return caseOf(from, in);
    if (name == "case-content") return evidenceOf(from, in);
    if (name == "messages") return messagesOf(from, in);
    if (name == "markets" || name == "openings" || name == "bets" || name == "positions")
        return askBets(from, name, in);
    if (name == "enlisted" || name == "check-tasks") return askCheckers(from, name);
    if (name != "notices") return refuse(ProtocolError::UnknownCommand, "question", "the hub does not know it");
    const auto id = in.fixed<Hash256>();
    const std::uint64_t first = in.u64();
    if (auto done = in.finish(); !done) return done.error();
    const auto at = m_contracts.find(id);
    if (at == m_contracts.end())
        return refuse(ProtocolError::UnknownContract, "contract", "the hub has admitted no such contract");
    Array out;
    for (std::uint64_t i = first; i < at->second.notices.size() && out.size() < kNoticesPerAnswer; ++i)
        out.push_back(at->second.notices[i]);
    return Value(std::move(out));
}

} // namespace unchained::protocol
