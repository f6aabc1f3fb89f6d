// SPDX-License-Identifier: Apache-2.0
#include "gpu/product.h"
#include "net/layer.h"
#include "net/optimiser.h"

#include <atomic>

namespace unchained::gpu {

namespace {

/// v = momentum·v + g;  w = w − rate·v;  without momentum w = w − rate·g.
class Sgd final : public Optimiser {
public:
    explicit Sgd(const OptimiserDescription& d) : m_rate(d.rate), m_momentum(d.momentum) {}

    [[nodiscard]] std::vector<std::string> moments() const override {
        if (m_momentum == 0.0F) return {};
        return {"momentum"};
    }

    [[nodiscard]] bool update(std::span<float> values, const float* gradient, std::span<float* const> moments,
                              std::uint64_t, ThreadPool& pool) const override {
        float* velocity = moments.empty() ? nullptr : moments[0];
        std::atomic<bool> finite{true};
        pool.parallelRanges(values.size(), kElementGrain, [&](std::size_t begin, std::size_t end) {
            // A difference of a value with itself is 0 unless the value is not finite: no branch in the loop.
            float bad = 0;
            for (std::size_t i = begin; i < end; ++i) {
                float step = gradient[i];
                if (velocity) {
                    step = m_momentum * velocity[i] + step;
                    velocity[i] = step;
                    bad += step - step;
                }
                values[i] = values[i] - m_rate * step;
                bad += values[i] - values[i];
            }
            if (bad != 0) finite.store(false, std::memory_order_relaxed);
        });
        return finite;
    }

private:
    float m_rate;
    float m_momentum;
};

} // namespace

std::unique_ptr<Optimiser> makeSgd(const OptimiserDescription& description) {
    return std::make_unique<Sgd>(description);
}

std::unique_ptr<Optimiser> makeOptimiser(const OptimiserDescription& description) {
    return description.kind == "sgd" ? makeSgd(description) : makeAdam(description);
}

} // namespace unchained::gpu
