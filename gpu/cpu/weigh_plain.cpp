// SPDX-License-Identifier: Apache-2.0
#include "cpu/weigh_steps.h"

#include "gpu/product.h"

#include <cstring>

namespace unchained::gpu::weigh {

namespace {

/// A vector of one float, or of two words of 16 bits.
struct Plain {
    using Floats = float;
    using Ints = std::int32_t;
    static constexpr std::size_t kFloats = 1;
    static constexpr std::size_t kLanesAtOnce = 1;
    static constexpr std::size_t kVectorsBeside = 1;

    static Floats load(const float* from, std::size_t count) { return count > 0 ? *from : 0.0F; }
    static Floats broadcast(const float* from) { return *from; }
    static Floats multiply(Floats a, Floats b) { return a * b; }
    static Ints round(Floats v) { return quantise(v, {}); }
    static Ints all(int v) { return v; }
    static Ints add(Ints a, Ints b) { return a + b; }
    static Ints subtract(Ints a, Ints b) { return a - b; }
    static Ints shiftLeft(Ints v, unsigned by) { return v * (1 << by); }
    static Ints shiftRight(Ints v, unsigned by) { return v >> by; }
    static Ints narrow(Ints a, Ints b) {
        return static_cast<Ints>((static_cast<std::uint32_t>(a) & 0xffffU) | static_cast<std::uint32_t>(b) << 16U);
    }
    static Ints loadWords(const void* from) {
        Ints v = 0;
        std::memcpy(&v, from, sizeof v);
        return v;
    }
    static void storeWords(void* to, Ints v) { std::memcpy(to, &v, sizeof v); }
    static void storePairs(std::uint32_t* to, Ints even, Ints odd) { storeWords(to, narrow(even, odd)); }
    static Ints broadcastPair(const std::int16_t* from) { return loadWords(from); }
    static Ints addProducts(Ints sum, Ints a, Ints b) {
        const auto low = [](Ints v) { return Ints{static_cast<std::int16_t>(v & 0xffff)}; };
        return sum + low(a) * low(b) + (a >> 16) * (b >> 16);
    }
    static std::int64_t total(Ints v) { return v; }
    static void addWide(std::int64_t* to, Ints v) { *to += v; }
};

void weighRow(const std::int64_t* sums, std::size_t count, const RowWeights& weights, std::int64_t* total) {
    constexpr std::int64_t kHalf = 0xffffffff;
    for (std::size_t j = 0; j < count; ++j) {
        const std::int64_t both[2] = {weights.first[j], weights.second[j]};
        for (std::size_t v = 0; v < 2; ++v) {
            const std::int64_t low = (sums[j] & kHalf) * both[v];
            const std::int64_t high = (sums[j] >> 32) * both[v];
            total[4 * v] += low & kHalf;
            total[4 * v + 1] += low >> 32;
            total[4 * v + 2] += high & kHalf;
            total[4 * v + 3] += high >> 32;
        }
    }
}

} // namespace

const Kernels& kernelsPlain() {
    static constexpr Kernels all{quantiseTerms<Plain>, dots<Plain>, quantiseLanes<Plain>, beside<Plain>, weighRow};
    return all;
}

} // namespace unchained::gpu::weigh
