// SPDX-License-Identifier: Apache-2.0
#include "worker/inbox.h"

#include <utility>

namespace unchained::worker {

bool Inbox::add(Result<gpu::worker::Request> request) {
    const std::lock_guard held(m_mutex);
    if (request) {
        if (const auto* cancel = std::get_if<gpu::worker::Cancel>(&*request)) {
            m_cancelled = cancel->id;
            return true;
        }
    }
    if (m_waiting.size() >= kWaitingMax) return false;
    m_waiting.push_back(std::move(request));
    m_added.notify_one();
    return true;
}

Result<gpu::worker::Request> Inbox::take() {
    std::unique_lock held(m_mutex);
    m_added.wait(held, [this] { return !m_waiting.empty(); });
    Result<gpu::worker::Request> request = std::move(m_waiting.front());
    m_waiting.pop_front();
    return request;
}

bool Inbox::isCancelled(std::uint64_t id) const {
    const std::lock_guard held(m_mutex);
    return m_cancelled == id;
}

} // namespace unchained::worker
