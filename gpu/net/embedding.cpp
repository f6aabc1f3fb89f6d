// SPDX-License-Identifier: Apache-2.0
#include "net/layer.h"

#include <algorithm>

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
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * m_positions;
        const float* places = m_tensors.size() > 1 ? pass.values[1] : nullptr;
        auto* ids = m_memory.get<std::uint32_t>(device, kIds, rows);
        device.rows(rows, m_width,
                    steps::Embed{pass.input, pass.values[0], places, ids, pass.output, m_tokens, m_width, m_positions});
        return device.settle([last = m_tokens - 1] {
            return makeError(ProgramError::BadData, "embedding", {"a number is no token id from 0 to %1", last},
                             "give token ids, unscaled, or more tokens");
        });
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Device& device = pass.tools.device;
        const std::size_t rows = pass.rows * m_positions;
        sumByToken(device, pass.outputGradient, rows, pass.gradients[0]);
        if (m_tensors.size() > 1) {
            device.columnSums(pass.outputGradient, pass.rows, m_positions * m_width, nullptr, pass.gradients[1]);
        }
        // Ids have no gradient.
        if (pass.inputGradient) device.clear(pass.inputGradient, rows * sizeof(float));
        return device.settle([] { return notFiniteLayer("embedding gradient"); });
    }

private:
    enum Slot : std::size_t { kIds, kColumnMax, kSums };

    void sumByToken(Device& device, const float* gradient, std::size_t rows, float* out) {
        auto* most = m_memory.get<std::uint32_t>(device, kColumnMax, m_width);
        auto* sums = m_memory.get<std::int64_t>(device, kSums, m_tokens * m_width);
        device.absMax(gradient, rows, m_width, nullptr, most);
        device.clear(sums, m_tokens * m_width * sizeof(std::int64_t));
        // On the processor a task takes a few columns of all positions, on a card all columns of a few positions.
        const std::size_t run = device.isHost() ? rows : kRun;
        const std::size_t columns = device.isHost() ? std::min(m_width, kColumns) : m_width;
        const std::size_t groups = (m_width + columns - 1) / columns;
        const std::size_t tasks = (rows + run - 1) / run * groups;
        device.rows(tasks, run * columns,
                    steps::EmbeddingSums{gradient, m_memory.get<std::uint32_t>(device, kIds, rows), most, sums, rows,
                                         m_width, run, columns, groups});
        device.rows(m_tokens, m_width, steps::EmbeddingFinish{sums, most, out, m_width});
    }

    static constexpr std::size_t kColumns = 16;
    static constexpr std::size_t kRun = 8;

    std::size_t m_positions;
    std::size_t m_tokens;
    std::size_t m_width;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    DeviceMemory m_memory;
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
