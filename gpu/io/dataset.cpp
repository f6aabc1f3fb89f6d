// SPDX-License-Identifier: Apache-2.0
#include "gpu/dataset.h"

#include "gpu/hash.h"
#include "gpu/idx.h"
#include "gpu/npy.h"
#include "gpu/safetensors.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace unchained::gpu {

namespace {

Error mismatch(const std::string& subject, Message sentence, Message remedy) {
    return makeError(IoError::Mismatch, subject, std::move(sentence), std::move(remedy));
}

Result<Samples> loadTables(const DataOptions& options) {
    Samples all;
    CsvOptions csv;
    csv.labelColumn = options.labelColumn;
    csv.targets = options.targets;
    std::uint64_t bytes = 0;
    for (const auto& path : options.files) {
        auto text = readFile(path, kFileBytesMax - bytes);
        if (!text) return text.error();
        bytes += text->size();
        auto table = parseCsv(asText(*text), path.string(), csv);
        if (!table) return table.error();
        if (table->labels.empty() && table->targets.empty()) {
            return mismatch(path.string(), "has no label column", "name one with label_column");
        }
        if (all.rows != 0 && table->columns != all.columns) {
            return mismatch(path.string(),
                            Message("has %1 features, the table before it has %2", table->columns, all.columns),
                            "give tables of the same columns");
        }
        if (all.rows == 0) {
            all = std::move(*table);
            continue;
        }
        all.rows += table->rows;
        all.values.insert(all.values.end(), table->values.begin(), table->values.end());
        all.labels.insert(all.labels.end(), table->labels.begin(), table->labels.end());
        all.targets.insert(all.targets.end(), table->targets.begin(), table->targets.end());
    }
    return all;
}

Result<HostTensor> loadArray(DataKind kind, const std::filesystem::path& path) {
    const auto image = readFile(path);
    if (!image) return image.error();
    return kind == DataKind::Idx ? parseIdx(*image, path.string()) : parseNpy(*image, path.string());
}

/// Features [n, …] and labels [n] from a pair of files.
Result<Samples> loadPair(const DataOptions& options, const std::filesystem::path& featuresPath,
                         const std::filesystem::path& labelsPath) {
    const DataKind kind = options.kind;
    const auto features = loadArray(kind, featuresPath);
    if (!features) return features.error();
    const auto labels = loadArray(kind, labelsPath);
    if (!labels) return labels.error();
    const std::string featuresName = featuresPath.string();
    const std::string labelsName = labelsPath.string();
    if (features->shape.size() < 2 || features->elements() == 0) {
        return mismatch(featuresName, Message("has the shape %1", shapeText(features->shape)),
                        "features need a first dimension for the samples and at least one more, none of them 0");
    }
    if (labels->shape.size() != 1 || labels->shape[0] != features->shape[0]) {
        return mismatch(labelsName,
                        Message("has the shape %1, wanted is [%2], one label for each sample of %3",
                                shapeText(labels->shape), features->shape[0], featuresName),
                        "give the labels of these features; features come first in files");
    }
    Samples out;
    out.rows = features->shape[0];
    out.columns = features->elements() / out.rows;
    auto values = toFloats(features->type, features->data, featuresName);
    if (!values) return values.error();
    out.values = std::move(*values);
    if (options.targets) {
        auto targets = toFloats(labels->type, labels->data, labelsName);
        if (!targets) return targets.error();
        out.targets = std::move(*targets);
        return out;
    }
    auto numbers = toLabels(labels->type, labels->data, labelsName);
    if (!numbers) return numbers.error();
    out.labels = std::move(*numbers);
    return out;
}

/// `image`, `width` × `height`, moved; what comes in is zero.
void appendShifted(std::vector<float>& out, const float* image, std::uint32_t width, std::uint32_t height,
                   Shift shift) {
    for (std::int64_t y = 0; y < height; ++y) {
        for (std::int64_t x = 0; x < width; ++x) {
            const std::int64_t fromX = x - shift.right;
            const std::int64_t fromY = y - shift.down;
            const bool inside = fromX >= 0 && fromX < width && fromY >= 0 && fromY < height;
            out.push_back(inside ? image[fromY * width + fromX] : 0.0F);
        }
    }
}

void appendRow(Samples& to, const Samples& from, std::uint64_t row, const DataOptions& options, const Shift* shift) {
    const float* values = from.values.data() + row * from.columns;
    if (shift == nullptr) {
        to.values.insert(to.values.end(), values, values + from.columns);
    } else {
        const std::uint64_t plane = std::uint64_t{options.width} * options.height;
        for (std::uint64_t at = 0; at < from.columns; at += plane)
            appendShifted(to.values, values + at, options.width, options.height, *shift);
    }
    if (options.targets) {
        to.targets.push_back(from.targets[row]);
    } else {
        to.labels.push_back(from.labels[row]);
    }
    ++to.rows;
}

Samples emptyLike(const Samples& like, std::uint64_t rows) {
    Samples out;
    out.columns = like.columns;
    out.values.reserve(rows * like.columns);
    out.labels.reserve(rows);
    return out;
}

Result<void> checkSamples(const Samples& samples, const std::string& part, bool targets) {
    const std::size_t labels = targets ? samples.targets.size() : samples.labels.size();
    if (samples.rows == 0 || samples.columns == 0 || samples.values.size() != samples.rows * samples.columns ||
        labels != samples.rows) {
        return mismatch(part, "has no samples, or not one label for each", "give features and labels");
    }
    if (targets) return {};
    const auto largest = *std::max_element(samples.labels.begin(), samples.labels.end());
    if (std::cmp_greater_equal(largest, kLabelsMax)) {
        return makeError(IoError::BadValue, part, Message("has the label %1", largest),
                         Message("labels are whole numbers below %1", kLabelsMax));
    }
    return {};
}

Result<void> checkOptions(const LoadedSamples& samples, const DataOptions& options) {
    if (auto good = checkSamples(samples.train, "data", options.targets); !good) return good.error();
    if (samples.split) {
        if (auto good = checkSamples(samples.test, "held-out data", options.targets); !good) return good.error();
        if (samples.test.columns != samples.train.columns) {
            return mismatch(
                "held-out data",
                Message("has %1 features, the training data %2", samples.test.columns, samples.train.columns),
                "give files of the same shape");
        }
    } else if (options.heldOutNumerator == 0 || options.heldOutNumerator >= options.heldOutDenominator) {
        return mismatch("held_out", "is no fraction between 0 and 1", "write 1/5");
    }
    const std::uint64_t plane = std::uint64_t{options.width} * options.height;
    if (options.channels != 0 &&
        (samples.train.columns % options.channels != 0 || samples.train.columns / options.channels != plane)) {
        return mismatch("data",
                        Message("a sample has %1 features, which are not %2 channels of %3 × %4", samples.train.columns,
                                options.channels, options.width, options.height),
                        "correct channels, width and height");
    }
    if (!options.shifts.empty() && options.channels == 0 && plane != samples.train.columns) {
        return mismatch("data",
                        Message("a sample has %1 features, an image of %2 × %3 has %4", samples.train.columns,
                                options.width, options.height, plane),
                        "correct width and height");
    }
    if (!std::isfinite(options.scale)) return mismatch("scale", "is not finite", "write 1 to leave the features alone");
    const std::uint64_t copies = std::max<std::uint64_t>(options.shifts.size(), 1);
    const std::uint64_t rowBytes = 4 * samples.train.columns + 4;
    // Each factor is bounded by what is in memory already or by the job file, so that the product fits 64 bits.
    if (copies > 4096 || (samples.train.rows * copies + samples.test.rows) > kDataSetBytesMax / rowBytes) {
        return makeError(IoError::TooLarge, "data",
                         Message("with %1 copies the data set has more than %2 bytes", copies, kDataSetBytesMax),
                         "give fewer shifts or less data");
    }
    return {};
}

template <class T>
ByteView bytesOfVector(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

TensorView labelsOf(const char* name, const Samples& samples, bool targets) {
    if (targets) return {name, DType::F32, {samples.rows}, bytesOfVector(samples.targets)};
    return {name, DType::I32, {samples.rows}, bytesOfVector(samples.labels)};
}

std::uint32_t classesOf(const Samples& train, const Samples& test, bool targets) {
    if (targets) return 1;
    const auto largest = std::max(*std::max_element(train.labels.begin(), train.labels.end()),
                                  *std::max_element(test.labels.begin(), test.labels.end()));
    return static_cast<std::uint32_t>(largest) + 1;
}

Result<void> scaleValues(Samples& samples, float scale) {
    for (float& value : samples.values) {
        value *= scale;
        if (!std::isfinite(value)) {
            return makeError(IoError::BadValue, "scale", "makes a feature infinite", "give a smaller scale");
        }
    }
    return {};
}

} // namespace

std::vector<std::uint64_t> shuffledOrder(std::uint64_t n, std::uint64_t seed) {
    std::vector<std::uint64_t> order(n);
    std::iota(order.begin(), order.end(), std::uint64_t{0});
    for (std::uint64_t i = n; i-- > 1;) {
        const std::uint64_t bound = i + 1;
        const std::uint64_t excess = (UINT64_MAX % bound + 1) % bound; // 2^64 mod bound
        std::uint64_t word = 0;
        for (std::uint64_t attempt = 0;; ++attempt) {
            const Hash256 hash = taggedHash("shuffle", {cbor::Value(seed), cbor::Value(i), cbor::Value(attempt)});
            word = 0;
            for (std::size_t k = 0; k < 8; ++k)
                word = (word << 8) | hash.bytes[k];
            if (word <= UINT64_MAX - excess) break;
        }
        std::swap(order[i], order[word % bound]);
    }
    return order;
}

Result<LoadedSamples> loadSamples(const DataOptions& options) {
    LoadedSamples out;
    if (options.files.empty()) return makeError(IoError::Missing, "files", "names no file", "name the data's files");
    if (options.kind == DataKind::Csv) {
        auto all = loadTables(options);
        if (!all) return all.error();
        out.train = std::move(*all);
        return out;
    }
    if (options.files.size() != 2 && options.files.size() != 4) {
        return mismatch("files", Message("names %1 files", options.files.size()),
                        "give features and labels, or these twice: for training and held out");
    }
    auto train = loadPair(options, options.files[0], options.files[1]);
    if (!train) return train.error();
    out.train = std::move(*train);
    if (options.files.size() == 4) {
        auto test = loadPair(options, options.files[2], options.files[3]);
        if (!test) return test.error();
        out.test = std::move(*test);
        out.split = true;
    }
    return out;
}

Result<DataSet> makeDataset(const LoadedSamples& samples, const DataOptions& options) {
    if (auto good = checkOptions(samples, options); !good) return good.error();
    const std::uint64_t n = samples.train.rows;
    const std::vector<std::uint64_t> order = shuffledOrder(n, options.shuffleSeed);
    const std::uint64_t heldOut =
        samples.split ? 0
                      : static_cast<std::uint64_t>(static_cast<unsigned __int128>(n) * options.heldOutNumerator /
                                                   options.heldOutDenominator);
    if (!samples.split && heldOut == 0) {
        return mismatch("held_out", Message("holds out none of %1 samples", n), "hold out more, or give more data");
    }
    const std::uint64_t copies = std::max<std::uint64_t>(options.shifts.size(), 1);
    Samples test = samples.split ? samples.test : emptyLike(samples.train, heldOut);
    for (std::uint64_t i = 0; i < heldOut; ++i)
        appendRow(test, samples.train, order[i], options, nullptr);
    Samples train = emptyLike(samples.train, (n - heldOut) * copies);
    for (std::uint64_t copy = 0; copy < copies; ++copy) {
        const Shift* shift = options.shifts.empty() ? nullptr : &options.shifts[copy];
        for (std::uint64_t i = heldOut; i < n; ++i)
            appendRow(train, samples.train, order[i], options, shift);
    }
    if (auto good = scaleValues(train, options.scale); !good) return good.error();
    if (auto good = scaleValues(test, options.scale); !good) return good.error();

    DataSet out;
    out.trainSamples = train.rows;
    out.testSamples = test.rows;
    out.features = train.columns;
    out.classes = classesOf(train, test, options.targets);
    auto image = writeSafetensors({{"train.x", DType::F32, {train.rows, train.columns}, bytesOfVector(train.values)},
                                   labelsOf("train.y", train, options.targets),
                                   {"test.x", DType::F32, {test.rows, test.columns}, bytesOfVector(test.values)},
                                   labelsOf("test.y", test, options.targets)});
    if (!image) return image.error();
    out.image = std::move(*image);
    return out;
}

Result<DataSet> makeDataset(const DataOptions& options) {
    if (options.kind == DataKind::Text) {
        Bytes all;
        for (const auto& path : options.files) {
            const auto text = readFile(path, kFileBytesMax - all.size());
            if (!text) return text.error();
            all.insert(all.end(), text->begin(), text->end());
        }
        return makeTextDataset(all, options);
    }
    const auto samples = loadSamples(options);
    if (!samples) return samples.error();
    return makeDataset(*samples, options);
}

} // namespace unchained::gpu
