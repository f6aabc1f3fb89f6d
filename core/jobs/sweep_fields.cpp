// SPDX-License-Identifier: Apache-2.0
#include "jobs/sweep_fields.h"

#include "gpu/sweep.h"

#include <algorithm>
#include <functional>

namespace unchained::jobs {

namespace {

constexpr std::size_t kValuesMax = gpu::kSweepRunsMax;

/// One key with its values: how many, and how the i-th is put into a trial.
struct Axis {
    std::string name;
    std::size_t count = 0;
    std::function<void(Trial&, std::size_t)> put;
};

void addReals(std::vector<Axis>& axes, const TomlTable& in, Key key, float min, float max,
              std::optional<float> Trial::*field) {
    if (!in.has(key.name)) return;
    auto values = in.reals(key, 1, kValuesMax, min, max);
    axes.push_back({key.name, values.size(), [field, values](Trial& to, std::size_t i) { to.*field = values[i]; }});
}

void addWholes(std::vector<Axis>& axes, const TomlTable& in, Key key, std::uint64_t min, std::uint64_t max,
               std::optional<std::uint64_t> Trial::*field) {
    if (!in.has(key.name)) return;
    auto values = in.integers(key, kValuesMax, min, max);
    axes.push_back({key.name, values.size(), [field, values](Trial& to, std::size_t i) { to.*field = values[i]; }});
}

std::vector<Trial> grid(const TomlTable& in, const std::vector<Axis>& axes) {
    std::size_t count = 1;
    for (const Axis& axis : axes) {
        count *= axis.count;
        if (count > gpu::kSweepRunsMax) {
            in.fail(JobError::OutOfRange, axis.name, Message("with it there are more than %1 trainings", kValuesMax),
                    "give fewer values");
            return {};
        }
    }
    std::vector<Trial> out(count);
    for (std::size_t t = 0; t < count; ++t) {
        std::size_t rest = t;
        for (auto axis = axes.rbegin(); axis != axes.rend(); ++axis) {
            axis->put(out[t], rest % axis->count);
            rest /= axis->count;
        }
    }
    return out;
}

std::vector<Trial> list(const TomlTable& in, const std::vector<Axis>& axes) {
    std::vector<Trial> out(axes.front().count);
    for (const Axis& axis : axes) {
        if (axis.count != out.size()) {
            in.fail(JobError::Inconsistent, axis.name,
                    Message("has %1 values, and %2 has %3", axis.count, axes.front().name, out.size()),
                    "give as many of each, or write kind = \"grid\"");
            return {};
        }
        for (std::size_t i = 0; i < out.size(); ++i)
            axis.put(out[i], i);
    }
    return out;
}

} // namespace

std::vector<Trial> readSweep(const TomlTable& in) {
    in.allow({"kind", "learning_rate", "momentum", "weight_decay", "width", "batch", "epochs", "seed"});
    const std::string kind = in.choice({"kind", "kind = \"grid\""}, {"grid", "list"}, "grid");
    std::vector<Axis> axes;
    addReals(axes, in, {"learning_rate", "learning_rate = [0.001, 0.01]"}, 1e-30F, 1e6F, &Trial::learningRate);
    addReals(axes, in, {"momentum", "momentum = [0.0, 0.9]"}, 0, 0.999999F, &Trial::momentum);
    addReals(axes, in, {"weight_decay", "weight_decay = [0.0, 0.1]"}, 0, 1e6F, &Trial::weightDecay);
    addWholes(axes, in, {"width", "width = [32, 64]"}, 1, 65536, &Trial::width);
    addWholes(axes, in, {"batch", "batch = [32, 64]"}, 1, 1U << 24, &Trial::batch);
    addWholes(axes, in, {"epochs", "epochs = [1, 2]"}, 1, 1'000'000'000, &Trial::epochs);
    addWholes(axes, in, {"seed", "seed = [1, 2, 3]"}, 0, INT64_MAX - 16, &Trial::seed);
    if (in.failed()) return {};
    if (axes.empty()) {
        in.fail(JobError::Missing, "learning_rate", "is missing, and so is every other list of values",
                "write learning_rate = [0.001, 0.01]");
        return {};
    }
    return kind == "grid" ? grid(in, axes) : list(in, axes);
}

std::vector<gpu::LayerDescription> withWidth(std::vector<gpu::LayerDescription> layers, std::uint64_t width) {
    for (std::size_t i = 0; i + 1 < layers.size(); ++i) {
        for (auto& [name, value] : layers[i].settings)
            if (name == "out") value = width;
        for (gpu::LayerDescription& inside : layers[i].layers)
            for (auto& [name, value] : inside.settings)
                if (name == "out") value = width;
    }
    return layers;
}

} // namespace unchained::jobs
