// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <type_traits>
#include <vector>

namespace unchained::gpu {

/// Sets the floating-point mode that every result is defined in (round to nearest even, no flush to zero, exceptions
/// masked) and puts the former one back at the end. A library built with fast-math may have changed it.
class FloatModeGuard {
public:
    FloatModeGuard();
    ~FloatModeGuard();
    FloatModeGuard(const FloatModeGuard&) = delete;
    FloatModeGuard& operator=(const FloatModeGuard&) = delete;

private:
    unsigned m_before = 0;
};

/// One set of threads for the life of the process; the calling thread works too, as worker 0.
///
/// Which worker takes which index is chance: whatever runs here must not let its result depend on it. Thread-safe: a
/// second caller waits for the first. A parallelFor inside another one runs on the thread that calls it.
class ThreadPool {
public:
    /// @param threads  workers, the caller among them; 0: one for each processor
    explicit ThreadPool(unsigned threads = 0);
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] unsigned threads() const { return m_threads; }
    /// The number of the calling thread inside a parallelFor; 0 outside.
    [[nodiscard]] static unsigned worker();

    /// Calls fn(index) or fn(index, worker) for every index below count, in any order, and returns when all have ended.
    /// worker < threads(), and no two calls with one worker number run at the same time. fn must not throw.
    template <class Fn>
    void parallelFor(std::size_t count, const Fn& fn) {
        run(count, &fn, [](const void* raw, std::size_t index, unsigned worker) {
            const Fn& call = *static_cast<const Fn*>(raw);
            if constexpr (std::is_invocable_v<const Fn&, std::size_t, unsigned>) {
                call(index, worker);
            } else {
                static_cast<void>(worker);
                call(index);
            }
        });
    }

    /// Cuts [0, count) into ranges of at most `grain` and calls fn(begin, end) or fn(begin, end, worker) for each.
    template <class Fn>
    void parallelRanges(std::size_t count, std::size_t grain, const Fn& fn) {
        const std::size_t ranges = (count + grain - 1) / grain;
        parallelFor(ranges, [&](std::size_t range, unsigned worker) {
            const std::size_t begin = range * grain;
            const std::size_t end = std::min(count, begin + grain);
            if constexpr (std::is_invocable_v<const Fn&, std::size_t, std::size_t, unsigned>) {
                fn(begin, end, worker);
            } else {
                static_cast<void>(worker);
                fn(begin, end);
            }
        });
    }

private:
    using Call = void (*)(const void* fn, std::size_t index, unsigned worker);
    struct State;

    void run(std::size_t count, const void* fn, Call call);
    void work(unsigned number);

    unsigned m_threads = 1;
    std::unique_ptr<State> m_state;
};

/// At least so many bytes, at a cache line; many of them in huge pages where the system gives those on request, as
/// panels and tensors are walked with long strides. std::free() frees it. Throws std::bad_alloc.
[[nodiscard]] void* allocateForProducts(std::size_t bytes);

/// Scratch memory that grows and stays: buffers by number, each aligned to a cache line, contents not kept on growth.
/// One owner; not thread-safe.
class Workspace {
public:
    template <class T>
    [[nodiscard]] T* get(std::size_t slot, std::size_t count) {
        static_assert(std::is_trivial_v<T>);
        return static_cast<T*>(raw(slot, count * sizeof(T)));
    }

private:
    struct Free {
        void operator()(void* p) const { std::free(p); }
    };
    struct Buffer {
        std::unique_ptr<void, Free> memory;
        std::size_t bytes = 0;
    };
    void* raw(std::size_t slot, std::size_t bytes);

    std::vector<Buffer> m_buffers;
};

} // namespace unchained::gpu
