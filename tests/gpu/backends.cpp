// SPDX-License-Identifier: Apache-2.0
#include "gpu/backends.h"

#include "cpu/noise_lanes.h"
#include "cuda/commit_steps.h"
#include "cuda/noise_steps.h"
#include "cuda/product_steps.h"
#include "cuda/sums_steps.h"
#include "gpu/commit.h"
#include "gpu/elementary_apply.h"
#include "gpu/hash.h"
#include "gpu/merkle.h"
#include "gpu/program.h"
#include "gpu/thread_pool.h"

#include <memory>

namespace unchained::gpu::tests {

namespace {

std::vector<float> elementaryHere(Elementary function, const std::vector<float>& arguments) {
    std::vector<float> out;
    for (const float x : arguments)
        out.push_back(apply(function, x));
    return out;
}

Backend processor(unsigned threads) {
    const auto pool = std::make_shared<ThreadPool>(threads);
    Backend out;
    out.name = "the processor on " + std::to_string(threads);
    out.addNoise = [pool](const std::vector<float>& clean, const NoisePlace& at) {
        std::vector<float> noised(clean.size());
        addNoise(noised.data(), clean.data(), clean.size(), at.seed, at.iteration, at.tensor, at.scale, *pool);
        return noised;
    };
    out.exactSum = [pool](const std::vector<float>& values) { return exactSum(values, *pool); };
    out.columnSums = [pool](const std::vector<float>& values, std::size_t rows, std::size_t columns) {
        std::vector<std::uint32_t> max(columns);
        std::vector<float> sums(columns);
        absMax(values.data(), rows, columns, nullptr, max.data(), *pool);
        return columnSums(values.data(), rows, columns, max.data(), sums.data(), *pool) ? sums : std::vector<float>{};
    };
    out.stateRoot = [pool](const Bytes& state) { return stateRoot(state, *pool); };
    out.elementary = elementaryHere;
    return out;
}

Backend processorLanes(Lanes lanes, const char* name) {
    Backend out = processor(1);
    out.name = name;
    out.addNoise = [lanes](const std::vector<float>& clean, const NoisePlace& at) {
        ThreadPool pool(1);
        std::vector<float> noised = clean;
        addNoise(noised.data(), noised.data(), noised.size(), at.seed, at.iteration, at.tensor, at.scale, pool, lanes);
        return noised;
    };
    return out;
}

std::vector<float> noiseBySteps(const std::vector<float>& clean, const NoisePlace& at) {
    const PhiloxStream stream = PhiloxStream::from(taggedHash("noise", {at.seed, at.iteration, at.tensor}));
    const cuda::NoiseStream words{{stream.key[0], stream.key[1]}, {stream.counterHigh[0], stream.counterHigh[1]}};
    const float unit = noiseUnit(at.scale);
    std::vector<float> out(clean.size());
    for (std::size_t block = 0; block * cuda::kNoisePerBlock < clean.size(); ++block)
        cuda::addNoiseBlock(out.data(), clean.data(), clean.size(), words, block, unit);
    return out;
}

/// A column as four threads add it, each every fourth row.
float sumBySteps(const std::vector<float>& values, std::size_t column, std::size_t columns, std::uint32_t& max) {
    const std::size_t rows = values.size() / columns;
    const cuda::Lanes lanes{values.data(), columns, rows, 1, columns};
    max = cuda::maximumOf(lanes, column, 0, rows, 1);
    const std::int32_t exponent = cuda::sumExponentOr0(max);
    std::int64_t sum = 0;
    for (std::size_t thread = 0; thread < 4; ++thread)
        sum += cuda::partialSum(values.data() + column, thread * columns, rows * columns, 4 * columns, exponent);
    return cuda::finishedSum(sum, exponent);
}

Hash256 rootBySteps(const Bytes& state) {
    if (state.empty()) return merkle::rootOf({});
    std::vector<cuda::HashWords> level((state.size() + cuda::kStateLeafBytes - 1) / cuda::kStateLeafBytes);
    for (std::size_t i = 0; i < level.size(); ++i)
        level[i] = cuda::stateLeafHash(state.data(), state.size(), i);
    while (level.size() > 1) {
        std::vector<cuda::HashWords> above((level.size() + 1) / 2);
        for (std::size_t i = 0; i < above.size(); ++i)
            above[i] = cuda::nodeAbove(level.data(), level.size(), i);
        level = above;
    }
    Hash256 out;
    for (std::size_t i = 0; i < 32; ++i)
        out.bytes[i] = static_cast<std::uint8_t>(level[0].h[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

Backend steps() {
    Backend out;
    out.name = "the card's steps on a processor";
    out.addNoise = noiseBySteps;
    out.exactSum = [](const std::vector<float>& values) -> Result<float> {
        if (values.empty()) return 0.0F;
        std::uint32_t max = 0;
        const float sum = sumBySteps(values, 0, 1, max);
        if (max >= kInfinityBits || !isFiniteBits(sum)) return makeError(ProgramError::NotFinite, "sum", "not finite");
        return sum;
    };
    out.columnSums = [](const std::vector<float>& values, std::size_t, std::size_t columns) {
        std::vector<float> sums(columns);
        std::uint32_t max = 0;
        for (std::size_t j = 0; j < columns; ++j) {
            sums[j] = sumBySteps(values, j, columns, max);
            if (!isFiniteBits(sums[j])) return std::vector<float>{};
        }
        return sums;
    };
    out.stateRoot = rootBySteps;
    out.elementary = elementaryHere;
    return out;
}

} // namespace

const std::vector<Backend>& backends() {
    static const std::vector<Backend> all = [] {
        std::vector<Backend> made{processor(1), processor(2), processor(5), steps(),
                                  processorLanes(Lanes::Plain, "the processor's plain loops")};
        if (widestLanes() != Lanes::Plain) made.push_back(processorLanes(Lanes::Avx2, "its loops for AVX2"));
        for (Backend& card : cardBackends())
            made.push_back(std::move(card));
        return made;
    }();
    return all;
}

} // namespace unchained::gpu::tests
