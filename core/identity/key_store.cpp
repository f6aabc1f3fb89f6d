// SPDX-License-Identifier: Apache-2.0
// Key files on disk: POSIX calls, because modes and syncing are the point.
#include "identity/key_file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace unchained::identity {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileBytesMax = 4096;

class KeyDescriptor {
public:
    explicit KeyDescriptor(int descriptor) : m_descriptor(descriptor) {}
    KeyDescriptor(const KeyDescriptor&) = delete;
    KeyDescriptor& operator=(const KeyDescriptor&) = delete;
    ~KeyDescriptor() {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

Error failed(const fs::path& path, const char* doing) {
    const int code = errno;
    return makeError(IdentityError::FileFailed, path.string(), Message("%1: %2", doing, std::strerror(code)),
                     code == ENOSPC ? "make room on the disk" : "", code == ENOSPC || code == EINTR);
}

bool writeKey(int descriptor, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(descriptor, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes = bytes.subspan(static_cast<std::size_t>(done));
    }
    return true;
}

fs::path folderOf(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

Result<void> writeBeside(const fs::path& path, const fs::path& beside, ByteView bytes) {
    const KeyDescriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    // The mode is set again: a umask takes bits away, an access list of the folder may add some.
    if (!file.isOpen() || ::fchmod(file.get(), 0600) != 0) return failed(path, "cannot be written");
    if (!writeKey(file.get(), bytes) || ::fsync(file.get()) != 0) return failed(path, "cannot be written");
    return {};
}

} // namespace

Result<Bytes> readKeyFile(const fs::path& path) {
    const KeyDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen() && errno == ENOENT) {
        return makeError(IdentityError::NoSuchFile, path.string(), "there is no key file",
                         "make one with: unchained-node keys new");
    }
    if (!file.isOpen()) return failed(path, "cannot be read");
    Bytes out(kFileBytesMax + 1);
    std::size_t filled = 0;
    while (filled < out.size()) {
        const ssize_t done = ::read(file.get(), out.data() + filled, out.size() - filled);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return failed(path, "cannot be read");
        if (done == 0) break;
        filled += static_cast<std::size_t>(done);
    }
    if (filled > kFileBytesMax) {
        return makeError(IdentityError::NotAKeyFile, path.string(), "is not a key file of this program");
    }
    out.resize(filled);
    return out;
}

Result<void> writeKeyFile(const fs::path& path, ByteView bytes, Existing existing) {
    struct stat found {};
    if (existing == Existing::Keep && ::lstat(path.c_str(), &found) == 0) {
        return makeError(IdentityError::FileExists, path.string(), "is there already and is not overwritten",
                         "name another file, or move that one away");
    }
    fs::path beside = path;
    beside += ".new";
    // What an interrupted write left behind.
    ::unlink(beside.c_str());
    if (auto written = writeBeside(path, beside, bytes); !written) {
        ::unlink(beside.c_str());
        return written;
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        const Error error = failed(path, "cannot be put in its place");
        ::unlink(beside.c_str());
        return error;
    }
    const KeyDescriptor folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen() || ::fsync(folder.get()) != 0) return failed(path, "cannot be made durable");
    return {};
}

Result<KeyFileInfo> copyKeyFile(const fs::path& from, const fs::path& to, Existing existing) {
    const auto bytes = readKeyFile(from);
    if (!bytes) return bytes.error();
    auto info = inspectKeys(*bytes);
    if (!info) {
        Error error = info.error();
        error.subject = from.string();
        return error;
    }
    if (auto written = writeKeyFile(to, *bytes, existing); !written) return written.error();
    return info;
}

bool othersMayRead(const fs::path& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0;
}

} // namespace unchained::identity
