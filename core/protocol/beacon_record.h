// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"
#include "gpu/cbor.h"
#include "lottery/beacon.h"

#include <map>
#include <optional>

/// What a hub has told the parties of a contract that is drawn by its beacon, each word held against those before it.
///
///   ["beacon", BeaconAnchor]      the first round of the chain in use, signed; again when a new chain begins
///   ["logged", Logged]            a commitment stands in the hub's log, and which round draws its window, signed
///   ["round", k, round, value]    the value of window k's round: proved by the chain
///
/// Renter, provider and whoever verifies later hold the same rules. Pure; one thread.
namespace unchained::protocol {

class BeaconRecord {
public:
    BeaconRecord(const PeerId& hub, const contract::ContractId& id) : m_hub(hub), m_contract(id) {}

    [[nodiscard]] static bool isNotice(const std::string& name) {
        return name == "beacon" || name == "logged" || name == "round";
    }
    /// Error: the hub contradicts its own words; the notice is not taken then.
    Result<void> take(const cbor::Value& notice);

    /// The value that draws window k, whose commitment's payload has the hash `commit`; nothing while it is not known,
    /// or where another commitment was logged.
    [[nodiscard]] std::optional<Hash256> valueFor(std::uint64_t k, const Hash256& commit) const;
    /// Whether `value` is that of `round`, which need not draw a window.
    [[nodiscard]] bool isRound(std::uint64_t round, const Hash256& value) const;

private:
    struct Window {
        Hash256 commit;
        std::uint64_t round = 0;
        std::optional<Hash256> value;
    };
    Result<void> anchor(const Bytes& envelope);
    Result<void> logged(const Bytes& envelope);
    Result<void> round(std::uint64_t k, std::uint64_t round, const Hash256& value);

    PeerId m_hub;
    contract::ContractId m_contract;
    std::optional<contract::BeaconAnchor> m_anchor;
    std::uint64_t m_knownRound = 0; ///< newest round of the chain that was proved
    Hash256 m_known;
    std::map<std::uint64_t, Window> m_windows; ///< by number, without a gap
};

} // namespace unchained::protocol
