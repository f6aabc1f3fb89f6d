// SPDX-License-Identifier: Apache-2.0
#include "cuda/card_exit.h"

#include "cuda/words.h"

#include <algorithm>

namespace unchained::gpu::cuda {

namespace {

constexpr const char* kDoing = "copying from the card";

Error failed(cudaError_t code) {
    return cardFailed(kDoing, cudaGetErrorString(code));
}

/// Bytes that have come already.
class Fetched final : public LeavingBytes {
public:
    explicit Fetched(Bytes bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] Result<ByteView> wait() override { return ByteView(m_bytes); }

private:
    Bytes m_bytes;
};

Result<std::unique_ptr<LeavingBytes>> fetchNow(const void* from, std::size_t bytes, cudaStream_t computing) {
    static_cast<void>(cudaGetLastError()); // that there was no room, the next launch would report again
    Bytes here(bytes);
    cudaError_t code = cudaMemcpyAsync(here.data(), from, bytes, cudaMemcpyDeviceToHost, computing);
    if (code == cudaSuccess) code = cudaStreamSynchronize(computing);
    if (code != cudaSuccess) return failed(code);
    return std::unique_ptr<LeavingBytes>(std::make_unique<Fetched>(std::move(here)));
}

} // namespace

class CardExit::Copy final : public LeavingBytes {
public:
    Copy(CardExit& exit, Way& way, std::size_t bytes) : m_exit(exit), m_way(way), m_bytes(bytes) {}
    Copy(const Copy&) = delete;
    Copy& operator=(const Copy&) = delete;
    ~Copy() override {
        // The card may still be writing there.
        static_cast<void>(cudaEventSynchronize(m_way.arrived));
        m_exit.giveBack(m_way);
    }

    [[nodiscard]] Result<ByteView> wait() override {
        const cudaError_t code = cudaEventSynchronize(m_way.arrived);
        if (code != cudaSuccess) return failed(code);
        return ByteView(static_cast<const std::uint8_t*>(m_way.onHost), m_bytes);
    }

private:
    CardExit& m_exit;
    Way& m_way;
    std::size_t m_bytes;
};

CardExit::Way& CardExit::takeWay() {
    std::unique_lock lock(m_mutex);
    Way* free = nullptr;
    m_freed.wait(lock, [&] {
        const auto found = std::find_if(m_ways.begin(), m_ways.end(), [](const Way& way) { return !way.taken; });
        free = found == m_ways.end() ? nullptr : &*found;
        return free != nullptr;
    });
    free->taken = true;
    return *free;
}

void CardExit::giveBack(Way& way) {
    {
        const std::lock_guard lock(m_mutex);
        way.taken = false;
    }
    m_freed.notify_one();
}

cudaError_t CardExit::makeRoom(Way& way, std::size_t bytes) {
    cudaError_t code = cudaSuccess;
    const auto unless = [&](auto&& call) {
        if (code == cudaSuccess) code = call();
    };
    if (!m_stream) unless([&] { return cudaStreamCreateWithFlags(&m_stream, cudaStreamNonBlocking); });
    if (!way.copied) unless([&] { return cudaEventCreateWithFlags(&way.copied, cudaEventDisableTiming); });
    if (!way.arrived) unless([&] { return cudaEventCreateWithFlags(&way.arrived, cudaEventDisableTiming); });
    if (code != cudaSuccess || bytes <= way.bytes) return code;
    way.bytes = 0;
    unless([&] { return cudaFree(std::exchange(way.onCard, nullptr)); });
    unless([&] { return cudaFreeHost(std::exchange(way.onHost, nullptr)); });
    unless([&] { return cudaMalloc(&way.onCard, bytes); });
    unless([&] { return cudaMallocHost(&way.onHost, bytes); });
    if (code == cudaSuccess) way.bytes = bytes;
    return code;
}

cudaError_t CardExit::start(const Way& way, const void* from, std::size_t bytes, cudaStream_t computing) {
    cudaError_t code = cudaMemcpyAsync(way.onCard, from, bytes, cudaMemcpyDeviceToDevice, computing);
    if (code == cudaSuccess) code = cudaEventRecord(way.copied, computing);
    if (code == cudaSuccess) code = cudaStreamWaitEvent(m_stream, way.copied, 0);
    if (code == cudaSuccess) code = cudaMemcpyAsync(way.onHost, way.onCard, bytes, cudaMemcpyDeviceToHost, m_stream);
    if (code == cudaSuccess) code = cudaEventRecord(way.arrived, m_stream);
    return code;
}

Result<std::unique_ptr<LeavingBytes>> CardExit::leave(const void* from, std::size_t bytes, cudaStream_t computing) {
    Way& way = takeWay();
    const cudaError_t room = makeRoom(way, bytes);
    if (room == cudaErrorMemoryAllocation) {
        giveBack(way);
        return fetchNow(from, bytes, computing);
    }
    const cudaError_t code = room == cudaSuccess ? start(way, from, bytes, computing) : room;
    if (code != cudaSuccess) {
        giveBack(way);
        return failed(code);
    }
    return std::unique_ptr<LeavingBytes>(std::make_unique<Copy>(*this, way, bytes));
}

} // namespace unchained::gpu::cuda
