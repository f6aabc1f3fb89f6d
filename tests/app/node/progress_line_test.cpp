// SPDX-License-Identifier: Apache-2.0
#include "node/progress_line.h"

#include <doctest/doctest.h>

#include <memory>

using namespace unchained::node;
using namespace std::chrono_literals;

namespace {

/// A line into a file that is no terminal, and the time that it is told.
class Line {
public:
    explicit Line(bool terminal)
        : m_file(std::tmpfile(), &std::fclose), it(m_file.get(), terminal, [this] { return now; }) {
        REQUIRE(m_file);
    }
    void at(std::chrono::milliseconds time, std::uint64_t done, const std::string& doing = "training") {
        now = std::chrono::steady_clock::time_point(time);
        it.update({done, 100, "steps", doing});
    }
    /// What was written since the last call.
    std::string said() {
        std::string out;
        std::fseek(m_file.get(), m_read, SEEK_SET);
        for (int c = std::fgetc(m_file.get()); c != EOF; c = std::fgetc(m_file.get()))
            out.push_back(static_cast<char>(c));
        m_read = std::ftell(m_file.get());
        return out;
    }

private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
    long m_read = 0;

public:
    std::chrono::steady_clock::time_point now;
    ProgressLine it;
};

} // namespace

TEST_CASE("in a pipe there is a plain line every ten seconds, and one at the end") {
    Line line(false);
    line.at(0ms, 0);
    line.at(9'999ms, 10);
    CHECK(line.said().empty());
    line.at(10'000ms, 20);
    CHECK(line.said() == "20/100 steps, 2 steps/s, 40 s left: training\n");
    line.at(10'001ms, 21);
    CHECK(line.said().empty());
    line.at(50'000ms, 100);
    CHECK(line.said() == "100/100 steps, 2 steps/s: training\n");
    line.it.finish();
    CHECK(line.said().empty()); // it has been said
}

TEST_CASE("on a terminal one line is written over, at most ten times a second, and ends with a line break") {
    Line line(true);
    line.at(0ms, 0);
    CHECK(line.said() == "\r0/100 steps: training\x1b[K");
    line.at(99ms, 1);
    CHECK(line.said().empty());
    line.at(100ms, 2);
    CHECK(line.said() == "\r2/100 steps, 20 steps/s, 4.9 s left: training\x1b[K");
    line.it.clear();
    CHECK(line.said() == "\r\x1b[K");
    line.it.clear();
    CHECK(line.said().empty());
    line.at(200ms, 2); // nothing has changed
    CHECK(line.said().empty());
    line.at(250ms, 5);
    CHECK(line.said() == "\r5/100 steps, 20 steps/s, 4.75 s left: training\x1b[K");
    line.at(260ms, 5, "checking");
    CHECK(line.said().find(": checking\x1b[K") != std::string::npos);
    line.it.finish();
    CHECK(line.said() == "\n");
}

TEST_CASE("a task that is carried on from the middle is not taken for a fast one") {
    Line line(false);
    line.at(0ms, 60);
    line.at(10'000ms, 70);
    CHECK(line.said() == "70/100 steps, 1 steps/s, 30 s left: training\n");
}
