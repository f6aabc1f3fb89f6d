// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/hash.h"
#include "net/layer.h"

#include <cmath>
#include <doctest/doctest.h>
#include <functional>

/// Holds a layer to a plain definition of it in binary64: values, and gradients by central differences; and to the same
/// bits on every engine and number of threads.
namespace unchained::gpu::test {

using Doubles = std::vector<double>;

inline std::vector<float> randomFloats(std::size_t count, std::uint32_t key, float size) {
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = philox4x32_10({static_cast<std::uint32_t>(i)}, {key, 99})[0];
        out[i] = (static_cast<float>(word >> 8) / 8388608.0F - 1.0F) * size;
    }
    return out;
}

inline Doubles widened(const std::vector<float>& values) {
    return {values.begin(), values.end()};
}

/// d(loss)/d(at[i]) for every i, by differences.
inline Doubles numericGradient(Doubles at, const std::function<double(const Doubles&)>& loss) {
    constexpr double kStep = 1e-5;
    Doubles out(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double here = at[i];
        at[i] = here + kStep;
        const double above = loss(at);
        at[i] = here - kStep;
        const double below = loss(at);
        at[i] = here;
        out[i] = (above - below) / (2 * kStep);
    }
    return out;
}

inline void checkClose(const std::vector<float>& found, const Doubles& wanted, double tolerance) {
    REQUIRE(found.size() == wanted.size());
    double largest = 0;
    for (const double value : wanted)
        largest = std::max(largest, std::abs(value));
    REQUIRE(largest > 0);
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        CAPTURE(found[i]);
        CAPTURE(wanted[i]);
        REQUIRE(std::abs(static_cast<double>(found[i]) - wanted[i]) <= tolerance * largest);
    }
}

inline double dot(const Doubles& a, const std::vector<float>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += a[i] * static_cast<double>(b[i]);
    return sum;
}

/// The engines on whose devices a body is run: one of the processor, the model of a card, and a card where there is
/// one.
inline std::vector<const Engine*> trialEngines() {
    std::vector<const Engine*> out;
    for (const char* name : {"scalar", "cuda-model", "cuda"}) {
        if (const auto engine = chooseEngine(name)) out.push_back(*engine);
    }
    return out;
}

/// A device, and what was put there.
class DeviceBench {
public:
    explicit DeviceBench(const Engine& engine, unsigned threads = 2, unsigned bits = 14)
        : m_pool(threads), m_device(engine.makeDevice(m_pool)), tools{*m_device, bits} {}

    [[nodiscard]] Device& device() { return *m_device; }
    template <class T>
    [[nodiscard]] T* put(const std::vector<T>& values) {
        T* at = m_memory.get<T>(*m_device, m_slots++, values.size());
        m_device->upload(at, values.data(), values.size() * sizeof(T));
        return at;
    }
    template <class T>
    [[nodiscard]] std::vector<T> take(const T* from, std::size_t count) {
        std::vector<T> out(count);
        m_device->download(out.data(), from, count * sizeof(T));
        return out;
    }
    /// What was queued, and what became of it.
    [[nodiscard]] Result<void> ended(const Result<void>& queued) {
        const auto finished = m_device->finish();
        return queued ? finished : queued;
    }

private:
    ThreadPool m_pool;
    std::unique_ptr<Device> m_device;
    DeviceMemory m_memory;
    std::size_t m_slots = 0;

public:
    Tools tools;
};

/// One layer with everything that a pass needs; the loss is the outputs' dot product with fixed weights.
struct LayerBench {
    DeviceBench on;
    std::unique_ptr<Layer> layer;
    std::size_t rows;
    std::vector<float> input;
    std::vector<std::vector<float>> tensors;
    std::vector<std::vector<float>> gradients;
    std::vector<float> output;
    std::vector<float> outputGradient;
    std::vector<float> inputGradient;
    Hash256 draw{{5}};

    /// 21 bits where only the derivative is on trial.
    LayerBench(const LayerDescription& description, const Shape& shape, std::size_t rowCount, unsigned threads = 2,
               const Engine* engine = nullptr, unsigned bits = 21)
        : on(engine ? *engine : *chooseEngine("").value(), threads, bits), rows(rowCount),
          input(randomFloats(rowCount * elementsOfShape(shape), 1, 2.0F)) {
        auto made = makeLayer(description, shape, "layers.0");
        REQUIRE_MESSAGE(made.ok(), made.error().text());
        layer = std::move(*made);
        for (const TensorInfo& tensor : layer->tensors()) {
            tensors.push_back(randomFloats(tensor.elements(), 2 + static_cast<std::uint32_t>(tensors.size()), 0.5F));
            gradients.emplace_back(tensor.elements());
        }
        output.resize(rows * elementsOfShape(layer->output()));
        outputGradient = randomFloats(output.size(), 9, 1.0F);
        inputGradient.resize(input.size());
    }

    [[nodiscard]] Result<void> forward(bool training) {
        const Pass pass = sent(training);
        auto done = on.ended(layer->forward(pass));
        output = on.take(pass.output, output.size());
        return done;
    }

    void run() {
        Pass pass = sent(true);
        const auto done = on.ended(layer->forward(pass));
        REQUIRE_MESSAGE(done.ok(), done.error().text());
        output = on.take(pass.output, output.size());
        pass.outputGradient = on.put(outputGradient); // a layer may overwrite it
        pass.inputGradient = on.put(inputGradient);
        m_into.clear();
        for (auto& gradient : gradients)
            m_into.push_back(on.put(gradient));
        pass.gradients = m_into;
        const auto returned = on.ended(layer->backward(pass));
        REQUIRE_MESSAGE(returned.ok(), returned.error().text());
        inputGradient = on.take(pass.inputGradient, inputGradient.size());
        for (std::size_t t = 0; t < gradients.size(); ++t)
            gradients[t] = on.take(m_into[t], gradients[t].size());
    }

    /// Of all that run() wrote.
    [[nodiscard]] std::string hash() const {
        Sha256Stream all;
        const auto add = [&](const std::vector<float>& values) {
            all.add({reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(float)});
        };
        add(output);
        add(inputGradient);
        for (const auto& gradient : gradients)
            add(gradient);
        return toHex(all.finish().view());
    }

private:
    /// All that a forward pass reads, on the device.
    [[nodiscard]] Pass sent(bool training) {
        m_values.clear();
        for (auto& tensor : tensors)
            m_values.push_back(on.put(tensor));
        Pass out{.tools = on.tools};
        out.rows = rows;
        out.training = training;
        out.input = on.put(input);
        out.output = on.put(output);
        out.values = m_values;
        out.draw = draw;
        return out;
    }

    std::vector<const float*> m_values;
    std::vector<float*> m_into;
};

/// A layer, its definition, and what its bits are.
struct LayerTrial {
    LayerDescription description;
    Shape shape;
    std::size_t rows = 3;
    std::function<Doubles(const Doubles& x, const std::vector<Doubles>& tensors)> forward;
    std::string golden;            ///< SHA-256 of outputs and gradients at 14 bits
    std::vector<float> input = {}; ///< empty: random
    bool inputHasGradient = true;
    double tolerance = 1e-5; ///< of the largest value
};

inline void holdToDefinition(const LayerTrial& trial) {
    LayerBench bench(trial.description, trial.shape, trial.rows);
    if (!trial.input.empty()) bench.input = trial.input;
    bench.run();
    const Doubles x = widened(bench.input);
    std::vector<Doubles> tensors;
    for (const auto& tensor : bench.tensors)
        tensors.push_back(widened(tensor));
    checkClose(bench.output, trial.forward(x, tensors), trial.tolerance);
    if (trial.inputHasGradient) {
        INFO("gradient of the input");
        checkClose(
            bench.inputGradient,
            numericGradient(x, [&](const Doubles& v) { return dot(trial.forward(v, tensors), bench.outputGradient); }),
            trial.tolerance);
    }
    for (std::size_t t = 0; t < tensors.size(); ++t) {
        if (!bench.layer->tensors()[t].trained) continue;
        INFO("gradient of ", bench.layer->tensors()[t].name);
        const auto loss = [&](const Doubles& v) {
            std::vector<Doubles> moved = tensors;
            moved[t] = v;
            return dot(trial.forward(x, moved), bench.outputGradient);
        };
        checkClose(bench.gradients[t], numericGradient(tensors[t], loss), trial.tolerance);
    }
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        for (const unsigned threads : {1U, 2U, 3U}) {
            INFO(info.name, ", ", threads, " threads");
            LayerBench again(trial.description, trial.shape, trial.rows, threads, info.engine, 14);
            if (!trial.input.empty()) again.input = trial.input;
            again.run();
            CHECK(again.hash() == trial.golden);
        }
    }
}

/// Subject and sentence with which a layer is refused.
inline std::string layerRefusal(const LayerDescription& description, const Shape& input) {
    const auto made = makeLayer(description, input, "layers.4");
    REQUIRE_FALSE(made.ok());
    return made.error().text();
}

} // namespace unchained::gpu::test
