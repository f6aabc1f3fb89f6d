// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

struct Kind {
    std::string_view name;
    LayerMaker make;
};

constexpr Kind kKinds[] = {{"linear", makeLinear}, {"relu", makeRelu}, {"gelu", makeGelu}};

} // namespace

std::uint64_t elementsOfShape(const Shape& shape) {
    std::uint64_t elements = 1;
    for (const std::uint64_t dimension : shape)
        elements *= dimension;
    return elements;
}

std::uint64_t TensorInfo::elements() const {
    return elementsOfShape(shape);
}

void Layer::initialise(std::size_t, const PhiloxStream&, std::span<float> out) const {
    std::fill(out.begin(), out.end(), 0.0F);
}

Result<void> checkSettings(const LayerDescription& description, std::initializer_list<std::string_view> known,
                           const std::string& where) {
    for (const auto& [name, value] : description.settings) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            return makeError(ProgramError::BadParameters, where + "." + name,
                             {"a layer of kind %1 has no setting of this name", description.kind}, "leave it out");
        }
    }
    for (const std::string_view name : known) {
        const auto count = std::count_if(description.settings.begin(), description.settings.end(),
                                         [&](const auto& setting) { return setting.first == name; });
        if (count != 1) {
            return makeError(ProgramError::BadParameters, where + "." + std::string(name),
                             {"a layer of kind %1 needs this setting once", description.kind}, "give it");
        }
    }
    return {};
}

Result<std::unique_ptr<Layer>> makeLayer(const LayerDescription& description, const Shape& input,
                                         const std::string& where) {
    std::string names;
    for (const Kind& kind : kKinds) {
        if (kind.name == description.kind) return kind.make(description, input, where);
        names += (names.empty() ? "" : ", ") + std::string(kind.name);
    }
    return makeError(ProgramError::BadParameters, where + ".kind", {"there is no layer of kind %1", description.kind},
                     {"use one of: %1", names});
}

} // namespace unchained::gpu
