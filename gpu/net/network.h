// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/chain.h"

namespace unchained::gpu {

/// A chain of layers whose output is logits, [classes] or [positions, classes].
class Network {
public:
    /// BadParameters when a layer does not fit the one before, or the last one's output is not of these classes.
    [[nodiscard]] static Result<std::unique_ptr<Network>> make(const std::vector<LayerDescription>& layers,
                                                               const Shape& input, std::uint64_t classes);

    /// Parameters in declared order, names with the layer's prefix.
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const { return m_chain->tensors(); }
    /// Labels of a sample.
    [[nodiscard]] std::uint64_t labels() const { return m_labels; }
    /// Terms that a sample adds to the longest sum, and numbers of its widest activation.
    [[nodiscard]] std::uint64_t positions() const { return std::max(m_labels, m_chain->positions()); }
    [[nodiscard]] std::uint64_t widest() const { return m_chain->widest(); }
    /// Multiply-adds of one row's products, forward and backward.
    [[nodiscard]] std::uint64_t workPerRow() const { return m_chain->forwardWork() + m_chain->backwardWork(false); }
    [[nodiscard]] std::uint64_t forwardWorkPerRow() const { return m_chain->forwardWork(); }
    void initialise(std::size_t tensor, const PhiloxStream& stream, std::span<float> out) const {
        m_chain->initialise(tensor, stream, out);
    }

    /// One batch, and for the backward pass the same again.
    struct Batch {
        const float* input = nullptr;
        std::size_t rows = 0;
        std::span<const float* const> values; ///< one pointer for each of tensors()
        Hash256 draw;                         ///< what masks are drawn from
    };
    /// Logits of a batch, valid until the next call.
    [[nodiscard]] Result<const float*> forward(Tools& tools, const Batch& batch, bool training);
    /// Where the gradient of the logits is to be written before backward(): rows × labels × classes.
    [[nodiscard]] float* logitGradient(Device& device, std::size_t rows);
    /// After a training forward pass of the same batch.
    /// @param gradients  out, one for each of tensors(); of one that is not trained: its next value
    [[nodiscard]] Result<void> backward(Tools& tools, const Batch& batch, std::span<float* const> gradients);

private:
    std::unique_ptr<Chain> m_chain;
    std::uint64_t m_labels = 1;
    DeviceMemory m_gradient;
};

} // namespace unchained::gpu
