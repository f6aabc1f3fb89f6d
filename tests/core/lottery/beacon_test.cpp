// SPDX-License-Identifier: Apache-2.0
#include "lottery/beacon.h"

#include "gpu/cbor.h"
#include "gpu/hash.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::lottery;

namespace {
Hash256 keyOf(std::uint8_t n) {
    Hash256 out;
    out.bytes.fill(n);
    return out;
}
} // namespace

TEST_CASE("each round of a chain is the hash of the next, and the last one follows from the key") {
    for (const std::uint64_t rounds : {1, 5, 1023, 1024, 1025, 2050}) {
        CAPTURE(rounds);
        HubBeacon beacon(keyOf(1), rounds);
        for (const std::uint64_t first : {std::uint64_t{0}, rounds, 3 * rounds}) {
            for (std::uint64_t r = first; r + 1 < first + rounds; ++r)
                REQUIRE(taggedHash("beacon", {beacon.value(r + 1)}) == beacon.value(r));
            CHECK(beacon.value(first + rounds - 1) ==
                  hmacSha256(keyOf(1).view(), cbor::encode(cbor::Array{"beacon", first / rounds})));
        }
    }
}

TEST_CASE("a beacon that is made again, or asked in another order, says the same") {
    HubBeacon one(keyOf(2), 3000), other(keyOf(2), 3000);
    const Hash256 late = one.value(2999), next = one.value(3000), early = one.value(17);
    CHECK(other.value(17) == early);
    CHECK(other.value(3000) == next);
    CHECK(other.value(2999) == late);
    CHECK(HubBeacon(keyOf(3), 3000).value(17) != early);
}

TEST_CASE("a round belongs to a chain iff hashing it leads to the known one") {
    HubBeacon beacon(keyOf(4), 100);
    CHECK(roundFollows(beacon.value(40), 40, beacon.value(0), 0));
    CHECK(roundFollows(beacon.value(40), 40, beacon.value(40), 40));
    CHECK_FALSE(roundFollows(beacon.value(40), 41, beacon.value(0), 0));
    CHECK_FALSE(roundFollows(beacon.value(39), 39, beacon.value(40), 40));
    CHECK_FALSE(roundFollows(beacon.value(100), 100, beacon.value(0), 0));
}

TEST_CASE("what is logged is drawn by the first round that is public at least six seconds later") {
    const BeaconClock clock{10'000};
    CHECK(clock.publicAt(0) == 10'000);
    CHECK(clock.publicAt(7) == 31'000);
    CHECK(clock.newest(9'000) == 0);
    CHECK(clock.newest(15'999) == 1);
    CHECK(clock.newest(16'000) == 2);
    CHECK(clock.roundFor(10'000) == 2);
    for (TimeMs logged = 10'000; logged < 30'000; logged += 7) {
        const std::uint64_t round = clock.roundFor(logged);
        CHECK(clock.publicAt(round) >= logged + kBeaconWaitMs);
        CHECK(clock.publicAt(round) < logged + kBeaconWaitMs + kBeaconPeriodMs);
    }
}
