// SPDX-License-Identifier: Apache-2.0
#include "gpu/infer.h"

#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/safetensors.h"
#include "gpu/thread_pool.h"
#include "net/layer_list.h"
#include "net/map_reader.h"
#include "net/network.h"
#include "net/noise_terms.h"
#include "programs/programs.h"
#include "programs/tiles.h"

#include <cmath>
#include <cstring>

namespace unchained::gpu {

namespace {

constexpr std::uint64_t kRowsMax = std::uint64_t{1} << 32, kTileRowsMax = std::uint64_t{1} << 20;

/// What the training's decoder checks of a network, and how much of it fits at once, is asked of it here.
TrainDescription asTraining(const InferDescription& d) {
    TrainDescription out;
    out.bits = d.bits;
    out.input = d.input;
    out.layers = d.layers;
    out.classes = d.outputs;
    out.loss = LossKind::Mse; // any number of outputs
    out.samples = std::min(d.tile, d.rows);
    out.iterations = 1;
    return out;
}

/// Computes on the engine's device; weights and rows are brought there step by step, and outputs fetched.
class Infer final : public TileProgram {
public:
    Infer(InferDescription description, std::unique_ptr<Network> network, const Engine& engine, ThreadPool& pool)
        : TileProgram({}, description.tiles(), pool), m_d(std::move(description)), m_device(engine.makeDevice(pool)),
          m_network(std::move(network)), m_tools{*m_device, m_d.bits}, m_width(elementsOfShape(m_d.input)) {
        m_layout = m_network->tensors();
        for (const TensorInfo& tensor : m_layout) {
            m_offsets.push_back(m_floats);
            m_floats += tensor.elements();
        }
    }

    [[nodiscard]] std::uint64_t stateBytes() const override { return m_floats * sizeof(float); }
    [[nodiscard]] std::uint64_t outputBytes() const override { return m_d.rowsOf(0) * m_d.outputs * sizeof(float); }
    [[nodiscard]] std::uint64_t workPerIteration() const override {
        return std::max<std::uint64_t>(1, m_d.rowsOf(0) * m_network->forwardWorkPerRow());
    }
    [[nodiscard]] NoiseTerms proposedNoise(ByteView weights) const override;
    [[nodiscard]] Result<void> bindData(ByteView safetensors) override;
    [[nodiscard]] Result<Bytes> initialState() const override {
        return makeError(ProgramError::BadState, "init", "the weights are a file and not made from a seed",
                         "load the weights whose root the parameters name");
    }
    [[nodiscard]] Result<void> load(ByteView state) override;
    [[nodiscard]] Result<ByteView> state() override {
        return ByteView(reinterpret_cast<const std::uint8_t*>(m_weights.data()), m_weights.size() * sizeof(float));
    }

private:
    [[nodiscard]] Result<void> ready() const override;
    [[nodiscard]] Result<void> tile(std::uint64_t t, std::uint32_t place, const std::optional<Hash256>& seed,
                                    const NoiseTerms& noise, Bytes& out) override;
    [[nodiscard]] Result<void> pickWeights(const std::optional<Hash256>& seed, const NoiseTerms& noise);

    /// Places in m_memory.
    enum Slot : std::size_t { kWeights, kNoised, kRows };

    const InferDescription m_d;
    std::unique_ptr<Device> m_device; ///< must outlive all that has memory on it
    std::unique_ptr<Network> m_network;
    Tools m_tools;
    DeviceMemory m_memory;
    std::size_t m_width = 0, m_floats = 0;
    std::vector<std::size_t> m_offsets; ///< of each tensor, in floats
    std::vector<float> m_rows, m_weights;
    std::vector<const float*> m_values; ///< what products see
};

NoiseTerms Infer::proposedNoise(ByteView weights) const {
    NoiseTerms terms;
    terms.amplitude = noiseAmplitudeDefault(m_d.bits);
    if (weights.size() != stateBytes()) return terms;
    for (std::size_t t = 0; t < m_layout.size(); ++t)
        if (m_layout[t].noised)
            terms.scales.push_back(
                noiseExponentFor(weights.subspan(m_offsets[t] * sizeof(float), m_layout[t].elements() * sizeof(float)),
                                 m_d.bits, m_pool));
    return terms;
}

Result<void> Infer::bindData(ByteView safetensors) {
    const auto parsed = parseSafetensors(safetensors, "data");
    if (!parsed) return parsed.error();
    const TensorView* x = parsed->find("x");
    if (!x) return makeError(ProgramError::BadData, "x", "the data set has no tensor of this name");
    auto rows = parsed->floats("x", x->shape.size());
    if (!rows) return rows.error();
    if (x->shape.empty() || x->shape[0] != m_d.rows || rows->size() != m_d.rows * m_width)
        return makeError(ProgramError::BadData, "x", {"the shape is not %1 rows of %2 numbers", m_d.rows, m_width},
                         "use the data set that the job was made with");
    for (const float value : *rows)
        if (!std::isfinite(value))
            return makeError(ProgramError::BadData, "x", "a number is a NaN or an infinity", "mend the data");
    m_rows = std::move(*rows);
    return {};
}

Result<void> Infer::load(ByteView state) {
    if (state.size() != stateBytes())
        return makeError(ProgramError::BadState, "state",
                         {"%1 bytes are not the %2 that the network has", state.size(), stateBytes()},
                         "use the weights of the same job");
    std::vector<float> values(m_floats);
    std::memcpy(values.data(), state.data(), state.size());
    for (const float value : values)
        if (!std::isfinite(value))
            return makeError(ProgramError::BadState, "state", "the weights hold a NaN or an infinity");
    m_weights = std::move(values);
    return {};
}

Result<void> Infer::ready() const {
    if (m_weights.size() != m_floats) return makeError(ProgramError::BadState, "state", "no weights were loaded");
    if (m_rows.empty()) return makeError(ProgramError::BadData, "data", "no data set was given");
    return {};
}

Result<void> Infer::pickWeights(const std::optional<Hash256>& seed, const NoiseTerms& noise) {
    m_values.clear();
    const float* weights = m_memory.bring(*m_device, kWeights, m_weights.data(), m_floats);
    for (const std::size_t offset : m_offsets)
        m_values.push_back(weights + offset);
    if (!seed || noise.scales.empty()) return {};
    if (auto good = checkNoise(noise, m_layout, m_d.bits); !good) return good;
    float* noised = m_memory.get<float>(*m_device, kNoised, m_floats);
    std::size_t noisedBefore = 0;
    for (std::size_t t = 0; t < m_layout.size(); ++t) {
        if (!m_layout[t].noised) continue;
        m_device->addNoise(noised + m_offsets[t], weights + m_offsets[t], m_layout[t].elements(),
                           {*seed, 0, t, {noise.amplitude, noise.scales[noisedBefore++]}});
        m_values[t] = noised + m_offsets[t];
    }
    return {};
}

Result<void> Infer::tile(std::uint64_t t, std::uint32_t place, const std::optional<Hash256>& seed,
                         const NoiseTerms& noise, Bytes& out) {
    if (place == 0)
        if (auto picked = pickWeights(seed, noise); !picked) return picked;
    const std::uint64_t rows = m_d.rowsOf(t);
    const float* from = m_rows.data() + t * m_d.tile * m_width;
    const Network::Batch batch{m_memory.bring(*m_device, kRows, from, rows * m_width), rows, m_values, {}};
    const auto outputs = m_network->forward(m_tools, batch, false);
    std::vector<float> answers(rows * m_d.outputs);
    if (outputs) m_device->download(answers.data(), *outputs, answers.size() * sizeof(float));
    const auto done = m_device->finish();
    if (!outputs) return outputs.error();
    if (!done) return done;
    for (const float answer : answers)
        if (!std::isfinite(answer))
            return makeError(ProgramError::NotFinite, "outputs", "an output is a NaN or an infinity");
    const std::size_t before = out.size();
    out.resize(before + answers.size() * sizeof(float));
    std::memcpy(out.data() + before, answers.data(), answers.size() * sizeof(float));
    return {};
}

} // namespace

std::uint64_t InferDescription::rowsOf(std::uint64_t t) const {
    return std::min(tile, rows - t * tile);
}

cbor::Value InferDescription::encode() const {
    cbor::Array shape;
    for (const std::uint64_t dimension : input)
        shape.emplace_back(dimension);
    return cbor::Map{{"bits", std::uint64_t{bits}},
                     {"init", cbor::Map{{"root", root}}},
                     {"input", std::move(shape)},
                     {"layers", encodeLayers(layers)},
                     {"outputs", outputs},
                     {"classes", std::uint64_t{classes ? 1U : 0U}},
                     {"rows", rows},
                     {"tile", tile}};
}

Result<InferDescription> InferDescription::decode(const cbor::Value& value) {
    MapReader in(value, "");
    InferDescription d;
    d.bits = static_cast<unsigned>(std::min<std::uint64_t>(in.whole("bits"), 64));
    d.outputs = in.whole("outputs");
    const std::uint64_t classes = in.whole("classes");
    if (classes > 1) in.fail("classes", "is neither 0 nor 1");
    d.classes = classes == 1;
    d.rows = in.whole("rows");
    d.tile = in.whole("tile");
    const cbor::Array* input = in.array("input");
    const cbor::Array* layers = in.array("layers");
    const cbor::Value* init = in.take("init");
    if (auto done = in.finish(); !done) return done.error();
    for (const cbor::Value& dimension : *input) {
        if (!dimension.asUnsigned()) return badParameter("input", "has a dimension that is no unsigned integer");
        d.input.push_back(*dimension.asUnsigned());
    }
    auto decoded = decodeLayers(*layers);
    if (!decoded) return decoded.error();
    d.layers = std::move(*decoded);
    const cbor::Map* map = init->asMap();
    const cbor::Value* root = map && map->size() == 1 ? init->find("root") : nullptr;
    const Bytes* bytes = root ? root->asBytes() : nullptr;
    const auto hash = bytes ? Hash256::from(*bytes) : std::nullopt;
    if (!hash) return badParameter("init", "is no map with a root of 32 bytes");
    d.root = *hash;
    if (auto valid = d.validate(); !valid) return valid.error();
    return d;
}

Result<void> InferDescription::validate() const {
    if (rows == 0 || rows > kRowsMax) return badParameter("rows", {"are not 1 to %1", kRowsMax});
    if (tile == 0 || tile > kTileRowsMax) return badParameter("tile", {"is not 1 to %1 rows", kTileRowsMax});
    if (classes && outputs < 2) return badParameter("outputs", "are fewer than two classes", "predict values instead");
    if (auto good = asTraining(*this).validate(); !good) return good;
    auto network = Network::make(layers, input, outputs);
    if (!network) return network.error();
    if ((*network)->labels() != 1)
        return badParameter("layers", "end in one answer for each position", "end in one answer for each row");
    return {};
}

Result<std::unique_ptr<Program>> makeInfer(const cbor::Value& parameters, const Engine& engine, ThreadPool& pool) {
    auto description = InferDescription::decode(parameters);
    if (!description) return description.error();
    auto network = Network::make(description->layers, description->input, description->outputs);
    if (!network) return network.error();
    return std::unique_ptr<Program>(
        std::make_unique<Infer>(std::move(*description), std::move(*network), engine, pool));
}

} // namespace unchained::gpu
