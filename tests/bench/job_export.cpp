// SPDX-License-Identifier: Apache-2.0
// Writes what another program needs to train the same job (job_files.h).
//
//     bench_job_export JOB.toml DIR [SEED]
#include "job_files.h"

#include <cstdio>
#include <cstdlib>

using namespace unchained;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "bench_job_export JOB.toml DIR [SEED]\n");
        return 2;
    }
    jobs::JobSpec spec = must(jobs::loadJob(argv[1]));
    if (argc > 3) spec.seed = std::strtoull(argv[3], nullptr, 10);
    must(bench::writeJobFiles(must(jobs::prepareJob(spec)), argv[2]));
    return 0;
}
