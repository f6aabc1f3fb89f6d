// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/key_file.h"
#include "identity/random.h"

#include <doctest/doctest.h>

namespace unchained::e2e {

/// A new identity in a directory, as `keys new` makes it, but with a key that takes no time to derive from the empty
/// passphrase: half a second less for each program that starts there. Returns the peer.
inline std::string makeIdentity(const std::filesystem::path& directory) {
    const identity::Keys keys(identity::randomKeySeed());
    std::filesystem::create_directories(directory);
    std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
    const Bytes file = identity::lockKeys(keys, "", 0, {.log2N = 4});
    REQUIRE(identity::writeKeyFile(directory / "identity.key", file, identity::Existing::Keep).ok());
    return toHex(keys.peer().view());
}

} // namespace unchained::e2e
