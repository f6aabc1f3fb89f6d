// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "contract/structures.h"
#include "identity/keys.h"
#include "lottery/lottery.h"
#include "protocol/beacon_record.h"
#include "protocol/errors.h"
#include "protocol/signed.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What the renter's and the provider's side of one contract have in common.
///
/// A session is a pure state machine over events that are canonical CBOR arrays, so that the log is the state: the
/// shell writes each event with its time and commits, then does what the effects say. After a restart it folds the log
/// again, drops the effects, and asks resume() what is still to be done. Effects are safe to do twice.
///
/// Events of both sides:
///   ["peer", message]                       the other party's message (see ProviderSession, RenterSession)
///   ["hub", number, notice]                 the hub's notice of this number; each is handled once, in order
///   ["answered", id, refusal|null, transient] the hub's answer to ToHub{id}
///   ["tick"]                                a deadline has passed
///   ["standstill", ms]                      the hub or this party was away for so long: deadlines move by as much
namespace unchained::protocol {

/// Say to the other party, if it is connected.
struct ToPeer {
    cbor::Value message;
};
/// Command for the hub; sent until it is answered.
struct ToHub {
    std::uint64_t id = 0;
    cbor::Value command;
};
/// Compute the steps of window k from the state with root `from`; answer with ["computed", k, roots, failed].
struct Compute {
    std::uint64_t window = 0;
    lottery::StepRange steps;
    Hash256 seed; ///< s_k
    Hash256 from;
};
/// Get the state with this root from the other party and verify it; answer with ["fetched", root].
struct FetchState {
    Hash256 root;
};
/// These states are needed no more.
struct DropStates {
    std::vector<Hash256> roots;
};
/// Make the root of the state after this step under a salt (merkle::saltedRoot), for a check by somebody hired; answer
/// with ["salted", step, salt, salted root].
struct SaltState {
    std::uint64_t step = 0;
    Hash256 salt, root; ///< the plain root of that state
};
/// The contract has ended; `outcome` is that of Settled, or "refused".
struct SessionDone {
    std::string outcome;
};
using SessionEffect = std::variant<ToPeer, ToHub, Compute, FetchState, DropStates, SaltState, SessionDone>;

/// One window as a party knows it.
struct WindowRecord {
    std::vector<Hash256> roots; ///< count + 1; the last is a failure root where the window failed
    Bytes commitEnvelope, receiptEnvelope, commitPayload;
    contract::Commit commit;
    std::vector<std::uint64_t> wins;
    std::optional<Hash256> secret;
    bool receipted = false, drawn = false, failed = false;
};

/// What the hub has said of a claim.
enum class ClaimState : std::uint8_t { Logged, Right, Wrong, Paid };

class Session {
public:
    struct Parameters {
        contract::Offer offer;
        PeerId renter;
        contract::ContractId contract;
        contract::Admission admission;
        std::int64_t windowMs = 1000; ///< expected time of a window, for patience
        TimeMs startedAt = 0;
    };
    Session(const identity::Keys& keys, Parameters parameters);
    virtual ~Session() = default;
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// An event that is refused changes nothing and need not be logged.
    [[nodiscard]] Result<std::vector<SessionEffect>> handle(const cbor::Value& event, TimeMs now);
    /// False after an event that was heard before: it needs no place in the log, whatever its effects.
    [[nodiscard]] bool changed() const { return m_changed; }
    /// What was under way when the log ended: commands without an answer, work not done.
    [[nodiscard]] virtual std::vector<SessionEffect> resume() const = 0;
    /// What to say to the other party when a connection to it is made.
    [[nodiscard]] virtual std::vector<cbor::Value> greeting() const = 0;
    [[nodiscard]] std::optional<TimeMs> nextDeadline() const { return m_deadline; }

    [[nodiscard]] const Parameters& parameters() const { return m_p; }
    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] const std::string& outcome() const { return m_outcome; }
    [[nodiscard]] std::uint64_t noticesSeen() const { return m_notices; }
    [[nodiscard]] const std::vector<WindowRecord>& windows() const { return m_windows; } ///< of window k at k − 1
    [[nodiscard]] std::uint64_t windowCount() const { return m_windowCount; }
    [[nodiscard]] std::uint64_t receipted() const { return m_receipted; } ///< K so far
    [[nodiscard]] std::uint64_t stepsReceipted() const;
    [[nodiscard]] Amount paid() const { return m_paid; }
    [[nodiscard]] Amount escrowed() const { return m_escrowed; }
    [[nodiscard]] std::uint64_t winsListed() const { return m_winsListed; }
    [[nodiscard]] std::uint64_t claimsPaid() const { return m_claimsPaid; }
    /// A step of a receipted window as a third party can check it; nothing for another one.
    [[nodiscard]] std::optional<contract::StepProof> shown(std::uint64_t step) const;
    /// By step, as far as the hub's signed words go; with steps that were checked without a claim.
    [[nodiscard]] const std::map<std::uint64_t, ClaimState>& claimStates() const { return m_claimStates; }

protected:
    virtual Result<void> onPeer(cbor::Reader& message, const std::string& name) = 0;
    virtual Result<void> onNotice(cbor::Reader& notice, const std::string& name) = 0;
    virtual Result<void> onOwn(cbor::Reader& event, const std::string& name) = 0;
    virtual void onTick() = 0;
    virtual void onHubRefused(const cbor::Value& command, const Message& why) = 0;

    [[nodiscard]] static Error refused(const char* subject, Message why);
    /// To be called by a handler whose event changed nothing.
    void unchanged() { m_changed = false; }
    void toHub(cbor::Value command);
    void toPeer(cbor::Value message) { m_effects.push_back(ToPeer{std::move(message)}); }
    void effect(SessionEffect e) { m_effects.push_back(std::move(e)); }
    void finish(const std::string& outcome);
    void expectWithin(std::int64_t ms) { m_deadline = m_now + ms; }
    void expectNothing() { m_deadline.reset(); }
    /// max(grace, 3 × the expected time).
    [[nodiscard]] std::int64_t patience() const;
    [[nodiscard]] bool byBeacon() const { return m_p.offer.draw == contract::kDrawBeacon; }
    /// ρ_k; nothing while the round of a window drawn by beacon is not known.
    [[nodiscard]] std::optional<Hash256> rhoOf(std::uint64_t k, const Hash256& secret, const Hash256& nextSeed) const;
    /// Whether window k, which is here, can be drawn once its secret is known.
    [[nodiscard]] bool roundIsKnown(std::uint64_t k) const;
    [[nodiscard]] std::vector<SessionEffect> unanswered() const;
    /// Free escrow ≥ V · (unpaid wins + w), for `windows` windows whose wins are unknown.
    [[nodiscard]] bool escrowSuffices(std::uint64_t windows = 1) const;
    [[nodiscard]] lottery::StepRange stepsOf(std::uint64_t k) const;
    [[nodiscard]] gpu::WorkKind kind() const { return m_p.offer.kind(); }
    [[nodiscard]] bool isParallel() const { return kind() == gpu::WorkKind::Parallel; }
    [[nodiscard]] WindowRecord& window(std::uint64_t k) { return m_windows.at(k - 1); }
    [[nodiscard]] const WindowRecord& window(std::uint64_t k) const { return m_windows.at(k - 1); }
    [[nodiscard]] contract::StepProof proofOf(std::uint64_t step) const;
    /// The window of which a fault that the hub has told shows two receipts; nothing where it shows something else.
    [[nodiscard]] static std::optional<std::uint64_t> receiptedTwice(const Bytes& fault);
    /// Signed claim of a win of window k.
    [[nodiscard]] cbor::Value claimCommand(std::uint64_t step, const Hash256& nextSeed) const;
    template <class T>
    [[nodiscard]] cbor::Value signedCommand(const char* name, const T& structure) const {
        return cbor::Array{name, sealed(m_keys, structure)};
    }

    const identity::Keys& m_keys;
    Parameters m_p;
    std::uint64_t m_windowCount = 0;
    std::vector<WindowRecord> m_windows;
    std::uint64_t m_receipted = 0;
    BeaconRecord m_beacon;
    std::string m_beaconComplaint; ///< what the notice at hand said against the hub's own words
    Amount m_face, m_escrowed, m_paid;
    std::uint64_t m_winsListed = 0, m_claimsPaid = 0;
    std::map<std::uint64_t, ClaimState> m_claimStates;
    std::optional<TimeMs> m_deadline;
    TimeMs m_now = 0;
    bool m_done = false, m_changed = true;
    std::string m_outcome;

private:
    Result<void> dispatch(cbor::Reader& in);
    Result<void> notice(cbor::Reader& in);
    void noteClaim(cbor::Reader& notice, const std::string& name);

    std::map<std::uint64_t, cbor::Value> m_outbox;
    std::uint64_t m_nextCommand = 1;
    std::uint64_t m_notices = 0;
    std::vector<SessionEffect> m_effects;
};

} // namespace unchained::protocol
