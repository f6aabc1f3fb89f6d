// SPDX-License-Identifier: Apache-2.0
#include "net/norms.h"
#include "net/row_sums.h"

#include <atomic>

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
        const std::size_t rows = pass.rows * positions();
        // A row's h and f are kept for the backward pass; outside training h lives in the output until it is scaled.
        float* kept = pass.training ? m_kept.get<float>(0, rows * m_width) : pass.output;
        float* factors = m_kept.get<float>(1, rows);
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelRanges(rows, grain(), [&](std::size_t begin, std::size_t end) {
            std::vector<float> squares(m_width);
            for (std::size_t i = begin; i < end; ++i) {
                float* h = kept + i * m_width;
                factors[i] = normalise(pass.input + i * m_width, h, squares.data());
                if (!isFiniteBits(factors[i])) finite = false;
                float* y = pass.output + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c)
                    y[c] = h[c] * pass.values[0][c] + pass.values[1][c];
            }
        });
        if (!finite) return notFiniteLayer("layernorm");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        const std::size_t rows = pass.rows * positions();
        const float* kept = m_kept.get<float>(0, rows * m_width);
        const float* factors = m_kept.get<float>(1, rows);
        ThreadPool& pool = pass.tools.pool;
        if (!normColumnSums(pass.outputGradient, rows, m_width, pass.gradients[1], pool)) {
            return notFiniteLayer("layernorm gradient");
        }
        float* terms = m_kept.get<float>(2, rows * m_width);
        pool.parallelRanges(rows, grain(), [&](std::size_t begin, std::size_t end) {
            std::vector<float> scratch(2 * m_width);
            for (std::size_t i = begin; i < end; ++i) {
                const float* h = kept + i * m_width;
                const float* dy = pass.outputGradient + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c)
                    terms[i * m_width + c] = dy[c] * h[c];
                if (!pass.inputGradient) continue;
                backwardRow(dy, pass.values[0], h, factors[i], pass.inputGradient + i * m_width, scratch.data());
            }
        });
        if (!normColumnSums(terms, rows, m_width, pass.gradients[0], pool)) return notFiniteLayer("layernorm gradient");
        return {};
    }

private:
    [[nodiscard]] std::size_t grain() const { return std::max<std::size_t>(1, kElementGrain / m_width); }
    [[nodiscard]] float width() const { return static_cast<float>(m_width); }

    /// h of a row; its f, which is not finite where something in the row is not.
    float normalise(const float* x, float* h, float* squares) const {
        const float mean = rowSum(x, m_width) / width();
        for (std::size_t c = 0; c < m_width; ++c) {
            h[c] = x[c] - mean;
            squares[c] = h[c] * h[c];
        }
        const float factor = normFactor(rowSum(squares, m_width) / width());
        for (std::size_t c = 0; c < m_width; ++c)
            h[c] = h[c] * factor;
        return factor;
    }

    void backwardRow(const float* dy, const float* weight, const float* h, float factor, float* dx,
                     float* scratch) const {
        float* g = scratch;
        float* products = scratch + m_width;
        for (std::size_t c = 0; c < m_width; ++c) {
            g[c] = dy[c] * weight[c];
            products[c] = g[c] * h[c];
        }
        const float mean = rowSum(g, m_width) / width();
        const float along = rowSum(products, m_width) / width();
        for (std::size_t c = 0; c < m_width; ++c)
            dx[c] = ((g[c] - mean) - h[c] * along) * factor;
    }

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
    Workspace m_kept;
};

} // namespace

MadeLayer makeLayernorm(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Layernorm>(plan.input));
}

} // namespace unchained::gpu
