// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/norm_steps.h"

#include <algorithm>

/// Layers over images: a row of work is a plane, a row of one, or a window. false: something is not finite.
namespace unchained::gpu::steps {

/// Square windows over an image of channels: what convolution and pooling have in common.
struct Windows {
    std::size_t channels = 0;
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t size = 1;
    std::size_t stride = 1;
    std::size_t padding = 0;

    [[nodiscard]] UNCHAINED_DEVICE std::size_t outHeight() const { return (height + 2 * padding - size) / stride + 1; }
    [[nodiscard]] UNCHAINED_DEVICE std::size_t outWidth() const { return (width + 2 * padding - size) / stride + 1; }
    [[nodiscard]] UNCHAINED_DEVICE std::size_t outPlane() const { return outHeight() * outWidth(); }
    [[nodiscard]] UNCHAINED_DEVICE std::size_t plane() const { return height * width; }
    [[nodiscard]] UNCHAINED_DEVICE std::size_t area() const { return size * size; }

    /// Windows along one axis that hold coordinate `at`: [first, last). Their offset there is at + padding − w·stride.
    struct Range {
        std::size_t first, last;
    };
    [[nodiscard]] UNCHAINED_DEVICE Range holding(std::size_t at, std::size_t count) const {
        const std::size_t from = at + padding;
        const std::size_t first = from < size ? 0 : (from - size) / stride + 1;
        const std::size_t last = from / stride + 1;
        return {first, last < count ? last : count};
    }
};

/// The sum of gpu/sums.h over the terms that forTerms(fn) hands to fn, the same ones at each of two calls.
template <class ForTerms>
[[nodiscard]] UNCHAINED_DEVICE inline float sumOfTerms(const ForTerms& forTerms) {
    std::int32_t most = 0;
    forTerms([&](float term) { most = most > magnitudeBits(term) ? most : magnitudeBits(term); });
    if (static_cast<std::uint32_t>(most) >= kInfinityBits) return std::bit_cast<float>(0x7fc00000U);
    const std::int32_t exponent = rowSumExponent(static_cast<std::uint32_t>(most));
    const double scale = powerOfTwo(exponent);
    std::int64_t sum = 0;
    forTerms([&](float term) { sum += roundToInteger(rn::multiply(static_cast<double>(term), scale)); });
    const auto whole = static_cast<double>(static_cast<float>(sum));
    const auto result = static_cast<float>(rn::multiply(whole, powerOfTwo(-exponent)));
    return isFiniteBits(result) ? result : std::bit_cast<float>(0x7fc00000U);
}

/// Rows of numbers of one image turned into columns, image by image: from is height × width, to width × height.
struct TransposeRow {
    const float* from = nullptr;
    float* to = nullptr;
    std::size_t height = 0;
    std::size_t width = 0;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        const float* column = from + row / width * height * width + row % width;
        for (std::size_t i = team.first(); i < height; i += team.stride())
            to[row * height + i] = column[i * width];
    }
};

/// One plane: the largest number of each window, the first of equals row by row, and its place. A NaN is larger than
/// all.
struct Maxpool {
    const float* x = nullptr;
    float* y = nullptr;
    std::uint32_t* places = nullptr; ///< of each window's largest number, in its plane
    Windows windows;

    static constexpr std::size_t kRanks = 512;

    /// A thread that has the plane to itself need not divide to know where it is, and compares numbers and places as
    /// one integer, without branches on what the numbers are, which no processor could foresee.
    bool operator()(std::size_t plane, const OneThread&) const {
        const float* in = x + plane * windows.plane();
        const std::size_t across = windows.outWidth();
        const std::size_t down = windows.outHeight();
        std::size_t to = plane * down * across;
        // Those of a small plane are made all at once, in vectors.
        std::int64_t ranks[kRanks];
        const bool small = windows.plane() <= kRanks;
        for (std::size_t i = 0; small && i < windows.plane(); ++i)
            ranks[i] = rankOf(in[i], static_cast<std::uint32_t>(i));
        bool finite = true;
        for (std::size_t line = 0; line < down; ++line) {
            for (std::size_t i = 0; i < across; ++i, ++to) {
                const std::size_t corner = line * windows.stride * windows.width + i * windows.stride;
                std::int64_t best = INT64_MIN;
                for (std::size_t ky = 0; ky < windows.size; ++ky) {
                    for (std::size_t kx = 0; kx < windows.size; ++kx) {
                        const std::size_t place = corner + ky * windows.width + kx;
                        const auto number = static_cast<std::uint32_t>(place);
                        best = std::max(best, small ? ranks[place] : rankOf(in[place], number));
                    }
                }
                places[to] = ~static_cast<std::uint32_t>(best);
                y[to] = in[places[to]];
                finite &= isFiniteBits(y[to]);
            }
        }
        return finite;
    }

    /// Orders as the numbers do, equal ones backwards by their place; a NaN above all.
    [[nodiscard]] static std::int64_t rankOf(float value, std::uint32_t place) {
        const auto bits = std::bit_cast<std::int32_t>(value + 0.0F); // of both zeros the same
        const std::int32_t order = magnitudeBits(value) > static_cast<std::int32_t>(kInfinityBits)
                                       ? INT32_MAX
                                       : bits ^ ((bits >> 31) & INT32_MAX);
        return static_cast<std::int64_t>(order) * (std::int64_t{1} << 32) + ~place;
    }

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t plane, const Team& team) const {
        const float* in = x + plane * windows.plane();
        const std::size_t across = windows.outWidth();
        const std::size_t count = windows.outPlane();
        bool finite = true;
        for (std::size_t i = team.first(); i < count; i += team.stride()) {
            const std::size_t place = largest(in, i / across * windows.stride, i % across * windows.stride);
            places[plane * count + i] = static_cast<std::uint32_t>(place);
            y[plane * count + i] = in[place];
            finite = finite && isFiniteBits(in[place]);
        }
        return finite;
    }

    [[nodiscard]] UNCHAINED_DEVICE std::size_t largest(const float* in, std::size_t y0, std::size_t x0) const {
        std::size_t best = y0 * windows.width + x0;
        for (std::size_t ky = y0; ky < y0 + windows.size; ++ky) {
            for (std::size_t kx = x0; kx < x0 + windows.size; ++kx) {
                const float value = in[ky * windows.width + kx];
                if (value > in[best] || value != value) best = ky * windows.width + kx;
            }
        }
        return best;
    }
};

/// dx of one plane: the exact sum of the gradients of the windows that hold a number: of all of them, divided by their
/// area, or, with places, of those whose largest it is.
struct PoolGradient {
    const float* dy = nullptr;
    float* dx = nullptr;
    const std::uint32_t* places = nullptr; ///< null: all windows
    Windows windows;

    /// A thread that has the plane to itself begins with the windows where they do not overlap: a sum of one term is
    /// the term, and of none or of −0 it is +0.
    bool operator()(std::size_t plane, const OneThread& alone) const {
        if (windows.stride < windows.size) return operator()<OneThread>(plane, alone);
        const float* from = dy + plane * windows.outPlane();
        float* to = dx + plane * windows.plane();
        for (std::size_t i = 0; i < windows.plane(); ++i)
            to[i] = 0.0F;
        const auto area = static_cast<float>(windows.area());
        const std::size_t down = windows.outHeight();
        const std::size_t across = windows.outWidth();
        bool finite = true;
        for (std::size_t window = 0; window < down * across; ++window) {
            const float term = from[window] + 0.0F;
            finite &= isFiniteBits(term);
            if (places) {
                to[places[plane * windows.outPlane() + window]] = term;
                continue;
            }
            float* corner = to + window / across * windows.stride * windows.width + window % across * windows.stride;
            for (std::size_t k = 0; k < windows.area(); ++k)
                corner[k / windows.size * windows.width + k % windows.size] = term / area;
        }
        return finite;
    }

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t plane, const Team& team) const {
        const std::size_t first = plane * windows.outPlane();
        const std::size_t down = windows.outHeight();
        const std::size_t across = windows.outWidth();
        const auto area = static_cast<float>(windows.area());
        bool finite = true;
        for (std::size_t i = team.first(); i < windows.plane(); i += team.stride()) {
            const Windows::Range y = windows.holding(i / windows.width, down);
            const Windows::Range x = windows.holding(i % windows.width, across);
            const float sum = sumOfTerms([&](const auto& term) {
                for (std::size_t oy = y.first; oy < y.last; ++oy) {
                    for (std::size_t ox = x.first; ox < x.last; ++ox) {
                        const std::size_t window = first + oy * across + ox;
                        if (!places || places[window] == i) term(dy[window]);
                    }
                }
            });
            dx[plane * windows.plane() + i] = places ? sum : sum / area;
            finite = finite && isFiniteBits(sum);
        }
        return finite;
    }
};

/// One plane: the mean of each window, the sum exact.
struct Avgpool {
    const float* x = nullptr;
    float* y = nullptr;
    Windows windows;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t plane, const Team& team) const {
        const float* in = x + plane * windows.plane();
        const std::size_t across = windows.outWidth();
        const std::size_t count = windows.outPlane();
        const auto area = static_cast<float>(windows.area());
        bool finite = true;
        for (std::size_t i = team.first(); i < count; i += team.stride()) {
            const float* from = in + i / across * windows.stride * windows.width + i % across * windows.stride;
            const float sum = sumOfTerms([&](const auto& term) {
                for (std::size_t ky = 0; ky < windows.size; ++ky) {
                    for (std::size_t kx = 0; kx < windows.size; ++kx)
                        term(from[ky * windows.width + kx]);
                }
            });
            y[plane * count + i] = sum / area;
            finite = finite && isFiniteBits(sum);
        }
        return finite;
    }
};

/// One window laid out as a row (im2col): the numbers of its window, channel by channel, row by row, zeros where it
/// hangs over the edge.
struct LayOut {
    const float* x = nullptr;
    float* rows = nullptr;
    Windows windows;

    template <class Team>
    UNCHAINED_DEVICE void operator()(std::size_t row, const Team& team) const {
        const std::size_t size = windows.size;
        const std::size_t place = row % windows.outPlane();
        const std::size_t y0 = place / windows.outWidth() * windows.stride;
        const std::size_t x0 = place % windows.outWidth() * windows.stride;
        const float* image = x + row / windows.outPlane() * windows.channels * windows.plane();
        float* out = rows + row * windows.channels * windows.area();
        // A member takes whole rows of a kernel.
        for (std::size_t line = team.first(); line < windows.channels * size; line += team.stride()) {
            const std::size_t ky = y0 + line % size;
            const bool inside = ky >= windows.padding && ky < windows.height + windows.padding;
            const float* from =
                inside ? image + line / size * windows.plane() + (ky - windows.padding) * windows.width : nullptr;
            for (std::size_t k = 0; k < size; ++k) {
                const std::size_t kx = x0 + k;
                const bool seen = inside && kx >= windows.padding && kx < windows.width + windows.padding;
                out[line * size + k] = seen ? from[kx - windows.padding] : 0.0F;
            }
        }
    }
};

/// dx of one row of one channel of an image: the exact sums of its numbers' places in the windows' gradients.
struct GatherWindows {
    const float* rows = nullptr;
    float* dx = nullptr;
    Windows windows;

    template <class Team>
    UNCHAINED_DEVICE bool operator()(std::size_t line, const Team& team) const {
        const std::size_t y = line % windows.height;
        const std::size_t channel = line / windows.height % windows.channels;
        const std::size_t sample = line / windows.height / windows.channels;
        const std::size_t columns = windows.channels * windows.area();
        const std::size_t outWidth = windows.outWidth();
        const float* from = rows + sample * windows.outPlane() * columns + channel * windows.area();
        const Windows::Range down = windows.holding(y, windows.outHeight());
        bool finite = true;
        for (std::size_t x = team.first(); x < windows.width; x += team.stride()) {
            const Windows::Range across = windows.holding(x, outWidth);
            const float sum = sumOfTerms([&](const auto& term) {
                for (std::size_t oy = down.first; oy < down.last; ++oy) {
                    const std::size_t ky = y + windows.padding - oy * windows.stride;
                    for (std::size_t ox = across.first; ox < across.last; ++ox) {
                        const std::size_t kx = x + windows.padding - ox * windows.stride;
                        term(from[(oy * outWidth + ox) * columns + ky * windows.size + kx]);
                    }
                }
            });
            dx[line * windows.width + x] = sum;
            finite = finite && isFiniteBits(sum);
        }
        return finite;
    }
};

} // namespace unchained::gpu::steps
