// SPDX-License-Identifier: Apache-2.0
#include "gpu/idx.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

std::optional<DType> typeOfCode(std::uint8_t code) {
    switch (code) {
    case 0x08:
        return DType::U8;
    case 0x09:
        return DType::I8;
    case 0x0b:
        return DType::I16;
    case 0x0c:
        return DType::I32;
    case 0x0d:
        return DType::F32;
    case 0x0e:
        return DType::F64;
    default:
        return std::nullopt;
    }
}

} // namespace

Result<HostTensor> parseIdx(ByteView image, const std::string& source) {
    if (image.size() < 4) {
        return makeError(IoError::Truncated, source,
                         Message("is %1 bytes long, an IDX file has at least 4", image.size()), "fetch it again");
    }
    if (image[0] != 0 || image[1] != 0) {
        return makeError(IoError::NotTheFormat, source, "is no IDX file: it does not begin with two zero bytes",
                         "give a file such as train-images-idx3-ubyte.gz");
    }
    const auto type = typeOfCode(image[2]);
    if (!type) {
        return makeError(IoError::Unsupported, source, Message("has the unknown IDX type %1", int{image[2]}),
                         "known are 8, 9, 11, 12, 13 and 14");
    }
    const std::size_t dimensions = image[3];
    if (dimensions == 0 || dimensions > kDimensionsMax) {
        return makeError(IoError::NotTheFormat, source, Message("has %1 dimensions", dimensions),
                         Message("1 to %1 are read", kDimensionsMax));
    }
    const std::size_t headerBytes = 4 + 4 * dimensions;
    if (image.size() < headerBytes) {
        return makeError(IoError::Truncated, source, "ends inside its header", "fetch it again");
    }
    HostTensor out{*type, {}, {}};
    for (std::size_t i = 0; i < dimensions; ++i) {
        const std::uint8_t* at = image.data() + 4 + 4 * i;
        out.shape.push_back((std::uint64_t{at[0]} << 24) | (std::uint64_t{at[1]} << 16) | (std::uint64_t{at[2]} << 8) |
                            at[3]);
    }
    const std::size_t width = bytesOf(*type);
    const std::uint64_t held = image.size() - headerBytes;
    const auto elements = elementsOf(out.shape);
    if (!elements || *elements > held / width) {
        return makeError(IoError::Truncated, source,
                         Message("announces the shape %1 and holds %2 elements", shapeText(out.shape), held / width),
                         "fetch it again");
    }
    if (*elements * width != held) {
        return makeError(IoError::NotTheFormat, source,
                         Message("has %1 bytes behind its last element", held - *elements * width), "fetch it again");
    }
    out.data.assign(image.begin() + static_cast<std::ptrdiff_t>(headerBytes), image.end());
    for (std::size_t i = 0; width > 1 && i < out.data.size(); i += width) {
        std::reverse(out.data.begin() + static_cast<std::ptrdiff_t>(i),
                     out.data.begin() + static_cast<std::ptrdiff_t>(i + width));
    }
    return out;
}

} // namespace unchained::gpu
