// SPDX-License-Identifier: Apache-2.0
#include "gpu/thread_pool.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <sys/mman.h>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#include <xmmintrin.h>
#endif

namespace unchained::gpu {

namespace {
constexpr std::size_t kCacheLine = 64, kHugePage = std::size_t{2} << 20;
}

namespace {

#if defined(__x86_64__) || defined(__i386__)
constexpr unsigned kFloatMode = 0x1f80;
unsigned floatMode() {
    return _mm_getcsr();
}
void setFloatMode(unsigned mode) {
    _mm_setcsr(mode);
}
#else
constexpr unsigned kFloatMode = 0;
unsigned floatMode() {
    return kFloatMode;
}
void setFloatMode(unsigned) {}
#endif

/// The worker number of this thread while it is inside a parallelFor: nested calls run in place under the same number.
thread_local bool t_inside = false;
thread_local unsigned t_worker = 0;

/// A layer of a small network ends sooner than a sleeping thread wakes: whoever waits looks so many times first, some
/// tens of microseconds.
constexpr int kLooks = 1000;

template <class Ready>
void lookFor(const Ready& ready) {
    for (int i = 0; i < kLooks && !ready(); ++i) {
#if defined(__x86_64__) || defined(__i386__)
        _mm_pause();
#endif
    }
}

} // namespace

FloatModeGuard::FloatModeGuard() : m_before(floatMode()) {
    setFloatMode(kFloatMode);
}

FloatModeGuard::~FloatModeGuard() {
    setFloatMode(m_before);
}

struct ThreadPool::State {
    struct Job {
        std::size_t count = 0;
        const void* fn = nullptr;
        Call call = nullptr;
        std::atomic<std::size_t> next{0};
    };

    static void drain(Job& job, unsigned worker) {
        for (std::size_t i = job.next.fetch_add(1); i < job.count; i = job.next.fetch_add(1)) {
            job.call(job.fn, i, worker);
        }
    }

    std::mutex oneCaller;
    std::mutex mutex;
    std::condition_variable started;
    std::condition_variable finished;
    Job* job = nullptr;
    std::atomic<unsigned long> generation{0}; ///< written under the mutex; so are the two below
    std::atomic<unsigned> active{0};
    std::atomic<bool> stopping{false};
    std::vector<std::thread> threads;
};

ThreadPool::ThreadPool(unsigned threads) : m_threads(threads), m_state(std::make_unique<State>()) {
    if (m_threads == 0) m_threads = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned worker = 1; worker < m_threads; ++worker) {
        m_state->threads.emplace_back([this, worker] { work(worker); });
    }
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->started.notify_all();
    for (std::thread& thread : m_state->threads)
        thread.join();
}

unsigned ThreadPool::worker() {
    return t_inside ? t_worker : 0;
}

void ThreadPool::work(unsigned number) {
    setFloatMode(kFloatMode);
    t_inside = true;
    t_worker = number;
    State& state = *m_state;
    unsigned long seen = 0;
    for (;;) {
        lookFor([&] { return state.stopping || state.generation != seen; });
        std::unique_lock lock(state.mutex);
        if (!state.stopping && !state.job && state.generation != seen) {
            seen = state.generation; // too late for that one: look for the next
            continue;
        }
        state.started.wait(lock, [&] { return state.stopping || (state.job && state.generation != seen); });
        if (state.stopping) return;
        seen = state.generation;
        State::Job& job = *state.job;
        ++state.active;
        lock.unlock();
        State::drain(job, number);
        lock.lock();
        if (--state.active == 0) state.finished.notify_one();
    }
}

void ThreadPool::run(std::size_t count, const void* fn, Call call) {
    if (count == 0) return;
    if (t_inside) {
        for (std::size_t i = 0; i < count; ++i)
            call(fn, i, t_worker);
        return;
    }
    State& state = *m_state;
    const std::lock_guard one(state.oneCaller);
    const FloatModeGuard mode;
    State::Job job;
    job.count = count;
    job.fn = fn;
    job.call = call;
    const bool shared = count > 1 && m_threads > 1;
    if (shared) {
        {
            const std::lock_guard lock(state.mutex);
            state.job = &job;
            ++state.generation;
        }
        state.started.notify_all();
    }
    t_inside = true;
    t_worker = 0;
    State::drain(job, 0);
    t_inside = false;
    if (!shared) return;
    // A worker that wakes only now finds no job; those inside are waited for, for the job lives on this stack.
    std::unique_lock lock(state.mutex);
    state.job = nullptr;
    lock.unlock();
    lookFor([&] { return state.active == 0; });
    lock.lock();
    state.finished.wait(lock, [&] { return state.active == 0; });
}

void* allocateForProducts(std::size_t bytes) {
    const bool huge = bytes >= 2 * kHugePage;
    const std::size_t alignment = huge ? kHugePage : kCacheLine;
    const std::size_t rounded = (std::max<std::size_t>(bytes, 1) + alignment - 1) / alignment * alignment;
    void* memory = std::aligned_alloc(alignment, rounded);
    if (!memory) throw std::bad_alloc();
    if (huge) (void)::madvise(memory, rounded, MADV_HUGEPAGE); // a kernel without them has told us all it can
    return memory;
}

void* Workspace::raw(std::size_t slot, std::size_t bytes) {
    if (slot >= m_buffers.size()) m_buffers.resize(slot + 1);
    Buffer& buffer = m_buffers[slot];
    if (buffer.bytes < bytes || !buffer.memory) {
        buffer.memory.reset();
        buffer.memory.reset(allocateForProducts(bytes));
        buffer.bytes = bytes;
    }
    return buffer.memory.get();
}

} // namespace unchained::gpu
