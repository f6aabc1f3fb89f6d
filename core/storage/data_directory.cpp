// SPDX-License-Identifier: Apache-2.0
#include "storage/data_directory.h"

#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace unchained::storage {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kPrivate = 0700;
constexpr mode_t kOthers = 077;

Error notFound(const fs::path& path) {
    return makeError(StorageError::NotFound, path.string(), "there is no such directory",
                     "name the right one with --data-dir");
}

Error cannot(const fs::path& path, const char* what, int number) {
    return makeError(StorageError::CannotCreate, path.string(),
                     Message("cannot be %1: %2", what, std::strerror(number)),
                     "choose a directory of your own with --data-dir");
}

Result<void> create(const fs::path& path) {
    std::error_code failure;
    if (path.has_parent_path()) fs::create_directories(path.parent_path(), failure);
    if (failure) return cannot(path.parent_path(), "made", failure.value());
    if (::mkdir(path.c_str(), kPrivate) != 0 && errno != EEXIST) return cannot(path, "made", errno);
    return {};
}

/// What the window lays down before there is a key. Other programs use such names, too: alone they prove nothing.
bool isOfWindow(const fs::path& file) {
    return file.filename() == "window.lock" || file.filename() == "desktop.ini";
}

/// Empty, or with a file that only this program makes: a directory that may be closed to others unasked.
bool isOurs(const fs::path& path) {
    std::error_code failure;
    for (const char* name : {"lock", "identity.key", "peer.sqlite", "hub.sqlite"}) {
        if (fs::exists(path / name, failure)) return true;
    }
    for (fs::directory_iterator at(path, failure), end; !failure && at != end; at.increment(failure)) {
        if (!isOfWindow(at->path())) return false;
    }
    return !failure;
}

Result<void> makePrivate(const fs::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) return errno == ENOENT ? notFound(path) : cannot(path, "opened", errno);
    if (!S_ISDIR(info.st_mode)) return cannot(path, "opened", ENOTDIR);
    if ((info.st_mode & kOthers) == 0) return {};
    if (!isOurs(path)) {
        return makeError(StorageError::NotPrivate, path.string(),
                         "is open to others, and holds files of other programs",
                         "choose an empty directory with --data-dir");
    }
    if (::chmod(path.c_str(), kPrivate) != 0) return cannot(path, "closed to others", errno);
    return {};
}

/// Absolute, without a slash at the end: what is stored and printed must not depend on where the program stands.
fs::path wholePath(const fs::path& path) {
    std::error_code failure;
    fs::path whole = fs::absolute(path, failure).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

/// The digits in the lock file; empty where there are none.
std::string holder(int lock) {
    std::array<char, 24> text{};
    const auto got = ::pread(lock, text.data(), text.size(), 0);
    std::string out;
    for (ssize_t i = 0; i < got && std::isdigit(static_cast<unsigned char>(text[static_cast<std::size_t>(i)])) != 0;
         ++i) {
        out += text[static_cast<std::size_t>(i)];
    }
    return out;
}

Error inUse(const fs::path& path, const std::string& pid) {
    const Message remedy = "end it first, or choose another directory with --data-dir";
    if (pid.empty())
        return makeError(StorageError::InUse, path.string(), "another program runs on this directory", remedy);
    return makeError(StorageError::InUse, path.string(), Message("the process %1 runs on this directory", pid), remedy);
}

} // namespace

Result<void> DataDirectory::prepare(const fs::path& path) {
    const fs::path whole = wholePath(path);
    if (auto ok = create(whole); !ok) return ok;
    return makePrivate(whole);
}

Result<DataDirectory> DataDirectory::open(const fs::path& path, bool createIfMissing) {
    const fs::path whole = wholePath(path);
    if (createIfMissing) {
        if (auto ok = create(whole); !ok) return ok.error();
    }
    if (auto ok = makePrivate(whole); !ok) return ok.error();

    const fs::path file = whole / "lock";
    // Closed on exec: a worker that outlives its node must not keep the directory locked.
    const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) return cannot(file, "opened", errno);
    DataDirectory out(whole, lock);
    if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return inUse(whole, holder(lock));
        return cannot(file, "locked", errno);
    }
    const std::string pid = std::to_string(::getpid()) + "\n";
    // For people and for the message above only: a full disk must not keep a program from starting that frees some.
    if (::ftruncate(lock, 0) == 0) (void)!::pwrite(lock, pid.data(), pid.size(), 0);
    return out;
}

Result<DataDirectory> DataDirectory::openForReading(const fs::path& path) {
    std::error_code failure;
    if (!fs::is_directory(path, failure)) return notFound(path);
    return DataDirectory(fs::absolute(path, failure).lexically_normal(), -1);
}

DataDirectory::~DataDirectory() {
    if (m_lock >= 0) ::close(m_lock);
}

} // namespace unchained::storage
