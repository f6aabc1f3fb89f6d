// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/worker_protocol.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>

namespace unchained::worker {

/// Requests on their way from the thread that reads to the one that computes. Thread-safe.
class Inbox {
public:
    /// Requests that wait at most; a host that sends more without waiting for answers is broken.
    static constexpr std::size_t kWaitingMax = 64;

    /// False where too many wait. A Cancel is not queued: it marks its request.
    [[nodiscard]] bool add(Result<gpu::worker::Request> request);
    /// Waits for the next one.
    [[nodiscard]] Result<gpu::worker::Request> take();
    [[nodiscard]] bool isCancelled(std::uint64_t id) const;

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_added;
    std::deque<Result<gpu::worker::Request>> m_waiting;
    std::optional<std::uint64_t> m_cancelled; ///< the last one: ids are used once, one request runs at a time
};

} // namespace unchained::worker
