// SPDX-License-Identifier: Apache-2.0
#include "reputation/standing.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <numeric>

namespace unchained::reputation {

namespace {

constexpr double kPriorVoices = 3, kPriorStars = 3.5, kPriorVariance = 1;
constexpr double kNormal95 = 1.96;

double starsOf(const Review& review) {
    return static_cast<double>(std::accumulate(review.stars.begin(), review.stars.end(), 0u)) /
           static_cast<double>(kDimensions);
}

} // namespace

bool isWellFormed(const Review& review) {
    return review.by != review.about &&
           std::all_of(review.stars.begin(), review.stars.end(), [](std::uint32_t s) { return s >= 1 && s <= 5; });
}

bool reviewsAreOpen(std::optional<TimeMs> one, std::optional<TimeMs> other, TimeMs settled, TimeMs now) {
    return (one && other) || now >= settled + kBlindMs;
}

bool mayReview(std::optional<TimeMs> own, std::optional<TimeMs> other, TimeMs settled, TimeMs now) {
    return now >= settled && !reviewsAreOpen(own, other, settled, now);
}

double reviewerWeight(const PeerId& reviewer, const PeerId& about, const std::vector<Payment>& payments,
                      const WeightRule& rule) {
    assert(rule.whole.micro() >= rule.hostsAtLeast && rule.hostsAtLeast >= 1);
    std::map<PeerId, Amount> paid;
    for (const Payment& payment : payments)
        if (payment.by == reviewer && payment.to != about && payment.to != reviewer && !payment.amount.isNegative())
            paid[payment.to] += payment.amount;
    const Amount most = Amount::micros(rule.whole.micro() / rule.hostsAtLeast);
    double sum = 0;
    for (const auto& [host, amount] : paid)
        sum += static_cast<double>(std::min(amount, most).micro());
    return std::min(1.0, sum / static_cast<double>(rule.whole.micro()));
}

Figure rating(const PeerId& about, const std::vector<Review>& reviews, const std::vector<Payment>& payments,
              const WeightRule& rule) {
    std::map<PeerId, const Review*> last;
    for (const Review& review : reviews) {
        if (review.about != about || !isWellFormed(review)) continue;
        const Review*& known = last[review.by];
        if (known == nullptr || known->at <= review.at) known = &review;
    }
    Figure out;
    double sum = kPriorVoices * kPriorStars, squares = 0, all = kPriorVoices;
    std::vector<std::pair<double, double>> voices; // weight, stars
    for (const auto& [by, review] : last) {
        const double weight = reviewerWeight(by, about, payments, rule);
        voices.emplace_back(weight, starsOf(*review));
        sum += weight * starsOf(*review);
        all += weight;
    }
    out.count = last.size();
    out.weight = all - kPriorVoices;
    out.mean = sum / all;
    squares = kPriorVoices * (kPriorVariance + (kPriorStars - out.mean) * (kPriorStars - out.mean));
    for (const auto& [weight, stars] : voices)
        squares += weight * (stars - out.mean) * (stars - out.mean);
    const double half = kNormal95 * std::sqrt(squares / all / all);
    out.low = std::max(1.0, out.mean - half);
    out.high = std::min(5.0, out.mean + half);
    return out;
}

Figure reliability(const std::vector<Rental>& rentals) {
    double kept = 1, lost = 1;
    Figure out;
    for (const Rental& rental : rentals) {
        if (rental.promised == 0) continue;
        assert(rental.kept <= rental.promised);
        const double share = static_cast<double>(rental.kept) / static_cast<double>(rental.promised);
        kept += share;
        if (rental.blame == Blame::Host) lost += 1 - share;
        out.weight += rental.blame == Blame::Host ? 1 : share;
        ++out.count;
    }
    const double all = kept + lost;
    out.mean = kept / all;
    const double half = kNormal95 * std::sqrt(out.mean * (1 - out.mean) / (all + 1));
    out.low = std::max(0.0, out.mean - half);
    out.high = std::min(1.0, out.mean + half);
    return out;
}

std::vector<std::string> badges(const Evidence& evidence) {
    std::vector<std::string> out;
    if (evidence.stepsChecked >= 100 && evidence.stepsWrong == 0) out.emplace_back("proven");
    if (evidence.reliability.low > 0.95) out.emplace_back("steady");
    if (evidence.rating.low > 4 && evidence.rating.weight >= 10) out.emplace_back("liked");
    return out;
}

} // namespace unchained::reputation
