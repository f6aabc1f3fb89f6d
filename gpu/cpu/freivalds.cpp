// SPDX-License-Identifier: Apache-2.0
#include "gpu/freivalds.h"

#include "cpu/prepare.h"
#include "cpu/weigh_lanes.h"
#include "gpu/engine.h"
#include "gpu/noise.h"

#include <array>
#include <atomic>
#include <bit>

namespace unchained::gpu {

namespace {

constexpr std::size_t kVectors = kWeighedVectors;
constexpr std::size_t kWeightBits = 30;

/// Scratch buffers of a check, by number.
enum CheckSlot : std::size_t {
    kMaxA,
    kMaxB,
    kScalesA,
    kScalesB,
    kWeights,
    kDigitsR,
    kDigitsY,
    kSumsY,
    kWanted,
    kTotals
};

/// Two vectors of 30-bit integers, one behind the other.
void drawVectors(const Hash256& seed, std::size_t count, std::uint32_t* out) {
    const ByteView bytes = seed.view();
    std::array<std::uint32_t, 4> word{};
    for (std::size_t i = 0; i < 16; ++i)
        word[i / 4] |= static_cast<std::uint32_t>(bytes[i]) << (i % 4 * 8);
    for (std::size_t t = 0; t < kVectors * count; t += 4) {
        const auto block = static_cast<std::uint64_t>(t / 4);
        const auto random = philox4x32_10(
            {static_cast<std::uint32_t>(block), static_cast<std::uint32_t>(block >> 32), word[2], word[3]},
            {word[0], word[1]});
        for (std::size_t i = 0; i < 4 && t + i < kVectors * count; ++i)
            out[t + i] = random[i] >> 2;
    }
}

/// Scales of lanes or terms in the making.
struct ScaleRows {
    float* first = nullptr;
    float* second = nullptr;

    /// Of those from `begin` to `end`, from their maxima; nothing where one is not finite.
    [[nodiscard]] bool set(std::size_t begin, std::size_t end, const std::uint32_t* max, unsigned bits) const {
        for (std::size_t i = begin; i < end; ++i) {
            std::int32_t exponent = 0;
            if (!toExponents(max + i, 1, bits, &exponent)) return false;
            const QuantiseScale scale = QuantiseScale::of(exponent);
            first[i] = scale.first;
            second[i] = scale.second;
        }
        return true;
    }
    /// As weighLanes() wants them: those that are all 1 need not be multiplied by.
    [[nodiscard]] weigh::Scales of(std::size_t begin, std::size_t end) const {
        const bool ones = std::all_of(second + begin, second + end, [](float factor) { return factor == 1.0F; });
        return {first, ones ? nullptr : second};
    }
};

/// One check: r, the maxima of the operands, and A·(B·r).
class Check final : public RowVisitor {
public:
    Check(const ProductArgs& args, ThreadPool& pool, Workspace& workspace)
        : m_args(args), m_pool(pool), m_workspace(workspace), m_rows(args.a.rows), m_columns(args.b.columns),
          m_depth(args.a.columns) {}

    [[nodiscard]] Result<void> prepare(const Hash256& seed) {
        if (auto checked = checkShape(m_args); !checked) return checked;
        auto* weights = m_workspace.get<std::uint32_t>(kWeights, kVectors * m_columns);
        drawVectors(seed, m_columns, weights);
        m_weighed = {weights, m_workspace.get<RowTotal>(kTotals, m_rows)};
        std::fill_n(m_weighed.totals, m_rows, RowTotal{}); // an engine has nothing to say of a product without columns
        if (!findMaxima()) return notFiniteOperand();
        weighB();
        m_wanted = m_workspace.get<Int128>(kWanted, kVectors * m_rows);
        return {};
    }

    /// A·(B·r) of rows that are dense and whose maxima nobody knew.
    [[nodiscard]] const std::uint32_t* visit(std::size_t begin, std::size_t end) override {
        m_visited.store(true, std::memory_order_relaxed);
        return weighRows(begin, end) ? m_aMax + begin : nullptr;
    }

    /// The same of all rows that were not visited; false where one is not finite.
    [[nodiscard]] bool finishA() {
        if (m_visited) return true;
        std::atomic<bool> finite{true};
        m_pool.parallelRanges(m_rows, lanesOfTask(m_args.a), [&](std::size_t begin, std::size_t end) {
            if (!weighRows(begin, end)) finite.store(false, std::memory_order_relaxed);
        });
        return finite;
    }

    [[nodiscard]] const WeighedRows& weighed() const { return m_weighed; }
    /// What an engine is asked for; valid once this is prepared.
    [[nodiscard]] ProductArgs asked() {
        ProductArgs out = m_args;
        if (atOnce()) m_weighed.visitor = this;
        out.weighed = &m_weighed;
        if (!atOnce()) out.aMax = m_aMax;
        out.bMax = m_bMax;
        return out;
    }

    /// Whether the totals, which somebody made meanwhile, are those of the product.
    [[nodiscard]] bool holds() const {
        for (std::size_t i = 0; i < m_rows; ++i) {
            for (std::size_t v = 0; v < kVectors; ++v)
                if (valueOf(m_weighed.totals[i], v) != m_wanted[i * kVectors + v]) return false;
        }
        return true;
    }

private:
    /// Dense rows of A are read once for their maxima and their sums.
    [[nodiscard]] bool atOnce() const { return !m_args.aMax && m_args.a.columnStride == 1; }

    [[nodiscard]] bool findMaxima() {
        m_aMax = m_args.aMax;
        m_bMax = m_args.bMax;
        if (!m_aMax) {
            m_ownMaxA = m_workspace.get<std::uint32_t>(kMaxA, m_rows);
            if (!atOnce()) rowMagnitudes(m_args.a, m_ownMaxA, m_pool);
            m_aMax = m_ownMaxA;
        }
        if (!m_bMax) {
            auto* max = m_workspace.get<std::uint32_t>(kMaxB, m_columns);
            rowMagnitudes(m_args.b.transposed(), max, m_pool);
            m_bMax = max;
        }
        m_scalesA = {m_workspace.get<float>(kScalesA, 2 * m_rows), nullptr};
        m_scalesA.second = m_scalesA.first + m_rows;
        m_scalesB = {m_workspace.get<float>(kScalesB, 2 * m_columns), nullptr};
        m_scalesB.second = m_scalesB.first + m_columns;
        return m_scalesB.set(0, m_columns, m_bMax, m_args.bits) &&
               (atOnce() || m_scalesA.set(0, m_rows, m_aMax, m_args.bits));
    }

    WeightDigits digits(CheckSlot slot, std::size_t terms, std::size_t magnitudeBits) {
        WeightDigits out{nullptr, WeightDigits::strideOf(terms), WeightDigits::placesOf(magnitudeBits)};
        out.values = m_workspace.get<std::int16_t>(slot, out.words());
        out.fillUp(terms);
        return out;
    }

    /// B·r, in digits.
    void weighB() {
        const WeightDigits r = digits(kDigitsR, m_columns, kWeightBits);
        for (std::size_t j = 0; j < kVectors * m_columns; ++j)
            r.set(j / m_columns, j % m_columns, m_weighed.weights[j]);
        const auto log2OfColumns = static_cast<std::size_t>(std::bit_width(m_columns));
        m_y = digits(kDigitsY, m_depth, m_args.bits - 1 + kWeightBits + log2OfColumns);
        auto* sums = m_workspace.get<Int128>(kSumsY, kVectors * m_depth);
        const WeighedMatrix b{m_args.b, m_args.bits, m_scalesB.of(0, m_columns), true};
        m_pool.parallelRanges(m_depth, lanesOfTask(m_args.b), [&](std::size_t begin, std::size_t end) {
            weighLanes(b, begin, end, r, sums);
            for (std::size_t k = kVectors * begin; k < kVectors * end; ++k)
                m_y.set(k % kVectors, k / kVectors, sums[k]);
        });
    }

    [[nodiscard]] bool weighRows(std::size_t begin, std::size_t end) {
        if (atOnce()) {
            rowMagnitudes(m_args.a, begin, end, m_ownMaxA + begin);
            if (!m_scalesA.set(begin, end, m_ownMaxA, m_args.bits)) return false;
        }
        weighLanes({m_args.a, m_args.bits, m_scalesA.of(begin, end), false}, begin, end, m_y, m_wanted);
        return true;
    }

    const ProductArgs& m_args;
    ThreadPool& m_pool;
    Workspace& m_workspace;
    std::size_t m_rows, m_columns, m_depth;
    WeighedRows m_weighed;
    const std::uint32_t* m_aMax = nullptr;
    const std::uint32_t* m_bMax = nullptr;
    std::uint32_t* m_ownMaxA = nullptr;
    ScaleRows m_scalesA, m_scalesB;
    WeightDigits m_y;
    Int128* m_wanted = nullptr;
    std::atomic<bool> m_visited{false};
};

} // namespace

Result<bool> freivalds(const ProductArgs& args, const Hash256& seed, ThreadPool& pool, Workspace& workspace) {
    if (!args.sums) return makeError(EngineError::BadShape, "product", "has no sums that could be checked");
    const FloatModeGuard mode;
    Check check(args, pool, workspace);
    if (auto prepared = check.prepare(seed); !prepared) return prepared.error();
    if (!check.finishA()) return notFiniteOperand();
    weighSums(args.sums, args.b.columns, check.weighed(), args.a.rows, pool);
    return check.holds();
}

Result<bool> checkedProduct(const Engine& engine, const ProductArgs& args, const Hash256& seed, ThreadPool& pool,
                            Workspace& workspace, Workspace& checkWorkspace) {
    const FloatModeGuard mode;
    Check check(args, pool, checkWorkspace);
    if (auto prepared = check.prepare(seed); !prepared) return prepared.error();
    if (auto done = engine.product(check.asked(), pool, workspace); !done) return done.error();
    if (!check.finishA()) return notFiniteOperand();
    return check.holds();
}

} // namespace unchained::gpu
