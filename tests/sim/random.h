// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lottery/lottery.h"

#include <cmath>
#include <cstdint>

namespace unchained::sim {

/// xoshiro256**, seeded through splitmix64: the same seed is the same table on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) {
        for (std::uint64_t& word : m_state) {
            seed += 0x9E3779B97F4A7C15;
            std::uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            word = z ^ (z >> 31);
        }
    }
    std::uint64_t operator()() {
        const auto turn = [](std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); };
        const std::uint64_t out = turn(m_state[1] * 5, 7) * 9, t = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= t;
        m_state[3] = turn(m_state[3], 45);
        return out;
    }
    /// In (0, 1].
    double uniform() { return static_cast<double>(((*this)() >> 11) + 1) * 0x1p-53; }
    std::uint64_t below(std::uint64_t n) { return (*this)() % n; }
    Hash256 hash() {
        Hash256 out;
        for (std::uint8_t& byte : out.bytes)
            byte = static_cast<std::uint8_t>((*this)());
        return out;
    }
    /// Losing tickets before the next winner at odds of 1 in n, drawn by the lottery's own rule one by one; where
    /// winners are rare, all losers at once, which is the same law.
    std::uint64_t losersBeforeWin(std::uint32_t n, std::uint64_t most) {
        constexpr std::uint32_t kRare = 100;
        if (n >= kRare) {
            const double gap = std::floor(std::log(uniform()) / std::log1p(-1.0 / n));
            return gap >= static_cast<double>(most) ? most : static_cast<std::uint64_t>(gap);
        }
        std::uint64_t losers = 0;
        while (losers < most && !lottery::wordWins((*this)(), n))
            ++losers;
        return losers;
    }

private:
    std::uint64_t m_state[4];
};

} // namespace unchained::sim
