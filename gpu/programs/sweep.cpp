// SPDX-License-Identifier: Apache-2.0
#include "gpu/sweep.h"

#include "gpu/hash.h"
#include "gpu/noise.h"
#include "net/map_reader.h"
#include "programs/programs.h"
#include "programs/tiles.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace unchained::gpu {

namespace {

constexpr std::uint64_t kRunIterationsMax = std::uint64_t{1} << 20;

Result<std::unique_ptr<Program>> trainingOf(const TrainDescription& run, const Engine& engine, ThreadPool& pool) {
    return makeTrain(run.encode(), engine, pool);
}

void append(Bytes& out, std::uint32_t word) {
    for (unsigned shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<std::uint8_t>(word >> shift));
}

class Sweep final : public TileProgram {
public:
    Sweep(SweepDescription description, const cbor::Value& parameters, std::uint64_t work, const Engine& engine,
          ThreadPool& pool)
        : TileProgram(cbor::encode(parameters), description.runs.size(), pool), m_d(std::move(description)),
          m_work(work), m_engine(engine) {}

    [[nodiscard]] std::uint64_t outputBytes() const override { return kSweepTileBytes; }
    [[nodiscard]] std::uint64_t workPerIteration() const override { return m_work; }
    [[nodiscard]] Result<void> bindData(ByteView safetensors) override;

private:
    [[nodiscard]] Result<void> ready() const override {
        if (m_data.empty()) return makeError(ProgramError::BadData, "data", "no data set was given");
        return {};
    }
    [[nodiscard]] Result<void> tile(std::uint64_t t, std::uint32_t place, const std::optional<Hash256>& seed,
                                    const NoiseTerms& noise, Bytes& out) override;
    [[nodiscard]] Result<Evaluation> train(const TrainDescription& run, const std::optional<Hash256>& seed,
                                           std::uint32_t amplitude) const;

    const SweepDescription m_d;
    const std::uint64_t m_work;
    const Engine& m_engine;
    Bytes m_data;
};

Result<void> Sweep::bindData(ByteView safetensors) {
    const auto first = trainingOf(m_d.runs.front(), m_engine, m_pool);
    if (!first) return first.error();
    if (auto bound = (*first)->bindData(safetensors); !bound) return bound; // the others take the same
    m_data.assign(safetensors.begin(), safetensors.end());
    return {};
}

Result<Evaluation> Sweep::train(const TrainDescription& run, const std::optional<Hash256>& seed,
                                std::uint32_t amplitude) const {
    const auto program = trainingOf(run, m_engine, m_pool);
    if (!program) return program.error();
    if (auto bound = (*program)->bindData(m_data); !bound) return bound.error();
    const auto state = (*program)->initialState();
    if (!state) return state.error();
    if (auto loaded = (*program)->load(*state); !loaded) return loaded.error();
    NoiseTerms noise = (*program)->proposedNoise(*state);
    noise.amplitude = std::clamp(amplitude, kNoiseAmplitudeMin, noiseAmplitudeMax(run.bits));
    const auto done = (*program)->step(0, static_cast<std::uint32_t>(run.iterations), seed, noise);
    if (!done) return done.error();
    return (*program)->evaluate();
}

Result<void> Sweep::tile(std::uint64_t t, std::uint32_t place, const std::optional<Hash256>& seed,
                         const NoiseTerms& noise, Bytes& out) {
    // Trainings of one step get noise of their own.
    const auto own = seed ? std::optional(taggedHash("sweep", {*seed, std::uint64_t{place}})) : std::nullopt;
    auto score = train(m_d.runs.at(t), own, noise.amplitude);
    if (!score && !score.error().is(ProgramError::NotFinite)) return score.error();
    const bool good = score && std::isfinite(score->loss);
    append(out, good ? std::bit_cast<std::uint32_t>(score->loss) : 0);
    append(out, good ? static_cast<std::uint32_t>(score->correct) : 0);
    append(out, good ? static_cast<std::uint32_t>(score->samples) : 0);
    return {};
}

/// Mean over the runs, as every step costs the same; at least 1.
Result<std::uint64_t> workOf(const SweepDescription& d, const Engine& engine, ThreadPool& pool) {
    long double sum = 0;
    for (const TrainDescription& run : d.runs) {
        const auto program = trainingOf(run, engine, pool);
        if (!program) return program.error();
        sum += static_cast<long double>((*program)->workPerIteration()) * static_cast<long double>(run.iterations);
    }
    const long double mean = sum / static_cast<long double>(d.runs.size());
    if (mean > 0x1p62L) return badParameter("runs", "are more work than can be counted", "use fewer iterations");
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(mean));
}

Error inRun(Error error, std::size_t run) {
    error.subject = "runs." + std::to_string(run) + "." + error.subject;
    return error;
}

} // namespace

cbor::Value SweepDescription::encode() const {
    cbor::Array list;
    for (const TrainDescription& run : runs)
        list.push_back(run.encode());
    return cbor::Map{{"runs", std::move(list)}};
}

Result<SweepDescription> SweepDescription::decode(const cbor::Value& value) {
    MapReader in(value, "");
    const cbor::Array* list = in.array("runs");
    if (auto done = in.finish(); !done) return done.error();
    if (list->size() > kSweepRunsMax) return badParameter("runs", {"are more than %1", kSweepRunsMax});
    SweepDescription d;
    for (const cbor::Value& item : *list) {
        auto run = TrainDescription::decode(item);
        if (!run) return inRun(run.error(), d.runs.size());
        d.runs.push_back(std::move(*run));
    }
    if (auto valid = d.validate(); !valid) return valid.error();
    return d;
}

Result<void> SweepDescription::validate() const {
    if (runs.empty() || runs.size() > kSweepRunsMax) return badParameter("runs", {"are not 1 to %1", kSweepRunsMax});
    const TrainDescription& first = runs.front();
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const TrainDescription& run = runs[i];
        if (auto good = run.validate(); !good) return inRun(good.error(), i);
        if (run.initRoot) return inRun(badParameter("init", "is a state, and no seed"), i);
        if (run.iterations > kRunIterationsMax)
            return inRun(badParameter("iterations", {"are more than %1", kRunIterationsMax}, "train for fewer epochs"),
                         i);
        if (run.input != first.input || run.classes != first.classes || run.loss != first.loss ||
            run.samples != first.samples)
            return inRun(badParameter("input", "is of another data set than that of the first run"), i);
    }
    return {};
}

Result<std::unique_ptr<Program>> makeSweep(const cbor::Value& parameters, const Engine& engine, ThreadPool& pool) {
    auto description = SweepDescription::decode(parameters);
    if (!description) return description.error();
    const auto work = workOf(*description, engine, pool);
    if (!work) return work.error();
    return std::unique_ptr<Program>(std::make_unique<Sweep>(std::move(*description), parameters, *work, engine, pool));
}

} // namespace unchained::gpu
