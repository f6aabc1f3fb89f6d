// SPDX-License-Identifier: Apache-2.0
// What renter and hub can send to a provider: messages of a contract, and the parameters of an offer.
#include "alter.h"
#include "gpu/description.h"
#include "jobs/program_shape.h"
#include "scenes.h"

#include <array>

using namespace unchained;

namespace {

gpu::TrainDescription realDescription() {
    gpu::TrainDescription out;
    out.input = {8, 8};
    out.classes = 10;
    out.layers = {gpu::LayerDescription::linear(32), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(16),
                  gpu::LayerDescription::gelu(), gpu::LayerDescription::linear(10)};
    out.samples = 1437;
    out.iterations = 1000;
    return out;
}

/// Each node of the parameters' maps replaced is more than an Alterer does: it knows arrays alone.
cbor::Value alteredMap(fuzz::Input& input, fuzz::Alterer& alterer, const cbor::Value& parameters) {
    cbor::Map map = *parameters.asMap();
    if (map.empty()) return parameters;
    for (std::size_t changes = 1 + input.below(3); changes > 0; --changes) {
        auto& [key, value] = map[input.below(map.size())];
        value = value.asMap() ? alteredMap(input, alterer, value) : alterer.altered(value);
        cbor::Array layers;
        if (value.asArray() && input.byte() % 2 == 0) {
            for (const cbor::Value& item : *value.asArray())
                layers.push_back(item.asMap() && !item.asMap()->empty() ? alteredMap(input, alterer, item) : item);
            value = cbor::Value(std::move(layers));
        }
    }
    return cbor::Value(std::move(map));
}

/// A stranger's offer is measured before anything is made: quickly, and in little memory.
void shapeOfOffer(fuzz::Input& input) {
    const std::vector<cbor::Value> words{"linear",
                                         "relu",
                                         "gelu",
                                         "adam",
                                         "sgd",
                                         "kind",
                                         "out",
                                         cbor::Value(cbor::Map{}),
                                         std::uint64_t{1} << 20,
                                         std::uint64_t{1} << 23,
                                         cbor::Array{65536, 65536, 65536}};
    const std::vector<const identity::Keys*> none;
    fuzz::Alterer alterer(input, none, words);
    cbor::Value parameters = realDescription().encode();
    if (input.byte() % 4 == 0) {
        auto raw = cbor::decode(input.rest());
        if (raw) parameters = std::move(*raw);
    } else {
        parameters = alteredMap(input, alterer, parameters);
    }
    const std::array programs{"train/v1", "paint/v1", "render/v1", "infer/v1", "sweep/v1"};
    const auto shape = jobs::shapeOf(programs[input.byte() % programs.size()], parameters);
    if (!shape) return;
    if (shape->kind == gpu::WorkKind::Parallel) {
        fuzz::hold(shape->iterations > 0 && shape->workPerIteration > 0 && shape->outputBytes > 0,
                   "a program of tiles does something");
        return;
    }
    const auto description = gpu::TrainDescription::decode(parameters);
    fuzz::hold(description.ok() && cbor::encode(description->encode()) == cbor::encode(parameters),
               "parameters have one encoding");
    std::uint64_t elements = 0;
    for (const auto& tensor : shape->layout)
        elements += tensor.elements();
    fuzz::hold(elements > 0 && elements <= 3 * gpu::kParametersMax, "a program's state is bounded");
    fuzz::hold(shape->stateBytes == 4 * elements, "a state is its tensors");
    fuzz::hold(shape->iterations > 0 && shape->workPerIteration > 0, "a program does something");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.byte() % 4 == 0) {
        shapeOfOffer(input);
    } else {
        fuzz::fuzzSession(input, false);
    }
    return 0;
}
