// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/keys.h"
#include "storage/hub_store.h"
#include "storage/peer_store.h"

#include <optional>
#include <string>

/// What `ledger` finds out about a directory's books. Reads only, also while a program runs on them.
namespace unchained::node {

struct HubReport {
    storage::HubAudit counted;
    Amount issued;
    bool folded = false;      ///< the log was run again, and gave the same books
    std::string whyNotFolded; ///< empty where it was
};
/// The tables by their own rules; then the postings applied one by one to empty books; then the log run again through
/// the hub's state machine, which signs and therefore needs the hub's keys (null: that part is left out).
/// Error{AuditFailed, Damaged, BadBooks} names the first contradiction.
[[nodiscard]] Result<HubReport> auditHub(const storage::HubStore& store, const identity::Keys* keys,
                                         std::string whyNoKeys);

struct PeerReport {
    std::uint64_t lines = 0, contracts = 0, events = 0;
};
/// Statements whose balances follow from their gains, logs of contracts without a gap.
[[nodiscard]] Result<PeerReport> auditPeer(const storage::PeerStore& store);

/// All postings of a hub, each transaction once, in order.
struct HubPosting {
    std::uint64_t number = 0;
    TimeMs time = 0;
    std::string memo;
    std::vector<ledger::Leg> legs;
};
[[nodiscard]] Result<std::vector<HubPosting>> postingsOf(const storage::HubStore& store);

} // namespace unchained::node
