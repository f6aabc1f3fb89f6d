// SPDX-License-Identifier: Apache-2.0
#include "market.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unchained::sim {

namespace {

struct Count {
    const char *name, *title;
    std::uint64_t MarketOutcome::*value;
};
constexpr Count kCounts[] = {
    {"contracts", "contracts", &MarketOutcome::contracts},
    {"byBeacon", "drawn by beacon", &MarketOutcome::byBeacon},
    {"steps", "steps", &MarketOutcome::steps},
    {"honestSteps", "of honest hosts", &MarketOutcome::honestSteps},
    {"claims", "claims", &MarketOutcome::claims},
    {"checks", "checks", &MarketOutcome::checks},
    {"crashes", "crashes", &MarketOutcome::crashes},
    {"lostDisks", "with the disk lost", &MarketOutcome::lostDisks},
    {"markets", "markets", &MarketOutcome::markets},
    {"bets", "bets", &MarketOutcome::bets},
    {"forcedChecks", "checks forced", &MarketOutcome::forcedChecks},
    {"hired", "checks for hire", &MarketOutcome::hired},
    {"stakesLost", "stakes of checkers lost", &MarketOutcome::stakesLost},
    {"cases", "cases", &MarketOutcome::cases},
    {"rulings", "rulings", &MarketOutcome::rulings},
    {"settlements", "settlements", &MarketOutcome::settlements},
    {"messages", "letters", &MarketOutcome::messages},
    {"reviews", "reviews", &MarketOutcome::reviews},
    {"cheatersCaught", "cheaters caught", &MarketOutcome::cheatersCaught},
    {"falseAccusations", "false accusations", &MarketOutcome::falseAccusations},
};

struct Endings {
    const char *name, *title;
    std::map<std::string, std::uint64_t> MarketOutcome::*value;
};
constexpr Endings kEndings[] = {
    {"endings", "contract", &MarketOutcome::endings},
    {"marketEndings", "market", &MarketOutcome::marketEndings},
    {"caseEndings", "case", &MarketOutcome::caseEndings},
};

/// Seeds together; what went wrong keeps the seed that shows it again.
struct Sum {
    MarketOutcome all;
    std::vector<std::pair<std::uint64_t, std::string>> failures;
};

Sum sumOf(const std::vector<MarketOutcome>& outcomes) {
    Sum out;
    for (const MarketOutcome& o : outcomes) {
        for (const Count& count : kCounts)
            out.all.*count.value += o.*count.value;
        out.all.conserved &= o.conserved;
        out.all.live &= o.live;
        for (const Endings& endings : kEndings)
            for (const auto& [ending, count] : o.*endings.value)
                (out.all.*endings.value)[ending] += count;
        for (const std::string& what : o.broken)
            out.failures.emplace_back(o.seed, what);
    }
    return out;
}

} // namespace

std::string asJson(const std::vector<MarketOutcome>& outcomes) {
    const Sum sum = sumOf(outcomes);
    nlohmann::json failures = nlohmann::json::array();
    for (const auto& [seed, what] : sum.failures)
        failures.push_back({{"seed", seed}, {"what", what}});
    nlohmann::json out{{"seeds", outcomes.size()},
                       {"conservation", sum.all.conserved ? "ok" : "broken"},
                       {"live", sum.all.live ? "ok" : "broken"},
                       {"failures", failures}};
    for (const Count& count : kCounts)
        out[count.name] = sum.all.*count.value;
    for (const Endings& endings : kEndings)
        out[endings.name] = sum.all.*endings.value;
    if (outcomes.size() == 1) out["digest"] = outcomes.front().digest;
    return out.dump() + "\n";
}

std::string asText(const std::vector<MarketOutcome>& outcomes) {
    const Sum sum = sumOf(outcomes);
    static constexpr std::size_t kColumn = 26;
    std::string out;
    const auto line = [&out](std::string title, const std::string& value) {
        title.resize(std::max(kColumn, title.size() + 1), ' ');
        out += title + value + "\n";
    };
    line("seeds", std::to_string(outcomes.size()));
    for (const Count& count : kCounts)
        line(count.title, std::to_string(sum.all.*count.value));
    line("conservation", sum.all.conserved ? "ok" : "broken");
    line("live", sum.all.live ? "ok" : "broken");
    for (const Endings& endings : kEndings)
        for (const auto& [ending, count] : sum.all.*endings.value)
            line(std::string(endings.title) + " " + ending, std::to_string(count));
    if (outcomes.size() == 1) line("digest", outcomes.front().digest);
    for (const auto& [seed, what] : sum.failures)
        out += "seed " + std::to_string(seed) + ", " + what + "\n";
    return out;
}

} // namespace unchained::sim
