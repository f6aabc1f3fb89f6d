// SPDX-License-Identifier: Apache-2.0
#include "identity/sealed_box.h"

#include "identity/random.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace unchained;
using namespace unchained::identity;

TEST_CASE("what is sealed for a peer opens for the two alone, whole or not at all") {
    const Keys alice(randomKeySeed()), bob(randomKeySeed()), carrier(randomKeySeed());
    const std::string words = "the fan is broken, I restart the machine";
    const auto sealed = sealBox(alice, bob.peer(), asBytes(words), randomFixed<BoxNonce>());
    REQUIRE(sealed.ok());
    CHECK(asText(*openBox(bob, alice.peer(), *sealed).operator->()) == words);
    CHECK(asText(*openBox(alice, bob.peer(), *sealed).operator->()) == words);
    CHECK(openBox(carrier, alice.peer(), *sealed).error().is(BoxError::NotForUs));
    CHECK(openBox(carrier, bob.peer(), *sealed).error().is(BoxError::NotForUs));
    CHECK(openBox(bob, carrier.peer(), *sealed).error().is(BoxError::NotForUs));
    CHECK(std::search(sealed->begin(), sealed->end(), words.begin(), words.begin() + 8) == sealed->end());
    for (std::size_t at = 0; at < sealed->size(); ++at) {
        Bytes damaged = *sealed;
        damaged[at] ^= 1;
        CHECK_FALSE(openBox(bob, alice.peer(), damaged).ok());
        CHECK_FALSE(openBox(bob, alice.peer(), ByteView(*sealed).first(at)).ok());
    }
}

TEST_CASE("a fresh nonce hides that the same was said twice, and nobody is written to whose key is no point") {
    const Keys alice(randomKeySeed()), bob(randomKeySeed());
    const auto once = sealBox(alice, bob.peer(), asBytes("yes"), randomFixed<BoxNonce>());
    const auto twice = sealBox(alice, bob.peer(), asBytes("yes"), randomFixed<BoxNonce>());
    CHECK(*once != *twice);
    const auto empty = sealBox(alice, bob.peer(), {}, randomFixed<BoxNonce>());
    REQUIRE(empty.ok());
    CHECK(openBox(bob, alice.peer(), *empty)->empty());
    PeerId nobody;
    nobody.bytes.fill(2);
    nobody.bytes[31] = 0x7f;
    PeerId zero;
    CHECK(sealBox(alice, zero, asBytes("x"), randomFixed<BoxNonce>()).error().is(BoxError::BadKey));
}
