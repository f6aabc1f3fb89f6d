// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <cstdint>
#include <string>

/// Pictures as PNG (ISO 15948), by libpng. The compressed bytes differ between versions of zlib, the pixels never:
/// compare pixels. Pure; safe from any thread.
namespace unchained::gpu {

struct Picture {
    std::uint32_t width = 0, height = 0;
    std::uint32_t channels = 3; ///< 1 grey, 3 red, green, blue
    Bytes pixels;               ///< row by row from the top, a byte a channel
    bool operator==(const Picture&) const = default;
};

inline constexpr std::uint32_t kPictureSideMax = 32768;

/// IoError::Mismatch where the bytes are not width · height · channels.
[[nodiscard]] Result<Bytes> writePng(const Picture& picture);

/// Any PNG as 8 bit with the channels that are asked for; what is transparent lies on black.
/// @param source  shown in errors
/// IoError::Malformed, or TooLarge for a side above kPictureSideMax.
[[nodiscard]] Result<Picture> readPng(ByteView png, std::uint32_t channels, const std::string& source);

} // namespace unchained::gpu
