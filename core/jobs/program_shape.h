// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

namespace unchained::jobs {

/// What a program's parameters say of its size, without computing anything: for prices, plans and limits.
struct ProgramShape {
    std::uint64_t stateBytes = 0;
    std::uint64_t workPerIteration = 0; ///< multiply-adds of its products
    std::uint64_t iterations = 0;
    std::vector<gpu::TensorInfo> layout;
    gpu::WorkKind kind = gpu::WorkKind::Serial;
    std::uint64_t outputBytes = 0; ///< of an iteration at most: the state, or a tile
};

/// Errors are those of gpu::makeProgram: the parameters of a stranger are checked here first. Products of more than 14
/// bits are refused as BadParameters: a market has no price for them. Any thread.
[[nodiscard]] Result<ProgramShape> shapeOf(const std::string& program, const cbor::Value& parameters);

} // namespace unchained::jobs
