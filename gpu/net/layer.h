// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/noise.h"
#include "gpu/program.h"

#include <memory>
#include <span>

namespace unchained::gpu {

using Shape = std::vector<std::uint64_t>;

/// Product of the dimensions; shapes are checked to stay below 2^63 when a network is made.
[[nodiscard]] std::uint64_t elementsOfShape(const Shape& shape);

/// What layers compute with; borrowed.
struct Tools {
    const Engine& engine;
    ThreadPool& pool;
    Workspace& products; ///< scratch of the engine
    unsigned bits;
};

/// One pass of one batch through one layer. Activations and gradients are dense, a row for each sample.
struct Pass {
    Tools& tools;
    std::size_t rows = 0;
    bool training = false; ///< a backward pass will follow: keep what it needs
    const float* input = nullptr;
    float* output = nullptr;                   ///< may be `input` where the layer works in place
    std::span<const float* const> values = {}; ///< the layer's tensors as products see them: weights with noise
    // Backward only.
    float* outputGradient = nullptr;        ///< in; may be overwritten
    float* inputGradient = nullptr;         ///< out; null when nobody needs it; outputGradient where in place
    std::span<float* const> gradients = {}; ///< out, one for each tensor
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

    [[nodiscard]] virtual Result<void> forward(const Pass& pass) = 0;
    [[nodiscard]] virtual Result<void> backward(const Pass& pass) = 0;
};

/// A layer for an input of this shape; BadParameters with the field under `where` as its subject.
[[nodiscard]] Result<std::unique_ptr<Layer>> makeLayer(const LayerDescription& description, const Shape& input,
                                                       const std::string& where);

using LayerMaker = Result<std::unique_ptr<Layer>> (*)(const LayerDescription&, const Shape&, const std::string& where);
Result<std::unique_ptr<Layer>> makeLinear(const LayerDescription&, const Shape&, const std::string& where);
Result<std::unique_ptr<Layer>> makeRelu(const LayerDescription&, const Shape&, const std::string& where);
Result<std::unique_ptr<Layer>> makeGelu(const LayerDescription&, const Shape&, const std::string& where);

/// Refuses settings that a kind does not know, and asks for those that it needs.
[[nodiscard]] Result<void> checkSettings(const LayerDescription& description,
                                         std::initializer_list<std::string_view> known, const std::string& where);

/// Elements that one thread takes at a time in elementwise work.
inline constexpr std::size_t kElementGrain = 16384;

} // namespace unchained::gpu
