// SPDX-License-Identifier: Apache-2.0
#include "market.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace unchained::sim {

namespace {

/// Seeds together; what went wrong keeps the seed that shows it again.
struct Sum {
    MarketOutcome all;
    std::vector<std::pair<std::uint64_t, std::string>> failures;
};

Sum sumOf(const std::vector<MarketOutcome>& outcomes) {
    Sum out;
    for (const MarketOutcome& o : outcomes) {
        out.all.contracts += o.contracts;
        out.all.steps += o.steps;
        out.all.honestSteps += o.honestSteps;
        out.all.claims += o.claims;
        out.all.checks += o.checks;
        out.all.crashes += o.crashes;
        out.all.cheatersCaught += o.cheatersCaught;
        out.all.falseAccusations += o.falseAccusations;
        out.all.conserved &= o.conserved;
        out.all.live &= o.live;
        for (const auto& [ending, count] : o.endings)
            out.all.endings[ending] += count;
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
    const nlohmann::json out{{"seeds", outcomes.size()},
                             {"contracts", sum.all.contracts},
                             {"steps", sum.all.steps},
                             {"honestSteps", sum.all.honestSteps},
                             {"claims", sum.all.claims},
                             {"checks", sum.all.checks},
                             {"crashes", sum.all.crashes},
                             {"cheatersCaught", sum.all.cheatersCaught},
                             {"endings", sum.all.endings},
                             {"falseAccusations", sum.all.falseAccusations},
                             {"conservation", sum.all.conserved ? "ok" : "broken"},
                             {"live", sum.all.live ? "ok" : "broken"},
                             {"failures", failures}};
    return out.dump() + "\n";
}

std::string asText(const std::vector<MarketOutcome>& outcomes) {
    const Sum sum = sumOf(outcomes);
    const auto line = [](const char* name, std::uint64_t value) {
        return std::string(name) + std::to_string(value) + "\n";
    };
    std::string out = line("seeds               ", outcomes.size()) + line("contracts           ", sum.all.contracts) +
                      line("steps               ", sum.all.steps) + line("of honest hosts     ", sum.all.honestSteps) +
                      line("claims              ", sum.all.claims) + line("checks              ", sum.all.checks) +
                      line("crashes             ", sum.all.crashes) +
                      line("cheaters caught     ", sum.all.cheatersCaught) +
                      line("false accusations   ", sum.all.falseAccusations);
    out += std::string("conservation        ") + (sum.all.conserved ? "ok" : "broken") + "\nlive                " +
           (sum.all.live ? "ok" : "broken") + "\n";
    for (const auto& [ending, count] : sum.all.endings)
        out += ending + std::string(20 - std::min<std::size_t>(19, ending.size()), ' ') + std::to_string(count) + "\n";
    for (const auto& [seed, what] : sum.failures)
        out += "seed " + std::to_string(seed) + ", " + what + "\n";
    return out;
}

} // namespace unchained::sim
