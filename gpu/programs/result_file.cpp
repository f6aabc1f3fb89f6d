// SPDX-License-Identifier: Apache-2.0
#include "gpu/result_file.h"

#include "gpu/host_tensor.h"
#include "gpu/png.h"
#include "gpu/render.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

/// Calls each(tile number, its bytes); `bytesOf` gives a tile's size, 0 for one that the job does not have. What a host
/// made that are no tiles is passed over: its step fails when it is checked.
template <class BytesOf, class Each>
void forEachTile(const std::vector<Tiles>& tiles, const BytesOf& bytesOf, const Each& each) {
    for (const Tiles& some : tiles) {
        std::uint64_t t = some.first;
        for (std::size_t at = 0; at < some.bytes.size(); ++t) {
            const std::uint64_t size = bytesOf(t);
            if (size == 0 || size > some.bytes.size() - at) break;
            each(t, ByteView(some.bytes).subspan(at, size));
            at += size;
        }
    }
}

Result<Picture> pictureOf(const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    const auto scene = RenderDescription::decode(parameters);
    if (!scene) return scene.error();
    Picture out{scene->width, scene->height, 3, Bytes(std::size_t{3} * scene->width * scene->height)};
    forEachTile(
        tiles, [&](std::uint64_t t) { return t < scene->tiles() ? scene->rect(t).bytes() : 0; },
        [&](std::uint64_t t, ByteView pixels) {
            const TileRect at = scene->rect(t);
            for (std::uint32_t row = 0; row < at.height; ++row) {
                const std::size_t to = (std::size_t{at.y + row} * scene->width + at.x) * 3;
                std::copy_n(pixels.begin() + std::ptrdiff_t{row} * at.width * 3, std::size_t{at.width} * 3,
                            out.pixels.begin() + static_cast<std::ptrdiff_t>(to));
            }
        });
    return out;
}

} // namespace

std::string resultName(std::string_view program) {
    if (program == "render/v1") return "render.png";
    return "model.safetensors";
}

Result<Bytes> makeResult(std::string_view program, const cbor::Value& parameters, const std::vector<Tiles>& tiles) {
    if (program == "render/v1") {
        const auto picture = pictureOf(parameters, tiles);
        return picture ? writePng(*picture) : Result<Bytes>(picture.error());
    }
    return makeError(ProgramError::UnknownProgram, std::string(program), "leaves no tiles");
}

bool resultShows(std::string_view program, const cbor::Value& parameters, const std::vector<Tiles>& tiles,
                 ByteView file) {
    if (program == "render/v1") {
        const auto wanted = pictureOf(parameters, tiles), shown = readPng(file, 3, "picture");
        return wanted && shown && *wanted == *shown;
    }
    const auto wanted = makeResult(program, parameters, tiles);
    return wanted && std::equal(wanted->begin(), wanted->end(), file.begin(), file.end());
}

} // namespace unchained::gpu
