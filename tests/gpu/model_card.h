// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/product_card.h"
#include "gpu/bytes.h"

#include <array>
#include <map>

namespace unchained::gpu::tests {

/// A card whose threads run one after the other on the processor, and whose product of bytes is a loop: all that the
/// engine on a card does but the launches. Its memory is apart from the host's, and it can run out of it or fail when
/// asked to.
class ModelCard final : public cuda::ProductCard {
public:
    std::size_t memoryBytesMax = SIZE_MAX; ///< more at once is OutOfMemory
    std::size_t stepsLeft = SIZE_MAX;      ///< then DeviceFailed
    std::size_t products = 0;              ///< of bytes, so far
    std::size_t uploads = 0;
    std::size_t downloads = 0;
    /// Members of a team that shares a row; more than one are threads.
    std::size_t members = 1;
    /// The host dies of a look into the card's memory while the card is idle, and a step that is given an address of
    /// the host fails. Set it before memory is allocated.
    bool guarded = false;

    ModelCard() = default;
    ModelCard(const ModelCard&) = delete;
    ModelCard& operator=(const ModelCard&) = delete;
    ~ModelCard() override;

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
    [[nodiscard]] Result<void*> allocate(std::size_t bytes) override;
    void release(void* memory) override;
    [[nodiscard]] Result<void> copy(void* to, const void* from, std::size_t bytes) override;
    [[nodiscard]] Result<void> run(const cuda::StepCall& call) override;
    [[nodiscard]] Result<void> addNoise(float* out, const float* clean, std::size_t elements,
                                        const cuda::NoiseStream& noise, float unit) override;
    [[nodiscard]] Result<void> columnSums(const float* data, std::size_t rows, std::size_t columns,
                                          const std::uint32_t* max, float* out, cuda::Flags* flags) override;
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) override;
    [[nodiscard]] Result<Hash256> root(const std::uint8_t* state, std::size_t bytes) override;

    /// Bytes allocated and not released.
    [[nodiscard]] std::size_t allocatedBytes() const;

private:
    /// While one lives the card is at work, and its memory can be read and written.
    class Working;

    [[nodiscard]] Result<void> step();
    void multiplyOne(const cuda::ByteProduct& product);
    void protect(bool open) const;
    /// Whether the pointers with which a step begins are the card's.
    [[nodiscard]] bool ownsPointers(const cuda::StepCall& call) const;
    [[nodiscard]] bool owns(std::uintptr_t address) const;

    std::map<std::uintptr_t, std::size_t> m_allocated; ///< from where, how many bytes

    std::array<Bytes, static_cast<std::size_t>(cuda::CardSlot::Count)> m_memory;
};

} // namespace unchained::gpu::tests
