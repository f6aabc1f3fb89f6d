// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/product_card.h"
#include "gpu/bytes.h"

#include <array>

namespace unchained::gpu::tests {

/// A card whose threads run one after the other on the processor, and whose product of bytes is a loop: all that the
/// engine on a card does but the launches. It can run out of memory or fail when asked to.
class ModelCard final : public cuda::ProductCard {
public:
    std::size_t memoryBytesMax = SIZE_MAX; ///< more is OutOfMemory
    std::size_t stepsLeft = SIZE_MAX;      ///< then DeviceFailed
    std::size_t products = 0;              ///< of bytes, so far

    [[nodiscard]] std::string name() const override { return "a card in words"; }
    [[nodiscard]] Result<void*> memory(cuda::CardSlot slot, std::size_t bytes) override;
    [[nodiscard]] Result<void> clear(void* memory, std::size_t bytes) override;
    [[nodiscard]] Result<void> upload(void* to, const cuda::HostRows& from) override;
    [[nodiscard]] Result<void> download(float* to, std::size_t stride, const float* from, std::size_t rows,
                                        std::size_t width) override;
    [[nodiscard]] Result<void> maxima(const cuda::Lanes& lanes, std::uint32_t* max) override;
    [[nodiscard]] Result<void> scales(const std::uint32_t* max, std::size_t count, unsigned bits, cuda::LaneScale* out,
                                      cuda::Flags* flags) override;
    [[nodiscard]] Result<void> digits(const cuda::Lanes& lanes, const cuda::LaneScale* scales, unsigned bits,
                                      const cuda::DigitPlanes& out) override;
    [[nodiscard]] Result<void> multiply(const cuda::ByteProduct& product) override;
    [[nodiscard]] Result<void> join(const cuda::Join& join) override;
    [[nodiscard]] Result<cuda::Flags> flags(const cuda::Flags* onCard) override;

private:
    [[nodiscard]] Result<void> step();

    std::array<Bytes, static_cast<std::size_t>(cuda::CardSlot::Count)> m_memory;
};

} // namespace unchained::gpu::tests
