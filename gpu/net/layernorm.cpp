// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

/// Over the last dimension C, every Σ exact (gpu/sums.h) over terms of single binary32 operations:
///     mean = Σx / C;  d = x − mean;  f = 1 / sqrt(Σ(d·d) / C + 1e-5);  h = d·f;  y = h·weight + bias
///     g = dy·weight;  dx = ((g − Σg / C) − h·(Σ(g·h) / C))·f;  dweight = Σ dy·h;  dbias = Σ dy
class Layernorm final : public Layer {
public:
    explicit Layernorm(Shape shape)
        : m_shape(std::move(shape)),
          m_width(m_shape.back()), m_tensors{{"weight", {m_width}, false}, {"bias", {m_width}, false}} {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t positions() const override { return elementsOfShape(m_shape) / m_width; }

    /// Weights 1, biases 0.
    void initialise(std::size_t index, const PhiloxStream&, std::span<float> out) const override {
        std::fill(out.begin(), out.end(), index == 0 ? 1.0F : 0.0F);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * positions();
        // A row's h and f are kept for the backward pass; outside training h lives in the output until it is scaled.
        float* kept = pass.training ? m_kept.get<float>(device, kNormal, rows * m_width) : pass.output;
        float* factors = m_kept.get<float>(device, kFactors, rows);
        device.rows(rows, m_width,
                    steps::Layernorm{pass.input, pass.values[0], pass.values[1], kept, factors, pass.output, m_width});
        return device.settle([] { return notFiniteLayer("layernorm"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * positions();
        const float* kept = m_kept.get<float>(device, kNormal, rows * m_width);
        const float* factors = m_kept.get<float>(device, kFactors, rows);
        float* terms = m_kept.get<float>(device, kTerms, rows * m_width);
        device.rows(rows, m_width,
                    steps::LayernormGradient{pass.outputGradient, pass.values[0], kept, factors, terms,
                                             pass.inputGradient, m_width});
        device.columnSums(pass.outputGradient, rows, m_width, nullptr, pass.gradients[1]);
        device.columnSums(terms, rows, m_width, nullptr, pass.gradients[0]);
        return device.settle([] { return notFiniteLayer("layernorm gradient"); });
    }

private:
    enum Slot : std::size_t { kNormal, kFactors, kTerms };

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_kept;
};

} // namespace

MadeLayer makeLayernorm(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Layernorm>(plan.input));
}

} // namespace unchained::gpu
