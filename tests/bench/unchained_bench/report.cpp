// SPDX-License-Identifier: Apache-2.0
#include "unchained_bench/report.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace unchained::bench {

namespace {

using nlohmann::ordered_json;

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

template <class Spread>
ordered_json toJson(const Spread& spread) {
    return {{"value", rounded(spread.value)}, {"low", rounded(spread.low)}, {"high", rounded(spread.high)}};
}

/// Seconds of one run of each side.
std::pair<double, double> pairOf(const Contest& contest, bool peerFirst) {
    if (contest.both) return contest.both();
    double now[2];
    for (const int side : {peerFirst ? 1 : 0, peerFirst ? 0 : 1})
        now[side] = secondsOf(side == 0 ? contest.ours : contest.peer);
    return {now[0], now[1]};
}

} // namespace

Report::Spread Report::spreadOf(std::vector<double> ratios) {
    std::sort(ratios.begin(), ratios.end());
    const std::size_t middle = ratios.size() / 2;
    const double median = ratios.size() % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    return {median, ratios.front(), ratios.back()};
}

Report::Entry& Report::entry(const std::string& name) {
    const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.name == name; });
    if (at != m_entries.end()) return *at;
    m_entries.push_back({name, {}, {}, {}});
    return m_entries.back();
}

void Report::add(const Contest& contest) {
    Entry& to = entry(contest.name);
    const std::size_t run = to.runs.size();
    to.runs.push_back({contest.threads, contest.lowerIsBetter, {}, 1e9, 1e9});
    const std::string title = contest.name + "/threads:" + std::to_string(contest.threads);
    benchmark::RegisterBenchmark(
        title.c_str(),
        [this, contest, run](benchmark::State& state) {
            Run& mine = entry(contest.name).runs[run];
            double ours = 1e9;
            double peer = 1e9;
            for (auto unused : state) {
                (void)unused;
                if (mine.ratios.empty()) pairOf(contest, false); // the first ones warm up
                const auto start = std::chrono::steady_clock::now();
                const auto spent = [&] {
                    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
                };
                for (int pair = 0; pair < m_effort.pairs && (pair == 0 || spent() < m_effort.seconds); ++pair) {
                    const auto now = pairOf(contest, pair % 2 == 1);
                    ours = std::min(ours, now.first);
                    peer = std::min(peer, now.second);
                }
                state.SetIterationTime(ours);
            }
            const double ratio = contest.ratio ? contest.ratio(ours, peer) : peer / ours;
            mine.ratios.push_back(ratio);
            mine.ours = std::min(mine.ours, ours);
            mine.peer = std::min(mine.peer, peer);
            state.counters["ratio"] = ratio;
        })
        ->Iterations(1)
        ->Repetitions(m_effort.repetitions)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
}

void Report::measured(const std::string& name, double value, double low, double high) {
    entry(name).measured = Spread{value, low, high};
}

void Report::missing(const std::string& name, const std::string& reason) {
    entry(name).reason = reason;
}

std::string Report::table() const {
    std::string out;
    char line[256];
    std::snprintf(line, sizeof line, "%-32s %7s %8s %8s %8s %11s %11s\n", "ratio", "threads", "value", "low", "high",
                  "ours ms", "peer ms");
    out += line;
    for (const Entry& e : m_entries) {
        for (const Run& run : e.runs) {
            if (run.ratios.empty()) continue; // a filter of Google Benchmark left it out
            const Spread spread = spreadOf(run.ratios);
            std::snprintf(line, sizeof line, "%-32s %7u %8.3f %8.3f %8.3f %11.3f %11.3f\n", e.name.c_str(), run.threads,
                          spread.value, spread.low, spread.high, run.ours * 1e3, run.peer * 1e3);
            out += line;
        }
        if (e.measured) {
            std::snprintf(line, sizeof line, "%-32s %7s %8.3f %8.3f %8.3f\n", e.name.c_str(), "", e.measured->value,
                          e.measured->low, e.measured->high);
            out += line;
        } else if (e.runs.empty()) {
            out += e.name + ": none, " + e.reason + "\n";
        }
    }
    return out;
}

std::string Report::json(const std::string& blasKernels) const {
    ordered_json document = ordered_json::object();
    if (!blasKernels.empty()) document["openblas_kernels"] = blasKernels;
    for (const Entry& e : m_entries) {
        if (e.measured) {
            document[e.name] = toJson(*e.measured);
            continue;
        }
        ordered_json threads = ordered_json::object();
        const Run* worst = nullptr;
        for (const Run& run : e.runs) {
            if (run.ratios.empty()) continue;
            threads[std::to_string(run.threads)] = toJson(spreadOf(run.ratios));
            const double value = spreadOf(run.ratios).value;
            const bool worse = !worst || (run.lowerIsBetter ? value > spreadOf(worst->ratios).value
                                                            : value < spreadOf(worst->ratios).value);
            if (worse) worst = &run;
        }
        if (worst) {
            document[e.name] = toJson(spreadOf(worst->ratios));
            document[e.name]["threads"] = threads;
        } else {
            document[e.name] = {{"value", nullptr}, {"reason", e.runs.empty() ? e.reason : "left out by a filter"}};
        }
    }
    return document.dump();
}

} // namespace unchained::bench
