// SPDX-License-Identifier: Apache-2.0
#include "net/windows.h"

namespace unchained::gpu {

Result<steps::Windows> imageWindows(const LayerPlan& plan, std::size_t stride, std::size_t padding) {
    const Shape& in = plan.input;
    if (in.size() != 3) {
        return plan.error("takes images of channels, height and width",
                          "tell the data's channels, width and height, and put it before layers that flatten");
    }
    const std::uint64_t size = plan.setting("size");
    if (padding >= size) {
        return plan.error({"a padding of %1 is not less than the size %2", padding, size}, "use a smaller padding",
                          "padding");
    }
    if (size > in[1] + 2 * padding || size > in[2] + 2 * padding) {
        return plan.error({"a window of %1 × %1 does not fit an image of %2 × %3", size, in[1], in[2]},
                          "use a smaller size, or more padding", "size");
    }
    return steps::Windows{in[0], in[1], in[2], size, stride, padding};
}

Result<std::size_t> poolStride(const LayerPlan& plan) {
    const std::uint64_t stride = plan.setting("stride");
    const std::uint64_t size = plan.setting("size");
    if (stride == size) return plan.error({"the value %1 is what it is by itself", size}, "leave it out", "stride");
    return stride == 0 ? size : stride;
}

} // namespace unchained::gpu
