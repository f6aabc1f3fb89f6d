// SPDX-License-Identifier: Apache-2.0
#include "core/protocol/world.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

/// Who gains by making others wait. What is griefed in a case stands in case_test.cpp.

TEST_CASE("a host that accepts and never starts locks the renter's money for its patience, and gains nothing") {
    World w{Setup{}};
    const TimeMs began = w.now;
    w.begin();
    w.providerSilent = true;
    w.run([&] { return w.settled(); });
    REQUIRE(w.settled());
    CHECK(w.now - began <= 60'000);
    CHECK(w.available(w.renterKeys) == kRenter);
    w.letDaysPass(1);
    CHECK(w.available(w.hostKeys) == kHost); // it owed nothing: no window was committed
    checkConserved(w);
}

TEST_CASE(
    "a renter that rents and never shows a seed locks the bond for the host's patience, and pays nothing for it") {
    World w{Setup{}};
    const TimeMs began = w.now;
    w.renterSilent = true;
    w.begin();
    w.run([&] { return w.settled(); });
    REQUIRE(w.settled());
    CHECK(w.now - began <= 60'000);
    w.letDaysPass(1);
    CHECK(w.available(w.hostKeys) == kHost);
    CHECK(w.available(w.renterKeys) == kRenter);
    checkConserved(w);
}
