// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "jobs/prepare.h"
#include "jobs/program_shape.h"
#include "jobs/step_costs.h"

#include <cstdint>
#include <optional>

/// What a job takes and costs on a host, and what is checked, before anything is paid. Pure; any thread.
namespace unchained::jobs {

/// On which terms a host would compute it.
struct PlanTerms {
    Amount pricePerHour;
    std::uint64_t rate = 1;        ///< multiply-adds a second, at least 1
    std::optional<Amount> bondMax; ///< most that the host locks; nothing: as much as the job asks for
    Amount atStake;                ///< X
    Amount checkFee;               ///< of the hub, for each check
    bool checkAll = false;         ///< g = 1
    std::uint32_t batch = 0;       ///< g that the renter would like; 0: the job's own
    double assurance = 0;          ///< chance at which a run with a share `faked` of fakes is caught; 0: not asked for
    double faked = 0.1;            ///< above 0, at most 1
    bool bets = false;             ///< a beacon draws: what markets may lose does not deter
};

/// What stands against cheating in a contract: the host's bond, and one check in a batch of g claims.
struct Deterrence {
    Amount bond;
    std::uint32_t batch = 1;
};
/// The job's own bond and batch, within what the host locks and the floor asks for. A renter who likes a smaller batch
/// than the job's buys the same deterrence with more checks and a bond that is smaller in proportion.
/// An assurance takes as many checks as it needs, and is refused where there are not so many claims.
/// @param steps  of the contract
/// Errors: verification::PolicyError.
[[nodiscard]] Result<Deterrence> deterrenceOf(const ContractSpec& spec, Amount price, std::uint32_t odds,
                                              std::uint64_t steps, const PlanTerms& terms);

struct Plan {
    std::uint64_t iterations = 0, steps = 0, windows = 0;      ///< N, K
    std::uint32_t iterationsPerStep = 0, window = 0, odds = 0; ///< W, n
    std::uint64_t trainSamples = 0, testSamples = 0;

    std::uint64_t parameters = 0;
    std::uint64_t stateBytes = 0; ///< also the opening of one step
    std::uint64_t dataBytes = 0;
    std::uint64_t workPerStep = 0; ///< multiply-adds
    double work = 0;               ///< of the whole job
    double secondsPerStep = 0, seconds = 0;

    Amount price;                ///< c
    Amount face;                 ///< V
    Amount cost;                 ///< N·c, what the draw pays on average
    Amount checkFees;            ///< of as many checks as are expected
    Amount escrow;               ///< most that the contract can take; what is left comes back
    Amount bond;                 ///< B
    std::uint32_t batch = 1;     ///< g
    std::uint64_t checks = 0;    ///< expected, at least 1
    double claimCheckRate = 0;   ///< q = 1/g
    double stepCheckRate = 0;    ///< r = 1/(n·g)
    double gainDrawn = 0;        ///< micro-credits: what a faked step brings its host once it is drawn
    double sabotageDeterred = 0; ///< X*, micro-credits; may be negative
    gpu::WorkKind kind = gpu::WorkKind::Serial;
    std::uint64_t tileBytes = 0;                             ///< that a step of parallel work leaves at most
    double assurance1 = 0, assurance10 = 0, assurance50 = 0; ///< that a run with so many % faked is caught
    double assuranceAsked = 0, faked = 0, assurance = 0;     ///< what was asked for, and what these checks give of it
    double overhead = 0; ///< of hashes, noise, messages and checks, as a share of the cost; an expectation
    Amount atStake;      ///< X
    Amount total;        ///< cost and check fees: what the job costs on average

    StepCosts stepCosts;   ///< of a step of the job as it is written
    StepProposal proposal; ///< how long it should be

    std::uint64_t boundaries = 0;     ///< states that are handed over, the last one included; of parallel work windows
    std::uint64_t renterDownload = 0; ///< bytes: those states, or all tiles
    std::uint64_t hostDownload = 0;   ///< bytes: the data, and Y[0] where it comes from a file
    std::uint64_t hubDownload = 0;    ///< bytes: the data once, and an opening for each expected check
};

/// Errors: verification::PolicyError where cheating would pay at the bond that can be had (the remedy names one that
/// would do), or where an amount leaves the range of amounts.
[[nodiscard]] Result<Plan> makePlan(const PreparedJob& job, const ProgramShape& shape, const PlanTerms& terms);

} // namespace unchained::jobs
