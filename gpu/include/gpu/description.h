// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/cbor.h"
#include "gpu/result.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Parameters of the program "train/v1": what is trained and how. A job file is turned into this; it is part of what
/// the renter signs, so the bytes are fixed here.
///
/// Canonical CBOR (gpu/cbor.h), one map with exactly these text keys; "u" is an unsigned integer, "f" the bits of a
/// binary32 as an unsigned integer:
///
///     "bits"        u      width of all products: 8, 14, 16 or 21
///     "init"        map    {"seed": u} or {"root": 32 bytes}: Y[0] from a seed, or the state with this Merkle root
///     "batch"       u      rows of an iteration; 0: all
///     "input"       [u…]   shape of one sample, 1 to 4 dimensions
///     "order"       u      seed of the batches' order
///     "layers"      [map…] each {"kind": text, name: u …}, in forward order; 1 to kLayersMax, those inside others too
///     "classes"     u      2 … 65536; the last layer's output is [classes], or [positions, classes] with a label for
///                          each position of a sample; the loss is softmax cross entropy over every position
///     "loss"        text   only "mse", and left out else: the last layer's outputs, "classes" of them (1 or more), are
///                          to meet real targets; the loss is the mean square of the differences
///     "frozen"      u      of the layers of the list the first so many keep the values of their tensors, their running
///                          statistics, too; below the number of layers; left out where none does
///     "samples"     u      training rows of the data set, 1 … 2^23
///     "optimiser"   map    {"kind": "sgd", "rate": f, "momentum": f}
///                          or {"kind": "adam", "rate": f, "beta1": f, "beta2": f, "epsilon": f}; to each may be added
///                          "decay": f (weights lose rate·decay of themselves each iteration, apart from the gradient:
///                          with adam this is AdamW; only tensors of two or more dimensions), "clip": f (the gradient
///                          of all tensors together is scaled down to this norm where it is longer) and "schedule":
///                          {"kind": "constant", "linear" or "cosine", "warmup": u, "final": f}: the rate rises evenly
///                          over "warmup" iterations, then stays, or falls to rate·final at the job's end
///     "iterations"  u      of the whole job, 1 … 2^40
///
/// Kinds of layers are listed with their settings in gpu/layer_kinds.h. A setting that has a default is left out where
/// it has that value: there is one encoding of a network.
///
/// Tensors of the state: "layers.<i>.<tensor>" for each layer i (its place in "layers", from 0), in order, those of a
/// layer inside another as "layers.<i>.layers.<j>.<tensor>"; then, for each moment of the optimiser ("momentum" where
/// it is not 0; "m", then "v"), one tensor of the same shape for each of the former that is trained:
/// "optimizer.<moment>.layers.<i>.<tensor>".
namespace unchained::gpu {

inline constexpr std::size_t kLayersMax = 256;                          ///< of a network, at all depths together
inline constexpr std::size_t kLayerDepthMax = 4;                        ///< of layers inside each other
inline constexpr std::uint64_t kWidthMax = std::uint64_t{1} << 20;      ///< of a sample, and of a setting
inline constexpr std::uint64_t kOutputMax = std::uint64_t{1} << 26;     ///< numbers of one layer's output, a sample
inline constexpr std::uint64_t kParametersMax = std::uint64_t{1} << 30; ///< weights and biases of a network
inline constexpr std::uint64_t kClassesMax = 65536;
inline constexpr std::uint64_t kSamplesMax = std::uint64_t{1} << 23;
inline constexpr std::uint64_t kIterationsMax = std::uint64_t{1} << 40;

/// One layer as data: its kind, its whole-number settings, and the layers that it holds (residual).
struct LayerDescription {
    std::string kind;
    std::vector<std::pair<std::string, std::uint64_t>> settings;
    std::vector<LayerDescription> layers = {};

    [[nodiscard]] static LayerDescription linear(std::uint64_t out) { return {"linear", {{"out", out}}}; }
    [[nodiscard]] static LayerDescription relu() { return {"relu", {}}; }
    [[nodiscard]] static LayerDescription gelu() { return {"gelu", {}}; }
    /// The value of a setting; nothing where it is not given.
    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view name) const;
    bool operator==(const LayerDescription&) const = default;
};

/// How the learning rate goes over the job (gpu/net/schedule.cpp).
struct ScheduleDescription {
    std::string kind = "constant"; ///< "constant", "linear" or "cosine"
    std::uint64_t warmup = 0;      ///< iterations over which the rate rises evenly; below those of the job
    float final = 0;               ///< share of the rate at the end, 0 … 1; 1 for a constant one
    bool operator==(const ScheduleDescription&) const = default;
};

struct OptimiserDescription {
    std::string kind = "adam"; ///< "sgd" or "adam"
    float rate = 0.001F;       ///< > 0
    float momentum = 0;        ///< sgd: 0 ≤ momentum < 1
    float beta1 = 0.9F;        ///< adam: 0 ≤ beta < 1
    float beta2 = 0.999F;
    float epsilon = 1e-8F; ///< adam: > 0
    float decay = 0;       ///< 0 ≤ decay; 0: not in the bytes
    float clip = 0;        ///< norm of the gradient, > 0; 0: no clipping, not in the bytes
    std::optional<ScheduleDescription> schedule;
    bool operator==(const OptimiserDescription&) const = default;
};

enum class LossKind : std::uint8_t { CrossEntropy, Mse };

struct TrainDescription {
    unsigned bits = 14;
    std::vector<std::uint64_t> input;
    std::uint64_t classes = 0;
    LossKind loss = LossKind::CrossEntropy;
    std::vector<LayerDescription> layers;
    OptimiserDescription optimiser;
    std::uint64_t frozen = 0; ///< layers that stay as they are; 0: not in the bytes
    std::uint64_t samples = 0;
    std::uint64_t batch = 0;
    std::uint64_t iterations = 0;
    std::uint64_t orderSeed = 0;
    std::uint64_t initSeed = 0;
    std::optional<Hash256> initRoot; ///< in place of initSeed

    /// Rows of one iteration.
    [[nodiscard]] std::uint64_t rows() const { return batch == 0 ? samples : batch; }
    bool operator==(const TrainDescription&) const = default;

    [[nodiscard]] cbor::Value encode() const;
    /// Strict: ProgramError::BadParameters whose subject is the field ("optimiser.rate", "layers.2.out").
    [[nodiscard]] static Result<TrainDescription> decode(const cbor::Value& value);
    /// What decode() checks, for a description made in code. Includes that the layers fit each other.
    [[nodiscard]] Result<void> validate() const;
};

} // namespace unchained::gpu
