// SPDX-License-Identifier: Apache-2.0
#include "cpu/lanes.h"

namespace unchained::gpu {

Lanes widestLanes() {
#if defined(__x86_64__)
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (wide) return Lanes::Avx512;
    if (__builtin_cpu_supports("avx2")) return Lanes::Avx2;
#endif
    return Lanes::Plain;
}

} // namespace unchained::gpu
