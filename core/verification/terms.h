// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verification/policy.h"

#include <array>
#include <cstdint>
#include <vector>

/// From what a renter says, "X is at stake, and I want a liar caught with chance A", to a check rate, a bond and a
/// price (protocol.md 5). Pure; safe from any thread.
namespace unchained::verification {

/// Terms of a contract in step prices, for jobs of about `steps` steps: the columns of protocol.md 5.
struct Preset {
    const char* name;
    std::uint64_t steps;     ///< N
    std::uint32_t odds;      ///< n
    std::uint32_t window;    ///< W
    std::uint32_t batch;     ///< g
    std::uint64_t bondSteps; ///< B/c
    std::uint32_t releaseHours, openingHours, bondHours;
};
inline constexpr std::array<Preset, 3> kPresets{{
    {"small", 100, 4, 4, 25, 400, 1, 24, 1},
    {"medium", 10'000, 50, 16, 2, 10'000, 6, 24, 24},
    {"large", 1'000'000, 500, 64, 1, 200'000, 24, 48, 72},
}};
/// Of a job of so many steps: the last preset that begins at or below it, the first where none does.
[[nodiscard]] const Preset& presetFor(std::uint64_t steps);

/// e of protocol.md 5: what hashes, noise and messages may take of a job at most.
inline constexpr double kFixedShare = 0.008;

struct Wish {
    Amount price;            ///< c
    std::uint64_t steps = 1; ///< N
    std::uint32_t odds = 1;  ///< n
    Amount atStake;          ///< X
    Amount marketLoss;       ///< ℓ, zero without a market
    double assurance = 0;    ///< A, below 1: a run with a share `share` faked is caught with at least this chance
    double share = 0.01;     ///< f, 0 < f ≤ 1
    Amount bondMax;          ///< most that the host locks
    Amount checkCost;        ///< recomputation and transfer of one opening
    double fixedShare = kFixedShare;     ///< e
    std::uint32_t batchMax = UINT32_MAX; ///< g of the preset: never fewer checks than it makes
};

struct Terms {
    std::uint32_t batch = 1;                      ///< g: the largest that does all that was asked
    Amount bond;                                  ///< B: the least that deters X at this batch
    double claimCheckRate = 1, stepCheckRate = 1; ///< q = 1/g, r = p·q
    std::uint64_t checks = 1;                     ///< expected, max(1, floor(r·N))
    Amount sabotage;                              ///< X*, rounded down; at least X, by the margin m
    double assurance = 0;                         ///< of the same share
    double overhead = 0;                          ///< e + r·κ
    Amount price;                                 ///< N·c + checks·checkCost, what the job costs on average
};

/// Largest g, at most `batchMax`, for which max(1, ⌊N/(n·g)⌋) checks catch a run with a share of fakes with the chance
/// `assurance`, below 1. Error: OutOfReach where the job has not so many claims.
[[nodiscard]] Result<std::uint32_t> batchForAssurance(double assurance, double share, std::uint64_t steps,
                                                      std::uint32_t odds, std::uint32_t batchMax);

/// The cheapest terms for a wish. More bond costs the renter nothing, so it is asked for first, up to bondMax; only
/// what that leaves open is bought with checks. Errors: NotDeterred (the remedy names the bond), OutOfReach (more
/// checks than claims: choose larger odds, or rent two hosts and compare roots), Overflow.
[[nodiscard]] Result<Terms> termsFor(const Wish& wish);

/// Least number of checks K with 1 − (1−f)^K ≥ A; at least 1. @param assurance below 1  @param share above 0
[[nodiscard]] std::uint64_t checksFor(double assurance, double share);

/// One place of the slider between bond and check rate: each deters the same X.
struct SliderPoint {
    std::uint32_t batch = 1;
    Amount bond;
    double stepCheckRate = 1, overhead = 0;
};
/// Batches 1, 2, 3, 4, 6, 8, 12 … batchMax with the least bond of each, from many checks to few. Errors: Overflow.
[[nodiscard]] Result<std::vector<SliderPoint>> slider(const Wish& wish);

} // namespace unchained::verification
