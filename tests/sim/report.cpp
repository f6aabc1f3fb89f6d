// SPDX-License-Identifier: Apache-2.0
#include "zoo.h"

#include <cmath>
#include <cstdio>

namespace unchained::sim {

namespace {

template <class... Args>
std::string formatted(const char* pattern, Args... args) {
    char line[400];
    std::snprintf(line, sizeof line, pattern, args...);
    return line;
}

std::string gainOf(const Row& row) {
    if (row.refused) return "refused";
    const Estimate& e = row.estimate;
    const char* pattern = std::abs(e.mean) < 100 ? "%.3g ± %.2g" : "%.0f ± %.2g";
    return formatted(pattern, e.mean, e.high - e.mean);
}
std::string delayOf(const Row& row) {
    return row.estimate.caught > 0 && !row.refused ? formatted("%.0f", row.estimate.delay) : "-";
}

} // namespace

std::string asText(const std::vector<Row>& rows) {
    std::string out = formatted("%-20s %-7s %9s %24s %10s %9s %9s\n", "adversary", "size", "X", "gain, 95 % interval",
                                "delay", "poisoned", "overhead");
    for (const Row& row : rows)
        out += formatted("%-20s %-7s %9.2f %24s %10s %8.3f%% %8.2f%%%s\n", row.kind.c_str(), row.size.c_str(),
                         row.atStake, gainOf(row).c_str(), delayOf(row).c_str(), 100 * row.estimate.poisoned,
                         100 * row.overhead, row.control ? "  control" : "");
    return out;
}

std::string asJson(const std::vector<Row>& rows, const Options& options) {
    std::string out =
        formatted("{\"games\":%llu,\"seed\":%llu,\"unit\":\"step prices\",\"rows\":[",
                  static_cast<unsigned long long>(options.games), static_cast<unsigned long long>(options.seed));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& r = rows[i];
        out += formatted("%s\n{\"kind\":\"%s\",\"size\":\"%s\",\"atStake\":%.6g,\"sabotageDeterred\":%.6g,",
                         i ? "," : "", r.kind.c_str(), r.size.c_str(), r.atStake, r.sabotage);
        out += formatted("\"gainMean\":%.6g,\"gainLow\":%.6g,\"gainHigh\":%.6g,\"refused\":%s,\"control\":%s,",
                         r.estimate.mean, r.estimate.low, r.estimate.high, r.refused ? "true" : "false",
                         r.control ? "true" : "false");
        out += formatted("\"delay\":%.6g,\"caught\":%.6g,\"poisoned\":%.6g,\"overhead\":%.6g,\"games\":%llu}",
                         r.estimate.delay, r.estimate.caught, r.estimate.poisoned, r.overhead,
                         static_cast<unsigned long long>(r.estimate.games));
    }
    return out + "\n]}\n";
}

std::string asMarkdown(const std::vector<Row>& rows, const Options& options) {
    std::string out = "# The zoo: what cheating brings\n\n"
                      "Made by `unchained-sim --zoo --markdown`";
    out += formatted(", %llu games a row, seed %llu.\n\n", static_cast<unsigned long long>(options.games),
                     static_cast<unsigned long long>(options.seed));
    out +=
        "Gains are over honest play on the same steps, in step prices c, with a 95 % interval from games stratified "
        "by\n"
        "whether a fake is drawn. A step costs its host c, the most that it can, so that a fake saves the most. X is "
        "earned\nonce a contract as soon as one false step stands in it, caught or not: 0, and 0.8 of X\\*, the "
        "largest "
        "sabotage deterred;\nwhere somebody may bet on the claim, X\\* is lower by what a friend of the host could "
        "win. "
        "The controls at 2 X\\* must pay.\nDelay: steps from the first fake until the contract has ended, of those "
        "that "
        "were caught. Poisoned: contracts whose\nresult was accepted with a false step in it. Overhead: 0.8 % and the "
        "checks of the adversary's own contract, κ = 1.\nRefused: the rules turn the attempt away, and it gains "
        "nothing.\n\n";
    for (const Adversary& a : adversaries())
        out += std::string("- **") + a.kind + "**: " + a.what + ".\n";
    out += "\n| adversary | job | X/c | gain/c | delay | poisoned | overhead |\n|---|---|---:|---:|---:|---:|---:|\n";
    for (const Row& r : rows) {
        const bool plain = !r.refused;
        out += formatted("| %s%s | %s | %.2f | %s | %s | %s | %s |\n", r.kind.c_str(), r.control ? " (control)" : "",
                         r.size.c_str(), r.atStake, gainOf(r).c_str(), delayOf(r).c_str(),
                         plain ? formatted("%.3f %%", 100 * r.estimate.poisoned).c_str() : "-",
                         plain && r.overhead > 0 ? formatted("%.2f %%", 100 * r.overhead).c_str() : "-");
    }
    return out;
}

} // namespace unchained::sim
