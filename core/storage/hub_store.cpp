// SPDX-License-Identifier: Apache-2.0
#include "storage/hub_store.h"

#include "storage/database.h"

#include <algorithm>
#include <utility>

namespace unchained::storage {

namespace {

constexpr std::uint32_t kHubApplicationId = 0x556e4862; // "UnHb"

Result<ledger::Account> accountAt(const Database& database, const QSqlQuery& row, int column) {
    const std::string name = textAt(row, column);
    const auto account = ledger::Account::fromName(name);
    if (!account) return database.damaged(Message("holds an account that cannot be: %1", name));
    return *account;
}

} // namespace

HubStore::HubStore(std::unique_ptr<Database> database, std::uint64_t length, std::optional<TimeMs> alive)
    : m_database(std::move(database)), m_length(length), m_alive(alive) {}
HubStore::HubStore(HubStore&&) noexcept = default;
HubStore::~HubStore() = default;

Result<HubStore> HubStore::open(const std::filesystem::path& file) {
    auto database = Database::open(file, Schema::builtIn("hub", kHubApplicationId), Database::Access::ReadWrite);
    if (!database) return database.error();
    return load(std::move(*database));
}

Result<HubStore> HubStore::openReadOnly(const std::filesystem::path& file) {
    auto database = Database::open(file, Schema::builtIn("hub", kHubApplicationId), Database::Access::ReadOnly);
    if (!database) return database.error();
    return load(std::move(*database));
}

Result<HubStore> HubStore::load(std::unique_ptr<Database> database) {
    HubStore out(std::move(database), 0, std::nullopt);
    auto ok =
        out.m_database->rows("SELECT ifnull(max(seq) + 1, 0) FROM log", {}, [&](const QSqlQuery& row) -> Result<void> {
            out.m_length = countAt(row, 0);
            return {};
        });
    if (!ok) return ok.error();
    auto alive = out.alive();
    if (!alive) return alive.error();
    out.m_alive = *alive;
    return out;
}

Result<std::uint64_t> HubStore::append(TimeMs time, ByteView event,
                                       const std::vector<ledger::Transaction>& transactions) {
    auto ok = m_database->transaction([&] { return write(m_length, time, event, transactions); });
    if (!ok) return ok.error();
    m_alive = std::max(m_alive.value_or(time), time);
    return m_length++;
}

Result<void> HubStore::append(std::span<const HubEntry> entries) {
    if (entries.empty()) return {};
    auto ok = m_database->transaction([&]() -> Result<void> {
        std::uint64_t seq = m_length;
        for (const HubEntry& entry : entries) {
            if (auto written = write(seq++, entry.time, entry.event, entry.transactions); !written) return written;
        }
        return {};
    });
    if (!ok) return ok;
    m_length += entries.size();
    m_alive = std::max(m_alive.value_or(entries.back().time), entries.back().time);
    return {};
}

Result<void> HubStore::write(std::uint64_t seq, TimeMs time, ByteView event,
                             std::span<const ledger::Transaction> transactions) {
    // Consecutive by the statement itself: a second writer, which the lock should have kept out, is noticed here.
    auto logged = m_database->run("INSERT INTO log (seq, time, event) SELECT ?, ?, ? "
                                  "WHERE ? = (SELECT ifnull(max(seq) + 1, 0) FROM log)",
                                  {sqlInteger(seq), sqlInteger(time), sqlBlob(event), sqlInteger(seq)});
    if (!logged) return logged.error();
    if (*logged != 1) {
        return m_database->error(StorageError::Conflict, Message("event %1 is not the next one of the log", seq),
                                 "end every other program that writes to this directory, and start again");
    }
    for (std::size_t i = 0; i < transactions.size(); ++i) {
        if (auto ok = post(seq, i, transactions[i]); !ok) return ok;
    }
    return {};
}

Result<void> HubStore::post(std::uint64_t seq, std::uint64_t ordinal, const ledger::Transaction& transaction) {
    auto added = m_database->run(
        "INSERT INTO transactions (seq, ordinal, id, memo) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING",
        {sqlInteger(seq), sqlInteger(ordinal), sqlBlob(transaction.id.view()), sqlText(transaction.memo)});
    if (!added) return added.error();
    if (*added == 0) {
        const auto stored = this->transaction(transaction.id);
        if (!stored) return stored.error();
        auto legs = transaction.legs;
        std::ranges::sort(legs, {}, [](const ledger::Leg& leg) { return leg.account.name(); });
        if (stored->memo == transaction.memo && stored->legs == legs) return {};
        return m_database->error(StorageError::Conflict,
                                 Message("transaction %1 is stored with other content", toHex(transaction.id.view())));
    }
    for (const ledger::Leg& leg : transaction.legs) {
        const QVariant name = sqlText(leg.account.name());
        const QVariant gain = sqlInteger(leg.gain.micro());
        auto moved = m_database->run("UPDATE accounts SET balance = balance + ? WHERE name = ?", {gain, name});
        if (moved && *moved == 0) {
            moved = m_database->run("INSERT INTO accounts (name, balance) VALUES (?, ?)", {name, gain});
        }
        if (!moved) return moved.error();
        auto posted = m_database->run("INSERT INTO postings (number, account, gain) "
                                      "VALUES ((SELECT max(number) FROM transactions), ?, ?)",
                                      {name, gain});
        if (!posted) return posted.error();
    }
    return {};
}

/// A stored one, its legs by the name of the account.
Result<ledger::Transaction> HubStore::transaction(const Hash256& id) const {
    ledger::Transaction out{id, {}, {}};
    auto ok = m_database->rows(
        "SELECT t.memo, p.account, p.gain FROM transactions t JOIN postings p USING (number) WHERE t.id = ? "
        "ORDER BY p.account",
        {sqlBlob(id.view())}, [&](const QSqlQuery& row) -> Result<void> {
            out.memo = textAt(row, 0);
            const auto account = accountAt(*m_database, row, 1);
            if (!account) return account.error();
            const auto gain = amountAt(*m_database, row, 2);
            if (!gain) return gain.error();
            out.legs.push_back({*account, *gain});
            return {};
        });
    if (!ok) return ok.error();
    return out;
}

Result<void> HubStore::forEach(const std::function<Result<void>(std::uint64_t, TimeMs, ByteView)>& visit) const {
    std::uint64_t next = 0;
    return m_database->rows("SELECT seq, time, event FROM log ORDER BY seq", {},
                            [&](const QSqlQuery& row) -> Result<void> {
                                if (countAt(row, 0) != next)
                                    return m_database->damaged(Message("event %1 of the log is missing", next));
                                const Bytes event = blobAt(row, 2);
                                return visit(next++, integerAt(row, 1), event);
                            });
}

Result<void> HubStore::setAlive(TimeMs now) {
    if (m_alive && now < *m_alive + kMsPerSecond) return {};
    auto ok = m_database->run("INSERT INTO meta (name, value) VALUES ('alive', ?) "
                              "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                              {sqlInteger(now)});
    if (!ok) return ok.error();
    m_alive = now;
    return {};
}

Result<std::optional<TimeMs>> HubStore::alive() const {
    std::optional<TimeMs> latest;
    auto ok = m_database->rows("SELECT value FROM meta WHERE name = 'alive' UNION ALL "
                               "SELECT time FROM (SELECT time FROM log ORDER BY seq DESC LIMIT 1)",
                               {}, [&](const QSqlQuery& row) -> Result<void> {
                                   latest = std::max(latest.value_or(integerAt(row, 0)), integerAt(row, 0));
                                   return {};
                               });
    if (!ok) return ok.error();
    return latest;
}

Result<std::map<ledger::Account, Amount>> HubStore::accounts() const {
    std::map<ledger::Account, Amount> out;
    auto ok = m_database->rows("SELECT name, balance FROM accounts", {}, [&](const QSqlQuery& row) -> Result<void> {
        const auto account = accountAt(*m_database, row, 0);
        if (!account) return account.error();
        const auto balance = amountAt(*m_database, row, 1);
        if (!balance) return balance.error();
        out.emplace(*account, *balance);
        return {};
    });
    if (!ok) return ok.error();
    return out;
}

Result<std::vector<StatementRow>> HubStore::statement(const ledger::Account& account, std::uint64_t after,
                                                      std::uint64_t limit) const {
    std::vector<StatementRow> out;
    const QVariant name = sqlText(account.name());
    auto ok = m_database->rows(
        "SELECT p.number, l.time, t.memo, p.gain, "
        "(SELECT ifnull(sum(gain), 0) FROM postings WHERE account = ? AND number <= ?) "
        "+ sum(p.gain) OVER (ORDER BY p.number), "
        "(SELECT CASE count(*) WHEN 1 THEN max(o.account) ELSE 'several' END FROM postings o "
        "WHERE o.number = p.number AND o.account <> p.account) "
        "FROM (SELECT * FROM postings WHERE account = ? AND number > ? ORDER BY number LIMIT ?) p "
        "JOIN transactions t USING (number) JOIN log l USING (seq) ORDER BY p.number",
        {name, sqlInteger(after), name, sqlInteger(after), sqlInteger(limit)},
        [&](const QSqlQuery& row) -> Result<void> {
            const auto gain = amountAt(*m_database, row, 3);
            if (!gain) return gain.error();
            const auto balance = amountAt(*m_database, row, 4);
            if (!balance) return balance.error();
            out.push_back({countAt(row, 0), integerAt(row, 1), textAt(row, 2), *gain, *balance, textAt(row, 5)});
            return {};
        });
    if (!ok) return ok.error();
    return out;
}

Result<void> HubStore::snapshot(const std::function<Result<void>()>& body) const {
    return m_database->snapshot(body);
}

} // namespace unchained::storage
