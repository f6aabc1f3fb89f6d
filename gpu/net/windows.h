// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// Windows for a plan whose input is [C, H, W]; refuses in words what does not fit.
[[nodiscard]] Result<steps::Windows> imageWindows(const LayerPlan& plan, std::size_t stride, std::size_t padding);

/// The stride of a pooling layer: its size where none is given, which therefore nobody may give.
[[nodiscard]] Result<std::size_t> poolStride(const LayerPlan& plan);

} // namespace unchained::gpu
