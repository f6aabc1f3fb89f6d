// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"
#include "gpu/safetensors.h"

/// A state as model.safetensors and back. Pure; safe from any thread.
namespace unchained::gpu {

/// All tensors of a state in declared order, each under its name; their bytes are exactly the state's.
/// Mismatch where the state has another size than the layout says.
[[nodiscard]] Result<Bytes> writeModel(const std::vector<TensorInfo>& layout, ByteView state,
                                       const std::vector<std::pair<std::string, std::string>>& metadata = {});

/// A state from a model: tensors by name, each F32 of the layout's shape and finite. Tensors "optimizer.*" that the
/// file lacks are zero, since models of other programs have none; any other that lacks is Missing. Tensors that the
/// layout does not know are passed over.
[[nodiscard]] Result<Bytes> readModel(const std::vector<TensorInfo>& layout, ByteView safetensors,
                                      const std::string& source);

} // namespace unchained::gpu
