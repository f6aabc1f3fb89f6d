// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "gpu/bytes.h"
#include "gpu/result.h"
#include "storage/storage_error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// One SQLite file through Qt SQL, for the stores of this room.
namespace unchained::storage {

/// What a file must look like: who made it and the steps that lead to the present tables.
struct Schema {
    std::uint32_t applicationId = 0;     ///< in the file's header: tells our files from others
    std::vector<std::string> migrations; ///< the n-th leads from version n − 1 to n; version 0 is the empty file

    /// The files resources/sql/<name>/001.sql, 002.sql …
    [[nodiscard]] static Schema builtIn(const char* name, std::uint32_t applicationId);
};

/// A connection: WAL, synchronous=FULL (a commit that returned survives a power loss), foreign keys on.
///
/// Used by the thread that opened it. Statements are prepared once, by their text. A function that fails has changed
/// nothing, and the connection stays usable.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };
    using Body = std::function<Result<void>()>;
    /// Must not use the database while it is called; an error ends the reading and is returned.
    using Row = std::function<Result<void>(const QSqlQuery& row)>;

    /// ReadWrite makes a missing file and migrates an older one; before that its copy is <file>.before-<version>, with
    /// the version that it is migrated to. A file that was not closed properly is checked first. ReadOnly works while
    /// another program writes; it needs a file of just this version.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, const Schema& schema,
                                                                Access access);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Rows changed. Outside of a transaction it is a commit of its own.
    Result<int> run(std::string_view sql, const QVariantList& values = {});
    Result<void> rows(std::string_view sql, const QVariantList& values, const Row& row);
    /// All of `body` in one commit, or nothing of it. Not within another.
    Result<void> transaction(const Body& body);
    /// What `body` reads is the state of one moment, whatever others write. May be nested, also in a transaction.
    Result<void> snapshot(const Body& body);
    /// SQLite's own quick check. Error{Damaged}
    Result<void> check();

    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] Error error(StorageError code, Message sentence, Message remedy = {}) const;
    /// A stored value that cannot be.
    [[nodiscard]] Error damaged(Message sentence) const;

private:
    Database(std::filesystem::path file, Access access);
    [[nodiscard]] Error explain(const QSqlError& error) const;
    Result<void> connect();
    /// Without keeping it prepared: settings and migrations.
    Result<void> execute(const QString& sql, const QVariantList& values = {});
    Result<std::int64_t> number(const QString& sql);
    Result<void> configure();
    Result<QSqlQuery*> prepared(std::string_view sql, const QVariantList& values);
    Result<void> within(std::string_view begin, const Body& body);

    // migration.cpp
    Result<void> bringUpToDate(const Schema& schema);
    Result<void> backUp(std::size_t version);
    Result<void> migrate(const Schema& schema, std::size_t from);

    std::filesystem::path m_file;
    Access m_access;
    QString m_connection;
    QSqlDatabase m_database;
    std::map<std::string, QSqlQuery, std::less<>> m_statements;
    bool m_inTransaction = false;
};

// Values to and from SQL. Empty texts and blobs are empty, not NULL.
[[nodiscard]] QVariant sqlInteger(std::int64_t value);
[[nodiscard]] QVariant sqlInteger(std::uint64_t value);
[[nodiscard]] QVariant sqlBlob(ByteView bytes);
[[nodiscard]] QVariant sqlText(std::string_view text);
[[nodiscard]] std::int64_t integerAt(const QSqlQuery& row, int column);
[[nodiscard]] std::uint64_t countAt(const QSqlQuery& row, int column);
/// A stored amount beyond the range of amounts is a broken file, not a broken invariant of ours.
[[nodiscard]] Result<Amount> amountAt(const Database& database, const QSqlQuery& row, int column);
[[nodiscard]] Bytes blobAt(const QSqlQuery& row, int column);
[[nodiscard]] std::string textAt(const QSqlQuery& row, int column);

} // namespace unchained::storage
