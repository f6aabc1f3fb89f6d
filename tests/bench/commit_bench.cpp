// SPDX-License-Identifier: Apache-2.0
// The root of a state of 64 MiB. Usage: bench_commit [threads]; of a card: bench_cuda.
#include "gpu/commit.h"

#include "gpu/thread_pool.h"
#include "timing.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    using namespace unchained;
    gpu::ThreadPool pool(argc > 1 ? static_cast<unsigned>(std::atoi(argv[1])) : 0);
    const Bytes state(std::size_t{64} << 20, 0x5a);
    Hash256 root;
    const double seconds = bench::bestSeconds([&] { root = gpu::stateRoot(state, pool); });
    std::printf("root on %u threads: %.2f GB/s (%s)\n", pool.threads(),
                static_cast<double>(state.size()) / seconds / 1e9, toHex(root.view()).substr(0, 8).c_str());
    return 0;
}
