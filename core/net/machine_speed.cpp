// SPDX-License-Identifier: Apache-2.0
#include "net/machine_speed.h"

#include "storage/storage_error.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>
#include <vector>

namespace unchained::net {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kCopyBytes = std::size_t{128} << 20; ///< more than caches hold
constexpr std::size_t kFileBytes = std::size_t{64} << 20, kPieceBytes = std::size_t{1} << 20;
constexpr int kRuns = 3;

double secondsSince(Clock::time_point start) {
    return std::max(1e-9, std::chrono::duration<double>(Clock::now() - start).count());
}

std::uint64_t perSecond(std::size_t bytes, double seconds) {
    return static_cast<std::uint64_t>(static_cast<double>(bytes) / seconds);
}

Error failure(const std::filesystem::path& directory) {
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return makeError(full ? storage::StorageError::DiskFull : storage::StorageError::DiskError, directory.string(),
                     std::strerror(errno),
                     full ? "make room on the disk" : "check the disk and the directory's permissions", full);
}

/// A file that is there for nobody else, and gone when it is closed.
class HiddenFile {
public:
    explicit HiddenFile(const std::filesystem::path& directory) {
        std::string name = (directory / "speed-XXXXXX").string();
        m_fd = ::mkostemp(name.data(), O_CLOEXEC);
        if (m_fd >= 0) ::unlink(name.c_str());
    }
    ~HiddenFile() {
        if (m_fd >= 0) ::close(m_fd);
    }
    HiddenFile(const HiddenFile&) = delete;
    HiddenFile& operator=(const HiddenFile&) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd = -1;
};

bool writeAll(int fd, const std::vector<std::uint8_t>& piece) {
    for (std::size_t done = 0; done < kFileBytes; done += kPieceBytes) {
        errno = ENOSPC; // what a short write means
        if (::write(fd, piece.data(), kPieceBytes) != static_cast<ssize_t>(kPieceBytes)) return false;
    }
    return ::fsync(fd) == 0;
}

bool readAll(int fd, std::vector<std::uint8_t>& piece) {
    for (std::size_t done = 0; done < kFileBytes; done += kPieceBytes)
        if (::pread(fd, piece.data(), kPieceBytes, static_cast<off_t>(done)) != static_cast<ssize_t>(kPieceBytes))
            return false;
    return true;
}

} // namespace

std::uint64_t measureMemoryCopy() {
    std::vector<std::uint8_t> from(kCopyBytes, 1), to(kCopyBytes);
    double best = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        from[static_cast<std::size_t>(i)] = 2; // each copy is another one
        const Clock::time_point start = Clock::now();
        std::memcpy(to.data(), from.data(), kCopyBytes);
        const double seconds = secondsSince(start);
        if (to[static_cast<std::size_t>(i)] == 2) best = std::min(best, seconds);
    }
    return perSecond(kCopyBytes, best);
}

Result<DiskSpeed> measureDisk(const std::filesystem::path& directory) {
    const HiddenFile file(directory);
    if (file.fd() < 0) return failure(directory);
    std::vector<std::uint8_t> piece(kPieceBytes);
    for (std::size_t i = 0; i < piece.size(); ++i) // nothing that a disk could shorten
        piece[i] = static_cast<std::uint8_t>(i * 2654435761U >> 16);
    const Clock::time_point begin = Clock::now();
    if (!writeAll(file.fd(), piece)) return failure(directory);
    const double writing = secondsSince(begin);
    (void)::posix_fadvise(file.fd(), 0, 0, POSIX_FADV_DONTNEED);
    const Clock::time_point middle = Clock::now();
    if (!readAll(file.fd(), piece)) return failure(directory);
    return DiskSpeed{perSecond(kFileBytes, writing), perSecond(kFileBytes, secondsSince(middle))};
}

} // namespace unchained::net
