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
    static constexpr std::size_t kPerBlock = 8;

    void apply(const Pass& pass, const float* in, float* out, bool masked) const {
        const std::size_t elements = pass.rows * elementsOfShape(m_shape);
        const PhiloxStream stream = PhiloxStream::from(taggedHash("dropout", {pass.draw, m_name}));
        static_assert(kElementGrain % kPerBlock == 0);
        pass.tools.pool.parallelRanges(elements, kElementGrain, [&](std::size_t begin, std::size_t end) {
            for (std::size_t at = begin; at < end; at += kPerBlock) {
                const auto words = masked ? stream.block(at / kPerBlock) : std::array<std::uint32_t, 4>{};
                for (std::size_t i = at; i < std::min(end, at + kPerBlock); ++i) {
                    const std::uint32_t u = words[(i - at) / 2] >> (i % 2 * 16) & 0xffffU;
                    out[i] = !masked ? in[i] : u < m_drop ? 0.0F : in[i] * m_keep;
                }
            }
        });
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
