// SPDX-License-Identifier: Apache-2.0
#include "jobs/program_shape.h"

#include "gpu/engine.h"
#include "gpu/product.h"
#include "gpu/thread_pool.h"

namespace unchained::jobs {

namespace {

/// The price of a step counts its multiply-adds, whatever their width: wider ones than those by which a host's rate was
/// measured would be work for nothing.
constexpr std::uint64_t kBitsMax = gpu::ProductArgs{}.bits;

/// Of parameters that describe a program; 0 where they name no width.
std::uint64_t bitsOf(const cbor::Value& parameters) {
    for (const auto& [key, value] : *parameters.asMap()) {
        const std::string* name = key.asText();
        if (name && *name == "bits" && value.asUnsigned()) return *value.asUnsigned();
    }
    return 0;
}

} // namespace

Result<ProgramShape> shapeOf(const std::string& program, const cbor::Value& parameters) {
    auto engine = gpu::chooseEngine("scalar");
    if (!engine) return engine.error();
    gpu::ThreadPool pool(1);
    auto made = gpu::makeProgram(program, parameters, **engine, pool);
    if (!made) return made.error();
    if (const std::uint64_t bits = bitsOf(parameters); bits > kBitsMax) {
        return makeError(gpu::ProgramError::BadParameters, "bits", Message("products of %1 bits are not known", bits),
                         "write bits = 14 (default) or bits = 8");
    }
    const gpu::Program& p = **made;
    return ProgramShape{p.stateBytes(), p.workPerIteration(), p.iterations(), p.layout(), p.kind(), p.outputBytes()};
}

} // namespace unchained::jobs
