// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"

namespace unchained::gpu {

[[nodiscard]] const Engine& scalarEngine();
/// Only where the processor has AVX2 and FMA.
[[nodiscard]] const Engine& avx2Engine();
/// The engine vnni with AVX-512 VNNI, only where hasVnni512(), and with AVX-VNNI, only where hasVnni256().
[[nodiscard]] const Engine& vnniEngine512();
[[nodiscard]] const Engine& vnniEngine256();
[[nodiscard]] bool hasVnni512();
[[nodiscard]] bool hasVnni256();

/// What OpenBLAS is called where it is installed.
inline constexpr const char* kBlasLibrary = "libopenblas.so.0";

/// dgemm of a BLAS on the integers, from a library that is loaded for it and stays; asks once a process.
///
/// Errors: EngineError::Unavailable where the library is missing or has no cblas_dgemm.
[[nodiscard]] Result<const Engine*> loadDgemmEngine(const char* library);

} // namespace unchained::gpu
