// SPDX-License-Identifier: Apache-2.0
#include "gpu/merkle.h"

#include "gpu/hash.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace unchained::merkle {

namespace {

constexpr std::array<std::uint8_t, 1> kLeafPrefix{0};
constexpr std::array<std::uint8_t, 1> kNodePrefix{1};
constexpr std::size_t kLeavesPerPiece = kPieceBytes / kLeafBytes;

/// One level up, in place. A last node without a sibling moves up as it is: that is RFC 6962's tree, whose left part is
/// always the largest power of two below the number of leaves.
void halve(std::vector<Hash256>& level) {
    const std::size_t pairs = level.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        level[i] = nodeHash(level[2 * i], level[2 * i + 1]);
    }
    if (level.size() % 2 != 0) level[pairs] = level.back();
    level.resize((level.size() + 1) / 2);
}

std::uint64_t ceilDiv(std::uint64_t value, std::uint64_t by) {
    return value / by + (value % by != 0 ? 1 : 0);
}

} // namespace

Hash256 leafHash(ByteView data) {
    return sha256({kLeafPrefix, data});
}

Hash256 nodeHash(const Hash256& left, const Hash256& right) {
    return sha256({kNodePrefix, left.view(), right.view()});
}

Hash256 rootOf(const std::vector<Hash256>& leafHashes) {
    if (leafHashes.empty()) return sha256(ByteView{});
    std::vector<Hash256> level = leafHashes;
    while (level.size() > 1) {
        halve(level);
    }
    return level.front();
}

Path pathOf(const std::vector<Hash256>& leafHashes, std::size_t index) {
    if (index >= leafHashes.size()) throw std::logic_error("merkle: a path was asked for a leaf that is not there");
    Path path;
    std::vector<Hash256> level = leafHashes;
    for (; level.size() > 1; index /= 2) {
        const std::size_t sibling = index ^ 1;
        if (sibling < level.size()) path.push_back(level[sibling]);
        halve(level);
    }
    return path;
}

bool verifyPath(const Hash256& leaf, std::uint64_t index, std::uint64_t leafCount, const Path& path,
                const Hash256& root) {
    if (index >= leafCount) return false;
    std::uint64_t node = index;
    std::uint64_t last = leafCount - 1;
    Hash256 hash = leaf;
    for (const Hash256& sibling : path) {
        if (last == 0) return false;
        if ((node & 1) != 0 || node == last) {
            hash = nodeHash(sibling, hash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = nodeHash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

std::vector<Hash256> blobLeaves(ByteView blob) {
    std::vector<Hash256> leaves;
    leaves.reserve(ceilDiv(blob.size(), kLeafBytes));
    for (std::size_t at = 0; at < blob.size(); at += kLeafBytes) {
        leaves.push_back(leafHash(blob.subspan(at, std::min(kLeafBytes, blob.size() - at))));
    }
    return leaves;
}

Hash256 blobRoot(ByteView blob) {
    std::vector<Hash256> level = blobLeaves(blob);
    if (level.empty()) return rootOf({});
    while (level.size() > 1) {
        halve(level);
    }
    return level.front();
}

Hash256 saltedRoot(const Hash256& salt, ByteView blob) {
    std::vector<Hash256> leaves;
    leaves.reserve(ceilDiv(blob.size(), kLeafBytes));
    for (std::size_t at = 0; at < blob.size(); at += kLeafBytes) {
        const ByteView leaf = blob.subspan(at, std::min(kLeafBytes, blob.size() - at));
        leaves.push_back(sha256({kLeafPrefix, salt.view(), leaf}));
    }
    return rootOf(leaves);
}

Path piecePath(const std::vector<Hash256>& blobLeaves, std::size_t pieceIndex) {
    if (blobLeaves.empty() && pieceIndex == 0) return {};
    std::vector<Hash256> pieces = blobLeaves;
    for (std::size_t leaves = 1; leaves < kLeavesPerPiece; leaves *= 2) {
        halve(pieces);
    }
    return pathOf(pieces, pieceIndex);
}

bool verifyPiece(ByteView piece, std::size_t pieceIndex, std::uint64_t blobBytes, const Path& path,
                 const Hash256& root) {
    if (blobBytes == 0) return pieceIndex == 0 && piece.empty() && path.empty() && root == rootOf({});
    const std::uint64_t pieces = ceilDiv(blobBytes, kPieceBytes);
    if (pieceIndex >= pieces) return false;
    const std::uint64_t start = std::uint64_t{pieceIndex} * kPieceBytes;
    if (piece.size() != std::min<std::uint64_t>(kPieceBytes, blobBytes - start)) return false;
    return verifyPath(blobRoot(piece), pieceIndex, pieces, path, root);
}

} // namespace unchained::merkle
