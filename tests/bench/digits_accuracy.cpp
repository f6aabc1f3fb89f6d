// SPDX-License-Identifier: Apache-2.0
// Trains a job plainly, without market and without noise, or with the noise of made-up seeds, from five seeds: the
// job's own and the four after it. Prints accuracy and seconds of each and the mean; the status is 1 where the mean
// accuracy is below --least.
//
//     bench_digits_accuracy [JOB.toml] [--engine NAME] [--threads N] [--seed FIRST] [--seeds N] [--bits B]
//                           [--noise] [--amplitude N] [--least 0.97]
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"
#include "jobs/prepare.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace unchained;

namespace {

struct Options {
    std::string job = SOURCE_DIR "/resources/jobs/digits.toml";
    std::string engine;
    unsigned threads = 0;
    unsigned seeds = 5;
    std::optional<std::uint64_t> seed; ///< the first; without it the job's
    std::uint32_t bits = 0;            ///< 0: the job's
    std::uint32_t amplitude = 0;       ///< of the noise, 2^-amplitude; 0: the job's
    bool noise = false;
    double least = 0.97; ///< what the digits must come to
};

struct Run {
    double accuracy = 0;
    double seconds = 0;
    double cpuSeconds = 0;
};

double cpuSeconds() {
    rusage use{};
    getrusage(RUSAGE_SELF, &use);
    return static_cast<double>(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
           1e-6 * static_cast<double>(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
}

[[noreturn]] void stop(const Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result) stop(result.error());
    return std::move(result).value();
}

Run train(const jobs::PreparedJob& job, const Options& options, const gpu::Engine& engine, gpu::ThreadPool& pool) {
    auto program = must(gpu::makeProgram(job.program, job.parameters, engine, pool));
    if (auto bound = program->bindData(job.data); !bound) stop(bound.error());
    const Bytes first = job.initialState ? *job.initialState : must(program->initialState());
    if (auto loaded = program->load(first); !loaded) stop(loaded.error());
    gpu::NoiseTerms noise = program->proposedNoise(first);
    noise.amplitude = job.spec.noise;
    const auto begin = std::chrono::steady_clock::now();
    const double cpuBegin = cpuSeconds();
    for (std::uint64_t i = 0; i < job.steps; ++i) {
        std::optional<Hash256> seed;
        if (options.noise) seed = taggedHash("step-seed", {cbor::Value(job.spec.seed), cbor::Value(i)});
        must(program->step(i * job.iterationsPerStep, job.iterationsPerStep, seed, noise));
    }
    Run run;
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    run.cpuSeconds = cpuSeconds() - cpuBegin;
    const gpu::Evaluation evaluation = must(program->evaluate());
    run.accuracy = static_cast<double>(evaluation.correct) / static_cast<double>(evaluation.samples);
    std::printf("seed %llu: %llu of %llu = %.4f, loss %.4f, %.1f s, %.1f CPU s\n",
                static_cast<unsigned long long>(job.spec.seed), static_cast<unsigned long long>(evaluation.correct),
                static_cast<unsigned long long>(evaluation.samples), run.accuracy, static_cast<double>(evaluation.loss),
                run.seconds, run.cpuSeconds);
    std::fflush(stdout);
    return run;
}

Options optionsOf(int argc, char** argv) {
    Options out;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const bool more = i + 1 < argc;
        if (word == "--noise") {
            out.noise = true;
        } else if (word == "--engine" && more) {
            out.engine = argv[++i];
        } else if (word == "--threads" && more) {
            out.threads = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
        } else if (word == "--seed" && more) {
            out.seed = std::strtoull(argv[++i], nullptr, 10);
        } else if (word == "--bits" && more) {
            out.bits = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
        } else if (word == "--amplitude" && more) {
            out.amplitude = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
        } else if (word == "--seeds" && more) {
            out.seeds = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
        } else if (word == "--least" && more) {
            out.least = std::strtod(argv[++i], nullptr);
        } else if (!word.starts_with("--")) {
            out.job = word;
        } else {
            std::fprintf(stderr, "digits_accuracy [JOB.toml] [--engine NAME] [--threads N] [--seed FIRST] [--seeds N] "
                                 "[--bits B] [--noise] [--amplitude N] [--least ACCURACY]\n");
            std::exit(2);
        }
    }
    return out;
}

} // namespace

int main(int argc, char** argv) {
    const Options options = optionsOf(argc, argv);
    jobs::JobSpec spec = must(jobs::loadJob(options.job));
    const gpu::Engine& engine = *must(gpu::chooseEngine(options.engine));
    gpu::ThreadPool pool(options.threads);
    std::printf("%s, engine %s, %u threads\n", spec.name.c_str(), std::string(engine.name()).c_str(), pool.threads());
    if (options.bits != 0) spec.bits = options.bits;
    if (options.amplitude != 0) spec.noise = options.amplitude;
    const std::uint64_t firstSeed = options.seed.value_or(spec.seed);
    Run sum;
    for (unsigned i = 0; i < options.seeds; ++i) {
        spec.seed = firstSeed + i;
        const jobs::PreparedJob job = must(jobs::prepareJob(spec));
        if (i == 0) {
            std::printf("%llu training samples, %llu held out, %llu steps of %u iterations\n",
                        static_cast<unsigned long long>(job.trainSamples),
                        static_cast<unsigned long long>(job.testSamples), static_cast<unsigned long long>(job.steps),
                        job.iterationsPerStep);
        }
        const Run run = train(job, options, engine, pool);
        sum.accuracy += run.accuracy;
        sum.seconds += run.seconds;
        sum.cpuSeconds += run.cpuSeconds;
    }
    const double count = options.seeds;
    std::printf("mean of %u: %.4f, %.1f s, %.1f CPU s\n", options.seeds, sum.accuracy / count, sum.seconds / count,
                sum.cpuSeconds / count);
    if (sum.accuracy / count >= options.least) return 0;
    std::fprintf(stderr, "the mean accuracy is below %.4f\n", options.least);
    return 1;
}
