// SPDX-License-Identifier: Apache-2.0
#include "gpu/freivalds.h"

#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"

#include "cpu/engines.h"
#include "cpu/weigh_lanes.h"
#include "gpu/faulty_engine.h"

#include <doctest/doctest.h>
#include <limits>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;

namespace {

/// A product that an engine made, with its integers.
struct Made {
    std::vector<float> a, b, out;
    std::vector<std::int64_t> sums;
    ProductArgs args;

    Made(std::size_t m, std::size_t k, std::size_t n, unsigned bits, bool turned, bool extreme)
        : a(m * k), b(k * n), out(m * n), sums(m * n) {
        for (std::size_t t = 0; t < a.size(); ++t)
            a[t] = extreme ? -1.0F : static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(t)}, {bits, 1})[0]);
        for (std::size_t t = 0; t < b.size(); ++t)
            b[t] = extreme ? 1.0F
                           : static_cast<float>(philox4x32_10({static_cast<std::uint32_t>(t)}, {bits, 2})[0]) - 2e9F;
        args.bits = bits;
        args.a = turned ? Matrix::dense(a.data(), k, m).transposed() : Matrix::dense(a.data(), m, k);
        args.b = turned ? Matrix::dense(b.data(), n, k).transposed() : Matrix::dense(b.data(), k, n);
        args.out = out.data();
        args.outStride = n;
        args.sums = sums.data();
    }
};

Hash256 seedOf(std::uint8_t number) {
    return sha256(ByteView{&number, 1});
}

/// All usable engines, and the loops of vnni that were not chosen.
std::vector<const Engine*> allEngines() {
    std::vector<const Engine*> out;
    for (const EngineInfo& info : engines())
        if (info.engine) out.push_back(info.engine);
#if defined(__x86_64__)
    if (hasVnni256() && hasVnni512()) out.push_back(&vnniEngine256());
#endif
    return out;
}

/// All loops that this processor can run.
std::vector<const weigh::Kernels*> allKernels() {
    std::vector<const weigh::Kernels*> out{&weigh::kernelsPlain()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) out.push_back(&weigh::kernelsAvx2());
    if (hasVnni512()) out.push_back(&weigh::kernelsAvx512());
#endif
    return out;
}

std::uint32_t draw(std::uint32_t counter, std::uint32_t key) {
    return philox4x32_10({counter}, {key, 77})[0];
}

} // namespace

TEST_CASE("the integers of every engine hold, and one flipped bit in one of them does not") {
    ThreadPool pool(2);
    Workspace workspace;
    struct Shape {
        std::size_t m, k, n;
    };
    std::uint8_t turn = 0;
    for (const Shape& s : {Shape{1, 1, 1}, Shape{33, 70, 41}, Shape{5, 5000, 7}, Shape{3, 2, 9000}, Shape{4, 0, 3}}) {
        for (const unsigned bits : {8U, 14U, 16U, 21U}) {
            Made made(s.m, s.k, s.n, bits, turn % 2 == 1, turn % 3 == 2);
            for (const EngineInfo& info : engines()) {
                if (!info.engine) continue;
                INFO(info.name, " ", bits, " bit ", s.m, "x", s.k, "x", s.n);
                REQUIRE(info.engine->product(made.args, pool, workspace).ok());
                CHECK(freivalds(made.args, seedOf(turn), pool, workspace).value());
                const std::uint32_t word = philox4x32_10({turn, 9}, {bits, 3})[0];
                std::int64_t& sum = made.sums[word % made.sums.size()];
                sum ^= std::int64_t{1} << (word >> 26);
                CHECK_FALSE(freivalds(made.args, seedOf(turn), pool, workspace).value());
                ++turn;
            }
        }
    }
}

TEST_CASE("two errors that cancel in a plain sum are found, and any bit of any element") {
    ThreadPool pool(1);
    Workspace workspace;
    Made made(6, 40, 5, 14, false, false);
    REQUIRE(chooseEngine("").value()->product(made.args, pool, workspace).ok());
    made.sums[7] += 1;
    made.sums[8] -= 1;
    CHECK_FALSE(freivalds(made.args, seedOf(1), pool, workspace).value());
    made.sums[7] -= 1;
    made.sums[8] += 1;
    for (unsigned bit = 0; bit < 64; ++bit) {
        std::int64_t& sum = made.sums[bit % made.sums.size()];
        const std::int64_t before = sum;
        sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) ^ std::uint64_t{1} << bit);
        CHECK_FALSE(freivalds(made.args, seedOf(2), pool, workspace).value());
        sum = before;
    }
    CHECK(freivalds(made.args, seedOf(2), pool, workspace).value());
}

TEST_CASE("a product without its integers cannot be checked") {
    ThreadPool pool(1);
    Workspace workspace;
    Made made(2, 2, 2, 14, false, false);
    made.args.sums = nullptr;
    const auto checked = freivalds(made.args, seedOf(1), pool, workspace);
    REQUIRE_FALSE(checked.ok());
    CHECK(checked.error().is(EngineError::BadShape));
}

TEST_CASE("totals of rows are those of the integers, on every engine") {
    ThreadPool pool(2);
    Workspace workspace;
    struct Shape {
        std::size_t m, k, n;
    };
    std::uint8_t turn = 0;
    for (const Shape& s : {Shape{1, 1, 1}, Shape{33, 70, 41}, Shape{25, 5000, 33}, Shape{3, 2, 2100}, Shape{4, 0, 3}}) {
        for (const unsigned bits : {8U, 14U, 16U, 21U}) {
            Made made(s.m, s.k, s.n, bits, turn % 2 == 1, turn % 3 == 2);
            std::vector<std::uint32_t> weights(2 * s.n);
            for (std::size_t j = 0; j < weights.size(); ++j)
                weights[j] = turn % 4 == 1 ? (1U << 30) - 1 : draw(static_cast<std::uint32_t>(j), bits) >> 2;
            std::vector<RowTotal> totals(s.m);
            const WeighedRows weighed{weights.data(), totals.data()};
            made.args.weighed = &weighed;
            for (const Engine* engine : allEngines()) {
                INFO(engine->name(), " ", bits, " bit ", s.m, "x", s.k, "x", s.n);
                for (const bool withSums : {true, false}) {
                    made.args.sums = withSums ? made.sums.data() : nullptr;
                    std::fill(totals.begin(), totals.end(), RowTotal{{9, 9, 9, 9, 9, 9, 9, 9}});
                    REQUIRE(engine->product(made.args, pool, workspace).ok());
                    bool same = true;
                    for (std::size_t i = 0; i < s.m; ++i) {
                        for (std::size_t v = 0; v < 2; ++v) {
                            Int128 sum = 0;
                            for (std::size_t j = 0; j < s.n; ++j)
                                sum += Int128{made.sums[i * s.n + j]} * weights[v * s.n + j];
                            same = same && valueOf(totals[i], v) == sum;
                        }
                    }
                    CHECK(same);
                }
            }
            ++turn;
        }
    }
}

TEST_CASE("all loops weigh rows of any integers of 64 bits alike, and none overflows") {
    for (const std::size_t count : {0U, 1U, 3U, 4U, 15U, 16U, 17U, 1000U}) {
        for (const int kind : {0, 1, 2}) {
            std::vector<std::int64_t> sums(count + 1);
            std::vector<std::uint32_t> weights(2 * count + 1, (1U << 30) - 1);
            for (std::size_t j = 0; j < count; ++j) {
                const auto at = static_cast<std::uint32_t>(j);
                sums[j] = kind == 0   ? std::numeric_limits<std::int64_t>::min()
                          : kind == 1 ? std::numeric_limits<std::int64_t>::max()
                                      : static_cast<std::int64_t>(std::uint64_t{draw(at, 1)} << 32 | draw(at, 2));
                if (kind == 2) weights[j] = draw(at, 3) >> 2;
            }
            Int128 wanted[2] = {};
            for (std::size_t j = 0; j < count; ++j) {
                wanted[0] += Int128{sums[j]} * weights[j];
                wanted[1] += Int128{sums[j]} * weights[count + j];
            }
            for (const weigh::Kernels* kernels : allKernels()) {
                RowTotal total{};
                kernels->weighRow(sums.data(), count, {weights.data(), weights.data() + count}, total.part);
                CHECK(valueOf(total, 0) == wanted[0]);
                CHECK(valueOf(total, 1) == wanted[1]);
            }
        }
    }
}

TEST_CASE("all loops weigh lanes alike, where digits and integers are as large as they get") {
    using namespace weigh;
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        const bool twoPlanes = bits == 21;
        const auto limit = static_cast<float>(productLimit(bits));
        const std::size_t steps = bits == 16 ? 8 : 32;
        for (const std::size_t terms : {1U, 17U, 64U, 1000U, 1024U}) {
            std::vector<float> data(2048, limit);
            std::vector<std::int16_t> digits(kDigits * kTerms, 0);
            for (std::size_t d = 0; d < kDigits; ++d)
                std::fill_n(digits.begin() + static_cast<std::ptrdiff_t>(d * kTerms), terms, std::int16_t{4095});
            for (std::size_t t = 0; t < data.size(); t += 3)
                data[t] = bits == 8 ? -limit : limit - static_cast<float>(t % 100);
            std::vector<float> ones(kTerms, 1.0F);
            std::int64_t wanted = 0;
            for (std::size_t t = 0; t < terms; ++t)
                wanted += static_cast<std::int64_t>(data[t]) * 4095;
            for (const Kernels* kernels : allKernels()) {
                for (const bool byTerm : {false, true}) {
                    for (const std::size_t places : {1U, 5U, 6U}) {
                        alignas(64) std::int16_t words[kLanes * kTerms] = {};
                        kernels->quantiseTerms(data.data(), terms, {ones.data(), byTerm ? ones.data() : nullptr},
                                               byTerm, twoPlanes, words, data.data());
                        std::int64_t dense[kLanes * kDigits] = {};
                        kernels->dots(words, kTerms, (terms + kPad - 1) / kPad * kPad, steps,
                                      {digits.data(), kTerms, places}, dense);
                        const std::int64_t high = dense[places - 1], low = dense[kDigits + places - 1];
                        CHECK((twoPlanes ? 1024 * high + low : high) == wanted);
                    }
                }
            }
        }
    }
}

TEST_CASE("a product is checked while it is made: any layout holds, and any of 64 bits that a fault turns is found") {
    ThreadPool pool(2);
    Workspace workspace, checkWorkspace;
    std::uint32_t turn = 0;
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        for (const std::size_t layout : {0U, 1U, 2U, 3U}) {
            Made made(29, 150, 70, bits, false, false);
            std::vector<float> strided(2 * made.b.size());
            if (layout % 2 == 1) { // A stands on its side
                made.args.a = Matrix::dense(made.a.data(), 150, 29).transposed();
            }
            if (layout == 2) { // odd strides
                for (std::size_t t = 0; t < made.b.size(); ++t)
                    strided[2 * t] = made.b[t];
                made.args.b = {strided.data(), 150, 70, 140, 2};
            }
            if (layout == 3) made.args.b = Matrix::dense(made.b.data(), 70, 150).transposed();
            made.args.sums = nullptr;
            for (const Engine* engine : allEngines()) {
                INFO(engine->name(), " ", bits, " bit, layout ", layout);
                CHECK(checkedProduct(*engine, made.args, seedOf(1), pool, workspace, checkWorkspace).value());
            }
            std::vector<float> plain(made.out.size());
            made.args.out = plain.data();
            REQUIRE(chooseEngine("scalar").value()->product(made.args, pool, workspace).ok());
            CHECK(plain == made.out);
            for (unsigned bit = 0; bit < 64; ++bit, ++turn) {
                const tests::FaultyEngine faulty(*chooseEngine("").value(), [&](std::uint64_t, auto& sums) {
                    std::int64_t& sum = sums[draw(turn, 5) % sums.size()];
                    sum = static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) ^ std::uint64_t{1} << bit);
                });
                CHECK_FALSE(checkedProduct(faulty, made.args, seedOf(2), pool, workspace, checkWorkspace).value());
            }
        }
    }
}

TEST_CASE("what an engine refuses a checked product refuses in the same words") {
    ThreadPool pool(1);
    Workspace workspace, checkWorkspace;
    const Engine& engine = *chooseEngine("").value();
    for (const bool inA : {true, false}) {
        Made made(4, 5, 6, 14, false, false);
        made.args.sums = nullptr;
        (inA ? made.a : made.b)[7] = std::numeric_limits<float>::infinity();
        const auto plain = engine.product(made.args, pool, workspace);
        const auto checked = checkedProduct(engine, made.args, seedOf(1), pool, workspace, checkWorkspace);
        REQUIRE_FALSE(checked.ok());
        CHECK(checked.error().text() == plain.error().text());
    }
}
