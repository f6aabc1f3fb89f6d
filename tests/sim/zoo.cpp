// SPDX-License-Identifier: Apache-2.0
#include "zoo.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace unchained::sim {

namespace {

constexpr const char* kOneStep = "one step";

/// Every step from `first` on, each saving a share of its cost.
HostPlan every(std::uint64_t first, std::uint64_t steps, double saving) {
    return {first, 1, steps - first, false, saving, Reaction::Claim};
}
/// One step in a hundred, and what it does once one of them was hit.
HostPlan oneInHundred(std::uint64_t steps, Reaction reaction) {
    return {0, 100, std::max<std::uint64_t>(1, steps / 100), false, 1, reaction};
}

using PlanFor = HostPlan (*)(std::uint64_t steps);
Adversary host(const char* kind, const char* what, PlanFor planFor) {
    return {kind, what, false, [planFor](const Setting& s, std::uint64_t games, Random& random) {
                return RowResult{playHosts(s, planFor(s.preset.steps), games, random), false};
            }};
}

std::vector<Adversary> hostsThatSave() {
    return {
        host("skip", "computes nothing: each state is the last one", [](std::uint64_t n) { return every(0, n, 1); }),
        host("memo", "computes the first step, then says its result again; the noise makes it wrong",
             [](std::uint64_t n) { return every(1, n, 1); }),
        host("narrow", "computes with half the bits, at half the cost",
             [](std::uint64_t n) { return every(0, n, 0.5); }),
        host("noiseless", "leaves out the noise, which costs 0.8 %",
             [](std::uint64_t n) { return every(0, n, 0.008); }),
        host("last layer only", "trains the last layer and leaves the others, for two fifths of the cost",
             [](std::uint64_t n) { return every(0, n, 0.6); }),
        host("skipped optimiser", "leaves out the optimiser's update, a twentieth of the cost",
             [](std::uint64_t n) { return every(0, n, 0.05); }),
        host("stale weights", "overlaps steps by taking weights one step old, a fifth quicker",
             [](std::uint64_t n) { return every(0, n, 0.2); }),
        host("trust then cheat", "honest for half of the job, then computes nothing",
             [](std::uint64_t n) { return every(n / 2, n, 1); }),
        host("last 1 %", "computes nothing of the last hundredth, when all but that is paid",
             [](std::uint64_t n) { return every(n - std::max<std::uint64_t>(1, n / 100), n, 1); }),
        host(kOneStep, "fakes one step somewhere: sabotage",
             [](std::uint64_t) { return HostPlan{0, 1, 1, true, 1, Reaction::Claim}; }),
    };
}

std::vector<Adversary> hostsThatDodge() {
    return {
        host("unclaimed fakes",
             "fakes one step in a hundred and leaves its wins out of the list; the list is not the draw",
             [](std::uint64_t n) { return oneInHundred(n, Reaction::Omit); }),
        host("vanish", "fakes one step in a hundred, is silent once one is drawn; silence is a failed check",
             [](std::uint64_t n) { return oneInHundred(n, Reaction::Vanish); }),
        host("refuse to open", "fakes one step in a hundred, does not open one that is checked; a failed check",
             [](std::uint64_t n) { return oneInHundred(n, Reaction::RefuseOpen); }),
        host("two commits", "mends a fake once it is drawn and commits again; two commitments cost the bond",
             [](std::uint64_t n) { return oneInHundred(n, Reaction::TwoCommits); }),
        {"draw grinder", "tries eight secrets against a guessed seed; both draw together, so that it changes nothing",
         false, playGrinder},
        {"replayer", "files a winning ticket twice and in a second contract; a step is claimed once, s_0 accepted once",
         false, playReplayer},
    };
}

std::vector<Adversary> others() {
    return {
        {"own NO", "fakes one step, a friend bets NO on it against strangers who trust it", true,
         [](const Setting& s, std::uint64_t games, Random& random) {
             if (!s.market) return RowResult{{}, true};
             const Amount gain = friendsGain(*s.market, s.market->forcedBy - Amount::micros(1));
             return RowResult{playHosts(s, {0, 1, 1, false, 1, Reaction::Claim, gain}, games, random), false};
         }},
        {"own YES", "honest, a friend buys YES; the maker sells none above the opening price", true, playOwnYes},
        {"copying checker", "answers with the claimed root; the salted one is missing", false,
         [](const Setting& s, std::uint64_t games, Random& random) { return playChecker(s, 1, games, random); }},
        {"lazy checker", "copies one task in ten", false,
         [](const Setting& s, std::uint64_t games, Random& random) { return playChecker(s, 10, games, random); }},
        {"false alarmer", "says of right steps that they are wrong; bears the cost", false, playFalseAlarm},
        {"self-renting ring",
         "host, renter and NO staker are one: refund and shares come back to it, what burns does not", true, playRing},
        {"non-paying renter",
         "takes the state at a boundary and falls silent; the window is paid by the step, and c burns", false,
         playNonPayer},
        {"withholding renter", "serves no data and releases nothing; the claims stand and are paid later", false,
         playWithholder},
        {"front-runner", "bets before a bet that it sees and gets out after it; all pay one price", true,
         playFrontRunner},
    };
}

struct Task {
    const Adversary* adversary;
    Setting setting;
    bool control;
};

std::vector<Task> tasksOf(const Options& options) {
    std::vector<Task> out;
    for (const Adversary& a : adversaries()) {
        if (!options.adversary.empty() && options.adversary != a.kind) continue;
        for (const verification::Preset& preset : verification::kPresets) {
            Setting setting = settingOf(preset, a.claimMarket, options.canary);
            const bool controlled = a.kind == std::string(kOneStep);
            for (const double share : {0.0, 0.8, 2.0}) {
                if (share > 1 && !controlled) continue;
                setting.atStake = std::max(0.0, share * setting.sabotage);
                out.push_back({&a, setting, share > 1});
            }
        }
    }
    return out;
}

Row rowOf(const Task& task, std::uint64_t games, std::uint64_t seed) {
    Random random(seed);
    const RowResult result = task.adversary->play(task.setting, games, random);
    Row row{task.adversary->kind, task.setting.preset.name, task.setting.atStake, task.setting.sabotage,
            task.control,         result.refused,           result.estimate,      0};
    const double checks = result.estimate.checksPerStep;
    if (checks >= 0) row.overhead = verification::overhead(verification::kFixedShare, checks, 1.0);
    return row;
}

} // namespace

const std::vector<Adversary>& adversaries() {
    static const std::vector<Adversary> all = [] {
        std::vector<Adversary> out = hostsThatSave();
        for (const auto& more : {hostsThatDodge(), others()})
            out.insert(out.end(), more.begin(), more.end());
        return out;
    }();
    return all;
}

std::vector<Row> playZoo(const Options& options) {
    const std::vector<Task> tasks = tasksOf(options);
    std::vector<Row> rows(tasks.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < tasks.size(); i = next++)
            rows[i] = rowOf(tasks[i], options.games, options.seed * 1'000'003 + i);
    };
    std::vector<std::thread> helpers;
    for (unsigned t = 1; t < options.threads; ++t)
        helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers)
        helper.join();
    return rows;
}

} // namespace unchained::sim
