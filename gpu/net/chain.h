// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/layer.h"

namespace unchained::gpu {

/// Layers one after the other, with the memory of their activations and gradients: a network, or what a layer holds.
class Chain {
public:
    /// BadParameters when a layer does not fit the one before, or there is too much of something.
    /// @param where  prefix of the layers' names: empty, or "layers.3."
    /// @param depth  layers that hold this chain
    [[nodiscard]] static Result<std::unique_ptr<Chain>>
    make(const std::vector<LayerDescription>& layers, const Shape& input, const std::string& where, std::size_t depth);

    [[nodiscard]] const Shape& output() const { return m_output; }
    /// In declared order, names "layers.<i>.<tensor>".
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const { return m_tensors; }
    [[nodiscard]] std::uint64_t forwardWork() const;
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const;
    [[nodiscard]] std::uint64_t positions() const { return m_positions; }
    [[nodiscard]] std::uint64_t widest() const { return m_widest; }
    void initialise(std::size_t tensor, const PhiloxStream& stream, std::span<float> out) const;

    /// The output of a batch, valid until the next call. Of `pass` it takes all but the output.
    [[nodiscard]] Result<const float*> forward(const Pass& pass);
    /// After a training forward pass of the same rows, values and draw. Overwrites outputGradient.
    [[nodiscard]] Result<void> backward(const Pass& pass);

private:
    struct Place {
        std::unique_ptr<Layer> layer;
        std::size_t firstTensor = 0;
        std::size_t tensorCount = 0;
        std::size_t buffer = 0; ///< workspace slot of the output
    };
    [[nodiscard]] Result<void> add(const LayerDescription& description, const std::string& name,
                                   const std::string& where, std::size_t depth);
    [[nodiscard]] float* outputOf(Device& device, std::size_t layer, std::size_t rows);
    /// The first layer whose backward pass somebody needs.
    [[nodiscard]] std::size_t firstNeeded(bool inputGradient) const { return inputGradient ? 0 : m_firstTrained; }

    Shape m_output;
    std::vector<Place> m_places;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::size_t> m_ownerOfTensor;
    std::size_t m_firstTrained = 0;
    std::size_t m_widest = 0;
    std::uint64_t m_positions = 1;
    std::uint64_t m_parameters = 0;
    DeviceMemory m_activations;
    DeviceMemory m_gradients;
};

} // namespace unchained::gpu
