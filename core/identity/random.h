// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "identity/keys.h"

#include <span>

/// The operating system's randomness, by OpenSSL. For the shell: state machines get what they need as arguments.
/// Safe from any thread. Throws where the system has no randomness to give: nothing may go on without it.
namespace unchained::identity {

void randomBytes(std::span<std::uint8_t> out);

/// Hash256 for a nonce, CommandId for a command, KeySeed for an identity.
template <class Fixed>
[[nodiscard]] Fixed randomFixed() {
    Fixed out;
    randomBytes(out.bytes);
    return out;
}
[[nodiscard]] inline KeySeed randomKeySeed() {
    return randomFixed<KeySeed>();
}
[[nodiscard]] inline CommandId randomCommandId() {
    return randomFixed<CommandId>();
}

} // namespace unchained::identity
