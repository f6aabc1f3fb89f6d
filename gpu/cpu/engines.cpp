// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"

#include "gpu/noise.h"
#include "gpu/program.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

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

/// Test operands from a counter: ordinary values, all at the limit (sums as large as they get), subnormals, zero rows.
void fillOperand(std::vector<float>& data, Operands kind, std::uint32_t key) {
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
}

struct TestProduct {
    TestShape shape;
    std::vector<float> a;
    std::vector<float> b;
};

TestProduct makeTest(const TestShape& shape, Operands kind) {
    TestProduct test{shape, std::vector<float>(shape.m * shape.k), std::vector<float>(shape.k * shape.n)};
    fillOperand(test.a, kind, 1);
    // Tiny against tiny would be all zeros: the other side is large then.
    fillOperand(test.b, kind == Operands::Tiny ? Operands::Random : kind, 2);
    return test;
}

std::string compareOnce(const Engine& engine, const TestProduct& test, unsigned bits, ThreadPool& pool,
                        Workspace& workspace) {
    const auto& [m, k, n, aTransposed, bTransposed] = test.shape;
    ProductArgs args;
    args.bits = bits;
    args.a = aTransposed ? Matrix::dense(test.a.data(), k, m).transposed() : Matrix::dense(test.a.data(), m, k);
    args.b = bTransposed ? Matrix::dense(test.b.data(), n, k).transposed() : Matrix::dense(test.b.data(), k, n);
    args.outStride = n;
    std::vector<float> wanted(m * n, 1.0F);
    std::vector<float> found(m * n, 2.0F);
    args.out = wanted.data();
    const auto reference = scalarEngine().product(args, pool, workspace);
    args.out = found.data();
    const auto tried = engine.product(args, pool, workspace);
    const std::string where =
        std::to_string(bits) + " bit, " + std::to_string(m) + "x" + std::to_string(k) + "x" + std::to_string(n);
    if (!reference.ok() || !tried.ok()) return "refuses an ordinary product (" + where + ")";
    for (std::size_t t = 0; t < found.size(); ++t) {
        if (std::bit_cast<std::uint32_t>(found[t]) != std::bit_cast<std::uint32_t>(wanted[t])) {
            return "differs from the reference at element " + std::to_string(t) + " (" + where + ")";
        }
    }
    return {};
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
    if (!engine.product(args, pool, workspace).ok()) return "refuses an ordinary product (2x1x1)";
    // 1/3 becomes rne(2^14/3) = 5461, and 5461·2^-14 is 0x3eaaa800.
    if (std::bit_cast<std::uint32_t>(out[0]) != 0x3eaaa800) return "rounds 1/3 wrongly";
    if (std::bit_cast<std::uint32_t>(out[1]) != kSubnormal) return "loses subnormal numbers";
    return {};
}

std::vector<EngineInfo> proveEngines() {
    ThreadPool pool(1);
    std::vector<EngineInfo> all;
    const auto offer = [&](const Engine& engine) {
        EngineInfo info{std::string(engine.name()), nullptr, selfTest(engine, pool), EngineError::Refused};
        if (info.reason.empty()) info.engine = &engine;
        all.push_back(std::move(info));
    };
    offer(scalarEngine());
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        offer(avx2Engine());
    } else {
        all.push_back({"avx2", nullptr, "the processor has no AVX2", EngineError::Unavailable});
    }
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) {
        offer(vnniEngine512());
    } else {
        all.push_back({"vnni", nullptr, "the processor has no AVX-512 VNNI", EngineError::Unavailable});
    }
#endif
    return all;
}

} // namespace

std::string selfTest(const Engine& engine, ThreadPool& pool) {
    Workspace workspace;
    if (std::string why = provedByHand(engine, pool, workspace); !why.empty()) return why;
    if (&engine == &scalarEngine()) return {};
    for (const TestShape& shape : kTestShapes) {
        for (const Operands kind : {Operands::Random, Operands::Largest, Operands::Tiny, Operands::Sparse}) {
            const TestProduct test = makeTest(shape, kind);
            for (const unsigned bits : {8U, 14U, 16U, 21U}) {
                std::string why = compareOnce(engine, test, bits, pool, workspace);
                if (!why.empty()) return why;
            }
        }
    }
    return {};
}

const std::vector<EngineInfo>& engines() {
    static const std::vector<EngineInfo> all = proveEngines();
    return all;
}

Result<const Engine*> chooseEngine(std::string_view nameOrEmpty) {
    const std::vector<EngineInfo>& all = engines();
    if (nameOrEmpty.empty()) {
        for (auto it = all.rbegin(); it != all.rend(); ++it) {
            if (it->engine) return it->engine;
        }
        return makeError(EngineError::Refused, "engine", "no engine passed its self-test on this machine");
    }
    std::string names;
    for (const EngineInfo& info : all) {
        if (info.name == nameOrEmpty) {
            if (info.engine) return info.engine;
            return makeError(info.code, info.name, {"the engine %1 cannot be used: %2", info.name, info.reason},
                             "leave the engine out, and the best one is chosen");
        }
        names += (names.empty() ? "" : ", ") + info.name;
    }
    return makeError(EngineError::UnknownEngine, std::string(nameOrEmpty),
                     {"there is no engine named %1", std::string(nameOrEmpty)}, {"use one of: %1", names});
}

} // namespace unchained::gpu
