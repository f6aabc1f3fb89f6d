// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"
#include "net/optimiser.h"

#include <cmath>
#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

namespace {

OptimiserDescription scheduled(const char* kind, std::uint64_t warmup, float final) {
    OptimiserDescription d;
    d.rate = 0.5F;
    d.schedule = ScheduleDescription{kind, warmup, final};
    return d;
}

} // namespace

TEST_CASE("a rate rises over the warm-up and then stays, falls in a line or along a cosine, computed by hand") {
    CHECK(rateAt({}, 7, 10) == OptimiserDescription{}.rate);
    const auto constant = scheduled("constant", 4, 1);
    CHECK(rateAt(constant, 0, 100) == 0.125F);
    CHECK(rateAt(constant, 3, 100) == 0.5F);
    CHECK(rateAt(constant, 99, 100) == 0.5F);
    const auto linear = scheduled("linear", 0, 0);
    CHECK(rateAt(linear, 0, 8) == 0.5F);
    CHECK(rateAt(linear, 4, 8) == 0.25F);
    CHECK(rateAt(linear, 7, 8) == 0.0625F);
    const auto cosine = scheduled("cosine", 2, 0.5F);
    CHECK(rateAt(cosine, 2, 10) == 0.5F);
    CHECK(rateAt(cosine, 6, 10) == doctest::Approx(0.375));
    for (std::uint64_t t = 2; t < 1000; ++t) {
        const double part = static_cast<double>(t - 2) / 998.0;
        CHECK(rateAt(cosine, t, 1000) == doctest::Approx(0.5 * (0.5 + 0.25 * (1 + std::cos(M_PI * part)))));
    }
}

TEST_CASE("no rate is negative, and the bits of a schedule are those of every machine") {
    Sha256Stream all;
    for (const char* kind : {"linear", "cosine"}) {
        const auto d = scheduled(kind, 10, 0);
        for (std::uint64_t t = 0; t < 100'000; ++t) {
            const float rate = rateAt(d, t, 100'000);
            REQUIRE(rate >= 0.0F);
            all.add({reinterpret_cast<const std::uint8_t*>(&rate), sizeof rate});
        }
        CHECK(rateAt(d, (std::uint64_t{1} << 40) - 1, std::uint64_t{1} << 40) >= 0.0F);
    }
    CHECK(toHex(all.finish().view()) == "1a19462e7d5c6119db5a846b6a714a09401f1e67add168a626468b91ebdd11f7");
}
