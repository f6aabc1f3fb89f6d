// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// A chain of layers made from its description, with the memory of its activations and gradients.
class Network {
public:
    /// BadParameters when a layer does not fit the one before, or the last one's output is not [classes].
    [[nodiscard]] static Result<std::unique_ptr<Network>> make(const std::vector<LayerDescription>& layers,
                                                               const Shape& input, std::uint64_t classes);

    /// Parameters in declared order, names with the layer's prefix.
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const { return m_tensors; }
    /// Multiply-adds of one row's products, forward and backward.
    [[nodiscard]] std::uint64_t workPerRow() const;
    void initialise(std::size_t tensor, const PhiloxStream& stream, std::span<float> out) const;

    /// Logits of a batch, valid until the next call.
    /// @param values  one pointer for each of tensors()
    [[nodiscard]] Result<const float*> forward(Tools& tools, const float* input, std::size_t rows, bool training,
                                               std::span<const float* const> values);
    /// Where the gradient of the logits is to be written before backward(): rows × classes.
    [[nodiscard]] float* logitGradient(std::size_t rows);
    /// After a training forward pass of the same rows and values.
    [[nodiscard]] Result<void> backward(Tools& tools, const float* input, std::size_t rows,
                                        std::span<const float* const> values, std::span<float* const> gradients);

private:
    struct Place {
        std::unique_ptr<Layer> layer;
        std::size_t firstTensor = 0;
        std::size_t tensorCount = 0;
        std::size_t buffer = 0; ///< workspace slot of the output
    };
    [[nodiscard]] float* outputOf(std::size_t layer, std::size_t rows);
    [[nodiscard]] float* gradientBuffer(std::size_t which, std::size_t rows);

    std::vector<Place> m_places;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::size_t> m_ownerOfTensor;
    std::size_t m_firstTrained = 0; ///< below it nobody needs a gradient
    std::size_t m_widest = 0;
    Workspace m_activations;
    Workspace m_gradients;
};

} // namespace unchained::gpu
