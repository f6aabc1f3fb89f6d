// SPDX-License-Identifier: Apache-2.0
#include "net/optimiser.h"

#include <algorithm>

namespace unchained::gpu {

namespace {

constexpr std::size_t kPart = 8192;
constexpr int kSquareBits = 50; ///< below the 2^51 that roundToInteger() takes

enum Slot : std::size_t { kMost, kSum, kFactor };

} // namespace

/// With 2^e the least power above every |g| and b = min(50, 62 − bits of their count):
///     norm = sqrt(rne32(Σ rne((g·2^-e)²·2^b) · 2^-b)) · 2^e;  factor = norm > limit ? limit / norm : 1
Result<const float*> clipFactor(Device& device, DeviceMemory& memory, std::span<const std::span<const float>> gradients,
                                float limit) {
    auto* most = memory.get<std::uint32_t>(device, kMost, 1);
    auto* sum = memory.get<std::int64_t>(device, kSum, 1);
    auto* factor = memory.get<float>(device, kFactor, 1);
    device.clear(most, sizeof *most);
    device.clear(sum, sizeof *sum);
    const auto parts = [](const auto& tensor) { return (tensor.size() + kPart - 1) / kPart; };
    std::size_t count = 0;
    for (const auto& tensor : gradients) {
        device.rows(parts(tensor), kPart, steps::PartMost{tensor.data(), most, tensor.size(), kPart});
        count += tensor.size();
    }
    const std::int64_t bits = std::min(kSquareBits, 62 - static_cast<int>(std::bit_width(count)));
    for (const auto& tensor : gradients)
        device.rows(parts(tensor), kPart, steps::PartSquares{tensor.data(), most, sum, tensor.size(), kPart, bits});
    device.each(1, steps::ClipFactor{most, sum, factor, bits, limit});
    auto done = device.settle([] {
        return makeError(ProgramError::NotFinite, "gradient",
                         "a number is a NaN, an infinity or too large for binary32", "lower the learning rate");
    });
    if (!done) return done.error();
    return factor;
}

} // namespace unchained::gpu
