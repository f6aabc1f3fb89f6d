// SPDX-License-Identifier: Apache-2.0
#include "base/ids.h"

#include <doctest/doctest.h>

using namespace unchained;

TEST_CASE("an id comes back from its hex digits and from nothing else") {
    PeerId peer;
    peer.bytes[0] = 0xab;
    peer.bytes[31] = 1;
    const std::string text = toHex(peer.view());
    CHECK(idFromHex<PeerId>(text) == peer);
    CHECK(!idFromHex<PeerId>(text.substr(2)));
    CHECK(!idFromHex<PeerId>(text + "00"));
    CHECK(!idFromHex<PeerId>("zz" + text.substr(2)));
    CHECK(!idFromHex<CommandId>(text));
    CHECK(idFromHex<CommandId>("000102030405060708090a0b0c0d0e0f")->bytes[15] == 15);
    CHECK(shortHex(peer) == "ab000000");
}
