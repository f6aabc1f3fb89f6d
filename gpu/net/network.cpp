// SPDX-License-Identifier: Apache-2.0
#include "net/network.h"

#include <algorithm>

namespace unchained::gpu {

Result<std::unique_ptr<Network>> Network::make(const std::vector<LayerDescription>& layers, const Shape& input,
                                               std::uint64_t classes) {
    auto chain = Chain::make(layers, input, "", 0);
    if (!chain) return chain.error();
    const Shape& output = (*chain)->output();
    if (output.empty() || output.size() > 2 || output.back() != classes) {
        return makeError(ProgramError::BadParameters, "layers", {"the last layer does not give %1 classes", classes},
                         "end with a linear layer of as many outputs as there are classes");
    }
    const auto& tensors = (*chain)->tensors();
    if (std::none_of(tensors.begin(), tensors.end(), [](const TensorInfo& tensor) { return tensor.trained; })) {
        return makeError(ProgramError::BadParameters, "layers", "no layer has anything to train", "add a linear layer");
    }
    auto network = std::make_unique<Network>();
    network->m_labels = output.size() == 2 ? output.front() : 1;
    network->m_chain = std::move(*chain);
    return network;
}

float* Network::logitGradient(Device& device, std::size_t rows) {
    return m_gradient.get<float>(device, 0, rows * elementsOfShape(m_chain->output()));
}

Result<const float*> Network::forward(Tools& tools, const Batch& batch, bool training) {
    Pass pass{.tools = tools};
    pass.rows = batch.rows;
    pass.training = training;
    pass.input = batch.input;
    pass.values = batch.values;
    pass.draw = batch.draw;
    return m_chain->forward(pass);
}

Result<void> Network::backward(Tools& tools, const Batch& batch, std::span<float* const> gradients) {
    Pass pass{.tools = tools};
    pass.rows = batch.rows;
    pass.training = true;
    pass.input = batch.input;
    pass.values = batch.values;
    pass.draw = batch.draw;
    pass.outputGradient = logitGradient(tools.device, batch.rows);
    pass.gradients = gradients;
    return m_chain->backward(pass);
}

} // namespace unchained::gpu
