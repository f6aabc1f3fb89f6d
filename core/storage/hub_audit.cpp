// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"
#include "storage/hub_store.h"

#include <QSqlRecord>

namespace unchained::storage {

namespace {

constexpr const char* kRemedy = "keep the directory as it is, restore a backup, and compare the two logs";

/// A query that finds the first violation of one rule, if there is one, and the sentence for it.
struct Rule {
    std::string_view sql;
    const char* sentence;
};

constexpr Rule kRules[] = {
    {"SELECT seq - gap FROM (SELECT seq, seq - lag(seq, 1, -1) OVER (ORDER BY seq) - 1 AS gap FROM log) "
     "WHERE gap <> 0 ORDER BY seq LIMIT 1",
     "event %1 of the log is missing"},
    {"SELECT \"table\", parent FROM pragma_foreign_key_check LIMIT 1", "a row of %1 belongs to none of %2"},
    {"SELECT t.number, t.seq, t.memo, ifnull(sum(p.gain), 0) FROM transactions t LEFT JOIN postings p USING (number) "
     "GROUP BY t.number HAVING count(p.account) < 2 OR sum(p.gain) <> 0 ORDER BY t.number LIMIT 1",
     "transaction %1 of event %2 (%3) does not balance: its legs sum to %4 micro-credits"},
    {"SELECT a.name, a.balance, ifnull(sum(p.gain), 0) AS posted FROM accounts a LEFT JOIN postings p "
     "ON p.account = a.name GROUP BY a.name HAVING a.balance <> posted ORDER BY a.name LIMIT 1",
     "the balance of %1 is %2 micro-credits, and its postings sum to %3"},
    {"SELECT total FROM (SELECT ifnull(sum(balance), 0) AS total FROM accounts) WHERE total <> 0",
     "all accounts together hold %1 micro-credits instead of 0"},
    {"SELECT name, balance FROM accounts WHERE balance < 0 AND name <> 'issuance' ORDER BY name LIMIT 1",
     "the balance of %1 is below zero: %2 micro-credits"},
};

} // namespace

Result<HubAudit> HubStore::audit() const {
    HubAudit out;
    auto ok = m_database->snapshot([&]() -> Result<void> {
        if (auto whole = m_database->check(); !whole) return whole;
        for (const Rule& rule : kRules) {
            auto kept = m_database->rows(rule.sql, {}, [&](const QSqlQuery& row) -> Result<void> {
                std::vector<std::string> args;
                for (int i = 0; i < row.record().count(); ++i)
                    args.push_back(textAt(row, i));
                return m_database->error(StorageError::AuditFailed, Message::fromParts(rule.sentence, args), kRemedy);
            });
            if (!kept) return kept;
        }
        return m_database->rows(
            "SELECT (SELECT count(*) FROM log), (SELECT count(*) FROM transactions), "
            "(SELECT count(*) FROM accounts), (SELECT ifnull(sum(balance), 0) FROM accounts)",
            {}, [&](const QSqlQuery& row) -> Result<void> {
                out = {countAt(row, 0), countAt(row, 1), countAt(row, 2), Amount::micros(integerAt(row, 3))};
                return {};
            });
    });
    if (!ok) return ok.error();
    return out;
}

} // namespace unchained::storage
