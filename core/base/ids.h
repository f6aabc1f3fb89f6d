// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace unchained {

/// Who somebody is: the 32 bytes of an Ed25519 public key. Written as 64 hex digits.
using PeerId = FixedBytes<struct PeerIdTag, 32>;

/// Made by the sender of a command, from randomness: the same id is the same command, however often it is sent.
using CommandId = FixedBytes<struct CommandIdTag, 16>;

/// An id from its hex digits; nothing for another length or a foreign character.
template <class Id>
[[nodiscard]] std::optional<Id> idFromHex(std::string_view text) {
    const auto bytes = fromHex(text);
    return bytes ? Id::from(*bytes) : std::nullopt;
}

/// First eight hex digits, for logs and lines where a name is enough. Not unique: never to find somebody by.
template <class Tag, std::size_t N>
[[nodiscard]] std::string shortHex(const FixedBytes<Tag, N>& id) {
    return toHex(id.view().first(4));
}

} // namespace unchained
