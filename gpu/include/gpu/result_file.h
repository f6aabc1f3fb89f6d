// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

/// What becomes of the tiles of parallel work: one file that people open. Pure; safe from any thread.
namespace unchained::gpu {

/// Tiles that follow each other, as a step left them.
struct Tiles {
    std::uint64_t first = 0; ///< number of the first one in the job
    Bytes bytes;
};

/// The name of a program's result: "model.safetensors", or of parallel work "render.png", "outputs.csv" (gpu/infer.h),
/// "scores.csv" (gpu/sweep.h).
[[nodiscard]] std::string resultName(std::string_view program);

/// The file, of the tiles that are there: what is missing is black in a picture, and no row in a table. Bytes that are
/// no tiles of the job are passed over.
[[nodiscard]] Result<Bytes> makeResult(std::string_view program, const cbor::Value& parameters,
                                       const std::vector<Tiles>& tiles);

/// Whether a file shows exactly these tiles. Of a picture the pixels count: how it is packed is up to the library.
[[nodiscard]] bool resultShows(std::string_view program, const cbor::Value& parameters, const std::vector<Tiles>& tiles,
                               ByteView file);

} // namespace unchained::gpu
