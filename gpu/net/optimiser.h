// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/thread_pool.h"

#include <memory>
#include <span>

namespace unchained::gpu {

/// The update of an iteration, element by element; all of it single binary32 operations in the order written.
class Optimiser {
public:
    virtual ~Optimiser() = default;

    /// Names of the moments that it keeps for each parameter.
    [[nodiscard]] virtual std::vector<std::string> moments() const = 0;
    /// Updates one tensor in place.
    /// @param moments    one array for each of moments()
    /// @param iteration  of the job, from 0
    /// @return false when a value is not finite any more
    [[nodiscard]] virtual bool update(std::span<float> values, const float* gradient, std::span<float* const> moments,
                                      std::uint64_t iteration, ThreadPool& pool) const = 0;
};

/// For a valid description.
[[nodiscard]] std::unique_ptr<Optimiser> makeOptimiser(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeSgd(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeAdam(const OptimiserDescription& description);

} // namespace unchained::gpu
