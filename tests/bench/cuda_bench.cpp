// SPDX-License-Identifier: Apache-2.0
// Exact products on a card beside cuBLAS in binary32 and TF32, with all operands on the card, quantising and
// recombining included; and noise, sums and roots. One JSON object: {"name": {"value", "low", "high"}}, over the
// repetitions, or
// {"name": {"value": null, "reason"}} where there is no card.
#include "cuda/operations.h"
#include "gpu/hash.h"

#include <algorithm>
#include <cstdio>
#include <cublas_v2.h>
#include <dlfcn.h>
#include <functional>

namespace {

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::cuda;

constexpr int kRepetitions = 9;
constexpr std::size_t kSizes[] = {1024, 4096, 8192};

/// cuBLAS, loaded as the engine loads cuBLASLt.
struct Cublas {
    decltype(&cublasCreate_v2) create = nullptr;
    decltype(&cublasSetStream_v2) setStream = nullptr;
    decltype(&cublasSetMathMode) setMathMode = nullptr;
    decltype(&cublasSgemm_v2) sgemm = nullptr;
    cublasHandle_t handle = nullptr;

    [[nodiscard]] bool load(cudaStream_t stream) {
        const std::string name = "libcublas.so." + std::to_string(CUBLAS_VER_MAJOR);
        void* library = ::dlopen(name.c_str(), RTLD_NOW);
        if (!library) library = ::dlopen(("/usr/local/cuda/lib64/" + name).c_str(), RTLD_NOW);
        if (!library) return false;
        create = reinterpret_cast<decltype(create)>(::dlsym(library, "cublasCreate_v2"));
        setStream = reinterpret_cast<decltype(setStream)>(::dlsym(library, "cublasSetStream_v2"));
        setMathMode = reinterpret_cast<decltype(setMathMode)>(::dlsym(library, "cublasSetMathMode"));
        sgemm = reinterpret_cast<decltype(sgemm)>(::dlsym(library, "cublasSgemm_v2"));
        return create && setStream && setMathMode && sgemm && create(&handle) == CUBLAS_STATUS_SUCCESS &&
               setStream(handle, stream) == CUBLAS_STATUS_SUCCESS;
    }
};

struct Figure {
    double value = 0;
    double low = 0;
    double high = 0;
};

Figure medianOf(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values.front(), values.back()};
}

void print(const std::string& name, const Figure& f) {
    static bool first = true;
    std::printf("%s\n  \"%s\": {\"value\": %.3f, \"low\": %.3f, \"high\": %.3f}", first ? "{" : ",", name.c_str(),
                f.value, f.low, f.high);
    first = false;
}

/// Seconds of work that is queued on the card's stream.
double secondsOf(CudaCard& card, const std::function<bool()>& work, bool& good) {
    cudaEvent_t start = nullptr;
    cudaEvent_t end = nullptr;
    float milliseconds = 0;
    good = good && cudaEventCreate(&start) == cudaSuccess && cudaEventCreate(&end) == cudaSuccess;
    good = good && cudaEventRecord(start, card.stream()) == cudaSuccess && work();
    good = good && cudaEventRecord(end, card.stream()) == cudaSuccess && cudaEventSynchronize(end) == cudaSuccess;
    good = good && cudaEventElapsedTime(&milliseconds, start, end) == cudaSuccess;
    static_cast<void>(cudaEventDestroy(start));
    static_cast<void>(cudaEventDestroy(end));
    return static_cast<double>(milliseconds) / 1e3;
}

/// Random floats on the card, in a slot that no operation uses.
float* randomOnCard(CudaCard& card, CardSlot slot, std::size_t count, bool& good) {
    auto memory = card.memory(slot, count * sizeof(float));
    good = good && memory.ok();
    if (!good) return nullptr;
    auto* values = static_cast<float*>(*memory);
    good =
        card.clear(values, count * sizeof(float)).ok() &&
        addNoiseOnCard(card, values, values, count, sha256(Bytes{1}), 0, static_cast<std::uint64_t>(slot), {8, 8}).ok();
    return values;
}

bool compareProducts(CudaCard& card, Cublas& blas, std::size_t n) {
    bool good = true;
    float* a = randomOnCard(card, CardSlot::HostA, n * n, good);
    float* b = randomOnCard(card, CardSlot::HostB, n * n, good);
    float* c = randomOnCard(card, CardSlot::HostOut, n * n, good);
    auto flags = clearFlags(card);
    if (!good || !flags) return false;
    const auto floats = [&](cublasMath_t mode) {
        const float one = 1;
        const float zero = 0;
        const int side = static_cast<int>(n);
        return blas.setMathMode(blas.handle, mode) == CUBLAS_STATUS_SUCCESS &&
               blas.sgemm(blas.handle, CUBLAS_OP_N, CUBLAS_OP_N, side, side, side, &one, b, side, a, side, &zero, c,
                          side) == CUBLAS_STATUS_SUCCESS;
    };
    const auto exact = [&](unsigned bits) {
        ProductArgs args;
        args.bits = bits;
        args.a = Matrix::dense(a, n, n);
        args.b = Matrix::dense(b, n, n);
        args.out = c;
        args.outStride = n;
        return queueProduct(card, args, *flags).ok();
    };
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        std::vector<double> overSgemm;
        std::vector<double> overTf32;
        std::vector<double> rates;
        // Interleaved, and the first round only warms up: a card's clock moves.
        for (int i = 0; i <= kRepetitions; ++i) {
            const double single = secondsOf(
                card, [&] { return floats(CUBLAS_DEFAULT_MATH); }, good);
            const double tf32 = secondsOf(
                card, [&] { return floats(CUBLAS_TF32_TENSOR_OP_MATH); }, good);
            const double ours = secondsOf(
                card, [&] { return exact(bits); }, good);
            if (!good) return false;
            if (i == 0) continue;
            overSgemm.push_back(single / ours);
            overTf32.push_back(tf32 / ours);
            rates.push_back(2.0 * static_cast<double>(n) * static_cast<double>(n) * static_cast<double>(n) / ours /
                            1e12);
        }
        const std::string prefix = "cuda" + std::to_string(bits);
        print(prefix + "_vs_sgemm_" + std::to_string(n), medianOf(overSgemm));
        print(prefix + "_vs_tf32_" + std::to_string(n), medianOf(overTf32));
        print(prefix + "_tflops_" + std::to_string(n), medianOf(rates));
    }
    return good;
}

bool measureOperations(CudaCard& card) {
    bool good = true;
    constexpr std::size_t kCount = std::size_t{1} << 28; // 1 GiB
    constexpr double kGigabytes = static_cast<double>(kCount * sizeof(float)) / 1e9;
    constexpr std::size_t kColumns = 4096;
    float* values = randomOnCard(card, CardSlot::HostA, kCount, good);
    auto* sums = static_cast<float*>(card.memory(CardSlot::HostOut, kColumns * sizeof(float)).value());
    auto flags = clearFlags(card);
    if (!good || !flags) return false;
    const auto rate = [&](const char* name, const std::function<bool()>& work) {
        std::vector<double> rates;
        for (int i = 0; i <= kRepetitions && good; ++i) {
            const double seconds = secondsOf(card, work, good);
            if (i > 0) rates.push_back(kGigabytes / seconds);
        }
        if (good) print(name, medianOf(rates));
    };
    rate("cuda_hash_gbps", [&] {
        return stateRootOnCard(card, reinterpret_cast<const std::uint8_t*>(values), kCount * sizeof(float)).ok();
    });
    rate("cuda_noise_gbps", [&] { return addNoiseOnCard(card, values, values, kCount, {}, 0, 0, {8, 0}).ok(); });
    rate("cuda_sums_gbps",
         [&] { return columnSumsOnCard(card, values, kCount / kColumns, kColumns, nullptr, sums, *flags).ok(); });
    return good;
}

int withoutCard(const std::string& reason) {
    for (const std::size_t n : kSizes) {
        for (const char* peer : {"sgemm", "tf32"}) {
            std::printf("%s\n  \"cuda14_vs_%s_%zu\": {\"value\": null, \"reason\": \"%s\"}",
                        n == kSizes[0] && peer[0] == 's' ? "{" : ",", peer, n, reason.c_str());
        }
    }
    std::printf(",\n  \"cuda_hash_gbps\": {\"value\": null, \"reason\": \"%s\"}\n}\n", reason.c_str());
    return 0;
}

} // namespace

int main() {
    auto card = CudaCard::get();
    if (!card) return withoutCard(card.error().sentence.str());
    Cublas blas;
    if (!blas.load((*card)->stream())) return withoutCard("cuBLAS is not installed");
    bool good = true;
    for (const std::size_t n : kSizes)
        good = good && compareProducts(**card, blas, n);
    good = good && measureOperations(**card);
    std::printf("\n}\n");
    if (!good) std::fprintf(stderr, "bench_cuda: the card failed or has too little memory\n");
    return good ? 0 : 1;
}
