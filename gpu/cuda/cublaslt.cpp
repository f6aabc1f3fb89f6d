// SPDX-License-Identifier: Apache-2.0
#include "cuda/cublaslt.h"

#include "gpu/engine.h"

#include <dlfcn.h>

namespace unchained::gpu::cuda {

namespace {

void* openLibrary(const std::string& name) {
    for (const char* folder : {"", "/usr/local/cuda/lib64/"}) {
        if (void* library = ::dlopen((folder + name).c_str(), RTLD_NOW | RTLD_LOCAL)) return library;
    }
    return nullptr;
}

} // namespace

Result<CublasLt> loadCublasLt() {
    const std::string name = "libcublasLt.so." + std::to_string(CUBLAS_VER_MAJOR);
    void* library = openLibrary(name);
    if (!library) {
        return makeError(EngineError::Unavailable, "cuda", {"%1 is not installed", name},
                         "install cuBLAS of the CUDA toolkit");
    }
    CublasLt out;
    std::string missing;
    const auto find = [&](auto& function, const char* symbol) {
        function = reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, symbol));
        if (!function) missing = symbol;
    };
    find(out.create, "cublasLtCreate");
    find(out.statusString, "cublasLtGetStatusString");
    find(out.matmul, "cublasLtMatmul");
    find(out.heuristic, "cublasLtMatmulAlgoGetHeuristic");
    find(out.descCreate, "cublasLtMatmulDescCreate");
    find(out.descDestroy, "cublasLtMatmulDescDestroy");
    find(out.descSet, "cublasLtMatmulDescSetAttribute");
    find(out.layoutCreate, "cublasLtMatrixLayoutCreate");
    find(out.layoutDestroy, "cublasLtMatrixLayoutDestroy");
    find(out.layoutSet, "cublasLtMatrixLayoutSetAttribute");
    find(out.preferenceCreate, "cublasLtMatmulPreferenceCreate");
    find(out.preferenceDestroy, "cublasLtMatmulPreferenceDestroy");
    find(out.preferenceSet, "cublasLtMatmulPreferenceSetAttribute");
    if (!missing.empty()) {
        return makeError(EngineError::Unavailable, "cuda", {"%1 has no function %2", name, missing});
    }
    return out;
}

} // namespace unchained::gpu::cuda
