// SPDX-License-Identifier: Apache-2.0
#include "net/norms.h"
#include "net/row_sums.h"

#include <atomic>

namespace unchained::gpu {

namespace {

constexpr float kKeep = 0.9F;
constexpr float kTake = 0.1F;

/// For each channel over the n numbers that a batch has of it, every Σ exact (gpu/sums.h) over terms of single binary32
/// operations, in training:
///     mean = Σx / n;  d = x − mean;  variance = Σ(d·d) / n;  f = 1 / sqrt(variance + 1e-5);  h = d·f
///     y = h·weight + bias;  g = dy·weight;  dx = ((g − Σg / n) − h·(Σ(g·h) / n))·f;  dweight = Σ dy·h;  dbias = Σ dy
///     next mean = 0.9·mean kept + 0.1·mean;  next variance = 0.9·variance kept + 0.1·(Σ(d·d) / (n − 1))
/// else y = ((x − mean kept)·(1 / sqrt(variance kept + 1e-5)))·weight + bias. The kept ones are part of the state, so
/// that a step follows from the state before it alone.
class Batchnorm final : public Layer {
public:
    explicit Batchnorm(Shape shape)
        : m_shape(std::move(shape)), m_channels(m_shape[0]), m_plane(elementsOfShape(m_shape) / m_channels) {
        for (const char* name : {"weight", "bias"})
            m_tensors.push_back({name, {m_channels}, false});
        for (const char* name : {"mean", "variance"})
            m_tensors.push_back({name, {m_channels}, false, false});
    }

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t positions() const override { return m_plane; }

    /// Weights and variances 1, biases and means 0.
    void initialise(std::size_t index, const PhiloxStream&, std::span<float> out) const override {
        std::fill(out.begin(), out.end(), index == kWeight || index == kVariance ? 1.0F : 0.0F);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        const std::size_t n = pass.rows * m_plane;
        if (pass.training && n < 2) {
            return makeError(ProgramError::BadData, "batchnorm", "one number has no variance", "use a larger batch");
        }
        m_normal.resize(pass.training ? n * m_channels : 0);
        m_factors.resize(m_channels);
        m_means.resize(m_channels);
        m_variances.resize(m_channels);
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(m_channels, [&](std::size_t c) {
            const bool good = pass.training ? trainChannel(pass, c, n) : applyChannel(pass, c);
            if (!good) finite = false;
        });
        if (!finite) return notFiniteLayer("batchnorm");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        std::copy(m_means.begin(), m_means.end(), pass.gradients[kMean]);
        std::copy(m_variances.begin(), m_variances.end(), pass.gradients[kVariance]);
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(m_channels, [&](std::size_t c) {
            if (!backwardChannel(pass, c)) finite = false;
        });
        if (!finite) return notFiniteLayer("batchnorm gradient");
        return {};
    }

private:
    enum Tensor : std::size_t { kWeight, kBias, kMean, kVariance };

    /// Calls fn(place in the batch, number of the value in the channel) for all values of a channel.
    template <class Fn>
    void forChannel(std::size_t rows, std::size_t c, const Fn& fn) const {
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t from = (row * m_channels + c) * m_plane;
            for (std::size_t i = 0; i < m_plane; ++i)
                fn(from + i, row * m_plane + i);
        }
    }

    bool trainChannel(const Pass& pass, std::size_t c, std::size_t n) {
        std::vector<float> values(n);
        std::vector<float> squares(n);
        forChannel(pass.rows, c, [&](std::size_t at, std::size_t i) { values[i] = pass.input[at]; });
        const float mean = rowSum(values.data(), n) / static_cast<float>(n);
        for (std::size_t i = 0; i < n; ++i) {
            values[i] = values[i] - mean;
            squares[i] = values[i] * values[i];
        }
        const float sum = rowSum(squares.data(), n);
        const float factor = normFactor(sum / static_cast<float>(n));
        float* h = m_normal.data() + c * n;
        for (std::size_t i = 0; i < n; ++i)
            h[i] = values[i] * factor;
        forChannel(pass.rows, c, [&](std::size_t at, std::size_t i) {
            pass.output[at] = h[i] * pass.values[kWeight][c] + pass.values[kBias][c];
        });
        m_factors[c] = factor;
        m_means[c] = kKeep * pass.values[kMean][c] + kTake * mean;
        m_variances[c] = kKeep * pass.values[kVariance][c] + kTake * (sum / static_cast<float>(n - 1));
        return isFiniteBits(factor) && isFiniteBits(m_means[c]) && isFiniteBits(m_variances[c]);
    }

    bool applyChannel(const Pass& pass, std::size_t c) const {
        const float factor = normFactor(pass.values[kVariance][c]);
        const float mean = pass.values[kMean][c];
        forChannel(pass.rows, c, [&](std::size_t at, std::size_t) {
            pass.output[at] = ((pass.input[at] - mean) * factor) * pass.values[kWeight][c] + pass.values[kBias][c];
        });
        return isFiniteBits(factor);
    }

    bool backwardChannel(const Pass& pass, std::size_t c) const {
        const std::size_t n = pass.rows * m_plane;
        const float* h = m_normal.data() + c * n;
        std::vector<float> g(n);
        std::vector<float> products(n);
        forChannel(pass.rows, c, [&](std::size_t at, std::size_t i) { g[i] = pass.outputGradient[at]; });
        for (std::size_t i = 0; i < n; ++i)
            products[i] = g[i] * h[i];
        pass.gradients[kBias][c] = rowSum(g.data(), n);
        pass.gradients[kWeight][c] = rowSum(products.data(), n);
        bool finite = isFiniteBits(pass.gradients[kBias][c]) && isFiniteBits(pass.gradients[kWeight][c]);
        if (!pass.inputGradient) return finite;
        for (std::size_t i = 0; i < n; ++i) {
            g[i] = g[i] * pass.values[kWeight][c];
            products[i] = g[i] * h[i];
        }
        const float mean = rowSum(g.data(), n) / static_cast<float>(n);
        const float along = rowSum(products.data(), n) / static_cast<float>(n);
        forChannel(pass.rows, c, [&](std::size_t at, std::size_t i) {
            pass.inputGradient[at] = ((g[i] - mean) - h[i] * along) * m_factors[c];
        });
        return finite && isFiniteBits(mean) && isFiniteBits(along);
    }

    Shape m_shape;
    std::size_t m_channels;
    std::size_t m_plane;
    std::vector<TensorInfo> m_tensors;
    std::vector<float> m_normal; ///< h, [channels, n]
    std::vector<float> m_factors;
    std::vector<float> m_means; ///< the next ones to keep
    std::vector<float> m_variances;
};

} // namespace

MadeLayer makeBatchnorm(const LayerPlan& plan) {
    if (plan.input.size() == 2) {
        return plan.error("takes images or rows of numbers, not positions", "use layernorm or rmsnorm");
    }
    return std::unique_ptr<Layer>(std::make_unique<Batchnorm>(plan.input));
}

} // namespace unchained::gpu
