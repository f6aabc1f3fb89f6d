// SPDX-License-Identifier: Apache-2.0
#include "worker/blob_files.h"

#include "gpu/commit.h"
#include "gpu/worker_protocol.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace unchained::worker {

namespace fs = std::filesystem;
using gpu::worker::WorkerError;

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

private:
    int m_fd;
};

std::string reasonOf(int number) {
    return std::generic_category().message(number);
}

Error unreadable(const fs::path& path, int number) {
    if (number == ENOENT) {
        return makeError(WorkerError::BlobMissing, path.string(), "there is no such blob in the blob directory",
                         "fetch it first");
    }
    return makeError(WorkerError::BlobUnreadable, path.string(), {"cannot be read: %1", reasonOf(number)},
                     "check the disk and the file's permissions");
}

Error notWritten(const fs::path& path, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    return makeError(WorkerError::BlobNotWritten, path.string(), {"cannot be written: %1", reasonOf(number)},
                     full ? "free space on that disk and start again" : "check the directory's permissions", full);
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

/// Fills all of `into`: 0, or errno; ENODATA where the file is shorter.
int readAll(int fd, std::span<std::uint8_t> into) {
    while (!into.empty()) {
        const auto got = ::read(fd, into.data(), into.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (got == 0) return ENODATA;
        into = into.subspan(static_cast<std::size_t>(got));
    }
    return 0;
}

} // namespace

BlobFiles::BlobFiles(fs::path directory, gpu::ThreadPool& pool) : m_directory(std::move(directory)), m_pool(pool) {}

fs::path BlobFiles::pathOf(const Hash256& root) const {
    return m_directory / toHex(root.view());
}

Result<Bytes> BlobFiles::read(const Hash256& root, std::uint64_t bytesMax) const {
    const fs::path path = pathOf(root);
    const File file(path, O_RDONLY);
    struct stat info {};
    if (file.fd() < 0 || ::fstat(file.fd(), &info) != 0) return unreadable(path, errno);
    if (!S_ISREG(info.st_mode)) return unreadable(path, EISDIR);
    const auto size = static_cast<std::uint64_t>(info.st_size);
    if (size > bytesMax) {
        return makeError(WorkerError::BlobUnreadable, path.string(),
                         {"has %1 bytes; at most %2 fit here", size, bytesMax}, "name a blob of this job");
    }
    Bytes blob(size);
    if (const int failed = readAll(file.fd(), blob); failed != 0) return unreadable(path, failed);
    if (gpu::stateRoot(blob, m_pool) != root) {
        return makeError(WorkerError::BlobCorrupt, path.string(), "its bytes do not have the root that it is named by",
                         "delete the file and fetch it again");
    }
    return blob;
}

Result<void> BlobFiles::write(const Hash256& root, ByteView blob) {
    const fs::path path = pathOf(root);
    const fs::path temporary = path.string() + "." + std::to_string(::getpid()) + "-w.tmp";
    const std::lock_guard held(m_writing);
    int failed = 0;
    {
        const File file(temporary, O_WRONLY | O_CREAT | O_TRUNC);
        if (file.fd() < 0) return notWritten(path, errno);
        failed = writeAll(file.fd(), blob);
        if (failed == 0 && ::fsync(file.fd()) != 0) failed = errno;
    }
    if (failed == 0 && ::rename(temporary.c_str(), path.c_str()) != 0) failed = errno;
    if (failed != 0) {
        ::unlink(temporary.c_str());
        return notWritten(path, failed);
    }
    // A rename is durable once its directory is.
    const File directory(m_directory, O_RDONLY | O_DIRECTORY);
    if (directory.fd() < 0 || ::fsync(directory.fd()) != 0) return notWritten(path, errno);
    return {};
}

} // namespace unchained::worker
