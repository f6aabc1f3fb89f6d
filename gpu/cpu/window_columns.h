// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/lanes.h"
#include "net/image_steps.h"

#include <cstdint>
#include <vector>

namespace unchained::gpu {

/// Windows over the plane of one channel as columns: place (ky, kx) of all windows stands in one row, a window beside
/// the next as in the output's plane. What steps::LayOut and steps::GatherWindows do for a card, in the order that
/// suits a processor: all loops run along neighbours in memory.
///
/// Immutable; any thread.
class WindowColumns {
public:
    explicit WindowColumns(const steps::Windows& windows);

    /// rows[(ky·size + kx)·pitch + w] = the number at (ky, kx) of window w; 0 where that hangs over the edge.
    /// @param plane  height × width numbers
    void layOut(Lanes lanes, const float* plane, float* rows, std::size_t pitch) const;
    /// dx = for each number of the plane the exact sum (gpu/sums.h) of its places in rows that layOut() would write.
    /// @param rows  guard() numbers before and after each can be read, whatever they are
    /// @return false: a term or a sum is not finite
    [[nodiscard]] bool gather(Lanes lanes, const float* rows, std::size_t pitch, float* dx) const;

    [[nodiscard]] std::size_t guard() const { return m_guard; }

private:
    struct Sums;
    template <class Fn>
    void forRuns(std::size_t begin, std::size_t end, const Fn& fn) const;
    template <class Fn>
    void forWholePlanes(const Fn& fn) const;
    template <class Fn>
    void forRunsOfLine(std::size_t begin, std::size_t end, const Fn& fn) const;
    void layOutWhole(const float* plane, float* rows, std::size_t pitch) const;
    void layOutSame(std::size_t ky, std::size_t kx, const float* plane, float* out) const;
    void layOutLines(std::size_t ky, std::size_t kx, const float* plane, float* out) const;
    bool gatherRange(const float* rows, std::size_t pitch, float* dx, std::size_t begin, std::size_t end) const;

    /// All bits where a window of column x and kernel column k sees a number, by k; from any x on a whole run.
    [[nodiscard]] const std::uint32_t* mask(std::size_t k, std::size_t x) const {
        return m_masks.data() + k * m_maskLength + x;
    }

    steps::Windows m_w;
    bool m_same; ///< the output's plane is the input's, so that a place is a shift of the whole plane
    std::size_t m_maskLength = 0;
    std::size_t m_guard = 0;
    std::vector<std::uint32_t> m_masks;
    std::vector<std::uint32_t> m_wholeMasks; ///< of a small plane: where it has the place k of a window, by k
};

} // namespace unchained::gpu
