// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// y = x·Wᵀ + b over rows of numbers, the heart of every layer with weights. Products: y = X·Wᵀ, dW = Gᵀ·X, dX = G·W;
/// db are exact column sums of G.
class Dense {
public:
    Dense(std::size_t in, std::size_t out) : m_in(in), m_out(out) {}

    [[nodiscard]] std::uint64_t work() const { return std::uint64_t{m_in} * m_out; }

    /// Weights uniform in ±sqrt(6/in) (He et al., for relu): w = (z·2^-24)·bound with the odd integer
    /// z = 2u + 1 − 2^24 of 24 random bits u, the upper ones of the stream's words in order.
    void initialise(const PhiloxStream& stream, std::span<float> out) const;

    /// @param training  keep what backward() needs of x
    /// @param bias      null: none
    [[nodiscard]] Result<void> forward(Tools& tools, const float* x, std::size_t rows, bool training,
                                       const float* weight, const float* bias, float* y);
    struct Gradients {
        float* weight = nullptr;
        float* bias = nullptr; ///< null: none
        float* x = nullptr;    ///< null: nobody needs it
    };
    /// After a training forward pass of the same x.
    [[nodiscard]] Result<void> backward(Tools& tools, const float* x, std::size_t rows, const float* weight,
                                        const float* g, const Gradients& out);

private:
    /// Maxima of rows, and of columns: of the input from the training forward pass, for dW, and of the gradient.
    enum Slot : std::size_t { kRowMax, kInputMax, kGradientMax };

    std::size_t m_in;
    std::size_t m_out;
    DeviceMemory m_memory;
};

} // namespace unchained::gpu
