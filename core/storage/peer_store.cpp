// SPDX-License-Identifier: Apache-2.0
#include "storage/peer_store.h"

#include "storage/database.h"

#include <array>
#include <utility>

namespace unchained::storage {

namespace {

constexpr std::uint32_t kPeerApplicationId = 0x556e5072; // "UnPr"

constexpr std::array<const char*, 5> kJobStates{"new", "running", "finished", "failed", "cancelled"};

template <class Id>
Result<Id> idAt(const Database& database, const QSqlQuery& row, int column) {
    const auto id = Id::from(blobAt(row, column));
    if (!id) return database.damaged(Message("holds an id of a wrong length in column %1", column));
    return *id;
}

/// Reads rows of "contract, role, parameters, created, done, outcome, directory, job".
Database::Row sessionsInto(const Database& database, std::vector<SessionRow>& out) {
    return [&](const QSqlQuery& row) -> Result<void> {
        const auto contract = idAt<ContractId>(database, row, 0);
        if (!contract) return contract.error();
        SessionRow session{*contract,
                           textAt(row, 1) == "renter" ? Role::Renter : Role::Provider,
                           blobAt(row, 2),
                           integerAt(row, 3),
                           integerAt(row, 4) != 0,
                           textAt(row, 5),
                           textAt(row, 6),
                           std::nullopt};
        if (!row.isNull(7)) session.job = integerAt(row, 7);
        out.push_back(std::move(session));
        return {};
    };
}

/// Reads rows of "id, created, options, directory, state, cancelled".
Database::Row jobsInto(const Database& database, std::vector<JobRow>& out) {
    return [&](const QSqlQuery& row) -> Result<void> {
        JobRow job{integerAt(row, 0), integerAt(row, 1), blobAt(row, 2),
                   textAt(row, 3),    JobState::New,     integerAt(row, 5) != 0};
        const std::string state = textAt(row, 4);
        std::size_t i = 0;
        while (i < kJobStates.size() && state != kJobStates[i])
            ++i;
        if (i == kJobStates.size()) return database.damaged(Message("holds a job in the unknown state %1", state));
        job.state = static_cast<JobState>(i);
        out.push_back(std::move(job));
        return {};
    };
}

} // namespace

PeerStore::PeerStore(std::unique_ptr<Database> database) : m_database(std::move(database)) {}
PeerStore::PeerStore(PeerStore&&) noexcept = default;
PeerStore::~PeerStore() = default;

Result<PeerStore> PeerStore::open(const std::filesystem::path& file) {
    auto database = Database::open(file, Schema::builtIn("peer", kPeerApplicationId), Database::Access::ReadWrite);
    if (!database) return database.error();
    return PeerStore(std::move(*database));
}

Result<PeerStore> PeerStore::openReadOnly(const std::filesystem::path& file) {
    auto database = Database::open(file, Schema::builtIn("peer", kPeerApplicationId), Database::Access::ReadOnly);
    if (!database) return database.error();
    return PeerStore(std::move(*database));
}

// --- sessions

Result<void> PeerStore::addSession(const SessionRow& session) {
    auto added = m_database->run("INSERT INTO sessions (contract, role, parameters, created, directory, job) "
                                 "VALUES (?, ?, ?, ?, ?, ?)",
                                 {sqlBlob(session.contract.view()),
                                  sqlText(session.role == Role::Renter ? "renter" : "provider"),
                                  sqlBlob(session.parameters), sqlInteger(session.created), sqlText(session.directory),
                                  session.job ? sqlInteger(*session.job) : QVariant()});
    if (!added) return added.error();
    return {};
}

Result<std::vector<SessionRow>> PeerStore::sessions(bool openOnly) const {
    std::vector<SessionRow> out;
    auto ok =
        m_database->rows("SELECT contract, role, parameters, created, done, outcome, directory, job FROM sessions "
                         "WHERE done <= ? ORDER BY created, rowid",
                         {sqlInteger(std::int64_t{openOnly ? 0 : 1})}, sessionsInto(*m_database, out));
    if (!ok) return ok.error();
    return out;
}

Result<std::optional<SessionRow>> PeerStore::session(const ContractId& contract) const {
    std::vector<SessionRow> out;
    auto ok =
        m_database->rows("SELECT contract, role, parameters, created, done, outcome, directory, job FROM sessions "
                         "WHERE contract = ?",
                         {sqlBlob(contract.view())}, sessionsInto(*m_database, out));
    if (!ok) return ok.error();
    if (out.empty()) return std::optional<SessionRow>();
    return std::optional(std::move(out.front()));
}

Result<void> PeerStore::markDone(const ContractId& contract, std::string_view outcome) {
    auto changed = m_database->run("UPDATE sessions SET done = 1, outcome = ? WHERE contract = ?",
                                   {sqlText(outcome), sqlBlob(contract.view())});
    if (!changed) return changed.error();
    if (*changed == 1) return {};
    return m_database->error(StorageError::NotFound, Message("there is no contract %1", toHex(contract.view())));
}

Result<void> PeerStore::append(const ContractId& contract, std::uint64_t seq, TimeMs time, ByteView event) {
    const QVariant id = sqlBlob(contract.view());
    auto added = m_database->run("INSERT INTO session_log (contract, seq, time, event) SELECT ?, ?, ?, ? "
                                 "WHERE ? = (SELECT ifnull(max(seq) + 1, 0) FROM session_log WHERE contract = ?)",
                                 {id, sqlInteger(seq), sqlInteger(time), sqlBlob(event), sqlInteger(seq), id});
    if (!added) return added.error();
    if (*added == 1) return {};
    return m_database->error(StorageError::Conflict,
                             Message("event %1 is not the next one of contract %2", seq, toHex(contract.view())));
}

Result<void> PeerStore::forEach(const ContractId& contract,
                                const std::function<Result<void>(std::uint64_t, TimeMs, ByteView)>& visit) const {
    std::uint64_t next = 0;
    return m_database->rows("SELECT seq, time, event FROM session_log WHERE contract = ? ORDER BY seq",
                            {sqlBlob(contract.view())}, [&](const QSqlQuery& row) -> Result<void> {
                                if (countAt(row, 0) != next) {
                                    return m_database->damaged(
                                        Message("event %1 of contract %2 is missing", next, toHex(contract.view())));
                                }
                                const Bytes event = blobAt(row, 2);
                                return visit(next++, integerAt(row, 1), event);
                            });
}

// --- jobs

Result<std::int64_t> PeerStore::addJob(TimeMs created, ByteView options, std::string_view directory) {
    std::int64_t id = 0;
    auto ok = m_database->transaction([&]() -> Result<void> {
        auto added = m_database->run("INSERT INTO jobs (created, options, directory, state) VALUES (?, ?, ?, 'new')",
                                     {sqlInteger(created), sqlBlob(options), sqlText(directory)});
        if (!added) return added.error();
        return m_database->rows("SELECT last_insert_rowid()", {}, [&](const QSqlQuery& row) -> Result<void> {
            id = integerAt(row, 0);
            return {};
        });
    });
    if (!ok) return ok.error();
    return id;
}

Result<void> PeerStore::setJobState(std::int64_t id, JobState state) {
    auto changed = m_database->run("UPDATE jobs SET state = ? WHERE id = ?",
                                   {sqlText(kJobStates.at(static_cast<std::size_t>(state))), sqlInteger(id)});
    if (!changed) return changed.error();
    if (*changed == 1) return {};
    return m_database->error(StorageError::NotFound, Message("there is no job %1", id));
}

Result<void> PeerStore::cancelJob(std::int64_t id) {
    auto changed = m_database->run("UPDATE jobs SET cancelled = 1 WHERE id = ?", {sqlInteger(id)});
    if (!changed) return changed.error();
    if (*changed == 1) return {};
    return m_database->error(StorageError::NotFound, Message("there is no job %1", id));
}

Result<std::vector<JobRow>> PeerStore::openJobs() const {
    std::vector<JobRow> out;
    auto ok = m_database->rows("SELECT id, created, options, directory, state, cancelled FROM jobs "
                               "WHERE state IN ('new', 'running') ORDER BY id",
                               {}, jobsInto(*m_database, out));
    if (!ok) return ok.error();
    return out;
}

Result<std::vector<JobRow>> PeerStore::jobs() const {
    std::vector<JobRow> out;
    auto ok = m_database->rows("SELECT id, created, options, directory, state, cancelled FROM jobs ORDER BY id", {},
                               jobsInto(*m_database, out));
    if (!ok) return ok.error();
    return out;
}

Result<std::optional<JobRow>> PeerStore::job(std::int64_t id) const {
    std::vector<JobRow> out;
    auto ok = m_database->rows("SELECT id, created, options, directory, state, cancelled FROM jobs WHERE id = ?",
                               {sqlInteger(id)}, jobsInto(*m_database, out));
    if (!ok) return ok.error();
    if (out.empty()) return std::optional<JobRow>();
    return std::optional(std::move(out.front()));
}

// --- commands

Result<bool> PeerStore::addCommand(const CommandRow& command) {
    bool open = true;
    const QVariant id = sqlBlob(command.id.view());
    auto ok = m_database->transaction([&]() -> Result<void> {
        auto added = m_database->run("INSERT INTO commands (id, hub, kind, body) VALUES (?, ?, ?, ?) "
                                     "ON CONFLICT (id) DO NOTHING",
                                     {id, sqlText(command.hub), sqlText(command.kind), sqlBlob(command.body)});
        if (!added) return added.error();
        if (*added == 1) return {};
        return m_database->rows(
            "SELECT hub, kind, body, done FROM commands WHERE id = ?", {id}, [&](const QSqlQuery& row) -> Result<void> {
                open = integerAt(row, 3) == 0;
                if (command == CommandRow{command.id, textAt(row, 0), textAt(row, 1), blobAt(row, 2)}) return {};
                return m_database->error(StorageError::Conflict,
                                         Message("command %1 is stored with other content", toHex(command.id.view())),
                                         "make a new id for a new command");
            });
    });
    if (!ok) return ok.error();
    return open;
}

Result<std::vector<CommandRow>> PeerStore::openCommands() const {
    std::vector<CommandRow> out;
    auto ok = m_database->rows("SELECT id, hub, kind, body FROM commands WHERE done = 0 ORDER BY number", {},
                               [&](const QSqlQuery& row) -> Result<void> {
                                   const auto id = idAt<CommandId>(*m_database, row, 0);
                                   if (!id) return id.error();
                                   out.push_back({*id, textAt(row, 1), textAt(row, 2), blobAt(row, 3)});
                                   return {};
                               });
    if (!ok) return ok.error();
    return out;
}

Result<void> PeerStore::finishCommand(const CommandId& id) {
    auto changed = m_database->run("UPDATE commands SET done = 1 WHERE id = ? AND done = 0", {sqlBlob(id.view())});
    if (!changed) return changed.error();
    return {};
}

// --- what hubs said

Result<void> PeerStore::putLines(std::string_view hub, std::span<const AccountLine> lines) {
    for (const AccountLine& line : lines) {
        auto put = m_database->run("INSERT OR REPLACE INTO statement (hub, number, time, memo, gain, balance) "
                                   "VALUES (?, ?, ?, ?, ?, ?)",
                                   {sqlText(hub), sqlInteger(line.number), sqlInteger(line.time), sqlText(line.memo),
                                    sqlInteger(line.gain.micro()), sqlInteger(line.balance.micro())});
        if (!put) return put.error();
    }
    return {};
}

Result<void> PeerStore::appendStatement(std::string_view hub, std::span<const AccountLine> lines) {
    return m_database->transaction([&] { return putLines(hub, lines); });
}

Result<void> PeerStore::replaceStatement(std::string_view hub, std::span<const AccountLine> lines) {
    return m_database->transaction([&]() -> Result<void> {
        auto gone = m_database->run("DELETE FROM statement WHERE hub = ?", {sqlText(hub)});
        if (!gone) return gone.error();
        return putLines(hub, lines);
    });
}

Result<std::vector<AccountLine>> PeerStore::statement(std::string_view hub) const {
    std::vector<AccountLine> out;
    auto ok = m_database->rows("SELECT number, time, memo, gain, balance FROM statement WHERE hub = ? ORDER BY number",
                               {sqlText(hub)}, [&](const QSqlQuery& row) -> Result<void> {
                                   const auto gain = amountAt(*m_database, row, 3);
                                   if (!gain) return gain.error();
                                   const auto balance = amountAt(*m_database, row, 4);
                                   if (!balance) return balance.error();
                                   out.push_back({countAt(row, 0), integerAt(row, 1), textAt(row, 2), *gain, *balance});
                                   return {};
                               });
    if (!ok) return ok.error();
    return out;
}

Result<void> PeerStore::setBalance(std::string_view hub, const PeerBalance& balance) {
    auto put = m_database->run("INSERT OR REPLACE INTO balances (hub, balance, locked, as_of) VALUES (?, ?, ?, ?)",
                               {sqlText(hub), sqlInteger(balance.balance.micro()), sqlInteger(balance.locked.micro()),
                                sqlInteger(balance.asOf)});
    if (!put) return put.error();
    return {};
}

Result<void> PeerStore::block(const PeerId& peer, TimeMs now) {
    auto added = m_database->run("INSERT INTO blocked (peer, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
                                 {sqlBlob(peer.view()), QVariant::fromValue<qint64>(now)});
    if (!added) return added.error();
    return {};
}

Result<void> PeerStore::unblock(const PeerId& peer) {
    auto gone = m_database->run("DELETE FROM blocked WHERE peer = ?", {sqlBlob(peer.view())});
    if (!gone) return gone.error();
    return {};
}

Result<std::set<PeerId>> PeerStore::blocked() const {
    std::set<PeerId> out;
    auto ok = m_database->rows("SELECT peer FROM blocked", {}, [&](const QSqlQuery& row) -> Result<void> {
        const auto peer = idAt<PeerId>(*m_database, row, 0);
        if (!peer) return peer.error();
        out.insert(*peer);
        return {};
    });
    if (!ok) return ok.error();
    return out;
}

Result<std::map<std::string, PeerBalance>> PeerStore::balances() const {
    std::map<std::string, PeerBalance> out;
    auto ok = m_database->rows("SELECT hub, balance, locked, as_of FROM balances", {},
                               [&](const QSqlQuery& row) -> Result<void> {
                                   const auto balance = amountAt(*m_database, row, 1);
                                   if (!balance) return balance.error();
                                   const auto locked = amountAt(*m_database, row, 2);
                                   if (!locked) return locked.error();
                                   out.emplace(textAt(row, 0), PeerBalance{*balance, *locked, integerAt(row, 3)});
                                   return {};
                               });
    if (!ok) return ok.error();
    return out;
}

// --- usage

Result<void> PeerStore::addUsage(const ContractId& contract, std::string_view phase, std::uint64_t cpuNs) {
    auto added = m_database->run("INSERT INTO usage (contract, phase, cpu_ns) VALUES (?, ?, ?) "
                                 "ON CONFLICT (contract, phase) DO UPDATE SET cpu_ns = cpu_ns + excluded.cpu_ns",
                                 {sqlBlob(contract.view()), sqlText(phase), sqlInteger(cpuNs)});
    if (!added) return added.error();
    return {};
}

Result<std::map<std::string, std::uint64_t>> PeerStore::usage(const ContractId& contract) const {
    std::map<std::string, std::uint64_t> out;
    auto ok = m_database->rows("SELECT phase, cpu_ns FROM usage WHERE contract = ?", {sqlBlob(contract.view())},
                               [&](const QSqlQuery& row) -> Result<void> {
                                   out.emplace(textAt(row, 0), countAt(row, 1));
                                   return {};
                               });
    if (!ok) return ok.error();
    return out;
}

} // namespace unchained::storage
