// SPDX-License-Identifier: Apache-2.0
#include "gpu/engine.h"
#include "gpu/freivalds.h"
#include "unchained_bench/contests.h"

#include <memory>
#include <utility>

namespace unchained::bench {

namespace {

using gpu::Engine;
using gpu::Matrix;

constexpr int kRowMajor = 101, kNoTranspose = 111, kTranspose = 112;

struct Shape {
    std::size_t m = 0, k = 0, n = 0;
    bool aTransposed = false, bTransposed = false;

    bool operator<(const Shape& other) const {
        return std::tie(m, k, n, aTransposed, bTransposed) <
               std::tie(other.m, other.k, other.n, other.aTransposed, other.bTransposed);
    }
};

/// As a job's tensors lie in memory; ours and the peer's alike.
template <class T>
struct TensorMemory {
    using value_type = T;
    TensorMemory() = default;
    template <class U>
    explicit TensorMemory(const TensorMemory<U>&) {}
    [[nodiscard]] T* allocate(std::size_t count) {
        return static_cast<T*>(gpu::allocateForProducts(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t) { std::free(memory); }
    bool operator==(const TensorMemory&) const { return true; }
};
template <class T>
using Tensor = std::vector<T, TensorMemory<T>>;

/// Operands and results of one shape, for all that are measured on it.
struct Operands {
    Shape shape;
    Tensor<float> a, b, c;
    Tensor<std::int8_t> a8, b8;
    Tensor<std::int32_t> c32;

    explicit Operands(const Shape& s) : shape(s), a(s.m * s.k), b(s.k * s.n), c(s.m * s.n) {
        for (std::size_t i = 0; i < a.size(); ++i)
            a[i] = static_cast<float>(i * 2654435761U % 1999) / 999.0F - 1.0F;
        for (std::size_t i = 0; i < b.size(); ++i)
            b[i] = static_cast<float>(i * 2246822519U % 1999) / 999.0F - 1.0F;
    }

    [[nodiscard]] gpu::ProductArgs args(unsigned bits) {
        const auto& [m, k, n, aTransposed, bTransposed] = shape;
        gpu::ProductArgs out;
        out.bits = bits;
        out.a = aTransposed ? Matrix::dense(a.data(), k, m).transposed() : Matrix::dense(a.data(), m, k);
        out.b = bTransposed ? Matrix::dense(b.data(), n, k).transposed() : Matrix::dense(b.data(), k, n);
        out.out = c.data();
        out.outStride = n;
        return out;
    }

    void makeBytes() {
        a8.resize(a.size());
        b8.resize(b.size());
        c32.resize(c.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            a8[i] = static_cast<std::int8_t>(a[i] * 127.0F);
        for (std::size_t i = 0; i < b.size(); ++i)
            b8[i] = static_cast<std::int8_t>(b[i] * 127.0F);
    }
};

using Shared = std::shared_ptr<Operands>;

struct Tools {
    gpu::ThreadPool pool;
    gpu::Workspace workspace;
    gpu::Workspace checkWorkspace;
    explicit Tools(unsigned threads) : pool(threads) {}
};

std::function<void()> exactProduct(const Shared& on, unsigned bits, unsigned threads, const Engine& engine) {
    return [on, bits, tools = std::make_shared<Tools>(threads), &engine] {
        if (!engine.product(on->args(bits), tools->pool, tools->workspace)) std::abort();
    };
}

std::function<void()> sgemm(const Shared& on, unsigned threads, const Peers& peers) {
    return [on, threads, &peers] {
        const auto& s = on->shape;
        const auto m = static_cast<int>(s.m);
        const auto k = static_cast<int>(s.k);
        const auto n = static_cast<int>(s.n);
        peers.blasThreads(static_cast<int>(threads));
        peers.sgemm(kRowMajor, s.aTransposed ? kTranspose : kNoTranspose, s.bTransposed ? kTranspose : kNoTranspose, m,
                    n, k, 1.0F, on->a.data(), s.aTransposed ? m : k, on->b.data(), s.bTransposed ? k : n, 0.0F,
                    on->c.data(), n);
    };
}

std::function<void()> gemmS8(const Shared& on, unsigned threads, const Peers& peers) {
    on->makeBytes();
    return [on, threads, &peers] {
        const auto m = static_cast<std::int64_t>(on->shape.m);
        const auto k = static_cast<std::int64_t>(on->shape.k);
        const auto n = static_cast<std::int64_t>(on->shape.n);
        const std::int32_t none = 0;
        peers.ompThreads(static_cast<int>(threads));
        peers.gemmS8('N', 'N', 'F', m, n, k, 1.0F, on->a8.data(), k, 0, on->b8.data(), n, 0, 0.0F, on->c32.data(), n,
                     &none);
    };
}

void addSgemm(Report& report, const Peers& peers, const std::string& name, const Shape& shape, unsigned bits,
              const std::string& engineName) {
    const auto engine = gpu::chooseEngine(engineName);
    if (!peers.sgemm) return report.missing(name, peers.blasReason);
    if (!engine) return report.missing(name, engine.error().sentence.str());
    const auto operands = std::make_shared<Operands>(shape);
    for (const unsigned threads : {1U, 2U}) {
        report.add({name,
                    threads,
                    exactProduct(operands, bits, threads, **engine),
                    sgemm(operands, threads, peers),
                    {},
                    false});
    }
}

void addInt8(Report& report, const Peers& peers) {
    constexpr const char* kName = "int8_vs_onednn_2048";
    if (!peers.gemmS8) return report.missing(kName, peers.dnnReason);
    if (!peers.ompThreads) return report.missing(kName, "libgomp.so.1 is not installed");
    const Engine& engine = *gpu::chooseEngine("").value();
    const auto operands = std::make_shared<Operands>(Shape{2048, 2048, 2048});
    for (const unsigned threads : {1U, 2U}) {
        report.add(
            {kName, threads, exactProduct(operands, 8, threads, engine), gemmS8(operands, threads, peers), {}, false});
    }
}

/// What a self-check adds to a product of 14 bits: all of it, as a worker does it, and nothing else.
void addFreivalds(Report& report, std::size_t side, std::initializer_list<unsigned> threadCounts) {
    const Engine& engine = *gpu::chooseEngine("").value();
    // Operands of a large product are made only when it is its turn, in the run that warms up.
    const auto made = std::make_shared<Shared>();
    const auto operands = [made, side] {
        if (!*made) *made = std::make_shared<Operands>(Shape{side, side, side});
        return *made;
    };
    for (const unsigned threads : threadCounts) {
        const auto tools = std::make_shared<Tools>(threads);
        const auto checked = [operands, tools, &engine] {
            const auto holds = gpu::checkedProduct(engine, operands()->args(14), Hash256{{1, 2, 3}}, tools->pool,
                                                   tools->workspace, tools->checkWorkspace);
            if (!holds || !*holds) std::abort();
        };
        const auto plain = [operands, tools, &engine] {
            if (!engine.product(operands()->args(14), tools->pool, tools->workspace)) std::abort();
        };
        report.add({"freivalds_share_" + std::to_string(side), threads, checked, plain,
                    [](double ours, double peer) { return ours / peer - 1; }, true});
    }
}

} // namespace

void addProducts(Report& report, const Peers& peers, bool all) {
    constexpr Shape kMiddle{1024, 1024, 1024};
    constexpr Shape kLarge{2048, 2048, 2048};
    addSgemm(report, peers, "gemm14_vs_sgemm_1024", kMiddle, 14, "");
    addSgemm(report, peers, "gemm14_vs_sgemm_2048", kLarge, 14, "");
    addSgemm(report, peers, "gemm14_avx2_vs_sgemm_1024", kMiddle, 14, "avx2");
    addSgemm(report, peers, "gemm16_vs_sgemm_2048", kLarge, 16, "");
    addSgemm(report, peers, "gemm21_vs_sgemm_2048", kLarge, 21, "");
    addInt8(report, peers);
    addFreivalds(report, 2048, {1, 2});
    if (!all) return;
    addFreivalds(report, 8192, {2});
    addSgemm(report, peers, "gemm14_avx2_vs_sgemm_2048", kLarge, 14, "avx2");
    // A layer of 512 on 12,933 rows: forward, gradient of the weights, gradient of the input, and a narrow layer.
    addSgemm(report, peers, "gemm14_layer_forward", {12933, 512, 512, false, true}, 14, "");
    addSgemm(report, peers, "gemm14_layer_weights", {512, 12933, 512, true, false}, 14, "");
    addSgemm(report, peers, "gemm14_layer_input", {12933, 512, 512, false, false}, 14, "");
    addSgemm(report, peers, "gemm14_narrow_forward", {12933, 512, 10, false, true}, 14, "");
}

} // namespace unchained::bench
