// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace unchained::gpu {

/// Turns pairs of neighbours by their position: pair i of a head of D numbers at position t by the angle
/// t·exactExp(−(2i/D)·ln 10000), all single binary32 operations (Su et al., RoFormer). Its inverse turns back.
class Rotary {
public:
    Rotary() = default;
    /// @param positions  at most kAngleMax
    /// @param width      D, even
    Rotary(std::size_t positions, std::size_t width);

    [[nodiscard]] bool empty() const { return m_cosines.empty(); }
    /// Of each position and pair; steps::TurnPairs turns by them.
    [[nodiscard]] const std::vector<float>& sines() const { return m_sines; }
    [[nodiscard]] const std::vector<float>& cosines() const { return m_cosines; }

private:
    std::size_t m_pairs = 0;
    std::vector<float> m_sines; ///< [positions, pairs]
    std::vector<float> m_cosines;
};

} // namespace unchained::gpu
