// SPDX-License-Identifier: Apache-2.0
#include "protocol/session.h"

#include "verification/policy.h"

#include <algorithm>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
constexpr std::uint64_t kStandstillMaxMs = std::uint64_t{366} * 24 * 3600 * 1000;

/// Adds what the hub says was added; false for what no honest hub says.
bool grow(Amount& total, Amount by) {
    const auto sum = total.plus(by);
    if (by.isNegative() || !sum) return false;
    total = *sum;
    return true;
}
} // namespace

Session::Session(const identity::Keys& keys, Parameters parameters)
    : m_keys(keys), m_p(std::move(parameters)), m_beacon(m_p.offer.hub, m_p.contract) {
    m_windowCount = lottery::windowCount(m_p.offer.steps, m_p.offer.window);
    m_face = verification::faceValue(m_p.offer.price, m_p.offer.odds).value();
    m_escrowed = m_p.admission.escrow;
}

Error Session::refused(const char* subject, Message why) {
    return makeError(ProtocolError::BadProof, subject, std::move(why));
}

Result<std::vector<SessionEffect>> Session::handle(const Value& event, TimeMs now) {
    m_now = now;
    m_changed = true;
    m_effects.clear();
    cbor::Reader in(event, "event", 1, 8);
    if (auto ok = dispatch(in); !ok) {
        m_effects.clear();
        return ok.error();
    }
    return std::move(m_effects);
}

Result<void> Session::dispatch(cbor::Reader& in) {
    const std::string kind = in.text();
    if (m_done) return makeError(ProtocolError::Stopped, "contract", "has ended");
    if (kind == "tick") {
        if (!m_deadline || *m_deadline > m_now) {
            unchanged();
            return {};
        }
        m_deadline.reset();
        onTick();
        return {};
    }
    if (kind == "standstill") { // the hub or this party was away: deadlines stand still meanwhile
        const std::uint64_t ms = in.u64();
        if (auto ok = in.finish(); !ok) return ok;
        if (m_deadline && ms > 0) {
            *m_deadline += static_cast<std::int64_t>(std::min(ms, kStandstillMaxMs));
        } else {
            unchanged();
        }
        return {};
    }
    if (kind == "peer") {
        const Value& message = in.any();
        cbor::Reader fields(message, "message", 1, 6);
        const std::string name = fields.text();
        if (fields.failed()) return fields.finish();
        return onPeer(fields, name);
    }
    if (kind == "hub") return notice(in);
    if (kind != "answered") return onOwn(in, kind);
    const std::uint64_t id = in.u64();
    const Value& refusal = in.any();
    const bool transient = in.boolean();
    if (auto ok = in.finish(); !ok) return ok;
    const auto sent = m_outbox.find(id);
    if (sent == m_outbox.end() || transient) {
        unchanged();
        return {};
    }
    const Value command = std::move(sent->second);
    m_outbox.erase(sent);
    if (!m_outbox.empty()) m_effects.push_back(ToHub{m_outbox.begin()->first, m_outbox.begin()->second});
    if (const std::string* why = refusal.asText()) onHubRefused(command, Message(*why));
    return {};
}

Result<void> Session::notice(cbor::Reader& in) {
    const std::uint64_t number = in.u64();
    const Value& body = in.any();
    if (auto ok = in.finish(); !ok) return ok;
    if (number != m_notices)
        return makeError(ProtocolError::WrongPhase, "notice", Message("number %1 instead of %2", number, m_notices));
    cbor::Reader fields(body, "notice", 1, 6);
    const std::string name = fields.text();
    ++m_notices;
    if (name == "paid") {
        auto paid = openSigned<contract::Paid>(fields.bytes());
        if (paid && paid->signer == m_p.offer.hub && paid->value.contract == m_p.contract &&
            grow(m_paid, paid->value.amount)) {
            ++m_claimsPaid;
            m_claimStates[paid->value.step] = ClaimState::Paid;
        }
    } else if (name == "claim" || name == "check-result") {
        noteClaim(fields, name);
    } else if (name == "top-up") {
        if (const auto amount = Amount::fromMicro(fields.i64())) (void)grow(m_escrowed, *amount);
    } else if (name == "paused") {
        const std::int64_t until = fields.i64();
        if (m_deadline && until > m_now) *m_deadline += std::min(until, m_now + contract::kPauseMaxMs) - m_now;
        return {};
    }
    m_beaconComplaint.clear();
    if (BeaconRecord::isNotice(name))
        if (auto ok = m_beacon.take(body); !ok) m_beaconComplaint = ok.error().text();
    cbor::Reader again(body, "notice", 1, 6);
    (void)again.text();
    // A notice that a party cannot use is still counted: the hub will not say it differently next time.
    (void)onNotice(again, name);
    m_changed = true; // its number is
    return {};
}

void Session::noteClaim(cbor::Reader& notice, const std::string& name) {
    if (name == "claim") {
        m_claimStates.emplace(notice.u64(), ClaimState::Logged);
        return;
    }
    const auto result = openSigned<contract::CheckResult>(notice.bytes());
    if (!result || result->signer != m_p.offer.hub || result->value.contract != m_p.contract) return;
    m_claimStates[result->value.step] = result->value.right ? ClaimState::Right : ClaimState::Wrong;
}

void Session::toHub(Value command) {
    const std::uint64_t id = m_nextCommand++;
    m_outbox.emplace(id, command);
    // One at a time and in order: a Close must not overtake a claim.
    if (m_outbox.size() == 1) m_effects.push_back(ToHub{id, std::move(command)});
}

std::vector<SessionEffect> Session::unanswered() const {
    if (m_outbox.empty()) return {};
    return {ToHub{m_outbox.begin()->first, m_outbox.begin()->second}};
}

void Session::finish(const std::string& outcome) {
    m_done = true;
    m_outcome = outcome;
    m_deadline.reset();
    m_outbox.clear();
    m_effects.push_back(SessionDone{outcome});
}

std::optional<Hash256> Session::rhoOf(std::uint64_t k, const Hash256& secret, const Hash256& nextSeed) const {
    if (!byBeacon()) return lottery::coinflip(secret, nextSeed);
    const auto value = m_beacon.valueFor(k, sha256(window(k).commitPayload));
    return value ? std::optional(lottery::beaconDraw(secret, nextSeed, *value)) : std::nullopt;
}

bool Session::roundIsKnown(std::uint64_t k) const {
    return !byBeacon() || m_beacon.valueFor(k, sha256(window(k).commitPayload)).has_value();
}

std::int64_t Session::patience() const {
    const std::int64_t forRound = byBeacon() ? lottery::kBeaconWaitMs + 2 * lottery::kBeaconPeriodMs : 0;
    return forRound + std::max(static_cast<std::int64_t>(m_p.offer.periods.grace), 3 * m_p.windowMs);
}

std::uint64_t Session::stepsReceipted() const {
    if (m_receipted == 0) return 0;
    const WindowRecord& last = window(m_receipted);
    return stepsOf(m_receipted).first + last.roots.size() - 1;
}

lottery::StepRange Session::stepsOf(std::uint64_t k) const {
    return lottery::windowSteps(k, m_p.offer.steps, m_p.offer.window);
}

bool Session::escrowSuffices(std::uint64_t windows) const {
    // Without its own record a party hears of payments before it has listed the wins again.
    const std::uint64_t unpaid = m_winsListed - std::min(m_winsListed, m_claimsPaid);
    const std::uint64_t owed =
        unpaid + (windows - 1) * lottery::windowWinsMax(m_p.offer.window, m_p.offer.odds) +
        lottery::windowWinsMax(stepsOf(std::min(m_receipted + 1, m_windowCount)).count(), m_p.offer.odds);
    const auto needed = m_face.times(owed);
    return needed && m_escrowed - m_paid >= *needed;
}

contract::StepProof Session::proofOf(std::uint64_t step) const {
    const std::uint64_t k = lottery::windowOf(step, m_p.offer.window);
    const WindowRecord& w = window(k);
    lottery::StepRange range = stepsOf(k);
    range.end = range.first + w.roots.size() - 1;
    const std::size_t at = step - range.first;
    contract::StepProof proof;
    proof.window = k;
    proof.step = step;
    proof.leaf = lottery::leafData({step, lottery::inputRoot(kind(), w.roots, at), w.roots.at(at + 1)});
    proof.path = merkle::pathOf(lottery::windowLeaves(range, w.roots, kind()), at);
    proof.commit = w.commitEnvelope;
    proof.receipt = w.receiptEnvelope;
    return proof;
}

std::optional<contract::StepProof> Session::shown(std::uint64_t step) const {
    return step < stepsReceipted() ? std::optional(proofOf(step)) : std::nullopt;
}

std::optional<std::uint64_t> Session::receiptedTwice(const Bytes& fault) {
    const auto shown = openSigned<contract::Fault>(fault);
    if (!shown || shown->value.kind != static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts)) return {};
    if (shown->value.envelopes.empty()) return {};
    const auto receipt = openSigned<contract::Receipt>(shown->value.envelopes.front());
    return receipt ? std::optional(receipt->value.window) : std::nullopt;
}

Value Session::claimCommand(std::uint64_t step, const Hash256& nextSeed) const {
    contract::Claim claim;
    claim.contract = m_p.contract;
    claim.proof = proofOf(step);
    claim.secret = window(claim.proof.window).secret.value();
    claim.nextSeed = nextSeed;
    return signedCommand("claim", claim);
}

} // namespace unchained::protocol
