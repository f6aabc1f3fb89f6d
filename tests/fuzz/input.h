// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// Each target defines this; libFuzzer calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace unchained::fuzz {

/// A property that must hold for every input. It stays on in every build.
inline void hold(bool property, const char* what) {
    if (property) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

/// Reads the bytes of an input from front to end, zeros after it: a seed can be written by hand, and a byte that is
/// changed changes nothing before it.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : m_data(data, size) {}

    [[nodiscard]] bool empty() const { return m_data.empty(); }
    std::uint8_t byte() {
        if (m_data.empty()) return 0;
        const std::uint8_t out = m_data.front();
        m_data = m_data.subspan(1);
        return out;
    }
    std::uint64_t number(int bytes) {
        std::uint64_t out = 0;
        for (int i = 0; i < bytes; ++i)
            out = out << 8 | byte();
        return out;
    }
    /// Below `bound`, which is at least 1; takes one byte where that is enough.
    std::size_t below(std::size_t bound) { return number(bound <= 256 ? 1 : 2) % bound; }
    /// A length in two bytes, then so many bytes as far as there are.
    Bytes bytes() { return take(number(2)); }
    Bytes rest() { return take(m_data.size()); }

private:
    Bytes take(std::size_t count) {
        const ByteView head = m_data.first(count < m_data.size() ? count : m_data.size());
        m_data = m_data.subspan(head.size());
        return {head.begin(), head.end()};
    }

    ByteView m_data;
};

} // namespace unchained::fuzz
