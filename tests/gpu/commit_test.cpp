// SPDX-License-Identifier: Apache-2.0
#include "gpu/commit.h"

#include "gpu/backends.h"
#include "gpu/hash.h"
#include "gpu/merkle.h"

#include <doctest/doctest.h>

using namespace unchained;
using unchained::gpu::tests::Backend;
using unchained::gpu::tests::backends;

namespace {

Bytes stateOf(std::size_t length) {
    Bytes out(length);
    for (std::size_t t = 0; t < length; ++t)
        out[t] = static_cast<std::uint8_t>((t * t + 168 * t + (t >> 10) + 5) % 251);
    return out;
}

} // namespace

TEST_CASE("a state's root is its blob's root on every backend") {
    for (const std::size_t size : {0UL, 1UL, 54UL, 55UL, 56UL, 63UL, 64UL, 1000UL, 1023UL, 1024UL, 1025UL, 2048UL,
                                   3072UL, 65535UL, 65536UL, 65537UL, 131072UL, 1000000UL, 3333333UL}) {
        const Bytes state = stateOf(size);
        const Hash256 wanted = merkle::blobRoot(state);
        for (const Backend& backend : backends()) {
            CAPTURE(backend.name);
            CAPTURE(size);
            CHECK(backend.stateRoot(state) == wanted);
        }
    }
}

TEST_CASE("the root of a leaf is what RFC 6962 says, and that of a million bytes that of every other machine") {
    for (const Backend& backend : backends()) {
        CAPTURE(backend.name);
        const Bytes one{0x61};
        CHECK(backend.stateRoot(one) == sha256(Bytes{0x00, 0x61}));
        CHECK(toHex(backend.stateRoot(stateOf(1000000)).view()) ==
              "987eef949d592fad57cc01d233b52591e226ee76493fbc0fd2877e6414406f10");
    }
}
