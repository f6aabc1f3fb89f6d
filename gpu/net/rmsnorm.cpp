// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

/// Over the last dimension C, every Σ exact (gpu/sums.h) over terms of single binary32 operations:
///     f = 1 / sqrt(Σ(x·x) / C + 1e-5);  h = x·f;  y = h·weight
///     g = dy·weight;  dx = (g − h·(Σ(g·h) / C))·f;  dweight = Σ dy·h
class Rmsnorm final : public Layer {
public:
    explicit Rmsnorm(Shape shape)
        : m_shape(std::move(shape)), m_width(m_shape.back()), m_tensors{{"weight", {m_width}, false}} {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t positions() const override { return elementsOfShape(m_shape) / m_width; }

    void initialise(std::size_t, const PhiloxStream&, std::span<float> out) const override {
        std::fill(out.begin(), out.end(), 1.0F);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * positions();
        float* factors = m_kept.get<float>(device, kFactors, rows);
        device.rows(rows, m_width, steps::Rmsnorm{pass.input, pass.values[0], factors, pass.output, m_width});
        return device.settle([] { return notFiniteLayer("rmsnorm"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * positions();
        const float* factors = m_kept.get<float>(device, kFactors, rows);
        float* terms = m_kept.get<float>(device, kTerms, rows * m_width);
        device.rows(rows, m_width,
                    steps::RmsnormGradient{pass.input, pass.outputGradient, pass.values[0], factors, terms,
                                           pass.inputGradient, m_width});
        device.columnSums(terms, rows, m_width, nullptr, pass.gradients[0]);
        return device.settle([] { return notFiniteLayer("rmsnorm gradient"); });
    }

private:
    enum Slot : std::size_t { kFactors, kTerms };

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_kept;
};

} // namespace

MadeLayer makeRmsnorm(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Rmsnorm>(plan.input));
}

} // namespace unchained::gpu
