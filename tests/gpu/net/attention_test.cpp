// SPDX-License-Identifier: Apache-2.0
#include "gpu/net/layer_trial.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

struct Sight {
    bool causal = true;
    bool rotary = false;
};
constexpr std::size_t kSeenLength = 5;
constexpr std::size_t kSeenWidth = 8;
constexpr std::size_t kHeads = 2;
constexpr std::size_t kHead = kSeenWidth / kHeads;

Doubles timesWeight(const Doubles& x, std::size_t in, const Doubles& w, const Doubles& b) {
    Doubles y;
    for (std::size_t row = 0; row < x.size(); row += in) {
        for (std::size_t o = 0; o < b.size(); ++o) {
            double sum = b[o];
            for (std::size_t i = 0; i < in; ++i)
                sum += x[row + i] * w[o * in + i];
            y.push_back(sum);
        }
    }
    return y;
}

void turnPlain(Doubles& qkv) {
    for (std::size_t i = 0; i < qkv.size() / (3 * kSeenWidth); ++i) {
        for (std::size_t pair = 0; pair < kSeenWidth; ++pair) { // of queries and keys
            const double power = -2.0 * static_cast<double>(pair % (kHead / 2)) / static_cast<double>(kHead);
            const double angle = static_cast<double>(i % kSeenLength) * std::pow(10000.0, power);
            double& a = qkv[i * 3 * kSeenWidth + 2 * pair];
            double& b = qkv[i * 3 * kSeenWidth + 2 * pair + 1];
            const double turned = a * std::cos(angle) - b * std::sin(angle);
            b = a * std::sin(angle) + b * std::cos(angle);
            a = turned;
        }
    }
}

/// One position of one head: `q` of its numbers in [Q K V], `begin` of its sample's first.
Doubles mix(const Doubles& qkv, std::size_t begin, std::size_t q, std::size_t head, std::size_t seen) {
    Doubles weights;
    double sum = 0;
    for (std::size_t j = 0; j < seen; ++j) {
        double score = 0;
        for (std::size_t d = 0; d < kHead; ++d)
            score += qkv[q + d] * qkv[begin + j * 3 * kSeenWidth + kSeenWidth + head * kHead + d];
        weights.push_back(std::exp(score / std::sqrt(static_cast<double>(kHead))));
        sum += weights.back();
    }
    Doubles out(kHead);
    for (std::size_t j = 0; j < seen; ++j) {
        for (std::size_t d = 0; d < kHead; ++d)
            out[d] += weights[j] / sum * qkv[begin + j * 3 * kSeenWidth + 2 * kSeenWidth + head * kHead + d];
    }
    return out;
}

Doubles plainAttention(const Doubles& x, const std::vector<Doubles>& t, Sight kind) {
    Doubles qkv = timesWeight(x, kSeenWidth, t[0], t[1]);
    if (kind.rotary) turnPlain(qkv);
    Doubles mixed;
    for (std::size_t i = 0; i < x.size() / kSeenWidth; ++i) {
        const std::size_t position = i % kSeenLength;
        const std::size_t begin = (i - position) * 3 * kSeenWidth;
        for (std::size_t head = 0; head < kHeads; ++head) {
            const Doubles one =
                mix(qkv, begin, i * 3 * kSeenWidth + head * kHead, head, kind.causal ? position + 1 : kSeenLength);
            mixed.insert(mixed.end(), one.begin(), one.end());
        }
    }
    return timesWeight(mixed, kSeenWidth, t[2], t[3]);
}

LayerDescription describedAttention(Sight kind) {
    LayerDescription d{"attention", {{"heads", kHeads}}};
    if (!kind.causal) d.settings.emplace_back("causal", 0);
    if (kind.rotary) d.settings.emplace_back("rotary", 1);
    return d;
}

} // namespace

TEST_CASE("attention: values and gradients are those of its definition, causal, open and rotary") {
    const std::pair<Sight, const char*> kinds[] = {
        {{true, false}, "7d3e0113c867ee59d879d19c319cf921c6c96712e6c777d8d7c24866cd2794b9"},
        {{false, false}, "011e626fad78c2eefcb770c08706a45c157bde0de83114d099f81695e37fb2a4"},
        {{true, true}, "8565873a0eb3d756bf200eb318da10b217f46255796948d853914d8f301e5be8"},
    };
    for (const auto& one : kinds) {
        const Sight kind = one.first;
        INFO("causal ", kind.causal, ", rotary ", kind.rotary);
        LayerTrial trial{describedAttention(kind),
                         {kSeenLength, kSeenWidth},
                         3,
                         [kind](const Doubles& x, const std::vector<Doubles>& t) { return plainAttention(x, t, kind); },
                         one.second};
        trial.tolerance = 3e-5;
        holdToDefinition(trial);
    }
}

TEST_CASE("attention: no position sees a later one") {
    LayerBench bench(describedAttention({}), {kSeenLength, kSeenWidth}, 1);
    REQUIRE(bench.forward(false).ok());
    const std::vector<float> before = bench.output;
    for (std::size_t c = 0; c < kSeenWidth; ++c)
        bench.input[3 * kSeenWidth + c] = 1.0F;
    REQUIRE(bench.forward(false).ok());
    CHECK(std::equal(before.begin(), before.begin() + 3 * kSeenWidth, bench.output.begin()));
    CHECK_FALSE(std::equal(before.begin() + 3 * kSeenWidth, before.end(), bench.output.begin() + 3 * kSeenWidth));
}

TEST_CASE("attention: equal scores give the mean of the values, computed by hand") {
    LayerBench bench({"attention", {{"heads", 1}}}, {4, 1}, 1);
    bench.input = {2, 4, 6, 8};
    bench.tensors = {{0, 0, 1}, {0, 0, 0}, {1}, {0.5F}};
    REQUIRE(bench.forward(true).ok());
    CHECK(bench.output == std::vector<float>{2.5F, 3.5F, 4.5F, 5.5F});
    bench.input[1] = INFINITY;
    CHECK(bench.forward(true).error().is(ProgramError::NotFinite));
}

TEST_CASE("attention: shapes and heads that do not fit are refused in words") {
    CHECK(layerRefusal({"attention", {{"heads", 3}}}, {4, 8}) ==
          "layers.4.heads: a width of 8 cannot be divided evenly among 3 heads; use a number of heads that divides the "
          "width");
    CHECK(layerRefusal({"attention", {{"heads", 1}}}, {8}) ==
          "layers.4: takes positions of numbers; put an embedding before it");
    CHECK(layerRefusal({"attention", {{"heads", 8}, {"rotary", 1}}}, {4, 8}).starts_with("layers.4.rotary: "));
    CHECK(layerRefusal({"attention", {{"heads", 4096}}}, {1U << 19, 4096})
              .starts_with("layers.4: the scores of 4096 heads over "));
    CHECK(layerRefusal({"attention", {{"heads", 2}, {"causal", 1}}}, {4, 8}) ==
          "layers.4.causal: the value 1 is what it is by itself; leave it out");
}
