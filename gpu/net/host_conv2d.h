// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/window_columns.h"
#include "net/layer.h"

namespace unchained::gpu {

/// What a convolution is made of.
struct Conv2dShape {
    steps::Windows windows;
    std::size_t out = 0; ///< channels
    std::size_t groups = 1;

    /// Numbers of a group's window.
    [[nodiscard]] std::size_t depth() const { return windows.channels / groups * windows.area(); }
    [[nodiscard]] std::size_t columns() const { return windows.channels * windows.area(); }
    [[nodiscard]] std::size_t perGroup() const { return out / groups; }
    /// Weights of a group, out × depth.
    [[nodiscard]] Matrix weights(const float* all, std::size_t group) const {
        return Matrix::dense(all + group * perGroup() * depth(), perGroup(), depth());
    }
};

/// The passes of conv2d.cpp on a processor: the same products, transposed, so that images need not be: windows are
/// columns (cpu/window_columns.h), as outputs are in memory. A thread takes some samples at a time from their windows
/// to their outputs, as many as stay in its cache.
///
/// The same bits and errors as on a card. One thread of control; the device is always the same.
class HostConv2d {
public:
    explicit HostConv2d(const Conv2dShape& shape) : m_s(shape), m_windows(shape.windows) {}

    /// @param bias  null: none
    [[nodiscard]] Result<void> forward(const Pass& pass, const float* bias);
    /// After a forward pass in training. @param biasGradient  null: none
    [[nodiscard]] Result<void> backward(const Pass& pass, float* biasGradient);

private:
    enum Slot : std::size_t { kWindows, kOutputs, kGradients, kWindowGradients, kWeightMax };
    struct Chunk {
        std::size_t first, samples;
        unsigned worker;
    };
    class Errors;

    [[nodiscard]] std::size_t samplesAtOnce(const Pass& pass) const;
    template <class Fn>
    void forChunks(const Pass& pass, const Fn& fn) const;
    void layOut(const Pass& pass, const Chunk& chunk, float* windows, std::size_t pitch) const;
    void put(const Pass& pass, const Chunk& chunk, const float* rows, const float* bias) const;
    void takeGradients(const Pass& pass, float* gradients, std::size_t pitch) const;
    [[nodiscard]] Result<void> weightGradients(const Pass& pass, const float* gradients, std::size_t pitch);
    void biasGradients(const Pass& pass, const float* gradients, std::size_t pitch, float* out) const;
    [[nodiscard]] Result<void> inputGradients(const Pass& pass, const float* gradients, std::size_t pitch);

    Conv2dShape m_s;
    WindowColumns m_windows;
    DeviceMemory m_memory;
};

} // namespace unchained::gpu
