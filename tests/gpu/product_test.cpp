// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/program.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace unchained;
using namespace unchained::gpu;
using nlohmann::json;

namespace {

const json& productVectors() {
    static const json all = json::parse(std::ifstream(std::string(TESTS_DIR) + "/vectors/product.json"));
    return all;
}

std::uint32_t bitsOf(const std::string& hex) {
    return static_cast<std::uint32_t>(std::stoul(hex, nullptr, 16));
}

/// A matrix of the vectors: joined hex words, or a rule and patches.
std::vector<float> operand(const json& text, std::size_t count) {
    std::vector<float> out(count);
    if (text.is_string()) {
        const auto hex = text.get<std::string>();
        REQUIRE(hex.size() == 8 * count);
        for (std::size_t t = 0; t < count; ++t)
            out[t] = std::bit_cast<float>(bitsOf(hex.substr(8 * t, 8)));
        return out;
    }
    const auto rule = text["rule"].get<std::vector<std::int64_t>>();
    for (std::size_t t = 0; t < count; ++t) {
        const std::int64_t whole = (rule[0] * static_cast<std::int64_t>(t) + rule[1]) % rule[2] - rule[3];
        out[t] = static_cast<float>(std::ldexp(static_cast<double>(whole), static_cast<int>(rule[4])));
    }
    if (text.contains("patch")) {
        for (const json& patch : text["patch"]) {
            out[patch[0].get<std::size_t>()] = std::bit_cast<float>(bitsOf(patch[1].get<std::string>()));
        }
    }
    return out;
}

std::string joinedHex(const std::vector<float>& values) {
    std::string out;
    char word[9];
    for (const float value : values) {
        std::snprintf(word, sizeof word, "%08x", std::bit_cast<std::uint32_t>(value));
        out += word;
    }
    return out;
}

std::string hashOf(const std::vector<float>& values) {
    return toHex(sha256(ByteView{reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * 4}).view());
}

/// The same numbers column by column, so that the other layouts are tried too.
std::vector<float> turned(const std::vector<float>& values, std::size_t rows, std::size_t columns) {
    std::vector<float> out(values.size());
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j)
            out[j * rows + i] = values[i * columns + j];
    }
    return out;
}

void checkCase(const Engine& engine, const json& test, bool turnOperands, ThreadPool& pool) {
    const auto m = test["M"].get<std::size_t>();
    const auto k = test["K"].get<std::size_t>();
    const auto n = test["N"].get<std::size_t>();
    std::vector<float> a = operand(test["A"], m * k);
    std::vector<float> b = operand(test["B"], k * n);
    ProductArgs args;
    args.bits = test["bits"].get<unsigned>();
    args.a = Matrix::dense(a.data(), m, k);
    args.b = Matrix::dense(b.data(), k, n);
    if (turnOperands) {
        a = turned(a, m, k);
        b = turned(b, k, n);
        args.a = Matrix::dense(a.data(), k, m).transposed();
        args.b = Matrix::dense(b.data(), n, k).transposed();
    }
    std::vector<float> c(m * n, 123.0F);
    args.out = c.data();
    args.outStride = n;
    Workspace workspace;
    const auto done = engine.product(args, pool, workspace);
    INFO(std::string(engine.name()), ": ", test["name"].get<std::string>());
    if (test.contains("refused")) {
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().is(ProgramError::NotFinite));
        const bool input = done.error().sentence.str().find("operand") != std::string::npos;
        CHECK(input == (test["refused"] == "input"));
        return;
    }
    REQUIRE(done.ok());
    if (test.contains("C")) CHECK(joinedHex(c) == test["C"].get<std::string>());
    if (test.contains("C_sha256")) CHECK(hashOf(c) == test["C_sha256"].get<std::string>());
}

} // namespace

TEST_CASE("every engine gives the expected bits of all product vectors, in all layouts, on one thread and two") {
    ThreadPool one(1);
    ThreadPool two(2);
    std::size_t usable = 0;
    for (const EngineInfo& info : engines()) {
        if (!info.engine) {
            CHECK_MESSAGE(info.code == EngineError::Unavailable, info.name << ": " << info.reason);
            MESSAGE(info.name << " not tested: " << info.reason);
            continue;
        }
        ++usable;
        for (const json& test : productVectors()["cases"]) {
            checkCase(*info.engine, test, false, one);
            checkCase(*info.engine, test, true, two);
        }
    }
#if defined(__x86_64__)
    // Where both are there, the engine has taken the wider inner loops.
    for (const json& test : productVectors()["cases"]) {
        if (!hasVnni256()) break;
        checkCase(vnniEngine256(), test, false, two);
        checkCase(vnniEngine256(), test, true, one);
    }
#endif
    CHECK(usable >= 1);
    CHECK(productVectors()["cases"].size() == 447);
}

TEST_CASE("exponents and integers are those of the vectors") {
    for (const json& test : productVectors()["cases"]) {
        if (!test.contains("e") || !test.contains("a_int")) continue;
        const auto m = test["M"].get<std::size_t>();
        const auto k = test["K"].get<std::size_t>();
        const auto a = operand(test["A"], m * k);
        for (std::size_t i = 0; i < m; ++i) {
            std::uint32_t most = 0;
            for (std::size_t t = 0; t < k; ++t) {
                most = std::max(most, std::bit_cast<std::uint32_t>(a[i * k + t]) & 0x7fffffffU);
            }
            const std::int32_t e = quantiseExponent(most, test["bits"].get<unsigned>());
            REQUIRE(e == test["e"][i].get<std::int32_t>());
            for (std::size_t t = 0; t < k; ++t) {
                REQUIRE(quantise(a[i * k + t], QuantiseScale::of(e)) == test["a_int"][i * k + t].get<std::int32_t>());
            }
        }
    }
}

TEST_CASE("an exponent is the largest that keeps the magnitude below a limit and a half, for all sizes of number") {
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        const auto fits = [bits](float value, std::int32_t exponent) {
            return std::ldexp(static_cast<double>(value), exponent) < productLimit(bits) + 0.5;
        };
        const std::uint32_t half = (2 * static_cast<std::uint32_t>(productLimit(bits)) + 1) << (24 - bits);
        for (std::uint32_t power = 0; power < 255; ++power) {
            for (const std::uint32_t mantissa : {0U, 1U, 0x7fffffU, half & 0x7fffffU, (half - 1) & 0x7fffffU}) {
                const std::uint32_t magnitude = power << 23 | mantissa;
                if (magnitude == 0) continue;
                const auto value = std::bit_cast<float>(magnitude);
                const std::int32_t found = quantiseExponent(magnitude, bits);
                CAPTURE(magnitude);
                REQUIRE(fits(value, found));
                REQUIRE_FALSE(fits(value, found + 1));
            }
        }
        CHECK(quantiseExponent(0, bits) == 0);
    }
}

TEST_CASE("engines agree on odd sizes, strides and bias, and write nothing outside their result") {
    ThreadPool pool(2);
    Workspace workspace;
    for (const std::size_t m : {1UL, 3UL, 31UL, 33UL, 130UL}) {
        for (const std::size_t n : {1UL, 15UL, 17UL, 300UL}) {
            for (const std::size_t k : {1UL, 7UL, 32UL, 33UL, 1000UL}) {
                std::vector<float> a(m * (k + 3));
                std::vector<float> b(k * (n + 1));
                std::vector<float> bias(n);
                for (std::size_t t = 0; t < a.size(); ++t) {
                    a[t] = static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(t)}, {1, 2})[0] % 65536) - 3e4F;
                }
                for (std::size_t t = 0; t < b.size(); ++t)
                    b[t] = static_cast<float>(t * 37 % 101) / 7.0F - 7.0F;
                for (std::size_t j = 0; j < n; ++j)
                    bias[j] = static_cast<float>(j) - 2.5F;
                ProductArgs args;
                args.a = {a.data(), m, k, k + 3, 1};
                args.b = {b.data(), k, n, n + 1, 1};
                args.bias = bias.data();
                args.outStride = n + 2;
                std::vector<float> wanted(m * (n + 2), -77.0F);
                args.out = wanted.data();
                REQUIRE(chooseEngine("scalar").value()->product(args, pool, workspace).ok());
                for (const EngineInfo& info : engines()) {
                    if (!info.engine) continue;
                    std::vector<float> found(m * (n + 2), -77.0F);
                    args.out = found.data();
                    REQUIRE(info.engine->product(args, pool, workspace).ok());
                    INFO(info.name, " ", m, "x", k, "x", n);
                    CHECK(std::memcmp(found.data(), wanted.data(), found.size() * 4) == 0);
                    CHECK(found[n] == -77.0F);
                }
            }
        }
    }
}

TEST_CASE("a product whose shapes do not fit or whose width is unknown is refused in words") {
    ThreadPool pool(1);
    Workspace workspace;
    const float one = 1;
    float out = 0;
    ProductArgs args;
    args.a = Matrix::dense(&one, 1, 1);
    args.b = {&one, 2, 1, 0, 0};
    args.out = &out;
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        CHECK(info.engine->product(args, pool, workspace).error().is(EngineError::BadShape));
        args.bits = 13;
        CHECK(info.engine->product(args, pool, workspace).error().sentence.str() == "13 is no width of a product");
        args.bits = 14;
    }
}

TEST_CASE("an engine is chosen by name, the fastest without one, and an unknown name lists what there is") {
    REQUIRE(chooseEngine("").ok());
    const auto& all = engines();
    const auto fastest = std::find_if(all.rbegin(), all.rend(),
                                      [](const EngineInfo& i) { return i.engine != nullptr && !i.byNameOnly; });
    CHECK(chooseEngine("").value() == fastest->engine);
    CHECK(chooseEngine("scalar").value()->name() == "scalar");
    const auto unknown = chooseEngine("abacus");
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().is(EngineError::UnknownEngine));
    CHECK(unknown.error().text().find("scalar") != std::string::npos);
    CHECK(unknown.error().text().find("cuda") != std::string::npos);
}

TEST_CASE("an engine of another library is offered before engines are used, under a name of its own, or not at all") {
    static int asked = 0;
    const auto find = []() -> Result<const Engine*> {
        ++asked;
        return makeError(EngineError::Unavailable, "late", "it is late");
    };
    static_cast<void>(engines());
    CHECK_THROWS_AS(offerEngine({"late", false, find}), std::logic_error);
    CHECK_THROWS_AS(offerEngine({"scalar", false, find}), std::logic_error);
    CHECK(asked == 0);
    CHECK(chooseEngine("late").error().is(EngineError::UnknownEngine));
    // What main.cpp offered stands behind our own, in order, and was proved or says why it cannot be used.
    const auto& all = engines();
    REQUIRE(all.size() > 3);
    CHECK(all[all.size() - 2].name == "cuda-model");
    CHECK(all[all.size() - 2].engine != nullptr);
    CHECK(all.back().name == "cuda");
    const auto cuda = chooseEngine("cuda");
    if (!cuda) {
        CHECK(cuda.error().sentence.str() == "the engine cuda cannot be used: " + all.back().reason);
        CHECK(!all.back().reason.empty());
    }
}

TEST_CASE("dgemm is chosen by name only, and says in words why it cannot be had") {
    const auto& all = engines();
    const auto dgemm = std::find_if(all.begin(), all.end(), [](const EngineInfo& i) { return i.name == "dgemm"; });
    REQUIRE(dgemm != all.end());
    CHECK(dgemm->byNameOnly);
    CHECK(chooseEngine("").value()->name() != "dgemm");
    CHECK(chooseEngine("dgemm").ok() == (dgemm->engine != nullptr));
    const auto missing = loadDgemmEngine("libno-such-blas.so.0");
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().is(EngineError::Unavailable));
    CHECK(missing.error().sentence.str() == "libno-such-blas.so.0 is not installed");
    const auto other = loadDgemmEngine("libz.so.1");
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().sentence.str() == "libz.so.1 has no function cblas_dgemm");
}

TEST_CASE("every usable engine has a rate") {
    ThreadPool pool(2);
    for (const EngineInfo& info : engines()) {
        if (info.engine) CHECK(measureEngine(*info.engine, pool) > 1000000);
    }
}

TEST_CASE("the self-test refuses an engine that is wrong by one bit, and one that flushes subnormals") {
    class Wrong final : public Engine {
    public:
        explicit Wrong(bool flush) : m_flush(flush) {}
        [[nodiscard]] std::string_view name() const override { return "wrong"; }
        [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool,
                                           Workspace& workspace) const override {
            auto done = chooseEngine("scalar").value()->product(args, pool, workspace);
            float& last = args.out[args.a.rows * args.outStride - 1];
            if (m_flush && std::abs(last) < 1.2e-38F) last = 0;
            if (!m_flush && args.bits == 16 && args.a.columns > 4000) {
                last = std::bit_cast<float>(std::bit_cast<std::uint32_t>(last) ^ 1U);
            }
            return done;
        }

    private:
        bool m_flush;
    };
    ThreadPool pool(1);
    CHECK(selfTest(Wrong(true), pool) == "loses subnormal numbers");
    CHECK(selfTest(Wrong(false), pool).find("16 bit, 6x4099x17") != std::string::npos);
    CHECK(selfTest(*chooseEngine("").value(), pool).empty());
}
