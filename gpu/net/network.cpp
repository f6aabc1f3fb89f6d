// SPDX-License-Identifier: Apache-2.0
#include "net/network.h"

#include <algorithm>

namespace unchained::gpu {

Result<std::unique_ptr<Network>> Network::make(const std::vector<LayerDescription>& layers, const Shape& input,
                                               std::uint64_t classes) {
    auto network = std::make_unique<Network>();
    Shape shape = input;
    std::uint64_t parameters = 0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string where = "layers." + std::to_string(i);
        auto made = makeLayer(layers[i], shape, where);
        if (!made) return made.error();
        Place place;
        place.layer = std::move(*made);
        place.firstTensor = network->m_tensors.size();
        place.buffer = i > 0 && place.layer->forwardInPlace() ? network->m_places[i - 1].buffer : i;
        for (TensorInfo tensor : place.layer->tensors()) {
            parameters += tensor.elements();
            tensor.name.insert(0, where + ".");
            network->m_tensors.push_back(std::move(tensor));
            network->m_ownerOfTensor.push_back(i);
        }
        if (parameters > kParametersMax) {
            return makeError(ProgramError::BadParameters, where, "the network has too many parameters from here on",
                             {"keep it below %1", kParametersMax});
        }
        place.tensorCount = network->m_tensors.size() - place.firstTensor;
        shape = place.layer->output();
        network->m_widest = std::max<std::size_t>(network->m_widest, elementsOfShape(shape));
        network->m_places.push_back(std::move(place));
    }
    if (shape != Shape{classes}) {
        return makeError(ProgramError::BadParameters, "layers", {"the last layer does not give %1 classes", classes},
                         "end with a linear layer of as many outputs as there are classes");
    }
    if (network->m_tensors.empty()) {
        return makeError(ProgramError::BadParameters, "layers", "no layer has anything to train", "add a linear layer");
    }
    network->m_firstTrained = network->m_ownerOfTensor.front();
    return network;
}

std::uint64_t Network::workPerRow() const {
    std::uint64_t work = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        work += m_places[i].layer->forwardWork();
        if (i >= m_firstTrained) work += m_places[i].layer->backwardWork(i > m_firstTrained);
    }
    return work;
}

void Network::initialise(std::size_t tensor, const PhiloxStream& stream, std::span<float> out) const {
    const Place& place = m_places[m_ownerOfTensor[tensor]];
    place.layer->initialise(tensor - place.firstTensor, stream, out);
}

float* Network::outputOf(std::size_t layer, std::size_t rows) {
    const std::size_t width = elementsOfShape(m_places[layer].layer->output());
    return m_activations.get<float>(m_places[layer].buffer, rows * width);
}

float* Network::gradientBuffer(std::size_t which, std::size_t rows) {
    return m_gradients.get<float>(which, rows * m_widest);
}

float* Network::logitGradient(std::size_t rows) {
    return gradientBuffer(0, rows);
}

Result<const float*> Network::forward(Tools& tools, const float* input, std::size_t rows, bool training,
                                      std::span<const float* const> values) {
    const float* in = input;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Place& place = m_places[i];
        Pass pass{.tools = tools};
        pass.rows = rows;
        pass.training = training;
        pass.input = in;
        pass.output = outputOf(i, rows);
        pass.values = values.subspan(place.firstTensor, place.tensorCount);
        if (auto done = place.layer->forward(pass); !done) return done.error();
        in = pass.output;
    }
    return in;
}

Result<void> Network::backward(Tools& tools, const float* input, std::size_t rows, std::span<const float* const> values,
                               std::span<float* const> gradients) {
    std::size_t current = 0;
    for (std::size_t i = m_places.size(); i-- > m_firstTrained;) {
        const Place& place = m_places[i];
        const std::size_t next = place.layer->backwardInPlace() ? current : 1 - current;
        Pass pass{.tools = tools};
        pass.rows = rows;
        pass.training = true;
        pass.input = i == 0 ? input : outputOf(i - 1, rows);
        pass.output = outputOf(i, rows);
        pass.values = values.subspan(place.firstTensor, place.tensorCount);
        pass.gradients = gradients.subspan(place.firstTensor, place.tensorCount);
        pass.outputGradient = gradientBuffer(current, rows);
        pass.inputGradient = i > m_firstTrained ? gradientBuffer(next, rows) : nullptr;
        if (auto done = place.layer->backward(pass); !done) return done.error();
        current = next;
    }
    return {};
}

} // namespace unchained::gpu
