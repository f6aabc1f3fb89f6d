// SPDX-License-Identifier: Apache-2.0
#include "gpu/thread_pool.h"

#include <atomic>
#include <bit>
#include <cstdint>
#include <doctest/doctest.h>
#include <thread>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

using namespace unchained::gpu;

TEST_CASE("every index is run exactly once and no worker number is used twice at a time") {
    for (const unsigned threads : {1U, 2U, 3U, 8U}) {
        ThreadPool pool(threads);
        CHECK(pool.threads() == threads);
        for (const std::size_t count : {0UL, 1UL, 2UL, 7UL, 1000UL}) {
            std::vector<std::atomic<int>> seen(count);
            std::vector<std::atomic<int>> inside(threads);
            std::atomic<int> clashes{0};
            pool.parallelFor(count, [&](std::size_t i, unsigned worker) {
                if (worker >= threads || inside[worker].fetch_add(1) != 0) ++clashes;
                ++seen[i];
                inside[worker].fetch_sub(1);
            });
            CHECK(clashes == 0);
            for (const auto& times : seen)
                CHECK(times == 1);
        }
    }
}

TEST_CASE("ranges cover everything once and are no longer than asked") {
    ThreadPool pool(2);
    for (const std::size_t count : {0UL, 1UL, 99UL, 100UL, 101UL}) {
        std::atomic<std::size_t> sum{0};
        std::atomic<bool> good{true};
        pool.parallelRanges(count, 10, [&](std::size_t begin, std::size_t end) {
            if (begin >= end || end - begin > 10) good = false;
            sum += end - begin;
        });
        CHECK(sum == count);
        CHECK(good);
    }
}

TEST_CASE("a loop inside a loop, and loops of two callers at once, run to their end") {
    ThreadPool pool(3);
    std::atomic<int> runs{0};
    const auto work = [&] {
        for (int round = 0; round < 50; ++round) {
            pool.parallelFor(4, [&](std::size_t) { pool.parallelFor(5, [&](std::size_t) { ++runs; }); });
        }
    };
    std::thread other(work);
    work();
    other.join();
    CHECK(runs == 2 * 50 * 4 * 5);
}

#if defined(__x86_64__)
TEST_CASE("inside a loop subnormals are kept and rounding is to nearest, whatever the caller's mode; it gets it back") {
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | 0x8040U | 0x6000U); // flush to zero, subnormals are zero, round towards zero
    const unsigned changed = _mm_getcsr();
    ThreadPool pool(2);
    std::atomic<int> wrong{0};
    pool.parallelFor(64, [&](std::size_t) {
        const volatile float tiny = std::bit_cast<float>(0x00800000U);
        const volatile float half = tiny * 0.5F;
        const float kept = half;
        if (std::bit_cast<std::uint32_t>(kept) != 0x00400000U || (_mm_getcsr() & 0xffc0U) != 0x1f80U) ++wrong;
    });
    const unsigned after = _mm_getcsr();
    _mm_setcsr(before);
    CHECK(wrong == 0);
    CHECK((after & 0xffc0U) == (changed & 0xffc0U));
}
#endif

TEST_CASE("a workspace keeps its memory, grows it, and aligns it to cache lines") {
    Workspace workspace;
    float* small = workspace.get<float>(3, 10);
    CHECK(reinterpret_cast<std::uintptr_t>(small) % 64 == 0);
    CHECK(workspace.get<float>(3, 5) == small);
    double* large = workspace.get<double>(0, 100000);
    large[99999] = 1;
    CHECK(reinterpret_cast<std::uintptr_t>(large) % 64 == 0);
    CHECK(workspace.get<float>(3, 10) == small);
}
