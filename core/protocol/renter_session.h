// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/session.h"

#include <set>

namespace unchained::protocol {

/// What the hub's records show of the checks, as this renter verified it.
struct RenterFigures {
    std::uint64_t claims = 0, claimsChecked = 0, checks = 0, failed = 0, batches = 0;
    std::vector<std::string> complaints; ///< what the hub did that its own words do not allow
};

/// The renter's side of a contract.
///
/// Messages to the provider: ["seed", s_1], ["receipt", Receipt_k envelope, s_{k+1}].
/// Messages from the provider: ["window", k, roots, Commit_k envelope], ["close", Close envelope], ["waiting", k],
/// ["begin"]: it has no seed yet.
/// Own events: ["fetched", root], ["cancel"], ["pause", until].
/// Every envelope and notice is kept: they are the evidence.
class RenterSession : public Session {
public:
    struct Limits {
        Amount topUpMax; ///< most that is added to the escrow
    };
    RenterSession(const identity::Keys& keys, Parameters parameters, Limits limits);

    [[nodiscard]] std::vector<SessionEffect> resume() const override;
    [[nodiscard]] std::vector<cbor::Value> greeting() const override;
    [[nodiscard]] const RenterFigures& figures() const { return m_figures; }
    /// The contract's newest state that is verified and here: its iteration can be carried on elsewhere. Never one
    /// after a step that was found wrong.
    [[nodiscard]] Hash256 lastGoodState() const { return m_lastGood; }
    [[nodiscard]] std::uint64_t lastGoodStep() const { return m_lastGoodStep; }
    /// Where the state handed over before Y[step] stands; Y[0] where there is none. Of parallel work every window is
    /// handed over, and what is gone on from is always Y[0].
    [[nodiscard]] std::pair<std::uint64_t, Hash256> boundaryBefore(std::uint64_t step) const;
    /// Root of Y[step + 1] as the provider committed to it; the step's window is receipted.
    [[nodiscard]] Hash256 rootAfter(std::uint64_t step) const;
    /// This step was found wrong: the newest good state is one handed over before it.
    void distrustFrom(std::uint64_t step);
    [[nodiscard]] const std::vector<cbor::Value>& notices() const { return m_notices; }
    [[nodiscard]] const lottery::SeedChain& seeds() const { return m_seeds; }
    [[nodiscard]] const Bytes& closeEnvelope() const { return m_closeEnvelope; }
    [[nodiscard]] const std::optional<contract::Settled>& settled() const { return m_settled; }

protected:
    Result<void> onPeer(cbor::Reader& message, const std::string& name) override;
    Result<void> onNotice(cbor::Reader& notice, const std::string& name) override;
    Result<void> onOwn(cbor::Reader& event, const std::string& name) override;
    void onTick() override;
    void onHubRefused(const cbor::Value& command, const Message& why) override;

private:
    Result<void> onWindow(std::uint64_t k, std::vector<Hash256> roots, const Bytes& envelope);
    Result<void> checkRoots(std::uint64_t k, const contract::Commit& commit, const std::vector<Hash256>& roots) const;
    bool winsAreDrawn(std::uint64_t k, const std::optional<Hash256>& secret, const std::vector<std::uint64_t>& listed);
    void secondCommit(std::uint64_t k, const Signed<contract::Commit>& commit, const Bytes& envelope);
    void accept(std::uint64_t k);
    void giveReceipt();
    bool topUp();
    void onWaiting(std::uint64_t k);
    Result<void> onClose(const Bytes& envelope);
    [[nodiscard]] bool closeFits(const contract::Close& close) const;
    void confirmClose();
    void fileMissing(std::uint64_t k);
    void leave();
    void accuse(contract::FaultKind kind, std::vector<Bytes> envelopes, std::optional<Hash256> seed);
    Result<void> onBeacon();
    Result<void> onSettled(const Bytes& envelope);
    void onBatchClosed(const Bytes& envelope);
    void onForced(const Bytes& envelope);
    void onCheckResult(const Bytes& envelope);
    [[nodiscard]] bool handsOver(std::uint64_t k) const;
    [[nodiscard]] std::vector<Hash256> handedOver(std::uint64_t k) const;
    [[nodiscard]] cbor::Value receiptMessage(std::uint64_t k) const;

    Limits m_limits;
    lottery::SeedChain m_seeds;
    RenterFigures m_figures;
    Hash256 m_lastGood;
    std::uint64_t m_lastGoodStep = 0;
    std::vector<Hash256> m_wanted; ///< roots of the state, or the tiles, that must be here before the next receipt
    bool m_accusing = false;       ///< the hub has not refused our accusation
    bool m_leaving = false, m_accused = false, m_cancelled = false, m_closeConfirmed = false, m_hubHasClose = false;
    std::uint64_t m_leftAt = 0; ///< window that our Leave names
    bool m_asked = false;       ///< the hub has asked for the receipt
    Bytes m_closeEnvelope;
    /// A window that opens one whose round the hub has not told yet.
    struct Early {
        std::uint64_t window = 0;
        std::vector<Hash256> roots;
        Bytes envelope;
    };
    std::optional<Early> m_early;
    std::set<std::uint64_t> m_claimed;
    Hash256 m_hubSeed;
    std::uint64_t m_batches = 0;
    std::set<std::uint64_t> m_checkedBatches;
    Amount m_toppedUp;
    std::uint64_t m_topUps = 0;
    std::vector<cbor::Value> m_notices;
    std::optional<contract::Settled> m_settled;
};

} // namespace unchained::protocol
