// SPDX-License-Identifier: Apache-2.0
// What provider and hub can send to a renter, forged signatures and altered fields behind true ones alike.
#include "scenes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    unchained::fuzz::Input input(data, size);
    unchained::fuzz::fuzzSession(input, true);
    return 0;
}
