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
        pass.tools.pool.parallelRanges(elements(pass), kElementGrain, [&](std::size_t begin, std::size_t end) {
            const float* in = pass.input;
            float* out = pass.output;
            for (std::size_t i = begin; i < end; ++i)
                out[i] = in[i] > 0.0F ? in[i] : 0.0F;
        });
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.pool.parallelRanges(elements(pass), kElementGrain, [&](std::size_t begin, std::size_t end) {
            const float* out = pass.output;
            const float* from = pass.outputGradient;
            float* to = pass.inputGradient;
            for (std::size_t i = begin; i < end; ++i)
                to[i] = out[i] > 0.0F ? from[i] : 0.0F;
        });
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
