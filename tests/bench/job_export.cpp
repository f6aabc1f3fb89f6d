// SPDX-License-Identifier: Apache-2.0
// Writes what another program needs to train the same job: DIR/data.safetensors (the data set), DIR/initial.safetensors
// (the initial weights) and DIR/order.safetensors ("rows" [iterations, batch]: the samples of each iteration).
//
//     bench_job_export JOB.toml DIR [SEED]
#include "gpu/engine.h"
#include "gpu/model_file.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"
#include "jobs/prepare.h"
#include "net/batch_order.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

using namespace unchained;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

void write(const std::filesystem::path& path, ByteView bytes) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) {
        std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
        std::exit(1);
    }
}

Bytes orderOf(const gpu::TrainDescription& d) {
    gpu::BatchOrder order(d.orderSeed, d.samples, d.rows());
    std::vector<std::int32_t> rows;
    for (std::uint64_t i = 0; i < d.iterations; ++i) {
        // A full batch is taken as it lies.
        for (std::uint64_t k = 0; k < d.rows(); ++k)
            rows.push_back(static_cast<std::int32_t>(d.batch == 0 ? k : order.rows(i)[k]));
    }
    const ByteView bytes{reinterpret_cast<const std::uint8_t*>(rows.data()), rows.size() * sizeof(std::int32_t)};
    return must(gpu::writeSafetensors({{"rows", gpu::DType::I32, {d.iterations, d.rows()}, bytes}}));
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "bench_job_export JOB.toml DIR [SEED]\n");
        return 2;
    }
    jobs::JobSpec spec = must(jobs::loadJob(argv[1]));
    if (argc > 3) spec.seed = std::strtoull(argv[3], nullptr, 10);
    const jobs::PreparedJob job = must(jobs::prepareJob(spec));
    gpu::ThreadPool pool(1);
    const auto program = must(gpu::makeProgram(job.program, job.parameters, *must(gpu::chooseEngine("scalar")), pool));
    const Bytes state = job.initialState ? *job.initialState : must(program->initialState());
    const std::filesystem::path dir(argv[2]);
    write(dir / "data.safetensors", job.data);
    write(dir / "initial.safetensors", must(gpu::writeModel(program->layout(), state)));
    write(dir / "order.safetensors", orderOf(job.description));
    return 0;
}
