// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/cbor.h"
#include "gpu/result.h"
#include "gpu/work_kind.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace unchained::gpu {

class Engine;
class ThreadPool;

enum class ProgramError : std::uint32_t {
    UnknownProgram = 300, ///< no program of this id in this build
    BadParameters,        ///< the parameters do not describe a program; subject names the field
    BadData,              ///< a data set does not have the tensors, shapes or labels that the network wants
    BadState,             ///< the state has another size than the layout says
    NotFinite,            ///< a NaN or an infinity came up: the step's outcome is failure
};

/// One tensor of the state, binary32, row-major.
struct TensorInfo {
    std::string name; ///< "layers.0.weight", "optimizer.m.layers.0.weight"
    std::vector<std::uint64_t> shape;
    bool noised = false; ///< a weight tensor of a product: gets noise once an iteration
    bool trained = true; ///< the optimiser updates it; else its layer does (running statistics)
    [[nodiscard]] std::uint64_t elements() const;
};

/// Noise of the contract: amplitude 2^-amplitude, and for each noised tensor, in declared order, the exponent t of its
/// absolute scale 2^t (numerics.md 4).
struct NoiseTerms {
    std::uint32_t amplitude = 8;
    std::vector<std::int32_t> scales;
    bool operator==(const NoiseTerms&) const = default;
};

struct Evaluation {
    std::uint64_t samples = 0; ///< labels of the held-out part: of text, one for each position
    std::uint64_t correct = 0; ///< of these; with targets (mse) those met within a half
    float loss = 0;            ///< mean over these
};

/// Wall and CPU time of one step by part, for the overhead report; seconds.
struct StepCost {
    double wall = 0;
    double noiseWall = 0; ///< making and adding noise; on a card, asking for it
};

/// Bytes on their way from a card to the host's memory, beside what the card computes next.
class LeavingBytes {
public:
    virtual ~LeavingBytes() = default;
    /// All of them, when they have come; valid while this lives. From any thread, one at a time.
    /// EngineError::DeviceFailed.
    [[nodiscard]] virtual Result<ByteView> wait() = 0;
};

/// A pure function (parameters, state, step seed) -> state, held with its working memory.
///
/// Of parallel work (gpu/work_kind.h) the state is the constant input Y[0], an iteration is one tile, and a step leaves
/// the bytes of its tiles beside the state.
///
/// One object serves one job on one thread of control (it uses the pool inside); not thread-safe. The result of a step
/// depends on parameters, data, state, iteration number and seed alone: never on engine, thread count or history.
class Program {
public:
    virtual ~Program() = default;

    /// Tensors of the state in declared order: weights and biases, then the optimiser's moments.
    [[nodiscard]] virtual const std::vector<TensorInfo>& layout() const = 0;
    [[nodiscard]] virtual std::uint64_t stateBytes() const = 0;
    [[nodiscard]] virtual WorkKind kind() const { return WorkKind::Serial; }
    /// Most bytes that one iteration leaves: the state, or, of parallel work, a tile.
    [[nodiscard]] virtual std::uint64_t outputBytes() const { return stateBytes(); }
    /// Multiply-adds of the products of one iteration (protocol.md 1 "work"), from the layer shapes; where other
    /// arithmetic rules, as many as take the same time.
    [[nodiscard]] virtual std::uint64_t workPerIteration() const = 0;
    [[nodiscard]] virtual std::uint64_t iterations() const = 0; ///< of the whole job
    /// Noise scales proposed for this network: 2^t is 2^(bits-1) units of the last digit to which a product rounds the
    /// row with the largest initial weight of each noised tensor, and no less than that weight.
    [[nodiscard]] virtual NoiseTerms proposedNoise(ByteView initialState) const = 0;

    /// Gives the data set, a .safetensors image of the tensors that the program names (train: "train.x" [n,d] f32,
    /// "train.y" [n] or [n,positions] i32, "test.x", "test.y"; with loss mse "train.y" [n] or [n,outputs] f32). Copied.
    /// Must come before step() and evaluate().
    [[nodiscard]] virtual Result<void> bindData(ByteView safetensors) = 0;
    /// Y[0] from the seed in the parameters.
    [[nodiscard]] virtual Result<Bytes> initialState() const = 0;
    /// Replaces the state. Working memory is kept.
    [[nodiscard]] virtual Result<void> load(ByteView state) = 0;
    /// The state's bytes, valid until the next call of anything. Where it lies on a card it is fetched, once a step:
    /// EngineError::DeviceFailed, OutOfMemory.
    [[nodiscard]] virtual Result<ByteView> state() = 0;
    /// What the last step left, as state() gives it: the new state, or, of parallel work, its tiles one after the
    /// other.
    [[nodiscard]] virtual Result<ByteView> output() { return state(); }
    /// Begins to fetch the output as it is now from a card, while the next steps change it; null where it lies in the
    /// host's memory, and output() is free. Only the last two are kept apart: a third one waits for the first to be let
    /// go of.
    [[nodiscard]] virtual Result<std::unique_ptr<LeavingBytes>> leave() = 0;
    /// The output's root (gpu/commit.h), made where it lies.
    [[nodiscard]] virtual Result<Hash256> root() = 0;
    /// Applies `count` iterations, the job's iterations first … first+count-1, with noise from `stepSeed`; without
    /// noise (plain training) when `stepSeed` is empty. Iterations in the step are numbered from 0 for the noise.
    /// On NotFinite, and where a card failed or was full in the middle of it, the state is undefined until load().
    [[nodiscard]] virtual Result<StepCost> step(std::uint64_t first, std::uint32_t count,
                                                const std::optional<Hash256>& stepSeed, const NoiseTerms& noise) = 0;
    [[nodiscard]] virtual Result<Evaluation> evaluate() = 0;
};

/// A program by its id ("train/v1") and its parameters, canonical CBOR as job files make them (train:
/// gpu/description.h). Engine and pool are borrowed and must outlive the program.
[[nodiscard]] Result<std::unique_ptr<Program>> makeProgram(std::string_view id, const cbor::Value& parameters,
                                                           const Engine& engine, ThreadPool& pool);

} // namespace unchained::gpu
