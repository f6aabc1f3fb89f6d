// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

#include <array>
#include <condition_variable>
#include <cuda_runtime_api.h>
#include <memory>
#include <mutex>

namespace unchained::gpu::cuda {

/// The way out of a card beside its work: a copy on the card, in order with all that is queued there; then, on a stream
/// of its own, to memory of the host that the card writes by itself (pinned). Two of them, so that one can be written
/// to disk while the next one comes.
class CardExit {
public:
    CardExit() = default;
    CardExit(const CardExit&) = delete;
    CardExit& operator=(const CardExit&) = delete;

    /// Where there is no room for a copy it is fetched here and now. Waits where both ways are taken.
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes,
                                                              cudaStream_t computing);

private:
    /// Memory of both sides and what says that the bytes have come. Kept for the life of the process, as its card is.
    struct Way {
        void* onCard = nullptr;
        void* onHost = nullptr;
        std::size_t bytes = 0;
        cudaEvent_t copied = nullptr;
        cudaEvent_t arrived = nullptr;
        bool taken = false;
    };
    class Copy;

    [[nodiscard]] Way& takeWay();
    void giveBack(Way& way);
    /// The first code that is not success.
    [[nodiscard]] cudaError_t makeRoom(Way& way, std::size_t bytes);
    [[nodiscard]] cudaError_t start(const Way& way, const void* from, std::size_t bytes, cudaStream_t computing);

    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::array<Way, 2> m_ways;
    cudaStream_t m_stream = nullptr;
};

} // namespace unchained::gpu::cuda
