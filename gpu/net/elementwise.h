// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// A layer that works number by number: y = value(x), dx = dy · slope(x), one multiplication.
template <class Function>
class Elementwise final : public Layer {
public:
    explicit Elementwise(Shape shape) : m_shape(std::move(shape)) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        pass.tools.pool.parallelRanges(elements(pass), kElementGrain, [&](std::size_t begin, std::size_t end) {
            const float* in = pass.input;
            float* out = pass.output;
            for (std::size_t i = begin; i < end; ++i)
                out[i] = Function::value(in[i]);
        });
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.pool.parallelRanges(elements(pass), kElementGrain, [&](std::size_t begin, std::size_t end) {
            const float* in = pass.input;
            const float* from = pass.outputGradient;
            float* to = pass.inputGradient;
            for (std::size_t i = begin; i < end; ++i)
                to[i] = from[i] * Function::slope(in[i]);
        });
        return {};
    }

private:
    [[nodiscard]] std::size_t elements(const Pass& pass) const { return pass.rows * elementsOfShape(m_shape); }

    Shape m_shape;
    std::vector<TensorInfo> m_tensors;
};

} // namespace unchained::gpu
