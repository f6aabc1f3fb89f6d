// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include <QSqlError>

#include <atomic>
#include <system_error>
#include <utility>

namespace unchained::storage {

namespace {

namespace fs = std::filesystem;

// Primary result codes of SQLite (https://www.sqlite.org/rescode.html); the upper bytes of a code only refine it.
enum SqliteCode {
    kPerm = 3,
    kBusy = 5,
    kLocked = 6,
    kReadOnly = 8,
    kIoError = 10,
    kCorrupt = 11,
    kFull = 13,
    kCantOpen = 14,
    kConstraint = 19,
    kNotADatabase = 26,
};

constexpr const char* kBusyTimeout = "QSQLITE_BUSY_TIMEOUT=5000";

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A log with content is left behind only by a program that ended without closing the file.
bool wasCutOff(const fs::path& file) {
    std::error_code failure;
    const auto bytes = fs::file_size(file.string() + "-wal", failure);
    return !failure && bytes > 0;
}

} // namespace

Database::Database(fs::path file, Access access) : m_file(std::move(file)), m_access(access) {
    static std::atomic<std::uint64_t> count{0};
    m_connection = QStringLiteral("unchained-%1").arg(++count);
}

Database::~Database() {
    // Qt warns of a connection that is removed while a query or a handle of it lives.
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<std::unique_ptr<Database>> Database::open(const fs::path& file, const Schema& schema, Access access) {
    const bool check = access == Access::ReadWrite && wasCutOff(file);
    std::unique_ptr<Database> out(new Database(file, access));
    if (auto ok = out->connect(); !ok) return ok.error();
    if (check) {
        if (auto ok = out->check(); !ok) return ok.error();
    }
    if (auto ok = out->bringUpToDate(schema); !ok) return ok.error();
    if (auto ok = out->configure(); !ok) return ok.error();
    return out;
}

Result<void> Database::connect() {
    std::error_code failure;
    if (m_access == Access::ReadOnly && !fs::exists(m_file, failure)) {
        return error(StorageError::NotFound, "there is no such database",
                     "name the right directory with --data-dir; a hub or a host makes its database at its first start");
    }
    m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    if (!m_database.isValid()) {
        return error(StorageError::NoDriver, "Qt's plugin for SQLite is missing",
                     "install the package libqt6sql6-sqlite");
    }
    QString options = QString::fromLatin1(kBusyTimeout);
    if (m_access == Access::ReadOnly) options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(fromUtf8(m_file.string()));
    if (!m_database.open()) return explain(m_database.lastError());
    return {};
}

Result<void> Database::configure() {
    if (m_access == Access::ReadOnly) return {};
    std::string mode;
    auto ok = rows("PRAGMA journal_mode=WAL", {}, [&](const QSqlQuery& row) -> Result<void> {
        mode = textAt(row, 0);
        return {};
    });
    if (!ok) return ok;
    if (mode != "wal") {
        return error(StorageError::Failed, Message("SQLite keeps the journal mode %1 instead of WAL", mode),
                     "use a directory on a local disk");
    }
    for (const char* setting : {"PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"}) {
        if (auto set = execute(QString::fromLatin1(setting)); !set) return set;
    }
    return {};
}

Error Database::error(StorageError code, Message sentence, Message remedy) const {
    const bool transient =
        code == StorageError::DiskFull || code == StorageError::Locked || code == StorageError::OlderSchema;
    return makeError(code, m_file.string(), std::move(sentence), std::move(remedy), transient);
}

Error Database::damaged(Message sentence) const {
    return error(StorageError::Damaged, std::move(sentence),
                 "keep this file, and restore a backup of the directory; check the disk before using it again");
}

Error Database::explain(const QSqlError& sql) const {
    const std::string said = sql.databaseText().isEmpty() ? sql.text().toStdString() : sql.databaseText().toStdString();
    switch (sql.nativeErrorCode().toInt() & 0xff) {
    case kFull:
        return error(StorageError::DiskFull, "the disk is full: nothing was written",
                     "free space there, or choose another directory with --data-dir, and start again");
    case kBusy:
    case kLocked:
        return error(StorageError::Locked, "another program holds the database: nothing was written",
                     "wait until it is done, or end it, and try again");
    case kCorrupt:
    case kNotADatabase:
        return damaged(Message("is damaged: %1", said));
    case kReadOnly:
        return error(StorageError::ReadOnly, "may not be written: nothing was written",
                     "check the permissions of the file and its directory, and that the disk is not mounted read-only");
    case kCantOpen:
    case kPerm:
        return error(StorageError::CannotCreate, Message("cannot be opened: %1", said),
                     "check that the directory exists and is yours");
    case kIoError:
        return error(StorageError::DiskError, Message("the disk reported an error: %1", said),
                     "check the disk, its free space and your quota, and start again");
    case kConstraint:
        return error(StorageError::Conflict, Message("the row contradicts what is stored: %1", said));
    default:
        return error(StorageError::Failed, Message("SQLite reports: %1", said));
    }
}

Result<QSqlQuery*> Database::prepared(std::string_view sql, const QVariantList& values) {
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        if (!query.prepare(fromUtf8(sql))) return explain(query.lastError());
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery& query = found->second;
    for (int i = 0; i < values.size(); ++i)
        query.bindValue(i, values[i]);
    if (!query.exec()) {
        const Error failure = explain(query.lastError());
        query.finish();
        return failure;
    }
    return &query;
}

Result<int> Database::run(std::string_view sql, const QVariantList& values) {
    auto query = prepared(sql, values);
    if (!query) return query.error();
    const int changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<void> Database::rows(std::string_view sql, const QVariantList& values, const Row& row) {
    auto query = prepared(sql, values);
    if (!query) return query.error();
    Result<void> ok;
    while (ok && (*query)->next())
        ok = row(**query);
    if (ok && (*query)->lastError().isValid()) ok = explain((*query)->lastError());
    // An unfinished statement would hold its snapshot, and the log could not shrink.
    (*query)->finish();
    return ok;
}

Result<void> Database::execute(const QString& sql, const QVariantList& values) {
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    for (int i = 0; ok && i < values.size(); ++i)
        query.bindValue(i, values[i]);
    ok = ok && query.exec();
    while (ok && query.next()) {
    }
    if (query.lastError().isValid()) return explain(query.lastError());
    return {};
}

Result<std::int64_t> Database::number(const QString& sql) {
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || !query.next()) return explain(query.lastError());
    return integerAt(query, 0);
}

Result<void> Database::within(std::string_view begin, const Body& body) {
    if (auto ok = run(begin); !ok) return ok.error();
    m_inTransaction = true;
    Result<void> ok = body();
    if (ok) {
        if (auto committed = run("COMMIT"); !committed) ok = committed.error();
    }
    m_inTransaction = false;
    // Where SQLite has rolled back by itself there is nothing left to roll back: that answer is of no interest.
    if (!ok) (void)run("ROLLBACK");
    return ok;
}

Result<void> Database::transaction(const Body& body) {
    return within("BEGIN IMMEDIATE", body);
}

Result<void> Database::snapshot(const Body& body) {
    return m_inTransaction ? body() : within("BEGIN", body);
}

Result<void> Database::check() {
    std::string first;
    auto ok = rows("PRAGMA quick_check(1)", {}, [&](const QSqlQuery& row) -> Result<void> {
        first = textAt(row, 0);
        return {};
    });
    if (!ok) return ok;
    if (first != "ok") return damaged(Message("is damaged: %1", first));
    return {};
}

QVariant sqlInteger(std::int64_t value) {
    return QVariant(static_cast<qlonglong>(value));
}
QVariant sqlInteger(std::uint64_t value) {
    return QVariant(static_cast<qlonglong>(value));
}

QVariant sqlBlob(ByteView bytes) {
    // From a null pointer Qt makes a null array, which it binds as NULL.
    const char* data = bytes.empty() ? "" : reinterpret_cast<const char*>(bytes.data());
    return QByteArray(data, static_cast<qsizetype>(bytes.size()));
}

QVariant sqlText(std::string_view text) {
    return text.empty() ? QStringLiteral("") : fromUtf8(text);
}

std::int64_t integerAt(const QSqlQuery& row, int column) {
    return row.value(column).toLongLong();
}
std::uint64_t countAt(const QSqlQuery& row, int column) {
    return static_cast<std::uint64_t>(integerAt(row, column));
}
Result<Amount> amountAt(const Database& database, const QSqlQuery& row, int column) {
    auto amount = Amount::fromMicro(integerAt(row, column));
    if (!amount) return database.damaged(Message("holds an amount that cannot be: %1", integerAt(row, column)));
    return amount;
}

Bytes blobAt(const QSqlQuery& row, int column) {
    const QByteArray bytes = row.value(column).toByteArray();
    return {bytes.begin(), bytes.end()};
}

std::string textAt(const QSqlQuery& row, int column) {
    return row.value(column).toString().toStdString();
}

} // namespace unchained::storage
