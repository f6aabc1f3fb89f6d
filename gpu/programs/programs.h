// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

namespace unchained::gpu {

[[nodiscard]] Result<std::unique_ptr<Program>> makeTrain(const cbor::Value& parameters, const Engine& engine,
                                                         ThreadPool& pool);
[[nodiscard]] Result<std::unique_ptr<Program>> makeInfer(const cbor::Value& parameters, const Engine& engine,
                                                         ThreadPool& pool);
[[nodiscard]] Result<std::unique_ptr<Program>> makeSweep(const cbor::Value& parameters, const Engine& engine,
                                                         ThreadPool& pool);
[[nodiscard]] Result<std::unique_ptr<Program>> makeRender(const cbor::Value& parameters, ThreadPool& pool);

} // namespace unchained::gpu
