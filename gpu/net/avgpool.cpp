// SPDX-License-Identifier: Apache-2.0
#include "net/row_sums.h"
#include "net/windows.h"

#include <atomic>

namespace unchained::gpu {

namespace {

/// y = Σ of the window / size², the sum exact (gpu/sums.h); dx = Σ dy of the windows that hold it / size², likewise.
class Avgpool final : public Layer {
public:
    explicit Avgpool(const ImageWindows& windows)
        : m_w(windows), m_output{windows.channels, windows.outHeight(), windows.outWidth()},
          m_area(static_cast<float>(windows.size * windows.size)) {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(pass.rows * m_w.channels, [&](std::size_t plane) {
            std::vector<float> terms;
            const float* in = pass.input + plane * m_w.plane();
            float* out = pass.output + plane * m_w.outPlane();
            for (std::size_t i = 0; i < m_w.outPlane(); ++i) {
                terms.clear();
                const float* from = in + i / m_w.outWidth() * m_w.stride * m_w.width + i % m_w.outWidth() * m_w.stride;
                for (std::size_t y = 0; y < m_w.size; ++y)
                    terms.insert(terms.end(), from + y * m_w.width, from + y * m_w.width + m_w.size);
                out[i] = rowSum(terms.data(), terms.size()) / m_area;
                if (!isFiniteBits(out[i])) finite = false;
            }
        });
        if (!finite) return notFiniteLayer("avgpool");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(pass.rows * m_w.channels, [&](std::size_t plane) {
            std::vector<float> terms;
            const float* gradient = pass.outputGradient + plane * m_w.outPlane();
            float* dx = pass.inputGradient + plane * m_w.plane();
            for (std::size_t i = 0; i < m_w.plane(); ++i) {
                terms.clear();
                const ImageWindows::Range down = m_w.holding(i / m_w.width, m_w.outHeight());
                const ImageWindows::Range across = m_w.holding(i % m_w.width, m_w.outWidth());
                for (std::size_t oy = down.first; oy < down.last; ++oy) {
                    for (std::size_t ox = across.first; ox < across.last; ++ox)
                        terms.push_back(gradient[oy * m_w.outWidth() + ox]);
                }
                dx[i] = rowSum(terms.data(), terms.size()) / m_area;
                if (!isFiniteBits(dx[i])) finite = false;
            }
        });
        if (!finite) return notFiniteLayer("avgpool gradient");
        return {};
    }

private:
    ImageWindows m_w;
    Shape m_output;
    float m_area;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeAvgpool(const LayerPlan& plan) {
    const auto stride = poolStride(plan);
    if (!stride) return stride.error();
    auto windows = ImageWindows::of(plan, *stride, 0);
    if (!windows) return windows.error();
    return std::unique_ptr<Layer>(std::make_unique<Avgpool>(*windows));
}

} // namespace unchained::gpu
