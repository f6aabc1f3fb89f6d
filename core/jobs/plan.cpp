// SPDX-License-Identifier: Apache-2.0
#include "jobs/plan.h"

#include "lottery/lottery.h"
#include "verification/policy.h"
#include "verification/slash.h"
#include "verification/terms.h"

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
    out.kind = shape.kind;
    const bool parallel = shape.kind == gpu::WorkKind::Parallel;
    out.tileBytes = parallel ? shape.outputBytes * job.iterationsPerStep : 0;
    out.dataBytes = job.data.size();
    out.work = static_cast<double>(out.workPerStep) * static_cast<double>(out.steps);
    out.secondsPerStep = static_cast<double>(out.workPerStep) / static_cast<double>(rate);
    out.seconds = out.work / static_cast<double>(rate);
}

void fillDownloads(Plan& out, const PreparedJob& job) {
    for (std::uint64_t k = 1; k <= out.windows; ++k)
        out.boundaries += lottery::isBoundary(k, out.windows) ? 1 : 0;
    const bool parallel = out.kind == gpu::WorkKind::Parallel;
    if (parallel) out.boundaries = out.windows;
    out.renterDownload = parallel ? out.steps * out.tileBytes : out.boundaries * out.stateBytes;
    out.hostDownload = out.dataBytes + (job.initialState ? job.initialState->size() : 0);
    out.hubDownload = out.dataBytes + out.checks * out.stateBytes;
}

Result<void> fillMoney(Plan& out, const PreparedJob& job, const PlanTerms& terms) {
    const auto face = verification::faceValue(out.price, out.odds);
    const auto cost = out.price.times(out.steps);
    if (!face || !cost) return tooMuch("price");
    out.face = *face;
    out.cost = *cost;
    const auto deterrence = deterrenceOf(job.spec.contract, out.price, out.odds, out.steps, terms);
    if (!deterrence) return deterrence.error();
    out.bond = deterrence->bond;
    out.batch = deterrence->batch;
    const verification::Stakes stakes{out.price, out.odds, out.bond, terms.atStake};
    out.claimCheckRate = 1.0 / out.batch;
    out.stepCheckRate = out.claimCheckRate / out.odds;
    out.checks = std::max<std::uint64_t>(1, out.steps / (std::uint64_t{out.odds} * out.batch));
    out.gainDrawn = verification::gainIfDrawn(stakes, out.batch);
    out.sabotageDeterred = verification::sabotageDeterred(stakes, out.batch);
    out.assurance1 = verification::assurance(0.01, out.steps, out.odds, out.batch);
    out.assurance10 = verification::assurance(0.10, out.steps, out.odds, out.batch);
    out.assuranceAsked = terms.assurance;
    out.faked = terms.faked;
    out.assurance = verification::assurance(terms.faked, out.steps, out.odds, out.batch);
    out.atStake = terms.atStake;
    // Recomputing a step costs one, and a step is made long enough for its opening to cost a quarter of it.
    out.overhead = verification::overhead(verification::kFixedShare, out.stepCheckRate, 1.25);
    out.assurance50 = verification::assurance(0.50, out.steps, out.odds, out.batch);

    const std::uint64_t tickets = lottery::escrowTickets(out.steps, out.window, out.odds);
    const auto fees = terms.checkFee.times(out.checks);
    const auto escrow = verification::escrow(out.face, tickets, out.batch, terms.checkFee);
    if (!fees || !escrow) return tooMuch("escrow");
    out.checkFees = *fees;
    out.escrow = *escrow;
    const auto total = out.cost.plus(out.checkFees);
    if (!total) return tooMuch("price");
    out.total = *total;
    return {};
}

} // namespace

Result<Deterrence> deterrenceOf(const ContractSpec& spec, Amount price, std::uint32_t odds, std::uint64_t steps,
                                const PlanTerms& terms) {
    std::uint32_t wanted = terms.checkAll     ? 1
                           : terms.batch == 0 ? spec.claimBatch
                                              : std::min(terms.batch, spec.claimBatch);
    std::uint64_t bondSteps = spec.bondSteps;
    if (terms.batch != 0)
        bondSteps = std::max<std::uint64_t>(1, (bondSteps * wanted + spec.claimBatch - 1) / spec.claimBatch);
    if (terms.assurance > 0) {
        const auto enough = verification::batchForAssurance(terms.assurance, terms.faked, steps, odds, wanted);
        if (!enough) return enough.error();
        wanted = *enough;
    }
    const auto usual = price.times(bondSteps);
    if (!usual) return tooMuch("bond");
    // A sabotage worth X asks for more than the usual bond.
    const std::uint32_t batch = terms.batch != 0 ? wanted : 1;
    auto least = verification::leastBond(price, odds, terms.atStake, batch);
    // ℓ is a share of the bond that it makes larger; a fiftieth more than the first guess covers that.
    if (least && terms.bets)
        least = verification::leastBond(price, odds, terms.atStake, batch,
                                        verification::makersShare(*least + Amount::micros(least->micro() / 50 + 100)));
    if (!least) return least.error();
    Deterrence out{std::max(*usual, *least), 1};
    if (terms.bondMax) out.bond = std::min(out.bond, *terms.bondMax);
    const Amount marketLoss = terms.bets ? verification::makersShare(out.bond) : Amount{};
    const auto largest = verification::largestBatch({price, odds, out.bond, terms.atStake, marketLoss});
    if (!largest) return largest.error();
    out.batch = std::min(wanted, *largest);
    return out;
}

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
    out.stepCosts = stepCosts(shape, job.iterationsPerStep, terms.pricePerHour, rate);
    out.proposal = proposeStep(shape, out.odds, terms.pricePerHour, rate);
    return out;
}

} // namespace unchained::jobs
