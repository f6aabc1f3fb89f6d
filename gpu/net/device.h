// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/lanes.h"
#include "gpu/engine.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"
#include "net/kernels.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace unchained::gpu {

/// Which noise, as addNoise() of gpu/noise.h takes it.
struct NoiseDraw {
    Hash256 seed;
    std::uint64_t iteration = 0;
    std::uint64_t tensor = 0;
    NoiseScale scale;
};

/// Where a network computes and where its numbers lie: the processor with an engine, or a card. Layers, losses and
/// optimisers are written once, against this; all pointers that they meet are the device's, and only the device may
/// follow them.
///
/// On a card everything is queued in order and nobody waits but download(), root() and finish(). What goes wrong is
/// remembered: the first failure of the card makes all that follows do nothing, and settle() and finish() say what it
/// was. What is not finite a card tells at finish() alone, and then the same as a processor says at once: the first
/// settle() whose steps met it. One thread of control; host memory handed over is free again on return.
class Device {
    friend class CheckedDevice; ///< stands before another one (gpu/self_check.h)

public:
    virtual ~Device() = default;

    /// Its pointers are the host's.
    [[nodiscard]] bool isHost() const { return m_host; }
    /// Of the host.
    [[nodiscard]] ThreadPool& pool() const { return m_pool; }
    /// What loops over its numbers may use, where it is the host.
    [[nodiscard]] Lanes lanes() const { return m_lanes; }

    /// Null where a card is full.
    [[nodiscard]] virtual void* allocate(std::size_t bytes) = 0;
    virtual void release(void* memory) = 0;
    /// Bytes are multiples of four everywhere.
    virtual void upload(void* to, const void* from, std::size_t bytes) = 0;
    virtual void download(void* to, const void* from, std::size_t bytes) = 0;
    virtual void copy(void* to, const void* from, std::size_t bytes) = 0;
    virtual void clear(void* memory, std::size_t bytes) = 0;

    /// Calls a step for every index below count.
    template <class Step>
    void each(std::size_t count, const Step& step) {
        static_assert(!kByRows<Step>);
        run(count, kGrain, step);
    }
    /// Calls a step for every row below count. @param width  numbers of a row, about
    template <class Step>
    void rows(std::size_t count, std::size_t width, const Step& step) {
        static_assert(kByRows<Step>);
        run(count, std::max<std::size_t>(1, kGrain / std::max<std::size_t>(1, width)), step);
    }
    /// Calls fn(first, count, worker) so that all tasks below count are done: on the processor one a call, by all
    /// threads, of which each has a number, on a card `most` a call. fn may call rows(), products() and each().
    template <class Fn>
    void tasks(std::size_t count, std::size_t most, const Fn& fn) {
        if (m_host) {
            m_pool.parallelFor(count, [&](std::size_t task, unsigned worker) { fn(task, std::size_t{1}, worker); });
        } else {
            for (std::size_t first = 0; first < count; first += most)
                fn(first, std::min(most, count - first), 0U);
        }
    }

    /// Something that is not finite was met, on the processor, by whoever does there without a step; any thread.
    void setBad() { m_bad.store(true, std::memory_order_relaxed); }

    /// Engine::product(), with its errors; on a card what is not finite comes later. On the processor also from tasks.
    [[nodiscard]] virtual Result<void> product(const ProductArgs& args) = 0;
    /// A product that is refused is something not finite.
    virtual void products(const ProductBatch& batch) = 0;
    /// absMax() of gpu/product.h.
    virtual void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax,
                        std::uint32_t* columnMax) = 0;
    /// columnSums() of gpu/sums.h; a term or a sum may be something not finite. @param columnMax  null: found here
    virtual void columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                            float* out) = 0;
    /// addNoise() of gpu/noise.h.
    virtual void addNoise(float* out, const float* clean, std::size_t elements, const NoiseDraw& draw) = 0;
    /// stateRoot() of gpu/commit.h, where the state lies.
    [[nodiscard]] virtual Result<Hash256> root(const void* state, std::size_t bytes) = 0;

    /// Program::leave() of these bytes.
    [[nodiscard]] virtual Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) = 0;
    /// The card has failed since the last finish(): what was to be brought there is not.
    [[nodiscard]] virtual bool failed() const { return false; }
    /// Ends a group of steps: the error if one of them met something that is not finite, or if the card failed.
    template <class MakeError>
    [[nodiscard]] Result<void> settle(const MakeError& makeError) {
        if (!m_host) return settleLater(makeError);
        if (!m_bad.load(std::memory_order_relaxed)) return {};
        m_bad.store(false, std::memory_order_relaxed);
        if (auto failure = takeFailure()) return *failure;
        return makeError();
    }
    /// Waits for all that was queued; the first error since the last call.
    [[nodiscard]] virtual Result<void> finish() = 0;

protected:
    Device(ThreadPool& pool, bool host, Lanes lanes = Lanes::Plain) : m_pool(pool), m_host(host), m_lanes(lanes) {}

    /// A step on a card.
    struct Call {
        std::size_t number = 0; ///< in LayerSteps
        std::size_t count = 0;
        const void* step = nullptr;
        std::size_t bytes = 0; ///< of the step
    };
    virtual void launch(const Call& call) = 0;
    [[nodiscard]] virtual Result<void> settleLater(std::function<Error()> makeError) = 0;
    /// Nobody asks for it any more.
    void forgetBad() { m_bad.store(false, std::memory_order_relaxed); }
    /// Why it is bad, on the processor, where that is something else than a number that is not finite; once.
    [[nodiscard]] virtual std::optional<Error> takeFailure() { return {}; }

private:
    static constexpr std::size_t kGrain = 16384; ///< numbers that one thread takes at a time

    template <class Step>
    void run(std::size_t count, std::size_t grain, const Step& step) {
        static_assert(std::is_trivially_copyable_v<Step>);
        constexpr std::size_t kNumber = LayerSteps::numberOf<Step>();
        if (!m_host) return launch({kNumber, count, &step, sizeof step});
        m_pool.parallelRanges(count, grain, [&](std::size_t begin, std::size_t end) {
            const bool good = withLanes(m_lanes, [&step, begin, end] {
                const Step mine = step; // what nobody else can change, so that loops can be vectors
                bool all = true;
                for (std::size_t i = begin; i < end; ++i)
                    all &= callStep(mine, i, OneThread{});
                return all;
            });
            if (!good) setBad();
        });
    }

    ThreadPool& m_pool;
    bool m_host;
    Lanes m_lanes;
    std::atomic<bool> m_bad{false};
};

/// The processor: products by the engine, all else by the pool. Both are borrowed. Loops are those of the engine's
/// kind, so that whoever compares engines compares them, too: plain ones for `scalar`, AVX2 for `avx2`, else the
/// widest.
[[nodiscard]] std::unique_ptr<Device> makeHostDevice(const Engine& engine, ThreadPool& pool);

/// Memory on a device by number, which grows and stays; contents are not kept on growth. One owner, always with the
/// same device, which must live longer. Where a card is full it gives an address that is nobody's: the device does
/// nothing with it, for it has failed.
class DeviceMemory {
public:
    DeviceMemory() = default;
    DeviceMemory(const DeviceMemory&) = delete;
    DeviceMemory& operator=(const DeviceMemory&) = delete;
    ~DeviceMemory();

    template <class T>
    [[nodiscard]] T* get(Device& device, std::size_t slot, std::size_t count) {
        static_assert(std::is_trivial_v<T>);
        return static_cast<T*>(raw(device, slot, count * sizeof(T)));
    }
    /// What the host has, where the device can read it: the host's own memory, or a copy in a slot.
    template <class T>
    [[nodiscard]] const T* bring(Device& device, std::size_t slot, const T* from, std::size_t count) {
        if (device.isHost()) return from;
        T* to = get<T>(device, slot, count);
        device.upload(to, from, count * sizeof(T));
        return to;
    }

private:
    struct Block {
        void* memory = nullptr;
        std::size_t bytes = 0;
    };
    void* raw(Device& device, std::size_t slot, std::size_t bytes);

    Device* m_device = nullptr;
    std::vector<Block> m_blocks;
};

} // namespace unchained::gpu
