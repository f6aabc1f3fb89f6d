// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

/// Plain loops, compiled once for each of the instruction sets that a processor may have.
///
/// Every operation of such a loop is one IEEE operation and no compiler may contract two (gpu/cmake/house.cmake), so
/// that a wider set changes the speed and no bit. What is called from a loop is inlined into it and nothing of it can
/// be handed to code for older processors by the linker, because each set has functions of its own.
namespace unchained::gpu {

enum class Lanes : std::uint8_t { Plain, Avx2, Avx512 };

/// The widest that this processor has.
[[nodiscard]] Lanes widestLanes();

#if defined(__x86_64__)

template <class Fn>
[[gnu::flatten, gnu::target("avx2")]] auto callAvx2(const Fn& fn) {
    return fn();
}
template <class Fn>
[[gnu::flatten, gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] auto callAvx512(const Fn& fn) {
    return fn();
}

/// fn(), compiled for these instructions.
template <class Fn>
auto withLanes(Lanes lanes, const Fn& fn) {
    switch (lanes) {
    case Lanes::Avx512:
        return callAvx512(fn);
    case Lanes::Avx2:
        return callAvx2(fn);
    default:
        return fn();
    }
}

#else

template <class Fn>
auto withLanes(Lanes, const Fn& fn) {
    return fn();
}

#endif

} // namespace unchained::gpu
