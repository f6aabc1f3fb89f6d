// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"

/// Parameters of the program "sweep/v1": many small trainings on one data set, each with settings of its own.
///
/// Parallel work: Y[0] is the canonical CBOR of these parameters, iteration t is the whole training t from its seed,
/// and its output are kSweepTileBytes: the loss on the held-out part (the bits of a binary32), how many of its outputs
/// are right, and how many there are, each a little-endian u32; all zero where the training came to a NaN or an
/// infinity. Weights get noise of the step's seed as in "train/v1", at the scales that a training proposes for itself.
///
/// Canonical CBOR: {"runs": [map…]}, 1 … kSweepRunsMax, each the parameters of "train/v1" (gpu/description.h) with
/// {"seed": u} as its "init" and at most 2^20 iterations, and all with the same "input", "classes", "loss" and
/// "samples".
namespace unchained::gpu {

inline constexpr std::size_t kSweepRunsMax = 4096;
inline constexpr std::size_t kSweepTileBytes = 12;

struct SweepDescription {
    std::vector<TrainDescription> runs;
    bool operator==(const SweepDescription&) const = default;

    [[nodiscard]] cbor::Value encode() const;
    /// Strict: ProgramError::BadParameters whose subject is the field ("runs.3.optimiser.rate").
    [[nodiscard]] static Result<SweepDescription> decode(const cbor::Value& value);
    [[nodiscard]] Result<void> validate() const;
};

} // namespace unchained::gpu
