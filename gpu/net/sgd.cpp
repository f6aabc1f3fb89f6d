// SPDX-License-Identifier: Apache-2.0
#include "gpu/product.h"
#include "net/layer.h"
#include "net/optimiser.h"

#include <atomic>

namespace unchained::gpu {

namespace {

/// g = clip·g;  w = w − (rate·decay)·w;  v = momentum·v + g;  w = w − rate·v;  without momentum w = w − rate·g.
class Sgd final : public Optimiser {
public:
    explicit Sgd(const OptimiserDescription& d) : m_momentum(d.momentum) {}

    [[nodiscard]] std::vector<std::string> moments() const override {
        if (m_momentum == 0.0F) return {};
        return {"momentum"};
    }

    [[nodiscard]] bool update(std::span<float> values, const float* gradient, std::span<float* const> moments,
                              const UpdateTerms& terms, ThreadPool& pool) const override {
        float* velocity = moments.empty() ? nullptr : moments[0];
        const float loss = terms.rate * terms.decay;
        std::atomic<bool> finite{true};
        pool.parallelRanges(values.size(), kElementGrain, [&](std::size_t begin, std::size_t end) {
            // A difference of a value with itself is 0 unless the value is not finite: no branch in the loop.
            float bad = 0;
            for (std::size_t i = begin; i < end; ++i) {
                float step = terms.clip * gradient[i];
                if (loss != 0.0F) values[i] = values[i] - loss * values[i];
                if (velocity) {
                    step = m_momentum * velocity[i] + step;
                    velocity[i] = step;
                    bad += step - step;
                }
                values[i] = values[i] - terms.rate * step;
                bad += values[i] - values[i];
            }
            if (bad != 0) finite.store(false, std::memory_order_relaxed);
        });
        return finite;
    }

private:
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
