// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "gpu/result.h"
#include "identity/identity_error.h"
#include "identity/keys.h"

#include <filesystem>
#include <string_view>

/// The file that holds an identity: the Ed25519 seed under AES-256-GCM with a key that scrypt makes from a passphrase.
///
/// Format, canonical CBOR: ["unchained/key-file/v1", peer, createdAt, log2 N, salt (16), nonce (12), sealed (48),
/// SHA-256 of the array without this field]; scrypt has r = 8, p = 1; sealed is the seed's ciphertext and tag, with the
/// fields before it as additional data. The last field tells a damaged file from a wrong passphrase. The peer stands in
/// clear, so that one can see whose file it is. A backup is a file of the same format.
namespace unchained::identity {

/// scrypt's N = 2^log2N: 17 takes 0.43 s and 128 MiB. Less is for tests.
struct ScryptCost {
    std::uint32_t log2N = 17;
};

/// What a key file says without a passphrase.
struct KeyFileInfo {
    PeerId peer;
    TimeMs createdAt = 0;
};

struct UnlockedKeys {
    Keys keys;
    TimeMs createdAt = 0;
};

/// The bytes of a key file. An empty passphrase is allowed: the caller warns. Takes salt and nonce from the system.
[[nodiscard]] Bytes lockKeys(const Keys& keys, std::string_view passphrase, TimeMs createdAt, ScryptCost cost = {});
/// NotAKeyFile, Damaged or WrongPassphrase.
[[nodiscard]] Result<UnlockedKeys> unlockKeys(ByteView file, std::string_view passphrase);
[[nodiscard]] Result<KeyFileInfo> inspectKeys(ByteView file);

enum class Existing { Keep, Replace };

/// The bytes of a file that may be a key file; at most 4 KiB are read.
[[nodiscard]] Result<Bytes> readKeyFile(const std::filesystem::path& path);
/// All or nothing, mode 0600, on disk when it returns: written beside, synced, renamed, the folder synced. With
/// Existing::Keep a file of that name is left alone and FileExists returned. One writer at a time.
[[nodiscard]] Result<void> writeKeyFile(const std::filesystem::path& path, ByteView bytes, Existing existing);
/// Backup and restore: the bytes as they are, once they were found to be an undamaged key file.
[[nodiscard]] Result<KeyFileInfo> copyKeyFile(const std::filesystem::path& from, const std::filesystem::path& to,
                                              Existing existing);
/// Whether others than the owner may read the file: the caller warns. False where there is none.
[[nodiscard]] bool othersMayRead(const std::filesystem::path& path);

} // namespace unchained::identity
