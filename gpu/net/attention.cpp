// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/dense.h"
#include "net/rotary.h"

#include <algorithm>
#include <cmath>

namespace unchained::gpu {

namespace {

constexpr std::uint64_t kScoresMax = std::uint64_t{1} << 26; ///< heads·T·T of a sample
constexpr std::size_t kScoresAtOnce = std::size_t{1} << 26;  ///< of the heads that a card works on at the same time

struct Sizes {
    std::size_t positions = 0; ///< T
    std::size_t width = 0;     ///< C
    std::size_t heads = 0;
    [[nodiscard]] std::size_t head() const { return width / heads; } ///< D
};

/// [Q K V] = x·qkvᵀ + b; for each sample and head, with s = 1 / sqrt(D):
///     S = Q·Kᵀ;  P = softmax of each row of S·s, over the positions up to its own where causal;  O = P·V
///     y = O·outᵀ + b
///     dP = dO·Vᵀ;  dV = Pᵀ·dO;  dS = (P∘(dP − Σ P∘dP))·s;  dQ = dS·K;  dK = dSᵀ·Q
/// All products are those of the engine; softmax is that of gpu/net/softmax_steps.h.
class Attention final : public Layer {
public:
    Attention(Sizes sizes, bool causal, bool rotary)
        : m_s(sizes), m_causal(causal), m_turned(rotary), m_scale(1.0F / std::sqrt(static_cast<float>(sizes.head()))),
          m_qkv(sizes.width, 3 * sizes.width), m_out(sizes.width, sizes.width), m_output{sizes.positions, sizes.width},
          m_tensors{{"qkv.weight", {3 * sizes.width, sizes.width}, true},
                    {"qkv.bias", {3 * sizes.width}, false},
                    {"out.weight", {sizes.width, sizes.width}, true},
                    {"out.bias", {sizes.width}, false}} {}

    [[nodiscard]] const Shape& output() const override { return m_output; }
    [[nodiscard]] const std::vector<TensorInfo>& tensors() const override { return m_tensors; }
    [[nodiscard]] std::uint64_t forwardWork() const override {
        return m_s.positions * (m_qkv.work() + m_out.work() + 2 * std::uint64_t{m_s.positions} * m_s.width);
    }
    [[nodiscard]] std::uint64_t backwardWork(bool inputGradient) const override {
        const std::uint64_t last = inputGradient ? 0 : m_s.positions * m_qkv.work();
        return 2 * forwardWork() - last;
    }
    [[nodiscard]] std::uint64_t positions() const override { return m_s.positions; }

    /// Weights as gpu/net/dense.h says, biases 0.
    void initialise(std::size_t index, const PhiloxStream& stream, std::span<float> out) const override {
        if (index == 0) return m_qkv.initialise(stream, out);
        if (index == 2) return m_out.initialise(stream, out);
        Layer::initialise(index, stream, out);
    }

    [[nodiscard]] Result<void> forward(const Pass& pass) override {
        Tools& tools = pass.tools;
        Device& device = tools.device;
        const std::size_t rows = pass.rows * m_s.positions;
        float* qkv = m_memory.get<float>(device, kQkv, rows * 3 * m_s.width);
        float* mixed = m_memory.get<float>(device, kMixed, rows * m_s.width);
        if (auto done = m_qkv.forward(tools, pass.input, rows, pass.training, pass.values[0], pass.values[1], qkv);
            !done)
            return done;
        turn(device, qkv, rows, false);
        const std::size_t heads = pass.rows * m_s.heads;
        // Outside training nobody needs the probabilities again.
        const Places places = pass.training ? Places{heads, true} : Places{workplaces(device, heads), false};
        float* probabilities = m_memory.get<float>(device, kProbabilities, places.count * scores());
        device.tasks(heads, workplaces(device, heads), [&](std::size_t first, std::size_t count, unsigned worker) {
            forwardHeads(tools, {first, count}, qkv, probabilities + places.of(first, worker) * scores(), mixed);
        });
        if (auto done = device.settle([] { return notFiniteLayer("attention"); }); !done) return done;
        return m_out.forward(tools, mixed, rows, pass.training, pass.values[2], pass.values[3], pass.output);
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Tools& tools = pass.tools;
        Device& device = tools.device;
        const std::size_t rows = pass.rows * m_s.positions;
        const float* mixed = m_memory.get<float>(device, kMixed, rows * m_s.width);
        float* mixedGradient = m_memory.get<float>(device, kMixedGradient, rows * m_s.width);
        float* qkvGradient = m_memory.get<float>(device, kQkvGradient, rows * 3 * m_s.width);
        if (auto done = m_out.backward(tools, mixed, rows, pass.values[2], pass.outputGradient,
                                       {pass.gradients[2], pass.gradients[3], mixedGradient});
            !done)
            return done;
        const std::size_t heads = pass.rows * m_s.heads;
        const Places places{workplaces(device, heads), false};
        const Kept kept{m_memory.get<float>(device, kQkv, rows * 3 * m_s.width),
                        m_memory.get<float>(device, kProbabilities, heads * scores())};
        float* scratch = m_memory.get<float>(device, kScratch, places.count * scores());
        device.tasks(heads, places.count, [&](std::size_t first, std::size_t count, unsigned worker) {
            float* ds = scratch + places.of(first, worker) * scores();
            backwardHeads(tools, {first, count}, kept, mixedGradient, qkvGradient, ds);
        });
        if (auto done = device.settle([] { return notFiniteLayer("attention gradient"); }); !done) return done;
        turn(device, qkvGradient, rows, true);
        return m_qkv.backward(tools, pass.input, rows, pass.values[0], qkvGradient,
                              {pass.gradients[0], pass.gradients[1], pass.inputGradient});
    }

private:
    enum Slot : std::size_t {
        kQkv,
        kMixed,
        kProbabilities,
        kMixedGradient,
        kQkvGradient,
        kScratch,
        kSines,
        kCosines,
    };

    struct Heads {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    struct Kept {
        const float* qkv = nullptr;
        const float* probabilities = nullptr;
    };
    /// Where the scores of a group of heads lie: each at its own place, or all who are at work at the same time beside
    /// each other.
    struct Places {
        std::size_t count = 0;
        bool own = false;
        [[nodiscard]] std::size_t of(std::size_t first, std::size_t worker) const { return own ? first : worker; }
    };
    /// Heads at work at the same time: one a thread of the processor, or as many as a card has memory for.
    [[nodiscard]] std::size_t workplaces(Device& device, std::size_t heads) const {
        if (device.isHost()) return device.pool().threads();
        return std::clamp<std::size_t>(kScoresAtOnce / scores(), 1, std::max<std::size_t>(1, heads));
    }

    [[nodiscard]] std::size_t scores() const { return m_s.positions * m_s.positions; }
    [[nodiscard]] std::size_t stride() const { return 3 * m_s.width; }
    /// Head h is h % heads of sample h / heads; third 0 of [Q K V] is Q, 1 is K, 2 is V.
    [[nodiscard]] Spread partAt() const { return {m_s.heads, m_s.positions * stride(), m_s.head()}; }
    [[nodiscard]] Spread mixedAt() const { return {m_s.heads, m_s.positions * m_s.width, m_s.head()}; }
    /// Scores of a group, which lie by themselves.
    [[nodiscard]] Spread scoresAt(const Heads& heads) const { return {1, scores(), 0, heads.first}; }
    /// T × D numbers of head 0, inside [Q K V] or inside O.
    [[nodiscard]] Matrix partMatrix(const float* qkv, std::size_t third) const {
        return {qkv + third * m_s.width, m_s.positions, m_s.head(), stride(), 1};
    }
    [[nodiscard]] Matrix mixedMatrix(const float* at) const { return {at, m_s.positions, m_s.head(), m_s.width, 1}; }
    [[nodiscard]] Matrix scoreMatrix(const float* at) const { return Matrix::dense(at, m_s.positions, m_s.positions); }

    struct Operand {
        Matrix matrix;
        Spread at;
    };
    struct Outcome {
        float* data = nullptr;
        std::size_t stride = 0;
        Spread at;
    };
    static void multiply(Tools& tools, const Heads& heads, const Operand& a, const Operand& b, const Outcome& out) {
        tools.device.products(
            {tools.bits, a.matrix, b.matrix, out.data, out.stride, a.at, b.at, out.at, heads.first, heads.count});
    }

    void forwardHeads(Tools& tools, const Heads& heads, const float* qkv, float* p, float* mixed) const {
        const Operand q{partMatrix(qkv, 0), partAt()};
        const Operand k{partMatrix(qkv, 1).transposed(), partAt()};
        const Operand v{partMatrix(qkv, 2), partAt()};
        multiply(tools, heads, q, k, {p, m_s.positions, scoresAt(heads)});
        tools.device.rows(heads.count * m_s.positions, m_s.positions,
                          steps::Attend{p, m_s.positions, m_causal ? 1U : 0U, m_scale});
        multiply(tools, heads, {scoreMatrix(p), scoresAt(heads)}, v, {mixed, m_s.width, mixedAt()});
    }

    void backwardHeads(Tools& tools, const Heads& heads, const Kept& kept, const float* mixedGradient,
                       float* qkvGradient, float* ds) const {
        const float* p = kept.probabilities + heads.first * scores();
        const Operand gradient{mixedMatrix(mixedGradient), mixedAt()};
        const auto part = [&](std::size_t third) { return Operand{partMatrix(kept.qkv, third), partAt()}; };
        const auto into = [&](std::size_t third) {
            return Outcome{qkvGradient + third * m_s.width, stride(), partAt()};
        };
        const Operand v{partMatrix(kept.qkv, 2).transposed(), partAt()};
        multiply(tools, heads, gradient, v, {ds, m_s.positions, scoresAt(heads)});
        multiply(tools, heads, {scoreMatrix(p).transposed(), scoresAt(heads)}, gradient, into(2));
        tools.device.rows(heads.count * m_s.positions, m_s.positions,
                          steps::AttendGradient{p, ds, m_s.positions, m_causal ? 1U : 0U, m_scale});
        multiply(tools, heads, {scoreMatrix(ds), scoresAt(heads)}, part(1), into(0));
        multiply(tools, heads, {scoreMatrix(ds).transposed(), scoresAt(heads)}, part(0), into(1));
    }

    void turn(Device& device, float* qkv, std::size_t rows, bool back) {
        if (!m_turned) return;
        if (m_rotary.empty()) {
            m_rotary = Rotary(m_s.positions, m_s.head());
            m_sines = m_memory.bring(device, kSines, m_rotary.sines().data(), m_rotary.sines().size());
            m_cosines = m_memory.bring(device, kCosines, m_rotary.cosines().data(), m_rotary.cosines().size());
            if (device.failed()) m_rotary = {};
        }
        // Queries and keys stand side by side.
        device.rows(rows, stride(),
                    steps::TurnPairs{qkv, m_sines, m_cosines, stride(), 2 * m_s.heads, m_s.head() / 2, m_s.positions,
                                     back ? std::size_t{1} : 0});
    }

    Sizes m_s;
    bool m_causal;
    bool m_turned;
    float m_scale;
    Dense m_qkv;
    Dense m_out;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    Rotary m_rotary;                ///< made at the first pass: a description alone takes no memory
    const float* m_sines = nullptr; ///< of m_rotary, on the device
    const float* m_cosines = nullptr;
    DeviceMemory m_memory;
};

} // namespace

MadeLayer makeAttention(const LayerPlan& plan) {
    if (plan.input.size() != 2) {
        return plan.error("takes positions of numbers", "put an embedding before it");
    }
    const Sizes sizes{plan.input[0], plan.input[1], plan.setting("heads")};
    if (sizes.width > kWidthMax || sizes.positions > kWidthMax) {
        return plan.error({"there are too many positions, or numbers in each: %1 and %2", sizes.positions, sizes.width},
                          {"keep both at %1 at most", kWidthMax});
    }
    if (sizes.width % sizes.heads != 0) {
        return plan.error({"a width of %1 cannot be divided evenly among %2 heads", sizes.width, sizes.heads},
                          "use a number of heads that divides the width", "heads");
    }
    if (sizes.positions * sizes.positions > kScoresMax / sizes.heads) {
        return plan.error(
            {"the scores of %1 heads over %2 positions are more than %3", sizes.heads, sizes.positions, kScoresMax},
            "use shorter samples or fewer heads");
    }
    const bool rotary = plan.setting("rotary") != 0;
    if (rotary && (sizes.head() % 2 != 0 || static_cast<float>(sizes.positions) > kAngleMax)) {
        return plan.error({"needs heads of an even width and at most %1 positions", static_cast<int>(kAngleMax)},
                          "change the number of heads, or learn the positions in the embedding", "rotary");
    }
    return std::unique_ptr<Layer>(std::make_unique<Attention>(sizes, plan.setting("causal") != 0, rotary));
}

} // namespace unchained::gpu
