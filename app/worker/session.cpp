// SPDX-License-Identifier: Apache-2.0
#include "worker/session.h"

#include "gpu/commit.h"
#include "gpu/dataset.h"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>

namespace unchained::worker {

using namespace gpu::worker;
using gpu::ProgramError;

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kPairsMax = 8; ///< of a request

std::uint64_t nsSince(Clock::time_point start) {
    return static_cast<std::uint64_t>(std::chrono::nanoseconds(Clock::now() - start).count());
}

/// Of all threads, those that run just now too.
std::uint64_t cpuNs() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<std::uint64_t>(now.tv_sec) * 1'000'000'000U + static_cast<std::uint64_t>(now.tv_nsec);
}

/// The job's first iteration of a step; nothing where it lies beyond 64 bits.
std::optional<std::uint64_t> firstIteration(const Run& request, std::uint64_t step) {
    std::uint64_t offset = 0;
    std::uint64_t first = 0;
    if (__builtin_mul_overflow(step, std::uint64_t{request.iterationsPerStep}, &offset)) return std::nullopt;
    if (__builtin_add_overflow(request.startIteration, offset, &first)) return std::nullopt;
    return first;
}

/// The root that parameters name for Y[0], {"init": {"root": 32 bytes}}.
std::optional<Hash256> initRoot(const cbor::Value& parameters) {
    const cbor::Value* init = parameters.find("init");
    const cbor::Value* root = init ? init->find("root") : nullptr;
    const Bytes* bytes = root ? root->asBytes() : nullptr;
    return bytes ? Hash256::from(*bytes) : std::nullopt;
}

Error nothingLoaded() {
    return makeError(WorkerError::NothingLoaded, "job", "no job was loaded before this request", "load one first");
}

} // namespace

Session::Session(const gpu::Engine& engine, gpu::ThreadPool& pool, BlobFiles& blobs, Outside outside,
                 SelfCheck selfCheck)
    : m_engine(&engine), m_pool(pool), m_blobs(blobs), m_outside(std::move(outside)), m_selfCheck(selfCheck) {
    use(engine);
}

void Session::use(const gpu::Engine& engine) {
    m_program.reset(); // it has borrowed the one before
    m_engine = &engine;
    m_checking.reset();
    if (m_selfCheck.every == 0) return;
    m_checking = std::make_unique<gpu::SelfCheckingEngine>(engine, m_selfCheck.every, m_selfCheck.seed);
    m_engine = m_checking.get();
}

void Session::handle(const Request& request) {
    auto reply = std::visit([this](const auto& r) { return answer(r); }, request);
    if (!reply) return refuse(idOf(request), reply.error());
    std::visit(
        [](auto& r) {
            if constexpr (requires { r.cpu; }) r.cpu.ns = cpuNs();
        },
        *reply);
    m_outside.send(*reply);
}

void Session::refuse(std::uint64_t id, const Error& error) {
    m_deviceFailed = m_deviceFailed || error.is(gpu::EngineError::DeviceFailed);
    m_outside.send(Refused{id, {cpuNs()}, error});
}

Result<Reply> Session::answer(const Load& request) {
    if (auto loaded = loadJob(request.job); !loaded) {
        m_program.reset();
        m_root.reset();
        return loaded.error();
    }
    m_job = request.job;
    Loaded reply;
    reply.id = request.id;
    reply.engine = m_engine->name();
    reply.stateBytes = m_program->stateBytes();
    reply.workPerIteration = m_program->workPerIteration();
    reply.iterations = m_program->iterations();
    reply.layout = m_program->layout();
    reply.device = m_engine->device();
    return Reply(std::move(reply));
}

Result<void> Session::loadJob(const Job& job) {
    // Noise terms, and data where there were none, come to a program that stays: a renter learns the scales from it.
    const bool stays = m_program && m_job.program == job.program && m_job.parameters == job.parameters &&
                       (m_job.dataRoot == job.dataRoot || !m_job.dataRoot);
    if (!stays) {
        m_root.reset();
        auto program = gpu::makeProgram(job.program, job.parameters, *m_engine, m_pool);
        if (!program) return program.error();
        m_program = std::move(*program);
    }
    if (!job.dataRoot || (stays && m_job.dataRoot == job.dataRoot)) return {};
    auto data = m_blobs.read(*job.dataRoot, gpu::kDataSetBytesMax);
    if (!data) return data.error();
    return m_program->bindData(*data);
}

template <class Work>
auto Session::withTrustedEngine(const Work& work) -> decltype(work()) {
    if (!m_checking || m_replaced) return work();
    const auto state = m_program->state();
    if (!state) return state.error();
    const Bytes before(state->begin(), state->end());
    auto done = work();
    if (done || !done.error().is(gpu::EngineError::WrongProduct)) return done;
    if (m_outside.warn) m_outside.warn(done.error());
    if (auto replaced = replaceEngine(before); !replaced) return replaced.error();
    return work();
}

Result<void> Session::replaceEngine(ByteView state) {
    if (auto written = settleLast(); !written) return written; // it is still on the card
    m_replaced = true;
    const std::optional<Hash256> root = m_root;
    use(gpu::engineBeside(*m_engine));
    if (m_outside.warn) {
        m_outside.warn(makeError(
            gpu::EngineError::WrongProduct, std::string(m_engine->name()),
            {"the engine %1 computes what that one began, and all that follows", std::string(m_engine->name())}));
    }
    if (auto loaded = loadJob(m_job); !loaded) return loaded;
    if (auto loaded = m_program->load(state); !loaded) return loaded;
    m_root = root;
    return {};
}

Result<Bytes> Session::initialState() {
    if (const auto root = initRoot(m_job.parameters)) return m_blobs.read(*root, m_program->stateBytes());
    return m_program->initialState();
}

Result<Reply> Session::answer(const Init& request) {
    if (!m_program) return nothingLoaded();
    auto state = initialState();
    if (!state) return state.error();
    m_root.reset();
    if (auto loaded = m_program->load(*state); !loaded) return loaded.error();
    const Hash256 root = gpu::stateRoot(*state, m_pool);
    m_root = root;
    if (root != initRoot(m_job.parameters)) {
        if (auto written = m_blobs.write(root, *state); !written) return written.error();
    }
    return Reply(Initial{request.id, {}, root, m_program->proposedNoise(*state)});
}

Result<void> Session::takeUp(const Hash256& root) {
    if (m_root == root) return {};
    auto state = m_blobs.read(root, m_program->stateBytes());
    if (!state) return state.error();
    m_root.reset();
    if (auto loaded = m_program->load(*state); !loaded) return loaded;
    m_root = root;
    return {};
}

Result<Reply> Session::answer(const Run& request) {
    if (!m_program) return nothingLoaded();
    const std::uint64_t cpuBefore = cpuNs();
    if (auto taken = takeUp(request.from); !taken) return taken.error();
    Pairs pairs;
    const auto end = stepAll(request, pairs);
    // What was computed is reported, whatever came after it.
    const auto written = settleLast();
    if (!end) return end.error();
    if (!written) return written.error();
    if (*end == End::Cancelled) return Reply(Cancelled{request.id, {}});
    RunDone reply;
    reply.id = request.id;
    reply.cpuNs = cpuNs() - cpuBefore - pairs.spentNs;
    reply.bareCpuNs = pairs.spentNs;
    if (*end == End::Done)
        reply.plainCpuNs = static_cast<std::uint64_t>(static_cast<double>(reply.cpuNs) * pairs.share());
    return Reply(reply);
}

Result<Session::End> Session::stepAll(const Run& request, Pairs& pairs) {
    for (const SeededStep& next : request.steps) {
        if (m_outside.isCancelled(request.id)) return End::Cancelled;
        const bool bothWays = request.bare && pairs.shares.size() < kPairsMax;
        auto stepped = bothWays ? stepBothWays(request, next, pairs) : step(request, next);
        if (!stepped) return stepped.error();
        if (!*stepped) return End::NotFinite;
    }
    return End::Done;
}

Result<bool> Session::step(const Run& request, const SeededStep& step) {
    const auto first = firstIteration(request, step.step);
    if (!first) {
        return makeError(ProgramError::BadParameters, "step", {"the number %1 is beyond every job", step.step},
                         "ask for steps of the job only");
    }
    m_root.reset(); // undefined, should the step fail
    const Clock::time_point start = Clock::now();
    const auto cost =
        withTrustedEngine([&] { return m_program->step(*first, request.iterationsPerStep, step.seed, m_job.noise); });
    if (!cost && cost.error().is(ProgramError::NotFinite)) {
        if (auto written = settleLast(); !written) return written.error();
        m_outside.send(StepFailed{request.id, step.step});
        return false;
    }
    if (!cost) return cost.error();
    StepDone reply{request.id, step.step, {}, nsSince(start), static_cast<std::uint64_t>(cost->noiseWall * 1e9), 0};
    const Clock::time_point hashStart = Clock::now();
    auto root = m_program->root();
    if (!root) return root.error();
    reply.root = *root;
    reply.hashNs = nsSince(hashStart);
    if (!request.keep) {
        m_outside.send(reply);
    } else if (auto kept = keep(reply); !kept) {
        return kept.error();
    }
    m_root = m_program->kind() == gpu::WorkKind::Parallel ? request.from : reply.root;
    return true;
}

Result<void> Session::keep(const StepDone& reply) {
    auto leaving = m_program->leave();
    if (!leaving) return leaving.error();
    if (!*leaving) {
        auto output = m_program->output();
        if (!output) return output.error();
        if (auto written = m_blobs.write(reply.root, *output); !written) return written;
        m_outside.send(reply);
        return {};
    }
    if (auto written = settleLast(); !written) return written;
    auto write = [this, root = reply.root, bytes = std::move(*leaving)]() -> Result<void> {
        auto state = bytes->wait();
        if (!state) return state.error();
        return m_blobs.write(root, *state);
    };
    m_last = Written{reply, std::async(std::launch::async, std::move(write))};
    return {};
}

Result<void> Session::settleLast() {
    if (!m_last) return {};
    Written last = std::move(*m_last);
    m_last.reset();
    auto written = last.done.get();
    if (written) m_outside.send(last.reply);
    return written;
}

Result<bool> Session::stepBothWays(const Run& request, const SeededStep& next, Pairs& pairs) {
    const std::uint64_t begin = cpuNs();
    if (auto written = settleLast(); !written) return written.error(); // it may still be on the card
    const auto before = save();
    if (!before) return before.error();
    // They take turns in coming first, and both begin in a state that was just loaded.
    const bool bareFirst = pairs.shares.size() % 2 == 0;
    std::optional<std::uint64_t> bare;
    if (bareFirst) {
        if (auto back = goBack(*before); !back) return back.error();
        bare = bareStep(request, next.step);
    }
    if (auto back = goBack(*before); !back) return back.error();
    const std::uint64_t start = cpuNs();
    pairs.spentNs += start - begin;
    auto stepped = step(request, next);
    if (auto written = settleLast(); !written) return written.error();
    const std::uint64_t rented = cpuNs() - start;
    if (!stepped || !*stepped) return stepped;
    if (!bareFirst) {
        const auto after = save();
        if (!after) return after.error();
        if (auto back = goBack(*before); !back) return back.error();
        bare = bareStep(request, next.step);
        if (auto back = goBack(*after); !back) return back.error();
    }
    if (bare) pairs.shares.push_back(static_cast<double>(*bare) / static_cast<double>(rented));
    pairs.spentNs += cpuNs() - start - rented;
    return true;
}

std::optional<std::uint64_t> Session::bareStep(const Run& request, std::uint64_t step) {
    const auto first = firstIteration(request, step);
    if (!first) return std::nullopt;
    const std::uint64_t start = cpuNs();
    const bool done = m_program->step(*first, request.iterationsPerStep, std::nullopt, m_job.noise).ok();
    return done ? std::optional(cpuNs() - start) : std::nullopt;
}

Result<Session::Saved> Session::save() {
    const auto state = m_program->state();
    if (!state) return state.error();
    return Saved{Bytes(state->begin(), state->end()), m_root};
}

Result<void> Session::goBack(const Saved& to) {
    m_root.reset();
    if (auto loaded = m_program->load(to.state); !loaded) return loaded;
    m_root = to.root;
    return {};
}

double Session::Pairs::share() const {
    if (shares.empty()) return 0;
    std::vector<double> sorted = shares;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    if (sorted.size() % 2 == 1) return *middle;
    return (*middle + *std::max_element(sorted.begin(), middle)) / 2;
}

Result<Reply> Session::answer(const Evaluate& request) {
    if (!m_program) return nothingLoaded();
    if (auto taken = takeUp(request.root); !taken) return taken.error();
    auto evaluation = withTrustedEngine([&] { return m_program->evaluate(); });
    if (!evaluation) return evaluation.error();
    return Reply(Evaluated{request.id, {}, *evaluation});
}

Result<Reply> Session::answer(const Devices& request) {
    DeviceList reply;
    reply.id = request.id;
    for (const gpu::EngineInfo& info : gpu::engines()) {
        const std::uint64_t rate = info.engine ? gpu::measureEngine(*info.engine, m_pool) : 0;
        const std::string device = info.engine ? info.engine->device() : std::string();
        reply.devices.push_back({info.name, device, rate, info.reason});
    }
    return Reply(std::move(reply));
}

Result<Reply> Session::answer(const Cancel& request) {
    return Reply(Cancelled{request.id, {}}); // the reader of requests takes these out
}

} // namespace unchained::worker
