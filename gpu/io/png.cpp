// SPDX-License-Identifier: Apache-2.0
#include "gpu/png.h"

#include "gpu/host_tensor.h"

#include <png.h>

namespace unchained::gpu {

namespace {

/// libpng's simplified interface keeps what it took until it is freed, also after an error.
class Image {
public:
    Image() { image.version = PNG_IMAGE_VERSION; }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    ~Image() { png_image_free(&image); }

    png_image image{};
};

std::uint32_t formatOf(std::uint32_t channels) {
    return channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB;
}

Error notPng(const std::string& source, const char* why) {
    return makeError(IoError::NotTheFormat, source, Message("is no PNG that can be read: %1", why),
                     "save the picture as PNG again");
}

} // namespace

Result<Bytes> writePng(const Picture& picture) {
    const std::uint64_t bytes = std::uint64_t{picture.width} * picture.height * picture.channels;
    if (bytes == 0 || bytes != picture.pixels.size())
        return makeError(
            IoError::Mismatch, "picture",
            Message("has %1 bytes for %2 × %3 pixels", picture.pixels.size(), picture.width, picture.height));
    Image png;
    png.image.width = picture.width;
    png.image.height = picture.height;
    png.image.format = formatOf(picture.channels);
    Bytes out(PNG_IMAGE_PNG_SIZE_MAX(png.image));
    png_alloc_size_t size = out.size();
    if (png_image_write_to_memory(&png.image, out.data(), &size, 0, picture.pixels.data(), 0, nullptr) == 0)
        return makeError(IoError::TooLarge, "picture", Message("cannot be written: %1", png.image.message));
    out.resize(size);
    return out;
}

Result<Picture> readPng(ByteView png, std::uint32_t channels, const std::string& source) {
    Image in;
    if (png_image_begin_read_from_memory(&in.image, png.data(), png.size()) == 0)
        return notPng(source, in.image.message);
    if (in.image.width > kPictureSideMax || in.image.height > kPictureSideMax)
        return makeError(
            IoError::TooLarge, source,
            Message("has %1 × %2 pixels, at most %3 a side are read", in.image.width, in.image.height, kPictureSideMax),
            "make the picture smaller");
    in.image.format = formatOf(channels);
    Picture out{in.image.width, in.image.height, channels, Bytes(PNG_IMAGE_SIZE(in.image))};
    const png_color black{0, 0, 0};
    if (png_image_finish_read(&in.image, &black, out.pixels.data(), 0, nullptr) == 0)
        return notPng(source, in.image.message);
    return out;
}

} // namespace unchained::gpu
