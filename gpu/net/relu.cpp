// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

namespace unchained::gpu {

namespace {

/// y = x > 0 ? x : +0; dx = y > 0 ? dy : +0.
class Relu final : public Layer {
public:
    explicit Relu(Shape shape) : m_shape(std::move(shape)) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool forwardInPlace() const override { return true; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }
    [[nodiscard]] bool backwardReadsOutput() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        pass.tools.device.each(elements(pass), steps::Relu{pass.input, pass.output});
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.device.each(elements(pass),
                               steps::ReluGradient{pass.output, pass.outputGradient, pass.inputGradient});
        return {};
    }

private:
    [[nodiscard]] std::size_t elements(const Pass& pass) const { return pass.rows * elementsOfShape(m_shape); }

    Shape m_shape;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeRelu(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Relu>(plan.input));
}

} // namespace unchained::gpu
