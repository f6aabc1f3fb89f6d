// SPDX-License-Identifier: Apache-2.0
#include "net/dense.h"

#include "gpu/sums.h"

#include <cmath>

namespace unchained::gpu {

void Dense::initialise(const PhiloxStream& stream, std::span<float> out) const {
    const float bound = std::sqrt(6.0F / static_cast<float>(m_in));
    for (std::size_t x = 0; x < out.size(); x += 4) {
        const auto block = stream.block(x / 4);
        for (std::size_t w = 0; w < 4 && x + w < out.size(); ++w) {
            const auto z = static_cast<std::int32_t>(2 * (block[w] >> 8) + 1) - (1 << 24);
            out[x + w] = (static_cast<float>(z) * powerOfTwoF(-24)) * bound;
        }
    }
}

Result<void> Dense::forward(Tools& tools, const float* x, std::size_t rows, bool training, const float* weight,
                            const float* bias, float* y) {
    m_rowMax.resize(rows);
    m_inputMax.resize(m_in);
    absMax(x, rows, m_in, m_rowMax.data(), training ? m_inputMax.data() : nullptr, tools.pool);
    ProductArgs args;
    args.bits = tools.bits;
    args.a = Matrix::dense(x, rows, m_in);
    args.aMax = m_rowMax.data();
    args.b = Matrix::dense(weight, m_out, m_in).transposed();
    args.bias = bias;
    args.out = y;
    args.outStride = m_out;
    return tools.engine.product(args, tools.pool, tools.products);
}

Result<void> Dense::backward(Tools& tools, const float* x, std::size_t rows, const float* weight, const float* g,
                             const Gradients& out) {
    m_rowMax.resize(rows);
    m_gradientMax.resize(m_out);
    absMax(g, rows, m_out, m_rowMax.data(), m_gradientMax.data(), tools.pool);
    const Matrix gradient = Matrix::dense(g, rows, m_out);
    ProductArgs args;
    args.bits = tools.bits;
    args.a = gradient.transposed();
    args.aMax = m_gradientMax.data();
    args.b = Matrix::dense(x, rows, m_in);
    args.bMax = m_inputMax.data();
    args.out = out.weight;
    args.outStride = m_in;
    if (auto done = tools.engine.product(args, tools.pool, tools.products); !done) return done;
    if (out.bias && !columnSums(g, rows, m_out, m_gradientMax.data(), out.bias, tools.pool)) {
        return makeError(ProgramError::NotFinite, "bias gradient", "a sum is too large for binary32",
                         "lower the learning rate");
    }
    if (!out.x) return {};
    ProductArgs back;
    back.bits = tools.bits;
    back.a = gradient;
    back.aMax = m_rowMax.data();
    back.b = Matrix::dense(weight, m_out, m_in);
    back.out = out.x;
    back.outStride = m_in;
    return tools.engine.product(back, tools.pool, tools.products);
}

} // namespace unchained::gpu
