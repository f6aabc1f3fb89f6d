// SPDX-License-Identifier: Apache-2.0
#include "net/chain.h"

#include <algorithm>

namespace unchained::gpu {

Result<std::unique_ptr<Chain>> Chain::make(const std::vector<LayerDescription>& layers, const Shape& input,
                                           const std::string& where, std::size_t depth) {
    auto chain = std::make_unique<Chain>();
    chain->m_output = input;
    chain->m_widest = elementsOfShape(input);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (auto added = chain->add(layers[i], "layers." + std::to_string(i), where, depth); !added)
            return added.error();
    }
    chain->m_firstTrained = chain->m_ownerOfTensor.empty() ? layers.size() : chain->m_ownerOfTensor.front();
    return chain;
}

Result<void> Chain::add(const LayerDescription& description, const std::string& name, const std::string& where,
                        std::size_t depth) {
    const std::size_t i = m_places.size();
    auto made = makeLayer(description, m_output, where + name, depth);
    if (!made) return made.error();
    Place place;
    place.layer = std::move(*made);
    place.firstTensor = m_tensors.size();
    const bool inPlace = i > 0 && place.layer->forwardInPlace() && !m_places[i - 1].layer->backwardReadsOutput();
    place.buffer = inPlace ? m_places[i - 1].buffer : i;
    for (TensorInfo tensor : place.layer->tensors()) {
        m_parameters += tensor.elements();
        tensor.name.insert(0, name + ".");
        m_tensors.push_back(std::move(tensor));
        m_ownerOfTensor.push_back(i);
    }
    if (m_parameters > kParametersMax) {
        return makeError(ProgramError::BadParameters, where + name, "the network has too many parameters from here on",
                         {"keep it below %1", kParametersMax});
    }
    place.tensorCount = m_tensors.size() - place.firstTensor;
    m_output = place.layer->output();
    if (elementsOfShape(m_output) > kOutputMax) {
        return makeError(ProgramError::BadParameters, where + name,
                         {"a sample has more than %1 numbers here", kOutputMax}, "use a shorter or narrower network");
    }
    m_widest = std::max<std::size_t>(m_widest, elementsOfShape(m_output));
    m_positions = std::max(m_positions, place.layer->positions());
    m_places.push_back(std::move(place));
    return {};
}

std::uint64_t Chain::forwardWork() const {
    std::uint64_t work = 0;
    for (const Place& place : m_places)
        work += place.layer->forwardWork();
    return work;
}

std::uint64_t Chain::backwardWork(bool inputGradient) const {
    std::uint64_t work = 0;
    const std::size_t first = firstNeeded(inputGradient);
    for (std::size_t i = first; i < m_places.size(); ++i)
        work += m_places[i].layer->backwardWork(inputGradient || i > first);
    return work;
}

void Chain::initialise(std::size_t tensor, const PhiloxStream& stream, std::span<float> out) const {
    const Place& place = m_places[m_ownerOfTensor[tensor]];
    place.layer->initialise(tensor - place.firstTensor, stream, out);
}

float* Chain::outputOf(Device& device, std::size_t layer, std::size_t rows) {
    const std::size_t width = elementsOfShape(m_places[layer].layer->output());
    return m_activations.get<float>(device, m_places[layer].buffer, rows * width);
}

Result<const float*> Chain::forward(const Pass& whole) {
    const float* in = whole.input;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Place& place = m_places[i];
        Pass pass{.tools = whole.tools};
        pass.rows = whole.rows;
        pass.training = whole.training;
        pass.draw = whole.draw;
        pass.input = in;
        pass.output = outputOf(whole.tools.device, i, whole.rows);
        pass.values = whole.values.subspan(place.firstTensor, place.tensorCount);
        if (auto done = place.layer->forward(pass); !done) return done.error();
        in = pass.output;
    }
    return in;
}

Result<void> Chain::backward(const Pass& whole) {
    const std::size_t first = firstNeeded(whole.inputGradient != nullptr);
    float* current = whole.outputGradient;
    std::size_t spare = 0;
    for (std::size_t i = m_places.size(); i-- > first;) {
        const Place& place = m_places[i];
        Pass pass{.tools = whole.tools};
        pass.rows = whole.rows;
        pass.training = true;
        pass.draw = whole.draw;
        pass.input = i == 0 ? whole.input : outputOf(whole.tools.device, i - 1, whole.rows);
        pass.output = outputOf(whole.tools.device, i, whole.rows);
        pass.values = whole.values.subspan(place.firstTensor, place.tensorCount);
        pass.gradients = whole.gradients.subspan(place.firstTensor, place.tensorCount);
        pass.outputGradient = current;
        if (i == first) {
            pass.inputGradient = whole.inputGradient;
        } else if (place.layer->backwardInPlace()) {
            pass.inputGradient = current;
        } else {
            pass.inputGradient = m_gradients.get<float>(whole.tools.device, spare, whole.rows * m_widest);
            spare = 1 - spare;
        }
        if (auto done = place.layer->backward(pass); !done) return done.error();
        current = pass.inputGradient;
    }
    return {};
}

} // namespace unchained::gpu
