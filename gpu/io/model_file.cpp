// SPDX-License-Identifier: Apache-2.0
#include "gpu/model_file.h"

namespace unchained::gpu {

Result<Bytes> writeModel(const std::vector<TensorInfo>& layout, ByteView state,
                         const std::vector<std::pair<std::string, std::string>>& metadata) {
    std::vector<TensorView> tensors;
    std::uint64_t at = 0;
    for (const TensorInfo& info : layout) {
        const auto elements = elementsOf(info.shape);
        if (!elements || *elements > (state.size() - at) / 4) {
            return makeError(IoError::Mismatch, info.name, Message("does not fit a state of %1 bytes", state.size()),
                             "give the state of this layout");
        }
        tensors.push_back({info.name, DType::F32, info.shape, state.subspan(at, *elements * 4)});
        at += *elements * 4;
    }
    if (at != state.size()) {
        return makeError(IoError::Mismatch, "state", Message("has %1 bytes, its layout has %2", state.size(), at),
                         "give the state of this layout");
    }
    return writeSafetensors(tensors, metadata);
}

Result<Bytes> readModel(const std::vector<TensorInfo>& layout, ByteView safetensors, const std::string& source) {
    const auto image = parseSafetensors(safetensors, source);
    if (!image) return image.error();
    Bytes state;
    for (const TensorInfo& info : layout) {
        const TensorView* tensor = image->find(info.name);
        const auto elements = elementsOf(info.shape);
        if (tensor == nullptr && info.name.starts_with("optimizer.") && elements) {
            state.resize(state.size() + *elements * 4);
            continue;
        }
        if (tensor == nullptr) {
            return makeError(IoError::Missing, source, Message("has no tensor '%1'", info.name),
                             "give a model of the same layers");
        }
        if (tensor->type != DType::F32 || tensor->shape != info.shape) {
            return makeError(IoError::Mismatch, source,
                             Message("tensor '%1' is %2 %3, wanted is F32 %4", info.name, nameOf(tensor->type),
                                     shapeText(tensor->shape), shapeText(info.shape)),
                             "give a model of the same layers");
        }
        if (auto finite = toFloats(DType::F32, tensor->data, source + ": " + info.name); !finite) return finite.error();
        state.insert(state.end(), tensor->data.begin(), tensor->data.end());
    }
    return state;
}

} // namespace unchained::gpu
