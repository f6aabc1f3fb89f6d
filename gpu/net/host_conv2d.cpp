// SPDX-License-Identifier: Apache-2.0
#include "net/host_conv2d.h"

#include "cpu/prepare.h"

#include <algorithm>
#include <mutex>

namespace unchained::gpu {

namespace {

constexpr std::size_t kWindowsAtOnce = 256; ///< whose numbers of 16 channels fill a sixth of a second-level cache
constexpr std::size_t kLine = 16;           ///< floats of a cache line

/// Numbers from row to row: whole cache lines, and never a power of two, whose rows would all want the same places of a
/// cache.
std::size_t pitchOf(std::size_t numbers) {
    return (numbers + kLine - 1) / kLine * kLine + kLine;
}

ProductArgs product(const Pass& pass, const Matrix& a, const Matrix& b) {
    ProductArgs args;
    args.bits = pass.tools.bits;
    args.a = a;
    args.b = b;
    return args;
}

} // namespace

/// Of products that were cut into many the error that a whole one would have: of the first group; and an operand is
/// refused before a result.
class HostConv2d::Errors {
public:
    void note(std::size_t group, const Error& error) {
        const bool operand = error.sentence.str() == notFiniteOperand().sentence.str();
        const std::size_t rank = 2 * group + (operand ? 0 : 1);
        const std::lock_guard lock(m_mutex);
        if (rank >= m_rank) return;
        m_rank = rank;
        m_first = error;
    }
    [[nodiscard]] Result<void> result() const { return m_first ? Result<void>(*m_first) : Result<void>(); }

private:
    std::mutex m_mutex;
    std::size_t m_rank = SIZE_MAX;
    std::optional<Error> m_first;
};

std::size_t HostConv2d::samplesAtOnce(const Pass& pass) const {
    const std::size_t few = (pass.rows + 2 * pass.tools.device.pool().threads() - 1) /
                            std::max<std::size_t>(1, 2 * pass.tools.device.pool().threads());
    return std::clamp<std::size_t>(kWindowsAtOnce / m_s.windows.outPlane(), 1, std::max<std::size_t>(1, few));
}

/// Chunks side by side, or, where there are fewer than threads, one after the other, each by all threads.
template <class Fn>
void HostConv2d::forChunks(const Pass& pass, const Fn& fn) const {
    Device& device = pass.tools.device;
    const std::size_t each = samplesAtOnce(pass);
    const std::size_t chunks = (pass.rows + each - 1) / each;
    const auto one = [&](std::size_t chunk, unsigned worker) {
        fn(Chunk{chunk * each, std::min(each, pass.rows - chunk * each), worker});
    };
    if (chunks >= device.pool().threads()) return device.pool().parallelFor(chunks, one);
    for (std::size_t chunk = 0; chunk < chunks; ++chunk)
        one(chunk, 0);
}

void HostConv2d::layOut(const Pass& pass, const Chunk& chunk, float* windows, std::size_t pitch) const {
    const steps::Windows& w = m_s.windows;
    pass.tools.device.pool().parallelFor(chunk.samples * w.channels, [&](std::size_t plane) {
        const std::size_t sample = chunk.first + plane / w.channels;
        const std::size_t channel = plane % w.channels;
        m_windows.layOut(pass.tools.device.lanes(), pass.input + (sample * w.channels + channel) * w.plane(),
                         windows + channel * w.area() * pitch + sample * w.outPlane(), pitch);
    });
}

/// Rows of channels become images of channels.
void HostConv2d::put(const Pass& pass, const Chunk& chunk, const float* rows, const float* bias) const {
    const std::size_t plane = m_s.windows.outPlane();
    for (std::size_t s = 0; s < chunk.samples; ++s) {
        for (std::size_t o = 0; o < m_s.out; ++o) {
            const float* from = rows + (o * chunk.samples + s) * plane;
            float* to = pass.output + ((chunk.first + s) * m_s.out + o) * plane;
            if (!bias) std::copy_n(from, plane, to);
            for (std::size_t i = 0; bias && i < plane; ++i)
                to[i] = from[i] + bias[o];
        }
    }
}

Result<void> HostConv2d::forward(const Pass& pass, const float* bias) {
    Device& device = pass.tools.device;
    const std::size_t plane = m_s.windows.outPlane();
    const std::size_t pitch = pitchOf(pass.rows * plane);
    float* windows = m_memory.get<float>(device, kWindows, m_s.columns() * pitch);
    const std::size_t wide = samplesAtOnce(pass) * plane;
    float* rows = m_memory.get<float>(device, kOutputs, device.pool().threads() * m_s.out * wide);
    auto* weightMax = m_memory.get<std::uint32_t>(device, kWeightMax, m_s.out);
    device.absMax(pass.values[0], m_s.out, m_s.depth(), weightMax, nullptr);
    Errors errors;
    forChunks(pass, [&](const Chunk& chunk) {
        layOut(pass, chunk, windows, pitch);
        const std::size_t columns = chunk.samples * plane;
        float* mine = rows + chunk.worker * m_s.out * wide;
        for (std::size_t g = 0; g < m_s.groups; ++g) {
            const float* from = windows + g * m_s.depth() * pitch + chunk.first * plane;
            ProductArgs args =
                product(pass, m_s.weights(pass.values[0], g), Matrix{from, m_s.depth(), columns, pitch, 1});
            args.aMax = weightMax + g * m_s.perGroup();
            args.out = mine + g * m_s.perGroup() * columns;
            args.outStride = columns;
            if (auto done = device.product(args); !done) return errors.note(g, done.error());
        }
        put(pass, chunk, mine, bias);
    });
    return errors.result();
}

/// Images of channels become rows of channels.
void HostConv2d::takeGradients(const Pass& pass, float* gradients, std::size_t pitch) const {
    const std::size_t plane = m_s.windows.outPlane();
    pass.tools.device.pool().parallelFor(m_s.out, [&](std::size_t o) {
        for (std::size_t s = 0; s < pass.rows; ++s)
            std::copy_n(pass.outputGradient + (s * m_s.out + o) * plane, plane, gradients + o * pitch + s * plane);
    });
}

Result<void> HostConv2d::weightGradients(const Pass& pass, const float* gradients, std::size_t pitch) {
    Device& device = pass.tools.device;
    const std::size_t rows = pass.rows * m_s.windows.outPlane();
    const float* windows = m_memory.get<float>(device, kWindows, m_s.columns() * pitch);
    for (std::size_t g = 0; g < m_s.groups; ++g) {
        ProductArgs args = product(pass, Matrix{gradients + g * m_s.perGroup() * pitch, m_s.perGroup(), rows, pitch, 1},
                                   Matrix{windows + g * m_s.depth() * pitch, rows, m_s.depth(), 1, pitch});
        args.out = pass.gradients[0] + g * m_s.perGroup() * m_s.depth();
        args.outStride = m_s.depth();
        if (auto done = device.product(args); !done) return done;
    }
    return {};
}

void HostConv2d::biasGradients(const Pass& pass, const float* gradients, std::size_t pitch, float* out) const {
    Device& device = pass.tools.device;
    const std::size_t rows = pass.rows * m_s.windows.outPlane();
    device.pool().parallelFor(m_s.out, [&](std::size_t o) {
        const float* row = gradients + o * pitch;
        out[o] = withLanes(device.lanes(),
                           [&] { return teamSum(OneThread{}, rows, [row](std::size_t i) { return row[i]; }); });
        if (!isFiniteBits(out[o])) device.setBad();
    });
}

Result<void> HostConv2d::inputGradients(const Pass& pass, const float* gradients, std::size_t pitch) {
    Device& device = pass.tools.device;
    const steps::Windows& w = m_s.windows;
    const std::size_t near = pitchOf(samplesAtOnce(pass) * w.outPlane());
    const std::size_t each = m_s.columns() * near + 2 * m_windows.guard();
    float* rows = m_memory.get<float>(device, kWindowGradients, device.pool().threads() * each);
    Errors errors;
    forChunks(pass, [&](const Chunk& chunk) {
        float* mine = rows + chunk.worker * each + m_windows.guard();
        for (std::size_t g = 0; g < m_s.groups; ++g) {
            const float* from = gradients + g * m_s.perGroup() * pitch + chunk.first * w.outPlane();
            ProductArgs args = product(pass, m_s.weights(pass.values[0], g).transposed(),
                                       Matrix{from, m_s.perGroup(), chunk.samples * w.outPlane(), pitch, 1});
            args.out = mine + g * m_s.depth() * near;
            args.outStride = near;
            if (auto done = device.product(args); !done) return errors.note(g, done.error());
        }
        device.pool().parallelFor(chunk.samples * w.channels, [&](std::size_t plane) {
            const float* from = mine + plane % w.channels * w.area() * near + plane / w.channels * w.outPlane();
            float* to = pass.inputGradient + (chunk.first * w.channels + plane) * w.plane();
            if (!m_windows.gather(device.lanes(), from, near, to)) device.setBad();
        });
    });
    return errors.result();
}

Result<void> HostConv2d::backward(const Pass& pass, float* biasGradient) {
    Device& device = pass.tools.device;
    const auto settled = [&] { return device.settle([] { return notFiniteLayer("conv2d gradient"); }); };
    const std::size_t pitch = pitchOf(pass.rows * m_s.windows.outPlane());
    float* gradients = m_memory.get<float>(device, kGradients, m_s.out * pitch);
    takeGradients(pass, gradients, pitch);
    if (auto done = weightGradients(pass, gradients, pitch); !done) return done;
    if (biasGradient) {
        biasGradients(pass, gradients, pitch, biasGradient);
        if (auto done = settled(); !done) return done;
    }
    if (!pass.inputGradient) return {};
    if (auto done = inputGradients(pass, gradients, pitch); !done) return done;
    return settled();
}

} // namespace unchained::gpu
