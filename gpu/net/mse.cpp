// SPDX-License-Identifier: Apache-2.0
#include "net/mse.h"

namespace unchained::gpu {

Result<void> Mse::run(Tools& tools, const float* x, const float* targets, std::size_t rows, std::size_t outputs,
                      const LossOutput& out) {
    tools.device.rows(rows, 4 * outputs, steps::Mse{x, targets, out.losses, out.right, out.gradient, outputs, rows});
    return tools.device.settle([] { return notFiniteLayer("loss"); });
}

} // namespace unchained::gpu
