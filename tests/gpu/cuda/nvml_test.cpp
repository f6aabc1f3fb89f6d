// SPDX-License-Identifier: Apache-2.0
#include "cuda/nvml.h"

#include <doctest/doctest.h>

using namespace unchained::gpu;
using namespace unchained::gpu::cuda;

namespace {

Cards twoCards() {
    Cards cards;
    cards.cards.resize(2);
    cards.cards[0].busId = "0000:3B:00.0";
    cards.cards[1].busId = "0000:86:00.0";
    return cards;
}

} // namespace

TEST_CASE("what NVML knows of a card is filled in, and what it does not tell stays empty") {
    Cards cards = twoCards();
    readSensors(cards, FAKE_NVML_LIBRARY);
    CHECK(cards.whyNoSensors.empty());
    CHECK(cards.driver == "580.65.06");
    CHECK(cards.cards[0].memoryFreeBytes == 85000000000ULL);
    CHECK(cards.cards[0].temperatureCelsius == 41U);
    CHECK(cards.cards[0].powerLimitMilliwatts == 700000U);
    CHECK(!cards.cards[0].powerMilliwatts);
    CHECK(!cards.cards[1].memoryFreeBytes);
    CHECK(!cards.cards[1].temperatureCelsius);
}

TEST_CASE("a management library that is missing or another one is named") {
    Cards cards = twoCards();
    readSensors(cards, "libno-such-nvml.so.1");
    CHECK(cards.whyNoSensors == "libno-such-nvml.so.1 is not installed");
    readSensors(cards, "libz.so.1");
    CHECK(cards.whyNoSensors == "libz.so.1 lacks functions of NVML");
    CHECK(cards.driver.empty());
}
