// SPDX-License-Identifier: Apache-2.0
#include "gpu/model_card.h"

#include "cuda/words.h"

#include <algorithm>
#include <cstring>

namespace unchained::gpu::tests {

using namespace unchained::gpu::cuda;

Result<void> ModelCard::step() {
    if (stepsLeft == 0) return cardFailed("multiplying", "an illegal instruction was met");
    --stepsLeft;
    return {};
}

Result<void*> ModelCard::memory(CardSlot slot, std::size_t bytes) {
    Bytes& mine = m_memory[static_cast<std::size_t>(slot)];
    if (bytes > memoryBytesMax) return cardFull(bytes, memoryBytesMax);
    // What was not written must not look like zeros; a new place each time, so that a sanitizer sees what is too short.
    if (mine.size() < bytes) mine = Bytes(bytes, 0xa5);
    return static_cast<void*>(mine.data());
}

Result<void> ModelCard::clear(void* memory, std::size_t bytes) {
    std::memset(memory, 0, bytes);
    return step();
}

Result<void> ModelCard::upload(void* to, const HostRows& from) {
    for (std::size_t i = 0; i < from.rows; ++i)
        std::memcpy(static_cast<float*>(to) + i * from.width, from.data + i * from.stride, from.width * sizeof(float));
    return step();
}

Result<void> ModelCard::download(float* to, std::size_t stride, const float* from, std::size_t rows,
                                 std::size_t width) {
    for (std::size_t i = 0; i < rows; ++i)
        std::memcpy(to + i * stride, from + i * width, width * sizeof(float));
    return step();
}

Result<void> ModelCard::maxima(const Lanes& lanes, std::uint32_t* max) {
    constexpr std::size_t kThreads = 3;
    for (std::size_t lane = 0; lane < lanes.count; ++lane) {
        for (std::size_t thread = 0; thread < kThreads; ++thread)
            max[lane] = std::max(max[lane], maximumOf(lanes, lane, thread, lanes.depth, kThreads));
    }
    return step();
}

Result<void> ModelCard::scales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out,
                               Flags* flags) {
    for (std::size_t lane = 0; lane < count; ++lane)
        out[lane] = scaleOf(max[lane], bits, flags);
    return step();
}

Result<void> ModelCard::digits(const Lanes& lanes, const LaneScale* scales, unsigned bits, const DigitPlanes& out) {
    for (std::size_t lane = 0; lane < out.lanes; ++lane) {
        for (std::size_t k = 0; k < out.pitch; ++k) {
            const Digits digits = lane < lanes.count ? digitsAt(lanes, scales[lane], lane, k, bits) : Digits{};
            for (unsigned plane = 0; plane < planesOf(bits); ++plane)
                out.data[plane * out.planeBytes + lane * out.pitch + k] = digits.plane[plane];
        }
    }
    return step();
}

Result<void> ModelCard::multiply(const ByteProduct& product) {
    ++products;
    // Padding is most of a small product, and takes no time where it is known to be zeros.
    const auto lengths = [&](const std::int8_t* lanes, std::size_t count) {
        std::vector<std::size_t> out(count, product.depth);
        for (std::size_t i = 0; i < count; ++i) {
            while (out[i] > 0 && lanes[i * product.depthPitch + out[i] - 1] == 0)
                --out[i];
        }
        return out;
    };
    const std::vector<std::size_t> lengthsA = lengths(product.a, product.rows);
    const std::vector<std::size_t> lengthsB = lengths(product.b, product.columns);
    for (std::size_t i = 0; i < product.rows; ++i) {
        for (std::size_t j = 0; j < product.columns; ++j) {
            const std::int8_t* a = product.a + i * product.depthPitch;
            const std::int8_t* b = product.b + j * product.depthPitch;
            const std::size_t depth = std::min(lengthsA[i], lengthsB[j]);
            std::int32_t sum = 0; // a sanitizer sees it wrap
            for (std::size_t k = 0; k < depth; ++k)
                sum += a[k] * b[k];
            product.c[i * product.columns + j] = sum;
        }
    }
    return step();
}

Result<void> ModelCard::join(const Join& join) {
    for (std::size_t row = 0; row < join.rows; ++row) {
        for (std::size_t column = 0; column < join.columns; ++column)
            joinElement(join, row, column);
    }
    return step();
}

Result<Flags> ModelCard::flags(const Flags* onCard) {
    if (auto done = step(); !done) return done.error();
    return *onCard;
}

} // namespace unchained::gpu::tests
