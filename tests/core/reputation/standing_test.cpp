// SPDX-License-Identifier: Apache-2.0
#include "reputation/standing.h"

#include <doctest/doctest.h>

#include <random>

using namespace unchained;
using namespace unchained::reputation;

namespace {

PeerId peerOf(std::uint32_t n) {
    PeerId out;
    out.bytes[0] = static_cast<std::uint8_t>(n);
    out.bytes[1] = static_cast<std::uint8_t>(n >> 8);
    return out;
}
const PeerId kHost = peerOf(1);

Review stars(std::uint32_t by, std::uint32_t s, TimeMs at = 0) {
    return {peerOf(by), kHost, {s, s, s, s}, at};
}
/// Has paid five credits to each of four other hosts: a whole voice.
void makeWhole(std::vector<Payment>& payments, std::uint32_t by) {
    for (std::uint32_t host = 50'000; host < 50'004; ++host)
        payments.push_back({peerOf(by), peerOf(host), Amount::credits(5)});
}

} // namespace

TEST_CASE("without a review a host stands at the prior, and says so with a wide interval and no sample") {
    const Figure f = rating(kHost, {}, {});
    CHECK(f.mean == doctest::Approx(3.5));
    CHECK(f.high - f.low > 2);
    CHECK(f.count == 0);
    CHECK(f.weight == 0);
}

TEST_CASE("voices move the mean towards what they say and narrow the interval") {
    std::vector<Payment> payments;
    std::vector<Review> reviews;
    double last = 3.5, width = 9;
    for (std::uint32_t by = 100; by < 130; ++by) {
        makeWhole(payments, by);
        reviews.push_back(stars(by, 5));
        const Figure f = rating(kHost, reviews, payments);
        CHECK(f.mean > last);
        CHECK(f.high - f.low < width);
        last = f.mean;
        width = f.high - f.low;
    }
    CHECK(last == doctest::Approx((3 * 3.5 + 30 * 5) / 33));
    CHECK(badges({rating(kHost, reviews, payments), {}, 0, 0, 30}) == std::vector<std::string>{"liked"});
}

TEST_CASE("of several reviews by one peer the last counts, and one of a wrong form not at all") {
    std::vector<Payment> payments;
    makeWhole(payments, 100);
    CHECK(rating(kHost, {stars(100, 5, 1), stars(100, 1, 2)}, payments).mean == doctest::Approx((3 * 3.5 + 1) / 4));
    CHECK(rating(kHost, {stars(100, 6)}, payments).count == 0);
    CHECK(rating(kHost, {stars(1, 5)}, payments).count == 0); // itself
    CHECK(rating(kHost, {stars(100, 0)}, payments).count == 0);
}

TEST_CASE("a voice weighs what was paid to other hosts, of each a quarter at most") {
    std::vector<Payment> payments{{peerOf(100), kHost, Amount::credits(1'000'000)}};
    CHECK(reviewerWeight(peerOf(100), kHost, payments) == 0);
    payments.push_back({peerOf(100), peerOf(7), Amount::credits(1000)});
    CHECK(reviewerWeight(peerOf(100), kHost, payments) == doctest::Approx(0.25));
    payments.push_back({peerOf(100), peerOf(8), Amount::credits(2)});
    CHECK(reviewerWeight(peerOf(100), kHost, payments) == doctest::Approx(0.35));
    makeWhole(payments, 100);
    CHECK(reviewerWeight(peerOf(100), kHost, payments) == 1);
    CHECK(reviewerWeight(peerOf(101), kHost, payments) == 0);
}

TEST_CASE("a host that rents from itself buys nothing, however many names it takes") {
    std::vector<Payment> payments;
    std::vector<Review> reviews;
    makeWhole(payments, 9);
    reviews.push_back(stars(9, 2));
    const Figure honest = rating(kHost, reviews, payments);
    for (std::uint32_t by = 1000; by < 2000; ++by) {
        payments.push_back({peerOf(by), kHost, Amount::credits(100)});
        reviews.push_back(stars(by, 5));
    }
    const Figure ring = rating(kHost, reviews, payments);
    CHECK(ring.mean == doctest::Approx(honest.mean));
    CHECK(ring.weight == doctest::Approx(honest.weight));
}

TEST_CASE("a ring of hosts that praise each other pays for each voice the work of four other machines") {
    // k hosts are one. Their names rent from one another, and each step that is paid was computed, or its bond burns:
    // what circulates comes back, the work does not. Weight never grows faster than work.
    for (std::uint32_t k = 2; k <= 10; ++k)
        for (std::int64_t each : {1, 3, 5, 50}) {
            std::vector<Payment> payments;
            std::vector<Review> reviews;
            std::int64_t work = 0;
            for (std::uint32_t name = 0; name < 20; ++name) {
                for (std::uint32_t host = 1; host <= k; ++host) {
                    payments.push_back({peerOf(100 + name), peerOf(host), Amount::credits(each)});
                    work += each;
                }
                reviews.push_back(stars(100 + name, 5));
            }
            const Figure f = rating(kHost, reviews, payments);
            CHECK(f.weight * 20 <= static_cast<double>(work) + 1e-9);
            if (k < 5) CHECK(f.weight < 20);
        }
}

TEST_CASE("a refund for a review leaves the voice as light as it was") {
    std::vector<Payment> payments;
    payments.push_back({peerOf(100), kHost, Amount::credits(30)}); // all that this renter ever paid
    const Figure before = rating(kHost, {}, payments), after = rating(kHost, {stars(100, 5)}, payments);
    CHECK(after.mean == doctest::Approx(before.mean));
    CHECK(after.count == 1);
}

TEST_CASE("reviews are blind until both are in or a fortnight is over, and none is written after that") {
    const TimeMs settled = 1'000;
    CHECK_FALSE(reviewsAreOpen(2'000, std::nullopt, settled, 3'000));
    CHECK(reviewsAreOpen(2'000, 2'500, settled, 3'000));
    CHECK_FALSE(reviewsAreOpen(std::nullopt, std::nullopt, settled, settled + kBlindMs - 1));
    CHECK(reviewsAreOpen(2'000, std::nullopt, settled, settled + kBlindMs));
    CHECK(mayReview(std::nullopt, 2'000, settled, 3'000));
    CHECK_FALSE(mayReview(std::nullopt, 2'000, settled, settled + kBlindMs));
    CHECK_FALSE(mayReview(std::nullopt, std::nullopt, settled, settled - 1));
    CHECK_FALSE(mayReview(2'000, 2'500, settled, 3'000));
}

TEST_CASE("only what the record proves to be the host's fault counts against it") {
    const auto many = [](Blame blame, std::uint64_t kept) {
        std::vector<Rental> out(50, Rental{1'000, 1'000, Blame::Nobody});
        for (int i = 0; i < 10; ++i)
            out.push_back({1'000, kept, blame});
        return reliability(out);
    };
    const Figure whole = many(Blame::Nobody, 1'000);
    CHECK(many(Blame::Host, 0).mean < whole.mean - 0.1);
    CHECK(many(Blame::Renter, 0).mean == doctest::Approx(51.0 / 52));
    CHECK(many(Blame::Nobody, 500).mean > many(Blame::Host, 500).mean);
    CHECK(reliability({}).mean == doctest::Approx(0.5));
    CHECK(reliability({}).high - reliability({}).low > 0.9);
    CHECK(badges({{}, reliability(std::vector<Rental>(200, Rental{5, 5, Blame::Nobody})), 100, 0, 200}) ==
          std::vector<std::string>{"proven", "steady"});
    CHECK(badges({{}, reliability(std::vector<Rental>(20, Rental{5, 5, Blame::Nobody})), 99, 0, 20}).empty());
    CHECK(badges({{}, {}, 1000, 1, 20}).empty());
}

TEST_CASE("whatever is said, a mean lies within the stars, its interval around it") {
    std::mt19937_64 rng(4);
    for (int i = 0; i < 500; ++i) {
        std::vector<Payment> payments;
        std::vector<Review> reviews;
        for (std::uint32_t n = 0; n < rng() % 20; ++n) {
            reviews.push_back(
                {peerOf(100 + static_cast<std::uint32_t>(rng() % 10)), kHost, {}, static_cast<TimeMs>(n)});
            for (std::uint32_t& s : reviews.back().stars)
                s = static_cast<std::uint32_t>(1 + rng() % 5);
            payments.push_back({reviews.back().by, peerOf(static_cast<std::uint32_t>(rng() % 8)),
                                Amount::micros(static_cast<std::int64_t>(rng() % 30'000'000))});
        }
        const Figure f = rating(kHost, reviews, payments);
        CHECK(f.low <= f.mean);
        CHECK(f.mean <= f.high);
        CHECK(f.low >= 1);
        CHECK(f.high <= 5);
        CHECK(f.weight <= static_cast<double>(f.count) + 1e-12);
    }
}
