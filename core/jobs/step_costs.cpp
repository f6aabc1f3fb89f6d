// SPDX-License-Identifier: Apache-2.0
#include "jobs/step_costs.h"

#include "gpu/self_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace unchained::jobs {

namespace {

// Multiply-adds that a core's products of 14 bits are at, 115 billion a second, while it hashes a byte (1.5 GB/s), adds
// noise to a weight (0.25 ns) and begins a tensor (1.2 µs), or checks an element of a product with both vectors (0.25
// ns); and what becomes of an element of a product besides, from quantising to the layers around it (0.47 ns). Measured
// on a small GPT and on a small convolutional network.
constexpr double kWorkOfHashedByte = 75, kWorkOfNoisedWeight = 29, kWorkOfNoisedTensor = 140'000,
                 kWorkOfCheckedElement = 29, kWorkOfElement = 54;
constexpr std::uint64_t kWinsLeast = 20, kIterationsMost = 1'000'000; ///< of a job, of a step

/// Of one iteration, in multiply-adds.
struct IterationWork {
    double products = 0, elements = 0, noise = 0, selfCheck = 0;
    [[nodiscard]] double all() const { return products + elements + noise + selfCheck; }
};

bool isWeight(const gpu::TensorInfo& tensor) {
    return tensor.noised && tensor.elements() > 0 && !tensor.shape.empty();
}

/// Each noised weight [n, k] is in three products with the batch's m rows: forward, and the gradients of input and
/// weight. Each has the m·n + m·k + n·k elements of its operands and its result, which a check of one reads.
IterationWork workOf(const ProgramShape& shape) {
    IterationWork out;
    out.products = static_cast<double>(shape.workPerIteration);
    double weights = 0;
    for (const gpu::TensorInfo& tensor : shape.layout)
        if (isWeight(tensor)) weights += static_cast<double>(tensor.elements());
    if (weights == 0) return out;
    const double rows = out.products / (3 * weights);
    for (const gpu::TensorInfo& tensor : shape.layout) {
        if (!isWeight(tensor)) continue;
        const auto n = static_cast<double>(tensor.shape[0]), all = static_cast<double>(tensor.elements());
        const double elements = 3 * (rows * (n + all / n) + all);
        out.elements += kWorkOfElement * elements;
        out.noise += kWorkOfNoisedTensor + kWorkOfNoisedWeight * all;
        out.selfCheck += kWorkOfCheckedElement * elements * gpu::selfCheckShare(rows * all) / gpu::kSelfCheckEvery;
    }
    return out;
}

double hashWork(const ProgramShape& shape) {
    return kWorkOfHashedByte * static_cast<double>(shape.stateBytes);
}

/// Credits.
double openingCost(const ProgramShape& shape) {
    return static_cast<double>(shape.stateBytes) / 1e9 * kCreditsPerGigabyte;
}

double iterationPrice(const ProgramShape& shape, Amount pricePerHour, std::uint64_t rate) {
    const double seconds =
        static_cast<double>(shape.workPerIteration) / static_cast<double>(std::max<std::uint64_t>(1, rate));
    return static_cast<double>(pricePerHour.micro()) * 1e-6 * seconds / 3600;
}

/// The divisor of `all` next to `wanted` that is not above `most`; from above where there is one.
std::uint64_t divisorNear(std::uint64_t all, std::uint64_t wanted, std::uint64_t most) {
    std::uint64_t below = 1, above = 0;
    const auto see = [&](std::uint64_t d) {
        if (d > most) return;
        if (d >= wanted) above = above == 0 ? d : std::min(above, d);
        if (d <= wanted) below = std::max(below, d);
    };
    for (std::uint64_t d = 1; d <= most && d * d <= all; ++d) {
        if (all % d != 0) continue;
        see(d);
        see(all / d);
    }
    return above != 0 ? above : below;
}

/// Iterations, at most as many as a step can have; `most` for what no number satisfies.
std::uint64_t atLeast(double iterations, std::uint64_t most) {
    if (!(iterations < static_cast<double>(most))) return most;
    return std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::ceil(iterations)));
}

} // namespace

StepCosts stepCosts(const ProgramShape& shape, std::uint64_t iterations, Amount pricePerHour, std::uint64_t rate) {
    const IterationWork one = workOf(shape);
    const auto count = static_cast<double>(std::max<std::uint64_t>(1, iterations));
    const double hash = hashWork(shape), all = count * one.all() + hash;
    const double price = count * iterationPrice(shape, pricePerHour, rate);
    StepCosts out;
    if (all > 0) {
        out.hashing = hash / all;
        out.noise = count * one.noise / all;
        out.selfCheck = count * one.selfCheck / all;
    }
    out.laptopSeconds = count * one.products / kLaptopWorkMax * kLaptopSecondsMax;
    out.openingShare = price > 0 ? openingCost(shape) / price : std::numeric_limits<double>::infinity();
    return out;
}

StepProposal proposeStep(const ProgramShape& shape, std::uint32_t odds, Amount pricePerHour, std::uint64_t rate) {
    const IterationWork one = workOf(shape);
    const double perIteration = one.all() > 0 ? (one.noise + one.selfCheck) / one.all() : 0;
    // What is left for hashing; where the rest takes it all, a fifth of the limit: longer steps would hardly help.
    const double left = kOverheadShareMax - perIteration;
    const double hashShare = left > 0.05 * kOverheadShareMax ? left : kOverheadShareMax / 5;
    const double price = iterationPrice(shape, pricePerHour, rate);
    const std::uint64_t job = std::clamp<std::uint64_t>(
        shape.iterations / (kWinsLeast * std::max<std::uint32_t>(1, odds)), 1, kIterationsMost);
    const std::uint64_t laptop =
        std::clamp<std::uint64_t>(static_cast<std::uint64_t>(kLaptopWorkMax / std::max(1.0, one.products)), 1, job);
    const std::uint64_t wanted = std::max(
        atLeast(hashWork(shape) * (1 - hashShare) / (hashShare * std::max(1.0, one.all())), kIterationsMost),
        price > 0 ? atLeast(openingCost(shape) / (kOpeningShareMax * price), kIterationsMost) : kIterationsMost);
    StepProposal out;
    out.iterations = static_cast<std::uint32_t>(
        divisorNear(std::max<std::uint64_t>(1, shape.iterations), std::min(wanted, laptop), laptop));
    out.costs = stepCosts(shape, out.iterations, pricePerHour, rate);
    const bool shorter = out.iterations < wanted;
    if (!out.costs.laptopCanCheck() || (shorter && laptop < job))
        out.limit = StepLimit::Laptop;
    else if (shorter)
        out.limit = StepLimit::Job;
    else if (out.costs.overhead() > kOverheadShareMax)
        out.limit = StepLimit::Noise;
    return out;
}

} // namespace unchained::jobs
