// SPDX-License-Identifier: Apache-2.0
#include "engine/hosting.h"

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr std::size_t kPointsMax = 600;
constexpr double kBand = 1.645; ///< 9 in 10 of a normal distribution lie within so many standard deviations

Amount amountOf(double micro) {
    const auto clamped = std::clamp(micro, 0.0, static_cast<double>(kAmountMax));
    return Amount::micros(static_cast<std::int64_t>(std::llround(clamped)));
}

/// A window's expected time is what its price bought when the contract was made, down to a second.
double hoursPerStep(const protocol::Session::Parameters& p, Amount pricePerHour) {
    constexpr std::int64_t kLeastMs = 1'000;
    if (p.windowMs > kLeastMs) return static_cast<double>(p.windowMs) / 3.6e6 / p.offer.window;
    if (pricePerHour.isZero()) return 0;
    return static_cast<double>(p.offer.price.micro()) / static_cast<double>(pricePerHour.micro());
}

} // namespace

void Earnings::beginDay(qint64 dayBegin) {
    if (dayBegin == m_dayBegin) return;
    m_dayBegin = dayBegin;
    m_received = {};
    m_expected = m_variance = m_workHours = 0;
    m_wins = 0;
    m_points = {{dayBegin, {}, {}, {}, {}, 0}};
    m_waits.clear();
}

void Earnings::listed(qint64 time) {
    m_listedAt = m_listedAt == 0 ? time : std::min(m_listedAt, time);
}

void Earnings::observe(const protocol::Session& session, qint64 time, Amount pricePerHour) {
    const auto& p = session.parameters();
    Seen& seen = m_sessions[p.contract];
    if (seen.hoursPerStep == 0) seen.hoursPerStep = hoursPerStep(p, pricePerHour);
    const auto& windows = session.windows();
    for (; seen.drawn < windows.size() && windows[seen.drawn].drawn; ++seen.drawn)
        for (const std::uint64_t step : windows[seen.drawn].wins)
            seen.wonAt.emplace(step, time);
    for (auto at = seen.wonAt.begin(); at != seen.wonAt.end();) {
        const auto state = session.claimStates().find(at->first);
        const bool paid = state != session.claimStates().end() && state->second == protocol::ClaimState::Paid;
        if (paid && time >= m_dayBegin) m_waits.push_back(static_cast<double>(time - at->second) / 1000.0);
        at = paid ? seen.wonAt.erase(at) : std::next(at);
    }
    const std::uint64_t steps = session.stepsReceipted() - seen.steps;
    const Amount paid = session.paid() - seen.paid;
    const std::uint64_t won = session.winsListed() - seen.won;
    if (steps == 0 && paid.isZero() && won == 0) return;
    seen.steps += steps;
    seen.paid += paid;
    seen.won += won;
    if (time < m_dayBegin) return;
    listed(time);
    m_workHours += seen.hoursPerStep * static_cast<double>(steps);
    const double c = static_cast<double>(p.offer.price.micro()), n = p.offer.odds;
    m_received += paid;
    m_wins += won;
    m_expected += c * static_cast<double>(steps);
    m_variance += c * c * (n - 1) * static_cast<double>(steps); // V = n·c, p = 1/n: V²·p(1−p) a ticket
    const double half = kBand * std::sqrt(m_variance);
    m_points.push_back({time, m_received, amountOf(m_expected), amountOf(m_expected - half),
                        amountOf(m_expected + half), m_workHours});
    if (m_points.size() > kPointsMax) { // every other of the older ones
        std::vector<EarningPoint> fewer;
        for (std::size_t i = 0; i < m_points.size(); i += i < m_points.size() / 2 ? 2 : 1)
            fewer.push_back(m_points[i]);
        m_points = std::move(fewer);
    }
}

std::vector<EarningPoint> Earnings::points() const {
    return m_points;
}

double Earnings::paidWithinSeconds() const {
    if (m_waits.empty()) return -1;
    std::vector<double> sorted(m_waits.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(50, m_waits.size())),
                               m_waits.end());
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    return sorted[sorted.size() / 2];
}

} // namespace unchained::ui
