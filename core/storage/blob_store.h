// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace unchained::storage {

enum class BlobError : std::uint32_t {
    NotFound = 1450, ///< no such blob here
    Busy,            ///< somebody else fetches the same blob now; transient
    TooLarge,        ///< larger than the caller allows
    Corrupt,         ///< its bytes do not have its root
    DiskFull,        ///< no room left; transient
    Unreadable,      ///< another failure to read
    CannotWrite,     ///< another failure to write
};

/// What is needed to serve pieces of a blob without reading it whole: 32 bytes a MiB.
struct BlobIndex {
    std::uint64_t bytes = 0;
    std::vector<Hash256> pieceRoots; ///< of merkle::kPieceBytes each, the last may be short

    [[nodiscard]] std::uint64_t pieceBytes(std::size_t piece) const;
    /// The root of the whole blob; its subtrees of 1024 leaves are the pieces, so their roots suffice.
    [[nodiscard]] Hash256 root() const;
};

/// A blob that arrives: <root>.part, whole verified pieces in order, kept over restarts but for the last one.
///
/// Only one BlobPart of a root exists at a time, over all processes. Dropping it keeps what was appended.
class BlobPart {
public:
    BlobPart(BlobPart&& other) noexcept;
    BlobPart& operator=(BlobPart&&) = delete;
    ~BlobPart();

    /// What is there: the next piece to append is pieceRoots.size().
    [[nodiscard]] const BlobIndex& index() const { return m_index; }
    [[nodiscard]] bool isComplete() const { return m_index.root() == m_root; }
    /// Appends the next piece; only the last may be short. The caller has verified it.
    Result<void> append(ByteView piece);
    /// Makes it a blob of the store, durably. Error{Corrupt} deletes what was there, since one cannot know which piece
    /// went bad on the disk: fetch it again.
    Result<void> commit();

private:
    friend class BlobStore;
    BlobPart(int fd, Hash256 root, std::filesystem::path part, std::filesystem::path target)
        : m_fd(fd), m_root(root), m_part(std::move(part)), m_target(std::move(target)) {}
    Result<void> load();

    int m_fd;
    Hash256 m_root;
    std::filesystem::path m_part;
    std::filesystem::path m_target;
    BlobIndex m_index;
};

/// A directory of blobs (states, data sets), each a file named by the hex of its root (merkle::blobRoot).
///
/// Written through a temporary file, fsync and rename: what has() says is there is whole, also after a power loss. Any
/// number of processes and threads may share a directory.
class BlobStore {
public:
    /// Makes the directory (mode 0700) where it is missing.
    [[nodiscard]] static Result<BlobStore> open(std::filesystem::path directory);

    [[nodiscard]] const std::filesystem::path& directory() const { return m_directory; }
    [[nodiscard]] bool has(const Hash256& root) const;
    [[nodiscard]] std::filesystem::path pathOf(const Hash256& root) const;
    /// The whole blob, verified. Error{NotFound, TooLarge, Corrupt, Unreadable}
    [[nodiscard]] Result<Bytes> read(const Hash256& root, std::uint64_t bytesMax = UINT64_MAX) const;
    /// Its root. A blob that is there already is not written again. Error{DiskFull, CannotWrite}
    [[nodiscard]] Result<Hash256> write(ByteView blob);
    /// Deletes a blob and what has arrived of it; good if there is none.
    Result<void> remove(const Hash256& root);

    /// Reads it once and verifies it. Errors as read().
    [[nodiscard]] Result<BlobIndex> index(const Hash256& root) const;
    /// One piece, verified against the index.
    [[nodiscard]] Result<Bytes> readPiece(const Hash256& root, const BlobIndex& index, std::size_t piece) const;

    /// Begins or resumes an arriving blob; reads what is there. Error{Busy, …}
    [[nodiscard]] Result<BlobPart> openPart(const Hash256& root);

private:
    explicit BlobStore(std::filesystem::path directory) : m_directory(std::move(directory)) {}

    std::filesystem::path m_directory;
};

} // namespace unchained::storage
