// SPDX-License-Identifier: Apache-2.0
#include "gpu/bytes.h"

#include <doctest/doctest.h>

using namespace unchained;

TEST_CASE("hex is lower case, in byte order, and comes back") {
    const Bytes bytes{0x00, 0x1f, 0xa0, 0xff};
    CHECK(toHex(bytes) == "001fa0ff");
    CHECK(fromHex("001fa0ff") == bytes);
    CHECK(fromHex("001FA0fF") == bytes);
    CHECK(toHex({}).empty());
    CHECK(fromHex("") == Bytes{});
}

TEST_CASE("what is not hex is refused") {
    for (const char* text : {"0", "abc", "0g", "g0", " 0", "0x", "00 ", "\xff\xff"}) {
        CAPTURE(text);
        CHECK(!fromHex(text));
    }
}

TEST_CASE("fixed bytes take exactly their length") {
    const Bytes bytes(32, 7);
    CHECK(Hash256::from(bytes)->bytes[31] == 7);
    CHECK(!Hash256::from(ByteView(bytes).first(31)));
    CHECK(!Hash256::from(Bytes(33, 7)));
    CHECK(Hash256{}.isZero());
    CHECK(!Hash256::from(bytes)->isZero());
}

TEST_CASE("well-formed UTF-8 is told from what only looks like it") {
    for (const char* text : {"", "plain", "\xc3\xbc", "\xe6\xb0\xb4", "\xf0\x90\x85\x91", "\xed\x9f\xbf",
                             "\xee\x80\x80", "\xf4\x8f\xbf\xbf", "\xc2\x80", "\xe0\xa0\x80", "\xf0\x90\x80\x80"}) {
        CAPTURE(text);
        CHECK(isUtf8(asBytes(text)));
    }
    struct Bad {
        const char* text;
        const char* why;
    };
    for (const Bad& bad :
         {Bad{"\x80", "a lone continuation"}, Bad{"\xc3", "cut short"}, Bad{"\xc3(", "no continuation"},
          Bad{"\xc0\x80", "overlong zero"}, Bad{"\xc1\xbf", "overlong"}, Bad{"\xe0\x9f\xbf", "overlong"},
          Bad{"\xf0\x8f\xbf\xbf", "overlong"}, Bad{"\xed\xa0\x80", "a surrogate"}, Bad{"\xed\xbf\xbf", "a surrogate"},
          Bad{"\xf4\x90\x80\x80", "above U+10FFFF"}, Bad{"\xf5\x80\x80\x80", "above U+10FFFF"},
          Bad{"\xff", "never a byte of UTF-8"}, Bad{"ok\xe6\xb0", "cut short"},
          Bad{"\xf0\x90\x85(", "no continuation"}}) {
        CAPTURE(bad.why);
        CHECK(!isUtf8(asBytes(bad.text)));
    }
}
