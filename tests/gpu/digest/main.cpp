// SPDX-License-Identifier: Apache-2.0
// Prints a digest of what each operation gives: products of all vectors on every usable engine, sums, noise, elementary
// functions, roots and the training of random networks. Built by whatever compiler with whatever optimisation, it
// prints the same lines (packaging/digests).
//
//     gpu_digest PRODUCT.json [EXPECTED.txt]    status 1: engines differ, or the lines are not those expected
#include "gpu/commit.h"
#include "gpu/elementary.h"
#include "gpu/engine.h"
#include "gpu/noise.h"
#include "gpu/product.h"
#include "gpu/programs/random_network.h"
#include "gpu/sums.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::tests;

namespace {

using Digest = std::string;

std::string finished(Sha256Stream& stream) {
    return toHex(stream.finish().view());
}

void addFloats(Sha256Stream& stream, const std::vector<float>& values) {
    stream.add(viewOfAll(values));
}

std::uint32_t bitsOf(const nlohmann::json& hex) {
    return static_cast<std::uint32_t>(std::stoul(hex.get<std::string>(), nullptr, 16));
}

/// A matrix of the vectors: joined hex words, or a rule and patches (tests/vectors/README.md).
std::vector<float> operand(const nlohmann::json& text, std::size_t count) {
    std::vector<float> out(count);
    if (text.is_string()) {
        const auto hex = text.get<std::string>();
        for (std::size_t t = 0; t < count; ++t)
            out[t] = std::bit_cast<float>(static_cast<std::uint32_t>(std::stoul(hex.substr(8 * t, 8), nullptr, 16)));
        return out;
    }
    const auto rule = text["rule"].get<std::vector<std::int64_t>>();
    for (std::size_t t = 0; t < count; ++t) {
        const std::int64_t whole = (rule[0] * static_cast<std::int64_t>(t) + rule[1]) % rule[2] - rule[3];
        out[t] = static_cast<float>(std::ldexp(static_cast<double>(whole), static_cast<int>(rule[4])));
    }
    if (text.contains("patch")) {
        for (const nlohmann::json& patch : text["patch"])
            out[patch[0].get<std::size_t>()] = std::bit_cast<float>(bitsOf(patch[1]));
    }
    return out;
}

void addProduct(Sha256Stream& into, const Engine& engine, const nlohmann::json& test, ThreadPool& pool) {
    const auto m = test["M"].get<std::size_t>();
    const auto k = test["K"].get<std::size_t>();
    const auto n = test["N"].get<std::size_t>();
    const std::vector<float> a = operand(test["A"], m * k);
    const std::vector<float> b = operand(test["B"], k * n);
    std::vector<float> c(m * n);
    ProductArgs args;
    args.bits = test["bits"].get<unsigned>();
    args.a = Matrix::dense(a.data(), m, k);
    args.b = Matrix::dense(b.data(), k, n);
    args.out = c.data();
    args.outStride = n;
    Workspace workspace;
    if (engine.product(args, pool, workspace).ok()) {
        addFloats(into, c);
    } else {
        into.add(viewOfAll(std::vector<std::uint8_t>{1}));
    }
}

Digest products(const Engine& engine, const nlohmann::json& cases, ThreadPool& pool) {
    Sha256Stream all;
    for (const nlohmann::json& test : cases)
        addProduct(all, engine, test, pool);
    return finished(all);
}

/// Of both signs and many sizes.
std::vector<float> values(std::size_t count, std::uint32_t key) {
    std::vector<float> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto word = philox4x32_10({static_cast<std::uint32_t>(i)}, {key, 0});
        out[i] =
            (static_cast<float>(word[0] >> 8) - 8388608.0F) * powerOfTwoF(static_cast<std::int32_t>(word[1] % 20) - 30);
    }
    return out;
}

Digest sums(ThreadPool& pool) {
    std::vector<float> out;
    for (const std::size_t count : {0U, 1U, 31U, 32U, 33U, 1000U, 65537U})
        out.push_back(exactSum(values(count, 3), pool).value());
    constexpr std::size_t kColumns = 257;
    const std::vector<float> rows = values(999 * kColumns, 4);
    std::vector<std::uint32_t> most(kColumns);
    std::vector<float> columns(kColumns);
    absMax(rows.data(), 999, kColumns, nullptr, most.data(), pool);
    static_cast<void>(columnSums(rows.data(), 999, kColumns, most.data(), columns.data(), pool));
    Sha256Stream all;
    addFloats(all, out);
    addFloats(all, columns);
    return finished(all);
}

Digest noise(ThreadPool& pool) {
    Sha256Stream all;
    for (const std::size_t count : {1U, 31U, 32U, 33U, 1000U, 65537U}) {
        for (const std::int32_t scale : {-100, 0, 100}) {
            std::vector<float> out = values(count, 5);
            addNoise(out.data(), out.data(), count, Hash256{{6}}, 1, 2, {13, scale}, pool);
            addFloats(all, out);
        }
    }
    return finished(all);
}

Digest functions() {
    Sha256Stream all;
    for (std::uint32_t bits = 0; bits < kInfinityBits; bits += 65521) {
        for (const std::uint32_t sign : {0U, 0x80000000U}) {
            const float x = std::bit_cast<float>(bits | sign);
            const SineCosine angle = exactSineCosine(x);
            for (const float y : {exactExp(x), exactLog(x), exactTanh(x), exactGelu(x), exactGeluSlope(x), exactSilu(x),
                                  exactSiluSlope(x), angle.sine, angle.cosine}) {
                // Of what is no number the definition says no more.
                all.add(viewOfAll(std::vector<std::uint32_t>{std::isnan(y) ? 1U : std::bit_cast<std::uint32_t>(y)}));
            }
        }
    }
    return finished(all);
}

Digest roots(ThreadPool& pool) {
    Sha256Stream all;
    for (const std::size_t count : {0U, 1U, 31U, 32U, 33U, 1000U, 65537U})
        all.add(stateRoot(viewOfAll(values(count, 7)), pool).view());
    return finished(all);
}

/// Ten iterations of each of some random networks.
Digest networks(const Engine& engine, unsigned threads) {
    Sha256Stream all;
    for (std::uint32_t key = 1; key <= 30; ++key) {
        const auto outcome = outcomeOf(RandomNetwork(key).draw(), engine, threads, Hash256{{8}});
        const std::string text = outcome ? *outcome : outcome.error().text();
        all.add(viewOfAll(std::vector<char>(text.begin(), text.end())));
    }
    return finished(all);
}

/// The same digest of every usable engine; empty where they differ.
template <class Of>
Digest agreed(const char* what, Of&& of) {
    const Digest wanted = of(*chooseEngine("scalar").value());
    for (const EngineInfo& info : engines()) {
        if (!info.engine || of(*info.engine) == wanted) continue;
        std::fprintf(stderr, "%s: the engine %s differs from scalar\n", what, info.name.c_str());
        return {};
    }
    return wanted;
}

} // namespace

int main(int argc, char** argv) {
    std::ifstream file(argc > 1 ? argv[1] : "");
    const nlohmann::json vectors = nlohmann::json::parse(file, nullptr, false);
    if (vectors.is_discarded()) {
        std::fprintf(stderr, "gpu_digest PRODUCT.json [EXPECTED.txt]\n");
        return 2;
    }
    ThreadPool one(1);
    ThreadPool two(2);
    const auto& cases = vectors["cases"];
    std::string text;
    bool good = true;
    const auto line = [&](const std::string& what, const Digest& digest) {
        good = good && !digest.empty();
        text += what + " " + digest + "\n";
    };
    line("products", agreed("products", [&](const Engine& engine) { return products(engine, cases, one); }));
    line("products, two threads", agreed("products", [&](const Engine& e) { return products(e, cases, two); }));
    line("sums", sums(two));
    line("noise", noise(two));
    line("functions", functions());
    line("roots", roots(two));
    line("networks", agreed("networks", [](const Engine& engine) { return networks(engine, 1); }));
    line("networks, two threads", networks(*chooseEngine("").value(), 2));
    std::fputs(text.c_str(), stdout);
    if (argc <= 2) return good ? 0 : 1;
    std::ifstream expectedFile(argv[2]);
    const std::string expected{std::istreambuf_iterator<char>(expectedFile), {}};
    if (text != expected) std::fprintf(stderr, "Expected (%s):\n%s", argv[2], expected.c_str());
    return good && text == expected ? 0 : 1;
}
