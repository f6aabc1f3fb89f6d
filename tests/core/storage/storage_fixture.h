// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ledger/ledger.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <initializer_list>
#include <string>

namespace unchained::storage {

/// A directory of its own, gone with the object.
struct Folder {
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "unchained-store-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path path;
};

/// Runs statements in a connection of its own, as another program would; the first value of the last one.
inline QVariant sqlOn(const std::filesystem::path& file, std::initializer_list<const char*> statements) {
    QVariant out;
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "other");
        database.setDatabaseName(QString::fromStdString(file.string()));
        REQUIRE(database.open());
        for (const char* statement : statements) {
            QSqlQuery query(database);
            const bool done = query.exec(statement);
            CAPTURE(statement);
            CAPTURE(query.lastError().text().toStdString());
            REQUIRE(done);
            if (query.next()) out = query.value(0);
        }
    }
    QSqlDatabase::removeDatabase("other");
    return out;
}

/// A setting of the connection that the only open store holds: a limit that makes the disk "full".
inline void pragmaInStore(const char* pragma) {
    const auto names = QSqlDatabase::connectionNames();
    REQUIRE(names.size() == 1);
    QSqlQuery query(QSqlDatabase::database(names.front()));
    REQUIRE(query.exec(pragma));
}

inline Bytes text(std::string_view words) {
    const auto view = asBytes(words);
    return {view.begin(), view.end()};
}

template <class Id>
Id idOf(std::uint8_t number) {
    Id out;
    out.bytes[0] = number;
    return out;
}

/// Transaction `n`: so many credits from issuance to peer `to`.
inline ledger::Transaction issue(std::uint8_t n, std::uint8_t to, std::int64_t credits) {
    return ledger::transfer(idOf<Hash256>(n), "issue", ledger::Account::issuance(),
                            ledger::Account::peer(idOf<PeerId>(to)), Amount::credits(credits));
}

inline ledger::Transaction pay(std::uint8_t n, std::uint8_t from, std::uint8_t to, std::int64_t credits) {
    return ledger::transfer(idOf<Hash256>(n), "pay", ledger::Account::peer(idOf<PeerId>(from)),
                            ledger::Account::peer(idOf<PeerId>(to)), Amount::credits(credits));
}

} // namespace unchained::storage
