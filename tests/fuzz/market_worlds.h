// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/protocol/world.h"

#include <functional>
#include <memory>
#include <vector>

/// Worlds with what a marketplace has beside the plain rental: checkers for hire, bets, cases, the draw by beacon.
/// Checker, bettor, challenger and arbiter is the same stranger in all of them.
namespace unchained::fuzz {

using protocol::test::World;
using Worlds = std::vector<std::shared_ptr<World>>;
using Act = std::function<void(World&)>;

/// Five steps in three windows: a log is folded for every input.
[[nodiscard]] protocol::test::Setup small();
/// A rental that went to its end. Both acts may be empty: the one is before the admission, the other after it.
void addWorld(Worlds& out, const protocol::test::Setup& setup, const Act& prepare, const Act& run);

[[nodiscard]] const identity::Keys& strangerKeys();
void addMarketWorlds(Worlds& out);

/// The run of a benchmark whose roots are those of nothing: benchmarkRoot(i) after i steps.
[[nodiscard]] Hash256 benchmarkRoot(std::uint64_t i);
[[nodiscard]] contract::BenchmarkRun benchmarkRun(const PeerId& hub, const Hash256& seed);

} // namespace unchained::fuzz
