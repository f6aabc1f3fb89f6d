// SPDX-License-Identifier: Apache-2.0
#include "gpu/elementary.h"
#include "net/dense.h"
#include "net/rotary.h"
#include "net/row_sums.h"

#include <atomic>
#include <cmath>

namespace unchained::gpu {

namespace {

constexpr std::uint64_t kScoresMax = std::uint64_t{1} << 26; ///< heads·T·T of a sample

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
/// All products are those of the engine; softmax is that of gpu/net/softmax.cpp.
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
        const std::size_t rows = pass.rows * m_s.positions;
        m_workers.resize(tools.pool.threads());
        float* qkv = m_memory.get<float>(kQkv, rows * 3 * m_s.width);
        float* mixed = m_memory.get<float>(kMixed, rows * m_s.width);
        const std::size_t scores = m_s.positions * m_s.positions;
        const std::size_t kept = pass.training ? pass.rows * m_s.heads : tools.pool.threads();
        float* probabilities = m_memory.get<float>(kProbabilities, kept * scores);
        if (auto done = m_qkv.forward(tools, pass.input, rows, pass.training, pass.values[0], pass.values[1], qkv);
            !done)
            return done;
        if (m_turned && m_rotary.empty()) m_rotary = Rotary(m_s.positions, m_s.head());
        turn(tools.pool, qkv, rows, false);
        std::atomic<bool> finite{true};
        tools.pool.parallelFor(pass.rows * m_s.heads, [&](std::size_t task, unsigned worker) {
            float* p = probabilities + (pass.training ? task : worker) * scores;
            if (!forwardHead(tools, task, worker, qkv, p, mixed)) finite = false;
        });
        if (!finite) return notFiniteLayer("attention");
        return m_out.forward(tools, mixed, rows, pass.training, pass.values[2], pass.values[3], pass.output);
    }

    [[nodiscard]] Result<void> backward(const Pass& pass) override {
        Tools& tools = pass.tools;
        const std::size_t rows = pass.rows * m_s.positions;
        const float* mixed = m_memory.get<float>(kMixed, rows * m_s.width);
        float* mixedGradient = m_memory.get<float>(kMixedGradient, rows * m_s.width);
        float* qkvGradient = m_memory.get<float>(kQkvGradient, rows * 3 * m_s.width);
        float* scratch = m_memory.get<float>(kScratch, tools.pool.threads() * scratchOfWorker());
        if (auto done = m_out.backward(tools, mixed, rows, pass.values[2], pass.outputGradient,
                                       {pass.gradients[2], pass.gradients[3], mixedGradient});
            !done)
            return done;
        std::atomic<bool> finite{true};
        tools.pool.parallelFor(pass.rows * m_s.heads, [&](std::size_t task, unsigned worker) {
            float* mine = scratch + worker * scratchOfWorker();
            if (!backwardHead(tools, task, worker, mixedGradient, qkvGradient, mine)) finite = false;
        });
        if (!finite) return notFiniteLayer("attention gradient");
        turn(tools.pool, qkvGradient, rows, true);
        return m_qkv.backward(tools, pass.input, rows, pass.values[0], qkvGradient,
                              {pass.gradients[0], pass.gradients[1], pass.inputGradient});
    }

private:
    enum Slot : std::size_t { kQkv, kMixed, kProbabilities, kMixedGradient, kQkvGradient, kScratch };

    /// Where head `task % heads` of sample `task / heads` begins: third 0 is Q, 1 is K, 2 is V.
    [[nodiscard]] std::size_t partOf(std::size_t task, std::size_t third) const {
        return task / m_s.heads * m_s.positions * 3 * m_s.width + third * m_s.width + task % m_s.heads * m_s.head();
    }
    [[nodiscard]] std::size_t mixedOf(std::size_t task) const {
        return task / m_s.heads * m_s.positions * m_s.width + task % m_s.heads * m_s.head();
    }
    /// T × D numbers of one head, inside [Q K V] or inside O.
    [[nodiscard]] Matrix partMatrix(const float* at) const { return {at, m_s.positions, m_s.head(), 3 * m_s.width, 1}; }
    [[nodiscard]] Matrix mixedMatrix(const float* at) const { return {at, m_s.positions, m_s.head(), m_s.width, 1}; }
    [[nodiscard]] Matrix scoreMatrix(const float* at) const { return Matrix::dense(at, m_s.positions, m_s.positions); }
    [[nodiscard]] std::size_t seen(std::size_t position) const { return m_causal ? position + 1 : m_s.positions; }
    [[nodiscard]] std::size_t scratchOfWorker() const { return (m_s.positions + 1) * m_s.positions; }

    bool multiply(Tools& tools, unsigned worker, const Matrix& a, const Matrix& b, float* out, std::size_t stride) {
        ProductArgs args;
        args.bits = tools.bits;
        args.a = a;
        args.b = b;
        args.out = out;
        args.outStride = stride;
        return tools.engine.product(args, tools.pool, m_workers[worker]).ok();
    }

    bool forwardHead(Tools& tools, std::size_t task, unsigned worker, const float* qkv, float* p, float* mixed) {
        const Matrix q = partMatrix(qkv + partOf(task, 0));
        const Matrix k = partMatrix(qkv + partOf(task, 1));
        const Matrix v = partMatrix(qkv + partOf(task, 2));
        const std::size_t length = m_s.positions;
        if (!multiply(tools, worker, q, k.transposed(), p, length)) return false;
        for (std::size_t t = 0; t < length; ++t) {
            float* row = p + t * length;
            for (std::size_t j = 0; j < seen(t); ++j)
                row[j] = row[j] * m_scale;
            if (!softmaxRow(row, seen(t), row)) return false;
            std::fill(row + seen(t), row + length, 0.0F);
        }
        return multiply(tools, worker, scoreMatrix(p), v, mixed + mixedOf(task), m_s.width);
    }

    bool backwardHead(Tools& tools, std::size_t task, unsigned worker, const float* mixedGradient, float* qkvGradient,
                      float* scratch) {
        const std::size_t length = m_s.positions;
        const float* qkv = m_memory.get<float>(kQkv, 0);
        const float* p = m_memory.get<float>(kProbabilities, 0) + task * length * length;
        const Matrix gradient = mixedMatrix(mixedGradient + mixedOf(task));
        float* ds = scratch + length;
        const std::size_t stride = 3 * m_s.width;
        bool good = multiply(tools, worker, gradient, partMatrix(qkv + partOf(task, 2)).transposed(), ds, length);
        good = good &&
               multiply(tools, worker, scoreMatrix(p).transposed(), gradient, qkvGradient + partOf(task, 2), stride);
        for (std::size_t t = 0; good && t < length; ++t) {
            float* row = ds + t * length;
            softmaxBackwardRow(p + t * length, row, seen(t), row, scratch);
            for (std::size_t j = 0; j < seen(t); ++j)
                row[j] = row[j] * m_scale;
            std::fill(row + seen(t), row + length, 0.0F);
        }
        good = good && multiply(tools, worker, scoreMatrix(ds), partMatrix(qkv + partOf(task, 1)),
                                qkvGradient + partOf(task, 0), stride);
        return good && multiply(tools, worker, scoreMatrix(ds).transposed(), partMatrix(qkv + partOf(task, 0)),
                                qkvGradient + partOf(task, 1), stride);
    }

    void turn(ThreadPool& pool, float* qkv, std::size_t rows, bool back) const {
        if (!m_turned) return;
        pool.parallelRanges(
            rows, std::max<std::size_t>(1, kElementGrain / m_s.width), [&](std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                    // Queries and keys stand side by side.
                    for (std::size_t head = 0; head < 2 * m_s.heads; ++head)
                        m_rotary.turn(qkv + i * 3 * m_s.width + head * m_s.head(), i % m_s.positions, back);
                }
            });
    }

    Sizes m_s;
    bool m_causal;
    bool m_turned;
    float m_scale;
    Dense m_qkv;
    Dense m_out;
    Shape m_output;
    std::vector<TensorInfo> m_tensors;
    Rotary m_rotary; ///< made at the first pass: a description alone takes no memory
    Workspace m_memory;
    std::vector<Workspace> m_workers; ///< scratch of the engine, one a worker
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
