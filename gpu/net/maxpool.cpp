// SPDX-License-Identifier: Apache-2.0
#include "net/row_sums.h"
#include "net/windows.h"

#include <atomic>

namespace unchained::gpu {

namespace {

/// y is the largest number of its window, the first of equals row by row; a window with a NaN is refused where its
/// output is used next. dx is the exact sum of the gradients of the windows whose largest it is.
class Maxpool final : public Layer {
public:
    explicit Maxpool(const ImageWindows& windows)
        : m_w(windows), m_output{windows.channels, windows.outHeight(), windows.outWidth()} {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        m_places.resize(pass.rows * m_w.channels * m_w.outPlane());
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(pass.rows * m_w.channels, [&](std::size_t plane) {
            const float* in = pass.input + plane * m_w.plane();
            for (std::size_t i = 0; i < m_w.outPlane(); ++i) {
                const std::size_t place = largest(in, i / m_w.outWidth() * m_w.stride, i % m_w.outWidth() * m_w.stride);
                const std::size_t at = plane * m_w.outPlane() + i;
                m_places[at] = static_cast<std::uint32_t>(place);
                pass.output[at] = in[place];
                if (!isFiniteBits(in[place])) finite = false;
            }
        });
        if (!finite) return notFiniteLayer("maxpool");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelFor(pass.rows * m_w.channels, [&](std::size_t plane) {
            std::vector<float> terms;
            float* dx = pass.inputGradient + plane * m_w.plane();
            for (std::size_t i = 0; i < m_w.plane(); ++i) {
                terms.clear();
                collect(pass.outputGradient, plane, i, terms);
                dx[i] = rowSum(terms.data(), terms.size());
                if (!isFiniteBits(dx[i])) finite = false;
            }
        });
        if (!finite) return notFiniteLayer("maxpool gradient");
        return {};
    }

private:
    /// Place in the plane of the largest number of the window that begins at (y, x); a NaN is larger than all.
    [[nodiscard]] std::size_t largest(const float* in, std::size_t y, std::size_t x) const {
        std::size_t best = y * m_w.width + x;
        for (std::size_t ky = y; ky < y + m_w.size; ++ky) {
            for (std::size_t kx = x; kx < x + m_w.size; ++kx) {
                const float value = in[ky * m_w.width + kx];
                if (value > in[best] || value != value) best = ky * m_w.width + kx;
            }
        }
        return best;
    }

    void collect(const float* gradient, std::size_t plane, std::size_t at, std::vector<float>& terms) const {
        const ImageWindows::Range down = m_w.holding(at / m_w.width, m_w.outHeight());
        const ImageWindows::Range across = m_w.holding(at % m_w.width, m_w.outWidth());
        for (std::size_t oy = down.first; oy < down.last; ++oy) {
            for (std::size_t ox = across.first; ox < across.last; ++ox) {
                const std::size_t window = plane * m_w.outPlane() + oy * m_w.outWidth() + ox;
                if (m_places[window] == at) terms.push_back(gradient[window]);
            }
        }
    }

    ImageWindows m_w;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::uint32_t> m_places; ///< of each window's largest number, in its plane
};

} // namespace

MadeLayer makeMaxpool(const LayerPlan& plan) {
    const auto stride = poolStride(plan);
    if (!stride) return stride.error();
    auto windows = ImageWindows::of(plan, *stride, 0);
    if (!windows) return windows.error();
    return std::unique_ptr<Layer>(std::make_unique<Maxpool>(*windows));
}

} // namespace unchained::gpu
