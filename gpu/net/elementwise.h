// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// A layer that works number by number (net/activation_steps.h): y = value(x), dx = dy · slope(x), one multiplication.
template <class Function>
class Elementwise final : public Layer {
public:
    explicit Elementwise(Shape shape) : m_shape(std::move(shape)) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        pass.tools.device.each(elements(pass), steps::Activation<Function>{pass.input, pass.output});
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.device.each(
            elements(pass), steps::ActivationGradient<Function>{pass.input, pass.outputGradient, pass.inputGradient});
        return {};
    }

private:
    [[nodiscard]] std::size_t elements(const Pass& pass) const { return pass.rows * elementsOfShape(m_shape); }

    Shape m_shape;
    std::vector<TensorInfo> m_tensors;
};

} // namespace unchained::gpu
