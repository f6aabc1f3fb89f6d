// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

#include <algorithm>

namespace unchained::gpu {

/// Square windows over an image of channels: what convolution and pooling have in common.
struct ImageWindows {
    std::size_t channels = 0;
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t size = 1;
    std::size_t stride = 1;
    std::size_t padding = 0;

    [[nodiscard]] std::size_t outHeight() const { return (height + 2 * padding - size) / stride + 1; }
    [[nodiscard]] std::size_t outWidth() const { return (width + 2 * padding - size) / stride + 1; }
    [[nodiscard]] std::size_t outPlane() const { return outHeight() * outWidth(); }
    [[nodiscard]] std::size_t plane() const { return height * width; }

    /// For a plan whose input is [C, H, W]; refuses in words what does not fit.
    [[nodiscard]] static Result<ImageWindows> of(const LayerPlan& plan, std::size_t stride, std::size_t padding);

    /// Windows along one axis that hold coordinate `at`: [first, last). Their offset there is at + padding − w·stride.
    struct Range {
        std::size_t first, last;
    };
    [[nodiscard]] Range holding(std::size_t at, std::size_t count) const {
        const std::size_t from = at + padding;
        const std::size_t first = from < size ? 0 : (from - size) / stride + 1;
        return {first, std::min(count, from / stride + 1)};
    }
};

/// The stride of a pooling layer: its size where none is given, which therefore nobody may give.
[[nodiscard]] Result<std::size_t> poolStride(const LayerPlan& plan);

} // namespace unchained::gpu
