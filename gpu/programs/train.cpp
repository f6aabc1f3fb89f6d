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

/// Rows of a part where the network can read them.
struct DeviceRows {
    const float* x = nullptr;
    const std::int32_t* y = nullptr;
    const float* targets = nullptr;
    std::size_t count = 0;
    std::size_t labels = 1; ///< positions that have one, of each row
    [[nodiscard]] std::size_t positions() const { return count * labels; }
};

/// Program "train/v1": gpu/description.h says what its parameters mean. Its state, its data and all that a step makes
/// of them lie on the engine's device; the host hands over what it is given and fetches what it is asked for.
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
    [[nodiscard]] Result<ByteView> state() override;
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave() override;
    [[nodiscard]] Result<Hash256> root() override;
    [[nodiscard]] Result<StepCost> step(std::uint64_t first, std::uint32_t count,
                                        const std::optional<Hash256>& stepSeed, const NoiseTerms& noise) override;
    [[nodiscard]] Result<Evaluation> evaluate() override;

private:
    [[nodiscard]] std::size_t parameterCount() const { return m_network->tensors().size(); }
    [[nodiscard]] Result<DataPart> readPart(const SafeTensors& data, const std::string& part) const;
    [[nodiscard]] Result<void> checkStep(std::uint64_t first, std::uint32_t count, bool noised,
                                         const NoiseTerms& noise) const;
    [[nodiscard]] Result<void> readLabels(const SafeTensors& data, const std::string& name, DataPart& out) const;
    [[nodiscard]] Result<void> lossOf(const float* outputs, const DeviceRows& rows, const LossOutput& out);
    void addNoiseToWeights(const Hash256& seed, std::uint32_t iteration, const NoiseTerms& noise);
    /// Rows of a part from `row` on, brought to slots from `firstSlot` on.
    [[nodiscard]] DeviceRows bring(const DataPart& part, std::size_t row, std::size_t rows, std::size_t firstSlot);
    /// The rows of an iteration; valid until the next call.
    [[nodiscard]] DeviceRows gather(std::uint64_t iteration);
    [[nodiscard]] Result<void> iterations(std::uint64_t first, std::uint32_t count,
                                          const std::optional<Hash256>& stepSeed, const NoiseTerms& noise,
                                          StepCost& cost);
    /// @param draw  what masks are drawn from: of the step's seed and the iteration in the step
    [[nodiscard]] Result<void> iterate(std::uint64_t iteration, const Hash256& draw);
    [[nodiscard]] Result<void> update(std::uint64_t iteration);
    [[nodiscard]] Result<Evaluation> evaluateRows();
    /// What the gradients are multiplied by, so that they are not too long.
    [[nodiscard]] Result<const float*> clipped();
    /// Makes products see the clean parameters.
    void useClean();

    /// Places in m_memory. A part takes three: numbers, labels, targets.
    enum Slot : std::size_t {
        kState,
        kNoised,
        kGradients,
        kLosses,
        kRight,
        kOrder,
        kTrain,
        kBatch = kTrain + 3,
        kTest = kBatch + 3,
    };

    TrainDescription m_d;
    ThreadPool& m_pool;
    std::unique_ptr<Device> m_device; ///< must outlive all that has memory on it
    std::unique_ptr<Network> m_network;
    std::unique_ptr<Optimiser> m_optimiser;
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
    DeviceMemory m_memory;
    DeviceMemory m_clipMemory;
    float* m_state = nullptr;           ///< null until load()
    float* m_noised = nullptr;          ///< as long as the parameters; only weights are filled in
    std::vector<const float*> m_values; ///< what products see, one for each parameter
    std::vector<float*> m_gradientPointers;
    std::optional<DeviceRows> m_brought;  ///< of m_train
    std::optional<std::uint64_t> m_epoch; ///< whose order was brought
    const std::uint32_t* m_epochOrder = nullptr;
    std::vector<float> m_fetched; ///< the state, where it lies on a card
    bool m_fetchedIsNew = false;
};

Train::Train(TrainDescription description, std::unique_ptr<Network> network, const Engine& engine, ThreadPool& pool)
    : m_d(std::move(description)), m_pool(pool), m_device(engine.makeDevice(pool)), m_network(std::move(network)),
      m_optimiser(makeOptimiser(m_d.optimiser)), m_tools{*m_device, m_d.bits},
      m_order(m_d.orderSeed, m_d.samples, m_d.rows()), m_layout(m_network->tensors()),
      m_inputWidth(elementsOfShape(m_d.input)) {
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

Result<void> Train::lossOf(const float* outputs, const DeviceRows& rows, const LossOutput& out) {
    if (m_d.loss == LossKind::Mse) {
        return Mse::run(m_tools, outputs, rows.targets, rows.positions(), m_d.classes, out);
    }
    return CrossEntropy::run(m_tools, outputs, rows.y, rows.positions(), m_d.classes, out);
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
    m_brought.reset();
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
    m_fetchedIsNew = false;
    m_state = m_memory.get<float>(*m_device, kState, m_floats);
    const std::size_t parameters = parameterCount() < m_layout.size() ? m_offsets[parameterCount()] : m_floats;
    m_noised = m_memory.get<float>(*m_device, kNoised, parameters);
    float* gradients = m_memory.get<float>(*m_device, kGradients, parameters);
    m_gradientPointers.clear();
    for (std::size_t t = 0; t < parameterCount(); ++t)
        m_gradientPointers.push_back(gradients + m_offsets[t]);
    useClean();
    m_device->upload(m_state, values.data(), state.size());
    auto loaded = m_device->finish();
    if (!loaded) m_state = nullptr;
    return loaded;
}

Result<ByteView> Train::state() {
    const float* from = m_state;
    if (m_state && !m_device->isHost()) {
        if (!m_fetchedIsNew) {
            m_fetched.resize(m_floats);
            m_device->download(m_fetched.data(), m_state, stateBytes());
            if (auto done = m_device->finish(); !done) return done.error();
            m_fetchedIsNew = true;
        }
        from = m_fetched.data();
    }
    return ByteView(reinterpret_cast<const std::uint8_t*>(from), m_state ? stateBytes() : 0);
}

Result<std::unique_ptr<LeavingBytes>> Train::leave() {
    if (!m_state) return makeError(ProgramError::BadState, "state", "no state was loaded");
    return m_device->leave(m_state, stateBytes());
}

Result<Hash256> Train::root() {
    if (!m_state) return makeError(ProgramError::BadState, "state", "no state was loaded");
    return m_device->root(m_state, stateBytes());
}

void Train::useClean() {
    m_values.clear();
    for (std::size_t t = 0; t < parameterCount(); ++t)
        m_values.push_back(m_state + m_offsets[t]);
}

Result<void> Train::checkStep(std::uint64_t first, std::uint32_t count, bool noised, const NoiseTerms& noise) const {
    if (!m_state) return makeError(ProgramError::BadState, "state", "no state was loaded");
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
        float* out = m_noised + m_offsets[t];
        m_device->addNoise(out, m_state + m_offsets[t], m_layout[t].elements(),
                           {seed, iteration, t, {noise.amplitude, noise.scales[noisedBefore++]}});
        m_values[t] = out;
    }
}

DeviceRows Train::bring(const DataPart& part, std::size_t row, std::size_t rows, std::size_t firstSlot) {
    DeviceRows out;
    out.count = rows;
    out.labels = part.labels;
    const std::size_t outputs = part.labels * m_d.classes;
    out.x = m_memory.bring(*m_device, firstSlot, part.x.data() + row * m_inputWidth, rows * m_inputWidth);
    if (m_d.loss == LossKind::Mse) {
        out.targets = m_memory.bring(*m_device, firstSlot + 2, part.targets.data() + row * outputs, rows * outputs);
    } else {
        out.y = m_memory.bring(*m_device, firstSlot + 1, part.y.data() + row * part.labels, rows * part.labels);
    }
    return out;
}

DeviceRows Train::gather(std::uint64_t iteration) {
    if (!m_brought) m_brought = bring(m_train, 0, m_train.rows(), kTrain);
    if (m_d.batch == 0) return *m_brought;
    if (const std::uint64_t epoch = m_order.epochOf(iteration); m_epoch != epoch) {
        const auto order = m_order.epoch(epoch);
        m_epochOrder = m_memory.bring(*m_device, kOrder, order.data(), order.size());
        m_epoch = epoch;
    }
    DeviceRows out;
    out.count = m_d.batch;
    out.labels = m_brought->labels;
    const std::uint32_t* which = m_epochOrder + m_order.placeOf(iteration);
    // Words are moved as they are, whatever they mean.
    const auto take = [&](const auto* from, std::size_t slot, std::size_t width) {
        auto* to = m_memory.get<std::uint32_t>(*m_device, slot, out.count * width);
        m_device->rows(out.count, width,
                       steps::TakeRow{reinterpret_cast<const std::uint32_t*>(from), which, to, width});
        return reinterpret_cast<decltype(from)>(to);
    };
    out.x = take(m_brought->x, kBatch, m_inputWidth);
    if (m_d.loss == LossKind::Mse) {
        out.targets = take(m_brought->targets, kBatch + 2, out.labels * m_d.classes);
    } else {
        out.y = take(m_brought->y, kBatch + 1, out.labels);
    }
    return out;
}

Result<void> Train::iterate(std::uint64_t iteration, const Hash256& draw) {
    const DeviceRows rows = gather(iteration);
    const Network::Batch batch{rows.x, rows.count, m_values, draw};
    auto logits = m_network->forward(m_tools, batch, true);
    if (!logits) return logits.error();
    LossOutput out;
    out.losses = m_memory.get<float>(*m_device, kLosses, rows.positions());
    out.gradient = m_network->logitGradient(*m_device, batch.rows);
    if (auto done = lossOf(*logits, rows, out); !done) return done;
    if (auto done = m_network->backward(m_tools, batch, m_gradientPointers); !done) return done;
    return update(iteration);
}

Result<const float*> Train::clipped() {
    std::vector<std::span<const float>> gradients;
    for (std::size_t t = 0; t < parameterCount(); ++t)
        if (m_layout[t].trained && !m_frozen[t]) gradients.emplace_back(m_gradientPointers[t], m_layout[t].elements());
    return clipFactor(*m_device, m_clipMemory, gradients, m_d.optimiser.clip);
}

Result<void> Train::update(std::uint64_t iteration) {
    UpdateTerms terms{iteration, rateAt(m_d.optimiser, iteration, m_d.iterations), nullptr, 0.0F};
    if (m_d.optimiser.clip != 0.0F) {
        auto factor = clipped();
        if (!factor) return factor.error();
        terms.clip = *factor;
    }
    const std::size_t kinds = m_optimiser->moments().size();
    std::vector<float*> moments(kinds);
    std::size_t trained = 0;
    for (std::size_t t = 0; t < parameterCount(); ++t) {
        const std::span<float> values(m_state + m_offsets[t], m_layout[t].elements());
        if (!m_layout[t].trained && !m_frozen[t]) {
            m_device->copy(values.data(), m_gradientPointers[t], values.size_bytes());
            continue;
        }
        if (m_frozen[t]) {
            trained += m_layout[t].trained ? 1 : 0;
            continue;
        }
        for (std::size_t k = 0; k < kinds; ++k)
            moments[k] = m_state + m_offsets[parameterCount() + k * m_trained + trained];
        ++trained;
        terms.decay = m_layout[t].shape.size() > 1 ? m_d.optimiser.decay : 0.0F;
        m_optimiser->update(*m_device, values, m_gradientPointers[t], moments, terms);
        auto done = m_device->settle([this, t] {
            return makeError(ProgramError::NotFinite, m_layout[t].name, "the update made a NaN or an infinity",
                             "lower the learning rate");
        });
        if (!done) return done;
    }
    return {};
}

Result<void> Train::iterations(std::uint64_t first, std::uint32_t count, const std::optional<Hash256>& stepSeed,
                               const NoiseTerms& noise, StepCost& cost) {
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
        if (!done) return done;
    }
    return {};
}

Result<StepCost> Train::step(std::uint64_t first, std::uint32_t count, const std::optional<Hash256>& stepSeed,
                             const NoiseTerms& noise) {
    if (auto checked = checkStep(first, count, stepSeed.has_value(), noise); !checked) return checked.error();
    const FloatModeGuard mode;
    const Clock::time_point start = Clock::now();
    StepCost cost;
    m_fetchedIsNew = false;
    const auto queued = iterations(first, count, stepSeed, noise, cost);
    const auto done = m_device->finish();
    if (!queued || !done) {
        m_brought.reset(); // what a full card was to take in, it may lack
        m_epoch.reset();
        return queued ? done.error() : queued.error();
    }
    cost.wall = secondsSince(start);
    return cost;
}

Result<Evaluation> Train::evaluate() {
    if (!m_state) return makeError(ProgramError::BadState, "state", "no state was loaded");
    if (m_test.rows() == 0) return makeError(ProgramError::BadData, "test.x", "the data set has no held-out part");
    const FloatModeGuard mode;
    auto evaluated = evaluateRows();
    const auto done = m_device->finish();
    if (evaluated && !done) return done.error();
    return evaluated;
}

Result<Evaluation> Train::evaluateRows() {
    Evaluation result;
    result.samples = m_test.rows() * m_test.labels;
    std::vector<float> losses(result.samples);
    std::vector<std::uint32_t> right(result.samples);
    // As many rows at a time as training takes, or as fill 64 MiB, so that little more memory is needed; a row's result
    // does not depend on its neighbours.
    const std::size_t few = std::max<std::size_t>(1, (std::size_t{1} << 24) / m_network->widest());
    const std::size_t most = std::max<std::size_t>(m_d.rows(), std::min<std::size_t>(few, 1024));
    for (std::size_t row = 0; row < m_test.rows(); row += most) {
        const DeviceRows rows = bring(m_test, row, std::min(most, m_test.rows() - row), kTest);
        const Network::Batch batch{rows.x, rows.count, m_values, {}};
        auto logits = m_network->forward(m_tools, batch, false);
        if (!logits) return logits.error();
        LossOutput out;
        out.losses = m_memory.get<float>(*m_device, kLosses, rows.positions());
        out.right = m_memory.get<std::uint32_t>(*m_device, kRight, rows.positions());
        if (auto done = lossOf(*logits, rows, out); !done) return done.error();
        const std::size_t at = row * rows.labels;
        m_device->download(losses.data() + at, out.losses, rows.positions() * sizeof(float));
        m_device->download(right.data() + at, out.right, rows.positions() * sizeof(std::uint32_t));
    }
    if (auto done = m_device->finish(); !done) return done.error();
    for (const std::uint32_t one : right)
        result.correct += one;
    auto sum = exactSum(losses, m_pool);
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
