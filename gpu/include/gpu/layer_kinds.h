// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What layers there are, and what each can be told: one table for the strict decoder, for job files and for errors.
/// Pure; safe from any thread.
///
/// A sample's shape runs through the layers in order. Shapes: [n] numbers, [T] token ids, [T, C] positions of C
/// numbers, [C, H, W] an image of C channels. "noised" weights are those of products (numerics.md 4).
///
///     linear     [in] -> [out]: y = x·Wᵀ + b; a shape of more dimensions is read as one row; "each": at each position,
///                [T, in] -> [T, out]. Tensors weight [out, in] (noised), bias [out] (not with "bias" 0)
///     relu       max(x, 0)
///     gelu       exactGelu(x), the tanh form
///     silu       x·sigmoid(x)
///     tanh       exactTanh(x)
///     softmax    over the last dimension, with the exact sum
///     dropout    in training each number is dropped with a chance of "drop" / 65536 and the others are scaled by
///                1 / (1 − chance); which ones follows from the step's seed (gpu/net/dropout.cpp). Else nothing
///     embedding  [T] -> [T, out]: token ids 0 … tokens−1 become rows of weight [tokens, out]; "positions": plus a row
///                of positions [T, out]
///     layernorm  over the last dimension C: (x − mean) / sqrt(variance + 1e-5) · weight [C] + bias [C]
///     rmsnorm    over the last dimension C: x / sqrt(mean of squares + 1e-5) · weight [C]
///     attention  [T, C] -> [T, C]: multi-head self-attention, C / heads numbers a head. Tensors qkv.weight [3C, C],
///                qkv.bias [3C], out.weight [C, C], out.bias [C]. "causal" 0: every position sees every other;
///                "rotary": queries and keys are turned by their position (base 10000, pairs of neighbours)
///     conv2d     [C, H, W] -> [out, H', W']: y = x ∗ W + b with a square kernel of "size", H' = (H + 2·padding − size)
///     /
///                stride + 1, rounded down. Tensors weight [out, C / groups, size, size] (noised), bias [out] (not with
///                "bias" 0)
///     maxpool    [C, H, W] -> [C, H', W']: the largest of each window; "stride" is "size" where it is not given
///     avgpool    the mean of each window, its sum exact
///     batchnorm  [C, H, W] or [C], C channels: (x − mean) / sqrt(variance + 1e-5) · weight [C] + bias [C], in training
///                with those of the batch, else with mean [C] and variance [C], which are part of the state and move by
///                a tenth towards each batch's (the variance as estimated from n values, over n − 1)
///     residual   x + (its own list of layers)(x), which must keep the shape
namespace unchained::gpu {

/// How a job file writes a setting.
enum class SettingForm : std::uint8_t {
    Number, ///< a whole number
    Truth,  ///< true (1) or false (0)
    Share,  ///< a real number below 1, in units of 2^-16
};

struct SettingInfo {
    std::string_view name; ///< in the description
    const char* key;       ///< in a job file
    const char* example;   ///< of a line in a job file
    std::uint64_t least = 1;
    std::uint64_t most = 1;
    std::optional<std::uint64_t> absent = {}; ///< default; none: must be given
    SettingForm form = SettingForm::Number;
};

struct LayerKindInfo {
    std::string_view name;
    std::span<const SettingInfo> settings;
    bool holdsLayers = false;
};

/// In the order in which errors list them.
[[nodiscard]] std::span<const LayerKindInfo> layerKinds();
[[nodiscard]] const LayerKindInfo* findLayerKind(std::string_view name);

} // namespace unchained::gpu
