// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "gpu/description.h"

/// A list of layers as CBOR, the same in the parameters of all programs (gpu/description.h). Pure.
namespace unchained::gpu {

[[nodiscard]] cbor::Array encodeLayers(const std::vector<LayerDescription>& layers);
/// Strict: ProgramError::BadParameters whose subject is the field ("layers.2.out").
[[nodiscard]] Result<std::vector<LayerDescription>> decodeLayers(const cbor::Array& list);

} // namespace unchained::gpu
