// SPDX-License-Identifier: Apache-2.0
#include "protocol/provider_session.h"

#include "contract/checkers.h"

#include <algorithm>
#include <set>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

ProviderSession::ProviderSession(const identity::Keys& keys, Parameters parameters)
    : Session(keys, std::move(parameters)) {
    m_seeds.push_back(m_p.offer.seedAnchor);
    m_deadline = m_p.startedAt + patience();
}

std::vector<SessionEffect> ProviderSession::resume() const {
    std::vector<SessionEffect> out = unanswered();
    if (m_computing) out.push_back(computeOf(m_computing));
    for (const auto& [step, salt] : m_salts)
        out.push_back(saltOf(step, salt));
    return out;
}

std::vector<Value> ProviderSession::greeting() const {
    if (!m_closeEnvelope.empty()) return {Value(Array{"close", m_closeEnvelope})};
    if (m_windows.size() > m_receipted) return {windowMessage(m_windows.size())};
    if (m_waitingForEscrow) return {Value(Array{"waiting", m_receipted + 1})};
    if (m_seeds.size() == 1) return {Value(Array{"begin"})};
    return {};
}

Value ProviderSession::windowMessage(std::uint64_t k) const {
    std::vector<Hash256> roots = window(k).roots;
    return Array{"window", k, contract::FieldWriter::toValue(roots), window(k).commitEnvelope};
}

Compute ProviderSession::computeOf(std::uint64_t k) const {
    const bool atInput = k == 1 || isParallel();
    return {k, stepsOf(k), m_seeds.at(k), atInput ? m_p.offer.initialRoot : window(k - 1).roots.back()};
}

std::optional<Hash256> ProviderSession::seedOf(std::uint64_t k) const {
    return k < m_seeds.size() ? std::optional(m_seeds[k]) : std::nullopt;
}

std::vector<std::uint64_t> ProviderSession::listWins(std::uint64_t, std::vector<std::uint64_t> wins) {
    return wins;
}

// ---- messages of the renter

Result<void> ProviderSession::onPeer(cbor::Reader& in, const std::string& name) {
    if (name == "seed") {
        const auto seed = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return ok;
        return onSeed(seed);
    }
    if (name == "receipt") {
        const Bytes envelope = in.bytes();
        const auto seed = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return ok;
        return onReceipt(envelope, seed);
    }
    return refused("message", Message("a provider knows no \"%1\"", name));
}

Result<void> ProviderSession::onSeed(const Hash256& seed) {
    if (m_seeds.size() > 1) {
        unchanged();
        if (seed == m_seeds[1]) return {};
        return refused("seed", "is not s_1");
    }
    if (lottery::previousSeed(seed) != m_seeds[0]) return refused("seed", "is not s_1 of the offer's chain");
    m_seeds.push_back(seed);
    computeNext();
    return {};
}

void ProviderSession::computeNext() {
    const std::uint64_t next = m_receipted + 1;
    if ((m_closing && m_receipted >= m_closeAfter) || m_computing || m_held || next > m_windowCount ||
        m_windows.size() >= next || m_seeds.size() <= next)
        return;
    // Of a window that is not drawn the wins are unknown. What our signature stands under already we owe in any case.
    m_waitingForEscrow = next > m_committedBefore && !escrowSuffices(awaitsRound() ? 2 : 1);
    if (m_waitingForEscrow) {
        toPeer(Array{"waiting", next});
        return expectWithin(patience());
    }
    m_computing = next;
    expectNothing();
    effect(computeOf(next));
}

Result<void> ProviderSession::onReceipt(const Bytes& envelope, const Hash256& nextSeed) {
    auto receipt = openSigned<contract::Receipt>(envelope);
    if (!receipt) return receipt.error();
    const std::uint64_t k = receipt->value.window;
    if (receipt->signer != m_p.offer.receiptKey || receipt->value.contract != m_p.contract || k < 1 ||
        k > m_windows.size() || receipt->value.root != window(k).commit.root ||
        receipt->value.commit != sha256(window(k).commitPayload))
        return refused("receipt", "is not the renter's for a window of this contract");
    if (window(k).receipted) {
        unchanged();
        return {};
    }
    if (k != m_receipted + 1 || m_seeds.size() != k + 1) return refused("receipt", "comes out of turn");
    if (lottery::previousSeed(nextSeed) != m_seeds[k]) return refused("seed", "is not the next of the chain");
    m_seeds.push_back(nextSeed);
    window(k).receipted = true;
    window(k).receiptEnvelope = envelope;
    m_receipted = k;
    if (roundIsKnown(k)) {
        draw(k);
        afterDraw(k);
    } else {
        expectWithin(patience());
        if (!window(k).failed) computeNext();
    }
    return {};
}

void ProviderSession::afterDraw(std::uint64_t k) {
    if (k == m_windowCount || window(k).failed || (m_closing && k >= m_closeAfter)) return sendClose();
    if (m_computing) return;
    expectWithin(haste());
    if (m_held) return commitHeld();
    computeNext();
}

/// The hub has told a round.
void ProviderSession::onRound() {
    if (!awaitsRound() || !roundIsKnown(m_receipted) || !m_closeEnvelope.empty()) return;
    draw(m_receipted);
    afterDraw(m_receipted);
}

void ProviderSession::draw(std::uint64_t k) {
    WindowRecord& w = window(k);
    lottery::StepRange range = stepsOf(k);
    range.end = range.first + w.roots.size() - 1;
    const auto rho = rhoOf(k, *w.secret, m_seeds.at(k + 1));
    const auto wins = lottery::winningSteps(rho.value(), m_p.contract, range, m_p.offer.odds).value();
    w.drawn = true;
    w.wins = listWins(k, wins);
    m_winsListed += w.wins.size();
    for (const std::uint64_t step : w.wins)
        if (std::binary_search(wins.begin(), wins.end(), step)) toHub(claimCommand(step, m_seeds[k + 1]));
    dropLosing(k);
}

void ProviderSession::dropLosing(std::uint64_t k) {
    const auto kept = keptStates();
    const std::set<Hash256> keep(kept.begin(), kept.end());
    DropStates drop;
    for (const Hash256& root : window(k).roots)
        if (!keep.contains(root)) drop.roots.push_back(root);
    if (!drop.roots.empty()) effect(std::move(drop));
}

std::vector<Hash256> ProviderSession::keptStates() const {
    std::vector<Hash256> kept{m_p.offer.initialRoot};
    for (std::uint64_t k = 1; k <= m_windows.size(); ++k) {
        const WindowRecord& w = window(k);
        if (!w.drawn) {
            kept.insert(kept.end(), w.roots.begin(), w.roots.end());
            continue;
        }
        if (isParallel()) continue; // its tiles are with the renter, and Y[0] opens each of its steps
        const std::uint64_t first = stepsOf(k).first;
        for (const std::uint64_t step : w.wins)
            kept.push_back(w.roots.at(step - first));
        if (lottery::isBoundary(k, m_windowCount) || k == m_windows.size()) kept.push_back(w.roots.back());
        if (w.failed) kept.push_back(w.roots[w.roots.size() - 2]);
    }
    return kept;
}

std::optional<std::uint64_t> ProviderSession::stepOfState(const Hash256& root) const {
    if (root == m_p.offer.initialRoot) return 0;
    for (std::uint64_t k = 1; k <= m_windows.size(); ++k) {
        const auto& roots = window(k).roots;
        const auto at = std::find(roots.begin(), roots.end(), root);
        if (at != roots.end()) return stepsOf(k).first + static_cast<std::uint64_t>(at - roots.begin());
    }
    return std::nullopt;
}

// ---- own work

Result<void> ProviderSession::onOwn(cbor::Reader& in, const std::string& name) {
    if (name == "leave") {
        if (auto ok = in.finish(); !ok) return ok;
        if (!m_closing) {
            m_closing = true;
            if (m_windows.size() == m_receipted && !m_computing) sendClose();
        }
        return {};
    }
    if (name == "salted") {
        const std::uint64_t step = in.u64();
        const auto salt = in.fixed<Hash256>(), salted = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return ok;
        return onSalted(step, salt, salted);
    }
    if (name != "computed") return refused("event", Message("unknown: %1", name));
    const std::uint64_t k = in.u64();
    std::vector<Hash256> roots;
    contract::FieldReader fields{in};
    fields.read(roots);
    const bool failed = in.boolean();
    if (auto ok = in.finish(); !ok) return ok;
    return onComputed(k, std::move(roots), failed);
}

Result<void> ProviderSession::onComputed(std::uint64_t k, std::vector<Hash256> roots, bool failed) {
    if (k == 0 || k != m_computing) return {};
    const lottery::StepRange range = stepsOf(k);
    if (roots.size() < 2 || roots.size() > range.count() + 1) return refused("computed", "wrong number of roots");
    m_computing = 0;
    m_held = Held{k, std::move(roots), failed};
    if (awaitsRound()) { // a commitment opens the window before, which is not drawn
        expectWithin(patience());
    } else {
        commitHeld();
    }
    return {};
}

void ProviderSession::commitHeld() {
    auto [k, roots, failed] = std::move(*m_held);
    m_held.reset();
    lottery::StepRange range = stepsOf(k);
    range.end = range.first + roots.size() - 1;
    WindowRecord w;
    w.failed = failed;
    w.commit.contract = m_p.contract;
    w.commit.window = k;
    w.commit.root = lottery::windowRoot(range, roots, kind());
    w.secret = lottery::drawSecret(m_keys.drawKey(), m_p.contract, k, w.commit.root);
    w.commit.secretHash = lottery::secretHash(*w.secret);
    if (k > 1) {
        w.commit.previousSecret = window(k - 1).secret;
        w.commit.previousWins = window(k - 1).wins;
    }
    w.roots = std::move(roots);
    w.commitPayload = contract::encodeStructure(w.commit);
    w.commitEnvelope = identity::seal(m_keys, w.commitPayload);
    m_windows.push_back(std::move(w));
    if (byBeacon()) toHub(Array{"commit", window(k).commitEnvelope});
    toPeer(windowMessage(k));
    expectWithin(haste());
}

SaltState ProviderSession::saltOf(std::uint64_t step, const Hash256& salt) const {
    const std::uint64_t k = lottery::windowOf(step, m_p.offer.window);
    return {step, salt, window(k).roots.at(step - stepsOf(k).first + 1)};
}

/// Somebody was hired to check this step: what it came to here is said once more, so that it cannot be copied.
void ProviderSession::onSaltWanted(std::uint64_t step, const Hash256& salt) {
    if (step >= stepsReceipted()) return;
    m_salts[step] = salt;
    effect(saltOf(step, salt));
}

Result<void> ProviderSession::onSalted(std::uint64_t step, const Hash256& salt, const Hash256& salted) {
    const auto at = m_salts.find(step);
    if (at == m_salts.end() || at->second != salt) {
        unchanged();
        return {};
    }
    m_salts.erase(at);
    toHub(signedCommand("salted", contract::SaltedRoot{m_p.contract, step, salt, salted}));
    return {};
}

void ProviderSession::sendClose() {
    if (!m_closeEnvelope.empty()) return;
    m_closing = true;
    m_held.reset();
    if (awaitsRound()) return expectWithin(patience()); // the last window is opened with what it won
    contract::Close close;
    close.contract = m_p.contract;
    close.window = m_receipted;
    close.steps = stepsReceipted();
    if (m_receipted > 0) {
        const WindowRecord& w = window(m_receipted);
        close.secret = w.secret;
        close.wins = w.wins;
        close.commit = w.commitEnvelope;
        close.receipt = w.receiptEnvelope;
        close.nextSeed = m_seeds.at(m_receipted + 1);
        contract::StepProof last = proofOf(close.steps - 1);
        close.leaf = std::move(last.leaf);
        close.path = std::move(last.path);
    }
    m_closeEnvelope = sealed(m_keys, close);
    toHub(Array{"close", m_closeEnvelope});
    toPeer(Array{"close", m_closeEnvelope});
    expectNothing();
}

void ProviderSession::onTick() {
    if (!m_closeEnvelope.empty()) return;
    const std::uint64_t k = m_windows.size();
    if (k > m_receipted && !m_published) { // committed and never receipted: through the hub
        m_published = true;
        contract::Publish publish{m_p.contract, window(k).commitEnvelope, window(k).roots, m_seeds.at(k), {}};
        if (k > 1) publish.before = proofOf(stepsOf(k).first - 1);
        toHub(signedCommand("publish", publish));
        return;
    }
    if (k != m_receipted || m_computing) return;
    if (awaitsRound()) return expectWithin(patience()); // nobody but the hub is silent
    // Our own signatures say that there were more windows: a Close that left them out would cost the bond.
    if (k < m_committedBefore) return expectWithin(patience());
    sendClose();
}

/// The hub's log shows our signature under window k: no Close leaves it out.
void ProviderSession::committedTo(std::uint64_t k) {
    m_committedBefore = std::max(m_committedBefore, k);
    if (m_closing) m_closeAfter = std::max(m_closeAfter, m_committedBefore);
}

/// While the renter leaves, its silence is found out before the secret is due.
std::int64_t ProviderSession::haste() const {
    return m_closeBy ? std::clamp<std::int64_t>(*m_closeBy - m_now, 0, patience()) : patience();
}

// ---- the hub

/// The renter takes no further window: the last one is published or opened.
/// @param renterSays  the last one that it receipted; a renter may say so falsely
void ProviderSession::onLeaving(std::uint64_t renterSays) {
    if (m_renterLeaves || !m_closeEnvelope.empty()) return;
    m_renterLeaves = m_closing = true;
    // Without our record of what we committed to before, we make it again.
    const std::uint64_t last = std::max(renterSays, m_committedBefore);
    if (last > m_windows.size()) {
        m_closeAfter = last;
        m_closeBy = m_now + static_cast<TimeMs>(m_p.offer.periods.secret / 2);
        if (!m_computing) expectWithin(haste());
        return;
    }
    m_computing = 0;
    m_held.reset();
    if (m_windows.size() == m_receipted) {
        sendClose();
    } else {
        expectWithin(0); // a commitment that the leaving renter has not receipted is published at once
    }
}

Result<void> ProviderSession::onNotice(cbor::Reader& in, const std::string& name) {
    if (name == "settled") {
        auto settled = openSigned<contract::Settled>(in.bytes());
        if (!settled) return settled.error();
        if (settled->signer == m_p.offer.hub && settled->value.contract == m_p.contract) finish(settled->value.outcome);
    } else if (name == "proof-wanted") {
        (void)in.u64();
        const std::uint64_t step = in.u64();
        if (step >= stepsReceipted()) return {};
        contract::StepProof proof = proofOf(step);
        contract::FieldWriter writer;
        proof.fields(writer);
        toHub(Array{"proof", m_p.contract, cbor::encode(Value(std::move(writer.out))), m_seeds.at(proof.window)});
    } else if (name == "salted-wanted") {
        const std::uint64_t step = in.u64();
        const auto salt = in.fixed<Hash256>();
        if (in.finish()) onSaltWanted(step, salt);
    } else if (name == "check-result") {
        const auto result = openSigned<contract::CheckResult>(in.bytes());
        if (result && result->signer == m_p.offer.hub) m_salts.erase(result->value.step);
    } else if (name == "receipt") {
        const Bytes envelope = in.bytes();
        const auto seed = in.fixed<Hash256>();
        if (in.finish()) {
            m_published = false;
            (void)onReceipt(envelope, seed);
        }
    } else if (name == "leaving") {
        const auto leave = openSigned<contract::Leave>(in.bytes());
        onLeaving(leave ? leave->value.window : 0);
    } else if (name == "fault") {
        if (const auto window = receiptedTwice(in.bytes())) onLeaving(*window);
    } else if (name == "claim" ||
               name == "receipt-wanted") { // a renter that has left may give the receipt all the same
        (void)in.u64();
        if (name == "claim") (void)in.u64();
        const Bytes envelope = in.bytes();
        const auto claim = openSigned<contract::Claim>(envelope);
        const auto commit = openSigned<contract::Commit>(claim ? claim->value.proof.commit : envelope);
        if (commit && commit->signer == m_keys.peer() && commit->value.contract == m_p.contract)
            committedTo(commit->value.window);
    } else if (name == "logged") { // also where our own record of it is lost
        const auto logged = openSigned<contract::Logged>(in.bytes());
        if (logged && logged->signer == m_p.offer.hub && logged->value.contract == m_p.contract)
            committedTo(logged->value.window);
    } else if (name == "round") {
        onRound();
        if (m_waitingForEscrow) computeNext();
    } else if (name == "paid" || name == "top-up") {
        if (m_waitingForEscrow) computeNext();
    }
    return {};
}

/// What the hub refuses for good is not asked again. A commitment that it takes no more is not left out of a Close for
/// that: the contract ends by its deadlines.
void ProviderSession::onHubRefused(const Value&, const Message&) {}

} // namespace unchained::protocol
