// SPDX-License-Identifier: Apache-2.0
#include "programs/programs.h"

namespace unchained::gpu {

Result<std::unique_ptr<Program>> makeProgram(std::string_view id, const cbor::Value& parameters, const Engine& engine,
                                             ThreadPool& pool) {
    if (id == "train/v1") return makeTrain(parameters, engine, pool);
    if (id == "render/v1") return makeRender(parameters, pool);
    if (id == "infer/v1") return makeInfer(parameters, engine, pool);
    if (id == "sweep/v1") return makeSweep(parameters, engine, pool);
    return makeError(ProgramError::UnknownProgram, std::string(id), "this build has no such program",
                     "update unchained, or use one that it knows: train/v1, infer/v1, sweep/v1, render/v1");
}

} // namespace unchained::gpu
