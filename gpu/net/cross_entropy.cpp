// SPDX-License-Identifier: Apache-2.0
#include "net/cross_entropy.h"

namespace unchained::gpu {

Result<void> CrossEntropy::run(Tools& tools, const float* logits, const std::int32_t* labels, std::size_t rows,
                               std::size_t classes, const LossOutput& out) {
    tools.device.rows(rows, 4 * classes,
                      steps::CrossEntropy{logits, labels, out.losses, out.right, out.gradient, classes, rows});
    return tools.device.settle([] {
        return makeError(ProgramError::NotFinite, "loss", "a logit is a NaN, an infinity or too large",
                         "lower the learning rate or look into the data");
    });
}

} // namespace unchained::gpu
