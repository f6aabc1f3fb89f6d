// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"

#include <cublasLt.h>

/// cuBLASLt, loaded when the engine is wanted: half a gigabyte, of which a machine without a card needs nothing.
namespace unchained::gpu::cuda {

/// The functions that the engine calls, as cublasLt.h declares them.
struct CublasLt {
    decltype(&cublasLtCreate) create = nullptr;
    decltype(&cublasLtGetStatusString) statusString = nullptr;
    decltype(&cublasLtMatmul) matmul = nullptr;
    decltype(&cublasLtMatmulAlgoGetHeuristic) heuristic = nullptr;
    decltype(&cublasLtMatmulDescCreate) descCreate = nullptr;
    decltype(&cublasLtMatmulDescDestroy) descDestroy = nullptr;
    decltype(&cublasLtMatmulDescSetAttribute) descSet = nullptr;
    decltype(&cublasLtMatrixLayoutCreate) layoutCreate = nullptr;
    decltype(&cublasLtMatrixLayoutDestroy) layoutDestroy = nullptr;
    decltype(&cublasLtMatrixLayoutSetAttribute) layoutSet = nullptr;
    decltype(&cublasLtMatmulPreferenceCreate) preferenceCreate = nullptr;
    decltype(&cublasLtMatmulPreferenceDestroy) preferenceDestroy = nullptr;
    decltype(&cublasLtMatmulPreferenceSetAttribute) preferenceSet = nullptr;
};

/// The library of the version that this build was made for, where the loader finds it or where NVIDIA's packages put
/// it. It stays until the process ends. EngineError::Unavailable where it is not installed or lacks a function.
[[nodiscard]] Result<CublasLt> loadCublasLt();

} // namespace unchained::gpu::cuda
