// SPDX-License-Identifier: Apache-2.0
// Exact sums of a 4096×1024 matrix, maxima included. Usage: bench_sums [threads]; of a card: bench_cuda.
#include "gpu/sums.h"

#include "gpu/product.h"
#include "gpu/thread_pool.h"
#include "timing.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int argc, char** argv) {
    using namespace unchained::gpu;
    ThreadPool pool(argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 0);
    constexpr std::size_t kRows = 4096;
    constexpr std::size_t kColumns = 1024;
    std::vector<float> values(kRows * kColumns);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i * 2654435761U % 1999) / 999.0F - 1.0F;
    std::vector<std::uint32_t> max(kColumns);
    std::vector<float> sums(kColumns);
    bool good = true;
    const double columns = unchained::bench::bestSeconds([&] {
        absMax(values.data(), kRows, kColumns, nullptr, max.data(), pool);
        good = columnSums(values.data(), kRows, kColumns, max.data(), sums.data(), pool) && good;
    });
    const double all = unchained::bench::bestSeconds([&] { good = exactSum(values, pool).ok() && good; });
    const double bytes = static_cast<double>(values.size() * sizeof(float));
    std::printf("sums on %u threads: columns %.1f GB/s, all %.1f GB/s%s\n", pool.threads(), bytes / columns / 1e9,
                bytes / all / 1e9, good ? "" : ", and wrong");
    return good ? 0 : 1;
}
