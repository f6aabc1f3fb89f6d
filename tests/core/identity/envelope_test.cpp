// SPDX-License-Identifier: Apache-2.0
#include "identity/envelope.h"

#include "gpu/cbor.h"
#include "identity/random.h"
#include "identity/verified_once.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::identity;

TEST_CASE("what was sealed opens with payload and signer") {
    const Keys keys(randomKeySeed());
    for (const std::size_t size : {0UL, 1UL, 100UL, 100000UL}) {
        const Bytes payload(size, 7);
        const Bytes bytes = seal(keys, payload);
        const auto opened = openEnvelope(bytes);
        REQUIRE(opened.ok());
        CHECK(opened->payload == payload);
        CHECK(opened->signer == keys.peer());
        CHECK(cbor::encode(cbor::Array{payload, keys.peer(), keys.sign(payload)}) == bytes);
    }
}

TEST_CASE("no flipped bit of an envelope goes unnoticed") {
    const Keys keys(randomKeySeed());
    const Bytes bytes = seal(keys, asBytes("pay me"));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes forged = bytes;
        forged[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        CAPTURE(bit);
        CHECK(!openEnvelope(forged).ok());
    }
}

TEST_CASE("an envelope that was verified once is not a pass for any other") {
    const VerifiedOnce once;
    const Keys keys(randomKeySeed());
    const Bytes bytes = seal(keys, asBytes("pay me"));
    for (int again = 0; again < 2; ++again) {
        {
            const VerifiedOnce inner; // takes nothing along when it goes
            const auto opened = openEnvelope(bytes);
            REQUIRE(opened.ok());
            CHECK(opened->payload == Bytes{'p', 'a', 'y', ' ', 'm', 'e'});
            CHECK(opened->signer == keys.peer());
        }
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes forged = bytes;
            forged[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            CAPTURE(bit);
            CHECK(!openEnvelope(forged).ok());
        }
    }
}

TEST_CASE("what is wrong with an envelope is said") {
    const Keys keys(randomKeySeed());
    const Keys other(randomKeySeed());
    const Bytes payload{1, 2, 3};
    const auto pack = [](cbor::Array fields) { return cbor::encode(std::move(fields)); };

    Bytes longer = seal(keys, payload);
    longer.push_back(0);
    CHECK(openEnvelope(longer).error().is(IdentityError::BadEnvelope));
    CHECK(openEnvelope({}).error().is(IdentityError::BadEnvelope));
    CHECK(openEnvelope(pack({payload, keys.peer()})).error().text() == "envelope: has 2 fields instead of 3");
    CHECK(openEnvelope(pack({payload, Bytes(31), keys.sign(payload)})).error().text() ==
          "envelope: field 2 is not 32 bytes long");
    CHECK(openEnvelope(pack({"text", keys.peer(), keys.sign(payload)})).error().text() ==
          "envelope: field 1 is not a byte string");
    CHECK(openEnvelope(pack({payload, other.peer(), keys.sign(payload)})).error().is(IdentityError::BadSignature));
    CHECK(openEnvelope(pack({payload, PeerId{}, keys.sign(payload)})).error().is(IdentityError::BadKey));
}
