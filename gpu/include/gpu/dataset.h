// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/csv.h"

#include <filesystem>

/// Data sets: one content-addressed blob, a .safetensors image of "train.x" [n,d] f32, "train.y" [n] i32, "test.x",
/// "test.y". The same files and options give the same bytes on any machine.
///
/// With targets "train.y" and "test.y" are [n] f32, real numbers, and there are no classes.
///
/// Text: each sample is a window of bytes as token ids 0 … 255, "train.x" [n, window], and its labels are the bytes
/// that follow each of them, "train.y" [n, window] ("[n]" for a window of one byte). The files are joined; the last
/// part is held out, and its windows do not overlap.
namespace unchained::gpu {

enum class DataKind : std::uint8_t { Csv, Idx, Npy, Text };

/// Moves an image by whole pixels, right and down; what comes in is zero.
struct Shift {
    std::int32_t right = 0;
    std::int32_t down = 0;
    bool operator==(const Shift&) const = default;
};

struct DataOptions {
    DataKind kind = DataKind::Csv;
    /// Csv: tables, their rows joined. Idx, Npy: features and labels; or training features and labels, held-out
    /// features and labels, which then are the split.
    std::vector<std::filesystem::path> files;
    std::string labelColumn = "last"; ///< Csv only, as in CsvOptions
    bool targets = false;             ///< labels are real numbers to be met, not classes; not of text
    float scale = 1;                  ///< each feature is multiplied by it, one binary32 multiplication
    std::uint32_t width = 0;          ///< of the images, where there are shifts; features = width·height
    std::uint32_t height = 0;
    std::uint32_t channels =
        0;                    ///< of the images, one plane after the other; 0: not told, and one where there are shifts
    std::uint32_t window = 0; ///< Text only: bytes of a sample
    std::uint32_t stride = 0; ///< Text only: from the begin of a training window to that of the next
    std::vector<Shift> shifts; ///< training part only: all samples with the first shift, then with the second …
    /// ⌊n · numerator / denominator⌋ samples are held out, the first ones after the shuffle; of text so many bytes, the
    /// last ones. Not used where the files are the split.
    std::uint32_t heldOutNumerator = 1;
    std::uint32_t heldOutDenominator = 5;
    std::uint64_t shuffleSeed = 0;
};

struct DataSet {
    Bytes image; ///< .safetensors
    std::uint64_t trainSamples = 0;
    std::uint64_t testSamples = 0;
    std::uint64_t features = 0;
    std::uint64_t labels = 1;  ///< of a sample
    std::uint32_t classes = 0; ///< one more than the largest label; 1 with targets
};

/// Most bytes of a data set's image.
inline constexpr std::uint64_t kDataSetBytesMax = std::uint64_t{1} << 32;
inline constexpr std::uint32_t kLabelsMax = 65536;

/// Samples before the split; `test` is empty where the files are not a split.
struct LoadedSamples {
    Samples train;
    Samples test;
    bool split = false;
};

/// Reads the files. Gzip is unpacked.
[[nodiscard]] Result<LoadedSamples> loadSamples(const DataOptions& options);
/// Scales, shuffles, holds out, shifts, writes. Pure.
[[nodiscard]] Result<DataSet> makeDataset(const LoadedSamples& samples, const DataOptions& options);
/// Windows of a text and what follows each byte. Pure.
[[nodiscard]] Result<DataSet> makeTextDataset(ByteView text, const DataOptions& options);
/// Reads and makes; of any kind.
[[nodiscard]] Result<DataSet> makeDataset(const DataOptions& options);

/// The numbers 0 … n-1 in an order that the seed fixes: Fisher–Yates from the end; for i = n-1 … 1 swap i with
/// j = word mod (i+1), word = the first 64 bits, big-endian, of H("shuffle", seed, i, a) for the least a = 0, 1, …
/// with word < 2^64 - (2^64 mod (i+1)).
[[nodiscard]] std::vector<std::uint64_t> shuffledOrder(std::uint64_t n, std::uint64_t seed);

} // namespace unchained::gpu
