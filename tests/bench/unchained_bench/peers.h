// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace unchained::bench {

/// The libraries that ours is measured against. They are loaded where they are installed and no part of the build; what
/// is missing stays null, and the reason says so.
struct Peers {
    using Sgemm = void (*)(int order, int transposeA, int transposeB, int m, int n, int k, float alpha, const float* a,
                           int lda, const float* b, int ldb, float beta, float* c, int ldc);
    using GemmS8 = int (*)(char transposeA, char transposeB, char offsetC, std::int64_t m, std::int64_t n,
                           std::int64_t k, float alpha, const std::int8_t* a, std::int64_t lda, std::int8_t ao,
                           const std::int8_t* b, std::int64_t ldb, std::int8_t bo, float beta, std::int32_t* c,
                           std::int64_t ldc, const std::int32_t* co);
    using SetThreads = void (*)(int);

    Sgemm sgemm = nullptr; ///< OpenBLAS
    SetThreads blasThreads = nullptr;
    std::string blasKernels; ///< which of its kernels are used: "Haswell", "SkylakeX" …
    std::string blasWords;   ///< the same for people, with what it would have taken by itself
    std::string blasReason;  ///< why there is none

    GemmS8 gemmS8 = nullptr; ///< oneDNN; with more threads than one where its OpenMP was found
    SetThreads ompThreads = nullptr;
    std::string dnnReason;
};

/// Loads all peers. OpenBLAS knows processors by their number and takes slow kernels on those that came after it:
/// unless told, the faster of its own choice and of its AVX-512 kernels is taken, whatever OPENBLAS_CORETYPE of the
/// environment says. To be called once, before there are
/// threads: it tries both in processes of their own.
/// @param kernels  empty: the fastest; "own": what OpenBLAS takes by itself; else a value of OPENBLAS_CORETYPE
[[nodiscard]] Peers loadPeers(const std::string& kernels);

} // namespace unchained::bench
