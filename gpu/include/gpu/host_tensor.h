// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <filesystem>
#include <string>
#include <vector>

/// What the readers of gpu/io share: their errors, bounded reading of files, and an array with its type.
/// All of it is pure but readFile(); safe from any thread.
namespace unchained::gpu {

/// Errors of gpu/io. Subjects are "file", "file:line:field" or "file: tensor".
enum class IoError : std::uint32_t {
    CannotRead = 200, ///< the file is not there, is no file, or reading failed
    TooLarge,         ///< the file, what it unpacks to, or a count in it is beyond the limit
    Truncated,        ///< the bytes end before what they announce
    NotTheFormat,     ///< the bytes are of another format, or break its rules
    Unsupported,      ///< a type, order or version that this reader does not take
    BadValue,         ///< a field is no number, not finite, or no label
    Mismatch,         ///< files or tables do not belong together: rows, columns or shapes differ
    Missing,          ///< a tensor, column or row that is needed is not there
};

/// Element types, named as in .safetensors.
enum class DType : std::uint8_t { Bool, U8, I8, U16, I16, F16, Bf16, U32, I32, F32, U64, I64, F64 };

[[nodiscard]] std::size_t bytesOf(DType type);
[[nodiscard]] const char* nameOf(DType type); ///< "F32", "BF16"…

/// At most this many dimensions in any file.
inline constexpr std::size_t kDimensionsMax = 8;
/// At most this many bytes in a data file, packed or not.
inline constexpr std::uint64_t kFileBytesMax = std::uint64_t{1} << 31;

/// Product of the dimensions; nothing where it does not fit 63 bits. 1 for no dimension.
[[nodiscard]] std::optional<std::uint64_t> elementsOf(const std::vector<std::uint64_t>& shape);
/// "[3, 4]"
[[nodiscard]] std::string shapeText(const std::vector<std::uint64_t>& shape);

/// An array that owns its bytes: little-endian, row-major.
struct HostTensor {
    DType type = DType::F32;
    std::vector<std::uint64_t> shape;
    Bytes data;

    [[nodiscard]] std::uint64_t elements() const { return data.size() / bytesOf(type); }
};

/// The elements as binary32, each rounded once to nearest even; BadValue where one is not finite.
/// Takes every type but F16 and BF16 (Unsupported).
[[nodiscard]] Result<std::vector<float>> toFloats(DType type, ByteView data, const std::string& name);
/// The elements as class numbers 0 … 2^31-1; a real one must be a whole number.
[[nodiscard]] Result<std::vector<std::int32_t>> toLabels(DType type, ByteView data, const std::string& name);

/// The whole file; a gzip file (by its first two bytes) is unpacked. Neither the file nor what it unpacks to may be
/// longer than `bytesMax`.
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t bytesMax = kFileBytesMax);
/// Unpacks a gzip image of any number of members.
[[nodiscard]] Result<Bytes> gunzip(ByteView packed, const std::string& name, std::uint64_t bytesMax = kFileBytesMax);

} // namespace unchained::gpu
