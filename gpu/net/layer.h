// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "net/device.h"

#include <memory>
#include <span>

namespace unchained::gpu {

using Shape = std::vector<std::uint64_t>;

/// Product of the dimensions; shapes are checked to stay below 2^63 when a network is made.
[[nodiscard]] std::uint64_t elementsOfShape(const Shape& shape);

/// What layers compute with; borrowed.
struct Tools {
    Device& device;
    unsigned bits;
};

/// One pass of one batch through one layer. Activations and gradients are dense, a row for each sample. All pointers
/// are the device's.
struct Pass {
    Tools& tools;
    std::size_t rows = 0;
    bool training = false; ///< a backward pass will follow: keep what it needs
    const float* input = nullptr;
    float* output = nullptr;                   ///< may be `input` where the layer works in place
    std::span<const float* const> values = {}; ///< the layer's tensors as products see them: weights with noise
    Hash256 draw = {};                         ///< of the iteration: what masks are drawn from
    // Backward only.
    float* outputGradient = nullptr;        ///< in; may be overwritten
    float* inputGradient = nullptr;         ///< out; null when nobody needs it; outputGradient where in place
    std::span<float* const> gradients = {}; ///< out, one for each tensor; of one that is not trained: its next value
};

/// One layer: its shapes, its tensors, its forward and its backward pass. It may keep, between a training forward pass
/// and the backward pass that follows, what it needs of the input; nothing from one iteration to the next.
class Layer {
public:
    virtual ~Layer() = default;

    [[nodiscard]] virtual const Shape& output() const = 0;
    /// Names without the layer's prefix.
    [[nodiscard]] virtual const std::vector<TensorInfo>& tensors() const = 0;
    /// Writes the initial values of tensor `index`, all from the stream.
    virtual void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const;
    /// Multiply-adds of a row's products forward, and backward.
    [[nodiscard]] virtual std::uint64_t forwardWork() const { return 0; }
    [[nodiscard]] virtual std::uint64_t backwardWork(bool inputGradient) const {
        static_cast<void>(inputGradient);
        return 0;
    }
    /// The output may overwrite the input: neither this layer's backward pass nor the previous one's needs it.
    [[nodiscard]] virtual bool forwardInPlace() const { return false; }
    [[nodiscard]] virtual bool backwardInPlace() const { return false; }
    /// The backward pass reads this layer's output: the next layer may not overwrite it.
    [[nodiscard]] virtual bool backwardReadsOutput() const { return false; }
    /// Terms of the longest sum over a batch that a sample adds to: positions, pixels.
    [[nodiscard]] virtual std::uint64_t positions() const { return 1; }

    [[nodiscard]] virtual Result<void> forward(const Pass& pass) = 0;
    [[nodiscard]] virtual Result<void> backward(const Pass& pass) = 0;
};

/// A layer for an input of this shape; BadParameters with the field under `where` as its subject. Settings have been
/// held to the table of kinds (gpu/layer_kinds.h) before a maker sees them.
/// @param where  the layer's name in the network, "layers.3"
/// @param depth  layers that hold this one
[[nodiscard]] Result<std::unique_ptr<Layer>> makeLayer(const LayerDescription& description, const Shape& input,
                                                       const std::string& where, std::size_t depth = 0);

/// What a maker is given.
struct LayerPlan {
    const LayerDescription& description;
    const Shape& input;
    const std::string& where;
    std::size_t depth = 0;

    /// The value of a setting, or its default.
    [[nodiscard]] std::uint64_t setting(std::string_view name) const;
    /// BadParameters about the layer, or about one of its settings.
    [[nodiscard]] Error error(Message sentence, Message remedy, std::string_view setting = {}) const;
};

using MadeLayer = Result<std::unique_ptr<Layer>>;
using LayerMaker = MadeLayer (*)(const LayerPlan&);
MadeLayer makeLinear(const LayerPlan&);
MadeLayer makeRelu(const LayerPlan&);
MadeLayer makeGelu(const LayerPlan&);
MadeLayer makeSilu(const LayerPlan&);
MadeLayer makeTanh(const LayerPlan&);
MadeLayer makeSoftmax(const LayerPlan&);
MadeLayer makeDropout(const LayerPlan&);
MadeLayer makeEmbedding(const LayerPlan&);
MadeLayer makeLayernorm(const LayerPlan&);
MadeLayer makeRmsnorm(const LayerPlan&);
MadeLayer makeAttention(const LayerPlan&);
MadeLayer makeConv2d(const LayerPlan&);
MadeLayer makeMaxpool(const LayerPlan&);
MadeLayer makeAvgpool(const LayerPlan&);
MadeLayer makeBatchnorm(const LayerPlan&);
MadeLayer makeResidual(const LayerPlan&);

/// NotFinite about a layer in words.
[[nodiscard]] Error notFiniteLayer(const char* what);

} // namespace unchained::gpu
