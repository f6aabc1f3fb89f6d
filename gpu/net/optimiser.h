// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/result.h"
#include "gpu/thread_pool.h"

#include <memory>
#include <span>

namespace unchained::gpu {

/// What an iteration's updates have in common.
struct UpdateTerms {
    std::uint64_t iteration = 0; ///< of the job, from 0
    float rate = 0;              ///< of this iteration
    float clip = 1;              ///< the gradient is multiplied by it first, where it is not 1
    float decay = 0;             ///< of this tensor: w = w − (rate·decay)·w before the update, where it is not 0
};

/// The update of an iteration, element by element; all of it single binary32 operations in the order written.
class Optimiser {
public:
    virtual ~Optimiser() = default;

    /// Names of the moments that it keeps for each parameter.
    [[nodiscard]] virtual std::vector<std::string> moments() const = 0;
    /// Updates one tensor in place.
    /// @param moments  one array for each of moments()
    /// @return false when a value is not finite any more
    [[nodiscard]] virtual bool update(std::span<float> values, const float* gradient, std::span<float* const> moments,
                                      const UpdateTerms& terms, ThreadPool& pool) const = 0;
};

/// For a valid description.
[[nodiscard]] std::unique_ptr<Optimiser> makeOptimiser(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeSgd(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeAdam(const OptimiserDescription& description);

/// The rate of an iteration, of `iterations` in all.
[[nodiscard]] float rateAt(const OptimiserDescription& description, std::uint64_t iteration, std::uint64_t iterations);

/// By what the gradients are multiplied so that their norm is `limit` at most: 1 where it is not longer.
/// NotFinite where a gradient is not finite, or the norm does not fit binary32.
[[nodiscard]] Result<float> clipFactor(std::span<const std::span<const float>> gradients, float limit,
                                       ThreadPool& pool);

} // namespace unchained::gpu
