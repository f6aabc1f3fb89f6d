// SPDX-License-Identifier: Apache-2.0
#include "jobs/layer_fields.h"

#include "gpu/layer_kinds.h"

#include <algorithm>
#include <cmath>

namespace unchained::jobs {

namespace {

constexpr std::string_view kRepeat = "repeat";
/// "repeat" may stand between any two depths of real layers.
constexpr std::size_t kTablesDeepMax = 2 * gpu::kLayerDepthMax;

const std::vector<std::string_view>& typeWords() {
    static const std::vector<std::string_view> words = [] {
        std::vector<std::string_view> out;
        for (const gpu::LayerKindInfo& kind : gpu::layerKinds())
            out.push_back(kind.name);
        out.push_back(kRepeat);
        return out;
    }();
    return words;
}

std::uint64_t readSetting(const TomlTable& in, const gpu::SettingInfo& info) {
    const Key key{info.key, info.example};
    switch (info.form) {
    case gpu::SettingForm::Truth:
        return in.truth(key, info.absent ? std::optional(*info.absent != 0) : std::nullopt) ? 1 : 0;
    case gpu::SettingForm::Share: {
        constexpr float kUnits = 65536;
        const float share =
            in.real(key, static_cast<float>(info.least) / kUnits, static_cast<float>(info.most) / kUnits);
        return static_cast<std::uint64_t>(std::nearbyint(share * kUnits));
    }
    case gpu::SettingForm::Number:
        break;
    }
    return in.integer(key, info.least, info.most, info.absent);
}

void allowKeys(const TomlTable& in, const gpu::LayerKindInfo& kind) {
    std::vector<std::string_view> keys{"type"};
    for (const gpu::SettingInfo& info : kind.settings)
        keys.emplace_back(info.key);
    if (kind.holdsLayers) keys.emplace_back("layers");
    // What is most often written by mistake has an answer of its own.
    const bool wide = std::find(keys.begin(), keys.end(), "width") != keys.end();
    if (!wide && in.has("width")) {
        in.fail(JobError::Inconsistent, "width", Message("%1 keeps the width of its input", std::string(kind.name)),
                "remove it");
    }
    in.allow(keys);
}

/// @param left  layers that may still come
std::vector<gpu::LayerDescription> readList(const TomlTable& from, std::size_t depth, std::size_t& left);

void readOne(const TomlTable& in, std::size_t depth, std::size_t& left, std::vector<gpu::LayerDescription>& out) {
    const std::string type = in.choice({"type", "type = \"linear\""}, typeWords());
    if (in.failed()) return;
    if (type == kRepeat) {
        in.allow({"type", "times", "layers"});
        const std::uint64_t times = in.integer({"times", "times = 4"}, 1, gpu::kLayersMax);
        for (std::uint64_t i = 0; i < times && !in.failed(); ++i) {
            const auto inside = readList(in, depth + 1, left);
            out.insert(out.end(), inside.begin(), inside.end());
        }
        return;
    }
    if (left == 0) {
        in.fail(JobError::OutOfRange, "", Message("there are more than %1 layers", gpu::kLayersMax),
                "write fewer, or repeat fewer times");
        return;
    }
    --left;
    const gpu::LayerKindInfo& kind = *gpu::findLayerKind(type);
    allowKeys(in, kind);
    gpu::LayerDescription layer{type, {}, {}};
    for (const gpu::SettingInfo& info : kind.settings) {
        const std::uint64_t value = readSetting(in, info);
        if (info.absent != value) layer.settings.emplace_back(info.name, value);
    }
    if (kind.holdsLayers) layer.layers = readList(in, depth + 1, left);
    out.push_back(std::move(layer));
}

std::vector<gpu::LayerDescription> readList(const TomlTable& from, std::size_t depth, std::size_t& left) {
    std::vector<gpu::LayerDescription> out;
    if (depth >= kTablesDeepMax) {
        from.fail(JobError::OutOfRange, "layers", Message("are more than %1 deep inside each other", kTablesDeepMax),
                  "write them flatter");
        return out;
    }
    for (const TomlTable& in :
         from.tables({"layers", "[[layers]] with type = \"linear\" and width = 10"}, gpu::kLayersMax))
        readOne(in, depth, left, out);
    return out;
}

} // namespace

std::vector<gpu::LayerDescription> readLayers(const TomlTable& root) {
    std::size_t left = gpu::kLayersMax;
    auto out = readList(root, 0, left);
    if (!root.failed() && (out.empty() || out.back().kind != "linear")) {
        root.tables({"layers", ""}, gpu::kLayersMax)
            .back()
            .fail(JobError::Inconsistent, "type", "the last layer must be linear: its outputs are the classes",
                  "add a layer with type = \"linear\" and as many outputs as classes");
    }
    return out;
}

} // namespace unchained::jobs
