// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/session.h"

namespace unchained::protocol {

/// The provider's side of a contract.
///
/// Messages from the renter: ["seed", s_1], ["receipt", Receipt_k envelope, s_{k+1}].
/// Messages to the renter: ["window", k, roots, Commit_k envelope], ["close", Close envelope],
/// ["waiting", k]: the escrow is too small for window k, ["begin"]: s_1 is missing.
/// Own events: ["computed", k, roots, failed], ["salted", step, salt, salted root], ["leave"].
///
/// Where a beacon draws, each commitment goes to the hub, too, and the next one waits for the round; the window after
/// it is computed meanwhile.
class ProviderSession : public Session {
public:
    ProviderSession(const identity::Keys& keys, Parameters parameters);

    [[nodiscard]] std::vector<SessionEffect> resume() const override;
    [[nodiscard]] std::vector<cbor::Value> greeting() const override;
    /// States that must stay: boundaries, states before winning steps, the newest. For the shell that sweeps a store.
    [[nodiscard]] std::vector<Hash256> keptStates() const;
    /// Where a state of this contract stands: the number i of Y[i], if it is known.
    [[nodiscard]] std::optional<std::uint64_t> stepOfState(const Hash256& root) const;
    /// Seed of the steps of window k, once it was shown.
    [[nodiscard]] std::optional<Hash256> seedOf(std::uint64_t k) const;

protected:
    /// A test program lies here; honest hosts keep the default.
    [[nodiscard]] virtual std::vector<std::uint64_t> listWins(std::uint64_t k, std::vector<std::uint64_t> wins);

    Result<void> onPeer(cbor::Reader& message, const std::string& name) override;
    Result<void> onNotice(cbor::Reader& notice, const std::string& name) override;
    Result<void> onOwn(cbor::Reader& event, const std::string& name) override;
    void onTick() override;
    void onHubRefused(const cbor::Value& command, const Message& why) override;

private:
    Result<void> onSeed(const Hash256& seed);
    Result<void> onReceipt(const Bytes& envelope, const Hash256& nextSeed);
    Result<void> onComputed(std::uint64_t k, std::vector<Hash256> roots, bool failed);
    void computeNext();
    void draw(std::uint64_t k);
    void commitHeld();
    void afterDraw(std::uint64_t k);
    void onRound();
    [[nodiscard]] bool awaitsRound() const { return m_receipted > 0 && !window(m_receipted).drawn; }
    void dropLosing(std::uint64_t k);
    void sendClose();
    void committedTo(std::uint64_t k);
    void onLeaving(std::uint64_t renterSays);
    [[nodiscard]] std::int64_t haste() const;
    void onSaltWanted(std::uint64_t step, const Hash256& salt);
    Result<void> onSalted(std::uint64_t step, const Hash256& salt, const Hash256& salted);
    [[nodiscard]] SaltState saltOf(std::uint64_t step, const Hash256& salt) const;
    [[nodiscard]] Compute computeOf(std::uint64_t k) const;
    [[nodiscard]] cbor::Value windowMessage(std::uint64_t k) const;

    std::vector<Hash256> m_seeds;  ///< s_0 … as far as shown
    std::uint64_t m_computing = 0; ///< k of the window being computed; 0: none
    bool m_waitingForEscrow = false, m_closing = false, m_published = false, m_renterLeaves = false;
    std::uint64_t m_closeAfter = 0;      ///< the renter says that it has receipted this window
    std::optional<TimeMs> m_closeBy;     ///< to be closed by then, receipted or not
    std::uint64_t m_committedBefore = 0; ///< last window whose commitment, with our signature, the hub's log shows
    Bytes m_closeEnvelope;
    /// A window that is computed, and whose commitment waits for the draw of the one before.
    struct Held {
        std::uint64_t window = 0;
        std::vector<Hash256> roots;
        bool failed = false;
    };
    std::optional<Held> m_held;
    std::map<std::uint64_t, Hash256> m_salts; ///< by step: salted roots that the hub waits for
};

} // namespace unchained::protocol
