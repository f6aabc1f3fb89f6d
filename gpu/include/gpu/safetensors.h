// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/host_tensor.h"

#include <utility>

/// The .safetensors format (https://github.com/huggingface/safetensors, "Format"): 8 bytes little-endian header length,
/// a JSON header, the tensors' bytes without gaps. Reader and writer, strict and deterministic.
/// Pure; safe from any thread.
namespace unchained::gpu {

/// A tensor whose bytes belong to somebody else: little-endian, row-major.
struct TensorView {
    std::string name;
    DType type = DType::F32;
    std::vector<std::uint64_t> shape;
    ByteView data;
};

/// A parsed image. It borrows the bytes that it was parsed from, and those may be unaligned.
class SafeTensors {
public:
    std::vector<TensorView> tensors; ///< in the order of their bytes
    std::vector<std::pair<std::string, std::string>> metadata;

    [[nodiscard]] const TensorView* find(std::string_view name) const;
    /// A copy of a tensor's elements; Missing, or Mismatch where it is of another type or has another number of
    /// dimensions.
    [[nodiscard]] Result<std::vector<float>> floats(std::string_view name, std::size_t dimensions) const;
    [[nodiscard]] Result<std::vector<std::int32_t>> ints(std::string_view name, std::size_t dimensions) const;

    std::string source; ///< the name given to parse, for errors
};

/// Most bytes of a header and most tensors that are read.
inline constexpr std::uint64_t kSafetensorsHeaderMax = std::uint64_t{16} << 20;
inline constexpr std::size_t kSafetensorsTensorsMax = 65536;

/// @param source  name of the file, for errors
/// Refused: repeated or unknown keys, unknown types, offsets that leave a gap or overlap, sizes that are not those of
/// shape and type, bytes behind the last tensor.
[[nodiscard]] Result<SafeTensors> parseSafetensors(ByteView image, const std::string& source = "safetensors");

/// The one image of these tensors, in the order given: `__metadata__` first where there is any, keys dtype, shape,
/// data_offsets, no blanks, the header padded with spaces to a multiple of 8. The same input gives the same bytes.
/// Mismatch where a tensor's bytes are not those of its shape and type, or a name comes twice.
[[nodiscard]] Result<Bytes> writeSafetensors(const std::vector<TensorView>& tensors,
                                             const std::vector<std::pair<std::string, std::string>>& metadata = {});

} // namespace unchained::gpu
