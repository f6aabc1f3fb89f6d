// SPDX-License-Identifier: Apache-2.0
#include "gpu/noise.h"

#include "gpu/hash.h"
#include "gpu/thread_pool.h"

#include <bit>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;
using nlohmann::json;

namespace {

const json& noiseVectors() {
    static const json all = json::parse(std::ifstream(std::string(TESTS_DIR) + "/vectors/noise.json"));
    return all;
}

std::uint32_t word(const std::string& hex, std::size_t at) {
    return static_cast<std::uint32_t>(std::stoul(hex.substr(8 * at, 8), nullptr, 16));
}

float real(const json& hex) {
    return std::bit_cast<float>(word(hex.get<std::string>(), 0));
}

Hash256 seedOf(const json& stream) {
    return *Hash256::from(*fromHex(stream["seed"].get<std::string>()));
}

NoiseScale scaleOf(const json& stream) {
    return {stream["n"].get<std::uint32_t>(), stream["scale_log2"].get<std::int32_t>()};
}

} // namespace

TEST_CASE("Philox4x32-10 gives the published blocks") {
    for (const json& test : noiseVectors()["philox4x32_10"]) {
        const auto counter = test["counter"].get<std::string>();
        const auto key = test["key"].get<std::string>();
        const auto out = test["out"].get<std::string>();
        const auto block = philox4x32_10({word(counter, 0), word(counter, 1), word(counter, 2), word(counter, 3)},
                                         {word(key, 0), word(key, 1)});
        for (std::size_t w = 0; w < 4; ++w)
            CHECK(block[w] == word(out, w));
    }
}

TEST_CASE("noise streams give the expected bits at every listed element") {
    ThreadPool pool(2);
    for (const json& stream : noiseVectors()["streams"]) {
        const Hash256 hash = taggedHash(
            "noise", {seedOf(stream), stream["iteration"].get<std::uint64_t>(), stream["tensor"].get<std::uint64_t>()});
        const PhiloxStream philox = PhiloxStream::from(hash);
        for (const json& row : stream["elements"]) {
            const auto element = row[0].get<std::uint64_t>();
            const auto lane = element % 8;
            const std::uint32_t u = philox.block(element / 8)[lane / 2] >> (lane % 2 * 16) & 0xffff;
            CHECK(u == row[1].get<std::uint32_t>());
            if (element >= 1000000) continue; // the function below makes a tensor from its start
            std::vector<float> values(element + 1, 0.0F);
            values[element] = real(row[4]);
            addNoise(values.data(), values.data(), values.size(), seedOf(stream),
                     stream["iteration"].get<std::uint64_t>(), stream["tensor"].get<std::uint64_t>(), scaleOf(stream),
                     pool);
            CHECK(std::bit_cast<std::uint32_t>(values[element]) == word(row[5].get<std::string>(), 0));
        }
    }
}

TEST_CASE("the first 20000 elements have the expected hash on any number of threads and at any length") {
    for (const json& stream : noiseVectors()["streams"]) {
        if (!stream.contains("first_20000")) continue;
        for (const unsigned threads : {1U, 2U, 5U}) {
            ThreadPool pool(threads);
            const std::vector<float> zero(20000, 0.0F);
            std::vector<float> noise(20000);
            addNoise(noise.data(), zero.data(), noise.size(), seedOf(stream), stream["iteration"].get<std::uint64_t>(),
                     stream["tensor"].get<std::uint64_t>(), scaleOf(stream), pool);
            const ByteView bytes{reinterpret_cast<const std::uint8_t*>(noise.data()), noise.size() * 4};
            const json& wanted = stream["first_20000"];
            CAPTURE(wanted.dump());
            CHECK(wanted.dump().find(toHex(sha256(bytes).view())) != std::string::npos);
        }
    }
    ThreadPool pool(2);
    const std::vector<float> clean(70001, 0.25F);
    std::vector<float> whole(clean.size());
    addNoise(whole.data(), clean.data(), clean.size(), {}, 3, 4, {8, -1}, pool);
    for (const std::size_t length : {0UL, 1UL, 7UL, 63UL, 64UL, 65UL, 32769UL}) {
        std::vector<float> part(length + 1, -5.0F);
        addNoise(part.data(), clean.data(), length, {}, 3, 4, {8, -1}, pool);
        CHECK(std::equal(part.begin(), part.end() - 1, whole.begin()));
        CHECK(part[length] == -5.0F);
    }
}
