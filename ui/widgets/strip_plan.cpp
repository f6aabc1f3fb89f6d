// SPDX-License-Identifier: Apache-2.0
#include "widgets/strip_plan.h"

#include "widgets/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace unchained::ui {

namespace {

struct StripWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::StripWords)
};

constexpr std::size_t kNamed = 6; ///< wins told one by one; of more it says how many

int gravity(WinState state) {
    switch (state) {
    case WinState::Paid:
        return 0;
    case WinState::Right:
        return 1;
    case WinState::Won:
        return 2;
    case WinState::Wrong:
        return 3;
    }
    return 0;
}

/// Groups at the begin of `count` windows, so that with one column for each other they need at most `columns`.
struct Merge {
    int groups = 0, size = 1;
};
Merge mergeFor(int count, int columns) {
    if (count <= columns) return {};
    for (int size = 2;; size *= 2) {
        const int groups = (count - columns + size - 2) / (size - 1); // each frees size − 1 columns
        if (groups <= std::max(1, columns / 2)) return {groups, size};
    }
}

} // namespace

std::vector<StripColumn> planColumns(int windows, int drawn, int computing, int most) {
    std::vector<StripColumn> out;
    if (windows <= 0 || most < 2) return out;
    drawn = std::clamp(drawn, 0, windows);
    const int later = windows - drawn;
    // What comes needs few columns: it has nothing to show yet.
    const int leastLater = std::max(1, most / 4);
    const int forLater =
        windows <= most ? later : std::min(later, std::clamp(most - drawn, leastLater, drawn > 0 ? most - 1 : most));
    const int forDrawn = most - forLater;
    const Merge old = mergeFor(drawn, forDrawn);
    int at = 0;
    for (int i = 0; i < old.groups; ++i, at = std::min(at + old.size, drawn))
        out.push_back({at, std::min(old.size, drawn - at)});
    for (; at < drawn; ++at)
        out.push_back({at, 1});
    const Merge ahead = mergeFor(later, forLater);
    const int single = std::max(later - ahead.groups * ahead.size, std::min({computing, later, forLater - 1}));
    for (int i = 0; i < single; ++i, ++at)
        out.push_back({at, 1});
    for (; at < windows; at += ahead.size)
        out.push_back({at, std::min(ahead.size, windows - at)});
    return out;
}

int blocksOf(std::uint64_t ticketsPerWindow) {
    return static_cast<int>(std::min<std::uint64_t>(kStripBlocks, ticketsPerWindow));
}

int blockOf(std::uint64_t ticket, std::uint64_t ticketsPerWindow) {
    if (ticketsPerWindow == 0) return 0;
    const auto blocks = static_cast<std::uint64_t>(blocksOf(ticketsPerWindow));
    return static_cast<int>(std::min(blocks - 1, ticket * blocks / ticketsPerWindow));
}

StripCells cellsOf(const std::vector<WindowFacts>& windows, StripColumn column, std::uint64_t ticketsPerWindow) {
    StripCells out;
    const auto begin = windows.begin() + column.first, end = begin + column.count;
    const auto any = [&](WindowState state) {
        return std::any_of(begin, end, [state](const WindowFacts& each) { return each.state == state; });
    };
    out.state = any(WindowState::Late)        ? WindowState::Late
                : any(WindowState::Computing) ? WindowState::Computing
                : any(WindowState::Pending)   ? WindowState::Pending
                                              : WindowState::Drawn;
    for (auto each = begin; each != end; ++each) {
        const int blocks = each->tickets == 0 ? 0 : 1 + blockOf(each->tickets - 1, ticketsPerWindow);
        out.blocks = std::max(out.blocks, blocks);
        for (const WinFacts& win : each->wins) {
            auto& cell = out.wins[static_cast<std::size_t>(blockOf(win.ticket, ticketsPerWindow))];
            if (!cell || gravity(win.state) > gravity(*cell)) cell = win.state;
        }
    }
    return out;
}

QString wordOf(WindowState state) {
    switch (state) {
    case WindowState::Pending:
        return StripWords::tr("pending");
    case WindowState::Computing:
        return StripWords::tr("computing");
    case WindowState::Drawn:
        return StripWords::tr("drawn");
    case WindowState::Late:
        return StripWords::tr("late");
    }
    return {};
}

QString wordOf(WinState state) {
    switch (state) {
    case WinState::Won:
        return StripWords::tr("won");
    case WinState::Right:
        return StripWords::tr("checked right");
    case WinState::Paid:
        return StripWords::tr("paid");
    case WinState::Wrong:
        return StripWords::tr("wrong");
    }
    return {};
}

int wonIn(const WindowFacts& window) {
    return static_cast<int>(std::count_if(window.wins.begin(), window.wins.end(),
                                          [](const WinFacts& each) { return each.state != WinState::Wrong; }));
}

QString sentenceOf(const WindowFacts& window, std::uint64_t number, std::uint64_t total) {
    QString out = StripWords::tr("Window %1 of %2, %3, %4")
                      .arg(countText(number), countText(total), wordOf(window.state),
                           StripWords::tr("%n ticket(s)", nullptr, static_cast<int>(window.tickets)));
    if (window.state != WindowState::Drawn && window.wins.empty()) return out;
    out += StripWords::tr(", %n won", nullptr, wonIn(window));
    QStringList named;
    for (const WinFacts& win : window.wins)
        if (static_cast<std::size_t>(named.size()) < kNamed)
            named += StripWords::tr("ticket %1 %2", "its number and its state")
                         .arg(countText(win.ticket + 1), wordOf(win.state));
    if (window.wins.size() > kNamed)
        named += StripWords::tr("and %n more", nullptr, static_cast<int>(window.wins.size() - kNamed));
    return named.isEmpty() ? out : out + QStringLiteral(": ") + named.join(QStringLiteral(", "));
}

} // namespace unchained::ui
