// SPDX-License-Identifier: Apache-2.0
#include "net/row_sums.h"
#include "net/windows.h"

#include <atomic>
#include <cmath>

namespace unchained::gpu {

namespace {

/// A convolution as products over windows laid out as rows (im2col): row (sample, y', x') of group g holds the numbers
/// of its window, channel by channel, row by row, zeros where it hangs over the edge.
///     y = V·Wᵀ + b;  dW = Gᵀ·V;  db = Σ G, exact;  dV = G·W
/// dx is, for each number of the image, the exact sum (gpu/sums.h) of its places in dV.
class Conv2d final : public Layer {
public:
    Conv2d(const ImageWindows& windows, std::size_t out, std::size_t groups, bool bias)
        : m_w(windows), m_out(out), m_groups(groups), m_output{out, windows.outHeight(), windows.outWidth()},
          m_tensors{{"weight", {out, windows.channels / groups, windows.size, windows.size}, true}} {
        if (bias) m_tensors.push_back({"bias", {out}, false});
    }

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t forwardWork() const override { return std::uint64_t{m_w.outPlane()} * m_out * depth(); }
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const override {
        return forwardWork() * (inputGradient ? 2U : 1U);
    }
    [[nodiscard]] std::uint64_t positions() const override { return m_w.outPlane(); }

    /// As a linear layer of as many inputs as a window has (gpu/net/dense.h), biases 0.
    void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const override {
        if (index != 0) return Layer::initialise(index, stream, out);
        const float bound = std::sqrt(6.0F / static_cast<float>(depth()));
        for (std::size_t x = 0; x < out.size(); x += 4) {
            const auto block = stream.block(x / 4);
            for (std::size_t w = 0; w < 4 && x + w < out.size(); ++w) {
                const auto z = static_cast<std::int32_t>(2 * (block[w] >> 8) + 1) - (1 << 24);
                out[x + w] = (static_cast<float>(z) * powerOfTwoF(-24)) * bound;
            }
        }
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        const std::size_t rows = pass.rows * m_w.outPlane();
        float* windows = m_memory.get<float>(kWindows, rows * columns());
        float* y = m_memory.get<float>(kRows, rows * m_out);
        pass.tools.pool.parallelFor(pass.rows, [&](std::size_t sample) {
            layOut(pass.input + sample * m_w.channels * m_w.plane(), windows + sample * m_w.outPlane() * columns());
        });
        for (std::size_t g = 0; g < m_groups; ++g) {
            ProductArgs args = product(pass.tools, windowMatrix(windows, rows, g), weightMatrix(pass, g).transposed());
            args.bias = m_tensors.size() > 1 ? pass.values[1] + g * perGroup() : nullptr;
            args.out = y + g * perGroup();
            args.outStride = m_out;
            if (auto done = pass.tools.engine.product(args, pass.tools.pool, pass.tools.products); !done) return done;
        }
        pass.tools.pool.parallelFor(pass.rows, [&](std::size_t sample) {
            const float* from = y + sample * m_w.outPlane() * m_out;
            float* to = pass.output + sample * m_w.outPlane() * m_out;
            for (std::size_t o = 0; o < m_out; ++o) {
                for (std::size_t i = 0; i < m_w.outPlane(); ++i)
                    to[o * m_w.outPlane() + i] = from[i * m_out + o];
            }
        });
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        const std::size_t rows = pass.rows * m_w.outPlane();
        const float* windows = m_memory.get<float>(kWindows, rows * columns());
        float* gradient = m_memory.get<float>(kRows, rows * m_out);
        ThreadPool& pool = pass.tools.pool;
        pool.parallelFor(pass.rows, [&](std::size_t sample) {
            const float* from = pass.outputGradient + sample * m_w.outPlane() * m_out;
            float* to = gradient + sample * m_w.outPlane() * m_out;
            for (std::size_t i = 0; i < m_w.outPlane(); ++i) {
                for (std::size_t o = 0; o < m_out; ++o)
                    to[i * m_out + o] = from[o * m_w.outPlane() + i];
            }
        });
        if (auto done = weightGradients(pass, windows, gradient, rows); !done) return done;
        if (!pass.inputGradient) return {};
        float* windowGradient = m_memory.get<float>(kWindowGradient, rows * columns());
        for (std::size_t g = 0; g < m_groups; ++g) {
            ProductArgs args = product(pass.tools, gradientMatrix(gradient, rows, g), weightMatrix(pass, g));
            args.out = windowGradient + g * depth();
            args.outStride = columns();
            if (auto done = pass.tools.engine.product(args, pool, pass.tools.products); !done) return done;
        }
        std::atomic<bool> finite{true};
        pool.parallelFor(pass.rows, [&](std::size_t sample) {
            if (!gather(windowGradient + sample * m_w.outPlane() * columns(),
                        pass.inputGradient + sample * m_w.channels * m_w.plane()))
                finite = false;
        });
        if (!finite) return notFiniteLayer("conv2d gradient");
        return {};
    }

private:
    enum Slot : std::size_t { kWindows, kRows, kWindowGradient };

    [[nodiscard]] std::size_t area() const { return m_w.size * m_w.size; }
    /// Numbers of a group's window.
    [[nodiscard]] std::size_t depth() const { return m_w.channels / m_groups * area(); }
    [[nodiscard]] std::size_t columns() const { return m_w.channels * area(); }
    [[nodiscard]] std::size_t perGroup() const { return m_out / m_groups; }
    [[nodiscard]] Matrix windowMatrix(const float* windows, std::size_t rows, std::size_t group) const {
        return {windows + group * depth(), rows, depth(), columns(), 1};
    }
    [[nodiscard]] Matrix gradientMatrix(const float* gradient, std::size_t rows, std::size_t group) const {
        return {gradient + group * perGroup(), rows, perGroup(), m_out, 1};
    }
    [[nodiscard]] Matrix weightMatrix(const Pass& pass, std::size_t group) const {
        return Matrix::dense(pass.values[0] + group * perGroup() * depth(), perGroup(), depth());
    }
    [[nodiscard]] static ProductArgs product(const Tools& tools, const Matrix& a, const Matrix& b) {
        ProductArgs args;
        args.bits = tools.bits;
        args.a = a;
        args.b = b;
        return args;
    }

    Result<void> weightGradients(const Pass& pass, const float* windows, const float* gradient, std::size_t rows) {
        for (std::size_t g = 0; g < m_groups; ++g) {
            ProductArgs args =
                product(pass.tools, gradientMatrix(gradient, rows, g).transposed(), windowMatrix(windows, rows, g));
            args.out = pass.gradients[0] + g * perGroup() * depth();
            args.outStride = depth();
            if (auto done = pass.tools.engine.product(args, pass.tools.pool, pass.tools.products); !done) return done;
        }
        if (m_tensors.size() < 2) return {};
        m_gradientMax.resize(m_out);
        absMax(gradient, rows, m_out, nullptr, m_gradientMax.data(), pass.tools.pool);
        if (!columnSums(gradient, rows, m_out, m_gradientMax.data(), pass.gradients[1], pass.tools.pool)) {
            return notFiniteLayer("conv2d gradient");
        }
        return {};
    }

    /// The windows of one sample.
    void layOut(const float* image, float* rows) const {
        for (std::size_t oy = 0; oy < m_w.outHeight(); ++oy) {
            for (std::size_t ox = 0; ox < m_w.outWidth(); ++ox) {
                for (std::size_t c = 0; c < m_w.channels; ++c) {
                    layOutPlane(image + c * m_w.plane(), oy * m_w.stride, ox * m_w.stride, rows);
                    rows += area();
                }
            }
        }
    }

    /// One channel of one window, which begins at (y, x) of the padded image.
    void layOutPlane(const float* plane, std::size_t y, std::size_t x, float* out) const {
        for (std::size_t ky = y; ky < y + m_w.size; ++ky) {
            const bool inside = ky >= m_w.padding && ky < m_w.height + m_w.padding;
            const float* row = inside ? plane + (ky - m_w.padding) * m_w.width : nullptr;
            for (std::size_t kx = x; kx < x + m_w.size; ++kx) {
                const bool seen = inside && kx >= m_w.padding && kx < m_w.width + m_w.padding;
                *out++ = seen ? row[kx - m_w.padding] : 0.0F;
            }
        }
    }

    /// dx of one sample.
    bool gather(const float* rows, float* dx) const {
        std::vector<float> terms;
        bool finite = true;
        for (std::size_t c = 0; c < m_w.channels; ++c) {
            for (std::size_t y = 0; y < m_w.height; ++y) {
                for (std::size_t x = 0; x < m_w.width; ++x) {
                    collect(rows, c, y, x, terms);
                    const float sum = rowSum(terms.data(), terms.size());
                    finite = finite && isFiniteBits(sum);
                    *dx++ = sum;
                }
            }
        }
        return finite;
    }

    void collect(const float* rows, std::size_t c, std::size_t y, std::size_t x, std::vector<float>& terms) const {
        terms.clear();
        const ImageWindows::Range down = m_w.holding(y, m_w.outHeight());
        const ImageWindows::Range across = m_w.holding(x, m_w.outWidth());
        for (std::size_t oy = down.first; oy < down.last; ++oy) {
            const std::size_t ky = y + m_w.padding - oy * m_w.stride;
            for (std::size_t ox = across.first; ox < across.last; ++ox) {
                const std::size_t kx = x + m_w.padding - ox * m_w.stride;
                terms.push_back(rows[(oy * m_w.outWidth() + ox) * columns() + c * area() + ky * m_w.size + kx]);
            }
        }
    }

    ImageWindows m_w;
    std::size_t m_out;
    std::size_t m_groups;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    Workspace m_memory;
    std::vector<std::uint32_t> m_gradientMax;
};

} // namespace

MadeLayer makeConv2d(const LayerPlan& plan) {
    auto windows = ImageWindows::of(plan, plan.setting("stride"), plan.setting("padding"));
    if (!windows) return windows.error();
    const std::uint64_t out = plan.setting("out");
    const std::uint64_t groups = plan.setting("groups");
    if (windows->channels % groups != 0 || out % groups != 0) {
        return plan.error({"channels in and out, %1 and %2, cannot be divided evenly among %3 groups",
                           windows->channels, out, groups},
                          "use a number of groups that divides both", "groups");
    }
    // The windows of a sample are as much memory as an activation.
    if (windows->outPlane() > kOutputMax / (windows->size * windows->size) / windows->channels) {
        return plan.error({"the windows of a sample have more than %1 numbers", kOutputMax},
                          "use a smaller image or kernel");
    }
    return std::unique_ptr<Layer>(std::make_unique<Conv2d>(*windows, out, groups, plan.setting("bias") != 0));
}

} // namespace unchained::gpu
