// SPDX-License-Identifier: Apache-2.0
#include "gpu/noise.h"

#include "gpu/backends.h"
#include "gpu/hash.h"
#include "gpu/thread_pool.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <doctest/doctest.h>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;
using nlohmann::json;
using unchained::gpu::tests::Backend;
using unchained::gpu::tests::backends;
using unchained::gpu::tests::NoisePlace;

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

NoisePlace placeOf(const json& stream) {
    return {seedOf(stream),
            stream["iteration"].get<std::uint64_t>(),
            stream["tensor"].get<std::uint64_t>(),
            {stream["n"].get<std::uint32_t>(), stream["scale_log2"].get<std::int32_t>()}};
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
    for (const json& stream : noiseVectors()["streams"]) {
        const NoisePlace place = placeOf(stream);
        const Hash256 hash = taggedHash("noise", {place.seed, place.iteration, place.tensor});
        const PhiloxStream philox = PhiloxStream::from(hash);
        for (const json& row : stream["elements"]) {
            const auto element = row[0].get<std::uint64_t>();
            const auto lane = element % 8;
            const std::uint32_t u = philox.block(element / 8)[lane / 2] >> (lane % 2 * 16) & 0xffff;
            CHECK(u == row[1].get<std::uint32_t>());
            if (element >= 1000000) continue; // the function below makes a tensor from its start
            std::vector<float> values(element + 1, 0.0F);
            values[element] = real(row[4]);
            for (const Backend& backend : backends()) {
                CAPTURE(backend.name);
                const std::vector<float> noised = backend.addNoise(values, place);
                CHECK(std::bit_cast<std::uint32_t>(noised.at(element)) == word(row[5].get<std::string>(), 0));
            }
        }
    }
}

TEST_CASE("the first 20000 elements have the expected hash on every backend and at any length") {
    for (const json& stream : noiseVectors()["streams"]) {
        if (!stream.contains("first_20000")) continue;
        for (const Backend& backend : backends()) {
            const std::vector<float> noise = backend.addNoise(std::vector<float>(20000, 0.0F), placeOf(stream));
            const ByteView bytes{reinterpret_cast<const std::uint8_t*>(noise.data()), noise.size() * 4};
            const json& wanted = stream["first_20000"];
            CAPTURE(backend.name);
            CAPTURE(wanted.dump());
            CHECK(wanted.dump().find(toHex(sha256(bytes).view())) != std::string::npos);
        }
    }
    const NoisePlace place{{}, 3, 4, {8, -1}};
    const std::vector<float> whole = backends()[0].addNoise(std::vector<float>(70001, 0.25F), place);
    for (const Backend& backend : backends()) {
        for (const std::size_t length : {0UL, 1UL, 7UL, 31UL, 32UL, 33UL, 63UL, 64UL, 65UL, 1000UL, 65537UL, 70001UL}) {
            CAPTURE(backend.name);
            CAPTURE(length);
            const std::vector<float> part = backend.addNoise(std::vector<float>(length, 0.25F), place);
            CHECK(std::equal(part.begin(), part.end(), whole.begin()));
        }
    }
}

TEST_CASE("noise is the same on every backend at the ends of scale, amplitude and value") {
    constexpr float kSmallest = std::numeric_limits<float>::denorm_min();
    std::vector<float> clean;
    for (const float value : {0.0F, -0.0F, kSmallest, -kSmallest, 0x1p-126F, 1.0F, -3.5F, 0x1p100F, 0x1p127F})
        clean.insert(clean.end(), 37, value);
    for (const std::int32_t exponent : {-kNoiseExponentMax, -97, -1, 0, 1, kNoiseExponentMax}) {
        for (const std::uint32_t amplitude : {kNoiseAmplitudeMin, 8U, 13U}) {
            const NoisePlace place{Hash256{{7}}, 1ULL << 40, 3, {amplitude, exponent}};
            const std::vector<float> wanted = backends()[0].addNoise(clean, place);
            // Never zero, below the scale's share, and exact: at another scale it is the same but for a power of two.
            NoisePlace usual = place;
            usual.scale = {8, 0};
            const std::vector<float> atOne = backends()[0].addNoise(std::vector<float>(37), usual);
            for (std::size_t i = 0; i < 37; ++i) {
                CHECK(wanted[i] != 0.0F);
                CHECK(std::abs(wanted[i]) < std::ldexp(1.0F, exponent - static_cast<int>(amplitude)));
                CHECK(wanted[i] == std::ldexp(atOne[i], exponent + 8 - static_cast<int>(amplitude)));
            }
            for (const Backend& backend : backends()) {
                CAPTURE(backend.name);
                const std::vector<float> found = backend.addNoise(clean, place);
                for (std::size_t i = 0; i < clean.size(); ++i)
                    REQUIRE(std::bit_cast<std::uint32_t>(found[i]) == std::bit_cast<std::uint32_t>(wanted[i]));
            }
        }
    }
}

TEST_CASE("noise ends where its tensor ends, and may be added in place") {
    ThreadPool pool(2);
    for (const std::size_t length : {0UL, 1UL, 7UL, 65UL, 32769UL}) {
        std::vector<float> values(length + 1, 0.25F);
        values[length] = -5.0F;
        addNoise(values.data(), values.data(), length, {}, 3, 4, {8, -1}, pool);
        const std::vector<float> wanted =
            backends()[0].addNoise(std::vector<float>(length, 0.25F), {{}, 3, 4, {8, -1}});
        CHECK(std::equal(wanted.begin(), wanted.end(), values.begin()));
        CHECK(values[length] == -5.0F);
    }
}
