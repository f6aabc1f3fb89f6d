// SPDX-License-Identifier: Apache-2.0
#include "net/dense.h"

namespace unchained::gpu {

namespace {

/// y = x·Wᵀ + b over whole samples, or over each position of them.
class Linear final : public Layer {
public:
    Linear(std::uint64_t in, std::uint64_t out, std::uint64_t positions, Shape output, bool bias)
        : m_dense(in, out), m_positions(positions),
          m_output(std::move(output)), m_tensors{{"weight", {out, in}, true}} {
        if (bias) m_tensors.push_back({"bias", {out}, false});
    }

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t forwardWork() const override { return m_positions * m_dense.work(); }
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const override {
        return forwardWork() * (inputGradient ? 2U : 1U);
    }
    [[nodiscard]] std::uint64_t positions() const override { return m_positions; }

    /// Weights as gpu/net/dense.h says, biases 0.
    void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const override {
        if (index != 0) return Layer::initialise(index, stream, out);
        m_dense.initialise(stream, out);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        const float* bias = m_tensors.size() > 1 ? pass.values[1] : nullptr;
        return m_dense.forward(pass.tools, pass.input, pass.rows * m_positions, pass.training, pass.values[0], bias,
                               pass.output);
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        float* bias = m_tensors.size() > 1 ? pass.gradients[1] : nullptr;
        return m_dense.backward(pass.tools, pass.input, pass.rows * m_positions, pass.values[0], pass.outputGradient,
                                {pass.gradients[0], bias, pass.inputGradient});
    }

private:
    Dense m_dense;
    std::size_t m_positions;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeLinear(const LayerPlan& plan) {
    const std::uint64_t out = plan.setting("out");
    const bool bias = plan.setting("bias") != 0;
    if (plan.setting("each") == 0) {
        return std::unique_ptr<Layer>(std::make_unique<Linear>(elementsOfShape(plan.input), out, 1, Shape{out}, bias));
    }
    if (plan.input.size() != 2) {
        return plan.error("a sample has no positions here", "leave it out, or begin with an embedding", "each");
    }
    const std::uint64_t positions = plan.input[0];
    return std::unique_ptr<Layer>(std::make_unique<Linear>(plan.input[1], out, positions, Shape{positions, out}, bias));
}

} // namespace unchained::gpu
