// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"
#include "net/optimiser.h"

#include <atomic>
#include <cmath>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace unchained::gpu {

namespace {

constexpr std::size_t kBlock = 64; ///< elements between two loops of one kind

/// Square roots in place, correctly rounded; std::sqrt sets errno and keeps the compiler from using vectors.
void squareRoots(float* x, std::size_t count) {
    std::size_t i = 0;
#if defined(__SSE2__)
    for (; i + 4 <= count; i += 4)
        _mm_storeu_ps(x + i, _mm_sqrt_ps(_mm_loadu_ps(x + i)));
#endif
    for (; i < count; ++i)
        x[i] = std::sqrt(x[i]);
}

/// base^exponent by squaring, binary32 multiplications from the lowest bit of the exponent up.
float power(float base, std::uint64_t exponent) {
    float result = 1;
    for (; exponent > 0; exponent >>= 1) {
        if (exponent & 1) result = result * base;
        base = base * base;
    }
    return result;
}

/// Kingma and Ba; Loshchilov and Hutter for the decay. With t = iteration + 1:
///     g = clip·g;  w = w − (rate·decay)·w
///     m = beta1·m + (1−beta1)·g;  v = beta2·v + ((1−beta2)·g)·g
///     w = w − (rate · (m / (1−beta1^t))) / (sqrt(v / (1−beta2^t)) + epsilon)
class Adam final : public Optimiser {
public:
    explicit Adam(const OptimiserDescription& d) : m_d(d) {}

    [[nodiscard]] std::vector<std::string> moments() const override { return {"m", "v"}; }

    [[nodiscard]] bool update(std::span<float> values, const float* gradient, std::span<float* const> moments,
                              const UpdateTerms& terms, ThreadPool& pool) const override {
        const Shared shared{1.0F - power(m_d.beta1, terms.iteration + 1), 1.0F - power(m_d.beta2, terms.iteration + 1),
                            terms.rate, terms.clip, terms.rate * terms.decay};
        std::atomic<bool> finite{true};
        pool.parallelRanges(values.size(), kElementGrain, [&](std::size_t begin, std::size_t end) {
            bool good = true;
            for (std::size_t at = begin; at < end; at += kBlock) {
                const std::size_t count = std::min(kBlock, end - at);
                good &= block(values.data() + at, gradient + at, moments[0] + at, moments[1] + at, count, shared);
            }
            if (!good) finite.store(false, std::memory_order_relaxed);
        });
        return finite;
    }

private:
    struct Shared {
        float correction1, correction2, rate, clip, loss;
    };

    [[nodiscard]] bool block(float* w, const float* g, float* m, float* v, std::size_t count, const Shared& s) const {
        const float keep1 = m_d.beta1;
        const float keep2 = m_d.beta2;
        const float take1 = 1.0F - keep1;
        const float take2 = 1.0F - keep2;
        float roots[kBlock];
        float clipped[kBlock];
        // Multiplying by 1 changes nothing.
        for (std::size_t i = 0; i < count; ++i)
            clipped[i] = s.clip * g[i];
        if (s.loss != 0.0F) {
            for (std::size_t i = 0; i < count; ++i)
                w[i] = w[i] - s.loss * w[i];
        }
        for (std::size_t i = 0; i < count; ++i) {
            m[i] = keep1 * m[i] + take1 * clipped[i];
            v[i] = keep2 * v[i] + (take2 * clipped[i]) * clipped[i];
            roots[i] = v[i] / s.correction2;
        }
        squareRoots(roots, count);
        // A difference of a value with itself is 0 unless the value is not finite: no branch in the loop.
        float bad = 0;
        for (std::size_t i = 0; i < count; ++i) {
            w[i] = w[i] - (s.rate * (m[i] / s.correction1)) / (roots[i] + m_d.epsilon);
            bad += (w[i] - w[i]) + (v[i] - v[i]);
        }
        return bad == 0;
    }

    OptimiserDescription m_d;
};

} // namespace

std::unique_ptr<Optimiser> makeAdam(const OptimiserDescription& description) {
    return std::make_unique<Adam>(description);
}

} // namespace unchained::gpu
