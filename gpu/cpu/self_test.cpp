// SPDX-License-Identifier: Apache-2.0
#include "cpu/self_test.h"

#include "cpu/engines.h"
#include "gpu/noise.h"

#include <array>
#include <bit>

namespace unchained::gpu {

namespace {

struct TestShape {
    std::size_t m, k, n;
    bool aTransposed, bTransposed;
};

/// Odd edges of every blocking, all four layouts, a depth of several blocks.
constexpr std::array<TestShape, 6> kTestShapes{{{1, 1, 1, false, false},
                                                {37, 70, 41, false, false},
                                                {21, 1301, 19, false, true},
                                                {35, 66, 33, true, false},
                                                {18, 64, 48, true, true},
                                                {6, 4099, 17, true, false}}};

enum class Operands { Random, Largest, Tiny, Sparse };

constexpr std::array kTestOperands{Operands::Random, Operands::Largest, Operands::Tiny, Operands::Sparse};
constexpr std::array kTestBits{8U, 14U, 16U, 21U};
constexpr std::size_t kProofs = kTestShapes.size() * kTestOperands.size();

/// Test operands from a counter: ordinary values, all at the limit (sums as large as they get), subnormals, zero rows.
std::vector<float> operandOf(std::size_t count, Operands kind, std::uint32_t key) {
    std::vector<float> data(count);
    for (std::size_t t = 0; t < data.size(); ++t) {
        const auto word = philox4x32_10({static_cast<std::uint32_t>(t), 1, 2, 3}, {key, 7});
        const auto small = static_cast<float>(static_cast<std::int32_t>(word[0] % 16777216U) - 8388608);
        switch (kind) {
        case Operands::Random:
            data[t] = small * powerOfTwoF(static_cast<std::int32_t>(word[1] % 8) - 24);
            break;
        case Operands::Largest:
            data[t] = (t / 3 % 5 == 0 && key % 2 == 1) ? -1.0F : 1.0F;
            break;
        case Operands::Tiny:
            data[t] = std::bit_cast<float>((word[0] & 0x80000000U) | (word[1] & 0xffffU));
            break;
        case Operands::Sparse:
            data[t] = word[1] % 7 == 0 ? small : 0.0F;
            break;
        }
    }
    return data;
}

/// The reference is held to values computed by hand; among them a subnormal, which a processor mode may flush.
std::string provedByHand(const Engine& engine, ThreadPool& pool, Workspace& workspace) {
    constexpr std::uint32_t kThird = 0x3eaaaaab;
    constexpr std::uint32_t kSubnormal = 0x000000c0;
    const std::array<float, 2> a{std::bit_cast<float>(kThird), std::bit_cast<float>(kSubnormal)};
    const std::array<float, 1> b{1.0F};
    std::array<float, 2> out{};
    ProductArgs args;
    args.a = Matrix::dense(a.data(), 2, 1);
    args.b = Matrix::dense(b.data(), 1, 1);
    args.out = out.data();
    args.outStride = 1;
    if (const auto tried = engine.product(args, pool, workspace); !tried) {
        return "refuses an ordinary product (2x1x1): " + tried.error().sentence.str();
    }
    // 1/3 becomes rne(2^14/3) = 5461, and 5461·2^-14 is 0x3eaaa800.
    if (std::bit_cast<std::uint32_t>(out[0]) != 0x3eaaa800) return "rounds 1/3 wrongly";
    if (std::bit_cast<std::uint32_t>(out[1]) != kSubnormal) return "loses subnormal numbers";
    return {};
}

} // namespace

/// One pair of operands and what they give in each width; made when it is first needed.
struct SelfTest::Proof {
    TestShape shape{};
    std::vector<float> a;
    std::vector<float> b;
    std::array<std::vector<float>, kTestBits.size()> wanted; ///< empty: the reference refused

    [[nodiscard]] ProductArgs args(unsigned bits, std::vector<float>& out) const {
        const auto& [m, k, n, aTransposed, bTransposed] = shape;
        ProductArgs args;
        args.bits = bits;
        args.a = aTransposed ? Matrix::dense(a.data(), k, m).transposed() : Matrix::dense(a.data(), m, k);
        args.b = bTransposed ? Matrix::dense(b.data(), n, k).transposed() : Matrix::dense(b.data(), k, n);
        out.assign(m * n, 2.0F);
        args.out = out.data();
        args.outStride = n;
        return args;
    }

    void make(std::size_t index, ThreadPool& pool, Workspace& workspace) {
        if (!a.empty()) return;
        shape = kTestShapes[index / kTestOperands.size()];
        const Operands kind = kTestOperands[index % kTestOperands.size()];
        a = operandOf(shape.m * shape.k, kind, 1);
        // Tiny against tiny would be all zeros: the other side is large then.
        b = operandOf(shape.k * shape.n, kind == Operands::Tiny ? Operands::Random : kind, 2);
        for (std::size_t i = 0; i < kTestBits.size(); ++i) {
            if (!scalarEngine().product(args(kTestBits[i], wanted[i]), pool, workspace)) wanted[i].clear();
        }
    }

    [[nodiscard]] std::string compare(const Engine& engine, std::size_t width, ThreadPool& pool,
                                      Workspace& workspace) const {
        std::vector<float> found;
        const auto tried = engine.product(args(kTestBits[width], found), pool, workspace);
        const std::string where = std::to_string(kTestBits[width]) + " bit, " + std::to_string(shape.m) + "x" +
                                  std::to_string(shape.k) + "x" + std::to_string(shape.n);
        if (!tried) return "refuses an ordinary product (" + where + "): " + tried.error().sentence.str();
        if (wanted[width].empty()) return "takes what the reference refuses (" + where + ")";
        for (std::size_t t = 0; t < found.size(); ++t) {
            if (std::bit_cast<std::uint32_t>(found[t]) != std::bit_cast<std::uint32_t>(wanted[width][t])) {
                return "differs from the reference at element " + std::to_string(t) + " (" + where + ")";
            }
        }
        return {};
    }
};

SelfTest::SelfTest(ThreadPool& pool) : m_pool(pool), m_proofs(std::make_unique<Proof[]>(kProofs)) {}

SelfTest::~SelfTest() = default;

std::string SelfTest::why(const Engine& engine) {
    if (std::string hand = provedByHand(engine, m_pool, m_workspace); !hand.empty()) return hand;
    if (&engine == &scalarEngine()) return {};
    for (std::size_t index = 0; index < kProofs; ++index) {
        m_proofs[index].make(index, m_pool, m_workspace);
        for (std::size_t width = 0; width < kTestBits.size(); ++width) {
            std::string different = m_proofs[index].compare(engine, width, m_pool, m_workspace);
            if (!different.empty()) return different;
        }
    }
    return {};
}

std::string selfTest(const Engine& engine, ThreadPool& pool) {
    return SelfTest(pool).why(engine);
}

} // namespace unchained::gpu
