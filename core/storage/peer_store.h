// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "base/time.h"
#include "contract/structures.h"
#include "storage/storage_error.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unchained::storage {

class Database;
using contract::ContractId;

enum class Role { Renter, Provider };

/// One contract of this peer, until it is done and after.
struct SessionRow {
    ContractId contract;
    Role role = Role::Renter;
    Bytes parameters; ///< canonical CBOR of what the session was made from
    TimeMs created = 0;
    bool done = false;
    std::string outcome;             ///< empty until it is done
    std::string directory;           ///< where a renter's result goes
    std::optional<std::int64_t> job; ///< of a renter
};

/// New and Running are open: to be carried on after a restart.
enum class JobState { New, Running, Finished, Failed, Cancelled };

struct JobRow {
    std::int64_t id = 0;
    TimeMs created = 0;
    Bytes options; ///< canonical CBOR
    std::string directory;
    JobState state = JobState::New;
    bool cancelled = false; ///< by its user; while it is open its contract is still to be left
};

/// Something for a hub that is sent until it is answered.
struct CommandRow {
    CommandId id;
    std::string hub;  ///< its address or key: never sent to another
    std::string kind; ///< "pay", "issue", "bet"
    Bytes body;       ///< canonical CBOR
    bool operator==(const CommandRow&) const = default;
};

/// A line of this peer's account, as a hub has told it.
struct AccountLine {
    std::uint64_t number = 0; ///< the hub's, ascending
    TimeMs time = 0;
    std::string memo;
    Amount gain;
    Amount balance; ///< after it
    bool operator==(const AccountLine&) const = default;
};

struct PeerBalance {
    Amount balance; ///< free to spend
    Amount locked;  ///< in escrows and bonds
    TimeMs asOf = 0;
    bool operator==(const PeerBalance&) const = default;
};

/// What a renter and host keeps: jobs, contracts with the logs of their sessions, commands under way, what hubs said.
///
/// Each function that writes is one durable commit: what it has returned from survives kill -9 and a power loss; where
/// it failed nothing was written, and a session that has already taken the event must be folded anew from its log.
/// One thread. Callbacks must not use the store. The caller holds the directory's lock.
class PeerStore {
public:
    /// Makes the file where it is missing and brings an older one up to date (see Database).
    [[nodiscard]] static Result<PeerStore> open(const std::filesystem::path& file);
    /// While a program runs on it, or none. Error{NotFound, OlderSchema, …}
    [[nodiscard]] static Result<PeerStore> openReadOnly(const std::filesystem::path& file);
    PeerStore(PeerStore&&) noexcept;
    PeerStore& operator=(PeerStore&&) = delete;
    ~PeerStore();

    /// `done` and `outcome` are not taken over: it begins open. Error{Conflict} for one that is there.
    Result<void> addSession(const SessionRow& session);
    /// By creation.
    [[nodiscard]] Result<std::vector<SessionRow>> sessions(bool openOnly) const;
    [[nodiscard]] Result<std::optional<SessionRow>> session(const ContractId& contract) const;
    /// Error{NotFound}
    Result<void> markDone(const ContractId& contract, std::string_view outcome);

    /// `seq` must be the next one of the contract, from 0, else Error{Conflict}.
    Result<void> append(const ContractId& contract, std::uint64_t seq, TimeMs time, ByteView event);
    /// In order; an error of the callback ends it and is returned. Error{Damaged} at a gap.
    Result<void>
    forEach(const ContractId& contract,
            const std::function<Result<void>(std::uint64_t seq, TimeMs time, ByteView event)>& visit) const;

    /// Its id. It begins as New.
    Result<std::int64_t> addJob(TimeMs created, ByteView options, std::string_view directory);
    /// Error{NotFound}
    Result<void> setJobState(std::int64_t id, JobState state);
    /// For good, whatever becomes of its state. Error{NotFound}
    Result<void> cancelJob(std::int64_t id);
    [[nodiscard]] Result<std::vector<JobRow>> openJobs() const;
    [[nodiscard]] Result<std::vector<JobRow>> jobs() const;
    [[nodiscard]] Result<std::optional<JobRow>> job(std::int64_t id) const;

    /// The same command again changes nothing, also after it was finished; Error{Conflict} for other content under its
    /// id. True: it is still to be sent.
    Result<bool> addCommand(const CommandRow& command);
    /// In the order in which they were added.
    [[nodiscard]] Result<std::vector<CommandRow>> openCommands() const;
    /// Good also for one that is finished or unknown.
    Result<void> finishCommand(const CommandId& id);

    /// Lines whose number is there already are replaced.
    Result<void> appendStatement(std::string_view hub, std::span<const AccountLine> lines);
    /// All that is there of this hub makes way.
    Result<void> replaceStatement(std::string_view hub, std::span<const AccountLine> lines);
    [[nodiscard]] Result<std::vector<AccountLine>> statement(std::string_view hub) const;
    Result<void> setBalance(std::string_view hub, const PeerBalance& balance);
    /// By hub.
    [[nodiscard]] Result<std::map<std::string, PeerBalance>> balances() const;

    /// A peer that this one rents nothing from and lets nothing to; again: as before.
    Result<void> block(const PeerId& peer, TimeMs now);
    Result<void> unblock(const PeerId& peer);
    [[nodiscard]] Result<std::set<PeerId>> blocked() const;

    /// CPU time that a phase of a contract took, added to what it took before.
    Result<void> addUsage(const ContractId& contract, std::string_view phase, std::uint64_t cpuNs);
    /// ns by phase.
    [[nodiscard]] Result<std::map<std::string, std::uint64_t>> usage(const ContractId& contract) const;

private:
    explicit PeerStore(std::unique_ptr<Database> database);
    Result<void> putLines(std::string_view hub, std::span<const AccountLine> lines);

    std::unique_ptr<Database> m_database;
};

} // namespace unchained::storage
