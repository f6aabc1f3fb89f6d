// SPDX-License-Identifier: Apache-2.0
#include "cuda/operations.h"

#include "cuda/kernels.h"
#include "gpu/hash.h"
#include "gpu/merkle.h"

#include <utility>

namespace unchained::gpu::cuda {

namespace {

static_assert(kStateLeafBytes == merkle::kLeafBytes);

/// Memory for `count` sums, zero, and the maxima of their terms where the caller has none.
struct Totals {
    std::int64_t* sums = nullptr;
    const std::uint32_t* max = nullptr;
};

Result<Totals> makeTotals(CudaCard& card, const Lanes& lanes, const std::uint32_t* max) {
    auto sums = card.memory(CardSlot::Totals, lanes.count * sizeof(std::int64_t));
    if (!sums) return sums.error();
    if (auto done = card.clear(*sums, lanes.count * sizeof(std::int64_t)); !done) return done.error();
    Totals out{static_cast<std::int64_t*>(*sums), max};
    if (max) return out;
    auto maxima = card.memory(CardSlot::TotalsMax, lanes.count * sizeof(std::uint32_t));
    if (!maxima) return maxima.error();
    if (auto done = card.clear(*maxima, lanes.count * sizeof(std::uint32_t)); !done) return done.error();
    auto* found = static_cast<std::uint32_t*>(*maxima);
    if (lanes.depth > 0) {
        if (auto done = card.maxima(lanes, found); !done) return done.error();
    }
    out.max = found;
    return out;
}

} // namespace

Result<void> addNoiseOnCard(CudaCard& card, float* out, const float* clean, std::size_t elements, const Hash256& seed,
                            std::uint64_t iteration, std::uint64_t tensor, NoiseScale scale) {
    const PhiloxStream stream = PhiloxStream::from(taggedHash("noise", {seed, iteration, tensor}));
    const NoiseStream words{{stream.key[0], stream.key[1]}, {stream.counterHigh[0], stream.counterHigh[1]}};
    const float unit = noiseUnit(scale);
    return card.check(launchNoise(out, clean, elements, words, unit, card.stream()), "adding noise");
}

Result<void> columnSumsOnCard(CudaCard& card, const float* data, std::size_t rows, std::size_t columns,
                              const std::uint32_t* columnMax, float* out, Flags* flags) {
    if (columns == 0) return {};
    auto totals = makeTotals(card, {data, columns, rows, 1, columns}, columnMax);
    if (!totals) return totals.error();
    const cudaError_t code = launchColumnSums(data, rows, columns, totals->max, totals->sums, card.stream());
    if (auto done = card.check(code, "adding columns"); !done) return done;
    return card.check(launchFinishSums(totals->sums, totals->max, columns, out, flags, card.stream()),
                      "adding columns");
}

Result<void> exactSumOnCard(CudaCard& card, const float* terms, std::size_t count, float* out, Flags* flags) {
    auto totals = makeTotals(card, {terms, 1, count, count, 1}, nullptr);
    if (!totals) return totals.error();
    const cudaError_t code = launchSum(terms, count, totals->max, totals->sums, card.stream());
    if (auto done = card.check(code, "adding terms"); !done) return done;
    return card.check(launchFinishSums(totals->sums, totals->max, 1, out, flags, card.stream()), "adding terms");
}

Result<Hash256> stateRootOnCard(CudaCard& card, const std::uint8_t* state, std::size_t bytes) {
    constexpr const char* kDoing = "hashing a state";
    if (bytes == 0) return merkle::rootOf({});
    std::size_t count = (bytes + kStateLeafBytes - 1) / kStateLeafBytes;
    auto first = card.memory(CardSlot::Level, count * sizeof(HashWords));
    if (!first) return first.error();
    auto second = card.memory(CardSlot::LevelAbove, (count + 1) / 2 * sizeof(HashWords));
    if (!second) return second.error();
    auto* level = static_cast<HashWords*>(*first);
    auto* above = static_cast<HashWords*>(*second);
    if (auto done = card.check(launchLeaves(state, bytes, level, card.stream()), kDoing); !done) return done.error();
    for (; count > 1; count = (count + 1) / 2) {
        if (auto done = card.check(launchNodes(level, count, above, card.stream()), kDoing); !done) {
            return done.error();
        }
        std::swap(level, above);
    }
    HashWords root{};
    if (auto done = card.fetch(&root, level, sizeof root); !done) return done.error();
    Hash256 out;
    for (std::size_t i = 0; i < out.bytes.size(); ++i)
        out.bytes[i] = static_cast<std::uint8_t>(root.h[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

} // namespace unchained::gpu::cuda
