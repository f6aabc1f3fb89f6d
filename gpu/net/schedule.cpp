// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/optimiser.h"

namespace unchained::gpu {

namespace {
constexpr float kPi = 3.14159265358979F;
} // namespace

/// All single binary32 operations, counts rounded once: with t the iteration from 0, W the warm-up, N the iterations,
///     t < W:     rate · ((t + 1) / W)
///     else p = (t − W) / (N − W):  constant: rate;  linear: rate · (1 − p·(1 − final));
///     cosine:    rate · (final + (1 − final)·(0.5·(1 + cos(π·p))))
float rateAt(const OptimiserDescription& description, std::uint64_t iteration, std::uint64_t iterations) {
    if (!description.schedule) return description.rate;
    const ScheduleDescription& s = *description.schedule;
    if (iteration < s.warmup) {
        return description.rate * (static_cast<float>(iteration + 1) / static_cast<float>(s.warmup));
    }
    if (s.kind == "constant") return description.rate;
    const float part = static_cast<float>(iteration - s.warmup) / static_cast<float>(iterations - s.warmup);
    const float fall = 1.0F - s.final;
    if (s.kind == "linear") return description.rate * (1.0F - part * fall);
    const float wave = 0.5F * (1.0F + exactSineCosine(kPi * part).cosine);
    // Close to π the cosine may be rounded below −1, and no rate may be negative.
    return description.rate * (s.final + fall * (wave > 0.0F ? wave : 0.0F));
}

} // namespace unchained::gpu
