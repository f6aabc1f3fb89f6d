// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "net/device.h"

#include <memory>
#include <span>

namespace unchained::gpu {

/// What an iteration's updates have in common.
struct UpdateTerms {
    std::uint64_t iteration = 0; ///< of the job, from 0
    float rate = 0;              ///< of this iteration
    const float* clip = nullptr; ///< of the device: the gradient is multiplied by it first; null: it stays as it is
    float decay = 0;             ///< of this tensor: w = w − (rate·decay)·w before the update, where it is not 0
};

/// The update of an iteration, element by element; all of it single binary32 operations in the order written.
class Optimiser {
public:
    virtual ~Optimiser() = default;

    /// Names of the moments that it keeps for each parameter.
    [[nodiscard]] virtual std::vector<std::string> moments() const = 0;
    /// Updates one tensor in place; the caller settles what is not finite any more.
    /// @param moments  one array for each of moments()
    virtual void update(Device& device, std::span<float> values, const float* gradient, std::span<float* const> moments,
                        const UpdateTerms& terms) const = 0;

protected:
    /// What the steps of all optimisers take.
    [[nodiscard]] static steps::Update updateOf(std::span<float> values, const float* gradient,
                                                const UpdateTerms& terms) {
        return {values.data(), gradient, terms.clip, values.size(), terms.rate, terms.rate * terms.decay};
    }
    template <class Step>
    static void runUpdate(Device& device, const Step& step) {
        const std::size_t blocks = (step.shared.count + steps::kUpdateBlock - 1) / steps::kUpdateBlock;
        device.rows(blocks, steps::kUpdateBlock, step);
    }
};

/// For a valid description.
[[nodiscard]] std::unique_ptr<Optimiser> makeOptimiser(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeSgd(const OptimiserDescription& description);
[[nodiscard]] std::unique_ptr<Optimiser> makeAdam(const OptimiserDescription& description);

/// The rate of an iteration, of `iterations` in all.
[[nodiscard]] float rateAt(const OptimiserDescription& description, std::uint64_t iteration, std::uint64_t iterations);

/// By what the gradients are multiplied so that their norm is `limit` at most: 1 where it is not longer. All of the
/// device; the factor lies in `memory`. NotFinite where a gradient is not finite, or the norm does not fit binary32.
[[nodiscard]] Result<const float*> clipFactor(Device& device, DeviceMemory& memory,
                                              std::span<const std::span<const float>> gradients, float limit);

} // namespace unchained::gpu
