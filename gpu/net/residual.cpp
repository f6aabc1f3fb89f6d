// SPDX-License-Identifier: Apache-2.0
#include "net/chain.h"

namespace unchained::gpu {

namespace {

/// y = x + f(x), f the layers inside, one addition a number; dx = dy + f'(x)ᵀ·dy, one addition more.
class Residual final : public Layer {
public:
    explicit Residual(std::unique_ptr<Chain> inside) : m_inside(std::move(inside)) {}

    [[nodiscard]] const Shape& output() const override { return m_inside->output(); }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_inside->tensors(); }
    [[nodiscard]] std::uint64_t forwardWork() const override { return m_inside->forwardWork(); }
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const override {
        return m_inside->backwardWork(inputGradient);
    }
    [[nodiscard]] std::uint64_t positions() const override { return m_inside->positions(); }
    void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const override {
        m_inside->initialise(index, stream, out);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        auto inner = m_inside->forward(pass);
        if (!inner) return inner.error();
        addInto(pass, pass.output, pass.input, *inner);
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        const std::size_t elements = pass.rows * elementsOfShape(output());
        Pass inner = pass;
        inner.outputGradient = m_gradient.get<float>(pass.tools.device, 0, elements);
        // The chain overwrites what it is given, and the sum below needs it.
        pass.tools.device.copy(inner.outputGradient, pass.outputGradient, elements * sizeof(float));
        if (auto done = m_inside->backward(inner); !done) return done;
        if (pass.inputGradient) addInto(pass, pass.inputGradient, pass.outputGradient, pass.inputGradient);
        return {};
    }

private:
    void addInto(const Pass& pass, float* out, const float* a, const float* b) const {
        const std::size_t elements = pass.rows * elementsOfShape(output());
        pass.tools.device.each(elements, steps::Add{a, b, out});
    }

    std::unique_ptr<Chain> m_inside;
    DeviceMemory m_gradient;
};

} // namespace

MadeLayer makeResidual(const LayerPlan& plan) {
    if (plan.depth + 1 >= kLayerDepthMax) {
        return plan.error({"layers are more than %1 deep inside each other", kLayerDepthMax}, "write them flatter");
    }
    if (plan.description.layers.empty()) return plan.error("has no layers inside", "give it some", "layers");
    auto inside = Chain::make(plan.description.layers, plan.input, plan.where + ".", plan.depth + 1);
    if (!inside) return inside.error();
    if ((*inside)->output() != plan.input) {
        return plan.error("what comes out of its layers has another shape than what goes in",
                          "end with a layer of the input's width");
    }
    return std::unique_ptr<Layer>(std::make_unique<Residual>(std::move(*inside)));
}

} // namespace unchained::gpu
