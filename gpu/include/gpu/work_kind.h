// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace unchained::gpu {

/// How the steps of a program hang together (protocol.md 6).
enum class WorkKind : std::uint8_t {
    Serial,   ///< Y[i+1] = F(Y[i], a[i]): each step goes on from the state before it
    Parallel, ///< tile i = F(Y[0], i, a[i]): each step begins at the same input and leaves bytes of its own
};

/// Follows from the program's id alone, which is signed; of an id that nobody knows it is Serial. Pure; any thread.
[[nodiscard]] constexpr WorkKind workKind(std::string_view program) {
    const bool tiles = program == "infer/v1" || program == "sweep/v1" || program == "render/v1";
    return tiles ? WorkKind::Parallel : WorkKind::Serial;
}

} // namespace unchained::gpu
