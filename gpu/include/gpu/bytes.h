// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unchained {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

/// A fixed number of bytes with its own type, so that a seed cannot be passed where a root is meant.
template <class Tag, std::size_t N>
struct FixedBytes {
    std::array<std::uint8_t, N> bytes{};

    static constexpr std::size_t kSize = N;
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] bool isZero() const { return *this == FixedBytes{}; }
    auto operator<=>(const FixedBytes&) const = default;

    /// The bytes of a view of exactly N; nothing for any other length.
    [[nodiscard]] static std::optional<FixedBytes> from(ByteView view) {
        if (view.size() != N) return std::nullopt;
        FixedBytes out;
        for (std::size_t i = 0; i < N; ++i)
            out.bytes[i] = view[i];
        return out;
    }
};

/// Any SHA-256: roots, contract ids, seeds, commitments.
using Hash256 = FixedBytes<struct Hash256Tag, 32>;

/// Lower-case hex in byte order.
[[nodiscard]] std::string toHex(ByteView bytes);
/// Accepts upper and lower case; nothing for an odd length or a foreign character.
[[nodiscard]] std::optional<Bytes> fromHex(std::string_view text);
/// Well-formed UTF-8: nothing overlong, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(ByteView text);

[[nodiscard]] inline ByteView asBytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
[[nodiscard]] inline std::string_view asText(ByteView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace unchained
