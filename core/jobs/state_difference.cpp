// SPDX-License-Identifier: Apache-2.0
#include "jobs/state_difference.h"

#include "jobs/program_shape.h"

#include <algorithm>

namespace unchained::jobs {

std::optional<StateDifference> firstDifference(const std::string& program, const cbor::Value& parameters,
                                               ByteView theirs, ByteView ours) {
    constexpr std::size_t kValueBytes = 4; // binary32
    const auto shape = shapeOf(program, parameters);
    if (!shape || theirs.size() != ours.size()) return std::nullopt;
    StateDifference out;
    std::size_t at = 0;
    for (const auto& tensor : shape->layout) {
        for (std::uint64_t i = 0; i < tensor.elements(); ++i, at += kValueBytes) {
            if (at + kValueBytes > theirs.size()) return std::nullopt;
            const auto same = std::equal(theirs.begin() + static_cast<std::ptrdiff_t>(at),
                                         theirs.begin() + static_cast<std::ptrdiff_t>(at + kValueBytes),
                                         ours.begin() + static_cast<std::ptrdiff_t>(at));
            if (same) continue;
            if (out.differing++ == 0) out.tensor = tensor.name;
        }
        out.values += tensor.elements();
    }
    if (at != theirs.size() || out.differing == 0) return std::nullopt;
    return out;
}

} // namespace unchained::jobs
