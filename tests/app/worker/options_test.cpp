// SPDX-License-Identifier: Apache-2.0
#include "worker/options.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::worker;

TEST_CASE("a worker's self-check is what was asked for, and left to the engine where nobody asks") {
    const auto said = [](const std::vector<std::string_view>& arguments) {
        const auto options = parseOptions(arguments);
        return options ? std::string() : options.error().text();
    };
    CHECK_FALSE(parseOptions({"--blobs", "here"})->selfCheck);
    CHECK(parseOptions({"--self-check", "50"})->selfCheck == 50);
    CHECK(parseOptions({"--self-check=0", "--threads", "2"})->selfCheck == 0);
    CHECK(parseOptions({"--self-check=0", "--threads", "2"})->threads == 2);
    for (const std::string_view bad : {"often", "-1", "1000001", "5x", ""})
        CHECK(said({"--self-check", bad}).find("is not a number from 0 to 1000000") != std::string::npos);
    CHECK(said({"--self-check"}).find("needs a value") != std::string::npos);
}
