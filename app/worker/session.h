// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"
#include "gpu/self_check.h"
#include "gpu/worker_protocol.h"
#include "worker/blob_files.h"

#include <functional>
#include <future>
#include <memory>

namespace unchained::worker {

/// Turns requests into replies: the job at hand, its state and the root of it. One thread of control; a state that
/// leaves a card is written by another one while the next step is computed, and its step is reported when it is on
/// disk.
class Session {
public:
    /// What the session needs from outside.
    struct Outside {
        std::function<void(const gpu::worker::Reply&)> send;
        std::function<bool(std::uint64_t id)> isCancelled; ///< asked between two steps
        std::function<void(const Error&)> warn;            ///< something that the host should know; may be empty
    };

    /// How the engine's products are checked by this process itself (gpu/self_check.h).
    struct SelfCheck {
        std::uint32_t every = 0; ///< one product in so many; 0: none
        Hash256 seed;            ///< new in each process
    };

    /// Engine, pool and blobs are borrowed. Where the engine is caught at a wrong product, the step begins again, and
    /// goes on from then on, with engineBeside() it; nothing that follows from the wrong product is sent.
    Session(const gpu::Engine& engine, gpu::ThreadPool& pool, BlobFiles& blobs, Outside outside, SelfCheck selfCheck);

    /// Sends all replies to one request, the final one last.
    void handle(const gpu::worker::Request& request);
    /// The reply to what could not be read as a request.
    void refuse(std::uint64_t id, const Error& error);
    /// The engine's card failed for good: every further product of this process would fail, too.
    [[nodiscard]] bool deviceFailed() const { return m_deviceFailed; }

private:
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Load& request);
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Init& request);
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Run& request);
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Evaluate& request);
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Devices& request);
    [[nodiscard]] Result<gpu::worker::Reply> answer(const gpu::worker::Cancel& request);

    [[nodiscard]] Result<void> loadJob(const gpu::worker::Job& job);
    void use(const gpu::Engine& engine);
    /// Calls work(), and once more with another engine and the state as it was, where this one made a wrong product.
    template <class Work>
    [[nodiscard]] auto withTrustedEngine(const Work& work) -> decltype(work());
    [[nodiscard]] Result<void> replaceEngine(ByteView state);
    [[nodiscard]] Result<Bytes> initialState();
    /// Makes the state with this root the one at hand.
    [[nodiscard]] Result<void> takeUp(const Hash256& root);
    /// Steps that were done both ways, one right after the other: the machine changes its pace with what else runs on
    /// it, and a few seconds later a comparison would say more of that than of noise and roots.
    struct Pairs {
        std::vector<double> shares;         ///< bare by rented, of each
        std::uint64_t spentNs = 0;          ///< CPU time on the bare ones, and on going back to the state
        [[nodiscard]] double share() const; ///< the median; 0 where there is none
    };
    /// How the steps of a request came to their end; NotFinite: one made a NaN or an infinity.
    enum class End : std::uint8_t { Done, NotFinite, Cancelled };
    [[nodiscard]] Result<End> stepAll(const gpu::worker::Run& request, Pairs& pairs);
    /// Applies one step, sends its reply; false where it made a NaN or an infinity.
    [[nodiscard]] Result<bool> step(const gpu::worker::Run& request, const gpu::worker::SeededStep& step);
    /// Writes the state at hand as a blob, now or while the next step is computed, and sends the reply.
    [[nodiscard]] Result<void> keep(const gpu::worker::StepDone& reply);
    /// Waits for the state that is being written, and sends its reply.
    [[nodiscard]] Result<void> settleLast();
    /// As step(), and the same step without noise, root and blob; the CPU time of both is measured.
    [[nodiscard]] Result<bool> stepBothWays(const gpu::worker::Run& request, const gpu::worker::SeededStep& step,
                                            Pairs& pairs);
    /// Nothing where it did not come to an end; the state is undefined afterwards.
    [[nodiscard]] std::optional<std::uint64_t> bareStep(const gpu::worker::Run& request, std::uint64_t step);
    struct Saved {
        Bytes state;
        std::optional<Hash256> root;
    };
    [[nodiscard]] Result<Saved> save();
    [[nodiscard]] Result<void> goBack(const Saved& to);

    /// A step whose state is on its way to the disk.
    struct Written {
        gpu::worker::StepDone reply;
        std::future<Result<void>> done;
    };

    const gpu::Engine* m_engine; ///< checks itself where m_checking is there
    gpu::ThreadPool& m_pool;
    BlobFiles& m_blobs;
    Outside m_outside;
    SelfCheck m_selfCheck;
    std::unique_ptr<gpu::SelfCheckingEngine> m_checking;
    bool m_replaced = false; ///< the engine that we were given is not used any more
    bool m_deviceFailed = false;
    gpu::worker::Job m_job;
    std::unique_ptr<gpu::Program> m_program; ///< null before the first job
    std::optional<Written> m_last;           ///< nothing between two requests
    std::optional<Hash256> m_root;           ///< of m_program->state(); nothing where there is none or it is undefined
};

} // namespace unchained::worker
