// SPDX-License-Identifier: Apache-2.0
// For LD_PRELOAD: a disk that is full as long as a file lies beside it. While FULL_DISK names a directory and the file
// FULL_DISK + ".full" is there, whatever writes into that directory hears ENOSPC.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

bool isFull(int fd) {
    const int before = errno;
    const char* const directory = std::getenv("FULL_DISK");
    char link[64], path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = directory != nullptr ? ::readlink(link, path, sizeof path - 1) : -1;
    bool full = false;
    if (length > 0) {
        path[length] = 0;
        char flag[4096];
        std::snprintf(flag, sizeof flag, "%s.full", directory);
        full = std::strncmp(path, directory, std::strlen(directory)) == 0 && ::access(flag, F_OK) == 0;
    }
    errno = full ? ENOSPC : before;
    return full;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {
ssize_t write(int fd, const void* data, size_t size) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t)>("write");
    return isFull(fd) ? -1 : next(fd, data, size);
}
ssize_t writev(int fd, const iovec* parts, int count) {
    static const auto next = real<ssize_t (*)(int, const iovec*, int)>("writev");
    return isFull(fd) ? -1 : next(fd, parts, count);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite");
    return isFull(fd) ? -1 : next(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t at) {
    static const auto next = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return isFull(fd) ? -1 : next(fd, data, size, at);
}
}
