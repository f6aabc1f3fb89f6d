// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/layer.h"
#include "net/row_sums.h"

#include <atomic>

namespace unchained::gpu {

float softmaxTerms(const float* x, std::size_t count, float most, float* terms) {
    for (std::size_t c = 0; c < count; ++c)
        terms[c] = exactExp(x[c] - most);
    std::int64_t sum = 0;
    for (std::size_t c = 0; c < count; ++c)
        sum += roundToInteger(static_cast<double>(terms[c]) * powerOfTwo(kSumTermBits));
    return static_cast<float>(sum) * powerOfTwoF(-kSumTermBits);
}

bool softmaxRow(const float* x, std::size_t count, float* out) {
    float most = x[0];
    bool finite = true;
    for (std::size_t c = 0; c < count; ++c) {
        finite = finite && isFiniteBits(x[c]);
        most = x[c] > most ? x[c] : most;
    }
    if (!finite) return false;
    const float total = softmaxTerms(x, count, most, out);
    for (std::size_t c = 0; c < count; ++c)
        out[c] = out[c] / total;
    return true;
}

void softmaxBackwardRow(const float* p, const float* dp, std::size_t count, float* out, float* scratch) {
    for (std::size_t c = 0; c < count; ++c)
        scratch[c] = p[c] * dp[c];
    const float mean = rowSum(scratch, count);
    for (std::size_t c = 0; c < count; ++c)
        out[c] = p[c] * (dp[c] - mean);
}

namespace {

/// Softmax over the last dimension.
class Softmax final : public Layer {
public:
    explicit Softmax(Shape shape) : m_shape(std::move(shape)), m_width(m_shape.back()) {}

    [[nodiscard]] const Shape& output() const override { return m_shape; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] bool backwardInPlace() const override { return true; }
    [[nodiscard]] bool backwardReadsOutput() const override { return true; }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        std::atomic<bool> finite{true};
        pass.tools.pool.parallelRanges(rows(pass), grain(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                if (!softmaxRow(pass.input + i * m_width, m_width, pass.output + i * m_width)) finite = false;
            }
        });
        if (!finite) return notFiniteLayer("softmax");
        return {};
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        if (!pass.inputGradient) return {};
        pass.tools.pool.parallelRanges(rows(pass), grain(), [&](std::size_t begin, std::size_t end) {
            std::vector<float> scratch(m_width);
            for (std::size_t i = begin; i < end; ++i) {
                softmaxBackwardRow(pass.output + i * m_width, pass.outputGradient + i * m_width, m_width,
                                   pass.inputGradient + i * m_width, scratch.data());
            }
        });
        return {};
    }

private:
    [[nodiscard]] std::size_t rows(const Pass& pass) const { return pass.rows * elementsOfShape(m_shape) / m_width; }
    [[nodiscard]] std::size_t grain() const { return std::max<std::size_t>(1, kElementGrain / m_width); }

    Shape m_shape;
    std::size_t m_width;
    std::vector<TensorInfo> m_tensors;
};

} // namespace

MadeLayer makeSoftmax(const LayerPlan& plan) {
    return std::unique_ptr<Layer>(std::make_unique<Softmax>(plan.input));
}

} // namespace unchained::gpu
