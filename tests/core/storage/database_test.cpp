// SPDX-License-Identifier: Apache-2.0
#include "storage/database.h"

#include "storage_fixture.h"

#include <fstream>

using namespace unchained;
using namespace unchained::storage;

namespace {

constexpr std::uint32_t kId = 0x54657374;
const std::string kFirst =
    "-- a comment;\nCREATE TABLE things (\n  name TEXT PRIMARY KEY, -- its name;\n  size INTEGER\n) "
    "STRICT;\nINSERT INTO things VALUES ('old', 1);\n";
const std::string kSecond = "ALTER TABLE things ADD COLUMN colour TEXT NOT NULL DEFAULT 'red';\n";
const Schema kVersion1{kId, {kFirst}};
const Schema kVersion2{kId, {kFirst, kSecond}};

auto openFor(const std::filesystem::path& file, const Schema& schema) {
    return Database::open(file, schema, Database::Access::ReadWrite);
}

std::string refusal(const std::filesystem::path& file, const Schema& schema,
                    Database::Access access = Database::Access::ReadWrite) {
    const auto opened = Database::open(file, schema, access);
    REQUIRE_FALSE(opened.ok());
    return opened.error().text();
}

/// Bytes written over the middle of the file.
void scribble(const std::filesystem::path& file, std::streamoff at, std::size_t count) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(at);
    stream << std::string(count, '\x5a');
}

} // namespace

TEST_CASE("aNewFileHasTheTablesAndTheSettingsThatKeepMoneySafe") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    {
        const auto opened = openFor(file, kVersion2);
        REQUIRE(opened.ok());
        Database& database = **opened;
        const auto one = [&](const char* sql) {
            std::string out;
            REQUIRE(database
                        .rows(sql, {},
                              [&](const QSqlQuery& row) -> Result<void> {
                                  out = textAt(row, 0);
                                  return {};
                              })
                        .ok());
            return out;
        };
        CHECK(one("PRAGMA journal_mode") == "wal");
        CHECK(one("PRAGMA synchronous") == "2");
        CHECK(one("PRAGMA foreign_keys") == "1");
        CHECK(one("PRAGMA user_version") == "2");
        CHECK(one("SELECT colour FROM things") == "red");
    }
    CHECK_FALSE(std::filesystem::exists(file.string() + ".before-2"));
    CHECK(sqlOn(file, {"PRAGMA application_id"}).toUInt() == kId);
}

TEST_CASE("anOlderFileIsCopiedAndThenMigrated") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    const auto copy = folder.path / "x.sqlite.before-2";
    // By hand, as a program of format 1 would have left it.
    sqlOn(file, {"PRAGMA journal_mode=WAL", "CREATE TABLE things (name TEXT PRIMARY KEY, size INTEGER) STRICT",
                 "INSERT INTO things VALUES ('kept', 7)", "PRAGMA application_id=1415934836", "PRAGMA user_version=1"});
    CHECK(refusal(file, kVersion2, Database::Access::ReadOnly) ==
          file.string() + ": has the format 1, and this program reads the format 2; start the hub or the host on this "
                          "directory: it brings the file up to date");
    REQUIRE(openFor(file, kVersion2).ok());
    CHECK(sqlOn(file, {"SELECT name || size || colour FROM things"}).toString() == "kept7red");
    CHECK(sqlOn(file, {"PRAGMA user_version"}).toInt() == 2);

    REQUIRE(std::filesystem::exists(copy));
    CHECK_FALSE(std::filesystem::exists(copy.string() + ".part"));
    CHECK(sqlOn(copy, {"SELECT name || size FROM things"}).toString() == "kept7");
    CHECK(sqlOn(copy, {"PRAGMA user_version"}).toInt() == 1);
    // The copy is a whole database: the older program goes on with it.
    CHECK(openFor(copy, kVersion1).ok());
}

TEST_CASE("aMigrationThatFailsLeavesTheFileAsItWas") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    REQUIRE(openFor(file, kVersion1).ok());
    const std::string half = "ALTER TABLE things ADD COLUMN colour TEXT;\nINSERT INTO nowhere VALUES (1);\n";
    CHECK(refusal(file, {kId, {kFirst, half}}).find("no such table: nowhere") != std::string::npos);
    CHECK(sqlOn(file, {"PRAGMA user_version"}).toInt() == 1);
    CHECK(sqlOn(file, {"SELECT count(*) FROM pragma_table_info('things')"}).toInt() == 2);

    const std::string orphan = "CREATE TABLE parts (thing TEXT REFERENCES things(name)) STRICT;\n"
                               "INSERT INTO parts VALUES ('nothing');\n";
    CHECK(refusal(file, {kId, {kFirst, orphan}}).find("a row of parts refers to none of things") != std::string::npos);
    CHECK(openFor(file, kVersion2).ok());
}

TEST_CASE("aFileOfANewerProgramIsRefusedInWords") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    REQUIRE(openFor(file, kVersion2).ok());
    CHECK(refusal(file, kVersion1) == file.string() +
                                          ": has the format 2, and this program knows the formats up to 1; install the "
                                          "newer version of the program that has written it");
}

TEST_CASE("aFileOfAnotherProgramIsRefusedAndUntouched") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    sqlOn(file, {"CREATE TABLE letters (body TEXT)"});
    CHECK(refusal(file, kVersion1) == file.string() + ": is a database of another kind or program; choose another "
                                                      "directory with --data-dir, or move the file away");
    CHECK(sqlOn(file, {"PRAGMA journal_mode"}).toString() == "delete");
    CHECK(refusal(folder.path / "none.sqlite", kVersion1, Database::Access::ReadOnly).find("no such database") !=
          std::string::npos);
    CHECK(refusal(folder.path / "no" / "x.sqlite", kVersion1).find("cannot be opened") != std::string::npos);
}

TEST_CASE("aDamagedFileIsNamedSo") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    const std::string remedy =
        "; keep this file, and restore a backup of the directory; check the disk before using it again";
    std::ofstream(file) << std::string(8192, 'x');
    CHECK(refusal(file, kVersion1) == file.string() + ": is damaged: file is not a database" + remedy);

    const auto whole = folder.path / "y.sqlite";
    REQUIRE(openFor(whole, kVersion1).ok());
    sqlOn(whole, {"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
                  "INSERT INTO things SELECT 'a thing of some length ' || i, i FROM n"});
    scribble(whole, 4096 * 4, 4096 * 2);
    // Closed properly: the check of the whole file is left out, and reading what is broken says so.
    {
        const auto opened = openFor(whole, kVersion1);
        REQUIRE(opened.ok());
        const auto read = (*opened)->rows("SELECT sum(length(name)) FROM things NOT INDEXED", {},
                                          [](const QSqlQuery&) -> Result<void> { return {}; });
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().is(StorageError::Damaged));
        CHECK(read.error().text() == whole.string() + ": is damaged: database disk image is malformed" + remedy);
        CHECK((*opened)->check().error().is(StorageError::Damaged));
    }
    // Not closed properly: a log is left behind.
    std::ofstream(whole.string() + "-wal") << "cut off";
    const std::string said = refusal(whole, kVersion1);
    CHECK(said.find(": is damaged: ") != std::string::npos);
    CHECK(said.find(remedy) != std::string::npos);
}

TEST_CASE("aFullDiskIsSaidInWordsAndTheStoreGoesOn") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    const auto opened = openFor(file, kVersion1);
    REQUIRE(opened.ok());
    Database& database = **opened;
    pragmaInStore("PRAGMA max_page_count=6");
    const QVariant large = QString(40000, QLatin1Char('x'));
    const auto write = [&] { return database.run("INSERT INTO things VALUES (?, 2)", {large}); };
    const auto alone = write();
    REQUIRE_FALSE(alone.ok());
    CHECK(alone.error().is(StorageError::DiskFull));
    CHECK(alone.error().transient);
    CHECK(alone.error().text() == file.string() +
                                      ": the disk is full: nothing was written; free space there, or choose "
                                      "another directory with --data-dir, and start again");
    const auto together = database.transaction([&]() -> Result<void> {
        if (auto ok = database.run("INSERT INTO things VALUES ('small', 1)"); !ok) return ok.error();
        if (auto ok = write(); !ok) return ok.error();
        return {};
    });
    REQUIRE_FALSE(together.ok());
    CHECK(together.error().is(StorageError::DiskFull));
    CHECK(sqlOn(file, {"SELECT count(*) FROM things"}).toInt() == 1);

    pragmaInStore("PRAGMA max_page_count=1000000");
    CHECK(write().ok());
    CHECK(sqlOn(file, {"SELECT count(*) FROM things"}).toInt() == 2);
}

TEST_CASE("aLockedFileIsSaidInWordsAndNothingIsWritten") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    const auto opened = openFor(file, kVersion1);
    REQUIRE(opened.ok());
    pragmaInStore("PRAGMA busy_timeout=1");
    {
        const auto other = openFor(file, kVersion1);
        REQUIRE(other.ok());
        const auto held = (*other)->transaction([&]() -> Result<void> {
            const auto refused = (*opened)->run("INSERT INTO things VALUES ('new', 2)");
            REQUIRE_FALSE(refused.ok());
            CHECK(refused.error().is(StorageError::Locked));
            CHECK(refused.error().transient);
            CHECK(refused.error().text() == file.string() +
                                                ": another program holds the database: nothing was written; "
                                                "wait until it is done, or end it, and try again");
            return {};
        });
        CHECK(held.ok());
    }
    CHECK((*opened)->run("INSERT INTO things VALUES ('new', 2)").ok());
}

TEST_CASE("aReadOnlyConnectionRefusesToWriteInWords") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    REQUIRE(openFor(file, kVersion1).ok());
    const auto reader = Database::open(file, kVersion1, Database::Access::ReadOnly);
    REQUIRE(reader.ok());
    const auto refused = (*reader)->run("INSERT INTO things VALUES ('new', 2)");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(StorageError::ReadOnly));
}

TEST_CASE("whatATransactionReturnsAnErrorForIsUndone") {
    Folder folder;
    const auto file = folder.path / "x.sqlite";
    const auto opened = openFor(file, kVersion1);
    REQUIRE(opened.ok());
    Database& database = **opened;
    const auto undone = database.transaction([&]() -> Result<void> {
        if (auto ok = database.run("INSERT INTO things VALUES ('new', 2)"); !ok) return ok.error();
        return database.error(StorageError::Conflict, "no");
    });
    CHECK(undone.error().is(StorageError::Conflict));
    const auto twice = database.run("INSERT INTO things VALUES ('old', 2)");
    REQUIRE_FALSE(twice.ok());
    CHECK(twice.error().is(StorageError::Conflict));
    CHECK(sqlOn(file, {"SELECT count(*) FROM things"}).toInt() == 1);
}

TEST_CASE("emptyTextsAndBlobsAreNotNull") {
    Folder folder;
    const auto opened =
        openFor(folder.path / "x.sqlite",
                {kId, {"CREATE TABLE v (a TEXT NOT NULL, b BLOB NOT NULL, c INTEGER NOT NULL) STRICT;"}});
    REQUIRE(opened.ok());
    REQUIRE((*opened)->run("INSERT INTO v VALUES (?, ?, ?)", {sqlText({}), sqlBlob({}), sqlInteger(INT64_MIN)}).ok());
    const auto read = (*opened)->rows("SELECT a, b, c FROM v", {}, [](const QSqlQuery& row) -> Result<void> {
        CHECK(textAt(row, 0).empty());
        CHECK(blobAt(row, 1).empty());
        CHECK(integerAt(row, 2) == INT64_MIN);
        return {};
    });
    CHECK(read.ok());
}
