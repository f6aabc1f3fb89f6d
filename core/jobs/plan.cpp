// SPDX-License-Identifier: Apache-2.0
#include "jobs/plan.h"

#include "lottery/lottery.h"
#include "verification/policy.h"

#include <algorithm>

namespace unchained::jobs {

namespace {

Error tooMuch(const char* what) {
    return makeError(verification::PolicyError::Overflow, what, "is more than the books can hold",
                     "use a lower price or fewer steps");
}

void fillWork(Plan& out, const PreparedJob& job, const ProgramShape& shape, std::uint64_t rate) {
    out.iterations = job.iterations;
    out.steps = job.steps;
    out.iterationsPerStep = job.iterationsPerStep;
    out.window = job.spec.contract.window;
    out.odds = job.spec.contract.odds;
    out.windows = lottery::windowCount(out.steps, out.window);
    out.trainSamples = job.trainSamples;
    out.testSamples = job.testSamples;
    for (const gpu::TensorInfo& tensor : shape.layout)
        if (!tensor.name.starts_with("optimizer.")) out.parameters += tensor.elements();
    out.stateBytes = shape.stateBytes;
    out.dataBytes = job.data.size();
    out.work = static_cast<double>(out.workPerStep) * static_cast<double>(out.steps);
    out.secondsPerStep = static_cast<double>(out.workPerStep) / static_cast<double>(rate);
    out.seconds = out.work / static_cast<double>(rate);
}

void fillDownloads(Plan& out, const PreparedJob& job) {
    for (std::uint64_t k = 1; k <= out.windows; ++k)
        out.boundaries += lottery::isBoundary(k, out.windows) ? 1 : 0;
    out.renterDownload = out.boundaries * out.stateBytes;
    out.hostDownload = out.dataBytes + (job.initialState ? job.initialState->size() : 0);
    out.hubDownload = out.dataBytes + out.checks * out.stateBytes;
}

Result<void> fillMoney(Plan& out, const PreparedJob& job, const PlanTerms& terms) {
    const auto face = verification::faceValue(out.price, out.odds);
    const auto cost = out.price.times(out.steps);
    const auto wanted = out.price.times(job.spec.contract.bondSteps);
    if (!face || !cost || !wanted) return tooMuch("price");
    out.face = *face;
    out.cost = *cost;
    // A sabotage worth X asks for more than the usual bond.
    const auto least = verification::leastBond(out.price, out.odds, terms.atStake, 1);
    if (!least) return least.error();
    out.bond = std::max(*wanted, *least);
    if (terms.bondMax) out.bond = std::min(out.bond, *terms.bondMax);

    const verification::Stakes stakes{out.price, out.odds, out.bond, terms.atStake};
    const auto largest = verification::largestBatch(stakes);
    if (!largest) return largest.error();
    out.batch = terms.checkAll ? 1 : std::min(job.spec.contract.claimBatch, *largest);
    out.claimCheckRate = 1.0 / out.batch;
    out.stepCheckRate = out.claimCheckRate / out.odds;
    out.checks = std::max<std::uint64_t>(1, out.steps / (std::uint64_t{out.odds} * out.batch));
    out.sabotageDeterred = verification::sabotageDeterred(stakes, out.batch);
    out.assurance1 = verification::assurance(0.01, out.steps, out.odds, out.batch);
    out.assurance10 = verification::assurance(0.10, out.steps, out.odds, out.batch);
    out.assurance50 = verification::assurance(0.50, out.steps, out.odds, out.batch);

    const std::uint64_t tickets = lottery::escrowTickets(out.steps, out.window, out.odds);
    const auto paid = out.face.times(tickets);
    const auto feesMost = terms.checkFee.times(tickets / out.batch + 2);
    const auto fees = terms.checkFee.times(out.checks);
    if (!paid || !feesMost || !fees) return tooMuch("escrow");
    const auto escrow = paid->plus(*feesMost);
    if (!escrow) return tooMuch("escrow");
    out.checkFees = *fees;
    out.escrow = *escrow;
    return {};
}

} // namespace

Result<Plan> makePlan(const PreparedJob& job, const ProgramShape& shape, const PlanTerms& terms) {
    Plan out;
    const std::uint64_t rate = std::max<std::uint64_t>(1, terms.rate);
    if (__builtin_mul_overflow(shape.workPerIteration, std::uint64_t{job.iterationsPerStep}, &out.workPerStep))
        return tooMuch("work");
    fillWork(out, job, shape, rate);
    const auto price = verification::stepPrice(terms.pricePerHour, out.workPerStep, rate);
    if (!price) return price.error();
    out.price = *price;
    if (auto money = fillMoney(out, job, terms); !money) return money.error();
    fillDownloads(out, job);
    return out;
}

} // namespace unchained::jobs
