// SPDX-License-Identifier: Apache-2.0
#include "storage/blob_store.h"

#include "gpu/hash.h"
#include "gpu/merkle.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <span>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace unchained::storage {

namespace fs = std::filesystem;

namespace {

class File {
public:
    File(const fs::path& path, int flags) : m_fd(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (m_fd >= 0) ::close(m_fd);
    }
    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] int release() { return std::exchange(m_fd, -1); }

private:
    int m_fd;
};

Error readError(const fs::path& path, int number) {
    if (number == ENOENT) {
        return makeError(BlobError::NotFound, path.string(), "there is no such blob in this directory");
    }
    return makeError(BlobError::Unreadable, path.string(), Message("cannot be read: %1", std::strerror(number)),
                     "check the disk and the file's permissions");
}

Error writeError(const fs::path& path, int number) {
    if (number == ENOSPC || number == EDQUOT || number == EFBIG) {
        return makeError(BlobError::DiskFull, path.string(), "the disk is full",
                         "free space there, or choose another directory with --data-dir, and start again", true);
    }
    return makeError(BlobError::CannotWrite, path.string(), Message("cannot be written: %1", std::strerror(number)),
                     "check the disk and the directory's permissions");
}

Error corrupt(const fs::path& path) {
    return makeError(BlobError::Corrupt, path.string(), "its bytes do not have the root that it is named by",
                     "delete the file and fetch it again", true);
}

/// 0, or errno.
int writeAll(int fd, ByteView data) {
    while (!data.empty()) {
        const auto done = ::write(fd, data.data(), data.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        data = data.subspan(static_cast<std::size_t>(done));
    }
    return 0;
}

/// Fills as much of `into` as the file has from `offset`; the count, or nothing with errno set.
std::optional<std::size_t> readAt(int fd, std::span<std::uint8_t> into, std::uint64_t offset) {
    std::size_t done = 0;
    while (done < into.size()) {
        const auto got = ::pread(fd, into.data() + done, into.size() - done, static_cast<off_t>(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        done += static_cast<std::size_t>(got);
    }
    return done;
}

/// A rename is durable once its directory is.
int syncDirectory(const fs::path& directory) {
    const File file(directory, O_RDONLY | O_DIRECTORY);
    return file.fd() >= 0 && ::fsync(file.fd()) == 0 ? 0 : errno;
}

/// Piece roots of a whole file; nothing with errno set.
std::optional<BlobIndex> indexOf(int fd) {
    BlobIndex index;
    Bytes piece(merkle::kPieceBytes);
    for (;;) {
        const auto got = readAt(fd, piece, index.bytes);
        if (!got) return std::nullopt;
        if (*got == 0) return index;
        index.pieceRoots.push_back(merkle::blobRoot(ByteView(piece).first(*got)));
        index.bytes += *got;
        if (*got < piece.size()) return index;
    }
}

int publish(int fd, const fs::path& from, const fs::path& to) {
    if (::fsync(fd) != 0 || ::rename(from.c_str(), to.c_str()) != 0) return errno;
    return syncDirectory(to.parent_path());
}

} // namespace

std::uint64_t BlobIndex::pieceBytes(std::size_t piece) const {
    const std::uint64_t begin = std::uint64_t{piece} * merkle::kPieceBytes;
    return begin >= bytes ? 0 : std::min<std::uint64_t>(bytes - begin, merkle::kPieceBytes);
}

Hash256 BlobIndex::root() const {
    return merkle::rootOf(pieceRoots);
}

BlobPart::BlobPart(BlobPart&& other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_root(other.m_root), m_part(std::move(other.m_part)),
      m_target(std::move(other.m_target)), m_index(std::move(other.m_index)) {}

BlobPart::~BlobPart() {
    if (m_fd >= 0) ::close(m_fd);
}

Result<void> BlobPart::load() {
    auto index = indexOf(m_fd);
    if (!index) return readError(m_part, errno);
    m_index = *std::move(index);
    if (isComplete() || m_index.pieceRoots.empty()) return {};
    // The last piece may have been cut short, and asking for it again tells the size of the whole, whereas a piece
    // after the blob's end, which a damaged last piece would make us ask for, is refused for ever.
    m_index.pieceRoots.pop_back();
    m_index.bytes = m_index.pieceRoots.size() * merkle::kPieceBytes;
    if (::ftruncate(m_fd, static_cast<off_t>(m_index.bytes)) != 0) return writeError(m_part, errno);
    return {};
}

Result<void> BlobPart::append(ByteView piece) {
    if (::lseek(m_fd, static_cast<off_t>(m_index.bytes), SEEK_SET) < 0) return writeError(m_part, errno);
    if (const int failed = writeAll(m_fd, piece); failed != 0) return writeError(m_part, failed);
    m_index.pieceRoots.push_back(merkle::blobRoot(piece));
    m_index.bytes += piece.size();
    return {};
}

Result<void> BlobPart::commit() {
    if (!isComplete()) {
        ::unlink(m_part.c_str());
        return corrupt(m_part);
    }
    if (const int failed = publish(m_fd, m_part, m_target); failed != 0) return writeError(m_target, failed);
    return {};
}

Result<BlobStore> BlobStore::open(fs::path directory) {
    std::error_code failed;
    if (fs::create_directories(directory, failed) && !failed) ::chmod(directory.c_str(), 0700);
    if (failed) return writeError(directory, failed.value());
    if (!fs::is_directory(directory, failed)) return writeError(directory, ENOTDIR);
    return BlobStore(std::move(directory));
}

fs::path BlobStore::pathOf(const Hash256& root) const {
    return m_directory / toHex(root.view());
}

bool BlobStore::has(const Hash256& root) const {
    return ::access(pathOf(root).c_str(), R_OK) == 0;
}

Result<Bytes> BlobStore::read(const Hash256& root, std::uint64_t bytesMax) const {
    const auto path = pathOf(root);
    const File file(path, O_RDONLY);
    struct stat info {};
    if (file.fd() < 0 || ::fstat(file.fd(), &info) != 0) return readError(path, errno);
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > bytesMax) {
        return makeError(BlobError::TooLarge, path.string(), Message("has %1 bytes; %2 are allowed", size, bytesMax));
    }
    Bytes blob(size);
    const auto got = readAt(file.fd(), blob, 0);
    if (!got) return readError(path, errno);
    if (*got != size || merkle::blobRoot(blob) != root) return corrupt(path);
    return blob;
}

Result<Hash256> BlobStore::write(ByteView blob) {
    static std::atomic<unsigned> counter = 0;
    const Hash256 root = merkle::blobRoot(blob);
    const auto path = pathOf(root);
    if (has(root)) return root;
    const fs::path temporary =
        path.string() + "." + std::to_string(::getpid()) + "-" + std::to_string(++counter) + ".tmp";
    const File file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.fd() < 0) return writeError(path, errno);
    int failed = writeAll(file.fd(), blob);
    if (failed == 0) failed = publish(file.fd(), temporary, path);
    if (failed == 0) return root;
    ::unlink(temporary.c_str());
    return writeError(path, failed);
}

Result<void> BlobStore::remove(const Hash256& root) {
    const auto path = pathOf(root);
    for (const auto& file : {path, fs::path(path.string() + ".part")}) {
        if (::unlink(file.c_str()) != 0 && errno != ENOENT) return writeError(file, errno);
    }
    return {};
}

Result<BlobIndex> BlobStore::index(const Hash256& root) const {
    const auto path = pathOf(root);
    const File file(path, O_RDONLY);
    if (file.fd() < 0) return readError(path, errno);
    auto index = indexOf(file.fd());
    if (!index) return readError(path, errno);
    if (index->root() != root) return corrupt(path);
    return *std::move(index);
}

Result<Bytes> BlobStore::readPiece(const Hash256& root, const BlobIndex& index, std::size_t piece) const {
    const auto path = pathOf(root);
    const File file(path, O_RDONLY);
    if (file.fd() < 0) return readError(path, errno);
    Bytes bytes(index.pieceBytes(piece));
    const auto got = readAt(file.fd(), bytes, std::uint64_t{piece} * merkle::kPieceBytes);
    if (!got) return readError(path, errno);
    const bool same =
        piece < index.pieceRoots.size() && *got == bytes.size() && merkle::blobRoot(bytes) == index.pieceRoots[piece];
    if (!same) return corrupt(path);
    return bytes;
}

Result<BlobPart> BlobStore::openPart(const Hash256& root) {
    const auto target = pathOf(root);
    const fs::path path = target.string() + ".part";
    File file(path, O_RDWR | O_CREAT);
    if (file.fd() < 0) return writeError(path, errno);
    if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0) {
        return makeError(BlobError::Busy, path.string(), "the same blob is being fetched already",
                         "wait until it has arrived", true);
    }
    BlobPart part(file.release(), root, path, target);
    if (auto loaded = part.load(); !loaded) return loaded.error();
    return part;
}

} // namespace unchained::storage
