// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"
#include "protocol/hub_internal.h"

#include "gpu/hash.h"

/// How fast a host is, as the hub has seen it: it gives a seed, takes the time until the roots of a chain of steps come
/// back, and computes one of them again that nobody could foresee. A host that leaves out a share f of the work is that
/// much faster, and caught with the chance f; what is caught stands in its record for good.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::size_t kStepsLeast = 4, kStepsMost = 4096, kEngineMax = 64;
constexpr TimeMs kAgainAfterMs = 10'000; ///< each one costs the hub a step
} // namespace

Result<Value> HubState::benchmark(const HubCommand& command) {
    cbor::Reader in = argsOf(command, 0);
    if (auto done = in.finish(); !done) return done.error();
    const auto last = m_benchmarks.find(command.from);
    if (last != m_benchmarks.end() && m_now - last->second.since < kAgainAfterMs) {
        Error early =
            refuse(ProtocolError::WrongPhase, "benchmark", "this host has just been measured", "wait a moment");
        early.transient = true;
        return early;
    }
    Benchmark& begun = m_benchmarks[command.from];
    begun = Benchmark{.since = m_now, .underWay = true};
    // Nobody but the hub knows it before.
    begun.seed = taggedHash("benchmark-seed", {m_keys.hubKey(), command.from, ++m_benchmarkCount});
    m_effects.push_back(BenchmarkEffect{command.from});
    return Value(Array{begun.seed});
}

Result<Value> HubState::benchmarked(const HubCommand& command) {
    auto signedRun = soleStructure<contract::BenchmarkRun>(command);
    if (!signedRun) return signedRun.error();
    contract::BenchmarkRun& run = signedRun->value;
    if (run.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "run.hub", "names another marketplace");
    if (signedRun->signer != command.from)
        return refuse(ProtocolError::NotAParty, "run", "is signed by another than the host that was asked");
    const auto at = m_benchmarks.find(command.from);
    if (at == m_benchmarks.end() || !at->second.underWay || at->second.seed != run.seed) {
        Error other = refuse(ProtocolError::WrongPhase, "run.seed", "is not the one that was given", "begin anew");
        other.transient = at != m_benchmarks.end() && at->second.interrupted;
        return other;
    }
    Benchmark& begun = at->second;
    if (begun.run) return Value(Array{});
    if (run.roots.size() <= kStepsLeast || run.roots.size() > kStepsMost + 1 || run.engine.size() > kEngineMax)
        return refuse(ProtocolError::BadShape, "run.roots",
                      Message("has %1 roots, allowed are %2 to %3", run.roots.size(), kStepsLeast + 1, kStepsMost + 1));
    begun.elapsedMs = static_cast<std::uint64_t>(std::max<TimeMs>(1, m_now - begun.since));
    begun.drawn = lottery::dueInBenchmark(m_keys.hubKey(), signedRun->payload, run.roots.size() - 1);
    m_effects.push_back(BenchmarkCheckEffect{command.from, begun.seed, begun.drawn, run.roots[begun.drawn],
                                             lottery::stepSeed(begun.seed, begun.drawn)});
    begun.run = std::move(run);
    return Value(Array{});
}

void HubState::onBenchmarkChecked(const HubBenchmarkChecked& checked) {
    const auto at = m_benchmarks.find(checked.peer);
    if (at == m_benchmarks.end() || at->second.seed != checked.seed || !at->second.run) return;
    const Benchmark done = at->second;
    at->second.underWay = false;
    at->second.run.reset();
    m_effects.push_back(BenchmarkEffect{checked.peer});
    if (!checked.computed) return;
    Checks& checks = m_checks[checked.peer];
    ++checks.done;
    if (*checked.computed != done.run->roots[done.drawn + 1]) {
        ++checks.wrong;
        m_measurements.erase(checked.peer);
        m_listings.erase(checked.peer);
        return;
    }
    const contract::Measurement measurement{m_keys.peer(),
                                            checked.peer,
                                            done.run->engine,
                                            done.run->roots.size() - 1,
                                            checked.work,
                                            done.elapsedMs,
                                            done.since + static_cast<TimeMs>(done.elapsedMs)};
    m_measurements[checked.peer] = {measurement, signedByHub(measurement)};
}

/// The envelope; no bytes where the hub has not seen this host work.
Value HubState::measurementOf(const PeerId& peer) const {
    const auto at = m_measurements.find(peer);
    return at == m_measurements.end() ? Value(Bytes{}) : Value(at->second.envelope);
}

} // namespace unchained::protocol
