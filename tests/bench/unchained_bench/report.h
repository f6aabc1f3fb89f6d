// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace unchained::bench {

/// How long a measurement is.
struct Effort {
    int repetitions = 9;
    int pairs = 5;      ///< times that each side is run in one repetition
    double seconds = 9; ///< after which a repetition is cut short, on a machine that is slow or busy
};

/// What is compared: two ways to do the same work, in the same process, one after the other.
struct Contest {
    std::string name; ///< the ratio's
    unsigned threads = 1;
    std::function<void()> ours;
    std::function<void()> peer;
    /// What is reported of the seconds of both, the least of a repetition each; by default peer / ours: how many times
    /// as fast ours is.
    std::function<double(double ours, double peer)> ratio;
    bool lowerIsBetter = false;
    /// In place of ours and peer: runs both once and says the seconds of each, where they cannot be told from outside.
    std::function<std::pair<double, double>()> both = {};
};

/// Ratios by name, in the order in which they were added. One thread.
class Report {
public:
    explicit Report(Effort effort) : m_effort(effort) {}

    /// Has Google Benchmark run it: repetitions of pairs, each pair in the other order than the one before.
    void add(const Contest& contest);
    /// A figure that another program of ours has measured in this run.
    void measured(const std::string& name, double value, double low, double high);
    /// A ratio that cannot be had here.
    void missing(const std::string& name, const std::string& reason);
    /// The least seconds of ours that a ratio was made of, for the table.
    [[nodiscard]] std::string table() const;
    /// {name: {"value", "low", "high", "threads": {"1": {…}, …}} or {"value": null, "reason"}}. The value is the median
    /// over the repetitions, low and high their extremes; of several thread counts the worst stands for the name.
    [[nodiscard]] std::string json(const std::string& blasKernels) const;

private:
    struct Spread {
        double value = 0, low = 0, high = 0;
    };
    static Spread spreadOf(std::vector<double> ratios);
    struct Run {
        unsigned threads = 1;
        bool lowerIsBetter = false;
        std::vector<double> ratios; ///< one a repetition
        double ours = 1e9;          ///< least seconds of all
        double peer = 1e9;
    };
    struct Entry {
        std::string name;
        std::string reason;
        std::vector<Run> runs; ///< one a thread count
        std::optional<Spread> measured = {};
    };

    Entry& entry(const std::string& name);

    Effort m_effort;
    std::vector<Entry> m_entries;
};

} // namespace unchained::bench
