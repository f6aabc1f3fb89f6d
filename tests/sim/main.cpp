// SPDX-License-Identifier: Apache-2.0
#include "market.h"
#include "zoo.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

using namespace unchained::sim;

namespace {

constexpr const char* kUsage = R"(Usage: unchained-sim --zoo [options]
       unchained-sim --market --seeds A..B [--threads T] [--json] [--twice] [--canary]

--zoo plays every liar that is known against the rules and says what it gains over honest play. --market plays a whole
market over the real state machines, once for each seed; status 1 if a rule of it did not hold.

  --games N         games a row (50000)
  --adversary KIND  one kind only
  --seed S          another table (1)
  --threads T       (2)
  --json            for programs
  --markdown        the table of core/verification/zoo.md
  --check           status 1 if a sign is wrong: a cheat that pays, or a control that does not
  --canary          no bond is locked: --check has to find out that sabotage pays; in a market the hub's log loses an
                    event, and that has to be found out
  --twice           each seed is played twice, and must be the same market
)";

enum class Form { Text, Json, Markdown };

std::optional<std::uint64_t> number(const char* text) {
    char* end = nullptr;
    const std::uint64_t value = std::strtoull(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value == 0) return std::nullopt;
    return value;
}

/// "3..7", or "3".
std::optional<std::pair<std::uint64_t, std::uint64_t>> seeds(const std::string& text) {
    const std::size_t dots = text.find("..");
    const auto first = number(text.substr(0, dots).c_str());
    const auto last = dots == std::string::npos ? first : number(text.substr(dots + 2).c_str());
    if (!first || !last || *last < *first) return std::nullopt;
    return std::pair(*first, *last);
}

int refuse(const char* what) {
    std::fprintf(stderr, "unchained-sim: %s\n%s", what, kUsage);
    return 2;
}

int check(const std::vector<Row>& rows) {
    int wrong = 0;
    for (const Row& row : rows) {
        if (row.signIsRight()) continue;
        ++wrong;
        std::printf("wrong sign: %s %s at X = %.2f gains %.4g, between %.4g and %.4g%s\n", row.kind.c_str(),
                    row.size.c_str(), row.atStake, row.estimate.mean, row.estimate.low, row.estimate.high,
                    row.control ? " (control)" : "");
    }
    return wrong == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    Options options;
    Form form = Form::Text;
    MarketOptions market;
    bool zoo = false, markets = false, checked = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view arg = argv[i];
        const auto value = [&]() -> const char* { return i + 1 < argc ? argv[++i] : ""; };
        if (arg == "--zoo")
            zoo = true;
        else if (arg == "--market")
            markets = true;
        else if (arg == "--seeds") {
            const auto range = seeds(value());
            if (!range) return refuse("--seeds wants A..B, 1 at least");
            std::tie(market.firstSeed, market.lastSeed) = *range;
        } else if (arg == "--json")
            form = Form::Json;
        else if (arg == "--markdown")
            form = Form::Markdown;
        else if (arg == "--check")
            checked = true;
        else if (arg == "--canary")
            options.canary = market.canary = true;
        else if (arg == "--twice")
            market.twice = true;
        else if (arg == "--adversary")
            options.adversary = value();
        else if (arg == "--help")
            return std::fputs(kUsage, stdout), 0;
        else if (arg == "--games" || arg == "--seed" || arg == "--threads") {
            const auto n = number(value());
            if (!n) return refuse("a whole number above 0 is wanted");
            if (arg == "--games")
                options.games = *n;
            else if (arg == "--seed")
                options.seed = *n;
            else
                options.threads = static_cast<unsigned>(std::min<std::uint64_t>(*n, 64));
        } else
            return refuse("unknown option");
    }
    if (markets) {
        market.threads = options.threads;
        const auto outcomes = playMarkets(market);
        std::fputs((form == Form::Json ? asJson(outcomes) : asText(outcomes)).c_str(), stdout);
        return std::all_of(outcomes.begin(), outcomes.end(), isGood) ? 0 : 1;
    }
    if (!zoo) return refuse("nothing to do");
    const std::vector<Row> rows = playZoo(options);
    if (rows.empty()) return refuse("no adversary of this kind");
    const std::string text = form == Form::Json       ? asJson(rows, options)
                             : form == Form::Markdown ? asMarkdown(rows, options)
                                                      : asText(rows);
    std::fputs(text.c_str(), stdout);
    return checked ? check(rows) : 0;
}
