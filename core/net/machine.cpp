// SPDX-License-Identifier: Apache-2.0
#include "net/machine.h"

#include "gpu/cbor.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/host_tensor.h"
#include "jobs/benchmark.h"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

namespace unchained::net {

namespace {

constexpr std::uint64_t kProbeSteps = 8;
constexpr const char* kRateName = "unchained/rate/v1";
constexpr std::size_t kDeviceMax = 60; ///< characters, as hubs take them
constexpr std::uint64_t kWorkerBytesMax = std::uint64_t{1} << 30, kRateBytesMax = 4096;

/// What /proc/cpuinfo says of the first processor; empty where it says nothing.
std::string cpuField(const char* field) {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        const std::size_t at = line.find(": ");
        if (line.rfind(field, 0) == 0 && at != std::string::npos) return line.substr(at + 2);
    }
    return {};
}

std::string textOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string graphicsCards() {
    std::error_code none;
    std::set<std::string> cards;
    for (std::filesystem::directory_iterator at("/proc/driver/nvidia/gpus", none), end; !none && at != end;
         at.increment(none))
        cards.insert(textOf(at->path() / "information"));
    std::string out = textOf("/proc/driver/nvidia/version");
    for (const std::string& card : cards)
        out += card;
    const char* const visible = std::getenv("CUDA_VISIBLE_DEVICES");
    return visible != nullptr ? out + visible : out;
}

/// Processors that we may run on; 0 where that cannot be told.
std::uint64_t processors() {
    cpu_set_t set;
    CPU_ZERO(&set);
    return ::sched_getaffinity(0, sizeof set, &set) == 0 ? static_cast<std::uint64_t>(CPU_COUNT(&set)) : 0;
}

} // namespace

std::string deviceName(const std::string& device) {
    const std::string processor = gpu::processorName();
    if (!device.empty() && device != processor) return device.substr(0, kDeviceMax);
    std::string name = processor.substr(0, 40);
    if (name.empty()) name = "CPU";
    return name + ", " + std::to_string(std::max(1U, std::thread::hardware_concurrency())) + " threads";
}

std::uint64_t memoryBytes() {
    const long pages = sysconf(_SC_PHYS_PAGES), bytes = sysconf(_SC_PAGE_SIZE);
    return pages > 0 && bytes > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(bytes) : 0;
}

void measureRate(jobs::WorkerProcess& worker, storage::BlobStore& blobs,
                 const std::function<void(Result<MeasuredRate>)>& done, const std::optional<MeasuredRate>& before) {
    const auto job = jobs::benchmarkJob();
    if (!job) return done(job.error());
    const auto root = blobs.write(job->data);
    if (!root) return done(root.error());
    auto found = std::make_shared<MeasuredRate>();
    worker.load({job->program, job->parameters, job->noise, *root}, [found](const Result<gpu::worker::Loaded>& loaded) {
        if (loaded) *found = {loaded->engine, 1, false, loaded->device};
    });
    worker.init([&worker, &blobs, found, done, before, work = job->workPerStep,
                 data = *root](const Result<gpu::worker::Initial>& initial) {
        if (!initial) return done(initial.error());
        const auto end = [&blobs, done, data, state = initial->root](const Result<MeasuredRate>& measured) {
            (void)blobs.remove(data);
            (void)blobs.remove(state);
            done(measured);
        };
        if (before && before->engine == found->engine)
            return end(MeasuredRate{before->engine, before->rate, before->kept, found->device});
        jobs::RunOrder order{initial->root, 0, 1, {}, false, false};
        for (std::uint64_t i = 0; i <= kProbeSteps; ++i)
            order.steps.push_back({i, Hash256{}});
        auto walls = std::make_shared<std::vector<std::uint64_t>>();
        worker.run(
            order, [walls](const gpu::worker::StepDone& step) { walls->push_back(step.wallNs); },
            [found, walls, work, end](const Result<jobs::RunOutcome>& ran) {
                if (!ran) return end(ran.error());
                std::sort(walls->begin(), walls->end()); // the median: the first one warms up, others may be disturbed
                const double ns = static_cast<double>(std::max<std::uint64_t>(1, walls->at(walls->size() / 2)));
                const auto rate = static_cast<std::uint64_t>(static_cast<double>(work) * 1e9 / ns);
                found->rate = std::max<std::uint64_t>(1, rate);
                end(*found);
            });
    });
}

void findEngine(jobs::WorkerProcess& worker, const std::function<void(Result<MeasuredRate>)>& done) {
    const auto job = jobs::benchmarkJob();
    if (!job) return done(job.error());
    worker.load({job->program, job->parameters, job->noise, {}}, [done](const Result<gpu::worker::Loaded>& loaded) {
        if (!loaded) return done(loaded.error());
        done(MeasuredRate{loaded->engine, 0, false, loaded->device});
    });
}

Hash256 machineFingerprint(const std::filesystem::path& worker, const std::string& engine) {
    const auto program = gpu::readFile(worker, kWorkerBytesMax);
    return taggedHash("machine",
                      {cpuField("model name"), cpuField("flags"), processors(), textOf("/sys/fs/cgroup/cpu.max"),
                       memoryBytes(), graphicsCards(), program ? sha256(*program) : Hash256{}, engine});
}

std::optional<MeasuredRate> rateMeasuredBefore(const std::filesystem::path& file, const Hash256& fingerprint) {
    const auto bytes = gpu::readFile(file, kRateBytesMax);
    const auto value = bytes ? cbor::decode(*bytes) : Result<cbor::Value>(bytes.error());
    if (!value) return std::nullopt;
    cbor::Reader in(*value, "rate", 4);
    const bool ours = in.text() == kRateName && in.fixed<Hash256>() == fingerprint;
    MeasuredRate out;
    out.engine = in.text();
    out.rate = in.u64();
    out.kept = true;
    if (!in.finish() || !ours || out.rate == 0) return std::nullopt;
    return out;
}

void keepRate(const std::filesystem::path& file, const Hash256& fingerprint, const MeasuredRate& rate) {
    const Bytes bytes = cbor::encode(cbor::Array{kRateName, fingerprint, rate.engine, rate.rate});
    const std::filesystem::path part = file.string() + ".part";
    std::ofstream out(part, std::ios::binary);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    std::error_code failed;
    if (out) std::filesystem::rename(part, file, failed);
    if (!out || failed) std::filesystem::remove(part, failed);
}

} // namespace unchained::net
