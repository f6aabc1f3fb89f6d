// SPDX-License-Identifier: Apache-2.0
#include "gpu/host_tensor.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>
#include <zlib.h>

namespace unchained::gpu {

namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

Error tooLarge(const std::string& name, std::uint64_t bytesMax) {
    return makeError(IoError::TooLarge, name, Message("is longer than %1 bytes", bytesMax), "give a smaller file");
}

Error cannotRead(const std::string& name, const std::string& why) {
    return makeError(IoError::CannotRead, name, Message("cannot be read: %1", why),
                     "check the path and its permissions");
}

struct Inflater {
    z_stream stream{};
    bool open = false;
    ~Inflater() {
        if (open) inflateEnd(&stream);
    }
};

Error badGzip(const std::string& name) {
    return makeError(IoError::NotTheFormat, name, "is a damaged gzip file", "fetch it again");
}

Error truncatedGzip(const std::string& name) {
    return makeError(IoError::Truncated, name, "is a gzip file that ends too early", "fetch it again");
}

} // namespace

Result<Bytes> gunzip(ByteView packed, const std::string& name, std::uint64_t bytesMax) {
    Inflater in;
    if (inflateInit2(&in.stream, 15 + 16) != Z_OK) return cannotRead(name, "zlib does not start");
    in.open = true;
    Bytes out;
    std::size_t used = 0;
    std::size_t fed = 0;
    while (true) {
        if (in.stream.avail_in == 0 && fed < packed.size()) {
            const std::size_t count = std::min(packed.size() - fed, kChunkBytes);
            // zlib takes a pointer to non-const and does not write through it.
            in.stream.next_in = const_cast<Bytef*>(packed.data() + fed);
            in.stream.avail_in = static_cast<uInt>(count);
            fed += count;
        }
        if (used == out.size()) {
            // One byte beyond the limit is enough to see that the limit is passed.
            const std::uint64_t room = std::min<std::uint64_t>(std::max(out.size(), kChunkBytes), bytesMax + 1 - used);
            out.resize(used + room);
        }
        const std::size_t room = std::min(out.size() - used, kChunkBytes);
        in.stream.next_out = out.data() + used;
        in.stream.avail_out = static_cast<uInt>(room);
        const int status = inflate(&in.stream, Z_NO_FLUSH);
        used += room - in.stream.avail_out;
        if (used > bytesMax) return tooLarge(name, bytesMax);
        if (status == Z_STREAM_END) {
            if (in.stream.avail_in == 0 && fed == packed.size()) break;
            if (inflateReset(&in.stream) != Z_OK) return badGzip(name);
        } else if (status == Z_BUF_ERROR) {
            return truncatedGzip(name);
        } else if (status != Z_OK) {
            return badGzip(name);
        }
    }
    out.resize(used);
    return out;
}

Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t bytesMax) {
    const std::string name = path.string();
    std::error_code code;
    // A pipe or a device would block or never end.
    const auto status = std::filesystem::status(path, code);
    if (code) return cannotRead(name, code.message());
    if (!std::filesystem::is_regular_file(status)) return cannotRead(name, "it is no regular file");
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file) return cannotRead(name, std::strerror(errno));
    Bytes out;
    while (true) {
        const std::size_t used = out.size();
        out.resize(used + kChunkBytes);
        const std::size_t got = std::fread(out.data() + used, 1, kChunkBytes, file.get());
        out.resize(used + got);
        if (out.size() > bytesMax) return tooLarge(name, bytesMax);
        if (got < kChunkBytes) break;
    }
    if (std::ferror(file.get()) != 0) return cannotRead(name, std::strerror(errno));
    if (out.size() >= 2 && out[0] == 0x1f && out[1] == 0x8b) return gunzip(out, name, bytesMax);
    return out;
}

} // namespace unchained::gpu
