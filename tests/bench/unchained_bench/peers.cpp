// SPDX-License-Identifier: Apache-2.0
#include "unchained_bench/peers.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace unchained::bench {

namespace {

constexpr const char* kBlas = "libopenblas.so.0";
constexpr const char* kDnn = "libdnnl.so.2";
constexpr const char* kOwn = "own";
constexpr const char* kCoreVariable = "OPENBLAS_CORETYPE";

template <class Function>
Function find(void* library, const char* name) {
    return reinterpret_cast<Function>(::dlsym(library, name));
}

void loadBlas(Peers& peers, const std::string& kernels) {
    // What an environment says of it may be meant for another machine, or make it slow.
    ::unsetenv("OPENBLAS_L2_SIZE");
    ::unsetenv(kCoreVariable);
    if (kernels != kOwn) ::setenv(kCoreVariable, kernels.c_str(), 1);
    void* library = ::dlopen(kBlas, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        peers.blasReason = std::string(kBlas) + " is not installed";
        return;
    }
    peers.sgemm = find<Peers::Sgemm>(library, "cblas_sgemm");
    peers.blasThreads = find<Peers::SetThreads>(library, "openblas_set_num_threads");
    auto* core = find<const char* (*)()>(library, "openblas_get_corename");
    if (!peers.sgemm || !peers.blasThreads || !core) {
        peers.sgemm = nullptr;
        peers.blasReason = std::string(kBlas) + " is no OpenBLAS";
        return;
    }
    peers.blasKernels = core();
}

/// What a choice of kernels is worth, found in a process of its own; no name where that failed.
struct Tried {
    char name[32] = {};
    double gflops = 0;
};

double sgemmGflops(const Peers& peers) {
    constexpr int kSide = 768;
    std::vector<float> a(std::size_t{kSide} * kSide, 0.5F);
    std::vector<float> c(a.size());
    double best = 1e9;
    peers.blasThreads(1);
    for (int i = 0; i < 9; ++i) {
        const auto start = std::chrono::steady_clock::now();
        peers.sgemm(101, 111, 111, kSide, kSide, kSide, 1.0F, a.data(), kSide, a.data(), kSide, 0.0F, c.data(), kSide);
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return 2.0 * kSide * kSide * kSide / best / 1e9;
}

Tried tryBlas(const std::string& kernels) {
    Tried tried;
    int ends[2];
    if (::pipe(ends) != 0) return tried;
    const pid_t child = ::fork();
    if (child == 0) {
        Peers peers;
        loadBlas(peers, kernels);
        if (!peers.sgemm) ::_exit(1);
        std::snprintf(tried.name, sizeof tried.name, "%s", peers.blasKernels.c_str());
        tried.gflops = sgemmGflops(peers);
        ::_exit(::write(ends[1], &tried, sizeof tried) == static_cast<ssize_t>(sizeof tried) ? 0 : 1);
    }
    ::close(ends[1]);
    if (child < 0 || ::read(ends[0], &tried, sizeof tried) != static_cast<ssize_t>(sizeof tried)) tried = {};
    ::close(ends[0]);
    if (child > 0) ::waitpid(child, nullptr, 0);
    return tried;
}

bool hasAvx512() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw");
#else
    return false;
#endif
}

void loadFastestBlas(Peers& peers) {
    const Tried own = tryBlas(kOwn);
    const Tried wide = hasAvx512() ? tryBlas("SkylakeX") : Tried{};
    // Where both are about as fast, what it takes by itself is the fairer peer.
    loadBlas(peers, wide.gflops > 1.05 * own.gflops ? "SkylakeX" : kOwn);
    char text[128];
    std::snprintf(text, sizeof text, "OpenBLAS with its %s kernels; its own choice: %s, %.0f GFLOP/s", //
                  peers.blasKernels.c_str(), own.name, own.gflops);
    peers.blasWords = text;
    if (wide.gflops > 0) {
        std::snprintf(text, sizeof text, "; SkylakeX: %.0f GFLOP/s", wide.gflops);
        peers.blasWords += text;
    }
}

void loadDnn(Peers& peers) {
    // A spinning thread of one library would slow its neighbour.
    ::setenv("OMP_WAIT_POLICY", "passive", 1);
    void* library = ::dlopen(kDnn, RTLD_NOW | RTLD_LOCAL);
    if (!library) {
        peers.dnnReason = std::string(kDnn) + " is not installed";
        return;
    }
    peers.gemmS8 = find<Peers::GemmS8>(library, "dnnl_gemm_s8s8s32");
    if (!peers.gemmS8) peers.dnnReason = std::string(kDnn) + " has no dnnl_gemm_s8s8s32";
    if (void* openMp = ::dlopen("libgomp.so.1", RTLD_NOW | RTLD_LOCAL)) {
        peers.ompThreads = find<Peers::SetThreads>(openMp, "omp_set_num_threads");
    }
}

} // namespace

Peers loadPeers(const std::string& kernels) {
    Peers peers;
    if (kernels.empty()) {
        loadFastestBlas(peers);
    } else {
        loadBlas(peers, kernels);
        peers.blasWords = "OpenBLAS with its " + peers.blasKernels + " kernels, as asked";
    }
    if (!peers.sgemm) peers.blasWords = peers.blasReason;
    loadDnn(peers);
    return peers;
}

} // namespace unchained::bench
