// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/safetensors.h"
#include "gpu/sums.h"
#include "net/batch_order.h"
#include "net/cross_entropy.h"
#include "net/mse.h"
#include "net/network.h"
#include "net/noise_terms.h"
#include "net/optimiser.h"
#include "programs/programs.h"

#include <bit>
#include <chrono>
#include <cstdlib>
#include <cstring>

namespace unchained::gpu {

namespace {

static_assert(std::endian::native == std::endian::little, "a state is little-endian bytes");

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// i of a tensor "layers.<i>.…".
std::uint64_t layerOf(const std::string& tensor) {
    return std::strtoull(tensor.c_str() + std::strlen("layers."), nullptr, 10);
}

/// Rows and labels of one part of the data set.
struct DataPart {
    std::vector<float> x;
    std::vector<std::int32_t> y; ///< `labels` for each row, or
    std::vector<float> targets;  ///< `labels`·outputs for each row
    std::size_t count = 0;
    std::size_t labels = 1;
    [[nodiscard]] std::size_t rows() const { return count; }
};

/// Program "train/v1": gpu/description.h says what its parameters mean.
class Train final : public Program {
public:
    Train(TrainDescription description, std::unique_ptr<Network> network, const Engine& engine, ThreadPool& pool);

    [[nodiscard]] const std::vector<TensorInfo>& layout() const override { return m_layout; }
    [[nodiscard]] std::uint64_t stateBytes() const override { return m_floats * sizeof(float); }
    [[nodiscard]] std::uint64_t workPerIteration() const override { return m_d.rows() * m_network->workPerRow(); }
    [[nodiscard]] std::uint64_t iterations() const override { return m_d.iterations; }
    [[nodiscard]] NoiseTerms proposedNoise(ByteView initialState) const override;
    [[nodiscard]] Result<void> bindData(ByteView safetensors) override;
    [[nodiscard]] Result<Bytes> initialState() const override;
    [[nodiscard]] Result<void> load(ByteView state) override;
    [[nodiscard]] ByteView state() const override {
        return {reinterpret_cast<const std::uint8_t*>(m_state.data()), m_state.size() * sizeof(float)};
    }
    [[nodiscard]] Result<StepCost> step(std::uint64_t first, std::uint32_t count,
                                        const std::optional<Hash256>& stepSeed, const NoiseTerms& noise) override;
    [[nodiscard]] Result<Evaluation> evaluate() override;

private:
    [[nodiscard]] std::size_t parameterCount() const { return m_network->tensors().size(); }
    [[nodiscard]] Result<DataPart> readPart(const SafeTensors& data, const std::string& part) const;
    [[nodiscard]] Result<void> checkStep(std::uint64_t first, std::uint32_t count, bool noised,
                                         const NoiseTerms& noise) const;
    [[nodiscard]] Result<void> readLabels(const SafeTensors& data, const std::string& name, DataPart& out) const;
    /// Losses of `rows` rows of the part from `row` on, and how many outputs are right.
    [[nodiscard]] Result<std::uint64_t> lossOf(const float* outputs, const DataPart& part, std::size_t row,
                                               std::size_t rows, float* losses, float* gradient);
    void addNoiseToWeights(const Hash256& seed, std::uint32_t iteration, const NoiseTerms& noise);
    /// The rows of an iteration; valid until the next call.
    [[nodiscard]] const DataPart& gather(std::uint64_t iteration);
    /// @param draw  what masks are drawn from: of the step's seed and the iteration in the step
    [[nodiscard]] Result<void> iterate(std::uint64_t iteration, const Hash256& draw);
    [[nodiscard]] Result<void> update(std::uint64_t iteration);
    /// What the gradients are multiplied by, so that they are not too long.
    [[nodiscard]] Result<float> clipped() const;
    /// Makes products see the clean parameters.
    void useClean();

    TrainDescription m_d;
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Optimiser> m_optimiser;
    ThreadPool& m_pool;
    Workspace m_products;
    Tools m_tools;
    BatchOrder m_order;

    std::vector<TensorInfo> m_layout;
    std::vector<std::size_t> m_offsets; ///< of each tensor of the layout, in floats
    std::size_t m_floats = 0;
    std::size_t m_inputWidth = 0;
    std::size_t m_trained = 0;  ///< parameters that have moments
    std::vector<bool> m_frozen; ///< for each parameter: it stays as it is

    DataPart m_train;
    DataPart m_test;
    std::vector<float> m_state;         ///< empty until load()
    std::vector<float> m_noised;        ///< as long as the parameters; only weights are filled in
    std::vector<float> m_gradients;     ///< as long as the parameters
    std::vector<const float*> m_values; ///< what products see, one for each parameter
    std::vector<float*> m_gradientPointers;
    DataPart m_batch;
    std::vector<float> m_losses;
};

Train::Train(TrainDescription description, std::unique_ptr<Network> network, const Engine& engine, ThreadPool& pool)
    : m_d(std::move(description)), m_network(std::move(network)), m_optimiser(makeOptimiser(m_d.optimiser)),
      m_pool(pool), m_tools{engine, pool, m_products, m_d.bits}, m_order(m_d.orderSeed, m_d.samples, m_d.rows()),
      m_layout(m_network->tensors()), m_inputWidth(elementsOfShape(m_d.input)) {
    for (const std::string& moment : m_optimiser->moments()) {
        for (const TensorInfo& parameter : m_network->tensors()) {
            if (!parameter.trained) continue;
            m_layout.push_back({"optimizer." + moment + "." + parameter.name, parameter.shape, false});
        }
    }
    for (const TensorInfo& parameter : m_network->tensors()) {
        m_trained += parameter.trained ? 1 : 0;
        m_frozen.push_back(layerOf(parameter.name) < m_d.frozen);
    }
    for (const TensorInfo& tensor : m_layout) {
        m_offsets.push_back(m_floats);
        m_floats += tensor.elements();
    }
}

NoiseTerms Train::proposedNoise(ByteView initialState) const {
    NoiseTerms terms;
    terms.amplitude = noiseAmplitudeDefault(m_d.bits);
    for (std::size_t t = 0; t < parameterCount(); ++t) {
        if (!m_layout[t].noised) continue;
        const bool known = initialState.size() == stateBytes();
        const std::size_t bytes = known ? m_layout[t].elements() * sizeof(float) : 0;
        terms.scales.push_back(
            noiseExponentFor(initialState.subspan(known ? m_offsets[t] * sizeof(float) : 0, bytes), m_d.bits, m_pool));
    }
    return terms;
}

Result<void> Train::readLabels(const SafeTensors& data, const std::string& name, DataPart& out) const {
    const bool mse = m_d.loss == LossKind::Mse;
    const std::size_t columns = out.labels * (mse ? m_d.classes : 1);
    const std::size_t dimensions = columns == 1 ? 1 : 2;
    if (mse) {
        auto targets = data.floats(name, dimensions);
        if (!targets) return targets.error();
        out.targets = std::move(*targets);
    } else {
        auto labels = data.ints(name, dimensions);
        if (!labels) return labels.error();
        out.y = std::move(*labels);
    }
    const Shape& shape = data.find(name)->shape;
    if (shape[0] != out.rows() || (dimensions == 2 && shape[1] != columns)) {
        return makeError(ProgramError::BadData, name, {"the shape is not %1 rows of %2 labels", out.rows(), columns},
                         "give a label for each position of the network's output");
    }
    for (const float target : out.targets) {
        if (!isFiniteBits(target))
            return makeError(ProgramError::BadData, name, "a number is a NaN or an infinity", "mend the data");
    }
    return {};
}

Result<std::uint64_t> Train::lossOf(const float* outputs, const DataPart& part, std::size_t row, std::size_t rows,
                                    float* losses, float* gradient) {
    const std::size_t positions = rows * part.labels;
    if (m_d.loss == LossKind::Mse) {
        const float* targets = part.targets.data() + row * part.labels * m_d.classes;
        return Mse::run(m_tools, outputs, targets, positions, m_d.classes, losses, gradient);
    }
    const std::int32_t* labels = part.y.data() + row * part.labels;
    return CrossEntropy::run(m_tools, outputs, labels, positions, m_d.classes, losses, gradient);
}

Result<DataPart> Train::readPart(const SafeTensors& data, const std::string& part) const {
    const TensorView* rows = data.find(part + ".x");
    if (!rows) return makeError(ProgramError::BadData, part + ".x", "the data set has no tensor of this name");
    auto x = data.floats(part + ".x", rows->shape.size());
    if (!x) return x.error();
    DataPart out;
    out.x = std::move(*x);
    out.count = rows->shape.empty() ? 0 : rows->shape[0];
    out.labels = m_network->labels();
    if (auto read = readLabels(data, part + ".y", out); !read) return read.error();
    if (out.x.size() != out.rows() * m_inputWidth) {
        return makeError(ProgramError::BadData, part + ".x",
                         {"the shape is not %1 rows of %2 numbers", out.rows(), m_inputWidth},
                         "give one row for each label, as wide as the network's input");
    }
    if (out.rows() > kSumTermsMax / out.labels) {
        return makeError(ProgramError::BadData, part + ".y", {"has more than %1 labels", kSumTermsMax},
                         "give less data");
    }
    for (const std::int32_t label : out.y) {
        if (label < 0 || static_cast<std::uint64_t>(label) >= m_d.classes) {
            return makeError(ProgramError::BadData, part + ".y",
                             {"the label %1 is not one of %2 classes", label, m_d.classes},
                             "number the classes from 0, or raise their count");
        }
    }
    for (const float value : out.x) {
        if (!isFiniteBits(value)) {
            return makeError(ProgramError::BadData, part + ".x", "a number is a NaN or an infinity", "mend the data");
        }
    }
    return out;
}

Result<void> Train::bindData(ByteView safetensors) {
    auto parsed = parseSafetensors(safetensors, "data");
    if (!parsed) return parsed.error();
    auto train = readPart(*parsed, "train");
    if (!train) return train.error();
    auto test = readPart(*parsed, "test");
    if (!test) return test.error();
    if (train->rows() != m_d.samples) {
        return makeError(ProgramError::BadData, "train.y",
                         {"the data set has %1 training rows and the parameters say %2", train->rows(), m_d.samples},
                         "use the data set that the job was made with");
    }
    m_train = std::move(*train);
    m_test = std::move(*test);
    return {};
}

Result<Bytes> Train::initialState() const {
    if (m_d.initRoot) {
        return makeError(ProgramError::BadState, "init", "the initial state is a file and not made from a seed",
                         "load the state whose root the parameters name");
    }
    const FloatModeGuard mode;
    std::vector<float> values(m_floats, 0.0F);
    m_pool.parallelFor(parameterCount(), [&](std::size_t t) {
        const PhiloxStream stream = PhiloxStream::from(taggedHash("init", {m_d.initSeed, std::uint64_t{t}}));
        m_network->initialise(t, stream, std::span<float>(values).subspan(m_offsets[t], m_layout[t].elements()));
    });
    Bytes out(stateBytes());
    std::memcpy(out.data(), values.data(), out.size());
    return out;
}

Result<void> Train::load(ByteView state) {
    if (state.size() != stateBytes()) {
        return makeError(ProgramError::BadState, "state",
                         {"%1 bytes are not the %2 that the network has", state.size(), stateBytes()},
                         "use a state of the same job");
    }
    std::vector<float> values(m_floats);
    std::memcpy(values.data(), state.data(), state.size());
    std::uint32_t max = 0;
    absMax(values.data(), 1, values.size(), &max, nullptr, m_pool);
    if (max >= kInfinityBits) {
        return makeError(ProgramError::NotFinite, "state", "the state holds a NaN or an infinity");
    }
    m_state = std::move(values);
    const std::size_t parameters = parameterCount() < m_layout.size() ? m_offsets[parameterCount()] : m_floats;
    m_noised.resize(parameters);
    m_gradients.resize(parameters);
    m_gradientPointers.clear();
    for (std::size_t t = 0; t < parameterCount(); ++t)
        m_gradientPointers.push_back(m_gradients.data() + m_offsets[t]);
    useClean();
    return {};
}

void Train::useClean() {
    m_values.clear();
    for (std::size_t t = 0; t < parameterCount(); ++t)
        m_values.push_back(m_state.data() + m_offsets[t]);
}

Result<void> Train::checkStep(std::uint64_t first, std::uint32_t count, bool noised, const NoiseTerms& noise) const {
    if (m_state.empty()) return makeError(ProgramError::BadState, "state", "no state was loaded");
    if (m_train.rows() == 0) return makeError(ProgramError::BadData, "data", "no data set was given");
    if (first > m_d.iterations || count > m_d.iterations - first) {
        return makeError(ProgramError::BadParameters, "iterations", {"the job ends with iteration %1", m_d.iterations},
                         "ask for steps of the job only");
    }
    return noised ? checkNoise(noise, m_layout, m_d.bits) : Result<void>();
}

void Train::addNoiseToWeights(const Hash256& seed, std::uint32_t iteration, const NoiseTerms& noise) {
    std::size_t noisedBefore = 0;
    for (std::size_t t = 0; t < parameterCount(); ++t) {
        if (!m_layout[t].noised) continue;
        float* out = m_noised.data() + m_offsets[t];
        addNoise(out, m_state.data() + m_offsets[t], m_layout[t].elements(), seed, iteration, t,
                 {noise.amplitude, noise.scales[noisedBefore++]}, m_pool);
        m_values[t] = out;
    }
}

const DataPart& Train::gather(std::uint64_t iteration) {
    if (m_d.batch == 0) return m_train;
    const auto rows = m_order.rows(iteration);
    const auto take = [&](const auto& from, auto& to, std::size_t width) {
        to.resize(rows.size() * width);
        m_pool.parallelRanges(rows.size(), 256, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                std::copy_n(from.data() + rows[i] * width, width, to.data() + i * width);
        });
    };
    m_batch.count = rows.size();
    m_batch.labels = m_train.labels;
    take(m_train.x, m_batch.x, m_inputWidth);
    if (m_d.loss == LossKind::Mse) {
        take(m_train.targets, m_batch.targets, m_train.labels * m_d.classes);
    } else {
        take(m_train.y, m_batch.y, m_train.labels);
    }
    return m_batch;
}

Result<void> Train::iterate(std::uint64_t iteration, const Hash256& draw) {
    const DataPart& part = gather(iteration);
    const Network::Batch batch{part.x.data(), part.rows(), m_values, draw};
    auto logits = m_network->forward(m_tools, batch, true);
    if (!logits) return logits.error();
    m_losses.resize(std::max(m_losses.size(), batch.rows * part.labels));
    auto loss = lossOf(*logits, part, 0, batch.rows, m_losses.data(), m_network->logitGradient(batch.rows));
    if (!loss) return loss.error();
    if (auto done = m_network->backward(m_tools, batch, m_gradientPointers); !done) return done;
    return update(iteration);
}

Result<float> Train::clipped() const {
    std::vector<std::span<const float>> gradients;
    for (std::size_t t = 0; t < parameterCount(); ++t)
        if (m_layout[t].trained && !m_frozen[t]) gradients.emplace_back(m_gradientPointers[t], m_layout[t].elements());
    return clipFactor(gradients, m_d.optimiser.clip, m_pool);
}

Result<void> Train::update(std::uint64_t iteration) {
    UpdateTerms terms{iteration, rateAt(m_d.optimiser, iteration, m_d.iterations), 1.0F, 0.0F};
    if (m_d.optimiser.clip != 0.0F) {
        auto factor = clipped();
        if (!factor) return factor.error();
        terms.clip = *factor;
    }
    const std::size_t kinds = m_optimiser->moments().size();
    std::vector<float*> moments(kinds);
    std::size_t trained = 0;
    for (std::size_t t = 0; t < parameterCount(); ++t) {
        const std::span<float> values(m_state.data() + m_offsets[t], m_layout[t].elements());
        if (!m_layout[t].trained && !m_frozen[t]) {
            std::copy_n(m_gradientPointers[t], values.size(), values.data());
            continue;
        }
        if (m_frozen[t]) {
            trained += m_layout[t].trained ? 1 : 0;
            continue;
        }
        for (std::size_t k = 0; k < kinds; ++k)
            moments[k] = m_state.data() + m_offsets[parameterCount() + k * m_trained + trained];
        ++trained;
        terms.decay = m_layout[t].shape.size() > 1 ? m_d.optimiser.decay : 0.0F;
        if (!m_optimiser->update(values, m_gradientPointers[t], moments, terms, m_pool)) {
            return makeError(ProgramError::NotFinite, m_layout[t].name, "the update made a NaN or an infinity",
                             "lower the learning rate");
        }
    }
    return {};
}

Result<StepCost> Train::step(std::uint64_t first, std::uint32_t count, const std::optional<Hash256>& stepSeed,
                             const NoiseTerms& noise) {
    if (auto checked = checkStep(first, count, stepSeed.has_value(), noise); !checked) return checked.error();
    const FloatModeGuard mode;
    const Clock::time_point start = Clock::now();
    StepCost cost;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (stepSeed) {
            const Clock::time_point noiseStart = Clock::now();
            addNoiseToWeights(*stepSeed, i, noise);
            cost.noiseWall += secondsSince(noiseStart);
        }
        // Plain training has no step seed: its masks follow from the job.
        const Hash256 draw = stepSeed ? taggedHash("draw", {*stepSeed, std::uint64_t{i}})
                                      : taggedHash("draw", {m_d.orderSeed, first + i});
        auto done = iterate(first + i, draw);
        useClean();
        if (!done) return done.error();
    }
    cost.wall = secondsSince(start);
    return cost;
}

Result<Evaluation> Train::evaluate() {
    if (m_state.empty()) return makeError(ProgramError::BadState, "state", "no state was loaded");
    if (m_test.rows() == 0) return makeError(ProgramError::BadData, "test.x", "the data set has no held-out part");
    const FloatModeGuard mode;
    Evaluation result;
    result.samples = m_test.rows() * m_test.labels;
    m_losses.resize(std::max<std::size_t>(m_losses.size(), result.samples));
    // As many rows at a time as training takes, or as fill 64 MiB, so that little more memory is needed; a row's result
    // does not depend on its neighbours.
    const std::size_t few = std::max<std::size_t>(1, (std::size_t{1} << 24) / m_network->widest());
    const std::size_t most = std::max<std::size_t>(m_d.rows(), std::min<std::size_t>(few, 1024));
    const std::size_t labels = m_test.labels;
    for (std::size_t row = 0; row < m_test.rows(); row += most) {
        const std::size_t rows = std::min(most, m_test.rows() - row);
        const Network::Batch batch{m_test.x.data() + row * m_inputWidth, rows, m_values, {}};
        auto logits = m_network->forward(m_tools, batch, false);
        if (!logits) return logits.error();
        auto correct = lossOf(*logits, m_test, row, rows, m_losses.data() + row * labels, nullptr);
        if (!correct) return correct.error();
        result.correct += *correct;
    }
    auto sum = exactSum(std::span<const float>(m_losses.data(), result.samples), m_pool);
    if (!sum) return sum.error();
    result.loss = *sum / static_cast<float>(result.samples);
    return result;
}

} // namespace

Result<std::unique_ptr<Program>> makeTrain(const cbor::Value& parameters, const Engine& engine, ThreadPool& pool) {
    auto description = TrainDescription::decode(parameters);
    if (!description) return description.error();
    auto network = Network::make(description->layers, description->input, description->classes);
    if (!network) return network.error();
    return std::unique_ptr<Program>(
        std::make_unique<Train>(std::move(*description), std::move(*network), engine, pool));
}

} // namespace unchained::gpu
