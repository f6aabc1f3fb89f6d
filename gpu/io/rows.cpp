// SPDX-License-Identifier: Apache-2.0
#include "gpu/rows.h"

#include "gpu/csv.h"
#include "gpu/dataset.h"
#include "gpu/idx.h"
#include "gpu/npy.h"
#include "gpu/png.h"
#include "gpu/safetensors.h"

#include <algorithm>
#include <cmath>

namespace unchained::gpu {

namespace fs = std::filesystem;

namespace {

struct Rows {
    std::uint64_t rows = 0, features = 0;
    std::vector<float> values;
    std::uint32_t width = 0, height = 0;
};

Error otherWidth(const fs::path& path, std::uint64_t has, std::uint64_t wanted) {
    return makeError(IoError::Mismatch, path.string(),
                     Message("has %1 features a row, the file before it has %2", has, wanted),
                     "give files of the same shape");
}

Result<void> join(Rows& all, Rows some, const fs::path& path) {
    if (all.rows != 0 && some.features != all.features) return otherWidth(path, some.features, all.features);
    if (all.rows != 0 && (some.width != all.width || some.height != all.height))
        return makeError(IoError::Mismatch, path.string(),
                         Message("has %1 × %2 pixels, the picture before it %3 × %4", some.width, some.height,
                                 all.width, all.height),
                         "give pictures of one size");
    if ((all.values.size() + some.values.size()) * sizeof(float) > kDataSetBytesMax)
        return makeError(IoError::TooLarge, path.string(),
                         Message("with it the rows have more than %1 bytes", kDataSetBytesMax), "give fewer rows");
    all.rows += some.rows;
    all.features = some.features;
    all.width = some.width;
    all.height = some.height;
    all.values.insert(all.values.end(), some.values.begin(), some.values.end());
    return {};
}

Result<Rows> tableRows(const fs::path& path, const RowOptions& options) {
    const auto text = readFile(path);
    if (!text) return text.error();
    CsvOptions csv;
    csv.labelColumn = options.labelColumn;
    csv.targets = true; // whatever the column says
    auto table = parseCsv(asText(*text), path.string(), csv);
    if (!table) return table.error();
    return Rows{table->rows, table->columns, std::move(table->values)};
}

Result<Rows> arrayRows(const fs::path& path, const RowOptions& options) {
    const auto image = readFile(path);
    if (!image) return image.error();
    const auto array = options.kind == RowKind::Idx ? parseIdx(*image, path.string()) : parseNpy(*image, path.string());
    if (!array) return array.error();
    if (array->shape.empty() || array->shape[0] == 0 || array->elements() == 0)
        return makeError(IoError::Mismatch, path.string(), "has no rows", "give an array [rows, features]");
    auto values = toFloats(array->type, array->data, path.string());
    if (!values) return values.error();
    return Rows{array->shape[0], array->elements() / array->shape[0], std::move(*values)};
}

Result<Rows> pictureRow(const fs::path& path, const RowOptions& options) {
    const auto file = readFile(path);
    if (!file) return file.error();
    const auto picture = readPng(*file, options.channels, path.string());
    if (!picture) return picture.error();
    Rows out{1, picture->pixels.size(), {}, picture->width, picture->height};
    for (std::uint32_t channel = 0; channel < options.channels; ++channel)
        for (std::size_t at = channel; at < picture->pixels.size(); at += options.channels)
            out.values.push_back(static_cast<float>(picture->pixels[at]));
    return out;
}

/// The files, and of folders the pictures in them.
Result<std::vector<fs::path>> filesOf(const RowOptions& options) {
    std::vector<fs::path> out;
    for (const fs::path& path : options.files) {
        std::error_code code;
        if (options.kind != RowKind::Png || !fs::is_directory(path, code)) {
            out.push_back(path);
            continue;
        }
        std::vector<fs::path> inside;
        for (fs::directory_iterator at(path, code), end; !code && at != end; at.increment(code))
            if (at->path().extension() == ".png") inside.push_back(at->path());
        if (code)
            return makeError(IoError::CannotRead, path.string(), Message("cannot be listed: %1", code.message()),
                             "check the folder and its permissions");
        if (inside.empty())
            return makeError(IoError::Missing, path.string(), "has no *.png", "name a folder of pictures");
        std::sort(inside.begin(), inside.end());
        out.insert(out.end(), inside.begin(), inside.end());
    }
    return out;
}

Result<Rows> rowsOf(const fs::path& path, const RowOptions& options) {
    if (options.kind == RowKind::Csv) return tableRows(path, options);
    return options.kind == RowKind::Png ? pictureRow(path, options) : arrayRows(path, options);
}

} // namespace

Result<RowSet> loadRows(const RowOptions& options) {
    const auto files = filesOf(options);
    if (!files) return files.error();
    Rows all;
    for (const fs::path& path : *files) {
        auto some = rowsOf(path, options);
        if (!some) return some.error();
        if (auto joined = join(all, std::move(*some), path); !joined) return joined.error();
    }
    if (all.rows == 0 || all.features == 0)
        return makeError(IoError::Missing, "data", "has no rows", "name files with rows");
    for (float& value : all.values) {
        value *= options.scale;
        if (!std::isfinite(value)) return makeError(IoError::BadValue, "scale", "makes a number infinite");
    }
    const ByteView bytes(reinterpret_cast<const std::uint8_t*>(all.values.data()), all.values.size() * sizeof(float));
    auto image = writeSafetensors({{"x", DType::F32, {all.rows, all.features}, bytes}});
    if (!image) return image.error();
    return RowSet{std::move(*image), all.rows, all.features, all.width, all.height};
}

} // namespace unchained::gpu
