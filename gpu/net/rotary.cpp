// SPDX-License-Identifier: Apache-2.0
#include "net/rotary.h"

#include "gpu/elementary.h"

namespace unchained::gpu {

namespace {
constexpr float kLogOfBase = 9.21034037F; // ln 10000
} // namespace

Rotary::Rotary(std::size_t positions, std::size_t width) : m_pairs(width / 2) {
    for (std::size_t t = 0; t < positions; ++t) {
        for (std::size_t i = 0; i < m_pairs; ++i) {
            const float share = static_cast<float>(2 * i) / static_cast<float>(width);
            const SineCosine turned = exactSineCosine(static_cast<float>(t) * exactExp(-(share * kLogOfBase)));
            m_sines.push_back(turned.sine);
            m_cosines.push_back(turned.cosine);
        }
    }
}

} // namespace unchained::gpu
