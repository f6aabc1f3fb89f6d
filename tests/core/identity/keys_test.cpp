// SPDX-License-Identifier: Apache-2.0
#include "identity/keys.h"

#include "identity/random.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::identity;

namespace {

template <class Fixed>
Fixed fixed(std::string_view hex) {
    return Fixed::from(fromHex(hex).value()).value();
}

} // namespace

TEST_CASE("the vectors of RFC 8032 section 7.1 sign and verify") {
    struct Case {
        const char* seed;
        const char* peer;
        const char* message;
        const char* signature;
    };
    for (const Case& entry : {
             Case{"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                  "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                  "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25b"
                  "f5f0595bbe24655141438e7a100b"},
             Case{"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                  "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                  "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b"
                  "2eaeb4302aeeb00d291612bb0c00"},
             Case{"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                  "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                  "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c"
                  "15e9716ed28dc027beceea1ec40a"},
             Case{"833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                  "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                  "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d"
                  "4423643ce80e2a9ac94fa54ca49f",
                  "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca"
                  "179c138ac17ad9bef1177331a704"},
         }) {
        CAPTURE(entry.seed);
        const Keys keys(fixed<KeySeed>(entry.seed));
        const Bytes message = fromHex(entry.message).value();
        CHECK(toHex(keys.peer().view()) == entry.peer);
        CHECK(toHex(keys.sign(message).view()) == entry.signature);
        CHECK(verify(keys.peer(), message, fixed<Signature>(entry.signature)));
    }
}

TEST_CASE("one flipped bit of message, key or signature does not verify") {
    const Keys keys(fixed<KeySeed>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    const Bytes message{1, 2, 3, 4};
    const Signature signature = keys.sign(message);
    REQUIRE(verify(keys.peer(), message, signature));
    for (std::size_t bit = 0; bit < 512; ++bit) {
        const auto mask = static_cast<std::uint8_t>(1U << bit % 8);
        Signature forged = signature;
        forged.bytes[bit / 8] ^= mask;
        CHECK(!verify(keys.peer(), message, forged));
        PeerId other = keys.peer();
        other.bytes[bit / 8 % 32] ^= mask;
        CHECK(!verify(other, message, signature));
        Bytes changed = message;
        changed[bit / 8 % 4] ^= mask;
        CHECK(!verify(keys.peer(), changed, signature));
    }
}

TEST_CASE("a signature with S beyond the group's order is refused") {
    const Keys keys(fixed<KeySeed>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    const Bytes order = fromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010").value();
    Signature signature = keys.sign({});
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += signature.bytes[32 + i] + unsigned{order[i]};
        signature.bytes[32 + i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    CHECK(!verify(keys.peer(), {}, signature));
}

TEST_CASE("keys under which one signature fits many messages are refused, with either sign") {
    for (const char* hex : {"0000000000000000000000000000000000000000000000000000000000000000",
                            "0100000000000000000000000000000000000000000000000000000000000000",
                            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                            "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        CAPTURE(hex);
        PeerId peer = fixed<PeerId>(hex);
        CHECK(!isUsablePeer(peer));
        peer.bytes[31] |= 0x80;
        CHECK(!isUsablePeer(peer));
    }
    // The neutral point as key and R, S = 0: OpenSSL alone would take this signature for any message.
    const auto neutral = fixed<PeerId>("0100000000000000000000000000000000000000000000000000000000000000");
    Signature signature;
    signature.bytes[0] = 1;
    CHECK(!verify(neutral, asBytes("any message"), signature));
    CHECK(isUsablePeer(fixed<PeerId>("ebffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")));
    CHECK(isUsablePeer(fixed<PeerId>("edfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7f")));
}

TEST_CASE("derived keys and fingerprint have the values that Python and the openssl program give") {
    Keys keys(fixed<KeySeed>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    CHECK(toHex(keys.drawKey().view()) == "8557dd16cee0e36a047417ed051e735040a4f760922c15c30590080f625fb0bc");
    CHECK(toHex(keys.seedKey().view()) == "8ae40997de6311c597ba3d2a02ac82c8f9b5bc8d90965d095b290952c3b803d3");
    CHECK(toHex(keys.hubKey().view()) == "88b2efe9aded38eb7e666dc1e63fbce31735f923d6c95dacc1562fe936d735a9");
    CHECK(toHex(fingerprint(keys.peer()).view()) == "06e3fd8fda29bb60ab59557de61edb0aecdb231134be30e75b455f8e1b792fa9");
}

TEST_CASE("moved keys are the same keys, and what they came from is wiped") {
    Keys first(randomKeySeed());
    const PeerId peer = first.peer();
    const Hash256 draw = first.drawKey();
    Keys second(std::move(first));
    CHECK(first.seed().isZero());
    Keys third(randomKeySeed());
    third = std::move(second);
    CHECK(second.seed().isZero());
    CHECK(third.peer() == peer);
    CHECK(third.drawKey() == draw);
    CHECK(verify(peer, asBytes("still"), third.sign(asBytes("still"))));
}

TEST_CASE("random identities differ") {
    const Keys a(randomKeySeed());
    const Keys b(randomKeySeed());
    CHECK(a.peer() != b.peer());
    CHECK(isUsablePeer(a.peer()));
    CHECK(!verify(b.peer(), asBytes("x"), a.sign(asBytes("x"))));
    CHECK(randomCommandId() != randomCommandId());
}
