// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/product_card.h"
#include "net/device.h"

namespace unchained::gpu::cuda {

/// A card as a device: it keeps what is to be answered when the card has caught up.
///
/// Every group of steps that settle() ends has a place, in order. A step that says false raises one word on the card
/// to the complement of its place, so that at finish() the earliest place of all stands there: the same that a
/// processor would have stopped at.
class CardDevice final : public Device {
public:
    /// @param mutex  held for each call: the card's scratch memory is shared with its engine
    CardDevice(ProductCard& card, std::mutex& mutex, ThreadPool& pool, std::size_t sumsBytesMax)
        : Device(pool, false), m_card(card), m_mutex(mutex), m_sumsBytesMax(sumsBytesMax) {}
    ~CardDevice() override;

    [[nodiscard]] void* allocate(std::size_t bytes) override;
    void release(void* memory) override;
    void upload(void* to, const void* from, std::size_t bytes) override;
    void download(void* to, const void* from, std::size_t bytes) override;
    void copy(void* to, const void* from, std::size_t bytes) override;
    void clear(void* memory, std::size_t bytes) override;
    [[nodiscard]] Result<void> product(const ProductArgs& args) override;
    void products(const ProductBatch& batch) override;
    void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax,
                std::uint32_t* columnMax) override;
    void columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                    float* out) override;
    void addNoise(float* out, const float* clean, std::size_t elements, const NoiseDraw& draw) override;
    [[nodiscard]] Result<Hash256> root(const void* state, std::size_t bytes) override;
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) override;
    [[nodiscard]] bool failed() const override { return m_failed.has_value(); }
    [[nodiscard]] Result<void> finish() override;

private:
    void launch(const Call& call) override;
    [[nodiscard]] Result<void> settleLater(std::function<Error()> makeError) override;

    /// Remembers the first failure.
    void note(const Result<void>& done);
    [[nodiscard]] Result<void> soFar() const;
    /// Does one thing on the card, unless it has failed.
    template <class Fn>
    void queue(const Fn& fn) {
        if (m_failed) return;
        const std::lock_guard lock(m_mutex);
        note(fn());
    }
    [[nodiscard]] Result<std::uint32_t*> verdict();
    /// Does what sets flags, and passes them on: a term to place `operand`, a result to place `result`.
    template <class Fn>
    [[nodiscard]] Result<void> flagged(std::size_t operand, std::size_t result, const Fn& fn);
    [[nodiscard]] Result<void> oneMax(const Lanes& lanes, std::uint32_t* max);

    ProductCard& m_card;
    std::mutex& m_mutex;
    std::size_t m_sumsBytesMax;
    std::uint32_t* m_verdict = nullptr; ///< on the card
    std::vector<std::function<Error()>> m_places;
    std::optional<Error> m_failed;
};

} // namespace unchained::gpu::cuda
