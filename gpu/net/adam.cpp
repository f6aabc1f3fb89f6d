// SPDX-License-Identifier: Apache-2.0
#include "net/optimiser.h"

namespace unchained::gpu {

namespace {

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

    void update(Device& device, std::span<float> values, const float* gradient, std::span<float* const> moments,
                const UpdateTerms& terms) const override {
        const float correction1 = 1.0F - power(m_d.beta1, terms.iteration + 1);
        const float correction2 = 1.0F - power(m_d.beta2, terms.iteration + 1);
        runUpdate(device, steps::Adam{updateOf(values, gradient, terms), moments[0], moments[1], m_d.beta1, m_d.beta2,
                                      correction1, correction2, m_d.epsilon});
    }

private:
    OptimiserDescription m_d;
};

} // namespace

std::unique_ptr<Optimiser> makeAdam(const OptimiserDescription& description) {
    return std::make_unique<Adam>(description);
}

} // namespace unchained::gpu
