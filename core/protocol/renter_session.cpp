// SPDX-License-Identifier: Apache-2.0
#include "protocol/renter_session.h"

#include "contract/bets.h"

#include <algorithm>
#include <tuple>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

RenterSession::RenterSession(const identity::Keys& keys, Parameters parameters, Limits limits)
    : Session(keys, std::move(parameters)), m_limits(limits), m_seeds(keys.seedKey(), m_p.offer.nonce, m_windowCount),
      m_lastGood(m_p.offer.initialRoot), m_hubSeed(m_p.admission.hubAnchor) {
    m_deadline = m_p.startedAt + patience();
}

std::vector<SessionEffect> RenterSession::resume() const {
    std::vector<SessionEffect> out = unanswered();
    for (const Hash256& root : m_wanted)
        out.push_back(FetchState{root});
    return out;
}

std::vector<Value> RenterSession::greeting() const {
    if (m_receipted > 0) return {receiptMessage(m_receipted)};
    if (!m_leaving) return {Value(Array{"seed", m_seeds.at(1)})};
    return {};
}

Value RenterSession::receiptMessage(std::uint64_t k) const {
    return Array{"receipt", window(k).receiptEnvelope, m_seeds.at(k + 1)};
}

bool RenterSession::handsOver(std::uint64_t k) const {
    return isParallel() || k == m_windowCount || lottery::isBoundary(k, m_windowCount);
}

/// What must be here before window k is receipted: the state after it, or its tiles.
std::vector<Hash256> RenterSession::handedOver(std::uint64_t k) const {
    const auto& roots = window(k).roots;
    if (!isParallel()) return {roots.back()};
    std::vector<Hash256> tiles(roots.begin() + 1, roots.end());
    std::sort(tiles.begin(), tiles.end());
    tiles.erase(std::unique(tiles.begin(), tiles.end()), tiles.end());
    return tiles;
}

// ---- the provider

Result<void> RenterSession::onPeer(cbor::Reader& in, const std::string& name) {
    if (name == "window") {
        const std::uint64_t k = in.u64();
        std::vector<Hash256> roots;
        contract::FieldReader fields{in};
        fields.read(roots);
        const Bytes envelope = in.bytes();
        if (auto ok = in.finish(); !ok) return ok;
        return onWindow(k, std::move(roots), envelope);
    }
    if (name == "close") {
        const Bytes envelope = in.bytes();
        if (auto ok = in.finish(); !ok) return ok;
        if (m_closeEnvelope.empty()) return onClose(envelope);
        unchanged();
        return {};
    }
    if (name == "begin") {
        if (auto ok = in.finish(); !ok) return ok;
        unchanged();
        if (!m_leaving || m_receipted > 0) toPeer(Array{"seed", m_seeds.at(1)}); // once shown it is no secret
        return {};
    }
    if (name == "waiting") {
        const std::uint64_t k = in.u64();
        if (auto ok = in.finish(); !ok) return ok;
        onWaiting(k);
        return {};
    }
    return refused("message", Message("a renter knows no \"%1\"", name));
}

Result<void> RenterSession::checkRoots(std::uint64_t k, const contract::Commit& commit,
                                       const std::vector<Hash256>& roots) const {
    lottery::StepRange range = stepsOf(k);
    if (roots.size() < 2 || roots.size() > range.count() + 1) return refused("window", "has a wrong number of roots");
    if (commit.previousWins.size() > m_p.offer.window) return refused("window", "lists more wins than there are steps");
    if (k == 1 && (commit.previousSecret || !commit.previousWins.empty()))
        return refused("window", "opens a window before the first");
    const std::uint64_t count = roots.size() - 1;
    const std::uint64_t last = range.first + count - 1;
    const bool failed = roots.back() == lottery::failureRoot(m_p.contract, last);
    if (count < range.count() && !failed) return refused("window", "ends early without a failure");
    range.end = range.first + count;
    const Hash256& before = k == 1 || isParallel() ? m_p.offer.initialRoot : window(k - 1).roots.back();
    if (roots.front() != before) return refused("window", "does not begin where the last one ended");
    if (lottery::windowRoot(range, roots, kind()) != commit.root)
        return refused("window", "its roots do not make the commitment");
    return {};
}

Result<void> RenterSession::onWindow(std::uint64_t k, std::vector<Hash256> roots, const Bytes& envelope) {
    auto commit = openSigned<contract::Commit>(envelope);
    if (!commit) return commit.error();
    if (commit->signer != m_p.offer.provider || commit->value.contract != m_p.contract || commit->value.window != k)
        return refused("window", "carries a commitment of somebody or something else");
    if (k >= 1 && k <= m_windows.size()) {
        if (commit->payload != window(k).commitPayload) {
            secondCommit(k, *commit, envelope);
        } else {
            unchanged();
            // A host that lost its disk computes again from its key and our seeds.
            if (k <= m_receipted) toPeer(receiptMessage(k));
        }
        return {};
    }
    if (k != m_receipted + 1 || k > m_windowCount || m_leaving) return refused("window", "comes out of turn");
    if (!m_closeEnvelope.empty() || (k > 1 && window(k - 1).failed)) return refused("window", "comes after the end");
    if (auto ok = checkRoots(k, commit->value, roots); !ok) return ok;
    if (k > 1 && !roundIsKnown(k - 1)) { // the provider hears the hub, too, and may have heard it first
        if (m_early && m_early->envelope == envelope) unchanged();
        m_early = Early{k, std::move(roots), envelope};
        return {};
    }
    WindowRecord w;
    w.failed = roots.back() == lottery::failureRoot(m_p.contract, stepsOf(k).first + roots.size() - 2);
    w.roots = std::move(roots);
    w.commitEnvelope = envelope;
    w.commitPayload = commit->payload;
    w.commit = commit->value;
    m_windows.push_back(std::move(w));
    if (k > 1 && !winsAreDrawn(k - 1, commit->value.previousSecret, commit->value.previousWins)) {
        distrustFrom(stepsOf(k - 1).first);
        accuse(contract::FaultKind::WrongWins, {window(k - 1).commitEnvelope, window(k - 1).receiptEnvelope, envelope},
               m_seeds.at(k));
        return {};
    }
    accept(k);
    return {};
}

bool RenterSession::winsAreDrawn(std::uint64_t k, const std::optional<Hash256>& secret,
                                 const std::vector<std::uint64_t>& listed) {
    WindowRecord& w = window(k);
    if (!secret || lottery::secretHash(*secret) != w.commit.secretHash) return false;
    lottery::StepRange range = stepsOf(k);
    range.end = range.first + w.roots.size() - 1;
    const auto rho = rhoOf(k, *secret, m_seeds.at(k + 1));
    if (!rho) return false;
    const auto wins = lottery::winningSteps(*rho, m_p.contract, range, m_p.offer.odds);
    if (!wins || *wins != listed) return false;
    if (w.drawn) return true; // opened twice, by the next commitment and by Close
    w.secret = secret;
    w.wins = *wins;
    w.drawn = true;
    m_winsListed += w.wins.size();
    return true;
}

void RenterSession::secondCommit(std::uint64_t k, const Signed<contract::Commit>&, const Bytes& envelope) {
    distrustFrom(stepsOf(k).first);
    accuse(contract::FaultKind::TwoCommits, {window(k).commitEnvelope, envelope}, std::nullopt);
}

void RenterSession::accept(std::uint64_t k) {
    if (!handsOver(k) || window(k).failed) return giveReceipt();
    m_wanted = handedOver(k);
    expectWithin(patience());
    for (const Hash256& root : m_wanted)
        effect(FetchState{root});
}

void RenterSession::giveReceipt() {
    const std::uint64_t k = m_windows.size();
    if (m_accused || k != m_receipted + 1) return;
    WindowRecord& w = window(k);
    w.receiptEnvelope = sealed(m_keys, contract::Receipt{m_p.contract, k, w.commit.root, sha256(w.commitPayload)});
    w.receipted = true;
    m_receipted = k;
    if (m_asked) {
        m_asked = false;
        toHub(Array{"receipt", w.receiptEnvelope, m_seeds.at(k + 1)});
    }
    toPeer(receiptMessage(k));
    expectWithin(patience());
    if (m_cancelled) leave();
}

/// The provider knows the newest draw and we do not yet: twice w covers what it may have found. One that waits for a
/// window that is receipted computes again what it has lost, or its word is an old one.
void RenterSession::onWaiting(std::uint64_t k) {
    if (k > m_receipted + 1 || m_leaving || escrowSuffices(2)) return unchanged();
    if (!topUp() && k == m_receipted + 1) leave();
}

bool RenterSession::topUp() {
    const auto more = m_face.times(lottery::windowWinsMax(m_p.offer.window, m_p.offer.odds) + 1);
    if (!more) return false;
    const auto sum = m_toppedUp.plus(*more);
    if (!sum || *sum > m_limits.topUpMax) return false;
    m_toppedUp = *sum;
    contract::TopUp top{m_p.contract, {}, *more};
    const Hash256 id = taggedHash("top-up-number", {m_p.contract, ++m_topUps}); // the same after a restart
    std::copy_n(id.bytes.begin(), top.id.bytes.size(), top.id.bytes.begin());
    toHub(signedCommand("top-up", top));
    return true;
}

/// Whether a Close for the last receipted window is about that window as it is here; what is not the hub refuses, too.
bool RenterSession::closeFits(const contract::Close& v) const {
    if (v.steps != stepsReceipted() || v.wins.size() > m_p.offer.window) return false;
    if (m_receipted == 0)
        return !v.secret && !v.nextSeed && v.wins.empty() && v.commit.empty() && v.receipt.empty() && v.leaf.empty() &&
               v.path.empty();
    const WindowRecord& w = window(m_receipted);
    const auto commit = openSigned<contract::Commit>(v.commit);
    const auto receipt = openSigned<contract::Receipt>(v.receipt);
    const contract::StepProof last = proofOf(v.steps - 1);
    return commit && commit->signer == m_p.offer.provider && commit->payload == w.commitPayload && receipt &&
           receipt->signer == m_p.offer.receiptKey && receipt->value.window == m_receipted &&
           receipt->value.commit == commit->hash() && v.nextSeed == m_seeds.at(m_receipted + 1) &&
           v.leaf == last.leaf && v.path == last.path;
}

Result<void> RenterSession::onClose(const Bytes& envelope) {
    auto close = openSigned<contract::Close>(envelope);
    if (!close) return close.error();
    const contract::Close& v = close->value;
    if (close->signer != m_p.offer.provider || v.contract != m_p.contract)
        return refused("close", "is not the provider's");
    if (v.window > m_receipted) return refused("close", "is for a window that has no receipt");
    // One that leaves receipted windows out would let a fake escape its draw.
    const bool leftOut = v.window < m_receipted;
    if (!leftOut && !closeFits(v)) return refused("close", "is not about the last window as it was committed to");
    if (!leftOut && v.window > 0 && !roundIsKnown(v.window))
        return refused("close", "opens a window whose round is not known yet");
    m_closeEnvelope = envelope;
    if (leftOut || (v.window > 0 && !winsAreDrawn(v.window, v.secret, v.wins))) {
        const WindowRecord& last = window(m_receipted);
        distrustFrom(stepsOf(m_receipted).first);
        accuse(contract::FaultKind::WrongWins, {last.commitEnvelope, last.receiptEnvelope, envelope},
               m_seeds.at(m_receipted + 1));
        return {};
    }
    if (m_hubHasClose) confirmClose();
    return {};
}

void RenterSession::confirmClose() {
    if (m_closeConfirmed) return;
    m_closeConfirmed = true;
    for (std::uint64_t k = 1; k <= m_receipted; ++k)
        fileMissing(k);
    toHub(signedCommand("closed", contract::Closed{m_p.contract, m_receipted}));
    expectNothing();
}

/// A listed win that the provider did not file is filed by the renter: the draw is an audit, not only a payday.
void RenterSession::fileMissing(std::uint64_t k) {
    if (!window(k).drawn) return;
    for (const std::uint64_t step : window(k).wins)
        if (!m_claimed.contains(step)) toHub(claimCommand(step, m_seeds.at(k + 1)));
}

void RenterSession::accuse(contract::FaultKind kind, std::vector<Bytes> envelopes, std::optional<Hash256> seed) {
    m_accused = m_accusing = true;
    expectWithin(patience());
    toHub(signedCommand("fault",
                        contract::Fault{m_p.contract, static_cast<std::uint32_t>(kind), std::move(envelopes), seed}));
}

void RenterSession::leave() {
    if (m_leaving) return;
    m_leaving = true;
    m_leftAt = m_receipted;
    expectNothing();
    toHub(signedCommand("leave", contract::Leave{m_p.contract, m_receipted}));
}

// ---- own events

Result<void> RenterSession::onOwn(cbor::Reader& in, const std::string& name) {
    if (name == "fetched") {
        const auto root = in.fixed<Hash256>();
        if (auto ok = in.finish(); !ok) return ok;
        if (std::erase(m_wanted, root) == 0 || !m_wanted.empty() || m_accused) return {};
        if (!isParallel()) m_lastGood = root;
        m_lastGoodStep = stepsOf(m_windows.size()).end;
        giveReceipt();
        return {};
    }
    if (name == "cancel") {
        if (auto ok = in.finish(); !ok) return ok;
        m_cancelled = true;
        leave();
        return {};
    }
    if (name != "pause") return refused("event", Message("unknown: %1", name));
    const std::int64_t until = in.i64();
    if (auto ok = in.finish(); !ok) return ok;
    toHub(signedCommand("pause", contract::Pause{m_p.contract, until}));
    return {};
}

void RenterSession::onTick() {
    if (m_closeEnvelope.empty() && !m_settled) leave(); // silence: what is unspent is freed
}

void RenterSession::onHubRefused(const Value& command, const Message& why) {
    const Array* items = command.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    if (!name || *name == "top-up" || *name == "claim" || *name == "receipt") return; // the contract goes on without
    m_figures.complaints.push_back(*name + ": " + why.str());
    if (*name != "fault") return;
    m_accusing = false;
    if (m_settled) finish(m_settled->outcome);
}

// ---- the hub

Result<void> RenterSession::onNotice(cbor::Reader& in, const std::string& name) {
    cbor::Array kept{name};
    while (in.left() > 0)
        kept.push_back(in.any());
    m_notices.push_back(Value(kept));
    const auto bytesAt = [&](std::size_t i) {
        const Bytes* bytes = i < kept.size() ? kept[i].asBytes() : nullptr;
        return bytes ? *bytes : Bytes{};
    };
    if (name == "claim") {
        const std::uint64_t* step = kept.size() > 1 ? kept[1].asUnsigned() : nullptr;
        if (step) m_claimed.insert(*step);
        m_figures.claims = m_claimed.size();
    } else if (name == "batch-closed") {
        onBatchClosed(bytesAt(1));
    } else if (name == "top-up-wanted") { // a host that went on beyond what the escrow covers has won all the same
        (void)topUp();
    } else if (name == "check-result") {
        onCheckResult(bytesAt(1));
    } else if (BeaconRecord::isNotice(name)) {
        return onBeacon();
    } else if (name == "silence" && byBeacon()) {
        const std::uint64_t* round = kept.size() > 4 ? kept[4].asUnsigned() : nullptr;
        const auto value = Hash256::from(bytesAt(2));
        if (!round || !value || !m_beacon.isRound(*round, *value))
            m_figures.complaints.push_back("silence: the round is not of the beacon's chain");
    } else if (name == "silence") { // the hub's next h drew the step that is checked
        const auto h = Hash256::from(bytesAt(2));
        if (!h || taggedHash("hub", {*h}) != m_hubSeed)
            m_figures.complaints.push_back("silence: h is not of the chain");
        if (h) m_hubSeed = *h;
    } else if (name == "forced") {
        onForced(bytesAt(1));
    } else if (name == "close") {
        m_hubHasClose = true; // all claims that the provider files have been told before
        if (m_closeEnvelope != bytesAt(1)) return onClose(bytesAt(1)); // the one that the hub has counts
        if (!m_accused) confirmClose();
    } else if (name == "receipt-wanted") {
        const std::uint64_t* k = kept.size() > 3 ? kept[1].asUnsigned() : nullptr;
        const Array* list = kept.size() > 3 ? kept[3].asArray() : nullptr;
        if (!k || *k == 0 || !list) return {};
        m_asked = true;
        if (*k <= m_receipted) { // given before: the provider did not get it
            m_asked = false;
            toHub(Array{"receipt", window(*k).receiptEnvelope, m_seeds.at(*k + 1)});
            return {};
        }
        if (m_leaving && *k > m_leftAt + 1) return {}; // computed after we had left
        std::vector<Hash256> roots;
        for (const Value& item : *list)
            if (const Bytes* b = item.asBytes()) roots.push_back(Hash256::from(*b).value_or(Hash256{}));
        const bool left = m_leaving;
        m_leaving = false; // a commitment made before we left is still receipted
        auto ok = onWindow(*k, std::move(roots), bytesAt(2));
        m_leaving = left;
        return ok;
    } else if (name == "fault") {
        if (!receiptedTwice(bytesAt(1)) || m_leaving) return {};
        m_leaving = true; // the hub holds it for left
        m_leftAt = m_receipted;
        expectNothing();
    } else if (name == "settled") {
        return onSettled(bytesAt(1));
    }
    return {};
}

Result<void> RenterSession::onSettled(const Bytes& envelope) {
    auto settled = openSigned<contract::Settled>(envelope);
    if (!settled) return settled.error();
    if (settled->signer != m_p.offer.hub || settled->value.contract != m_p.contract) return {};
    m_settled = settled->value;
    // Caught by its own signatures, a draw that was never opened, or a case of others: its last window is what it
    // stands for.
    const bool slashed = contract::isSlashed(m_settled->outcome), inDoubt = contract::isInDoubt(m_settled->outcome);
    if (inDoubt && m_figures.failed == 0 && m_receipted > 0) distrustFrom(stepsOf(m_receipted).first);
    // The bond is locked for a while yet: what we have found meanwhile is told before we call it the end.
    if (!slashed && m_accusing) return {};
    finish(settled->value.outcome);
    return {};
}

/// A round may be what a window waits for that came before it.
Result<void> RenterSession::onBeacon() {
    if (!m_beaconComplaint.empty()) m_figures.complaints.push_back(m_beaconComplaint);
    if (!m_early || !roundIsKnown(m_early->window - 1)) return {};
    Early early = std::move(*m_early);
    m_early.reset();
    return onWindow(early.window, std::move(early.roots), early.envelope);
}

void RenterSession::onBatchClosed(const Bytes& envelope) {
    auto closed = openSigned<contract::BatchClosed>(envelope);
    if (!closed || closed->signer != m_p.offer.hub) return m_figures.complaints.push_back("batch: not the hub's words");
    const contract::BatchClosed& v = closed->value;
    if (taggedHash("hub", {v.hubSeed}) != m_hubSeed || v.batch != m_batches + 1)
        m_figures.complaints.push_back("batch: h_j is not of the chain that the admission anchors");
    m_hubSeed = v.hubSeed;
    m_batches = v.batch;
    m_figures.batches = v.batch;
    if (v.steps.size() > m_p.offer.batch) {
        m_figures.complaints.push_back("batch: holds more claims than were agreed");
    } else if (!v.steps.empty()) {
        const bool only = v.batch == 1 && v.steps.size() < m_p.offer.batch;
        const auto due = lottery::dueInBatch(v.hubSeed, m_p.contract, v.batch, m_p.offer.batch, v.steps.size(), only);
        const auto step = due ? std::optional(v.steps[*due]) : std::nullopt;
        if (step != v.due) m_figures.complaints.push_back("batch: another claim was due");
    }
    if (!v.due) toHub(signedCommand("release", contract::Release{m_p.contract, v.batch}));
}

/// Stakes on wrong have forced a check. In a market on the whole contract the hub's next h drew the step.
void RenterSession::onForced(const Bytes& envelope) {
    auto forced = openSigned<contract::ForcedCheck>(envelope);
    if (!forced || forced->signer != m_p.offer.hub)
        return m_figures.complaints.push_back("forced check: not the hub's words");
    const contract::ForcedCheck& v = forced->value;
    if (!v.hubSeed) return;
    if (taggedHash("hub", {*v.hubSeed}) != m_hubSeed)
        m_figures.complaints.push_back("forced check: h is not of the chain");
    m_hubSeed = *v.hubSeed;
    if (v.steps.empty() || lottery::dueWhenForced(*v.hubSeed, m_p.contract, v.steps) != v.due)
        m_figures.complaints.push_back("forced check: another claim was due");
}

std::pair<std::uint64_t, Hash256> RenterSession::boundaryBefore(std::uint64_t step) const {
    for (std::uint64_t k = m_receipted; k > 0; --k)
        if (stepsOf(k).end < step && handsOver(k) && !window(k).failed)
            return {stepsOf(k).end, isParallel() ? m_p.offer.initialRoot : window(k).roots.back()};
    return {0, m_p.offer.initialRoot};
}

Hash256 RenterSession::rootAfter(std::uint64_t step) const {
    const std::uint64_t k = lottery::windowOf(step, m_p.offer.window);
    return window(k).roots.at(step - stepsOf(k).first + 1);
}

/// What was handed over after this step builds on it.
void RenterSession::distrustFrom(std::uint64_t step) {
    if (m_lastGoodStep > step) std::tie(m_lastGoodStep, m_lastGood) = boundaryBefore(step + 1);
}

void RenterSession::onCheckResult(const Bytes& envelope) {
    auto result = openSigned<contract::CheckResult>(envelope);
    if (!result || result->signer != m_p.offer.hub) return m_figures.complaints.push_back("check: not the hub's words");
    const contract::CheckResult& v = result->value;
    ++m_figures.checks;
    if (m_claimed.contains(v.step) && v.computed) ++m_figures.claimsChecked;
    if (!v.right) {
        ++m_figures.failed;
        distrustFrom(v.step);
        return;
    }
    if (v.batch > 0 && m_checkedBatches.insert(v.batch).second)
        toHub(signedCommand("release", contract::Release{m_p.contract, v.batch}));
}

} // namespace unchained::protocol
