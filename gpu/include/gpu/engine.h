// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/product.h"
#include "gpu/result.h"
#include "gpu/thread_pool.h"

#include <string>
#include <string_view>
#include <vector>

namespace unchained::gpu {

enum class EngineError : std::uint32_t {
    UnknownEngine = 350, ///< no engine of this name in this build
    Unavailable,         ///< the processor lacks what the engine needs
    Refused,             ///< the engine differs from the reference on this machine
    BadShape,            ///< operands that do not fit each other, a depth beyond kProductDepthMax, an unknown width
};

/// Does exact products. All engines give the same bits; they differ in speed alone.
///
/// Stateless, hence safe from any thread; scratch memory is the caller's. A new engine implements product() and is
/// named in the list of engines.cpp; it is offered once it agreed with the reference.
///
///     scalar  plain C++, the reference that decides
///     dgemm   OpenBLAS dgemm on the integers, where it is installed: a second opinion, chosen by name only
///     avx2    products of 16-bit integers
///     vnni    products of signed bytes, with AVX-512 VNNI
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;

    /// C = A·B exactly as gpu/product.h says.
    ///
    /// Errors: ProgramError::NotFinite when an operand holds a NaN or an infinity (nothing is written) or an element
    /// of C does not fit binary32 (out is undefined); EngineError::BadShape. The same on every engine.
    [[nodiscard]] virtual Result<void> product(const ProductArgs& args, ThreadPool& pool,
                                               Workspace& workspace) const = 0;
};

/// What this build has and what became of it on this machine.
struct EngineInfo {
    std::string name;
    const Engine* engine = nullptr;              ///< null when it cannot be used
    std::string reason;                          ///< why it cannot; empty when it can
    EngineError code = EngineError::Unavailable; ///< of the reason
    bool byNameOnly = false;                     ///< never chosen for an empty name
};

/// All engines of this build, slowest first; each was compared with the reference on extreme and random operands, once
/// a process (at most 50 ms for all).
[[nodiscard]] const std::vector<EngineInfo>& engines();

/// The engine of this name, or the fastest usable one for an empty name; proves that one alone.
[[nodiscard]] Result<const Engine*> chooseEngine(std::string_view nameOrEmpty);

/// Compares an engine with the reference; empty when all bits agree, else where the first difference lies.
[[nodiscard]] std::string selfTest(const Engine& engine, ThreadPool& pool);

/// Exact multiply-adds a second that the engine reaches on square products of 14 bits (at most 1024³) with all threads
/// of the pool, quantising and rounding included: the best of some tenths of a second. 0 where it refuses them.
[[nodiscard]] std::uint64_t measureEngine(const Engine& engine, ThreadPool& pool);

/// What the processor calls itself; empty where the system does not say.
[[nodiscard]] std::string processorName();

} // namespace unchained::gpu
