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
    ThreadPool pool(1);
    Workspace scratch;
    ProductArgs args;
    args.bits = 21;
    args.a = Matrix::dense(bench.outputGradient.data(), bench.rows, 6).transposed();
    args.b = Matrix::dense(bench.input.data(), bench.rows, 8);
    args.out = product.data();
    args.outStride = 8;
    REQUIRE(chooseEngine("").value()->product(args, pool, scratch).ok());
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
    const std::vector<float> logits = randomFloats(kRows * kClasses, 4, 6.0F);
    std::vector<std::int32_t> labels(kRows);
    for (std::size_t i = 0; i < kRows; ++i)
        labels[i] = static_cast<std::int32_t>(i * 3 % kClasses);
    const auto rowLoss = [&](const Doubles& x, std::size_t row) {
        double sum = 0;
        for (std::size_t c = 0; c < kClasses; ++c)
            sum += std::exp(x[row * kClasses + c]);
        return std::log(sum) - x[row * kClasses + static_cast<std::size_t>(labels[row])];
    };
    const Doubles at = widened(logits);
    const auto mean = [&](const Doubles& x) {
        double sum = 0;
        for (std::size_t i = 0; i < kRows; ++i)
            sum += rowLoss(x, i);
        return sum / static_cast<double>(kRows);
    };
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        DeviceBench on(*engine);
        const LossOutput out{on.put(std::vector<float>(kRows)), on.put(std::vector<std::uint32_t>(kRows)),
                             on.put(std::vector<float>(logits.size()))};
        REQUIRE(on.ended(CrossEntropy::run(on.tools, on.put(logits), on.put(labels), kRows, kClasses, out)).ok());
        const auto losses = on.take(out.losses, kRows);
        const auto right = on.take(out.right, kRows);
        for (std::size_t i = 0; i < kRows; ++i) {
            CHECK(static_cast<double>(losses[i]) == doctest::Approx(rowLoss(at, i)).epsilon(1e-5));
            const auto* row = logits.data() + i * kClasses;
            CHECK(right[i] == (std::max_element(row, row + kClasses) - row == labels[i] ? 1 : 0));
        }
        checkClose(on.take(out.gradient, logits.size()), numericGradient(at, mean), 1e-5);
        // In the logits' place, and without one, all else stays as it was.
        float* place = on.put(logits);
        REQUIRE(
            on.ended(CrossEntropy::run(on.tools, place, on.put(labels), kRows, kClasses, {out.losses, nullptr, place}))
                .ok());
        CHECK(on.take(place, logits.size()) == on.take(out.gradient, logits.size()));
        CHECK(on.take(out.losses, kRows) == losses);
        REQUIRE(
            on.ended(CrossEntropy::run(on.tools, on.put(logits), on.put(labels), kRows, kClasses, {out.losses})).ok());
        CHECK(on.take(out.losses, kRows) == losses);
    }
}

TEST_CASE("cross entropy refuses logits that are not finite") {
    for (const Engine* engine : trialEngines()) {
        for (const float wrong : {std::nanf(""), INFINITY, -INFINITY}) {
            DeviceBench on(*engine);
            const float* logits = on.put(std::vector{1.0F, wrong});
            const auto done = on.ended(CrossEntropy::run(on.tools, logits, on.put(std::vector<std::int32_t>{0}), 1, 2,
                                                         {on.put(std::vector{0.0F})}));
            REQUIRE_FALSE(done.ok());
            CHECK(done.error().is(ProgramError::NotFinite));
            CHECK(on.ended({}).ok()); // said once
        }
    }
}

namespace {

/// A tensor under an optimiser on a device.
struct UpdateBench {
    DeviceBench on;
    std::unique_ptr<Optimiser> optimiser;
    std::vector<float> values;
    std::vector<std::vector<float>> moments;

    /// Whether all stayed finite.
    [[nodiscard]] bool update(const std::vector<float>& gradient, const UpdateTerms& terms) {
        float* at = on.put(values);
        std::vector<float*> places;
        for (const auto& moment : moments)
            places.push_back(on.put(moment));
        optimiser->update(on.device(), {at, values.size()}, on.put(gradient), places, terms);
        const auto done = on.ended(on.device().settle([] { return notFiniteLayer("update"); }));
        values = on.take(at, values.size());
        for (std::size_t k = 0; k < moments.size(); ++k)
            moments[k] = on.take(places[k], values.size());
        return done.ok();
    }
};

} // namespace

TEST_CASE("sgd and adam follow their formulas, and say when a value is not finite any more") {
    constexpr std::size_t kCount = 3000;
    const std::vector<float> gradient = randomFloats(kCount, 8, 1.0F);
    std::vector<float> broken = gradient;
    broken[kCount - 1] = INFINITY;
    OptimiserDescription d;
    d.rate = 0.1F;
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        const std::vector<float> zeros(kCount, 0.0F);
        UpdateBench adam{DeviceBench(*engine), makeOptimiser(d), std::vector<float>(kCount, 1.0F), {zeros, zeros}};
        CHECK(adam.optimiser->moments() == std::vector<std::string>{"m", "v"});
        REQUIRE(adam.update(gradient, {0, d.rate}));
        // The first step of adam has the size of the rate, against the gradient.
        for (std::size_t i = 0; i < kCount; ++i)
            CHECK(adam.values[i] == doctest::Approx(gradient[i] > 0 ? 0.9 : 1.1).epsilon(1e-5));
        OptimiserDescription plain = d;
        plain.kind = "sgd";
        plain.momentum = 0.5F;
        UpdateBench sgd{DeviceBench(*engine),
                        makeOptimiser(plain),
                        std::vector<float>(kCount, 1.0F),
                        {std::vector<float>(kCount, 2.0F)}};
        REQUIRE(sgd.update(gradient, {0, d.rate}));
        CHECK(sgd.moments[0][7] == 0.5F * 2.0F + gradient[7]);
        CHECK(sgd.values[7] == 1.0F - 0.1F * sgd.moments[0][7]);
        CHECK_FALSE(sgd.update(broken, {1, d.rate}));
        CHECK_FALSE(adam.update(broken, {1, d.rate}));
        plain.momentum = 0;
        CHECK(makeOptimiser(plain)->moments().empty());
    }
}

TEST_CASE("decay and clipping follow their formulas, computed by hand") {
    OptimiserDescription d;
    d.kind = "sgd";
    for (const Engine* engine : trialEngines()) {
        INFO(engine->name());
        UpdateBench sgd{DeviceBench(*engine), makeOptimiser(d), {2.0F}, {}};
        const float* clip = sgd.on.put(std::vector{0.25F});
        REQUIRE(sgd.update({8.0F}, {0, 0.5F, clip, 0.5F}));
        CHECK(sgd.values[0] == 2.0F - 0.25F * 2.0F - 0.5F * (0.25F * 8.0F));
        OptimiserDescription other = d;
        other.kind = "adam";
        UpdateBench adam{DeviceBench(*engine), makeOptimiser(other), {2.0F}, {{0.0F}, {0.0F}}};
        clip = adam.on.put(std::vector{0.25F});
        REQUIRE(adam.update({8.0F}, {0, 0.5F, clip, 0.5F}));
        CHECK(adam.moments[0][0] == (1.0F - 0.9F) * 2.0F);
        CHECK(adam.values[0] == doctest::Approx(2.0 - 0.5 - 0.5));
    }
}
