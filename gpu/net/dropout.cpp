// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"
#include "net/layer.h"

namespace unchained::gpu {

namespace {

/// In training y = u < drop ? +0 : x·keep with keep = 65536 / (65536 − drop); dx likewise. u are the 16-bit uniforms,
/// eight a block, low half first, of the Philox stream of H("dropout", draw, name): draw stands for the step's seed and
/// the iteration, name is the layer's. The mask is made again for the backward pass instead of being kept.
class Dropout final : public Layer {
public:
    Dropout(Shape shape, std::uint64_t drop, std::string name)
        : m_shape(std::move(shape)), m_drop(static_cast<std::uint32_t>(drop)),
          m_keep(65536.0F / static_cast<float>(65536 - drop)), m_name(std::move(name)) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        apply(pass, pass.input, pass.output, pass.training);
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (pass.inputGradient) apply(pass, pass.outputGradient, pass.inputGradient, true);
        return {};
    }

private:
    void apply(const Pass& pass, const float* in, float* out, bool masked) const {
        Device& device = pass.tools.device;
        const std::size_t elements = pass.rows * elementsOfShape(m_shape);
        if (!masked) return device.copy(out, in, elements * sizeof(float));
        const PhiloxStream stream = PhiloxStream::from(taggedHash("dropout", {pass.draw, m_name}));
        const cuda::NoiseStream words{{stream.key[0], stream.key[1]}, {stream.counterHigh[0], stream.counterHigh[1]}};
        const std::size_t blocks = (elements + cuda::kNoisePerBlock - 1) / cuda::kNoisePerBlock;
        device.each(blocks, steps::Drop{in, out, elements, words, m_drop, m_keep});
    }

    Shape m_shape;
    std::uint32_t m_drop;
    float m_keep;
    std::string m_name;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeDropout(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Dropout>(plan.input, plan.setting("drop"), plan.where));
}

} // namespace unchained::gpu
