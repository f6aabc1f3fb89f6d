// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <array>
#include <vector>

/// What a WindowsStrip shows where, and what it says of a window. Pure but for QLocale().
namespace unchained::ui {

/// Windows that share a column; one unless there are more windows than columns.
struct StripColumn {
    int first = 0, count = 1;
    bool operator==(const StripColumn&) const = default;
};

/// Columns for all windows, at most `most`: those near the front have one each; older ones merge in groups of 2, 4, 8 …
/// and so do those far ahead. Groups keep their members while the front moves on, until all double.
/// @param drawn      windows before the front: the first so many are drawn or late
/// @param computing  behind them, under way
[[nodiscard]] std::vector<StripColumn> planColumns(int windows, int drawn, int computing, int most);

inline constexpr int kStripBlocks = 8;
/// Blocks of a column: eight, or as many as there are tickets where those are fewer; 0 without tickets.
[[nodiscard]] int blocksOf(std::uint64_t ticketsPerWindow);
/// The block that a ticket lies in, from the top.
[[nodiscard]] int blockOf(std::uint64_t ticket, std::uint64_t ticketsPerWindow);

/// What a column shows: the state of its blocks, how many of them there are, and the gravest win of each.
struct StripCells {
    WindowState state = WindowState::Pending;
    int blocks = 0;
    std::array<std::optional<WinState>, kStripBlocks> wins;
    bool operator==(const StripCells&) const = default;
};
[[nodiscard]] StripCells cellsOf(const std::vector<WindowFacts>& windows, StripColumn column,
                                 std::uint64_t ticketsPerWindow);

[[nodiscard]] QString wordOf(WindowState state);
[[nodiscard]] QString wordOf(WinState state);
/// "Window 41 of 64, drawn, 64 tickets, 1 won: ticket 27 paid".
/// @param number, total  counted from 1
[[nodiscard]] QString sentenceOf(const WindowFacts& window, std::uint64_t number, std::uint64_t total);
/// Wins that count as won: a check that found a wrong step is none.
[[nodiscard]] int wonIn(const WindowFacts& window);

} // namespace unchained::ui
