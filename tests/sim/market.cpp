// SPDX-License-Identifier: Apache-2.0
#include "market.h"

#include "market_audit.h"
#include "market_bettors.h"
#include "market_checkers.h"
#include "market_disputes.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace unchained::sim {

using namespace protocol;

namespace {

constexpr TimeMs kHorizonMs = 40 * 24 * kMsPerHour;

/// All people of one market, and who hears what of the hub.
class Market {
public:
    explicit Market(std::uint64_t seed, bool canary)
        : m_scene(seed, m_out, canary), m_rentals(m_scene), m_audit(m_scene, m_rentals),
          m_bettors(m_scene, m_rentals, m_audit), m_disputes(m_scene, m_rentals), m_checkers(m_scene, m_rentals) {
        m_rentals.suppliedByOthers = [this](const CheckEffect& check) { return m_disputes.supplies(check); };
    }

    MarketOutcome play();

private:
    void onEvent(const HubEvent& event, const HubOutcome& outcome);
    [[nodiscard]] bool isDone() const;

    MarketOutcome m_out;
    Scene m_scene;
    Rentals m_rentals;
    Audit m_audit;
    Bettors m_bettors;
    Disputes m_disputes;
    Checkers m_checkers;
};

void Market::onEvent(const HubEvent& event, const HubOutcome& outcome) {
    m_audit.onEvent(event, outcome);
    for (const HubEffect& effect : outcome.effects) {
        if (const auto* check = std::get_if<CheckEffect>(&effect)) m_rentals.onCheck(*check);
        if (const auto* note = std::get_if<PeerNoteEffect>(&effect)) {
            m_disputes.onNote(*note);
            m_checkers.onNote(*note);
        }
        const auto* notice = std::get_if<NoticeEffect>(&effect);
        if (!notice) continue;
        m_rentals.onNotice(*notice);
        m_bettors.onNotice(*notice);
        m_disputes.onNotice(*notice);
        m_checkers.onNotice(*notice);
    }
}

bool Market::isDone() const {
    return m_scene.hubIsUp() && m_rentals.areDone() && m_disputes.areDone() && m_checkers.areDone() &&
           !m_scene.hub().nextDeadline();
}

MarketOutcome Market::play() {
    m_scene.heard = [this](const HubEvent& event, const HubOutcome& outcome) { onEvent(event, outcome); };
    m_scene.begin();
    m_rentals.begin();
    m_bettors.begin();
    m_disputes.begin();
    m_checkers.begin();
    std::uint64_t events = 0;
    while (m_scene.now() < kSimBegin + kHorizonMs && m_scene.runNext())
        if (++events % 256 == 0 && isDone()) break;
    if (!isDone()) {
        m_out.live = false;
        m_scene.fail("something is still under way, long after the faults have ended");
    }
    m_audit.atEnd();
    m_bettors.atEnd();
    m_checkers.atEnd();
    m_rentals.judge();
    m_out.digest = m_scene.foldAgain();
    return m_out;
}

} // namespace

MarketOutcome playMarket(std::uint64_t seed, const MarketOptions& options) {
    MarketOutcome out = Market(seed, options.canary).play();
    if (options.twice && Market(seed, options.canary).play().digest != out.digest)
        out.broken.push_back("played again it is another market");
    return out;
}

std::vector<MarketOutcome> playMarkets(const MarketOptions& options) {
    std::vector<MarketOutcome> out(options.lastSeed - options.firstSeed + 1);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < out.size(); i = next++)
            out[i] = playMarket(options.firstSeed + i, options);
    };
    std::vector<std::thread> helpers;
    for (unsigned t = 1; t < options.threads; ++t)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    return out;
}

bool isGood(const MarketOutcome& o) {
    return o.conserved && o.live && o.falseAccusations == 0 && o.broken.empty();
}

} // namespace unchained::sim
