// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/description.h"

/// Parameters of the program "infer/v1": a trained network over many rows.
///
/// Parallel work: Y[0] is the network's weights, in the order of its tensors ("layers.0.weight" …), iteration t is tile
/// t, and its output are the network's outputs of the tile's rows, binary32, row by row; the last tile may be shorter.
/// The data set is a .safetensors image of "x" [rows, d] f32. Where the contract declares noise scales, the weights get
/// noise once a step, which its outputs show; where it declares none, they are exactly the network's.
///
/// Canonical CBOR, one map with exactly these text keys (as in gpu/description.h):
///
///     "bits"     u      width of all products: 8 or 14
///     "init"     map    {"root": 32 bytes}: of Y[0]
///     "input"    [u…]   shape of one row
///     "layers"   [map…]
///     "outputs"  u      of the last layer, which is [outputs]
///     "classes"  u      1 where the outputs are those of classes, and the largest is the answer; else 0
///     "rows"     u      of the data set, 1 … 2^32
///     "tile"     u      rows of a tile, 1 … 2^20
namespace unchained::gpu {

struct InferDescription {
    unsigned bits = 14;
    Hash256 root;
    std::vector<std::uint64_t> input;
    std::vector<LayerDescription> layers;
    std::uint64_t outputs = 0;
    bool classes = true;
    std::uint64_t rows = 0;
    std::uint64_t tile = 0;
    bool operator==(const InferDescription&) const = default;

    [[nodiscard]] std::uint64_t tiles() const { return (rows + tile - 1) / tile; }
    /// Rows of tile t < tiles().
    [[nodiscard]] std::uint64_t rowsOf(std::uint64_t t) const;

    [[nodiscard]] cbor::Value encode() const;
    /// Strict: ProgramError::BadParameters whose subject is the field.
    [[nodiscard]] static Result<InferDescription> decode(const cbor::Value& value);
    [[nodiscard]] Result<void> validate() const;
};

} // namespace unchained::gpu
