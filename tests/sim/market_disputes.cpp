// SPDX-License-Identifier: Apache-2.0
#include "market_disputes.h"

#include "identity/sealed_box.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using contract::CaseView;
using namespace protocol;

namespace {

constexpr TimeMs kPeopleMs = 15'000, kTurnMs = 8'000, kTurnMostMs = 10 * 60'000, kRetriesMs = 5 * 60'000;
constexpr double kDisputesTruly = 0.8, kDisputesFalsely = 0.15, kComplains = 0.006, kStalls = 0.2, kProposes = 0.35,
                 kAgrees = 0.6, kRules = 0.75, kWrites = 0.1, kReviews = 0.6;

Bytes proofBytes(const Session& session, std::uint64_t step) {
    auto shown = session.shown(step);
    if (!shown) return {};
    contract::FieldWriter writer;
    shown->fields(writer);
    return cbor::encode(Value(std::move(writer.out)));
}

} // namespace

Disputes::Disputes(Scene& scene, Rentals& rentals)
    : m_scene(scene), m_rentals(rentals), m_arbiter(simKeys(scene.out.seed, 4, 0)),
      m_neighbour(simKeys(scene.out.seed, 4, 1)) {
    rentals.arbiters = {m_arbiter.peer()};
}

void Disputes::begin() {
    m_scene.welcome(m_neighbour);
    act();
}

bool Disputes::areDone() const {
    return std::all_of(m_cases.begin(), m_cases.end(), [](const auto& c) { return c.second->ended; });
}

const Trader* Disputes::traderOf(const PeerId& peer) const {
    for (const auto* traders : {&m_rentals.hosts, &m_rentals.renters})
        for (const Trader& trader : *traders)
            if (trader.keys.peer() == peer) return &trader;
    return nullptr;
}

/// Everybody looks about now and then.
void Disputes::act() {
    if (!m_rentals.areQuiet()) m_scene.after(kPeopleMs, [this] { act(); });
    for (const auto& rental : m_rentals.all()) {
        if (!rental->settled && rental->renter.session->receipted() >= 5 && m_scene.maybe(kComplains))
            considerResult(*rental);
        if (!rental->settled && m_scene.maybe(kComplains)) considerConduct(*rental);
    }
    const auto& all = m_rentals.all();
    if (!all.empty() && m_scene.maybe(kWrites)) write(*all[m_scene.random.below(all.size())]);
}

void Disputes::onNotice(const NoticeEffect& notice) {
    const std::string& name = nameOf(notice.body);
    if (name == "case-ended")
        return onEnded(openSigned<contract::CaseVerdict>(*(*notice.body.asArray())[1].asBytes())->value);
    if (name != "settled") return;
    Rental* rental = m_rentals.find(notice.contract);
    if (!rental) return;
    // The bond is locked for a while yet: now or never.
    m_scene.after(static_cast<TimeMs>(1'000 + m_scene.random.below(60'000)), [this, rental] {
        considerResult(*rental);
        if (m_scene.maybe(20 * kComplains)) considerConduct(*rental);
        review(*rental);
    });
}

void Disputes::onNote(const PeerNoteEffect& note) {
    const std::string& name = nameOf(note.body);
    if (name != "message" && name != "case") return;
    const auto subject = *Hash256::from(*(*note.body.asArray())[1].asBytes());
    m_scene.travel([this, to = note.to, name, subject] {
        if (name == "message") return read(subject, to);
        const auto at = m_cases.find(subject);
        if (at != m_cases.end()) turn(*at->second);
    });
}

bool Disputes::supplies(const CheckEffect& check) const {
    if (!m_scene.hub().claimedInCase(check)) return false;
    return std::any_of(m_cases.begin(), m_cases.end(), [&](const auto& c) {
        return !c.second->ended && c.second->rental->id == check.contract && !c.second->plan.openerStalls;
    });
}

// ---- cases are opened

/// The roots as who disputes them says they are: computed again, or made up from somewhere on.
std::vector<Hash256> Disputes::rootsOf(const Rental& rental, const Plan& plan) const {
    const auto& session = rental.renterSession();
    std::vector<Hash256> roots{rental.offer.initialRoot};
    for (std::uint64_t i = 0; i < session.stepsReceipted(); ++i) {
        const std::uint64_t k = lottery::windowOf(i, rental.offer.window);
        const Hash256& before = rental.isParallel() ? roots.front() : roots.back();
        if (plan.truthful)
            roots.push_back(Rental::step(before, lottery::stepSeed(session.seeds().at(k), i)));
        else
            roots.push_back(i + 1 < plan.liesFrom ? session.rootAfter(i) : taggedHash("sim-false", {roots.back(), i}));
    }
    return roots;
}

void Disputes::considerResult(Rental& rental) {
    const auto& session = rental.renterSession();
    const std::uint64_t steps = session.stepsReceipted();
    if (steps < 2 || m_resultAsked.contains(rental.id)) return;
    Random& random = m_scene.random;
    Case c;
    c.plan.truthful = rental.hasFalseStep();
    if (!m_scene.maybe(c.plan.truthful ? kDisputesTruly : kDisputesFalsely)) return;
    c.plan.liesFrom = 1 + random.below(steps);
    c.plan.openerStalls = m_scene.maybe(kStalls);
    c.plan.hostStalls = !rental.host.trader->isHonest() && m_scene.maybe(kStalls);
    c.plan.stallsIn = 1 + random.below(9);
    c.plan.proposes = m_scene.maybe(kProposes);
    c.plan.agrees = m_scene.maybe(kAgrees);
    c.rental = &rental;
    const bool byRenter = !rental.renter.gone && m_scene.maybe(0.5);
    // Of those who lie a neighbour alone: an honest renter computes again before it speaks.
    const bool renterWould = c.plan.truthful || !rental.renter.trader->isHonest();
    c.opener = byRenter && renterWould ? &rental.renter.trader->keys : &m_neighbour;
    c.against = &rental.host.trader->keys;
    c.roots = rootsOf(rental, c.plan);
    contract::CaseOpening opening;
    opening.kind = contract::kCaseOfResult;
    opening.last = steps;
    if (rental.isParallel()) { // one tile: a false one, for who knows
        opening.last = c.plan.liesFrom;
        for (std::uint64_t i = 0; c.plan.truthful && i < steps; ++i)
            if (rental.isFalse(i)) opening.last = i + 1;
        opening.first = opening.last - 1;
    }
    opening.root = c.roots.at(opening.last);
    m_resultAsked.insert(rental.id);
    open(std::move(c), opening);
}

void Disputes::considerConduct(Rental& rental) {
    if (!m_conductAsked.insert(rental.id).second) return;
    Random& random = m_scene.random;
    const bool ofHost = random.below(3) > 0; // what somebody complains of
    const Trader& accused = ofHost ? *rental.host.trader : *rental.renter.trader;
    if (ofHost ? rental.renter.gone : rental.host.gone) return;
    Case c;
    c.ofResult = false;
    c.plan.truthful = !accused.isHonest();
    c.plan.proposes = m_scene.maybe(kProposes);
    c.plan.agrees = m_scene.maybe(kAgrees);
    c.plan.arbiterRules = m_scene.maybe(kRules);
    c.rental = &rental;
    c.opener = ofHost ? &rental.renter.trader->keys : &rental.host.trader->keys;
    c.against = &accused.keys;
    const Amount most = ofHost ? rental.offer.bond : *rental.offer.price.times(rental.offer.window);
    contract::CaseOpening opening;
    opening.kind = contract::kCaseOfConduct;
    opening.asked =
        Amount::micros(1 + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most.micro()))));
    opening.text = "the card fell out";
    if (c.plan.truthful) c.plan.ruled = opening.asked;
    open(std::move(c), opening);
}

void Disputes::open(Case c, const contract::CaseOpening& wanted) {
    const Rental& rental = *c.rental;
    contract::CaseOpening opening = wanted;
    opening.hub = m_scene.hubKeys.peer();
    opening.id.bytes[0] = static_cast<std::uint8_t>(++m_ids);
    opening.contract = rental.id;
    opening.against = c.against->peer();
    const Bytes payload = contract::encodeStructure(opening);
    c.id = taggedHash("case", {c.opener->peer(), Value(payload)});
    c.openedAt = m_scene.now();
    Array command{"case-open", identity::seal(*c.opener, payload), Bytes{}, Bytes{}, Hash256{}};
    if (c.ofResult) {
        const auto& session = rental.renterSession();
        command[3] = proofBytes(session, opening.last - 1);
        command[4] = session.seeds().at(lottery::windowOf(opening.last - 1, rental.offer.window));
    }
    const auto& placed = m_cases.emplace(c.id, std::make_unique<Case>(std::move(c))).first->second;
    m_scene.send(*placed->opener, std::move(command), [this, &known = *placed](const Result<Value>& answer) {
        // Too late, or the bond has answered for something else, or the proof was of a second commitment.
        if (!answer || answer->asArray()->empty())
            known.ended = true;
        else
            retry(known, kTurnMs);
    });
}

// ---- and played

void Disputes::retry(Case& c, TimeMs wait) {
    m_scene.after(wait, [this, &c, wait] {
        if (c.ended) return;
        turn(c);
        retry(c, std::min(2 * wait, kTurnMostMs));
    });
}

void Disputes::turn(Case& c) {
    if (c.ended) return;
    const auto shown = m_scene.ask(c.opener->peer(), {"case", c.id});
    if (!shown) return; // its opening is still under way
    const auto view = contract::decodeCaseView(*shown);
    if (!view) return m_scene.fail("a case cannot be read: " + view.error().text());
    if (view->level == "ended") return;
    if (!view->until && view->level != "arbiter" && !view->checking) m_scene.fail("a case waits for ever");
    if (c.ofResult) answerRound(c, *view);
    talk(c, *view);
    if (view->level == "arbiter") rule(c, *view);
}

void Disputes::answerRound(Case& c, const CaseView& view) {
    const std::uint64_t round = view.rounds.size();
    const Side& host = c.rental->host;
    const bool late = round >= c.plan.stallsIn;
    if (view.waitsForHost && c.hostSaid < round && !host.gone && !(c.plan.hostStalls && late)) {
        const std::uint64_t step = view.rounds.back().middle - 1;
        Bytes proof = proofBytes(*host.session, step);
        // A host that has lost its disk asks whoever else has it.
        if (proof.empty() && !c.rental->renter.gone) proof = proofBytes(c.rental->renterSession(), step);
        if (!proof.empty()) {
            c.hostSaid = round;
            m_scene.send(host.trader->keys, {"case-step", c.id, round, proof});
        }
    }
    if (view.waitsForOpener && c.openerSaid < round && !(c.plan.openerStalls && late)) {
        c.openerSaid = round;
        const contract::CaseAnswer answer{c.id, round, c.roots.at(view.rounds.back().middle)};
        m_scene.send(*c.opener, {"case-answer", sealed(*c.opener, answer)});
    }
}

void Disputes::settle(const identity::Keys& who, const contract::Settlement& terms) {
    m_scene.send(who, {"case-settle", sealed(who, terms)}, [this](const Result<Value>& answer) {
        const bool* agreed = answer ? (*answer->asArray())[0].asBool() : nullptr;
        if (agreed && *agreed) ++m_scene.out.settlements;
    });
}

/// The opener makes an offer, and the other one says yes or nothing. Somebody puts in what he has to say.
void Disputes::talk(Case& c, const CaseView& view) {
    if (view.settled) return;
    if (c.plan.proposes && !c.proposed) {
        c.proposed = true;
        impostors(c);
        const auto half = static_cast<std::int64_t>(m_scene.random.below(1'000'000));
        settle(*c.opener, {m_scene.hubKeys.peer(), c.id, Amount::micros(half), m_scene.now() + 20 * 60'000});
        const contract::CaseEvidence words{c.id, "statement", "what happened", Bytes{1, 2, 3}};
        m_scene.send(*c.opener, {"case-evidence", sealed(*c.opener, words)});
    }
    for (const auto& offer : view.offers) {
        if (offer.by != c.opener->peer() || c.accepted || !c.plan.agrees) continue;
        c.accepted = true;
        settle(*c.against, {m_scene.hubKeys.peer(), c.id, offer.toOpener, offer.expires});
    }
}

void Disputes::rule(Case& c, const CaseView& view) {
    if (!c.plan.arbiterRules || c.ruled || view.arbiter != m_arbiter.peer()) return;
    c.ruled = true;
    const contract::Ruling ruling{m_scene.hubKeys.peer(), c.id, c.plan.ruled, "by the facts"};
    m_scene.send(m_arbiter, {"case-rule", sealed(m_arbiter, ruling)});
}

/// Whoever is neither side nor arbiter decides nothing.
void Disputes::impostors(const Case& c) {
    const identity::Keys& stranger = m_rentals.renters[m_scene.random.below(m_rentals.renters.size())].keys;
    if (stranger.peer() == c.opener->peer() || stranger.peer() == c.against->peer()) return;
    const contract::Ruling ruling{m_scene.hubKeys.peer(), c.id, Amount::micros(1), "I say so"};
    const contract::Settlement terms{m_scene.hubKeys.peer(), c.id, Amount::micros(1), m_scene.now() + 60'000};
    const auto refused = [this](const Result<Value>& answer) {
        if (answer) m_scene.fail("a stranger has a say in a case");
    };
    m_scene.send(stranger, {"case-rule", sealed(stranger, ruling)}, refused);
    m_scene.send(stranger, {"case-settle", sealed(stranger, terms)}, refused);
}

// ---- and ended

void Disputes::onEnded(const contract::CaseVerdict& verdict) {
    ++m_scene.out.caseEndings[verdict.outcome];
    const auto at = m_cases.find(verdict.of);
    if (at == m_cases.end()) return m_scene.fail("a case has ended that nobody has opened");
    Case& c = *at->second;
    c.ended = true;
    if (verdict.outcome == "settled" && !(c.proposed && c.accepted))
        m_scene.fail("a case was settled without both signatures");
    if (c.ofResult)
        judgeResult(c, verdict);
    else
        judgeConduct(c, verdict);
}

void Disputes::judgeResult(const Case& c, const contract::CaseVerdict& verdict) {
    const Rental& rental = *c.rental;
    const std::string& outcome = verdict.outcome;
    const bool hostHonest = rental.hostIsHonest();
    if (hostHonest && (outcome == "host-wrong" || outcome == "host-silent"))
        m_scene.falselyAccused("an honest host lost a case: " + outcome);
    if (outcome == "host-wrong" && !rental.isFalse(*verdict.step))
        m_scene.falselyAccused("a right step was found wrong in a case");
    const bool plays = c.plan.truthful && !c.plan.openerStalls;
    if (outcome == "settled" && verdict.step && !verdict.computed && !c.plan.openerStalls &&
        rental.renter.trader->isHonest())
        m_scene.fail("a settlement stopped a check that was asked for");
    if (plays && (outcome == "false-alarm" || outcome == "opener-silent"))
        m_scene.falselyAccused("who disputed a false result lost the case: " + outcome);
    // Two purses of time and an opening's period; then the default.
    const auto period = static_cast<TimeMs>(rental.offer.periods.opening);
    if (m_scene.now() - c.openedAt > 3 * period + m_scene.hubAwayMs() + kRetriesMs)
        m_scene.fail("a case outlasted its deadlines");
}

void Disputes::judgeConduct(const Case& c, const contract::CaseVerdict& verdict) {
    const bool ruled = verdict.outcome == "ruled";
    if (!ruled && verdict.outcome != "dismissed" && verdict.outcome != "settled")
        m_scene.fail("a complaint has ended as " + verdict.outcome);
    if (!ruled) return;
    ++m_scene.out.rulings;
    if (!c.ruled) m_scene.fail("a case was ruled by nobody");
    if (verdict.toOpener > c.plan.ruled) m_scene.falselyAccused("somebody paid what no arbiter has ruled");
}

// ---- letters and stars

void Disputes::write(const Rental& rental) {
    const bool byRenter = m_scene.random.below(2) == 0;
    const identity::Keys& from = (byRenter ? rental.renter : rental.host).trader->keys;
    const PeerId& to = (byRenter ? rental.host : rental.renter).trader->keys.peer();
    const std::string text = "letter " + std::to_string(++m_letters);
    m_written[to].insert(text);
    const contract::PartyMessage message{rental.id, to, m_scene.now(), text};
    identity::BoxNonce nonce;
    const Hash256 fresh = taggedHash("sim-nonce-of-box", {m_scene.out.seed, m_letters});
    std::copy_n(fresh.bytes.begin(), nonce.bytes.size(), nonce.bytes.begin());
    const auto box = identity::sealBox(from, to, sealed(from, message), nonce);
    if (!box) return m_scene.fail("a letter cannot be sealed");
    m_scene.send(from, {"message", rental.id, to, *box});
}

/// What has come opens, is signed by its sender, and says what was written.
void Disputes::read(const ContractId& contract, const PeerId& to) {
    if (!m_scene.hubIsUp()) return;
    const Trader* reader = traderOf(to);
    const auto answer = m_scene.ask(to, {"messages", contract, 0});
    if (!reader || !answer || answer->asArray()->empty()) return m_scene.fail("a letter has not arrived");
    const auto carried = contract::decodeCarriedMessage(answer->asArray()->back());
    if (!carried) return m_scene.fail("a letter cannot be read");
    if (carried->to != to) return; // its answer has come meanwhile
    const auto inside = identity::openBox(reader->keys, carried->from, carried->sealed);
    const auto message = openSigned<contract::PartyMessage>(inside ? *inside : Bytes{});
    if (!message || message->signer != carried->from || !m_written[to].contains(message->value.text))
        return m_scene.fail("a letter says what nobody wrote");
    ++m_scene.out.messages;
}

void Disputes::review(const Rental& rental) {
    for (const Side* side : {&rental.renter, &rental.host}) {
        if (side->gone || !m_scene.maybe(kReviews)) continue;
        contract::Review review{m_scene.hubKeys.peer(), rental.id, 1, {}, "as agreed"};
        for (int i = 0; i < 4; ++i)
            review.stars.push_back(static_cast<std::uint32_t>(1 + m_scene.random.below(5)));
        m_scene.send(side->trader->keys, {"review", sealed(side->trader->keys, review)},
                     [this](const Result<Value>& answer) { m_scene.out.reviews += answer ? 1 : 0; });
    }
}

} // namespace unchained::sim
