// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

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
        Device& device = pass.tools.device;
        const auto& v = pass.values;
        const steps::ChannelPlaces places{pass.rows, m_channels, m_plane};
        if (pass.training) {
            float* normal = m_memory.get<float>(device, kNormal, n * m_channels);
            device.rows(m_channels, 4 * n,
                        steps::Batchnorm{pass.input, v[kWeight], v[kBias], v[kMean], v[kVariance], pass.output, normal,
                                         ofChannels(device, kFactors), ofChannels(device, kMeans),
                                         ofChannels(device, kVariances), places});
        } else {
            device.rows(
                m_channels, n,
                steps::BatchnormApplied{pass.input, v[kWeight], v[kBias], v[kMean], v[kVariance], pass.output, places});
        }
        return device.settle([] { return notFiniteLayer("batchnorm"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t n = pass.rows * m_plane;
        device.copy(pass.gradients[kMean], ofChannels(device, kMeans), m_channels * sizeof(float));
        device.copy(pass.gradients[kVariance], ofChannels(device, kVariances), m_channels * sizeof(float));
        const float* normal = m_memory.get<float>(device, kNormal, n * m_channels);
        float* scratch = m_memory.get<float>(device, kScratch, n * m_channels);
        device.rows(m_channels, 4 * n,
                    steps::BatchnormGradient{pass.outputGradient,
                                             pass.values[kWeight],
                                             normal,
                                             ofChannels(device, kFactors),
                                             scratch,
                                             pass.gradients[kWeight],
                                             pass.gradients[kBias],
                                             pass.inputGradient,
                                             {pass.rows, m_channels, m_plane}});
        return device.settle([] { return notFiniteLayer("batchnorm gradient"); });
    }

private:
    enum Tensor : std::size_t { kWeight, kBias, kMean, kVariance };
    enum Slot : std::size_t { kNormal, kScratch, kFactors, kMeans, kVariances };

    /// One number for each channel.
    [[nodiscard]] float* ofChannels(Device& device, Slot slot) { return m_memory.get<float>(device, slot, m_channels); }

    Shape m_shape;
    std::size_t m_channels;
    std::size_t m_plane;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_memory; ///< h, factors, and the next running values
};

} // namespace

MadeLayer makeBatchnorm(const LayerPlan& plan) {
    if (plan.input.size() == 2) {
        return plan.error("takes images or rows of numbers, not positions", "use layernorm or rmsnorm");
    }
    return std::unique_ptr<Layer>(std::make_unique<Batchnorm>(plan.input));
}

} // namespace unchained::gpu
