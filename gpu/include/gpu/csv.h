// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/host_tensor.h"

/// Tables of numbers as text (RFC 4180): one row a line, LF or CRLF, an optional first line of names.
/// Pure; safe from any thread.
namespace unchained::gpu {

struct CsvOptions {
    char separator = ',';
    /// Which column is the label: "last", "first", a number from 1, a name of the first line, or "none".
    std::string labelColumn = "last";
    bool targets = false; ///< the label is a real number
    std::uint64_t rowsMax = std::uint64_t{1} << 24;
    std::uint64_t columnsMax = 65536;
};

/// Samples: `values` is rows × columns, row-major; one label a row, or one real target, or none of both.
struct Samples {
    std::uint64_t rows = 0;
    std::uint64_t columns = 0;
    std::vector<float> values;
    std::vector<std::int32_t> labels;
    std::vector<float> targets;
};

/// The first line is taken as names where one of its fields is no number. Blank lines are passed over; fields may be
/// quoted and may have blanks around them. Each number is rounded once to binary32; labels are whole numbers from 0.
/// Errors have the subject "file:line:field", both from 1.
[[nodiscard]] Result<Samples> parseCsv(std::string_view text, const std::string& source,
                                       const CsvOptions& options = {});

} // namespace unchained::gpu
