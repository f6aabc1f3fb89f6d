// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

namespace unchained::gpu {

namespace {

/// Softmax over the last dimension.
class Softmax final : public Layer {
public:
    explicit Softmax(Shape shape) : m_shape(std::move(shape)), m_width(m_shape.back()) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }
    [[nodiscard]] bool backwardReadsOutput() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        pass.tools.device.rows(rows(pass), m_width, steps::Softmax{pass.input, pass.output, m_width});
        return pass.tools.device.settle([] { return notFiniteLayer("softmax"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.device.rows(rows(pass), m_width,
                               steps::SoftmaxGradient{pass.output, pass.outputGradient, pass.inputGradient, m_width});
        return {};
    }

private:
    [[nodiscard]] std::size_t rows(const Pass& pass) const { return pass.rows * elementsOfShape(m_shape) / m_width; }

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeSoftmax(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Softmax>(plan.input));
}

} // namespace unchained::gpu
