// SPDX-License-Identifier: Apache-2.0
#include "job_files.h"

#include "gpu/engine.h"
#include "gpu/model_file.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"
#include "net/batch_order.h"

#include <fstream>

namespace unchained::bench {

namespace {

Result<void> write(const std::filesystem::path& path, const Result<Bytes>& bytes) {
    if (!bytes) return bytes.error();
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
    if (out.flush()) return {};
    return makeError(jobs::JobError::Inconsistent, path.string(), "cannot be written");
}

Result<Bytes> orderOf(const gpu::TrainDescription& d) {
    gpu::BatchOrder order(d.orderSeed, d.samples, d.rows());
    std::vector<std::int32_t> rows;
    for (std::uint64_t i = 0; i < d.iterations; ++i) {
        // A full batch is taken as it lies.
        for (std::uint64_t k = 0; k < d.rows(); ++k)
            rows.push_back(static_cast<std::int32_t>(d.batch == 0 ? k : order.rows(i)[k]));
    }
    const ByteView bytes{reinterpret_cast<const std::uint8_t*>(rows.data()), rows.size() * sizeof(std::int32_t)};
    return gpu::writeSafetensors({{"rows", gpu::DType::I32, {d.iterations, d.rows()}, bytes}});
}

Result<Bytes> weightsOf(const jobs::PreparedJob& job) {
    const auto engine = gpu::chooseEngine("scalar");
    if (!engine) return engine.error();
    gpu::ThreadPool pool(1);
    const auto program = gpu::makeProgram(job.program, job.parameters, **engine, pool);
    if (!program) return program.error();
    const auto state = job.initialState ? Result<Bytes>(*job.initialState) : (*program)->initialState();
    if (!state) return state.error();
    return gpu::writeModel((*program)->layout(), *state);
}

} // namespace

Result<void> writeJobFiles(const jobs::PreparedJob& job, const std::filesystem::path& folder) {
    if (auto ok = write(folder / "data.safetensors", job.data); !ok) return ok;
    if (auto ok = write(folder / "initial.safetensors", weightsOf(job)); !ok) return ok;
    return write(folder / "order.safetensors", orderOf(job.description));
}

} // namespace unchained::bench
