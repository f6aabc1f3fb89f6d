// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"
#include "net/row_sums.h"

#include <atomic>

namespace unchained::gpu {

namespace {

constexpr float kInitialSize = 0.034641016F; ///< 0.02·sqrt(3): uniform numbers of deviation 0.02

/// y[t] = weight[id t], with positions + positions[t], one addition. dweight[v] is the exact sum of the gradients of
/// all positions whose id is v, with one scale for each column: that of the column's largest gradient.
class Embedding final : public Layer {
public:
    Embedding(std::uint64_t positions, std::uint64_t tokens, std::uint64_t width, bool learned)
        : m_positions(positions), m_tokens(tokens),
          m_width(width), m_output{positions, width}, m_tensors{{"weight", {tokens, width}, false}} {
        if (learned) m_tensors.push_back({"positions", {positions, width}, false});
    }

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t positions() const override { return m_positions; }

    /// Uniform in ±0.02·sqrt(3), drawn as a linear layer's weights are.
    void initialise(std::size_t, const PhiloxStream& stream, std::span<float> out) const override {
        for (std::size_t x = 0; x < out.size(); x += 4) {
            const auto block = stream.block(x / 4);
            for (std::size_t w = 0; w < 4 && x + w < out.size(); ++w) {
                const auto z = static_cast<std::int32_t>(2 * (block[w] >> 8) + 1) - (1 << 24);
                out[x + w] = (static_cast<float>(z) * powerOfTwoF(-24)) * kInitialSize;
            }
        }
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        std::atomic<bool> known{true};
        m_ids.resize(pass.rows * m_positions);
        const float* added = m_tensors.size() > 1 ? pass.values[1] : nullptr;
        pass.tools.pool.parallelRanges(m_ids.size(), grain(), [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) {
                const float id = pass.input[i];
                const bool good = id >= 0.0F && id < static_cast<float>(m_tokens);
                m_ids[i] = good ? static_cast<std::uint32_t>(id) : 0;
                if (!good || static_cast<float>(m_ids[i]) != id) known = false;
                const float* row = pass.values[0] + m_ids[i] * m_width;
                const float* place = added ? added + i % m_positions * m_width : nullptr;
                float* out = pass.output + i * m_width;
                for (std::size_t c = 0; c < m_width; ++c)
                    out[c] = place ? row[c] + place[c] : row[c];
            }
        });
        if (known) return {};
        return makeError(ProgramError::BadData, "embedding", {"a number is no token id from 0 to %1", m_tokens - 1},
                         "give token ids, unscaled, or more tokens");
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        ThreadPool& pool = pass.tools.pool;
        m_columnMax.resize(m_width);
        absMax(pass.outputGradient, m_ids.size(), m_width, nullptr, m_columnMax.data(), pool);
        bool finite = sumByToken(pass.outputGradient, pass.gradients[0], pool);
        if (m_tensors.size() > 1) {
            m_positionMax.resize(m_positions * m_width);
            absMax(pass.outputGradient, pass.rows, m_positions * m_width, nullptr, m_positionMax.data(), pool);
            finite = columnSums(pass.outputGradient, pass.rows, m_positions * m_width, m_positionMax.data(),
                                pass.gradients[1], pool) &&
                     finite;
        }
        if (!finite) return notFiniteLayer("embedding gradient");
        // Ids have no gradient.
        if (pass.inputGradient) std::fill_n(pass.inputGradient, m_ids.size(), 0.0F);
        return {};
    }

private:
    [[nodiscard]] std::size_t grain() const { return std::max<std::size_t>(1, kElementGrain / m_width); }

    /// Each task takes a few columns of all positions, so that no two add to the same sum.
    bool sumByToken(const float* gradient, float* out, ThreadPool& pool) {
        std::atomic<bool> finite{true};
        m_sums.assign(m_tokens * m_width, 0);
        pool.parallelRanges(m_width, 16, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = 0; i < m_ids.size(); ++i) {
                std::int64_t* sums = m_sums.data() + m_ids[i] * m_width;
                for (std::size_t c = begin; c < end; ++c) {
                    const double scale = powerOfTwo(sumExponentOf(c));
                    sums[c] += roundToInteger(static_cast<double>(gradient[i * m_width + c]) * scale);
                }
            }
            for (std::size_t c = begin; c < end; ++c) {
                const double scale = powerOfTwo(-sumExponentOf(c));
                for (std::size_t v = 0; v < m_tokens; ++v) {
                    const auto whole = static_cast<float>(m_sums[v * m_width + c]);
                    out[v * m_width + c] = static_cast<float>(static_cast<double>(whole) * scale);
                    if (!isFiniteBits(out[v * m_width + c])) finite = false;
                }
                if (m_columnMax[c] >= kInfinityBits) finite = false;
            }
        });
        return finite;
    }

    [[nodiscard]] std::int32_t sumExponentOf(std::size_t column) const {
        return rowSumExponent(std::min(m_columnMax[column], kInfinityBits - 1));
    }

    std::size_t m_positions;
    std::size_t m_tokens;
    std::size_t m_width;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    std::vector<std::uint32_t> m_ids; ///< of the batch
    std::vector<std::uint32_t> m_columnMax;
    std::vector<std::uint32_t> m_positionMax;
    std::vector<std::int64_t> m_sums;
};

} // namespace

MadeLayer makeEmbedding(const LayerPlan& plan) {
    if (plan.input.size() != 1) {
        return plan.error("takes a list of token ids", "make it the first layer, over text");
    }
    return std::unique_ptr<Layer>(std::make_unique<Embedding>(plan.input[0], plan.setting("tokens"),
                                                              plan.setting("out"), plan.setting("positions") != 0));
}

} // namespace unchained::gpu
