// SPDX-License-Identifier: Apache-2.0
#include "net/norms.h"
#include "net/row_sums.h"

#include <atomic>

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
        const std::size_t rows = pass.rows * positions();
        float* factors = m_kept.get<float>(0, rows);
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelRanges(rows, grain(), [&](std::size_t begin, std::size_t end) {
            std::vector<float> squares(m_width);
            for (std::size_t i = begin; i < end; ++i) {
                const float* x = pass.input + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c)
                    squares[c] = x[c] * x[c];
                factors[i] = normFactor(rowSum(squares.data(), m_width) / width());
                if (!isFiniteBits(factors[i])) finite = false;
                float* y = pass.output + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c)
                    y[c] = (x[c] * factors[i]) * pass.values[0][c];
            }
        });
        if (!finite) return notFiniteLayer("rmsnorm");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        const std::size_t rows = pass.rows * positions();
        const float* factors = m_kept.get<float>(0, rows);
        float* terms = m_kept.get<float>(1, rows * m_width);
        pass.tools.pool.parallelRanges(rows, grain(), [&](std::size_t begin, std::size_t end) {
            std::vector<float> scratch(3 * m_width);
            float* h = scratch.data();
            for (std::size_t i = begin; i < end; ++i) {
                const float* dy = pass.outputGradient + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c) {
                    h[c] = pass.input[i * m_width + c] * factors[i];
                    terms[i * m_width + c] = dy[c] * h[c];
                }
                if (!pass.inputGradient) continue;
                backwardRow(dy, pass.values[0], h, factors[i], pass.inputGradient + i * m_width, h + m_width);
            }
        });
        if (!normColumnSums(terms, rows, m_width, pass.gradients[0], pass.tools.pool)) {
            return notFiniteLayer("rmsnorm gradient");
        }
        return {};
    }

private:
    [[nodiscard]] std::size_t grain() const { return std::max<std::size_t>(1, kElementGrain / m_width); }
    [[nodiscard]] float width() const { return static_cast<float>(m_width); }

    void backwardRow(const float* dy, const float* weight, const float* h, float factor, float* dx,
                     float* scratch) const {
        float* g = scratch;
        float* products = scratch + m_width;
        for (std::size_t c = 0; c < m_width; ++c) {
            g[c] = dy[c] * weight[c];
            products[c] = g[c] * h[c];
        }
        const float along = rowSum(products, m_width) / width();
        for (std::size_t c = 0; c < m_width; ++c)
            dx[c] = (g[c] - h[c] * along) * factor;
    }

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
    Workspace m_kept;
};

} // namespace

MadeLayer makeRmsnorm(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Rmsnorm>(plan.input));
}

} // namespace unchained::gpu
