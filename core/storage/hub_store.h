// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "gpu/bytes.h"
#include "ledger/ledger.h"
#include "storage/storage_error.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace unchained::storage {

class Database;

/// One event of the hub and what it posted.
struct HubEntry {
    TimeMs time = 0;
    Bytes event;
    std::vector<ledger::Transaction> transactions;
};

/// One line of an account's statement.
struct StatementRow {
    std::uint64_t number = 0; ///< of the transaction, ascending
    TimeMs time = 0;
    std::string memo;
    Amount gain;
    Amount balance;      ///< after it
    std::string counter; ///< name of the other account; "several" where there is more than one
};

/// What an audit has counted.
struct HubAudit {
    std::uint64_t events = 0, transactions = 0, accounts = 0;
    Amount sum; ///< over all accounts: zero
};

/// The hub's file: the log of its events, and beside it, in the same commit, the books as tables.
///
/// What append has returned from survives kill -9 and a power loss. A failed append has written nothing; a caller whose
/// own state has already taken the event must then stop, since it is ahead of its log. One thread. The numbers of
/// events are consecutive from 0. Callbacks must not use the store.
class HubStore {
public:
    /// Makes the file where it is missing and brings an older one up to date (see Database). The caller holds the
    /// directory's lock.
    [[nodiscard]] static Result<HubStore> open(const std::filesystem::path& file);
    /// While a hub runs on it, or none. Error{NotFound, OlderSchema, …}
    [[nodiscard]] static Result<HubStore> openReadOnly(const std::filesystem::path& file);
    HubStore(HubStore&&) noexcept;
    HubStore& operator=(HubStore&&) = delete;
    ~HubStore();

    /// One durable commit; the event's number. A transaction whose id and content are stored already is left out.
    Result<std::uint64_t> append(TimeMs time, ByteView event, const std::vector<ledger::Transaction>& transactions);
    /// Many in one commit, or none of them.
    Result<void> append(std::span<const HubEntry> entries);
    /// How many events the log had when it was opened, and those appended since.
    [[nodiscard]] std::uint64_t length() const { return m_length; }
    /// In order; an error of the callback ends it and is returned. Error{Damaged} at a gap.
    Result<void>
    forEach(const std::function<Result<void>(std::uint64_t seq, TimeMs time, ByteView event)>& visit) const;

    /// Hub time: `now` was reached. Written at most once a second.
    Result<void> setAlive(TimeMs now);
    /// The latest hub time that is known to have been reached; nothing for a new file.
    [[nodiscard]] Result<std::optional<TimeMs>> alive() const;

    /// Every account that ever moved.
    [[nodiscard]] Result<std::map<ledger::Account, Amount>> accounts() const;
    /// Lines with a number above `after`, at most `limit`; 0 is the beginning.
    [[nodiscard]] Result<std::vector<StatementRow>> statement(const ledger::Account& account, std::uint64_t after,
                                                              std::uint64_t limit) const;
    /// Every transaction sums to zero, every balance is the sum of its postings, all of them sum to zero, only issuance
    /// is negative, the log has no gap. Error{AuditFailed} names the first violation, Error{Damaged} a broken file.
    [[nodiscard]] Result<HubAudit> audit() const;
    /// All that `body` reads from this store is of one moment, while a hub goes on writing.
    Result<void> snapshot(const std::function<Result<void>()>& body) const;

private:
    HubStore(std::unique_ptr<Database> database, std::uint64_t length, std::optional<TimeMs> alive);
    static Result<HubStore> load(std::unique_ptr<Database> database);
    Result<void> write(std::uint64_t seq, TimeMs time, ByteView event,
                       std::span<const ledger::Transaction> transactions);
    Result<void> post(std::uint64_t seq, std::uint64_t ordinal, const ledger::Transaction& transaction);
    Result<ledger::Transaction> transaction(const Hash256& id) const;

    std::unique_ptr<Database> m_database;
    std::uint64_t m_length;
    std::optional<TimeMs> m_alive;
};

} // namespace unchained::storage
