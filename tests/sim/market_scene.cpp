// SPDX-License-Identifier: Apache-2.0
#include "market_scene.h"

#include "gpu/hash.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using namespace protocol;

namespace {
constexpr std::uint64_t kSceneRounds = 256; ///< of a chain of the beacon: 13 minutes
constexpr TimeMs kRetryMs = 5'000;
constexpr std::uint64_t kLongAwayMs = 40 * 60'000;
constexpr double kLongAway = 0.15;
constexpr std::size_t kCanaryLoses = 1'000; ///< that event
} // namespace

namespace {
Error hubIsAway() {
    Error error = makeError(ProtocolError::Stopped, "hub", "is away");
    error.transient = true;
    return error;
}
} // namespace

identity::Keys simKeys(std::uint64_t seed, std::uint8_t kind, std::uint64_t number) {
    return identity::Keys(identity::KeySeed::from(taggedHash("sim-key", {seed, kind, number}).view()).value());
}

const std::string& nameOf(const Value& list) {
    return *list.asArray()->front().asText();
}

Scene::Scene(std::uint64_t seed, MarketOutcome& outcome, bool canary)
    : out(outcome), random(seed), hubKeys(simKeys(seed, 0, 0)), m_canary(canary), m_loss(0.02 * random.uniform()),
      m_late(0.05 * random.uniform()), m_twice(0.03 * random.uniform()), m_crash(0.002 * random.uniform()),
      m_beacon(std::make_shared<lottery::HubBeacon>(hubKeys.hubKey(), kSceneRounds)) {
    out.seed = seed;
    terms.least = {1'000, 1'000, 1'000, 1'000, 1'000};
    if (random.below(2) == 0) terms.checkFee = Amount::micros(static_cast<std::int64_t>(100 + random.below(1'000)));
    if (random.below(2) == 0) terms.pool = Amount::micros(static_cast<std::int64_t>(random.below(5'000'000)));
    if (random.below(2) == 0) terms.hire = lottery::kHireAlways / (1 + random.below(3));
    terms.again = lottery::kHireAlways / 10;
    m_hub = newHub();
}

void Scene::begin() {
    if (!tell(HubStarted{0, terms}) || !tell(m_hub->beaconToBegin())) fail("the hub did not begin");
    setAlarm(); // it does not crash before everybody has come
}

void Scene::welcome(const identity::Keys& keys) {
    const contract::Issuance issue{hubKeys.peer(), {}, keys.peer(), Amount::micros(kSimMoney)};
    if (!tell(HubCommand{hubKeys.peer(), Array{"issue", sealed(hubKeys, issue)}})) fail("money was not issued");
}

std::unique_ptr<HubState> Scene::newHub() const {
    return std::make_unique<HubState>(hubKeys, terms, m_beacon);
}

void Scene::fail(std::string what) {
    if (out.broken.size() < 20) out.broken.push_back(std::to_string(m_now - kSimBegin) + " ms: " + std::move(what));
}

void Scene::falselyAccused(const std::string& what) {
    ++out.falseAccusations;
    fail(what);
}

// ---- time and the network

void Scene::after(TimeMs ms, std::function<void()> run) {
    m_queue.push({m_now + ms, m_count++, std::move(run)});
}

void Scene::travel(const std::function<void()>& arrive) {
    if (chance(m_loss)) return;
    const int times = chance(m_twice) ? 2 : 1;
    for (int i = 0; i < times; ++i)
        after(static_cast<TimeMs>(chance(m_late) ? random.below(30'000) : 1 + random.below(80)), arrive);
}

bool Scene::runNext() {
    if (m_queue.empty()) return false;
    const Entry next = m_queue.top();
    m_queue.pop();
    m_now = next.at;
    next.run();
    return true;
}

void Scene::send(const identity::Keys& from, Array command, Answered answered) {
    trySend(std::make_shared<Sent>(Sent{from, std::move(command), std::move(answered)}));
}

void Scene::trySend(const std::shared_ptr<Sent>& sent) {
    if (sent->done) return;
    travel([this, sent] {
        const auto answer = tell(HubCommand{sent->from.peer(), Value(sent->command)});
        if (!answer && answer.error().transient) return;
        travel([sent, answer] {
            if (std::exchange(sent->done, true)) return;
            if (sent->answered) sent->answered(answer);
        });
    });
    after(kRetryMs, [this, sent] { trySend(sent); });
}

// ---- the hub

Result<Value> Scene::ask(const PeerId& from, Array question) const {
    if (!m_hubIsUp) return hubIsAway();
    return m_hub->ask(from, Value(std::move(question)), m_now);
}

Result<Value> Scene::tell(const HubEvent& event) {
    if (!m_hubIsUp) return hubIsAway();
    const HubOutcome outcome = m_hub->handle(event, m_now);
    const bool isLost = m_canary && m_log.size() == kCanaryLoses;
    if (outcome.changed && isLost)
        m_canary = false;
    else if (outcome.changed)
        m_log.emplace_back(m_now, encodeEvent(event));
    for (const HubEffect& effect : outcome.effects)
        if (const auto* notice = std::get_if<NoticeEffect>(&effect)) m_contracts.insert(notice->contract);
    if (!faultsLast()) setAlarm();
    if (heard) heard(event, outcome);
    return outcome.answer;
}

void Scene::hubWakes() {
    if (m_hubIsUp) {
        const auto next = m_hub->nextDeadline();
        if (next && *next <= m_now) (void)tell(HubTick{});
        if (chance(m_crash)) hubCrashes();
    }
    m_wakesAt = INT64_MAX;
    setAlarm();
}

/// Every second as long as things go wrong; then when something is due: where both parties of a contract are gone the
/// hub waits for 30 days.
void Scene::setAlarm() {
    const auto due = m_hub->nextDeadline();
    const TimeMs at = faultsLast() ? m_now + 1'000 : std::max(m_now + 1, due ? *due : m_now + kMsPerHour);
    if (at >= m_wakesAt) return;
    m_wakesAt = at;
    after(at - m_now, [this, at] {
        if (at == m_wakesAt) hubWakes();
    });
}

void Scene::hubCrashes() {
    ++out.crashes;
    (void)foldAgain();
    m_hubIsUp = false;
    const auto away = static_cast<std::int64_t>(random.below(maybe(kLongAway) ? kLongAwayMs : 60'000));
    m_hubAwayMs += away;
    after(away, [this, away] { hubStarts(away); });
}

void Scene::hubStarts(std::int64_t away) {
    m_hubIsUp = true;
    (void)tell(HubStarted{away, terms});
    HubOutcome waiting;
    for (CheckEffect& effect : m_hub->pending())
        waiting.effects.push_back(std::move(effect));
    if (heard) heard(HubTick{}, waiting);
}

std::string Scene::foldAgain() {
    auto fresh = newHub();
    for (const auto& [at, event] : m_log)
        (void)fresh->handle(*decodeEvent(event), at);
    const Hash256 digest = digestOf(*fresh);
    if (fresh->ledger().accounts() != m_hub->ledger().accounts() || fresh->logLength() != m_hub->logLength() ||
        fresh->nextDeadline() != m_hub->nextDeadline() || digest != digestOf(*m_hub))
        fail("the hub's log folds to something else");
    m_hub = std::move(fresh);
    return toHex(digest.view());
}

/// Of all that a hub answers to anybody, and of what it still has to do.
Hash256 Scene::digestOf(const HubState& hub) const {
    Hash256 digest;
    const auto add = [&](const Bytes& bytes) { digest = sha256({digest.view(), bytes}); };
    const auto ask = [&](const PeerId& from, Array question) {
        const auto answer = hub.ask(from, Value(std::move(question)), m_now);
        add(answer ? cbor::encode(*answer) : Bytes{0});
    };
    for (const char* question : {"listings", "terms", "beacon", "markets", "openings"})
        ask(PeerId{}, {question});
    for (const auto& [account, balance] : hub.ledger().accounts()) {
        if (account.kind != ledger::AccountKind::Available) continue;
        const PeerId peer{account.owner.bytes};
        for (const char* question :
             {"account", "contracts", "cases", "positions", "own-reviews", "enlisted", "check-tasks"})
            ask(peer, {question});
        for (const char* question : {"reviews", "standing"})
            ask(peer, {question, peer});
    }
    for (const ContractId& id : m_contracts) {
        const auto parties = hub.parties(id);
        for (const PeerId& party : parties)
            ask(party, {"messages", id, 0});
        for (std::uint64_t first = 0;;) {
            const auto notices = hub.ask(PeerId{}, Value(Array{"notices", id, first}), m_now);
            const std::size_t count = notices ? notices->asArray()->size() : 0;
            if (count == 0) break;
            add(cbor::encode(*notices));
            first += count;
        }
    }
    for (const CheckEffect& check : hub.pending())
        add(cbor::encode(Array{check.contract, check.step, check.before, check.stepSeed, check.engine}));
    return digest;
}

} // namespace unchained::sim
