// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"
#include "protocol/hub_internal.h"
#include "verification/policy.h"
#include "verification/slash.h"

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {

Error shape(const char* field, Message sentence, Message remedy = {}) {
    return refuse(ProtocolError::BadShape, std::string("offer.") + field, std::move(sentence), std::move(remedy));
}

Result<void> checkPeriods(const contract::Periods& asked, const contract::Periods& least) {
    const std::pair<const char*, std::pair<std::uint64_t, std::uint64_t>> rows[] = {
        {"release", {asked.release, least.release}}, {"opening", {asked.opening, least.opening}},
        {"secret", {asked.secret, least.secret}},    {"bond", {asked.bond, least.bond}},
        {"grace", {asked.grace, least.grace}},
    };
    constexpr std::uint64_t kMost = std::uint64_t{366} * 24 * 3600 * 1000;
    for (const auto& [name, values] : rows) {
        if (values.first < values.second)
            return refuse(ProtocolError::PeriodTooShort, std::string("offer.periods.") + name,
                          Message("%1 ms is less than this hub's %2 ms", values.first, values.second),
                          "choose a longer period in the terms");
        if (values.first > kMost) return shape(name, "a period is longer than a year", "choose a shorter one");
    }
    return {};
}

Result<void> checkShape(const contract::Offer& o) {
    if (o.steps == 0 || o.steps > lottery::kStepsMax)
        return shape("steps", Message("must be 1 to %1", lottery::kStepsMax), "make each step longer");
    if (o.startIteration > contract::kStartIterationMax)
        return shape("startIteration", Message("must be at most %1", contract::kStartIterationMax));
    if (o.window == 0 || o.window > lottery::kWindowStepsMax)
        return shape("window", Message("must be 1 to %1 steps", lottery::kWindowStepsMax));
    if (o.window > o.steps) return shape("window", "is longer than the contract");
    if (o.iterationsPerStep == 0) return shape("iterationsPerStep", "must be at least 1");
    if (o.price.micro() < 1) return shape("price", "a step costs at least one micro-credit");
    if (o.odds == 0) return shape("odds", "must be at least 1");
    if (o.odds > 1 && o.steps / o.odds < 20)
        return shape("odds", Message("1 in %1 leaves fewer than 20 expected wins in %2 steps", o.odds, o.steps),
                     "choose larger odds (a smaller n), or n = 1");
    if (o.batch == 0) return shape("batch", "must be at least 1");
    if (o.bond.micro() < 0 || o.atStake.micro() < 0) return shape("bond", "amounts cannot be negative");
    if (o.draw != contract::kDrawCoinflip && o.draw != contract::kDrawBeacon)
        return shape("draw", Message("this hub knows no draw \"%1\"", o.draw), "use \"coinflip\" or \"beacon\"");
    if (o.dataRoots.size() > 1) return shape("dataRoots", "are more than the one that a program reads");
    if (o.noiseAmplitude < 5 || o.noiseAmplitude > 13) return shape("noiseAmplitude", "must be 5 to 13");
    return {};
}

/// The last of them may rule the whole bond away.
Result<void> checkArbiters(const contract::Offer& o, const PeerId& renter) {
    if (o.arbiters.size() > contract::kArbitersMax)
        return shape("arbiters", Message("are more than %1", contract::kArbitersMax), "name fewer");
    for (const PeerId& arbiter : o.arbiters)
        if (arbiter == renter || arbiter == o.receiptKey || arbiter == o.provider)
            return shape("arbiters", "name a side of the contract itself",
                         "name somebody whom renter and host trust, or nobody");
    return {};
}

} // namespace

Result<void> HubState::checkOffer(const contract::Offer& o, const PeerId& renter) const {
    if (auto ok = checkShape(o); !ok) return ok;
    if (auto ok = checkPeriods(o.periods, m_terms.least); !ok) return ok;
    if (o.provider == renter) return shape("provider", "is the renter itself", "rent from somebody else");
    if (auto ok = checkArbiters(o, renter); !ok) return ok;
    const auto listed = m_listings.find(o.provider);
    if (listed == m_listings.end() || !listed->second.listing.open)
        return refuse(ProtocolError::NoListing, "offer.provider", "offers nothing here now",
                      "choose a host from the listings");
    if (o.bond > listed->second.listing.bondMax)
        return refuse(ProtocolError::NoListing, "offer.bond", "is more than the host's listing allows",
                      Message("ask for at most %1 credits", listed->second.listing.bondMax.str()));
    if (auto ok = checkBeacon(o, listed->second.listing.pricePerHour); !ok) return ok;
    const Amount marketLoss = allowsBets(o) ? verification::makersShare(o.bond) : Amount{};
    auto g = verification::largestBatch({o.price, o.odds, o.bond, o.atStake, marketLoss});
    if (!g) return g.error();
    if (o.batch > *g)
        return refuse(ProtocolError::TooFewChecks, "offer.batch",
                      Message("one check in %1 claims does not make cheating a loss", o.batch),
                      Message("check one in %1 or more often, or raise the bond", *g));
    return {};
}

/// Nobody waits for a round if a window is work enough; a contract of one window has nothing to go on with.
Result<void> HubState::checkBeacon(const contract::Offer& o, Amount pricePerHour) const {
    if (o.draw != contract::kDrawBeacon) return {};
    if (!m_beaconClock) return shape("draw", "this hub has no beacon yet", "use \"coinflip\"");
    if (static_cast<std::int64_t>(o.periods.secret) < kSecretByBeaconMs)
        return shape("periods.secret", Message("%1 ms are shorter than the wait for a round", o.periods.secret),
                     Message("choose at least %1 ms, or the draw \"coinflip\"", kSecretByBeaconMs));
    const std::uint32_t least =
        verification::leastWindow(o.price, pricePerHour, static_cast<std::uint64_t>(lottery::kBeaconWorkMs));
    if (o.window >= o.steps || o.window >= least) return {};
    return shape("window", Message("%1 steps are less work than the wait for a round of the beacon", o.window),
                 Message("make windows of at least %1 steps", least));
}

Result<Amount> HubState::escrowOf(const contract::Offer& o) const {
    auto face = verification::faceValue(o.price, o.odds);
    if (!face) return face.error();
    return verification::escrow(*face, lottery::escrowTickets(o.steps, o.window, o.odds), o.batch, m_terms.checkFee);
}

Result<Value> HubState::admit(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 2);
    const Bytes offerEnvelope = in.bytes(), acceptanceEnvelope = in.bytes();
    if (auto done = in.finish(); !done) return done.error();
    auto offer = openSigned<contract::Offer>(offerEnvelope);
    if (!offer) return offer.error();
    auto acceptance = openSigned<contract::Acceptance>(acceptanceEnvelope);
    if (!acceptance) return acceptance.error();
    const contract::Offer& o = offer->value;
    if (o.hub != m_keys.peer())
        return refuse(ProtocolError::WrongHub, "offer.hub", "names another marketplace", "make the offer for this hub");
    if (acceptance->signer != o.provider || acceptance->value.offer != offer->hash())
        return refuse(ProtocolError::BadProof, "acceptance", "is not the named provider's acceptance of this offer");
    const ContractId id = contract::contractId(offer->payload, acceptance->payload);
    if (const auto known = m_contracts.find(id); known != m_contracts.end())
        return Value(Array{Value(known->second.admissionEnvelope)});
    if (m_now > o.expires || o.expires > m_now + kOfferLifeMs)
        return refuse(ProtocolError::Expired, "offer.expires", "the offer's life of 60 s is over or not yet begun",
                      "make a new offer");
    if (m_seedAnchors.contains(o.seedAnchor))
        return refuse(ProtocolError::SeedUsed, "offer.seedAnchor", "this s_0 was accepted before",
                      "make a new offer with a new nonce");
    if (auto ok = checkOffer(o, offer->signer); !ok) return ok.error();
    if (auto good = buildIsGood("acceptance.build", acceptance->value.build); !good) return good.error();
    auto escrow = escrowOf(o);
    if (!escrow) return escrow.error();
    const auto has = [&](const PeerId& peer) { return m_ledger.balance(peerAccount(peer)); };
    if (has(offer->signer) < *escrow)
        return refuse(ProtocolError::TooLittleCredit, "renter",
                      Message("the escrow is %1 credits, the balance %2", escrow->str(), has(offer->signer).str()),
                      "put in more credits, or rent fewer steps or a cheaper host");
    if (has(o.provider) < o.bond)
        return refuse(ProtocolError::TooLittleCredit, "provider",
                      Message("the bond is %1 credits, the host has %2", o.bond.str(), has(o.provider).str()),
                      "choose another host or a smaller bond");

    m_seedAnchors.insert(o.seedAnchor);
    Contract c;
    c.offer = o;
    c.renter = offer->signer;
    c.offerEnvelope = offerEnvelope;
    c.acceptanceEnvelope = acceptanceEnvelope;
    c.face = *verification::faceValue(o.price, o.odds);
    c.escrow = c.escrowed = *escrow;
    c.bond = o.bond;
    c.checkFee = m_terms.checkFee;
    c.build = acceptance->value.build;
    c.knownSeedValue = o.seedAnchor;
    c.hubChain = lottery::HubChain(m_keys.hubKey(), id, o.steps);
    c.admissionEnvelope = signedByHub(contract::Admission{id, *escrow, o.bond, c.hubChain.at(0)});
    Contract& placed = m_contracts.emplace(id, std::move(c)).first->second;
    if (allowsBets(o)) m_bets.try_emplace(id);
    mustPost("escrow", peerAccount(placed.renter), escrowAccount(id), placed.escrow);
    mustPost("bond", peerAccount(o.provider), bondAccount(id), placed.bond);
    notify(id, placed, Array{"admission", placed.admissionEnvelope});
    if (o.draw == contract::kDrawBeacon) tellChain(id, placed, m_beaconClock->newest(m_now));
    return Value(Array{Value(placed.admissionEnvelope)});
}

Result<Value> HubState::topUp(const HubCommand& command) {
    auto top = soleStructure<contract::TopUp>(command);
    if (!top) return top.error();
    auto found = find(top->value.contract);
    if (!found) return found.error();
    Contract& c = **found;
    if (top->signer != c.renter) return refuse(ProtocolError::NotAParty, "top-up", "only the renter tops up");
    if (c.phase == Phase::Settled) return refuse(ProtocolError::WrongPhase, "contract", "is settled");
    if (top->value.amount.micro() <= 0) return refuse(ProtocolError::BadShape, "top-up.amount", "must be positive");
    const Hash256 id = taggedHash("top-up-id", {top->signer, top->value.id});
    if (m_ledger.knows(id)) return Value(Array{});
    if (m_ledger.balance(peerAccount(c.renter)) < top->value.amount)
        return refuse(ProtocolError::TooLittleCredit, "renter", "the balance is smaller than the top-up");
    if (auto ok = mayTopUp(top->value.contract, c, top->value.amount); !ok) return ok.error();
    if (auto ok = post(id, "top-up", peerAccount(c.renter), escrowAccount(top->value.contract), top->value.amount); !ok)
        return ok.error();
    c.escrow += top->value.amount;
    c.escrowed += top->value.amount;
    c.topUpBy.reset();
    c.topUpWanted = false;
    notify(top->value.contract, c, Array{"top-up", top->value.amount.micro()});
    payBatches(top->value.contract, c);
    return Value(Array{});
}

} // namespace unchained::protocol
