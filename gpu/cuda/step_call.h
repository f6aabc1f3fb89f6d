// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/product_steps.h"
#include "net/kernels.h"

namespace unchained::gpu::cuda {

/// The steps of layers, and those that only a card has.
using CardSteps = LayerSteps::With<PackLanes, JoinBatch, TellFlags>;

/// One step of CardSteps for every index, or row, below count.
struct StepCall {
    std::size_t number = 0;
    std::size_t count = 0;
    const void* step = nullptr;
    std::size_t bytes = 0;            ///< of the step
    std::uint32_t* verdict = nullptr; ///< raised to `place` where a step says false
    std::uint32_t place = 0;
};

} // namespace unchained::gpu::cuda
