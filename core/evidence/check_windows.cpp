// SPDX-License-Identifier: Apache-2.0
#include "evidence/contract_check.h"

#include <algorithm>

namespace unchained::evidence {

namespace {
std::string windowName(std::uint64_t k) {
    return "window " + std::to_string(k);
}
} // namespace

void ContractCheck::seeds() {
    const auto& seeds = m_c.raw->seeds;
    if (seeds.size() != m_c.receipted() + 1)
        report(Message("shows %1 seeds for %2 receipted windows, one more is due", seeds.size(), m_c.receipted()));
    for (std::size_t i = 0; i < seeds.size(); ++i)
        if (lottery::previousSeed(seeds[i]) != (i == 0 ? m_offer.seedAnchor : seeds[i - 1]))
            report(Message("s_%1 is not of the offer's seed chain", i + 1));
}

/// The hub's beacon: what was logged when, and which round drew it.
void ContractCheck::beacon() {
    if (m_offer.draw != contract::kDrawBeacon && !m_c.beacon.empty())
        report("has rounds of a beacon, and is drawn without one");
    for (const auto& [at, notice] : m_c.beacon)
        if (auto ok = m_beacon.take(notice); !ok) report(ok.error().text(), "notice " + std::to_string(at));
}

void ContractCheck::windows() {
    for (std::uint64_t k = 1; k <= m_c.windows.size(); ++k) {
        m_drawn[k - 1].rootsFit = rootsFit(k);
        commit(k);
        receipt(k);
    }
    for (std::uint64_t k = 1; k <= m_c.windows.size(); ++k)
        draw(k);
}

bool ContractCheck::rootsFit(std::uint64_t k) {
    const auto& roots = m_c.roots(k);
    const auto whole = lottery::windowSteps(k, m_offer.steps, m_offer.window);
    const auto bad = [&](Message what) {
        report(std::move(what), windowName(k));
        return false;
    };
    if (roots.size() < 2 || roots.size() > whole.count() + 1)
        return bad(Message("has %1 roots for %2 steps", roots.size(), whole.count()));
    const auto steps = m_c.stepsOf(k);
    if (steps.count() < whole.count() && !m_c.failed(k)) return bad("ends early without a failed step");
    if (m_c.failed(k) && k < m_c.windows.size()) return bad("a step failed, and windows follow");
    const bool atInput = k == 1 || m_c.isParallel();
    const bool chained = (atInput || !m_c.roots(k - 1).empty()) && roots.front() == m_c.beginOf(k);
    if (!chained) return bad(atInput ? "does not begin at Y[0]" : "does not begin where the window before ended");
    for (std::size_t i = 1; i + 1 < roots.size(); ++i)
        if (roots[i] == lottery::failureRoot(m_c.id, steps.first + i - 1)) return bad("goes on after a failed step");
    if (lottery::windowRoot(steps, roots, m_offer.kind()) != m_c.windows[k - 1].commit.value.root)
        return bad("its roots do not make the root that the provider committed to");
    return true;
}

void ContractCheck::commit(std::uint64_t k) {
    const auto& commit = m_c.windows[k - 1].commit;
    if (commit.signer != m_offer.provider) report("the commitment is not signed by the provider", windowName(k));
    if (commit.value.contract != m_c.id) report("the commitment is of another contract", windowName(k));
    if (commit.value.window != k) report("the commitment is of another window", windowName(k));
    if (k == 1 && (commit.value.previousSecret || !commit.value.previousWins.empty()))
        report("the first commitment opens a window before the first", windowName(k));
}

void ContractCheck::receipt(std::uint64_t k) {
    const auto& receipt = m_c.windows[k - 1].receipt;
    if (!receipt) return;
    if (receipt->signer != m_offer.receiptKey)
        report("the receipt is not signed by the key that the offer names", windowName(k));
    if (receipt->value.contract != m_c.id) report("the receipt is of another contract", windowName(k));
    if (receipt->value.window != k) report("the receipt is of another window", windowName(k));
    const auto& commit = m_c.windows[k - 1].commit;
    if (receipt->value.root != commit.value.root || receipt->value.commit != commit.hash())
        report("the receipt is for another commitment", windowName(k));
}

bool ContractCheck::listIsDrawn(std::uint64_t k, const std::optional<Hash256>& secret,
                                const std::vector<std::uint64_t>& listed) {
    const Hash256* seed = m_c.seed(k + 1);
    if (!secret || !seed || lottery::secretHash(*secret) != m_c.windows[k - 1].commit.value.secretHash) return false;
    const auto rho = rhoOf(m_c, m_beacon, k, *secret, *seed);
    if (!rho) return false;
    const auto wins = lottery::winningSteps(*rho, m_c.id, m_c.stepsOf(k), m_offer.odds);
    if (!wins || *wins != listed) return false;
    m_drawn[k - 1].wins = *wins;
    m_drawn[k - 1].opened = true;
    return true;
}

/// The next commitment and Close open a window: each must open it, and list exactly what the draw gives.
void ContractCheck::draw(std::uint64_t k) {
    if (!m_c.windows[k - 1].receipt) {
        if (m_c.raw->windows[k - 1].secret) report("has a secret and no receipt", windowName(k));
        return;
    }
    bool shown = false, good = true;
    std::optional<Hash256> secret;
    if (k < m_c.windows.size()) {
        const contract::Commit& next = m_c.windows[k].commit.value;
        shown = true;
        secret = next.previousSecret;
        good = listIsDrawn(k, next.previousSecret, next.previousWins);
    }
    if (m_c.close && m_c.close->value.window == k) {
        secret = shown ? secret : m_c.close->value.secret;
        shown = true;
        good = listIsDrawn(k, m_c.close->value.secret, m_c.close->value.wins) && good;
    }
    if (shown && !good) {
        m_wrongList = true;
        if (m_c.outcome() != "caught")
            report("the wins that the provider listed are not the draw, and it was not caught", windowName(k));
    }
    const auto& told = m_c.raw->windows[k - 1].secret;
    if (shown && good ? told != secret : told.has_value())
        report("its secret is not the one that the provider opened", windowName(k));
}

void ContractCheck::close() {
    const std::uint64_t last = m_c.receipted();
    if (!m_c.close) {
        const std::string ending = m_c.outcome();
        if (ending == "complete" || ending == "failed-step" || (ending == "left" && last > 0))
            report(Message("settled as '%1' without the provider's Close", ending));
        return;
    }
    const contract::Close& v = m_c.close->value;
    const auto bad = [&](Message what) { report(std::move(what), "close"); };
    if (m_c.close->signer != m_offer.provider) bad("is not signed by the provider");
    if (v.contract != m_c.id) bad("is of another contract");
    if (v.window != last) {
        if (v.window > last || m_c.outcome() != "caught")
            bad(Message("ends at window %1, the last receipted one is %2", v.window, last));
        return;
    }
    if (v.steps != m_c.stepsReceipted())
        bad(Message("counts %1 steps, committed are %2", v.steps, m_c.stepsReceipted()));
    if (last == 0) {
        if (v.secret || v.nextSeed || !v.wins.empty() || !v.commit.empty() || !v.receipt.empty() || !v.leaf.empty() ||
            !v.path.empty())
            bad("opens a window though none was committed");
        return;
    }
    const OpenedWindow& w = m_c.windows[last - 1];
    const auto commit = protocol::openSigned<contract::Commit>(v.commit);
    if (!commit || commit->signer != m_offer.provider || commit->payload != w.commit.payload)
        bad("shows another commitment of the last window");
    const auto receipt = protocol::openSigned<contract::Receipt>(v.receipt);
    if (!receipt || receipt->signer != m_offer.receiptKey || receipt->payload != w.receipt->payload)
        bad("shows another receipt of the last window");
    const Hash256* seed = m_c.seed(last + 1);
    if (!v.nextSeed || !seed || *v.nextSeed != *seed) bad("shows another seed than the renter gave");
    const auto steps = m_c.stepsOf(last);
    const auto& roots = m_c.roots(last);
    if (m_drawn[last - 1].rootsFit &&
        (v.leaf != lottery::leafData(
                       {steps.end - 1, lottery::inputRoot(m_offer.kind(), roots, roots.size() - 2), roots.back()}) ||
         v.path != merkle::pathOf(lottery::windowLeaves(steps, roots, m_offer.kind()), steps.count() - 1)))
        bad("shows another last step than the committed one");
    if (!v.secret || lottery::secretHash(*v.secret) != w.commit.value.secretHash) {
        m_wrongList = true;
        if (m_c.outcome() != "caught") bad("does not open the last window");
    }
}

/// A commitment that the provider published through the hub is the window's, or the next one's.
void ContractCheck::published() {
    for (const Published& p : m_c.published) {
        const std::string place = "notice " + std::to_string(p.at);
        const auto bad = [&](Message what) { report(std::move(what), place); };
        const std::uint64_t k = p.commit.value.window;
        if (p.commit.signer != m_offer.provider || p.commit.value.contract != m_c.id || p.window != k || k < 1 ||
            k > m_c.windowCount()) {
            bad("the published commitment is of somebody or something else");
            continue;
        }
        const auto steps = m_c.stepsOf(p);
        if (p.roots.size() < 2 || p.roots.size() != steps.count() + 1 ||
            lottery::windowRoot(steps, p.roots, m_offer.kind()) != p.commit.value.root)
            bad("the published roots do not make the commitment");
        if (k <= m_c.windows.size() && p.commit.payload != m_c.windows[k - 1].commit.payload) {
            m_twoCommits = true;
            if (m_c.outcome() != "caught") bad("the provider published a second commitment and was not caught");
        } else if (k > m_c.windows.size() + 1) {
            bad("the published commitment is of a window whose predecessor is not known");
        } else if (k == m_c.windows.size() + 1 && !p.roots.empty() && p.roots.front() != m_c.beginOf(k)) {
            bad("the published window does not begin where the one before ended");
        }
    }
}

/// One Leave at most, and the renter's names its last receipted window.
void ContractCheck::leaves() {
    if (m_c.leaves.size() > 1) report("somebody left twice");
    for (const auto& leave : m_c.leaves) {
        const std::string place = "notice " + std::to_string(leave.at);
        if (leave.is.value.contract != m_c.id) report("the Leave is of another contract", place);
        if (leave.is.signer != m_renter && leave.is.signer != m_offer.receiptKey)
            report("the Leave is not signed by the renter", place);
        if (leave.is.value.window != m_c.receipted())
            report(Message("the Leave names window %1, the last receipted one is %2", leave.is.value.window,
                           m_c.receipted()),
                   place);
    }
}

} // namespace unchained::evidence
