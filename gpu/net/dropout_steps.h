// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/noise_steps.h"

/// Dropout of the eight numbers that share a block of random words: gpu/net/dropout.cpp.
namespace unchained::gpu::steps {

struct Drop {
    const float* in = nullptr;
    float* out = nullptr; ///< may be in
    std::size_t count = 0;
    cuda::NoiseStream stream;
    std::uint32_t drop = 0;
    float keep = 1;

    UNCHAINED_DEVICE void operator()(std::size_t block) const {
        const cuda::PhiloxBlock words = cuda::philoxBlock(stream, block);
        for (unsigned lane = 0; lane < cuda::kNoisePerBlock; ++lane) {
            const std::size_t i = block * cuda::kNoisePerBlock + lane;
            if (i >= count) return;
            out[i] = words.uniform(lane) < drop ? 0.0F : in[i] * keep;
        }
    }
};

} // namespace unchained::gpu::steps
