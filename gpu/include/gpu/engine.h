// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/product.h"
#include "gpu/result.h"
#include "gpu/thread_pool.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace unchained::gpu {

class Device;

enum class EngineError : std::uint32_t {
    UnknownEngine = 350, ///< no engine of this name in this build
    Unavailable,         ///< the processor lacks what the engine needs
    Refused,             ///< the engine differs from the reference on this machine
    BadShape,            ///< operands that do not fit each other, a depth beyond kProductDepthMax, an unknown width
    OutOfMemory,         ///< the card has no room for this product now; transient
    DeviceFailed,        ///< the card or its driver failed in the middle of it; transient, in another process
    WrongProduct,        ///< the engine checked itself and was wrong (gpu/self_check.h): another one may be right
};

/// Does exact products. All engines give the same bits; they differ in speed alone.
///
/// Safe from any thread: stateless, with scratch memory of the caller, or, on a card, one product after the other with
/// scratch memory of the card. A new engine implements product() and is named in the list of engines.cpp, or offered by
/// its library; it is usable once it agreed with the reference.
///
///     scalar  plain C++, the reference that decides
///     dgemm   OpenBLAS dgemm on the integers, where it is installed: a second opinion, chosen by name only
///     avx2    products of 16-bit integers
///     vnni    products of signed bytes, with AVX-512 VNNI or AVX-VNNI
///     cuda    products of signed bytes on a card of NVIDIA; offered by unchained_gpu_cuda (gpu/cards.h)
class Engine {
public:
    virtual ~Engine() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    /// What it computes on calls itself: the processor, or a card.
    [[nodiscard]] virtual std::string device() const;
    /// That is a card, and not the processor.
    [[nodiscard]] virtual bool onCard() const { return false; }

    /// C = A·B exactly as gpu/product.h says.
    ///
    /// Errors: ProgramError::NotFinite when an operand holds a NaN or an infinity (nothing is written) or an element
    /// of C does not fit binary32 (out is undefined); EngineError::BadShape. The same on every engine. An engine on a
    /// card may besides fail with EngineError::OutOfMemory or DeviceFailed (out is undefined), which say nothing of the
    /// operands: the same product succeeds elsewhere or later.
    [[nodiscard]] virtual Result<void> product(const ProductArgs& args, ThreadPool& pool,
                                               Workspace& workspace) const = 0;

    /// Where a program that computes with this engine keeps its numbers (net/device.h): the host's memory, or, of an
    /// engine on a card, the card's. The engine must outlive it; so must the pool, which is borrowed.
    [[nodiscard]] virtual std::unique_ptr<Device> makeDevice(ThreadPool& pool) const;
};

/// What this build has and what became of it on this machine.
struct EngineInfo {
    std::string name;
    const Engine* engine = nullptr;              ///< null when it cannot be used
    std::string reason;                          ///< why it cannot; empty when it can
    EngineError code = EngineError::Unavailable; ///< of the reason
    bool byNameOnly = false;                     ///< never chosen for an empty name
};

/// An engine that a machine may have, and how to find out.
struct EngineCandidate {
    const char* name = "";
    bool byNameOnly = false;
    /// Called at most once a process, when somebody first wants to know: the engine, which must live as long as the
    /// process, or why there is none.
    Result<const Engine*> (*find)() = nullptr;
};

/// Adds an engine of another library to those of this one, as the fastest so far. It is proved like all others.
///
/// To be called before the first engines() or chooseEngine(), for the list is fixed by them: later, and for a name that
/// is taken, std::logic_error is thrown. Thread-safe.
void offerEngine(const EngineCandidate& candidate);

/// All engines of this build, slowest first; each was compared with the reference on extreme and random operands, once
/// a process (at most 50 ms for all; a card needs some tenths of a second more, once, to wake up).
[[nodiscard]] const std::vector<EngineInfo>& engines();

/// The engine of this name, or the fastest usable one for an empty name; proves that one alone.
[[nodiscard]] Result<const Engine*> chooseEngine(std::string_view nameOrEmpty);

/// The fastest usable engine on the processor that has another name than this one; the reference where there is none.
[[nodiscard]] const Engine& engineBeside(const Engine& engine);

/// The engines that differed from the reference when they were asked for so far: something for a log.
[[nodiscard]] std::vector<EngineInfo> refusedEngines();

/// Compares an engine with the reference; empty when all bits agree, else where the first difference lies.
[[nodiscard]] std::string selfTest(const Engine& engine, ThreadPool& pool);

/// Exact multiply-adds a second that the engine reaches on square products of 14 bits (at most 1024³) with all threads
/// of the pool, quantising and rounding included: the best of some tenths of a second. 0 where it refuses them.
[[nodiscard]] std::uint64_t measureEngine(const Engine& engine, ThreadPool& pool);

/// What the processor calls itself; empty where the system does not say.
[[nodiscard]] std::string processorName();

} // namespace unchained::gpu
