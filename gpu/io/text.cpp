// SPDX-License-Identifier: Apache-2.0
#include "gpu/dataset.h"
#include "gpu/safetensors.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

/// One part of a text, cut.
struct Windows {
    std::uint64_t count = 0;
    std::vector<float> x;
    std::vector<std::int32_t> y;
};

/// How many windows, each with the byte behind it, begin at 0, stride, 2·stride …
std::uint64_t countWindows(std::uint64_t bytes, std::uint64_t window, std::uint64_t stride) {
    return bytes > window ? (bytes - window - 1) / stride + 1 : 0;
}

Windows cutText(ByteView text, std::uint64_t window, std::uint64_t stride) {
    Windows out;
    out.count = countWindows(text.size(), window, stride);
    out.x.reserve(out.count * window);
    out.y.reserve(out.count * window);
    for (std::uint64_t i = 0; i < out.count; ++i) {
        for (std::uint64_t t = i * stride; t < i * stride + window; ++t) {
            out.x.push_back(static_cast<float>(text[t]));
            out.y.push_back(text[t + 1]);
        }
    }
    return out;
}

template <class T>
ByteView viewOf(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

} // namespace

Result<DataSet> makeTextDataset(ByteView text, const DataOptions& options) {
    const std::uint64_t window = options.window;
    const std::uint64_t stride = options.stride;
    if (window == 0 || stride == 0) {
        return makeError(IoError::Mismatch, "window", "of text, and its stride, must not be 0", "write window = 64");
    }
    if (options.heldOutNumerator == 0 || options.heldOutNumerator >= options.heldOutDenominator) {
        return makeError(IoError::Mismatch, "held_out", "is no fraction between 0 and 1", "write 1/5");
    }
    const auto heldOut = static_cast<std::uint64_t>(static_cast<unsigned __int128>(text.size()) *
                                                    options.heldOutNumerator / options.heldOutDenominator);
    const std::uint64_t trained = text.size() - heldOut;
    const std::uint64_t windows = countWindows(trained, window, stride) + countWindows(heldOut, window, window);
    if (countWindows(trained, window, stride) == 0 || countWindows(heldOut, window, window) == 0) {
        return makeError(
            IoError::Mismatch, "window",
            {"the text, %1 bytes to train on and %2 held out, does not fill a window of %3 bytes and one more in both",
             trained, heldOut, window},
            "give more text, or a smaller window");
    }
    // Eight bytes a position, its id and its label.
    if (windows > kDataSetBytesMax / 8 / window) {
        return makeError(IoError::TooLarge, "stride",
                         {"with %1 windows the data set has more than %2 bytes", windows, kDataSetBytesMax},
                         "use a larger stride");
    }
    const Windows train = cutText(text.first(trained), window, stride);
    const Windows test = cutText(text.subspan(trained), window, window);
    DataSet out;
    out.trainSamples = train.count;
    out.testSamples = test.count;
    out.features = window;
    out.labels = window;
    out.classes = static_cast<std::uint32_t>(*std::max_element(text.begin(), text.end())) + 1;
    const auto labelShape = [&](std::uint64_t count) {
        return window == 1 ? std::vector<std::uint64_t>{count} : std::vector<std::uint64_t>{count, window};
    };
    auto image = writeSafetensors({{"train.x", DType::F32, {train.count, window}, viewOf(train.x)},
                                   {"train.y", DType::I32, labelShape(train.count), viewOf(train.y)},
                                   {"test.x", DType::F32, {test.count, window}, viewOf(test.x)},
                                   {"test.y", DType::I32, labelShape(test.count), viewOf(test.y)}});
    if (!image) return image.error();
    out.image = std::move(*image);
    return out;
}

} // namespace unchained::gpu
