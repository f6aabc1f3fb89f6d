// SPDX-License-Identifier: Apache-2.0
#include "evidence/recompute.h"

#include "gpu/program.h"

#include <algorithm>
#include <set>

namespace unchained::evidence {

namespace {

/// Steps [first, end) of a contract, run from the state before `first`.
struct Segment {
    std::size_t contract = 0;
    std::uint64_t first = 0, end = 0;
    Hash256 from;
};

/// From each kept state to the next, as far as the steps led to the result.
std::vector<Segment> segmentsOf(const std::vector<OpenedContract>& contracts, const ResultPath& path) {
    std::vector<Segment> out;
    for (std::size_t j = 0; j < contracts.size(); ++j) {
        const OpenedContract& c = contracts[j];
        const bool whole = j + 1 == contracts.size() && !c.inDoubt();
        const std::uint64_t end = whole ? c.stepsReceipted() : path.left[j];
        const auto kept = c.kept();
        for (std::size_t i = 0; i < kept.size() && kept[i].first < end; ++i) {
            const std::uint64_t next = i + 1 < kept.size() ? std::min(end, kept[i + 1].first) : end;
            out.push_back({j, kept[i].first, next, kept[i].second});
        }
    }
    return out;
}

/// `count` different numbers below `total` (Floyd); all where there are no more.
std::set<std::uint64_t> pick(std::uint64_t count, std::uint64_t total, const VerifyOptions& options) {
    std::set<std::uint64_t> out;
    for (std::uint64_t i = total - std::min(count, total); i < total; ++i) {
        const std::uint64_t drawn = options.random ? options.random(i + 1) % (i + 1) : i;
        if (!out.insert(drawn).second) out.insert(i);
    }
    return out;
}

/// That the data or the state do not fit the program is a fact of the record; what else is in the way is not.
bool isOfTheRecord(const Error& error) {
    return error.is(gpu::ProgramError::BadData) || error.is(gpu::ProgramError::BadState);
}

/// Where the roots first differ from the committed ones, or how many were compared.
std::uint64_t runSegment(const OpenedContract& c, const Segment& s, const Recompute& recompute,
                         DirectoryReport& report) {
    std::vector<StepToRun> steps;
    for (std::uint64_t i = s.first; i < s.end; ++i)
        steps.push_back({i, lottery::stepSeed(*c.seed(lottery::windowOf(i, c.offer.value.window)), i)});
    const auto roots = recompute(s.contract, s.from, steps);
    if (!roots) {
        Error why = roots.error();
        const Message sentence("steps %1 to %2 cannot be recomputed: %3", s.first, s.end - 1, why.text());
        if (isOfTheRecord(why)) {
            report.findings.push_back({c.where, sentence});
            return 0;
        }
        why.subject = c.where;
        why.sentence = sentence;
        why.remedy = {};
        report.notRecomputed = std::move(why);
        return 0;
    }
    for (std::uint64_t i = s.first; i < s.end; ++i) {
        const std::uint64_t k = lottery::windowOf(i, c.offer.value.window);
        const Hash256& committed = c.roots(k)[i - c.stepsOf(k).first + 1];
        const std::size_t at = i - s.first;
        const auto mine = at < roots->size() ? (*roots)[at] : std::nullopt;
        if (mine.value_or(lottery::failureRoot(c.id, i)) == committed) continue;
        report.findings.push_back(
            {c.where, Message("step %1 recomputed gives %2, the provider committed to %3", i,
                              mine ? toHex(mine->view()) : std::string("no finite state"), toHex(committed.view()))});
        return at + 1;
    }
    return steps.size();
}

} // namespace

void recomputeSteps(const Evidence& evidence, const VerifyOptions& options, const Recompute& recompute,
                    DirectoryReport& report) {
    std::vector<Finding> ignored;
    const auto contracts = openContracts(evidence, ignored);
    const auto segments = segmentsOf(contracts, resultPath(evidence, contracts, ignored));
    std::uint64_t total = 0;
    for (const Segment& s : segments)
        total += s.end - s.first;
    const auto picks = pick(options.all ? total : options.steps, total, options);

    std::vector<Segment> runs;
    std::uint64_t before = 0, toRun = 0;
    for (const Segment& s : segments) {
        const std::uint64_t after = before + s.end - s.first;
        const auto beyond = picks.lower_bound(after);
        if (contracts[s.contract].isParallel()) { // each stands by itself
            for (auto at = picks.lower_bound(before); at != beyond; ++at, ++toRun)
                runs.push_back({s.contract, s.first + (*at - before), s.first + (*at - before) + 1, s.from});
        } else if (beyond != picks.begin() && *std::prev(beyond) >= before) {
            runs.push_back({s.contract, s.first, s.first + (*std::prev(beyond) - before) + 1, s.from});
            toRun += runs.back().end - runs.back().first;
        }
        before = after;
    }
    for (const Segment& s : runs) {
        report.recomputed += runSegment(contracts[s.contract], s, recompute, report);
        if (options.progress) options.progress(report.recomputed, toRun);
        if (!report.findings.empty() || report.notRecomputed) return; // what follows builds on it
    }
    report.checked = picks.size();
}

} // namespace unchained::evidence
