// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/cbor.h"

#include <optional>
#include <string>

namespace unchained::jobs {

/// Where two states of one job part: by tensor and value, for people who look at a disputed step.
struct StateDifference {
    std::string tensor;          ///< the first that differs, in declared order: "layers.0.weight"
    std::uint64_t differing = 0; ///< values of all tensors whose bits differ
    std::uint64_t values = 0;    ///< of the whole state
};

/// Nothing where the bytes are the same, or are no states of this job. Pure; safe from any thread.
[[nodiscard]] std::optional<StateDifference> firstDifference(const std::string& program, const cbor::Value& parameters,
                                                             ByteView theirs, ByteView ours);

} // namespace unchained::jobs
