// SPDX-License-Identifier: Apache-2.0
#include "node/progress_line.h"

#include "node/text.h"

#include <unistd.h>

namespace unchained::node {

namespace {
using std::chrono::steady_clock;
constexpr auto kOnTerminal = std::chrono::milliseconds(100);
constexpr auto kInPipe = std::chrono::seconds(10);
} // namespace

ProgressLine::ProgressLine(std::FILE* file)
    : ProgressLine(file, ::isatty(::fileno(file)) == 1, [] { return steady_clock::now(); }) {}

ProgressLine::ProgressLine(std::FILE* file, bool terminal, Clock clock)
    : m_file(file), m_terminal(terminal), m_clock(std::move(clock)) {}

ProgressLine::~ProgressLine() {
    clear();
}

void ProgressLine::update(const Progress& progress) {
    const auto now = m_clock();
    const bool first = !m_last;
    if (first) {
        m_first = progress.done;
        m_begun = now;
        m_printed = now;
    }
    const bool same = !first && m_last->done == progress.done && m_last->total == progress.total;
    const bool other = !first && m_last->doing != progress.doing;
    if (same && !other) return;
    m_last = progress;
    m_current = false;
    const bool whole = progress.total > 0 && progress.done >= progress.total;
    const bool due = now - m_printed >= (m_terminal ? steady_clock::duration(kOnTerminal) : kInPipe);
    if (due || other || whole || (first && m_terminal)) print();
}

void ProgressLine::print() {
    if (!m_last || (m_current && (m_shown || !m_terminal))) return;
    const std::string line = text();
    // "\x1b[K" takes away what is left of a longer line.
    std::fprintf(m_file, m_terminal ? "\r%s\x1b[K" : "%s\n", line.c_str());
    std::fflush(m_file);
    m_printed = m_clock();
    m_shown = m_terminal;
    m_current = true;
}

void ProgressLine::clear() {
    if (!m_shown) return;
    std::fputs("\r\x1b[K", m_file);
    std::fflush(m_file);
    m_shown = false;
}

void ProgressLine::finish() {
    if (!m_last) return;
    print();
    if (m_shown) std::fputs("\n", m_file);
    m_shown = false;
    m_last.reset();
}

std::string ProgressLine::text() const {
    if (!m_last) return {};
    const Progress& p = *m_last;
    std::string out = std::to_string(p.done) + "/" + std::to_string(p.total) + " " + p.unit;
    const double seconds = std::chrono::duration<double>(m_clock() - m_begun).count();
    if (p.done > m_first && seconds > 0) {
        const double rate = static_cast<double>(p.done - m_first) / seconds;
        char number[48];
        std::snprintf(number, sizeof number, ", %.3g %s/s", rate, p.unit.c_str());
        out += number;
        if (p.done < p.total) out += ", " + secondsText(static_cast<double>(p.total - p.done) / rate) + " left";
    }
    if (!p.doing.empty()) out += ": " + p.doing;
    return out;
}

} // namespace unchained::node
