// SPDX-License-Identifier: Apache-2.0
#include "net/dense.h"

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
    Device& device = tools.device;
    auto* rowMax = m_memory.get<std::uint32_t>(device, kRowMax, rows);
    auto* inputMax = training ? m_memory.get<std::uint32_t>(device, kInputMax, m_in) : nullptr;
    device.absMax(x, rows, m_in, rowMax, inputMax);
    ProductArgs args;
    args.bits = tools.bits;
    args.a = Matrix::dense(x, rows, m_in);
    args.aMax = rowMax;
    args.b = Matrix::dense(weight, m_out, m_in).transposed();
    args.bias = bias;
    args.out = y;
    args.outStride = m_out;
    return device.product(args);
}

Result<void> Dense::backward(Tools& tools, const float* x, std::size_t rows, const float* weight, const float* g,
                             const Gradients& out) {
    Device& device = tools.device;
    auto* rowMax = m_memory.get<std::uint32_t>(device, kRowMax, rows);
    auto* gradientMax = m_memory.get<std::uint32_t>(device, kGradientMax, m_out);
    device.absMax(g, rows, m_out, rowMax, gradientMax);
    const Matrix gradient = Matrix::dense(g, rows, m_out);
    ProductArgs args;
    args.bits = tools.bits;
    args.a = gradient.transposed();
    args.aMax = gradientMax;
    args.b = Matrix::dense(x, rows, m_in);
    args.bMax = m_memory.get<std::uint32_t>(device, kInputMax, m_in);
    args.out = out.weight;
    args.outStride = m_in;
    if (auto done = device.product(args); !done) return done;
    if (out.bias) {
        device.columnSums(g, rows, m_out, gradientMax, out.bias);
        auto done = device.settle([] {
            return makeError(ProgramError::NotFinite, "bias gradient", "a sum is too large for binary32",
                             "lower the learning rate");
        });
        if (!done) return done;
    }
    if (!out.x) return {};
    ProductArgs back;
    back.bits = tools.bits;
    back.a = gradient;
    back.aMax = rowMax;
    back.b = Matrix::dense(weight, m_out, m_in);
    back.out = out.x;
    back.outStride = m_in;
    return device.product(back);
}

} // namespace unchained::gpu
