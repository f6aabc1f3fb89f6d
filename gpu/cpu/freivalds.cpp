// SPDX-License-Identifier: Apache-2.0
#include "gpu/freivalds.h"

#include "cpu/prepare.h"
#include "gpu/engine.h"
#include "gpu/noise.h"

#include <array>
#include <atomic>

/// One loop for each instruction set, chosen when the program starts: these loops are sums of integers, whose bits do
/// not depend on it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define UNCHAINED_CLONES __attribute__((target_clones("arch=skylake-avx512", "avx2", "default")))
#else
#define UNCHAINED_CLONES
#endif

namespace unchained::gpu {

namespace {

__extension__ using Int128 = __int128;

constexpr std::size_t kVectors = 2;
constexpr std::size_t kTermsMax = 2048; ///< 2^20·2^31·2^11 and 2^21·2^30·2^11 stay below 2^63
constexpr std::size_t kLanesAtOnce = 4;

/// A number of up to 93 bits as three of 31 bits, the last with the sign.
constexpr std::size_t kLimbsMax = 3;

/// Weights of 32 bits for each of `terms` terms, by weight; the limbs of both vectors stand behind each other.
struct Weights {
    const std::int32_t* values = nullptr;
    std::size_t terms = 0;
    std::size_t count = 0;
};

UNCHAINED_CLONES
void quantiseDense(const float* from, std::size_t count, float first, float second, std::int32_t* out) {
    for (std::size_t t = 0; t < count; ++t)
        out[t] = quantise(from[t], {first, second});
}

UNCHAINED_CLONES
void quantiseDenseEach(const float* from, std::size_t count, const float* first, const float* second,
                       std::int32_t* out) {
    for (std::size_t t = 0; t < count; ++t)
        out[t] = quantise(from[t], {first[t], second[t]});
}

/// Σ a·b of at most kTermsMax terms.
UNCHAINED_CLONES
std::int64_t dotOf(const std::int32_t* a, const std::int32_t* b, std::size_t count) {
    std::int64_t sum = 0;
    for (std::size_t t = 0; t < count; ++t)
        sum += std::int64_t{a[t]} * b[t];
    return sum;
}

/// Σ c·r for both vectors, in three sums each: of the lower 21 bits of c, the next 21, and the rest.
UNCHAINED_CLONES
void dotsOfSums(const std::int64_t* c, const std::int32_t* r0, const std::int32_t* r1, std::size_t count,
                std::int64_t out[6]) {
    constexpr std::int64_t kMask = (1 << 21) - 1;
    std::int64_t low0 = 0, middle0 = 0, high0 = 0, low1 = 0, middle1 = 0, high1 = 0;
    for (std::size_t t = 0; t < count; ++t) {
        const std::int64_t low = c[t] & kMask;
        const std::int64_t middle = (c[t] >> 21) & kMask;
        const std::int64_t high = c[t] >> 42;
        low0 += low * r0[t], middle0 += middle * r0[t], high0 += high * r0[t];
        low1 += low * r1[t], middle1 += middle * r1[t], high1 += high * r1[t];
    }
    out[0] = low0, out[1] = middle0, out[2] = high0, out[3] = low1, out[4] = middle1, out[5] = high1;
}

/// Two vectors of 30-bit integers, one behind the other.
void drawVectors(const Hash256& seed, std::size_t count, std::int32_t* out) {
    const ByteView bytes = seed.view();
    std::array<std::uint32_t, 4> word{};
    for (std::size_t i = 0; i < 16; ++i)
        word[i / 4] |= static_cast<std::uint32_t>(bytes[i]) << (i % 4 * 8);
    for (std::size_t t = 0; t < kVectors * count; t += 4) {
        const auto block = static_cast<std::uint64_t>(t / 4);
        const auto random = philox4x32_10(
            {static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32), word[2], word[3]},
            {word[0], word[1]});
        for (std::size_t i = 0; i < 4 && t + i < kVectors * count; ++i)
            out[t + i] = static_cast<std::int32_t>(random[i] >> 2);
    }
}

/// A matrix of integers: `lanes` rows of terms, with the scales of its rows or of its columns.
struct Quantised {
    Matrix lanes;
    const std::int32_t* exponents = nullptr;
    bool byLane = true; ///< the exponents are those of the rows
    const float* first = nullptr;
    const float* second = nullptr; ///< where they are those of the columns

    void read(std::size_t lane, std::size_t term, std::size_t count, std::int32_t* out) const {
        const float* from = lanes.data + lane * lanes.rowStride + term * lanes.columnStride;
        if (lanes.columnStride == 1 && byLane) {
            const QuantiseScale scale = QuantiseScale::of(exponents[lane]);
            return quantiseDense(from, count, scale.first, scale.second, out);
        }
        if (lanes.columnStride == 1) return quantiseDenseEach(from, count, first + term, second + term, out);
        for (std::size_t t = 0; t < count; ++t) {
            const QuantiseScale scale = QuantiseScale::of(exponents[byLane ? lane : term + t]);
            out[t] = quantise(from[t * lanes.columnStride], scale);
        }
    }
};

/// out[lane·weights.count + w] = Σ over the terms of matrix and weight w.
void weigh(const Quantised& m, const Weights& weights, Int128* out, ThreadPool& pool) {
    pool.parallelRanges(m.lanes.rows, kLanesAtOnce, [&](std::size_t begin, std::size_t end) {
        std::int32_t integers[kTermsMax];
        std::fill(out + begin * weights.count, out + end * weights.count, Int128{0});
        for (std::size_t lane = begin; lane < end; ++lane) {
            for (std::size_t term = 0; term < weights.terms; term += kTermsMax) {
                const std::size_t count = std::min(kTermsMax, weights.terms - term);
                m.read(lane, term, count, integers);
                for (std::size_t w = 0; w < weights.count; ++w) {
                    out[lane * weights.count + w] += dotOf(integers, weights.values + w * weights.terms + term, count);
                }
            }
        }
    });
}

/// y as weights: limb l of vector v stands at (v·limbs + l)·count.
Weights limbsOf(const Int128* y, std::size_t count, std::size_t limbs, std::int32_t* out) {
    constexpr Int128 kMask = (Int128{1} << 31) - 1;
    for (std::size_t t = 0; t < count; ++t) {
        for (std::size_t v = 0; v < kVectors; ++v) {
            Int128 left = y[t * kVectors + v];
            for (std::size_t l = 0; l < limbs; ++l) {
                const bool last = l + 1 == limbs;
                out[(v * limbs + l) * count + t] = static_cast<std::int32_t>(last ? left : left & kMask);
                left >>= 31;
            }
        }
    }
    return {out, count, kVectors * limbs};
}

/// Whether C·r is what A·(B·r), in limbs, says.
bool rowsAgree(const ProductArgs& args, const Weights& r, const Int128* wanted, std::size_t limbs, ThreadPool& pool) {
    std::atomic<bool> agree{true};
    pool.parallelRanges(args.a.rows, kLanesAtOnce, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            Int128 found[kVectors] = {};
            for (std::size_t j = 0; j < r.terms; j += kTermsMax) {
                std::int64_t part[6];
                dotsOfSums(args.sums + i * r.terms + j, r.values + j, r.values + r.terms + j,
                           std::min(kTermsMax, r.terms - j), part);
                for (std::size_t v = 0; v < kVectors; ++v) {
                    found[v] += part[3 * v] + Int128{part[3 * v + 1]} * (1 << 21) +
                                Int128{part[3 * v + 2]} * (std::int64_t{1} << 42);
                }
            }
            for (std::size_t v = 0; v < kVectors; ++v) {
                Int128 sum = 0;
                for (std::size_t l = limbs; l-- > 0;)
                    sum = sum * (std::int64_t{1} << 31) + wanted[(i * kVectors + v) * limbs + l];
                if (sum != found[v]) agree.store(false, std::memory_order_relaxed);
            }
        }
    });
    return agree;
}

} // namespace

Result<bool> freivalds(const ProductArgs& args, const Hash256& seed, ThreadPool& pool, Workspace& workspace) {
    if (!args.sums) return makeError(EngineError::BadShape, "product", "has no sums that could be checked");
    const FloatModeGuard mode;
    auto prepared = prepareProduct(args, pool, workspace);
    if (!prepared) return prepared.error();
    const std::size_t rows = args.a.rows;
    const std::size_t columns = args.b.columns;
    const std::size_t depth = args.a.columns;
    if (rows == 0 || columns == 0) return true;
    // B·r is below 2^50 a term: two limbs hold the sum of 2^12, three that of 2^42.
    const std::size_t limbs = columns <= 4096 ? 2 : kLimbsMax;

    auto* random = workspace.get<std::int32_t>(kPackedB, kVectors * columns);
    drawVectors(seed, columns, random);
    const Weights r{random, columns, kVectors};
    auto* scales = workspace.get<float>(kScales, 2 * columns);
    for (std::size_t j = 0; j < columns; ++j) {
        const QuantiseScale scale = QuantiseScale::of(prepared->f[j]);
        scales[j] = scale.first;
        scales[columns + j] = scale.second;
    }
    auto* y = workspace.get<Int128>(kTileSums, kVectors * depth);
    weigh({args.b, prepared->f, false, scales, scales + columns}, r, y, pool);
    auto* limbWords = workspace.get<std::int32_t>(kPackedA, kVectors * limbs * depth);
    const Weights limbsOfY = limbsOf(y, depth, limbs, limbWords);
    auto* wanted = workspace.get<Int128>(kStarts, rows * kVectors * limbs);
    weigh({args.a, prepared->e, true, nullptr, nullptr}, limbsOfY, wanted, pool);
    return rowsAgree(args, r, wanted, limbs, pool);
}

} // namespace unchained::gpu
