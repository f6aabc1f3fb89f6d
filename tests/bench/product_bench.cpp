// SPDX-License-Identifier: Apache-2.0
// Speed of the exact product beside OpenBLAS sgemm, and of the noise. Run with OMP_WAIT_POLICY=passive.
// Usage: bench_product [bits] [threads] [M K N]
#include "gpu/engine.h"
#include "gpu/noise.h"

#include <cblas.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

extern "C" void openblas_set_num_threads(int);

namespace {

using unchained::gpu::Matrix;

double bestSeconds(const std::function<void()>& work) {
    double best = 1e9;
    for (int i = 0; i < 7; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

void compare(unsigned bits, unsigned threads, std::size_t m, std::size_t k, std::size_t n, bool aT, bool bT) {
    std::vector<float> a(m * k);
    std::vector<float> b(k * n);
    std::vector<float> c(m * n);
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = static_cast<float>(i * 2654435761U % 1999) / 999.0F - 1.0F;
    for (std::size_t i = 0; i < b.size(); ++i)
        b[i] = static_cast<float>(i * 2246822519U % 1999) / 999.0F - 1.0F;
    openblas_set_num_threads(static_cast<int>(threads));
    const double flop = 2.0 * static_cast<double>(m) * static_cast<double>(k) * static_cast<double>(n);
    const double blas = bestSeconds([&] {
        cblas_sgemm(CblasRowMajor, aT ? CblasTrans : CblasNoTrans, bT ? CblasTrans : CblasNoTrans, static_cast<int>(m),
                    static_cast<int>(n), static_cast<int>(k), 1.0F, a.data(), static_cast<int>(aT ? m : k), b.data(),
                    static_cast<int>(bT ? k : n), 0.0F, c.data(), static_cast<int>(n));
    });
    unchained::gpu::ThreadPool pool(threads);
    unchained::gpu::Workspace workspace;
    unchained::gpu::ProductArgs args;
    args.bits = bits;
    args.a = aT ? Matrix::dense(a.data(), k, m).transposed() : Matrix::dense(a.data(), m, k);
    args.b = bT ? Matrix::dense(b.data(), n, k).transposed() : Matrix::dense(b.data(), k, n);
    args.out = c.data();
    args.outStride = n;
    const auto* engine = unchained::gpu::chooseEngine("").value();
    const double exact = bestSeconds([&] { static_cast<void>(engine->product(args, pool, workspace)); });
    std::printf("%u bit, %u threads, %5zux%5zux%5zu %s%s: sgemm %6.1f GFLOP/s, %s %6.1f GFLOP/s, ratio %.2f\n", bits,
                threads, m, k, n, aT ? "T" : "N", bT ? "T" : "N", flop / blas / 1e9,
                std::string(engine->name()).c_str(), flop / exact / 1e9, blas / exact);
}

} // namespace

int main(int argc, char** argv) {
    const auto number = [&](int i, long otherwise) { return argc > i ? std::atol(argv[i]) : otherwise; };
    const auto bits = static_cast<unsigned>(number(1, 14));
    const auto threads = static_cast<unsigned>(number(2, 1));
    if (argc > 5) {
        compare(bits, threads, static_cast<std::size_t>(number(3, 1)), static_cast<std::size_t>(number(4, 1)),
                static_cast<std::size_t>(number(5, 1)), false, false);
        return 0;
    }
    compare(bits, threads, 1024, 1024, 1024, false, false);
    compare(bits, threads, 12933, 512, 512, false, true);
    compare(bits, threads, 512, 12933, 512, true, false);
    compare(bits, threads, 12933, 512, 512, false, false);
    compare(bits, threads, 12933, 64, 512, false, true);

    std::vector<float> weights(1U << 20);
    unchained::gpu::ThreadPool one(1);
    const double noise = bestSeconds([&] {
        unchained::gpu::addNoise(weights.data(), weights.data(), weights.size(), {}, 0, 0, {8, 0}, one);
    });
    std::printf("noise: %.2f ns a weight on one thread\n", noise / static_cast<double>(weights.size()) * 1e9);
    const auto start = std::chrono::steady_clock::now();
    for (const auto& info : unchained::gpu::engines()) {
        if (!info.engine)
            std::printf("%s: %s\n", info.name.c_str(), info.reason.c_str());
        else
            static_cast<void>(unchained::gpu::selfTest(*info.engine, one));
    }
    std::printf("self-tests: %.1f ms\n",
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() * 1e3);
    return 0;
}
