// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "jobs/program_shape.h"

#include <cstdint>

/// How long a step should be: its three costs (numerics.md 7), reckoned from a program's shape before anything is
/// computed. Pure; any thread.
namespace unchained::jobs {

/// (a) Most of a step that hashing, noise and self-check may take.
inline constexpr double kOverheadShareMax = 0.008;
/// (b) Most multiply-adds of a step: two minutes of a laptop of 8 cores, about 50 TFLOP.
inline constexpr double kLaptopWorkMax = 25e12;
inline constexpr double kLaptopSecondsMax = 120;
/// (c) Most of a step's price that sending its opening may cost.
inline constexpr double kOpeningShareMax = 0.25;
/// What a gigabyte that a host sends is taken to cost.
inline constexpr double kCreditsPerGigabyte = 0.01;

struct StepCosts {
    double hashing = 0, noise = 0, selfCheck = 0; ///< shares of a step
    double laptopSeconds = 0;
    double openingShare = 0; ///< of the step's price; infinite where it costs nothing
    [[nodiscard]] double overhead() const { return hashing + noise + selfCheck; }
    /// Whether a laptop can compute it again in time.
    [[nodiscard]] bool laptopCanCheck() const { return laptopSeconds <= kLaptopSecondsMax; }
};

/// What a step of so many iterations costs beside its work. An estimate: hashing, noise and self-check are taken to go
/// as much faster on a fast machine as the training itself, and of the products only those with noised weights count.
/// @param rate  multiply-adds a second of the host, at least 1
[[nodiscard]] StepCosts stepCosts(const ProgramShape& shape, std::uint64_t iterations, Amount pricePerHour,
                                  std::uint64_t rate);

/// What keeps a step from being as long as its costs ask for.
enum class StepLimit {
    None,
    Noise,  ///< noise and self-check alone are too much of an iteration: only larger batches make it less
    Job,    ///< the job has too few iterations for 20 wins of longer steps, or cannot be divided into them
    Laptop, ///< longer steps would be too much for a laptop
};

struct StepProposal {
    std::uint32_t iterations = 1; ///< a step; the job's iterations are a multiple of it
    StepCosts costs;
    StepLimit limit = StepLimit::None;
};

/// The shortest step whose costs are within their limits, as far as the job's length and a laptop allow.
/// @param odds  of the tickets: a job has 20 wins at least
[[nodiscard]] StepProposal proposeStep(const ProgramShape& shape, std::uint32_t odds, Amount pricePerHour,
                                       std::uint64_t rate);

} // namespace unchained::jobs
