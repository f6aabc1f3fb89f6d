// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"

#include <filesystem>
#include <string>
#include <vector>

/// Rows that a trained network is to answer, as one content-addressed blob: a .safetensors image of "x" [n, d] f32. The
/// same files give the same bytes on any machine.
namespace unchained::gpu {

enum class RowKind : std::uint8_t { Csv, Idx, Npy, Png };

struct RowOptions {
    RowKind kind = RowKind::Csv;
    /// Their rows are joined. Csv: tables. Idx, Npy: arrays [n, …]. Png: pictures of one size, or folders, whose *.png
    /// are taken in the order of their names.
    std::vector<std::filesystem::path> files;
    std::string labelColumn = "none"; ///< Csv: a column that is no feature and is passed over, as in CsvOptions
    float scale = 1;                  ///< each feature is multiplied by it, one binary32 multiplication
    std::uint32_t channels = 1;       ///< Png: 1 grey, 3 red, green, blue, one plane after the other
};

struct RowSet {
    Bytes image; ///< .safetensors
    std::uint64_t rows = 0;
    std::uint64_t features = 0;
    std::uint32_t width = 0, height = 0; ///< of pictures, else 0
};

/// Reads the files. Errors are IoError, of the file that is wrong.
[[nodiscard]] Result<RowSet> loadRows(const RowOptions& options);

} // namespace unchained::gpu
