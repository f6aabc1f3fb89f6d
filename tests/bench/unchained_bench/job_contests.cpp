// SPDX-License-Identifier: Apache-2.0
#include "gpu/commit.h"
#include "gpu/engine.h"
#include "gpu/freivalds.h"
#include "gpu/program.h"
#include "gpu/self_check.h"
#include "job_files.h"
#include "jobs/benchmark.h"
#include "jobs/step_costs.h"
#include "unchained_bench/child.h"
#include "unchained_bench/contests.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <memory>

namespace unchained::bench {

namespace {

constexpr int kTries = 4; ///< of each part: the least time is what it takes when nobody disturbs
constexpr std::uint64_t kRate = 20'000'000'000;
constexpr std::uint64_t kLongJob = 1 << 20; ///< iterations, so that no step is short for the sake of 20 wins

/// Of this process's work, so that what a busy machine does beside is not counted. For shares on one thread.
double secondsNow() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

[[noreturn]] void stop(const Error& error) {
    std::fprintf(stderr, "unchained-bench: %s\n", error.text().c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result) stop(result.error());
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

/// An engine that, while asked to, does each product once more as a worker does one that it checks, and adds up what
/// that takes longer, of a small product as much as it is checked less often (gpu/self_check.h). For one thread.
class CheckingEngine : public gpu::Engine {
public:
    explicit CheckingEngine(const gpu::Engine& inner) : m_inner(inner) {}
    [[nodiscard]] std::string_view name() const override { return m_inner.name(); }
    [[nodiscard]] Result<void> product(const gpu::ProductArgs& args, gpu::ThreadPool& pool,
                                       gpu::Workspace& workspace) const override {
        if (!m_checking) return m_inner.product(args, pool, workspace);
        const auto plain = [&] { return m_inner.product(args, pool, workspace); };
        const auto checked = [&]() -> Result<void> {
            const Hash256 seed{{1, 2, 3}};
            if (!must(gpu::checkedProduct(m_inner, args, seed, pool, workspace, m_checkWorkspace))) std::abort();
            return {};
        };
        const auto work = static_cast<double>(args.a.rows * args.a.columns * args.b.columns);
        m_seconds += gpu::selfCheckShare(work) * (least(checked) - least(plain));
        return plain();
    }

    void setChecking(bool checking) {
        m_checking = checking;
        m_seconds = 0;
    }
    [[nodiscard]] double seconds() const { return m_seconds; }

private:
    template <class Work>
    static double least(const Work& work) {
        double out = 1e9;
        for (int i = 0; i < kTries; ++i) {
            const double start = secondsNow();
            must(work());
            out = std::min(out, secondsNow() - start);
        }
        return out;
    }

    const gpu::Engine& m_inner;
    bool m_checking = false;
    mutable double m_seconds = 0;
    mutable gpu::Workspace m_checkWorkspace;
};

/// A job that is trained here, with the noise of made-up seeds.
class Trained {
public:
    Trained(const std::string& program, const cbor::Value& parameters, const Bytes& data, unsigned threads)
        : m_pool(threads), m_engine(*must(gpu::chooseEngine(""))),
          m_program(must(gpu::makeProgram(program, parameters, m_engine, m_pool))) {
        must(m_program->bindData(data));
        const Bytes first = must(m_program->initialState());
        must(m_program->load(first));
        m_noise = m_program->proposedNoise(first);
    }

    gpu::StepCost iterate(std::uint32_t count) {
        if (m_at + count > m_program->iterations()) m_at = 0;
        m_at += count;
        return must(m_program->step(m_at - count, count, Hash256{{7}}, m_noise));
    }

    /// Seconds of what is no training in a step of so many iterations, and of all of it. Each part is measured alone:
    /// the difference of two trainings would drown in what the machine does beside.
    std::pair<double, double> step(std::uint32_t iterations) {
        gpu::StepCost least{1e9, 1e9};
        double hash = 1e9;
        for (int i = 0; i < kTries; ++i) {
            const double start = secondsNow();
            const gpu::StepCost cost = iterate(1);
            const double between = secondsNow();
            least = {std::min(least.wall, between - start), std::min(least.noiseWall, cost.noiseWall)};
            if (gpu::stateRoot(must(m_program->state()), m_pool) == Hash256{}) std::abort();
            hash = std::min(hash, secondsNow() - between);
        }
        m_engine.setChecking(true);
        iterate(1);
        const double check = m_engine.seconds() / gpu::kSelfCheckEvery;
        m_engine.setChecking(false);
        const double beside = iterations * (least.noiseWall + check) + hash;
        return {beside, iterations * (least.wall + check) + hash};
    }

private:
    gpu::ThreadPool m_pool;
    CheckingEngine m_engine;
    std::unique_ptr<gpu::Program> m_program;
    gpu::NoiseTerms m_noise;
    std::uint64_t m_at = 0;
};

/// Hash, noise and self-check together, as a share of a step of the length that `plan` proposes for a credit an hour.
/// On one core: what is checked of attention runs on all that there are, and would count twice.
void addOverhead(Report& report, const std::string& name, const std::string& program, const cbor::Value& parameters,
                 const Bytes& data) {
    auto shape = must(jobs::shapeOf(program, parameters));
    shape.iterations = kLongJob;
    const std::uint32_t iterations = jobs::proposeStep(shape, 4, Amount::credits(1), kRate).iterations;
    auto trained = std::make_shared<std::unique_ptr<Trained>>();
    Contest contest{name, 1, {}, {}, [](double beside, double all) { return beside / all; }, true};
    contest.both = [=] {
        if (!*trained) *trained = std::make_unique<Trained>(program, parameters, data, 1);
        return (*trained)->step(iterations);
    };
    report.add(contest);
}

/// Iterations in turns: a few here, as many there.
class Pace {
public:
    Pace(const jobs::PreparedJob& job, unsigned threads, std::uint32_t iterations, const std::filesystem::path& script)
        : m_job(job), m_threads(threads), m_iterations(iterations), m_script(script) {}

    std::pair<double, double> turn() {
        if (!m_ours) start();
        double now[2];
        m_peerFirst = !m_peerFirst;
        for (const bool peer : {m_peerFirst, !m_peerFirst})
            now[peer ? 1 : 0] = peer ? theirs() : m_ours->iterate(m_iterations).wall;
        return {now[0], now[1]};
    }
    /// Whether PyTorch can be loaded.
    static bool canRun() { return Child({kPython, "-c", "import torch; print(1)"}).line() == "1"; }

private:
    static constexpr const char* kPython = "/usr/bin/python3";

    void start() {
        std::string name = (std::filesystem::temp_directory_path() / "unchained-bench-XXXXXX").string();
        if (!::mkdtemp(name.data())) std::abort();
        must(writeJobFiles(m_job, name));
        m_peer = std::make_unique<Child>(std::vector<std::string>{kPython, "-B", m_script, m_job.spec.path, "--pace",
                                                                  name, "--threads", std::to_string(m_threads)});
        const auto ready = m_peer->line();
        std::filesystem::remove_all(name);
        if (ready != "ready") std::abort();
        m_ours = std::make_unique<Trained>(m_job.program, m_job.parameters, m_job.data, m_threads);
    }
    double theirs() {
        m_peer->say(std::to_string(m_iterations));
        return std::stod(m_peer->line().value_or("0"));
    }

    const jobs::PreparedJob m_job;
    const unsigned m_threads;
    const std::uint32_t m_iterations;
    const std::filesystem::path m_script;
    std::unique_ptr<Child> m_peer;
    std::unique_ptr<Trained> m_ours;
    bool m_peerFirst = true;
};

} // namespace

void addJobs(Report& report, const std::filesystem::path& folder, const std::filesystem::path& script) {
    const auto prepared = [&](const char* name) {
        return must(jobs::prepareJob(must(jobs::loadJob(folder / (std::string(name) + ".toml")))));
    };
    const jobs::PreparedJob digits = prepared("digits");
    addOverhead(report, "step_overhead_digits", digits.program, digits.parameters, digits.data);
    const jobs::PreparedJob cnn = prepared("cnn");
    addOverhead(report, "step_overhead_cnn", cnn.program, cnn.parameters, cnn.data);
    const jobs::BenchmarkJob gpt = must(jobs::benchmarkJob());
    addOverhead(report, "step_overhead_gpt", gpt.program, gpt.parameters, gpt.data);
    const bool torch = Pace::canRun();
    for (const auto& [name, job, iterations] :
         {std::tuple{"gpt_vs_torch", "charlm", 1U}, std::tuple{"cnn_vs_torch", "cnn", 20U}}) {
        if (!torch) {
            report.missing(name, "/usr/bin/python3 has no torch");
            continue;
        }
        for (const unsigned threads : {1U, 2U}) {
            auto pace = std::make_shared<Pace>(prepared(job), threads, iterations, script);
            Contest contest{name, threads, {}, {}, {}, false};
            contest.both = [pace] { return pace->turn(); };
            report.add(contest);
        }
    }
}

} // namespace unchained::bench
