// SPDX-License-Identifier: Apache-2.0
#include "net/windows.h"

namespace unchained::gpu {

namespace {

/// y = Σ of the window / size², the sum exact (gpu/sums.h); dx = Σ dy of the windows that hold it / size², likewise.
class Avgpool final : public Layer {
public:
    explicit Avgpool(const steps::Windows& windows)
        : m_w(windows), m_output{windows.channels, windows.outHeight(), windows.outWidth()} {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        Device& device = pass.tools.device;
        device.rows(pass.rows * m_w.channels, m_w.plane(), steps::Avgpool{pass.input, pass.output, m_w});
        return device.settle([] { return notFiniteLayer("avgpool"); });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        Device& device = pass.tools.device;
        device.rows(pass.rows * m_w.channels, m_w.plane(),
                    steps::PoolGradient{pass.outputGradient, pass.inputGradient, nullptr, m_w});
        return device.settle([] { return notFiniteLayer("avgpool gradient"); });
    }

private:
    steps::Windows m_w;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeAvgpool(const LayerPlan& plan) {
    const auto stride = poolStride(plan);
    if (!stride) return stride.error();
    auto windows = imageWindows(plan, *stride, 0);
    if (!windows) return windows.error();
    return std::unique_ptr<Layer>(std::make_unique<Avgpool>(*windows));
}

} // namespace unchained::gpu
