// SPDX-License-Identifier: Apache-2.0
#include "cpu/window_columns.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

constexpr std::size_t kRun = 512; ///< numbers of a plane whose sums are made at a time

std::size_t above(std::size_t a, std::size_t b) {
    return a > b ? a - b : 0;
}

} // namespace

/// Sums of a run of numbers in the making.
struct WindowColumns::Sums {
    std::int32_t most[kRun]; ///< bits of the largest term, then its exponent
    double scale[kRun];
    std::int64_t sum[kRun];

    void clear(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            most[i] = 0;
    }
    /// The scales; sums of nothing. What rowSumExponent() gives, but for subnormal numbers, which a scale of 2^164
    /// makes whole, too. false: a term is not finite.
    bool setScales(std::size_t count) {
        std::int32_t largest = 0;
        for (std::size_t i = 0; i < count; ++i) {
            largest = largest > most[i] ? largest : most[i];
            most[i] >>= 23;
            scale[i] = powerOfTwo(kSumTermBits + 126 - most[i]);
            sum[i] = 0;
        }
        return static_cast<std::uint32_t>(largest) < kInfinityBits;
    }
    /// Rounded as gpu/sums.h says; false where one does not fit binary32.
    bool finish(std::size_t count, float* out) const {
        std::int32_t largest = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto whole = static_cast<double>(static_cast<float>(sum[i]));
            out[i] = static_cast<float>(whole * powerOfTwo(most[i] - kSumTermBits - 126));
            largest = largest > magnitudeBits(out[i]) ? largest : magnitudeBits(out[i]);
        }
        return static_cast<std::uint32_t>(largest) < kInfinityBits;
    }
};

WindowColumns::WindowColumns(const steps::Windows& windows)
    : m_w(windows), m_same(windows.stride == 1 && windows.size == 2 * windows.padding + 1) {
    if (!m_same) return;
    const auto sees = [](std::size_t at, std::size_t k, std::size_t padding, std::size_t size) {
        return at + k >= padding && at + k < size + padding;
    };
    m_maskLength = m_w.width + kRun;
    for (std::size_t k = 0; k < m_w.size; ++k) {
        for (std::size_t x = 0; x < m_maskLength; ++x)
            m_masks.push_back(sees(x % m_w.width, k, m_w.padding, m_w.width) ? 0xffffffffU : 0U);
    }
    m_guard = m_w.padding * (m_w.width + 1);
    if (m_w.plane() > kRun || m_guard > kRun) {
        m_guard = 0;
        return;
    }
    for (std::size_t k = 0; k < m_w.area(); ++k) {
        const std::size_t ky = m_w.size - 1 - k / m_w.size;
        const std::size_t kx = m_w.size - 1 - k % m_w.size;
        for (std::size_t i = 0; i < m_w.plane(); ++i) {
            const bool seen =
                sees(i / m_w.width, ky, m_w.padding, m_w.height) && sees(i % m_w.width, kx, m_w.padding, m_w.width);
            m_wholeMasks.push_back(seen ? 0xffffffffU : 0U);
        }
    }
}

/// One place of all windows: the plane, shifted, without what comes from the lines before and after.
[[gnu::always_inline]] inline void WindowColumns::layOutSame(std::size_t ky, std::size_t kx, const float* plane,
                                                             float* out) const {
    const std::size_t p = m_w.padding;
    const std::size_t lo = above(p, ky) * m_w.width + above(p, kx);
    const std::size_t hi = above((m_w.height - std::min(m_w.height, above(ky, p))) * m_w.width, above(kx, p));
    const std::size_t end = std::max(lo, hi);
    for (std::size_t i = 0; i < std::min(lo, m_w.plane()); ++i)
        out[i] = 0.0F;
    // From the first window that sees something on; never before the plane's beginning.
    for (std::size_t begin = lo; begin < hi; begin += kRun) {
        const std::size_t count = std::min(kRun, hi - begin);
        const float* from = plane + (begin + ky * m_w.width + kx - p * m_w.width - p);
        const std::uint32_t* seen = mask(kx, begin % m_w.width);
        for (std::size_t i = 0; i < count; ++i)
            out[begin + i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(from[i]) & seen[i]);
    }
    for (std::size_t i = end; i < m_w.plane(); ++i)
        out[i] = 0.0F;
}

[[gnu::always_inline]] inline void WindowColumns::layOutLines(std::size_t ky, std::size_t kx, const float* plane,
                                                              float* out) const {
    const std::size_t across = m_w.outWidth();
    const std::size_t stride = m_w.stride;
    const std::size_t first = std::min(across, (above(m_w.padding, kx) + stride - 1) / stride);
    const std::size_t last = std::clamp((above(m_w.width + m_w.padding, kx) + stride - 1) / stride, first, across);
    for (std::size_t line = 0; line < m_w.outHeight(); ++line, out += across) {
        const std::size_t y = line * stride + ky;
        const bool inside = y >= m_w.padding && y < m_w.height + m_w.padding;
        const float* from = plane + (inside ? (y - m_w.padding) * m_w.width : 0);
        const std::size_t begin = inside ? first : across;
        const std::size_t end = inside ? last : across;
        for (std::size_t i = 0; i < begin; ++i)
            out[i] = 0.0F;
        for (std::size_t i = begin; i < end; ++i)
            out[i] = from[i * stride + kx - m_w.padding];
        for (std::size_t i = end; i < across; ++i)
            out[i] = 0.0F;
    }
}

/// A small plane, from a copy with room around it, so that all places of the windows are whole vectors.
[[gnu::always_inline]] inline void WindowColumns::layOutWhole(const float* plane, float* rows,
                                                              std::size_t pitch) const {
    float roomy[3 * kRun];
    std::fill_n(roomy, m_guard, 0.0F);
    std::copy_n(plane, m_w.plane(), roomy + m_guard);
    std::fill_n(roomy + m_guard + m_w.plane(), m_guard, 0.0F);
    for (std::size_t k = 0; k < m_w.area(); ++k) {
        const float* from = roomy + k / m_w.size * m_w.width + k % m_w.size;
        const std::uint32_t* seen = m_wholeMasks.data() + (m_w.area() - 1 - k) * m_w.plane();
        float* out = rows + k * pitch;
        for (std::size_t i = 0; i < m_w.plane(); ++i)
            out[i] = std::bit_cast<float>(std::bit_cast<std::uint32_t>(from[i]) & seen[i]);
    }
}

void WindowColumns::layOut(Lanes lanes, const float* plane, float* rows, std::size_t pitch) const {
    withLanes(lanes, [&] {
        if (!m_wholeMasks.empty()) return layOutWhole(plane, rows, pitch);
        for (std::size_t k = 0; k < m_w.area(); ++k) {
            if (m_same)
                layOutSame(k / m_w.size, k % m_w.size, plane, rows + k * pitch);
            else
                layOutLines(k / m_w.size, k % m_w.size, plane, rows + k * pitch);
        }
    });
}

/// Calls fn(k, i, w, count, step, mask): the numbers begin + i, begin + i + step, … of the plane stand at place k of
/// the windows w, w + 1, …; where the mask is null all of them, else those where it has bits. Numbers below `end`.
template <class Fn>
void WindowColumns::forRuns(std::size_t begin, std::size_t end, const Fn& fn) const {
    if (!m_same) return forRunsOfLine(begin, end, fn);
    const std::size_t p = m_w.padding;
    for (std::size_t ky = 0; ky < m_w.size; ++ky) {
        for (std::size_t kx = 0; kx < m_w.size; ++kx) {
            const std::size_t lo = above(ky, p) * m_w.width + above(kx, p);
            const std::size_t hi = above((m_w.height - std::min(m_w.height, above(p, ky))) * m_w.width, above(p, kx));
            const std::size_t from = std::max(lo, begin);
            const std::size_t to = std::min(hi, end);
            if (from >= to) continue;
            const std::size_t window = from + p * m_w.width + p - ky * m_w.width - kx;
            fn(ky * m_w.size + kx, from - begin, static_cast<std::ptrdiff_t>(window), to - from, std::size_t{1},
               mask(m_w.size - 1 - kx, from % m_w.width));
        }
    }
}

/// A small plane at once, with a mask for all of it. Sums thus stand at the same place each time, which a processor can
/// hand on from one addition to the next; what is read beyond the plane is masked.
template <class Fn>
void WindowColumns::forWholePlanes(const Fn& fn) const {
    for (std::size_t k = 0; k < m_w.area(); ++k) {
        const std::size_t back = k / m_w.size * m_w.width + k % m_w.size;
        fn(k, std::size_t{0}, static_cast<std::ptrdiff_t>(m_guard) - static_cast<std::ptrdiff_t>(back), m_w.plane(),
           std::size_t{1}, m_wholeMasks.data() + k * m_w.plane());
    }
}

/// The numbers of one line.
template <class Fn>
void WindowColumns::forRunsOfLine(std::size_t begin, std::size_t end, const Fn& fn) const {
    const std::size_t across = m_w.outWidth();
    const std::size_t x0 = begin % m_w.width + m_w.padding;
    const std::size_t x1 = x0 + (end - begin);
    const steps::Windows::Range down = m_w.holding(begin / m_w.width, m_w.outHeight());
    for (std::size_t line = down.first; line < down.last; ++line) {
        const std::size_t ky = begin / m_w.width + m_w.padding - line * m_w.stride;
        for (std::size_t kx = 0; kx < m_w.size; ++kx) {
            const std::size_t first = (above(x0, kx) + m_w.stride - 1) / m_w.stride;
            const std::size_t last = std::min(across, (above(x1, kx) + m_w.stride - 1) / m_w.stride);
            if (first >= last) continue;
            fn(ky * m_w.size + kx, first * m_w.stride + kx - x0, static_cast<std::ptrdiff_t>(line * across + first),
               last - first, m_w.stride, static_cast<const std::uint32_t*>(nullptr));
        }
    }
}

[[gnu::always_inline]] inline bool WindowColumns::gatherRange(const float* rows, std::size_t pitch, float* dx,
                                                              std::size_t begin, std::size_t end) const {
    Sums sums;
    sums.clear(end - begin);
    forRuns(begin, end,
            [&](std::size_t k, std::size_t i, std::ptrdiff_t w, std::size_t count, std::size_t step, auto seen) {
                const float* from = rows + k * pitch + w;
                std::int32_t* most = sums.most + i;
                for (std::size_t n = 0; seen && n < count; ++n) {
                    const auto bits =
                        static_cast<std::int32_t>(std::bit_cast<std::uint32_t>(from[n]) & seen[n] & 0x7fffffffU);
                    most[n] = most[n] > bits ? most[n] : bits;
                }
                for (std::size_t n = 0; !seen && n < count; ++n)
                    most[n * step] = std::max(most[n * step], magnitudeBits(from[n]));
            });
    if (!sums.setScales(end - begin)) return false;
    constexpr auto kRound = std::bit_cast<std::int64_t>(kSumRound);
    forRuns(begin, end,
            [&](std::size_t k, std::size_t i, std::ptrdiff_t w, std::size_t count, std::size_t step, auto seen) {
                const float* from = rows + k * pitch + w;
                const double* scale = sums.scale + i;
                std::int64_t* sum = sums.sum + i;
                for (std::size_t n = 0; seen && n < count; ++n) {
                    const auto term = std::bit_cast<float>(std::bit_cast<std::uint32_t>(from[n]) & seen[n]);
                    sum[n] += std::bit_cast<std::int64_t>(static_cast<double>(term) * scale[n] + kSumRound) - kRound;
                }
                for (std::size_t n = 0; !seen && n < count; ++n)
                    sum[n * step] += roundToInteger(static_cast<double>(from[n]) * scale[n * step]);
            });
    return sums.finish(end - begin, dx + begin);
}

bool WindowColumns::gather(Lanes lanes, const float* rows, std::size_t pitch, float* dx) const {
    return withLanes(lanes, [&] {
        bool finite = true;
        // Without a mask a run stays within its line.
        const std::size_t line = m_same ? m_w.plane() : m_w.width;
        for (std::size_t first = 0; first < m_w.plane(); first += line) {
            for (std::size_t at = first; at < first + line; at += kRun)
                finite &= gatherRange(rows, pitch, dx, at, std::min(at + kRun, first + line));
        }
        return finite;
    });
}

} // namespace unchained::gpu
