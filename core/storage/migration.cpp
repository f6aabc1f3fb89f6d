// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace unchained::storage {

namespace {

namespace fs = std::filesystem;

/// Of a migration. Qt runs one statement at a time: each ends with a semicolon at the end of a line, comment or not.
std::vector<QString> statementsOf(const std::string& sql) {
    std::vector<QString> out;
    QString open;
    for (const QString& line : QString::fromStdString(sql).split(QLatin1Char('\n'))) {
        const QString code = line.left(line.indexOf(QStringLiteral("--"))).trimmed();
        if (code.isEmpty()) continue;
        open += code + QLatin1Char('\n');
        if (!code.endsWith(QLatin1Char(';'))) continue;
        out.push_back(open);
        open.clear();
    }
    if (!open.isEmpty()) out.push_back(open);
    return out;
}

/// 0, or errno. Files and directories alike.
int syncToDisk(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    const int failure = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    return failure;
}

} // namespace

Schema Schema::builtIn(const char* name, std::uint32_t applicationId) {
    Schema out{applicationId, {}};
    for (int version = 1;; ++version) {
        QFile file(QStringLiteral(":/sql/%1/%2.sql").arg(QLatin1String(name)).arg(version, 3, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::ReadOnly)) return out;
        out.migrations.push_back(file.readAll().toStdString());
    }
}

Result<void> Database::bringUpToDate(const Schema& schema) {
    const auto id = number(QStringLiteral("PRAGMA application_id"));
    if (!id) return id.error();
    const auto version = number(QStringLiteral("PRAGMA user_version"));
    if (!version) return version.error();
    const auto tables = number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!tables) return tables.error();
    const bool fresh = *id == 0 && *version == 0 && *tables == 0;
    if (!fresh && *id != schema.applicationId) {
        return error(StorageError::NotOurs, "is a database of another kind or program",
                     "choose another directory with --data-dir, or move the file away");
    }
    const auto known = static_cast<std::int64_t>(schema.migrations.size());
    if (*version > known) {
        return error(StorageError::NewerSchema,
                     Message("has the format %1, and this program knows the formats up to %2", *version, known),
                     "install the newer version of the program that has written it");
    }
    if (*version == known) return {};
    if (m_access == Access::ReadOnly) {
        return error(StorageError::OlderSchema,
                     Message("has the format %1, and this program reads the format %2", *version, known),
                     "start the hub or the host on this directory: it brings the file up to date");
    }
    if (!fresh) {
        if (auto ok = backUp(schema.migrations.size()); !ok) return ok;
    }
    return migrate(schema, static_cast<std::size_t>(*version));
}

Result<void> Database::backUp(std::size_t version) {
    const std::string target = m_file.string() + ".before-" + std::to_string(version);
    const std::string part = target + ".part";
    std::error_code failure;
    fs::remove(part, failure);
    if (auto ok = execute(QStringLiteral("VACUUM INTO ?"), {sqlText(part)}); !ok) {
        fs::remove(part, failure);
        return ok;
    }
    // SQLite does not sync what VACUUM INTO writes.
    int number = syncToDisk(part);
    if (number == 0 && ::rename(part.c_str(), target.c_str()) != 0) number = errno;
    if (number == 0) number = syncToDisk(fs::absolute(target).parent_path());
    if (number == 0) return {};
    return makeError(StorageError::DiskError, target,
                     Message("the backup cannot be written: %1", std::strerror(number)),
                     "check the disk and its free space, and start again");
}

Result<void> Database::migrate(const Schema& schema, std::size_t from) {
    // A migration may rebuild tables that others refer to; what they refer to is checked at the end.
    if (auto ok = execute(QStringLiteral("PRAGMA foreign_keys=OFF")); !ok) return ok;
    return transaction([&]() -> Result<void> {
        for (std::size_t i = from; i < schema.migrations.size(); ++i) {
            for (const QString& statement : statementsOf(schema.migrations[i])) {
                if (auto ok = execute(statement); !ok) return ok;
            }
        }
        auto whole = rows("PRAGMA foreign_key_check", {}, [this](const QSqlQuery& row) -> Result<void> {
            return damaged(Message("a row of %1 refers to none of %2", textAt(row, 0), textAt(row, 2)));
        });
        if (!whole) return whole;
        const QString id = QString::number(schema.applicationId);
        if (auto ok = execute(QStringLiteral("PRAGMA application_id=") + id); !ok) return ok;
        return execute(QStringLiteral("PRAGMA user_version=%1").arg(schema.migrations.size()));
    });
}

} // namespace unchained::storage
