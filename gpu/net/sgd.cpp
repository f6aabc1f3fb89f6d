// SPDX-License-Identifier: Apache-2.0
#include "net/optimiser.h"

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

    void update(Device& device, std::span<float> values, const float* gradient, std::span<float* const> moments,
                const UpdateTerms& terms) const override {
        float* velocity = moments.empty() ? nullptr : moments[0];
        runUpdate(device, steps::Sgd{updateOf(values, gradient, terms), velocity, m_momentum});
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
