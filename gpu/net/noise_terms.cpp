// SPDX-License-Identifier: Apache-2.0
#include "net/noise_terms.h"

#include "gpu/product.h"

#include <algorithm>
#include <cstring>

namespace unchained::gpu {

std::int32_t noiseExponentFor(ByteView weights, unsigned bits, ThreadPool& pool) {
    std::vector<float> values(weights.size() / sizeof(float));
    std::memcpy(values.data(), weights.data(), values.size() * sizeof(float));
    std::uint32_t max = 0;
    absMax(values.data(), 1, values.size(), &max, nullptr, pool);
    if (max == 0 || max >= kInfinityBits) return 0;
    const std::int32_t exponent = static_cast<std::int32_t>(bits) - 1 - quantiseExponent(max, bits);
    return std::clamp(exponent, -kNoiseExponentMax, kNoiseExponentMax);
}

Result<void> checkNoise(const NoiseTerms& noise, const std::vector<TensorInfo>& layout, unsigned bits) {
    if (noise.amplitude < kNoiseAmplitudeMin || noise.amplitude > noiseAmplitudeMax(bits)) {
        return makeError(ProgramError::BadParameters, "noise.amplitude",
                         {"%1 is not from %2 to %3", noise.amplitude, kNoiseAmplitudeMin, noiseAmplitudeMax(bits)});
    }
    std::size_t wanted = 0;
    for (const TensorInfo& tensor : layout)
        wanted += tensor.noised ? 1 : 0;
    if (noise.scales.size() != wanted) {
        return makeError(ProgramError::BadParameters, "noise.scales",
                         {"%1 scales for %2 weight tensors", noise.scales.size(), wanted}, "give one for each");
    }
    for (const std::int32_t scale : noise.scales) {
        if (scale < -kNoiseExponentMax || scale > kNoiseExponentMax) {
            return makeError(ProgramError::BadParameters, "noise.scales", {"2^%1 is no scale", scale},
                             {"use exponents from -%1 to %1", kNoiseExponentMax});
        }
    }
    return {};
}

} // namespace unchained::gpu
