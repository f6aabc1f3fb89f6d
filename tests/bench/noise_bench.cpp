// SPDX-License-Identifier: Apache-2.0
// Noise on a tensor of a million weights. Usage: bench_noise [threads]; of a card: bench_cuda.
#include "gpu/noise.h"

#include "gpu/thread_pool.h"
#include "timing.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

int main(int argc, char** argv) {
    using namespace unchained::gpu;
    ThreadPool pool(argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 0);
    std::vector<float> weights(1U << 20);
    const double seconds = unchained::bench::bestSeconds([&] {
        addNoise(weights.data(), weights.data(), weights.size(), {}, 0, 0, {8, 0}, pool);
    });
    std::printf("noise on %u threads: %.2f ns a weight\n", pool.threads(),
                seconds / static_cast<double>(weights.size()) * 1e9);
    return 0;
}
