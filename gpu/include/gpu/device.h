// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

/// What the host's compiler and the card's compile from one source.
#if defined(__CUDACC__)
#define UNCHAINED_DEVICE __host__ __device__
#else
#define UNCHAINED_DEVICE
#endif

/// One IEEE operation each, rounded to nearest even. On a card they are the intrinsics that no compiler contracts; the
/// host is held to the same by -ffp-contract=off.
namespace unchained::gpu::rn {

#if defined(__CUDA_ARCH__)
UNCHAINED_DEVICE inline float add(float a, float b) {
    return __fadd_rn(a, b);
}
UNCHAINED_DEVICE inline float subtract(float a, float b) {
    return __fsub_rn(a, b);
}
UNCHAINED_DEVICE inline float multiply(float a, float b) {
    return __fmul_rn(a, b);
}
UNCHAINED_DEVICE inline float squareRoot(float a) {
    return __fsqrt_rn(a);
}
UNCHAINED_DEVICE inline double add(double a, double b) {
    return __dadd_rn(a, b);
}
UNCHAINED_DEVICE inline double multiply(double a, double b) {
    return __dmul_rn(a, b);
}
#else
UNCHAINED_DEVICE inline float add(float a, float b) {
    return a + b;
}
UNCHAINED_DEVICE inline float subtract(float a, float b) {
    return a - b;
}
UNCHAINED_DEVICE inline float multiply(float a, float b) {
    return a * b;
}
UNCHAINED_DEVICE inline float squareRoot(float a) {
    return std::sqrt(a);
}
UNCHAINED_DEVICE inline double add(double a, double b) {
    return a + b;
}
UNCHAINED_DEVICE inline double multiply(double a, double b) {
    return a * b;
}
#endif

} // namespace unchained::gpu::rn
