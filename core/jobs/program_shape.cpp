// SPDX-License-Identifier: Apache-2.0
#include "jobs/program_shape.h"

#include "gpu/engine.h"
#include "gpu/thread_pool.h"

namespace unchained::jobs {

Result<ProgramShape> shapeOf(const std::string& program, const cbor::Value& parameters) {
    auto engine = gpu::chooseEngine("scalar");
    if (!engine) return engine.error();
    gpu::ThreadPool pool(1);
    auto made = gpu::makeProgram(program, parameters, **engine, pool);
    if (!made) return made.error();
    const gpu::Program& p = **made;
    return ProgramShape{p.stateBytes(), p.workPerIteration(), p.iterations(), p.layout(), p.kind(), p.outputBytes()};
}

} // namespace unchained::jobs
