// SPDX-License-Identifier: Apache-2.0
#include "net/address.h"

#include "net/net_error.h"

#include <doctest/doctest.h>
#include <string>

namespace unchained::net {

namespace {

const std::string kDigits = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

std::string refusal(const std::string& text) {
    const auto parsed = HubAddress::parse(text);
    REQUIRE_FALSE(parsed.ok());
    CHECK(parsed.error().is(NetError::BadAddress));
    CHECK(parsed.error().remedy.str() ==
          "write host:port, or host:port#fingerprint for a hub; IPv6 in brackets: [::1]:7411");
    return parsed.error().sentence.str();
}

} // namespace

TEST_CASE("an address is printed as it was written") {
    for (const std::string host : {"127.0.0.1:7411", "hub.example.org:1", "[::1]:65535", "[fe80::1%eth0]:80"}) {
        const auto parsed = HubAddress::parse(host + "#" + kDigits);
        REQUIRE(parsed.ok());
        CHECK(parsed->str() == host + "#" + kDigits);
    }
    CHECK(HubAddress::parse("[::1]:7411#" + kDigits)->endpoint.host == "::1");
    CHECK(Endpoint::parse("0.0.0.0:0")->port == 0);
}

TEST_CASE("each bad address is refused with its own reason") {
    CHECK(refusal("hub:7411") == "the hub's fingerprint is missing: without it anybody could pose as the hub");
    CHECK(refusal("hub#" + kDigits) == "the port is missing");
    CHECK(refusal("[::1]#" + kDigits) == "the port is missing");
    CHECK(refusal(":7411#" + kDigits) == "the host is missing");
    CHECK(refusal("::1:7411#" + kDigits) == "an IPv6 address needs brackets, and there is one port only");
    CHECK(refusal("[::1:7411#" + kDigits) == "the bracket around the IPv6 address is not closed");
    CHECK(refusal("hub:65536#" + kDigits) == "the port \"65536\" is not a number from 0 to 65535");
    CHECK(refusal("hub:-1#" + kDigits) == "the port \"-1\" is not a number from 0 to 65535");
    CHECK(refusal("hub:#" + kDigits) == "the port \"\" is not a number from 0 to 65535");
    CHECK(refusal("hub:0#" + kDigits) == "a hub cannot be reached at port 0");
    CHECK(refusal("h/b:1#" + kDigits) == "the host has a character that no host name or IP address has");
    CHECK(refusal(std::string(300, 'h') + ":1#" + kDigits) == "the host is longer than 253 characters");
    CHECK(refusal("hub:1#" + kDigits.substr(1)) == "the fingerprint after # is not 64 hex digits");
    CHECK(refusal("hub:1#" + kDigits.substr(1) + "g") == "the fingerprint after # is not 64 hex digits");
}

} // namespace unchained::net
