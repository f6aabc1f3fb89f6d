// SPDX-License-Identifier: Apache-2.0
#include "gpu/sums.h"
#include "net/layer.h"

#include <cmath>

namespace unchained::gpu {

namespace {

/// y = x·Wᵀ + b. Products: y = X·Wᵀ, dW = Gᵀ·X, dX = G·W; db are exact column sums of G.
class Linear final : public Layer {
public:
    Linear(std::uint64_t in, std::uint64_t out)
        : m_in(in), m_out(out), m_output{out}, m_tensors{{"weight", {out, in}, true}, {"bias", {out}, false}} {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t forwardWork() const override { return m_in * m_out; }
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const override {
        return m_in * m_out * (inputGradient ? 2U : 1U);
    }

    /// Weights uniform in ±sqrt(6/in) (He et al., for relu), biases 0: w = (z·2^-24)·bound with the odd integer
    /// z = 2u + 1 − 2^24 of 24 random bits u, the upper ones of the stream's words in order.
    void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const override {
        if (index != 0) return Layer::initialise(index, stream, out);
        const float bound = std::sqrt(6.0F / static_cast<float>(m_in));
        for (std::size_t x = 0; x < out.size(); x += 4) {
            const auto block = stream.block(x / 4);
            for (std::size_t w = 0; w < 4 && x + w < out.size(); ++w) {
                const auto z = static_cast<std::int32_t>(2 * (block[w] >> 8) + 1) - (1 << 24);
                out[x + w] = (static_cast<float>(z) * powerOfTwoF(-24)) * bound;
            }
        }
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        m_rowMax.resize(pass.rows);
        m_inputMax.resize(m_in);
        absMax(pass.input, pass.rows, m_in, m_rowMax.data(), pass.training ? m_inputMax.data() : nullptr,
               pass.tools.pool);
        ProductArgs args;
        args.bits = pass.tools.bits;
        args.a = Matrix::dense(pass.input, pass.rows, m_in);
        args.aMax = m_rowMax.data();
        args.b = Matrix::dense(pass.values[0], m_out, m_in).transposed();
        args.bias = pass.values[1];
        args.out = pass.output;
        args.outStride = m_out;
        return pass.tools.engine.product(args, pass.tools.pool, pass.tools.products);
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        m_rowMax.resize(pass.rows);
        m_gradientMax.resize(m_out);
        absMax(pass.outputGradient, pass.rows, m_out, m_rowMax.data(), m_gradientMax.data(), pass.tools.pool);
        const Matrix gradient = Matrix::dense(pass.outputGradient, pass.rows, m_out);
        ProductArgs args;
        args.bits = pass.tools.bits;
        args.a = gradient.transposed();
        args.aMax = m_gradientMax.data();
        args.b = Matrix::dense(pass.input, pass.rows, m_in);
        args.bMax = m_inputMax.data();
        args.out = pass.gradients[0];
        args.outStride = m_in;
        if (auto done = pass.tools.engine.product(args, pass.tools.pool, pass.tools.products); !done) return done;
        if (!columnSums(pass.outputGradient, pass.rows, m_out, m_gradientMax.data(), pass.gradients[1],
                        pass.tools.pool)) {
            return makeError(ProgramError::NotFinite, "bias gradient", "a sum is too large for binary32",
                             "lower the learning rate");
        }
        if (!pass.inputGradient) return {};
        ProductArgs back;
        back.bits = pass.tools.bits;
        back.a = gradient;
        back.aMax = m_rowMax.data();
        back.b = Matrix::dense(pass.values[0], m_out, m_in);
        back.out = pass.inputGradient;
        back.outStride = m_in;
        return pass.tools.engine.product(back, pass.tools.pool, pass.tools.products);
    }

private:
    std::size_t m_in;
    std::size_t m_out;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::uint32_t> m_rowMax;
    std::vector<std::uint32_t> m_inputMax; ///< of the training forward pass, for dW
    std::vector<std::uint32_t> m_gradientMax;
};

} // namespace

Result<std::unique_ptr<Layer>> makeLinear(const LayerDescription& description, const Shape& input,
                                          const std::string& where) {
    if (auto checked = checkSettings(description, {"out"}, where); !checked) return checked.error();
    const std::uint64_t out = *description.find("out");
    if (out == 0 || out > kWidthMax) {
        return makeError(ProgramError::BadParameters, where + ".out", {"%1 is no width of a layer", out},
                         {"use 1 to %1", kWidthMax});
    }
    return std::unique_ptr<Layer>(std::make_unique<Linear>(elementsOfShape(input), out));
}

} // namespace unchained::gpu
