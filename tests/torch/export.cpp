// SPDX-License-Identifier: Apache-2.0
// Writes what PyTorch is to compute again (tests/torch/compare.py):
//
//     torch_export layers DIR      DIR/<trial>.safetensors: a layer's input, tensors, output and gradients, at each
//     width;
//                                  the same of the losses; a few iterations of each optimiser
//     torch_export job JOB.toml ITERATIONS DIR
//                                  DIR/model.safetensors as a rental ends with it, and DIR/outputs.safetensors: what
//                                  the network makes of samples that were held out ("x", "y")
#include "gpu/layer_kinds.h"
#include "gpu/model_file.h"
#include "jobs/prepare.h"
#include "net/cross_entropy.h"
#include "net/mse.h"
#include "net/network.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace unchained;
using namespace unchained::gpu;
using nlohmann::json;

namespace {

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().text().c_str());
        std::exit(1);
    }
    return std::move(result).value();
}

void must(const Result<void>& result) {
    if (result) return;
    std::fprintf(stderr, "%s\n", result.error().text().c_str());
    std::exit(1);
}

/// Tensors with their bytes, to be written as one file.
class Output {
public:
    void add(const std::string& name, const std::vector<std::uint64_t>& shape, const std::vector<float>& values) {
        m_values.push_back(values);
        m_tensors.push_back({name, DType::F32, shape, {}});
    }
    void addLabels(const std::string& name, const std::vector<std::int32_t>& labels) {
        add(name, {labels.size()}, {labels.begin(), labels.end()});
    }
    void write(const std::filesystem::path& path, const json& about) {
        for (std::size_t t = 0; t < m_tensors.size(); ++t) {
            m_tensors[t].data = {reinterpret_cast<const std::uint8_t*>(m_values[t].data()),
                                 m_values[t].size() * sizeof(float)};
        }
        save(path, must(writeSafetensors(m_tensors, {{"about", about.dump()}})));
    }
    static void save(const std::filesystem::path& path, ByteView bytes) {
        std::ofstream out(path, std::ios::binary);
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (out.flush()) return;
        std::fprintf(stderr, "%s: cannot be written\n", path.c_str());
        std::exit(1);
    }

private:
    std::vector<std::vector<float>> m_values;
    std::vector<TensorView> m_tensors;
};

/// Even between -size and size.
std::vector<float> randomFloats(std::size_t count, std::uint32_t key, float size) {
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = philox4x32_10({static_cast<std::uint32_t>(i)}, {key, 99})[0];
        out[i] = (static_cast<float>(word >> 8) / 8388608.0F - 1.0F) * size;
    }
    return out;
}

/// A layer as a job file has it.
json asJob(const LayerDescription& layer) {
    json out{{"type", layer.kind}};
    for (const SettingInfo& setting : findLayerKind(layer.kind)->settings) {
        const auto value = layer.find(setting.name);
        if (!value) continue;
        if (setting.form == SettingForm::Truth) {
            out[setting.key] = *value == 1;
        } else if (setting.form == SettingForm::Share) {
            out[setting.key] = static_cast<double>(*value) / 65536;
        } else {
            out[setting.key] = *value;
        }
    }
    for (const LayerDescription& inside : layer.layers)
        out["layers"].push_back(asJob(inside));
    return out;
}

std::vector<std::uint64_t> batchOf(std::size_t rows, Shape shape) {
    shape.insert(shape.begin(), rows);
    return shape;
}

struct Trial {
    std::string name;
    LayerDescription layer;
    Shape shape;
    std::size_t rows = 6;
};

std::vector<Trial> trials() {
    const LayerDescription gelu = LayerDescription::gelu();
    const LayerDescription conv{"conv2d", {{"out", 8}, {"size", 3}, {"padding", 1}}};
    // A batch's mean takes a bias away again: its gradient would be 0 but for rounding.
    const LayerDescription plain{"conv2d", {{"out", 8}, {"size", 3}, {"padding", 1}, {"bias", 0}}};
    const LayerDescription attention{"attention", {{"heads", 3}, {"rotary", 1}}};
    return {
        {"linear", LayerDescription::linear(24), {40}, 32},
        {"linear-plain", {"linear", {{"out", 24}, {"bias", 0}}}, {5, 8}, 32},
        {"linear-each", {"linear", {{"out", 24}, {"each", 1}}}, {7, 40}},
        {"relu", LayerDescription::relu(), {3, 50}},
        {"gelu", gelu, {3, 50}},
        {"silu", {"silu", {}}, {3, 50}},
        {"tanh", {"tanh", {}}, {3, 50}},
        {"softmax", {"softmax", {}}, {5, 30}},
        {"dropout", {"dropout", {{"drop", 20000}}}, {300}},
        {"embedding", {"embedding", {{"tokens", 9}, {"out", 12}}}, {11}},
        {"embedding-positions", {"embedding", {{"tokens", 9}, {"out", 12}, {"positions", 1}}}, {11}},
        {"layernorm", {"layernorm", {}}, {5, 32}},
        {"rmsnorm", {"rmsnorm", {}}, {5, 32}},
        {"attention", {"attention", {{"heads", 3}}}, {9, 24}},
        {"attention-all-rotary", {"attention", {{"heads", 2}, {"causal", 0}, {"rotary", 1}}}, {9, 24}},
        {"conv2d", conv, {3, 9, 8}},
        {"conv2d-plain",
         {"conv2d", {{"out", 6}, {"size", 4}, {"stride", 2}, {"padding", 2}, {"groups", 2}, {"bias", 0}}},
         {4, 9, 8}},
        {"maxpool", {"maxpool", {{"size", 3}, {"stride", 2}}}, {3, 9, 8}},
        {"avgpool", {"avgpool", {{"size", 2}}}, {3, 9, 8}},
        {"batchnorm", {"batchnorm", {}}, {4, 5, 6}},
        {"batchnorm-numbers", {"batchnorm", {}}, {20}, 31},
        {"residual-image", {"residual", {}, {plain, {"batchnorm", {}}, gelu}}, {8, 6, 5}},
        {"residual-text",
         {"residual", {}, {{"layernorm", {}}, attention, {"residual", {}, {{"rmsnorm", {}}, gelu}}}},
         {7, 24}},
    };
}

/// One layer forward and back; the loss is the dot product of its outputs with random weights.
void writeTrial(const Trial& trial, unsigned bits, const std::filesystem::path& dir) {
    ThreadPool pool(2);
    const auto device = must(chooseEngine(""))->makeDevice(pool);
    Tools tools{*device, bits};
    const auto layer = must(makeLayer(trial.layer, trial.shape, "layers.0"));
    std::vector<float> input = randomFloats(trial.rows * elementsOfShape(trial.shape), 1, 2.0F);
    if (trial.layer.kind == "embedding") {
        for (float& token : input)
            token = static_cast<float>(static_cast<int>((token + 2.0F) * 2.2F)); // 0 … 8
    }
    std::vector<std::vector<float>> tensors;
    std::vector<std::vector<float>> gradients;
    std::vector<const float*> values;
    std::vector<float*> into;
    for (const TensorInfo& tensor : layer->tensors()) {
        tensors.push_back(
            randomFloats(tensor.elements(), 2 + static_cast<std::uint32_t>(tensors.size()), tensor.trained ? 0.5F : 0));
        gradients.emplace_back(tensor.elements());
    }
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        values.push_back(tensors[t].data());
        into.push_back(gradients[t].data());
    }
    std::vector<float> output(trial.rows * elementsOfShape(layer->output()));
    const std::vector<float> outputGradient = randomFloats(output.size(), 9, 1.0F);
    std::vector<float> inputGradient(input.size());
    Pass pass{.tools = tools};
    pass.rows = trial.rows;
    pass.training = true;
    pass.input = input.data();
    pass.output = output.data();
    pass.values = values;
    pass.draw = Hash256{{5}};
    must(layer->forward(pass));
    std::vector<float> fedBack = outputGradient; // a layer may overwrite it
    pass.outputGradient = fedBack.data();
    pass.inputGradient = trial.layer.kind == "embedding" ? nullptr : inputGradient.data();
    pass.gradients = into;
    must(layer->backward(pass));

    Output out;
    out.add("input", batchOf(trial.rows, trial.shape), input);
    out.add("output", batchOf(trial.rows, layer->output()), output);
    out.add("output_gradient", batchOf(trial.rows, layer->output()), outputGradient);
    if (pass.inputGradient) out.add("input_gradient", batchOf(trial.rows, trial.shape), inputGradient);
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        const TensorInfo& info = layer->tensors()[t];
        out.add("tensor." + info.name, info.shape, tensors[t]);
        out.add((info.trained ? "gradient." : "next.") + info.name, info.shape, gradients[t]);
    }
    out.write(dir / (trial.name + "." + std::to_string(bits) + ".safetensors"),
              {{"kind", "layer"}, {"bits", bits}, {"layer", asJob(trial.layer)}});
}

void writeLosses(const std::filesystem::path& dir) {
    constexpr std::size_t kRows = 17;
    constexpr std::size_t kColumns = 9;
    ThreadPool pool(2);
    const auto device = must(chooseEngine(""))->makeDevice(pool);
    Tools tools{*device, 14};
    const std::vector<float> x = randomFloats(kRows * kColumns, 4, 6.0F);
    std::vector<std::int32_t> labels(kRows);
    for (std::size_t i = 0; i < kRows; ++i)
        labels[i] = static_cast<std::int32_t>(i * 7 % kColumns);
    const std::vector<float> targets = randomFloats(x.size(), 5, 2.0F);
    for (const bool classes : {true, false}) {
        std::vector<float> losses(kRows);
        std::vector<float> gradient(x.size());
        const LossOutput into{losses.data(), nullptr, gradient.data()};
        must(classes ? CrossEntropy::run(tools, x.data(), labels.data(), kRows, kColumns, into)
                     : Mse::run(tools, x.data(), targets.data(), kRows, kColumns, into));
        Output out;
        out.add("input", {kRows, kColumns}, x);
        out.add("losses", {kRows}, losses);
        out.add("input_gradient", {kRows, kColumns}, gradient);
        out.addLabels("labels", labels);
        out.add("targets", {kRows, kColumns}, targets);
        const std::string name = classes ? "cross_entropy" : "mse";
        out.write(dir / (name + ".safetensors"), {{"kind", name}});
    }
}

json asJob(const OptimiserDescription& o) {
    json out{{"type", o.kind == "sgd" ? "sgd" : "adamw"}, {"learning_rate", o.rate}, {"weight_decay", o.decay}};
    if (o.kind == "sgd") out["momentum"] = o.momentum;
    if (o.clip != 0.0F) out["clip"] = o.clip;
    if (o.schedule) {
        out["schedule"] = o.schedule->kind;
        out["warmup"] = o.schedule->warmup;
        out["final"] = o.schedule->final;
    }
    return out;
}

/// All tensors of a state that the optimiser updates, under their names after `prefix`.
void addState(Output& out, const std::string& prefix, const Program& program, ByteView state) {
    std::size_t at = 0;
    for (const TensorInfo& tensor : program.layout()) {
        std::vector<float> values(tensor.elements());
        std::memcpy(values.data(), state.data() + at, values.size() * sizeof(float));
        at += values.size() * sizeof(float);
        if (!tensor.name.starts_with("optimizer.")) out.add(prefix + tensor.name, tensor.shape, values);
    }
}

/// Five iterations of a small network, all rows in each.
void writeTraining(const std::string& name, const OptimiserDescription& optimiser, const std::filesystem::path& dir) {
    constexpr std::uint64_t kRows = 40;
    TrainDescription d;
    d.bits = 21;
    d.input = {12};
    d.classes = 5;
    d.layers = {LayerDescription::linear(30), LayerDescription::gelu(), LayerDescription::linear(5)};
    d.samples = kRows;
    d.iterations = 5;
    d.optimiser = optimiser;
    ThreadPool pool(2);
    const auto program = must(makeProgram("train/v1", d.encode(), *must(chooseEngine("")), pool));
    const std::vector<float> x = randomFloats(kRows * 12, 6, 1.0F);
    std::vector<std::int32_t> y(kRows);
    for (std::size_t i = 0; i < kRows; ++i)
        y[i] = static_cast<std::int32_t>(i % 5);
    const auto view = [](const auto& values) {
        return ByteView{reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(values[0])};
    };
    must(program->bindData(must(writeSafetensors({{"train.x", DType::F32, {kRows, 12}, view(x)},
                                                  {"train.y", DType::I32, {kRows}, view(y)},
                                                  {"test.x", DType::F32, {kRows, 12}, view(x)},
                                                  {"test.y", DType::I32, {kRows}, view(y)}}))));
    const Bytes first = must(program->initialState());
    must(program->load(first));
    static_cast<void>(must(program->step(0, 5, {}, {})));
    Output out;
    out.add("input", {kRows, 12}, x);
    out.addLabels("labels", y);
    addState(out, "first.", *program, first);
    addState(out, "last.", *program, must(program->state()));
    json layers;
    for (const LayerDescription& layer : d.layers)
        layers.push_back(asJob(layer));
    out.write(dir / (name + ".safetensors"),
              {{"kind", "training"}, {"layers", layers}, {"optimizer", asJob(optimiser)}, {"iterations", 5}});
}

void writeTrainings(const std::filesystem::path& dir) {
    OptimiserDescription sgd;
    sgd.kind = "sgd";
    sgd.rate = 0.1F;
    writeTraining("sgd", sgd, dir);
    sgd.momentum = 0.9F;
    sgd.clip = 0.2F;
    sgd.schedule = ScheduleDescription{"linear", 2, 0.25F};
    writeTraining("sgd-momentum-clip-linear", sgd, dir);
    OptimiserDescription adam;
    adam.rate = 0.01F;
    writeTraining("adam", adam, dir);
    adam.decay = 0.1F;
    adam.clip = 0.2F;
    adam.schedule = ScheduleDescription{"cosine", 2, 0.1F};
    writeTraining("adamw-clip-cosine", adam, dir);
}

int writeLayers(const std::filesystem::path& dir) {
    for (const Trial& trial : trials()) {
        for (const unsigned bits : {8U, 14U, 16U, 21U})
            writeTrial(trial, bits, dir);
    }
    writeLosses(dir);
    writeTrainings(dir);
    return 0;
}

int writeJob(const char* file, std::uint32_t iterations, const std::filesystem::path& dir) {
    constexpr std::size_t kRows = 64;
    const jobs::PreparedJob job = must(jobs::prepareJob(must(jobs::loadJob(file))));
    ThreadPool pool(2);
    const Engine& engine = *must(chooseEngine(""));
    const auto program = must(makeProgram(job.program, job.parameters, engine, pool));
    must(program->bindData(job.data));
    must(program->load(must(program->initialState())));
    static_cast<void>(must(program->step(0, iterations, {}, {})));
    Output::save(dir / "model.safetensors", must(writeModel(program->layout(), must(program->state()))));

    const TrainDescription& d = job.description;
    const auto device = engine.makeDevice(pool);
    Tools tools{*device, d.bits};
    const auto network = must(Network::make(d.layers, d.input, d.classes));
    const auto parsed = must(parseSafetensors(job.data));
    std::vector<float> x = must(parsed.floats("test.x", 2));
    x.resize(kRows * elementsOfShape(d.input));
    std::vector<float> weights(program->stateBytes() / sizeof(float));
    std::memcpy(weights.data(), must(program->state()).data(), program->stateBytes());
    std::vector<const float*> values;
    std::size_t at = 0;
    for (const TensorInfo& tensor : network->tensors()) {
        values.push_back(weights.data() + at);
        at += tensor.elements();
    }
    const float* y = must(network->forward(tools, {x.data(), kRows, values, {}}, false));
    const std::size_t outputs = kRows * network->labels() * d.classes;
    Output out;
    out.add("x", batchOf(kRows, d.input), x);
    out.add("y", {kRows * network->labels(), d.classes}, {y, y + outputs});
    out.write(dir / "outputs.safetensors", {{"bits", d.bits}});
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "layers" && argc == 3) return writeLayers(argv[2]);
    if (what == "job" && argc == 5)
        return writeJob(argv[2], static_cast<std::uint32_t>(std::strtoul(argv[3], nullptr, 10)), argv[4]);
    std::fprintf(stderr, "torch_export layers DIR | job JOB.toml ITERATIONS DIR\n");
    return 2;
}
