// SPDX-License-Identifier: Apache-2.0
#include "cuda/words.h"

#include "gpu/cards.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::cuda;

TEST_CASE("why there is no card is said in words") {
    CHECK(whyNoCard(kRuntimeTooNew, "insufficient", 0, 13000) == "no NVIDIA driver is installed");
    CHECK(whyNoCard(kRuntimeTooNew, "insufficient", 12040, 13000) ==
          "the NVIDIA driver knows CUDA 12.4 and this build needs 13.0");
    CHECK(whyNoCard(kRuntimeNoCard, "no device", 13000, 13000) == "the NVIDIA driver sees no card");
    CHECK(whyNoCard(0, "no error", 13000, 13000) == "the NVIDIA driver sees no card");
    CHECK(whyNoCard(999, "unknown error", 13000, 13000) == "the NVIDIA driver does not answer: unknown error");
}

TEST_CASE("what a card fails with is a sentence, a remedy, and may pass") {
    const Error full = cardFull(std::size_t{3} << 20, (std::size_t{1} << 20) - 1);
    CHECK(full.sentence.str() == "the card's memory is full: 0 MiB are free and 3 MiB more were wanted");
    CHECK(full.transient);
    const Error failed = cardFailed("multiplying", "unspecified launch failure");
    CHECK(failed.sentence.str() == "the card failed while multiplying: unspecified launch failure");
    CHECK(failed.transient);
    CHECK(!failed.remedy.empty());
}

TEST_CASE("cards are found, or the reason is said") {
    const Cards found = findCards();
    CHECK(found.cards.empty() == !found.whyNone.empty());
    for (const Card& card : found.cards) {
        CHECK(!card.name.empty());
        CHECK(card.memoryBytes > 0);
        CHECK(card.capabilityMajor >= 5);
    }
    MESSAGE(found.cards.size() << " cards; " << found.whyNone << "; " << found.whyNoSensors);
}
