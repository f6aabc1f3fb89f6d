// SPDX-License-Identifier: Apache-2.0
#include "net/host_conv2d.h"
#include "net/windows.h"

#include <cmath>

namespace unchained::gpu {

namespace {

/// A convolution as products over windows laid out as rows (im2col): row (sample, y', x') of group g holds the numbers
/// of its window, channel by channel, row by row, zeros where it hangs over the edge.
///     y = V·Wᵀ + b;  dW = Gᵀ·V;  db = Σ G, exact;  dV = G·W
/// dx is, for each number of the image, the exact sum (gpu/sums.h) of its places in dV. That is how a card does it; a
/// processor comes to the same bits by net/host_conv2d.h.
class Conv2d final : public Layer {
public:
    Conv2d(const steps::Windows& windows, std::size_t out, std::size_t groups, bool bias)
        : m_w(windows), m_out(out), m_groups(groups),
          m_host({windows, out, groups}), m_output{out, windows.outHeight(), windows.outWidth()},
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
        Device& device = pass.tools.device;
        if (device.isHost()) return m_host.forward(pass, m_tensors.size() > 1 ? pass.values[1] : nullptr);
        const std::size_t rows = pass.rows * m_w.outPlane();
        float* windows = m_memory.get<float>(device, kWindows, rows * columns());
        float* y = m_memory.get<float>(device, kRows, rows * m_out);
        device.rows(rows, columns(), steps::LayOut{pass.input, windows, m_w});
        for (std::size_t g = 0; g < m_groups; ++g) {
            ProductArgs args = product(pass.tools, windowMatrix(windows, rows, g), weightMatrix(pass, g).transposed());
            args.bias = m_tensors.size() > 1 ? pass.values[1] + g * perGroup() : nullptr;
            args.out = y + g * perGroup();
            args.outStride = m_out;
            if (auto done = device.product(args); !done) return done;
        }
        device.rows(pass.rows * m_out, m_w.outPlane(), steps::TransposeRow{y, pass.output, m_w.outPlane(), m_out});
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Device& device = pass.tools.device;
        if (device.isHost()) return m_host.backward(pass, m_tensors.size() > 1 ? pass.gradients[1] : nullptr);
        const std::size_t rows = pass.rows * m_w.outPlane();
        const float* windows = m_memory.get<float>(device, kWindows, rows * columns());
        float* gradient = m_memory.get<float>(device, kRows, rows * m_out);
        device.rows(rows, m_out, steps::TransposeRow{pass.outputGradient, gradient, m_out, m_w.outPlane()});
        if (auto done = weightGradients(pass, windows, gradient, rows); !done) return done;
        if (!pass.inputGradient) return {};
        float* windowGradient = m_memory.get<float>(device, kWindowGradient, rows * columns());
        for (std::size_t g = 0; g < m_groups; ++g) {
            ProductArgs args = product(pass.tools, gradientMatrix(gradient, rows, g), weightMatrix(pass, g));
            args.out = windowGradient + g * depth();
            args.outStride = columns();
            if (auto done = device.product(args); !done) return done;
        }
        const std::size_t lines = pass.rows * m_w.channels * m_w.height;
        device.rows(lines, m_w.width * m_w.area(), steps::GatherWindows{windowGradient, pass.inputGradient, m_w});
        return device.settle([] { return notFiniteLayer("conv2d gradient"); });
    }

private:
    enum Slot : std::size_t { kWindows, kRows, kWindowGradient };

    /// Numbers of a group's window.
    [[nodiscard]] std::size_t depth() const { return m_w.channels / m_groups * m_w.area(); }
    [[nodiscard]] std::size_t columns() const { return m_w.channels * m_w.area(); }
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
            if (auto done = pass.tools.device.product(args); !done) return done;
        }
        if (m_tensors.size() < 2) return {};
        Device& device = pass.tools.device;
        device.columnSums(gradient, rows, m_out, nullptr, pass.gradients[1]);
        return device.settle([] { return notFiniteLayer("conv2d gradient"); });
    }

    steps::Windows m_w;
    std::size_t m_out;
    std::size_t m_groups;
    HostConv2d m_host;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_memory;
};

} // namespace

MadeLayer makeConv2d(const LayerPlan& plan) {
    auto windows = imageWindows(plan, plan.setting("stride"), plan.setting("padding"));
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
