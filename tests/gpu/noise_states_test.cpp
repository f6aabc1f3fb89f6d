// SPDX-License-Identifier: Apache-2.0
// What noise changes of a product, by its amplitude and by the state that it is added to (numerics.md 4). The table in
// gpu/proofs.md is what this file computes: every bit of it is defined.
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/noise.h"
#include "gpu/program.h"
#include "gpu/safetensors.h"

#include <algorithm>
#include <cstring>
#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <string>

using namespace unchained;
using namespace unchained::gpu;

namespace {

constexpr std::size_t kRows = 64;
constexpr std::size_t kIn = 96;
constexpr std::size_t kOut = 128;

std::uint32_t word(std::size_t at, std::uint32_t key) {
    return philox4x32_10({static_cast<std::uint32_t>(at)}, {key, 4})[0];
}

/// Pixels: half of them 0, the others sixteenths.
std::vector<float> inputs() {
    std::vector<float> out(kRows * kIn);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = static_cast<float>(word(i, 1) % 33 > 16 ? word(i, 2) % 16 + 1 : 0) / 16.0F;
    return out;
}

template <class T>
ByteView viewOfAll(const std::vector<T>& values) {
    return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
}

/// A network whose first weights are kOut × kIn.
struct Trainer {
    ThreadPool pool{2};
    std::unique_ptr<Program> program;

    explicit Trainer(unsigned bits) {
        TrainDescription d;
        d.bits = bits;
        d.input = {kIn};
        d.classes = 8;
        d.layers = {LayerDescription::linear(kOut), LayerDescription::relu(), LayerDescription::linear(8)};
        d.samples = kRows;
        d.iterations = 60;
        program = makeProgram("train/v1", d.encode(), *chooseEngine("").value(), pool).value();
        const std::vector<float> x = inputs();
        std::vector<std::int32_t> y(kRows);
        for (std::size_t i = 0; i < kRows; ++i)
            y[i] = static_cast<std::int32_t>(word(i, 3) % 8);
        REQUIRE(program
                    ->bindData(writeSafetensors({{"train.x", DType::F32, {kRows, kIn}, viewOfAll(x)},
                                                 {"train.y", DType::I32, {kRows}, viewOfAll(y)},
                                                 {"test.x", DType::F32, {kRows, kIn}, viewOfAll(x)},
                                                 {"test.y", DType::I32, {kRows}, viewOfAll(y)}})
                                   .value())
                    .ok());
    }

    /// The first weights after so many iterations without noise.
    std::vector<float> weightsAfter(std::uint32_t iterations) {
        REQUIRE(program->load(program->initialState().value()).ok());
        if (iterations > 0) REQUIRE(program->step(0, iterations, {}, {}).ok());
        std::vector<float> out(kOut * kIn);
        std::memcpy(out.data(), program->state().value().data(), out.size() * sizeof(float));
        return out;
    }

    /// Of the contract, for a state that begins with these weights.
    std::int32_t scaleFor(const std::vector<float>& weights) const {
        Bytes state(program->stateBytes());
        std::memcpy(state.data(), weights.data(), weights.size() * sizeof(float));
        return program->proposedNoise(state).scales.at(0);
    }
};

struct State {
    const char* name;
    std::vector<float> weights;
    std::int32_t scale;
};

std::vector<State> states(unsigned bits) {
    Trainer trainer(bits);
    std::vector<State> out;
    const auto add = [&](const char* name, std::vector<float> weights) {
        const std::int32_t scale = trainer.scaleFor(weights);
        out.push_back({name, std::move(weights), scale});
    };
    add("zero", std::vector<float>(kOut * kIn));
    add("constant 1", std::vector<float>(kOut * kIn, 1.0F));
    add("constant 0.7", std::vector<float>(kOut * kIn, 0.7F));
    std::vector<float> sparse(kOut * kIn);
    for (std::size_t i = 0; i < sparse.size(); i += 50)
        sparse[i] = static_cast<float>(word(i, 5) % 1000) / 1000.0F - 0.5F;
    add("sparse", sparse);
    add("fresh", trainer.weightsAfter(0));
    // The contract's scale is that of the first state.
    const std::int32_t fresh = out.back().scale;
    out.push_back({"trained", trainer.weightsAfter(60), fresh});
    return out;
}

std::vector<float> outputs(const std::vector<float>& weights, unsigned bits, ThreadPool& pool) {
    static Workspace workspace;
    static const std::vector<float> x = inputs();
    std::vector<float> out(kRows * kOut);
    ProductArgs args;
    args.bits = bits;
    args.a = Matrix::dense(x.data(), kRows, kIn);
    args.b = Matrix::dense(weights.data(), kOut, kIn).transposed();
    args.out = out.data();
    args.outStride = kOut;
    REQUIRE(chooseEngine("").value()->product(args, pool, workspace).ok());
    return out;
}

/// Outputs in which two products differ, of 10,000.
std::uint64_t differing(const std::vector<float>& one, const std::vector<float>& other) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        count += std::memcmp(&one[i], &other[i], sizeof(float)) != 0 ? 1U : 0U;
    return count * 10000 / one.size();
}

/// The smaller of two shares: outputs that the noise of a step changes, and those that another step's changes again.
std::uint64_t shareChanged(const State& state, unsigned bits, std::uint32_t amplitude, ThreadPool& pool) {
    const auto noised = [&](std::uint8_t seed) {
        std::vector<float> weights(state.weights.size());
        addNoise(weights.data(), state.weights.data(), weights.size(), Hash256{{seed}}, 0, 0, {amplitude, state.scale},
                 pool);
        return outputs(weights, bits, pool);
    };
    const auto one = noised(1);
    return std::min(differing(one, outputs(state.weights, bits, pool)), differing(one, noised(2)));
}

/// The amplitudes whose rows the table has: some of those allowed, and weaker ones.
std::vector<std::uint32_t> amplitudesShown(unsigned bits) {
    std::vector<std::uint32_t> out;
    for (const std::uint32_t n : {5U, 6U, 7U, 8U, 10U, 13U}) {
        if (n <= noiseAmplitudeMax(bits)) out.push_back(n);
    }
    for (const std::uint32_t below : {0U, 1U, 2U, 4U, 6U, 9U, 12U}) {
        if (bits + below > noiseAmplitudeMax(bits)) out.push_back(bits + below);
    }
    return out;
}

std::string percent(std::uint64_t share) {
    char text[16];
    std::snprintf(text, sizeof text, " %.2f |", static_cast<double>(share) / 100);
    return text;
}

/// As it stands in gpu/proofs.md.
std::string table(const std::vector<State>& of, unsigned bits, ThreadPool& pool) {
    std::string out;
    for (const std::uint32_t n : amplitudesShown(bits)) {
        const bool allowed = n <= noiseAmplitudeMax(bits);
        out += "| " + std::to_string(bits) + " | 2^-" + std::to_string(n) + " | " + (allowed ? "yes" : "no") + " |";
        for (const State& state : of)
            out += percent(shareChanged(state, bits, n, pool));
        out += "\n";
    }
    return out;
}

} // namespace

TEST_CASE("every amplitude that a contract may have changes the outputs of every state; weaker ones go down to none") {
    ThreadPool pool(2);
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        for (const State& state : states(bits)) {
            CAPTURE(bits);
            CAPTURE(state.name);
            for (std::uint32_t n = kNoiseAmplitudeMin; n <= noiseAmplitudeMax(bits); ++n) {
                CAPTURE(n);
                // Of the rest two sums are equal by chance: the fewer digits, the more.
                CHECK(shareChanged(state, bits, n, pool) >= 9850);
            }
            // What is all zeros has no scale but that of its noise.
            const bool zero = std::string(state.name) == "zero";
            CHECK((shareChanged(state, bits, bits + 12, pool) <= 100) == !zero);
        }
    }
}

TEST_CASE("the table in gpu/proofs.md is the one that this program makes") {
    ThreadPool pool(2);
    std::string made;
    for (const unsigned bits : {8U, 14U, 16U, 21U}) {
        const std::vector<State> of = states(bits);
        if (made.empty()) {
            made = "| bits | amplitude | allowed |";
            for (const State& state : of)
                made += " " + std::string(state.name) + " |";
            made += "\n|---|---|---|";
            for (std::size_t i = 0; i < of.size(); ++i)
                made += "---|";
            made += "\n";
        }
        made += table(of, bits, pool);
    }
    std::ifstream file(SOURCE_DIR "/gpu/proofs.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    CHECK_MESSAGE(text.find(made) != std::string::npos, "gpu/proofs.md should have this table:\n" << made);
}
