// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace unchained::gpu {

/// Which rows an iteration takes: a pure function of the order's seed and the iteration's number.
///
/// An epoch is floor(samples/batch) iterations; rows left over sit out. Its order is a Fisher-Yates shuffle from the
/// last place down: place i changes with place ⌊r·(i+1)/2^32⌋, r the words of the Philox stream of
/// H("order", seed, epoch), in order, one for each i.
class BatchOrder {
public:
    BatchOrder(std::uint64_t seed, std::uint64_t samples, std::uint64_t batch)
        : m_seed(seed), m_samples(samples), m_batch(batch) {}

    /// Row numbers of an iteration, valid until the next call. The epoch's order is kept.
    [[nodiscard]] std::span<const std::uint32_t> rows(std::uint64_t iteration);

    [[nodiscard]] std::uint64_t epochOf(std::uint64_t iteration) const { return iteration / perEpoch(); }
    /// All rows of an epoch in their order, valid until the next call; those of an iteration begin at placeOf() it.
    [[nodiscard]] std::span<const std::uint32_t> epoch(std::uint64_t epoch);
    [[nodiscard]] std::size_t placeOf(std::uint64_t iteration) const { return iteration % perEpoch() * m_batch; }

private:
    [[nodiscard]] std::uint64_t perEpoch() const { return m_samples / m_batch; }
    void shuffle(std::uint64_t epoch);

    std::uint64_t m_seed;
    std::uint64_t m_samples;
    std::uint64_t m_batch;
    bool m_made = false;
    std::uint64_t m_epoch = 0;
    std::vector<std::uint32_t> m_order;
};

} // namespace unchained::gpu
