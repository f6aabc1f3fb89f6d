// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <functional>
#include <vector>

/// RFC 6962 Merkle trees (section 2.1) over SHA-256. Vectors: tests/vectors/merkle.json.
/// Pure; safe from any thread.
namespace unchained::merkle {

/// Bytes in one leaf of a state, a data set or any other blob (numerics.md 7).
inline constexpr std::size_t kLeafBytes = 1024;
/// Bytes in one piece of a blob on the wire: a perfect subtree of 1024 leaves (the last may be short).
inline constexpr std::size_t kPieceBytes = 1024 * kLeafBytes;

using Path = std::vector<Hash256>;

[[nodiscard]] Hash256 leafHash(ByteView data);                             ///< SHA-256(00 ‖ data)
[[nodiscard]] Hash256 nodeHash(const Hash256& left, const Hash256& right); ///< SHA-256(01 ‖ left ‖ right)

/// Root over leaf hashes; SHA-256 of nothing for no leaves.
[[nodiscard]] Hash256 rootOf(const std::vector<Hash256>& leafHashes);
/// The audit path of leaf `index`, nearest sibling first.
[[nodiscard]] Path pathOf(const std::vector<Hash256>& leafHashes, std::size_t index);
/// RFC 9162 section 2.1.3.2.
[[nodiscard]] bool verifyPath(const Hash256& leaf, std::uint64_t index, std::uint64_t leafCount, const Path& path,
                              const Hash256& root);

/// Root of a blob: its bytes in leaves of 1 KiB, the last may be short. One thread; gpu/commit.h has the parallel one.
[[nodiscard]] Hash256 blobRoot(ByteView blob);
/// The same tree over leaf hashes SHA-256(00 ‖ salt ‖ leaf): only who has the bytes can say it for a salt that is new
/// to all. Of hired checkers (protocol.md 3).
[[nodiscard]] Hash256 saltedRoot(const Hash256& salt, ByteView blob);
/// Leaf hashes of a blob.
[[nodiscard]] std::vector<Hash256> blobLeaves(ByteView blob);

/// A piece of a blob, checkable by itself: piece `index` covers bytes [index·1 MiB, …), its subtree root hangs under
/// the blob's root by `path`. A wrong `blobBytes` is noticed at the last piece at the latest, not at each one.
[[nodiscard]] Path piecePath(const std::vector<Hash256>& blobLeaves, std::size_t pieceIndex);
[[nodiscard]] bool verifyPiece(ByteView piece, std::size_t pieceIndex, std::uint64_t blobBytes, const Path& path,
                               const Hash256& root);

} // namespace unchained::merkle
