// SPDX-License-Identifier: Apache-2.0
#include "evidence/opened.h"

#include "gpu/result_file.h"

#include <algorithm>
#include <functional>
#include <map>

namespace unchained::evidence {

using cbor::Value;

std::uint64_t OpenedContract::receipted() const {
    return static_cast<std::uint64_t>(
        std::count_if(windows.begin(), windows.end(), [](const OpenedWindow& w) { return w.receipt.has_value(); }));
}

std::uint64_t OpenedContract::windowCount() const {
    return lottery::windowCount(offer.value.steps, offer.value.window);
}

lottery::StepRange OpenedContract::stepsOf(std::uint64_t k) const {
    lottery::StepRange range = lottery::windowSteps(k, offer.value.steps, offer.value.window);
    const std::size_t count = k <= raw->windows.size() && !roots(k).empty() ? roots(k).size() - 1 : 0;
    range.end = std::min(range.end, range.first + count);
    return range;
}

lottery::StepRange OpenedContract::stepsOf(const Published& one) const {
    lottery::StepRange range = lottery::windowSteps(one.window, offer.value.steps, offer.value.window);
    range.end = one.roots.empty() ? range.first : std::min(range.end, range.first + one.roots.size() - 1);
    return range;
}

std::uint64_t OpenedContract::stepsReceipted() const {
    const std::uint64_t k = receipted();
    return k == 0 ? 0 : stepsOf(k).end;
}

bool OpenedContract::failed(std::uint64_t k) const {
    const auto range = stepsOf(k);
    return range.count() > 0 && roots(k).back() == lottery::failureRoot(id, range.end - 1);
}

const Hash256* OpenedContract::seed(std::uint64_t k) const {
    return k >= 1 && k <= raw->seeds.size() ? &raw->seeds[k - 1] : nullptr;
}

std::vector<std::pair<std::uint64_t, Hash256>> OpenedContract::kept() const {
    std::vector<std::pair<std::uint64_t, Hash256>> out{{0, offer.value.initialRoot}};
    for (std::uint64_t k = 1; k <= receipted(); ++k)
        if ((isParallel() || lottery::isBoundary(k, windowCount())) && !failed(k) && !roots(k).empty())
            out.emplace_back(stepsOf(k).end, isParallel() ? offer.value.initialRoot : roots(k).back());
    return out;
}

namespace {

class Opener {
public:
    Opener(const ContractEvidence& raw, std::string where, std::vector<Finding>& findings) : m_findings(findings) {
        m_c.raw = &raw;
        m_c.where = std::move(where);
    }

    OpenedContract run() {
        const bool offer = open(m_c.raw->offer, m_c.offer), acceptance = open(m_c.raw->acceptance, m_c.acceptance),
                   admission = open(m_c.raw->admission, m_c.admission); // each says what is wrong with it
        if (!offer || !acceptance || !admission || !bounded()) return std::move(m_c);
        m_c.id = contract::contractId(m_c.offer.payload, m_c.acceptance.payload);
        m_c.where += " (" + shortHex(m_c.id) + ")";
        m_c.readable = openWindows();
        if (!m_c.raw->close.empty()) {
            protocol::Signed<contract::Close> close;
            if (open(m_c.raw->close, close)) m_c.close = std::move(close);
        }
        for (std::size_t at = 0; at < m_c.raw->notices.size(); ++at)
            notice(at, m_c.raw->notices[at]);
        return std::move(m_c);
    }

private:
    void report(Message what, const std::string& place = "") {
        m_findings.push_back({place.empty() ? m_c.where : m_c.where + ", " + place, std::move(what)});
    }

    template <class T>
    bool open(const Bytes& envelope, protocol::Signed<T>& into, const std::string& place = "") {
        auto opened = protocol::openSigned<T>(envelope);
        if (!opened) {
            report(Message("the %1 does not stand: %2", T::kName, opened.error().text()), place);
            return false;
        }
        into = std::move(*opened);
        return true;
    }

    /// What the rest of this room divides by or counts up to.
    bool bounded() {
        const contract::Offer& o = m_c.offer.value;
        const bool good = o.steps >= 1 && o.steps <= lottery::kStepsMax && o.window >= 1 &&
                          o.window <= lottery::kWindowStepsMax && o.window <= o.steps && o.odds >= 1 && o.batch >= 1 &&
                          o.iterationsPerStep >= 1 && o.price.micro() >= 1 && !o.bond.isNegative() &&
                          !o.atStake.isNegative() && o.startIteration <= contract::kStartIterationMax;
        if (!good) report("the offer's numbers lie outside what the protocol allows");
        return good;
    }

    bool openWindows() {
        bool good = m_c.raw->windows.size() <= m_c.windowCount();
        if (!good) report("has more windows than its offer");
        for (std::size_t i = 0; good && i < m_c.raw->windows.size(); ++i) {
            const WindowEvidence& w = m_c.raw->windows[i];
            const std::string place = "window " + std::to_string(i + 1);
            OpenedWindow opened;
            good = open(w.commit, opened.commit, place);
            if (good && !w.receipt.empty()) {
                opened.receipt.emplace();
                good = open(w.receipt, *opened.receipt, place);
            }
            if (good && i + 1 < m_c.raw->windows.size() && !opened.receipt) {
                report("has no receipt, and windows follow", place);
                good = false;
            }
            m_c.windows.push_back(std::move(opened));
        }
        return good;
    }

    template <class T>
    void structure(std::vector<Noted<T>>& into, std::size_t at, cbor::Reader& in) {
        Noted<T> noted;
        noted.at = at;
        const Bytes envelope = in.bytes();
        if (in.finish() && open(envelope, noted.is, "notice " + std::to_string(at))) into.push_back(std::move(noted));
    }

    void notice(std::size_t at, const Value& value) {
        cbor::Reader in(value, "notice", 2, 5);
        const std::string name = in.text();
        if (protocol::BeaconRecord::isNotice(name)) return m_c.beacon.emplace_back(at, value), void();
        if (name == "claim")
            structure(m_c.claims, at, in);
        else if (name == "batch-closed")
            batch(at, in);
        else if (name == "check-result")
            structure(m_c.checks, at, in);
        else if (name == "paid")
            structure(m_c.paid, at, in);
        else if (name == "leaving")
            structure(m_c.leaves, at, in);
        else if (name == "fault")
            structure(m_c.faults, at, in);
        else if (name == "settled")
            structure(m_c.settled, at, in);
        else if (name == "hired")
            structure(m_c.hired, at, in);
        else if (name == "blame")
            structure(m_c.blames, at, in);
        else if (name == "case-ended")
            structure(m_c.verdicts, at, in);
        else if (name == "market-ended")
            structure(m_c.markets, at, in);
        else if (name == "forced")
            forced(at, in);
        else if (name == "close")
            close(at, in);
        else if (name == "top-up")
            topUp(in);
        else if (name == "silence")
            silence(at, in);
        else if (name == "receipt-wanted")
            published(at, in);
        else
            in.fail("is of no known kind");
        if (auto done = in.finish(); !done) report(done.error().text(), "notice " + std::to_string(at));
    }

    void batch(std::size_t at, cbor::Reader& in) {
        std::vector<Noted<contract::BatchClosed>> one;
        structure(one, at, in);
        if (one.empty()) return;
        m_c.reveals.push_back({at, one[0].is.value.hubSeed, std::move(one[0].is), std::nullopt, 0, 0, {}});
    }

    void forced(std::size_t at, cbor::Reader& in) {
        std::vector<Noted<contract::ForcedCheck>> one;
        structure(one, at, in);
        if (one.empty()) return;
        const Hash256 h = one[0].is.value.hubSeed.value_or(Hash256{});
        m_c.reveals.push_back({at, h, std::nullopt, std::move(one[0].is), 0, 0, {}});
    }

    void close(std::size_t at, cbor::Reader& in) {
        std::vector<Noted<contract::Close>> one;
        structure(one, at, in);
        if (!one.empty() && (!m_c.close || one[0].is.payload != m_c.close->payload))
            report("the Close that the hub was given is not the one that the renter was given",
                   "notice " + std::to_string(at));
    }

    void topUp(cbor::Reader& in) {
        const auto amount = Amount::fromMicro(in.i64());
        if (!amount || amount->micro() <= 0)
            in.fail("is no amount to top up");
        else
            m_c.topUps.push_back(*amount);
    }

    void silence(std::size_t at, cbor::Reader& in) {
        Reveal reveal;
        reveal.at = at;
        reveal.window = in.u64();
        reveal.h = in.fixed<Hash256>();
        reveal.step = in.u64();
        if (in.left() > 0) reveal.round = in.u64();
        if (!in.failed()) m_c.reveals.push_back(std::move(reveal));
    }

    void published(std::size_t at, cbor::Reader& in) {
        Published p;
        p.at = at;
        p.window = in.u64();
        const Bytes commit = in.bytes();
        contract::FieldReader fields{in};
        fields.read(p.roots);
        if (in.finish() && open(commit, p.commit, "notice " + std::to_string(at)))
            m_c.published.push_back(std::move(p));
    }

    OpenedContract m_c;
    std::vector<Finding>& m_findings;
};

/// The first step that a check found wrong: what comes after it is nobody's good state.
std::optional<std::uint64_t> firstWrong(const OpenedContract& c) {
    std::optional<std::uint64_t> out;
    for (const auto& check : c.checks)
        if (!check.is.value.right && check.is.value.computed)
            out = std::min(out.value_or(UINT64_MAX), check.is.value.step);
    return out;
}

/// Places in `kept` whose state and iteration fit; the last one where several do. A host that was caught may have
/// committed to one state again and again: then the first.
std::optional<std::uint64_t> whereLeft(const OpenedContract& c, const Hash256& root,
                                       std::optional<std::uint64_t> iteration) {
    std::optional<std::uint64_t> out;
    for (const auto& [step, state] : c.kept()) {
        const std::uint64_t stands = c.offer.value.startIteration + step * c.offer.value.iterationsPerStep;
        if (state == root && (!iteration || *iteration == stands) && !(out && c.inDoubt())) out = step;
    }
    return out;
}

} // namespace

protocol::BeaconRecord beaconOf(const OpenedContract& c, const PeerId& hub) {
    protocol::BeaconRecord out(hub, c.id);
    for (const auto& [at, notice] : c.beacon)
        (void)out.take(notice);
    return out;
}

std::optional<Hash256> rhoOf(const OpenedContract& c, const protocol::BeaconRecord& beacon, std::uint64_t k,
                             const Hash256& secret, const Hash256& nextSeed) {
    if (c.offer.value.draw != contract::kDrawBeacon) return lottery::coinflip(secret, nextSeed);
    const auto value = beacon.valueFor(k, c.windows[k - 1].commit.hash());
    return value ? std::optional(lottery::beaconDraw(secret, nextSeed, *value)) : std::nullopt;
}

std::vector<OpenedContract> openContracts(const Evidence& evidence, std::vector<Finding>& findings) {
    std::vector<OpenedContract> out;
    for (const ContractEvidence& raw : evidence.contracts)
        out.push_back(Opener(raw, "contract " + std::to_string(out.size() + 1), findings).run());
    return out;
}

ResultPath resultPath(const Evidence& evidence, const std::vector<OpenedContract>& contracts,
                      std::vector<Finding>& findings) {
    ResultPath path;
    for (std::size_t j = 0; j < contracts.size(); ++j) {
        const OpenedContract& c = contracts[j];
        path.left.push_back(0);
        if (!c.readable) continue;
        const bool last = j + 1 == contracts.size();
        if (!last && !contracts[j + 1].readable) continue;
        const Hash256& root = last ? evidence.finalRoot : contracts[j + 1].offer.value.initialRoot;
        const auto iteration = last ? std::nullopt : std::optional(contracts[j + 1].offer.value.startIteration);
        const auto step = whereLeft(c, root, iteration);
        if (!step) {
            findings.push_back(
                {c.where, last ? Message("the result's root is that of no state that was handed over")
                               : Message("the next contract goes on from no state that this one handed over")});
            continue;
        }
        if (const auto wrong = firstWrong(c); wrong && *step > *wrong)
            findings.push_back({c.where, Message("step %1 was found wrong, and what follows builds on it", *wrong)});
        if (last && !c.inDoubt() && *step != c.kept().back().first)
            findings.push_back({c.where, "the result is not the last state that was handed over"});
        path.left.back() = *step;
        path.iterations = c.offer.value.startIteration + *step * c.offer.value.iterationsPerStep;
    }
    return path;
}

std::optional<KeptState> lastSoundState(const Evidence& evidence) {
    std::vector<Finding> ignored;
    const auto contracts = openContracts(evidence, ignored);
    if (contracts.empty() || !contracts.back().readable) return std::nullopt;
    const std::uint64_t wrong = firstWrong(contracts.back()).value_or(UINT64_MAX);
    std::optional<KeptState> out;
    for (const auto& [step, root] : contracts.back().kept())
        if (step <= wrong) out = KeptState{contracts.size() - 1, step, root};
    return out;
}

std::vector<ResultTile> resultTiles(const Evidence& evidence) {
    std::vector<Finding> ignored;
    std::vector<ResultTile> out;
    const auto contracts = openContracts(evidence, ignored);
    const ResultPath path = resultPath(evidence, contracts, ignored);
    for (std::size_t j = 0; j < contracts.size(); ++j) {
        const OpenedContract& c = contracts[j];
        if (!c.readable || !c.isParallel()) continue;
        for (std::uint64_t i = 0; i < path.left[j]; ++i) {
            const std::uint64_t k = lottery::windowOf(i, c.offer.value.window);
            out.push_back({c.offer.value.startIteration + i * c.offer.value.iterationsPerStep,
                           c.roots(k)[i - c.stepsOf(k).first + 1]});
        }
    }
    return out;
}

std::string resultNameOf(const Evidence& evidence) {
    std::vector<Finding> ignored;
    const auto contracts = openContracts(evidence, ignored);
    const bool readable = !contracts.empty() && contracts.front().readable;
    return gpu::resultName(readable ? contracts.front().offer.value.program : std::string());
}

std::vector<KeptState> keptStates(const Evidence& evidence) {
    std::vector<Finding> ignored;
    std::vector<KeptState> out;
    const auto contracts = openContracts(evidence, ignored);
    for (std::size_t j = 0; j < contracts.size(); ++j) {
        if (!contracts[j].readable) continue;
        for (const auto& [step, root] : contracts[j].kept())
            out.push_back({j, step, root});
    }
    return out;
}

} // namespace unchained::evidence
