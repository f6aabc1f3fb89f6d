// SPDX-License-Identifier: Apache-2.0
#include "programs/tiles.h"

#include "gpu/commit.h"
#include "gpu/thread_pool.h"

#include <algorithm>
#include <chrono>

namespace unchained::gpu {

namespace {
constexpr std::uint64_t kOutputBytesMax = std::uint64_t{1} << 30;
}

Result<void> TileProgram::load(ByteView state) {
    if (std::equal(state.begin(), state.end(), m_input.begin(), m_input.end())) return {};
    return makeError(ProgramError::BadState, "state", "is not the input that the parameters describe",
                     "use the input of the same job");
}

Result<Hash256> TileProgram::root() {
    return stateRoot(m_output, m_pool);
}

Result<Evaluation> TileProgram::evaluate() {
    return makeError(ProgramError::BadState, "state", "parallel work has no state to be tested");
}

Result<StepCost> TileProgram::step(std::uint64_t first, std::uint32_t count, const std::optional<Hash256>& stepSeed,
                                   const NoiseTerms& noise) {
    if (first > m_tiles || count > m_tiles - first) {
        return makeError(ProgramError::BadParameters, "iterations", {"the job has %1 tiles", m_tiles},
                         "ask for tiles of the job only");
    }
    // A stranger says how many tiles make a step.
    if (count > 0 && outputBytes() > kOutputBytesMax / count) {
        return makeError(ProgramError::BadParameters, "iterations",
                         {"%1 tiles of up to %2 bytes are more than the %3 that a step may leave", count, outputBytes(),
                          kOutputBytesMax},
                         "put fewer tiles into a step");
    }
    if (auto good = ready(); !good) return good.error();
    const FloatModeGuard mode;
    const auto start = std::chrono::steady_clock::now();
    m_output.clear();
    for (std::uint32_t i = 0; i < count; ++i)
        if (auto done = tile(first + i, i, stepSeed, noise, m_output); !done) return done.error();
    StepCost cost;
    cost.wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return cost;
}

} // namespace unchained::gpu
