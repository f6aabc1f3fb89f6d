// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"

#include <string>
#include <utility>
#include <vector>

/// Small networks, data for them, and what training makes of them; networks of every kind are drawn from a number.
namespace unchained::gpu::tests {

inline constexpr std::uint64_t kTrainRows = 24;
inline constexpr std::uint64_t kTestRows = 9;
inline constexpr std::uint32_t kTokens = 7;
inline constexpr std::uint64_t kClasses = 5;

/// Numbers from a counter.
class Draws {
public:
    explicit Draws(std::uint32_t key) : m_key(key) {}
    std::uint32_t below(std::uint32_t count) { return philox4x32_10({m_at++, 0, 0, 0}, {m_key, 77})[0] % count; }
    bool coin() { return below(2) == 1; }

private:
    std::uint32_t m_key;
    std::uint32_t m_at = 0;
};

struct NetworkCase {
    TrainDescription description;
    bool tokens = false;
    std::uint64_t labels = 1; ///< of a sample
};

template <class T>
ByteView viewOfAll(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

/// Data that fits: token ids where the network begins with an embedding, else numbers of both signs.
inline Bytes dataFor(const NetworkCase& c) {
    const TrainDescription& d = c.description;
    Draws draws(5);
    const auto real = [&] { return static_cast<float>(draws.below(4096)) / 1024.0F - 2.0F; };
    std::uint64_t width = 1;
    for (const std::uint64_t dimension : d.input)
        width *= dimension;
    std::vector<float> x[2];
    std::vector<std::int32_t> y[2];
    std::vector<float> targets[2];
    std::vector<TensorView> out;
    for (const std::size_t part : {0U, 1U}) {
        const std::uint64_t rows = part == 0 ? kTrainRows : kTestRows;
        const std::string name = part == 0 ? "train." : "test.";
        for (std::uint64_t i = 0; i < rows * width; ++i)
            x[part].push_back(c.tokens ? static_cast<float>(draws.below(kTokens)) : real());
        out.push_back({name + "x", DType::F32, {rows, width}, viewOfAll(x[part])});
        if (d.loss == LossKind::Mse) {
            const std::uint64_t columns = c.labels * d.classes;
            for (std::uint64_t i = 0; i < rows * columns; ++i)
                targets[part].push_back(real());
            const auto shape = columns == 1 ? std::vector{rows} : std::vector{rows, columns};
            out.push_back({name + "y", DType::F32, shape, viewOfAll(targets[part])});
        } else {
            for (std::uint64_t i = 0; i < rows * c.labels; ++i)
                y[part].push_back(static_cast<std::int32_t>(draws.below(static_cast<std::uint32_t>(d.classes))));
            const auto shape = c.labels == 1 ? std::vector{rows} : std::vector{rows, c.labels};
            out.push_back({name + "y", DType::I32, shape, viewOfAll(y[part])});
        }
    }
    return writeSafetensors(out).value();
}

/// Hash of the state after ten noised iterations in two steps, and of the evaluation.
inline Result<std::string> outcomeOf(const NetworkCase& c, const Engine& engine, unsigned threads,
                                     const Hash256& seed) {
    ThreadPool pool(threads);
    auto program = makeProgram("train/v1", c.description.encode(), engine, pool);
    if (!program) return program.error();
    if (const auto bound = (*program)->bindData(dataFor(c)); !bound) return bound.error();
    const auto initial = (*program)->initialState();
    if (!initial) return initial.error();
    if (const auto loaded = (*program)->load(*initial); !loaded) return loaded.error();
    const NoiseTerms noise = (*program)->proposedNoise(*initial);
    for (const std::uint64_t first : {0U, 5U}) {
        if (const auto done = (*program)->step(first, 5, seed, noise); !done) return done.error();
    }
    const auto evaluation = (*program)->evaluate();
    if (!evaluation) return evaluation.error();
    Sha256Stream all;
    const auto state = (*program)->state();
    if (!state) return state.error();
    all.add(*state);
    all.add({reinterpret_cast<const std::uint8_t*>(&evaluation->loss), sizeof evaluation->loss});
    return toHex(all.finish().view());
}

inline TrainDescription started(std::vector<std::uint64_t> input, std::vector<LayerDescription> layers) {
    TrainDescription d;
    d.input = std::move(input);
    d.classes = kClasses;
    d.layers = std::move(layers);
    d.samples = kTrainRows;
    d.batch = 8;
    d.iterations = 10;
    d.optimiser.rate = 0.01F;
    return d;
}

/// Draws a network of any of the kinds of layers, nested and repeated, its optimiser, loss and width of products.
class RandomNetwork {
public:
    explicit RandomNetwork(std::uint32_t key) : m_draws(key) {}

    NetworkCase draw() {
        const std::uint32_t kind = m_draws.below(3);
        m_case.description = kind == 0 ? text() : kind == 1 ? images() : numbers();
        TrainDescription& d = m_case.description;
        constexpr unsigned kBits[4] = {8, 14, 16, 21};
        d.bits = kBits[m_draws.below(4)];
        d.batch = m_draws.coin() ? 0 : 2 + m_draws.below(20);
        if (m_draws.below(4) == 0) d.loss = LossKind::Mse;
        d.orderSeed = m_draws.below(1000);
        d.initSeed = m_draws.below(1000);
        d.optimiser = optimiser();
        return m_case;
    }

private:
    using Layers = std::vector<LayerDescription>;

    /// One that keeps any shape.
    LayerDescription shapeless() {
        constexpr const char* kKinds[] = {"relu", "gelu", "silu", "tanh", "layernorm", "rmsnorm", "softmax", "dropout"};
        LayerDescription out{kKinds[m_draws.below(8)], {}};
        if (out.kind == "dropout") out.settings.emplace_back("drop", 1 + m_draws.below(40000));
        return out;
    }

    /// What `inside` makes one or two deep residuals of, with something shapeless before it or behind it.
    LayerDescription residual(LayerDescription inside) {
        Layers layers{std::move(inside)};
        // One draw a statement: arguments have no order of their own.
        const bool before = m_draws.coin();
        layers.insert(before ? layers.begin() : layers.end(), shapeless());
        if (m_draws.below(4) == 0) layers.push_back({"residual", {}, {shapeless(), shapeless()}});
        return {"residual", {}, std::move(layers)};
    }

    /// The same layers one to three times, as a job file repeats them.
    void repeat(Layers& layers, const Layers& block) {
        for (std::uint32_t times = 1 + m_draws.below(3); times-- > 0;)
            layers.insert(layers.end(), block.begin(), block.end());
    }

    TrainDescription text() {
        const std::uint64_t length = 1 + m_draws.below(12), heads = 1 + m_draws.below(3), width = heads * 4;
        m_case.tokens = true;
        m_case.labels = length;
        Layers layers{{"embedding", {{"tokens", kTokens}, {"out", width}}}};
        if (m_draws.coin()) layers[0].settings.emplace_back("positions", 1);
        LayerDescription attention{"attention", {{"heads", heads}}};
        if (m_draws.coin()) attention.settings.emplace_back("causal", 0);
        if (m_draws.coin()) attention.settings.emplace_back("rotary", 1);
        LayerDescription each{"linear", {{"out", width}, {"each", 1}}};
        if (m_draws.coin()) each.settings.emplace_back("bias", 0);
        repeat(layers, {residual(attention), shapeless(), residual(each)});
        layers.push_back({"linear", {{"out", kClasses}, {"each", 1}}});
        return started({length}, layers);
    }

    TrainDescription images() {
        const std::uint64_t groups = 1 + m_draws.below(3), channels = groups * (1 + m_draws.below(3));
        const std::uint64_t size = 1 + 2 * m_draws.below(2); // 1 or 3
        const std::uint32_t first = 1 + m_draws.below(3);
        Layers layers{{"conv2d", {{"out", channels}, {"size", first}}}};
        if (first > 1) layers[0].settings.emplace_back("padding", 1 + m_draws.below(first - 1));
        if (m_draws.coin()) layers[0].settings.emplace_back("bias", 0);
        if (m_draws.coin()) layers[0].settings.emplace_back("stride", 2);
        LayerDescription keeping{"conv2d", {{"out", channels}, {"size", size}}};
        if (size == 3) keeping.settings.emplace_back("padding", 1);
        if (groups > 1) keeping.settings.emplace_back("groups", groups);
        repeat(layers, {residual(keeping), m_draws.coin() ? LayerDescription{"batchnorm", {}} : shapeless()});
        LayerDescription pool{m_draws.coin() ? "maxpool" : "avgpool", {{"size", 2}}};
        if (m_draws.coin()) pool.settings.emplace_back("stride", 1);
        layers.push_back(pool);
        layers.push_back(LayerDescription::linear(kClasses));
        return started({1 + m_draws.below(3), 5 + m_draws.below(5), 5 + m_draws.below(5)}, layers);
    }

    TrainDescription numbers() {
        Layers layers;
        for (std::uint32_t i = m_draws.below(3); i-- > 0;) {
            const std::uint64_t width = 1 + m_draws.below(50);
            layers.push_back(LayerDescription::linear(width));
            layers.push_back(m_draws.below(3) == 0 ? LayerDescription{"batchnorm", {}} : shapeless());
            if (m_draws.coin()) repeat(layers, {residual(LayerDescription::linear(width))});
        }
        layers.push_back(LayerDescription::linear(kClasses));
        return started({1 + m_draws.below(40)}, layers);
    }

    OptimiserDescription optimiser() {
        OptimiserDescription o;
        o.rate = 0.003F;
        if (m_draws.coin()) {
            o.kind = "sgd";
            o.momentum = m_draws.coin() ? 0.9F : 0.0F;
        }
        if (m_draws.coin()) o.decay = 0.1F;
        if (m_draws.coin()) o.clip = 0.25F;
        constexpr const char* kSchedules[] = {"constant", "linear", "cosine"};
        const std::string kind = kSchedules[m_draws.below(3)];
        const float final = kind == "constant" ? 1.0F : 0.1F;
        if (m_draws.coin()) o.schedule = ScheduleDescription{kind, 1 + m_draws.below(4), final};
        return o;
    }

    Draws m_draws;
    NetworkCase m_case;
};

} // namespace unchained::gpu::tests
