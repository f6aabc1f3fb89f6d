// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include "gpu/layer_kinds.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

struct Maker {
    std::string_view kind;
    LayerMaker make;
};

constexpr Maker kMakers[] = {
    {"linear", makeLinear},       {"relu", makeRelu},       {"gelu", makeGelu},           {"silu", makeSilu},
    {"tanh", makeTanh},           {"softmax", makeSoftmax}, {"dropout", makeDropout},     {"embedding", makeEmbedding},
    {"layernorm", makeLayernorm}, {"rmsnorm", makeRmsnorm}, {"attention", makeAttention}, {"conv2d", makeConv2d},
    {"maxpool", makeMaxpool},     {"avgpool", makeAvgpool}, {"batchnorm", makeBatchnorm}, {"residual", makeResidual},
};

Result<void> checkSetting(const LayerPlan& plan, const SettingInfo& info) {
    const auto& settings = plan.description.settings;
    const auto count = std::count_if(settings.begin(), settings.end(),
                                     [&](const auto& setting) { return setting.first == info.name; });
    if (count == 0 && info.absent) return {};
    if (count != 1) {
        return plan.error({"a layer of kind %1 needs this setting once", plan.description.kind}, "give it", info.name);
    }
    const std::uint64_t value = *plan.description.find(info.name);
    if (value < info.least || value > info.most) {
        return plan.error({"%1 is not from %2 to %3", value, info.least, info.most}, "", info.name);
    }
    // One network has one encoding.
    if (info.absent == value)
        return plan.error({"the value %1 is what it is by itself", value}, "leave it out", info.name);
    return {};
}

Result<void> checkSettings(const LayerPlan& plan, const LayerKindInfo& kind) {
    for (const auto& [name, value] : plan.description.settings) {
        const bool known = std::any_of(kind.settings.begin(), kind.settings.end(),
                                       [&key = name](const SettingInfo& info) { return info.name == key; });
        if (!known) {
            return plan.error({"a layer of kind %1 has no setting of this name", plan.description.kind}, "leave it out",
                              name);
        }
    }
    for (const SettingInfo& info : kind.settings) {
        if (auto checked = checkSetting(plan, info); !checked) return checked;
    }
    if (!kind.holdsLayers && !plan.description.layers.empty()) {
        return plan.error({"a layer of kind %1 holds no others", plan.description.kind}, "leave them out", "layers");
    }
    return {};
}

} // namespace

std::uint64_t elementsOfShape(const Shape& shape) {
    std::uint64_t elements = 1;
    for (const std::uint64_t dimension : shape)
        elements *= dimension;
    return elements;
}

std::uint64_t TensorInfo::elements() const {
    return elementsOfShape(shape);
}

void Layer::initialise(std::size_t, const PhiloxStream&, std::span<float> out) const {
    std::fill(out.begin(), out.end(), 0.0F);
}

std::uint64_t LayerPlan::setting(std::string_view name) const {
    if (const auto given = description.find(name)) return *given;
    const LayerKindInfo* kind = findLayerKind(description.kind);
    for (const SettingInfo& info : kind->settings) {
        if (info.name == name) return info.absent.value_or(0);
    }
    return 0;
}

Error LayerPlan::error(Message sentence, Message remedy, std::string_view setting) const {
    return makeError(ProgramError::BadParameters, setting.empty() ? where : where + "." + std::string(setting),
                     std::move(sentence), std::move(remedy));
}

Error notFiniteLayer(const char* what) {
    return makeError(ProgramError::NotFinite, what, "a number is a NaN, an infinity or too large for binary32",
                     "lower the learning rate or look into the data");
}

Result<std::unique_ptr<Layer>> makeLayer(const LayerDescription& description, const Shape& input,
                                         const std::string& where, std::size_t depth) {
    const LayerPlan plan{description, input, where, depth};
    const LayerKindInfo* kind = findLayerKind(description.kind);
    if (!kind) {
        std::string names;
        for (const LayerKindInfo& known : layerKinds())
            names += (names.empty() ? "" : ", ") + std::string(known.name);
        return plan.error({"there is no layer of kind %1", description.kind}, {"use one of: %1", names}, "kind");
    }
    if (auto checked = checkSettings(plan, *kind); !checked) return checked.error();
    const auto* maker = std::find_if(std::begin(kMakers), std::end(kMakers),
                                     [&](const Maker& known) { return known.kind == description.kind; });
    return maker->make(plan);
}

} // namespace unchained::gpu
