// SPDX-License-Identifier: Apache-2.0
#include "net/batch_order.h"

#include "gpu/hash.h"
#include "gpu/noise.h"

#include <numeric>
#include <utility>

namespace unchained::gpu {

void BatchOrder::shuffle(std::uint64_t epoch) {
    m_order.resize(m_samples);
    std::iota(m_order.begin(), m_order.end(), 0U);
    const PhiloxStream stream = PhiloxStream::from(taggedHash("order", {m_seed, epoch}));
    std::array<std::uint32_t, 4> block{};
    std::uint64_t taken = 0;
    for (std::size_t i = m_order.size(); i-- > 1;) {
        if (taken % 4 == 0) block = stream.block(taken / 4);
        const std::uint64_t word = block[taken++ % 4];
        std::swap(m_order[i], m_order[word * (i + 1) >> 32]);
    }
    m_epoch = epoch;
    m_made = true;
}

std::span<const std::uint32_t> BatchOrder::epoch(std::uint64_t epoch) {
    if (!m_made || epoch != m_epoch) shuffle(epoch);
    return m_order;
}

std::span<const std::uint32_t> BatchOrder::rows(std::uint64_t iteration) {
    return epoch(epochOf(iteration)).subspan(placeOf(iteration), m_batch);
}

} // namespace unchained::gpu
