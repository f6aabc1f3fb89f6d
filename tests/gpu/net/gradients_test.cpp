// SPDX-License-Identifier: Apache-2.0
// Each layer's backward pass against central differences, in binary64, of a plain forward pass written here.
#include "gpu/net/layer_trial.h"

#include "net/cross_entropy.h"
#include "net/optimiser.h"

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

Doubles linearForward(const Doubles& x, const Doubles& w, const Doubles& b, std::size_t rows) {
    const std::size_t out = b.size();
    const std::size_t in = w.size() / out;
    Doubles y(rows * out);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t o = 0; o < out; ++o) {
            double sum = b[o];
            for (std::size_t i = 0; i < in; ++i)
                sum += x[r * in + i] * w[o * in + i];
            y[r * out + o] = sum;
        }
    }
    return y;
}

double plainRelu(double x) {
    return x > 0 ? x : 0;
}
double plainGelu(double x) {
    return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
}

void checkElementwise(const LayerDescription& description, double (*function)(double)) {
    LayerBench bench(description, {3, 7}, 5);
    bench.run();
    const auto loss = [&](const Doubles& x) {
        Doubles y(x.size());
        for (std::size_t i = 0; i < x.size(); ++i)
            y[i] = function(x[i]);
        return dot(y, bench.outputGradient);
    };
    for (std::size_t i = 0; i < bench.input.size(); ++i) {
        CHECK(static_cast<double>(bench.output[i]) ==
              doctest::Approx(function(static_cast<double>(bench.input[i]))).epsilon(1e-5));
    }
    checkClose(bench.inputGradient, numericGradient(widened(bench.input), loss), 1e-5);
    CHECK(bench.layer->output() == Shape{3, 7});
}

} // namespace

TEST_CASE("linear: values and gradients of weights, biases and inputs are those of its definition") {
    LayerBench bench(LayerDescription::linear(6), {2, 4}, 9);
    bench.run();
    const Doubles x = widened(bench.input);
    const Doubles w = widened(bench.tensors[0]);
    const Doubles b = widened(bench.tensors[1]);
    checkClose(bench.output, linearForward(x, w, b, bench.rows), 1e-5);
    const auto loss = [&](const Doubles& xs, const Doubles& ws, const Doubles& bs) {
        return dot(linearForward(xs, ws, bs, bench.rows), bench.outputGradient);
    };
    checkClose(bench.inputGradient, numericGradient(x, [&](const Doubles& v) { return loss(v, w, b); }), 1e-5);
    checkClose(bench.gradients[0], numericGradient(w, [&](const Doubles& v) { return loss(x, v, b); }), 1e-5);
    checkClose(bench.gradients[1], numericGradient(b, [&](const Doubles& v) { return loss(x, w, v); }), 1e-5);
    // Bit for bit the product of the specification: the maxima that the layer hands over are the true ones.
    std::vector<float> product(bench.gradients[0].size());
    ProductArgs args;
    args.bits = 21;
    args.a = Matrix::dense(bench.outputGradient.data(), bench.rows, 6).transposed();
    args.b = Matrix::dense(bench.input.data(), bench.rows, 8);
    args.out = product.data();
    args.outStride = 8;
    REQUIRE(bench.tools.engine.product(args, bench.pool, bench.products).ok());
    CHECK(product == bench.gradients[0]);
    CHECK(bench.layer->forwardWork() == 48);
    CHECK(bench.layer->backwardWork(true) == 96);
    CHECK(bench.layer->backwardWork(false) == 48);
}

TEST_CASE("relu: value and gradient are those of its definition") {
    checkElementwise(LayerDescription::relu(), plainRelu);
}

TEST_CASE("gelu: value and gradient are those of its definition") {
    checkElementwise(LayerDescription::gelu(), plainGelu);
}

TEST_CASE("cross entropy: losses, hits and gradient are those of its definition") {
    constexpr std::size_t kRows = 11;
    constexpr std::size_t kClasses = 5;
    ThreadPool pool(2);
    Workspace products;
    Tools tools{*chooseEngine("").value(), pool, products, 21};
    const std::vector<float> logits = randomFloats(kRows * kClasses, 4, 6.0F);
    std::vector<std::int32_t> labels(kRows);
    for (std::size_t i = 0; i < kRows; ++i)
        labels[i] = static_cast<std::int32_t>(i * 3 % kClasses);
    std::vector<float> losses(kRows);
    std::vector<float> gradient(logits.size());
    const auto hits =
        CrossEntropy::run(tools, logits.data(), labels.data(), kRows, kClasses, losses.data(), gradient.data());
    REQUIRE(hits.ok());
    std::uint64_t wantedHits = 0;
    const auto rowLoss = [&](const Doubles& x, std::size_t row) {
        double sum = 0;
        for (std::size_t c = 0; c < kClasses; ++c)
            sum += std::exp(x[row * kClasses + c]);
        return std::log(sum) - x[row * kClasses + static_cast<std::size_t>(labels[row])];
    };
    const Doubles at = widened(logits);
    for (std::size_t i = 0; i < kRows; ++i) {
        CHECK(static_cast<double>(losses[i]) == doctest::Approx(rowLoss(at, i)).epsilon(1e-5));
        const auto* row = logits.data() + i * kClasses;
        wantedHits += std::max_element(row, row + kClasses) - row == labels[i] ? 1 : 0;
    }
    CHECK(*hits == wantedHits);
    const auto mean = [&](const Doubles& x) {
        double sum = 0;
        for (std::size_t i = 0; i < kRows; ++i)
            sum += rowLoss(x, i);
        return sum / static_cast<double>(kRows);
    };
    checkClose(gradient, numericGradient(at, mean), 1e-5);
}

TEST_CASE("cross entropy refuses logits that are not finite") {
    ThreadPool pool(1);
    Workspace products;
    Tools tools{*chooseEngine("").value(), pool, products, 14};
    const std::int32_t label = 0;
    float loss = 0;
    for (const float wrong : {std::nanf(""), INFINITY, -INFINITY}) {
        const std::vector<float> logits{1.0F, wrong};
        const auto done = CrossEntropy::run(tools, logits.data(), &label, 1, 2, &loss, nullptr);
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().is(ProgramError::NotFinite));
    }
}

TEST_CASE("sgd and adam follow their formulas, and say when a value is not finite any more") {
    ThreadPool pool(2);
    std::vector<float> values(1000, 1.0F);
    std::vector<float> first(1000, 0.0F);
    std::vector<float> second(1000, 0.0F);
    const std::vector<float> gradient = randomFloats(1000, 8, 1.0F);
    OptimiserDescription d;
    d.rate = 0.1F;
    const std::vector<float*> moments{first.data(), second.data()};
    const auto adam = makeOptimiser(d);
    CHECK(adam->moments() == std::vector<std::string>{"m", "v"});
    REQUIRE(adam->update(values, gradient.data(), moments, {0, d.rate}, pool));
    // The first step of adam has the size of the rate, against the gradient.
    for (std::size_t i = 0; i < values.size(); ++i) {
        CHECK(values[i] == doctest::Approx(gradient[i] > 0 ? 0.9 : 1.1).epsilon(1e-5));
    }
    d.kind = "sgd";
    d.momentum = 0.5F;
    const auto sgd = makeOptimiser(d);
    std::vector<float> speed(1000, 2.0F);
    values.assign(1000, 1.0F);
    const std::vector<float*> velocity{speed.data()};
    REQUIRE(sgd->update(values, gradient.data(), velocity, {0, d.rate}, pool));
    CHECK(speed[7] == 0.5F * 2.0F + gradient[7]);
    CHECK(values[7] == 1.0F - 0.1F * speed[7]);
    std::vector<float> broken = gradient;
    broken[999] = INFINITY;
    CHECK_FALSE(sgd->update(values, broken.data(), velocity, {1, d.rate}, pool));
    CHECK_FALSE(adam->update(values, broken.data(), moments, {1, d.rate}, pool));
    d.momentum = 0;
    CHECK(makeOptimiser(d)->moments().empty());
}

TEST_CASE("decay and clipping follow their formulas, computed by hand") {
    ThreadPool pool(1);
    OptimiserDescription d;
    d.kind = "sgd";
    const auto sgd = makeOptimiser(d);
    std::vector<float> values{2.0F};
    const std::vector<float> gradient{8.0F};
    REQUIRE(sgd->update(values, gradient.data(), {}, {0, 0.5F, 0.25F, 0.5F}, pool));
    CHECK(values[0] == 2.0F - 0.25F * 2.0F - 0.5F * (0.25F * 8.0F));
    d.kind = "adam";
    const auto adam = makeOptimiser(d);
    std::vector<float> m{0};
    std::vector<float> v{0};
    const std::vector<float*> moments{m.data(), v.data()};
    values = {2.0F};
    REQUIRE(adam->update(values, gradient.data(), moments, {0, 0.5F, 0.25F, 0.5F}, pool));
    CHECK(m[0] == (1.0F - 0.9F) * 2.0F);
    CHECK(values[0] == doctest::Approx(2.0 - 0.5 - 0.5));
}
