// SPDX-License-Identifier: Apache-2.0
#include "gpu/layer_kinds.h"

#include "gpu/description.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

constexpr SettingInfo kLinear[] = {
    {"out", "width", "width = 10", 1, kWidthMax},
    {"each", "each_position", "each_position = true", 0, 1, 0, SettingForm::Truth},
    {"bias", "bias", "bias = false", 0, 1, 1, SettingForm::Truth},
};
constexpr SettingInfo kDropout[] = {{"drop", "rate", "rate = 0.1", 1, 65535, {}, SettingForm::Share}};
constexpr SettingInfo kEmbedding[] = {
    {"tokens", "tokens", "tokens = 256", 2, kWidthMax},
    {"out", "width", "width = 64", 1, kWidthMax},
    {"positions", "positions", "positions = true", 0, 1, 0, SettingForm::Truth},
};
constexpr SettingInfo kAttention[] = {
    {"heads", "heads", "heads = 4", 1, 4096},
    {"causal", "causal", "causal = false", 0, 1, 1, SettingForm::Truth},
    {"rotary", "rotary", "rotary = true", 0, 1, 0, SettingForm::Truth},
};

constexpr SettingInfo kConv2d[] = {
    {"out", "width", "width = 16", 1, kWidthMax},        {"size", "size", "size = 3", 1, 64},
    {"stride", "stride", "stride = 2", 1, 64, 1},        {"padding", "padding", "padding = 1", 0, 63, 0},
    {"groups", "groups", "groups = 2", 1, kWidthMax, 1}, {"bias", "bias", "bias = false", 0, 1, 1, SettingForm::Truth},
};
constexpr SettingInfo kPool[] = {
    {"size", "size", "size = 2", 1, 4096},
    {"stride", "stride", "stride = 2", 0, 4096, 0},
};

constexpr LayerKindInfo kLayerKinds[] = {
    {"linear", kLinear},
    {"relu", {}},
    {"gelu", {}},
    {"silu", {}},
    {"tanh", {}},
    {"softmax", {}},
    {"dropout", kDropout},
    {"embedding", kEmbedding},
    {"layernorm", {}},
    {"rmsnorm", {}},
    {"attention", kAttention},
    {"conv2d", kConv2d},
    {"maxpool", kPool},
    {"avgpool", kPool},
    {"batchnorm", {}},
    {"residual", {}, true},
};

} // namespace

std::span<const LayerKindInfo> layerKinds() {
    return kLayerKinds;
}

const LayerKindInfo* findLayerKind(std::string_view name) {
    const auto found = std::find_if(std::begin(kLayerKinds), std::end(kLayerKinds),
                                    [&](const LayerKindInfo& kind) { return kind.name == name; });
    return found == std::end(kLayerKinds) ? nullptr : found;
}

} // namespace unchained::gpu
