// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <optional>
#include <string>

namespace unchained::node {

/// How far a long task is.
struct Progress {
    std::uint64_t done = 0, total = 0;
    std::string unit;  ///< "steps"
    std::string doing; ///< "training on attic"; may change on the way
};

/// Shows progress with rate and time left: on a terminal one line that is written over, at most ten times a second;
/// else a plain line every ten seconds and at the end. The rate is over what was done since the first update, so that a
/// task that is carried on from the middle is not taken for a fast one. One thread.
class ProgressLine {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// @param file  not owned; mostly stderr, so that standard output stays for results
    explicit ProgressLine(std::FILE* file);
    ProgressLine(std::FILE* file, bool terminal, Clock clock);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void update(const Progress& progress);
    /// Before anything else is printed: takes the line away, the next update brings it back.
    void clear();
    /// Shows the last state for good.
    void finish();

    /// "  40/100 steps, 8.1 steps/s, 7.4 s left: training"
    [[nodiscard]] std::string text() const;

private:
    void print();

    std::FILE* m_file;
    bool m_terminal;
    Clock m_clock;
    std::optional<Progress> m_last;
    std::uint64_t m_first = 0; ///< done at the first update
    std::chrono::steady_clock::time_point m_begun, m_printed;
    bool m_shown = false;   ///< the terminal's line holds it
    bool m_current = false; ///< the last state was printed
};

} // namespace unchained::node
