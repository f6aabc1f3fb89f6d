// SPDX-License-Identifier: Apache-2.0
#include "net/windows.h"

namespace unchained::gpu {

namespace {

/// y is the largest number of its window, the first of equals row by row; a window with a NaN is refused where its
/// output is used next. dx is the exact sum of the gradients of the windows whose largest it is.
class Maxpool final : public Layer {
public:
    explicit Maxpool(const steps::Windows& windows)
        : m_w(windows), m_output{windows.channels, windows.outHeight(), windows.outWidth()} {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t planes = pass.rows * m_w.channels;
        auto* places = m_memory.get<std::uint32_t>(device, 0, planes * m_w.outPlane());
        device.rows(planes, m_w.plane(), steps::Maxpool{pass.input, pass.output, places, m_w});
        return device.settle([] { return notFiniteLayer("maxpool"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        Device& device = pass.tools.device;
        const std::size_t planes = pass.rows * m_w.channels;
        const auto* places = m_memory.get<std::uint32_t>(device, 0, planes * m_w.outPlane());
        device.rows(planes, m_w.plane(), steps::PoolGradient{pass.outputGradient, pass.inputGradient, places, m_w});
        return device.settle([] { return notFiniteLayer("maxpool gradient"); });
    }

private:
    steps::Windows m_w;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_memory; ///< the places of the largest numbers
};

} // namespace

MadeLayer makeMaxpool(const LayerPlan& plan) {
    const auto stride = poolStride(plan);
    if (!stride) return stride.error();
    auto windows = imageWindows(plan, *stride, 0);
    if (!windows) return windows.error();
    return std::unique_ptr<Layer>(std::make_unique<Maxpool>(*windows));
}

} // namespace unchained::gpu
