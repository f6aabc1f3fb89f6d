// SPDX-License-Identifier: Apache-2.0
#include "storage/data_directory.h"

#include "storage_fixture.h"

#include <fstream>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace unchained;
using namespace unchained::storage;

namespace {

unsigned modeOf(const std::filesystem::path& path) {
    struct stat info {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info.st_mode & 0777U;
}

} // namespace

TEST_CASE("aMissingDirectoryIsMadeForItsOwnerOnly") {
    Folder folder;
    const auto path = folder.path / "deep" / "data";
    const auto refused = DataDirectory::open(path, false);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(StorageError::NotFound));
    CHECK(refused.error().text() == path.string() + ": there is no such directory; name the right one with --data-dir");

    const auto made = DataDirectory::open(path / "", true);
    REQUIRE(made.ok());
    CHECK(modeOf(path) == 0700);
    CHECK(made->path() == path);
    CHECK(made->identityKey() == path / "identity.key");
    CHECK(made->hubDatabase() == path / "hub.sqlite");
    CHECK(made->peerDatabase() == path / "peer.sqlite");
    CHECK(made->blobs() == path / "blobs");
}

TEST_CASE("aSecondStartOnADirectoryIsRefusedWithTheProcessThatHasIt") {
    Folder folder;
    {
        auto first = DataDirectory::open(folder.path, false);
        REQUIRE(first.ok());
        const DataDirectory moved = std::move(*first);
        const auto second = DataDirectory::open(folder.path, false);
        REQUIRE_FALSE(second.ok());
        CHECK(second.error().is(StorageError::InUse));
        CHECK(second.error().text() == folder.path.string() + ": the process " + std::to_string(::getpid()) +
                                           " runs on this directory; end it first, or choose another directory with "
                                           "--data-dir");
        CHECK(DataDirectory::openForReading(folder.path).ok());
    }
    CHECK(DataDirectory::open(folder.path, false).ok());
}

TEST_CASE("theLockOfAKilledProcessIsFree") {
    Folder folder;
    int ready[2];
    REQUIRE(::pipe(ready) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = DataDirectory::open(folder.path, false);
        (void)!::write(ready[1], "x", 1);
        ::pause();
        ::_exit(held.ok() ? 0 : 1);
    }
    char byte = 0;
    REQUIRE(::read(ready[0], &byte, 1) == 1);
    const auto refused = DataDirectory::open(folder.path, false);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text().find("the process " + std::to_string(child) + " runs") != std::string::npos);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    CHECK(DataDirectory::open(folder.path, false).ok());
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("anOpenDirectoryIsClosedToOthersOnlyWhereItIsOurs") {
    Folder folder;
    const auto empty = folder.path / "empty";
    const auto foreign = folder.path / "foreign";
    const auto ours = folder.path / "ours";
    for (const auto& path : {empty, foreign, ours}) {
        std::filesystem::create_directory(path);
        REQUIRE(::chmod(path.c_str(), 0755) == 0);
    }
    std::ofstream(foreign / "letter.txt") << "private";
    std::ofstream(ours / "identity.key") << "key";

    CHECK(DataDirectory::open(empty, true).ok());
    CHECK(modeOf(empty) == 0700);
    CHECK(DataDirectory::open(ours, true).ok());
    CHECK(modeOf(ours) == 0700);
    const auto refused = DataDirectory::open(foreign, true);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == foreign.string() + ": is open to others, and holds files of other programs; choose "
                                                       "an empty directory with --data-dir");
    CHECK(modeOf(foreign) == 0755);
}

TEST_CASE("whatTheWindowLaysDownBeforeTheKeyKeepsADirectoryOurs") {
    Folder folder;
    const auto stuck = folder.path / "stuck";
    const auto foreign = folder.path / "foreign";
    for (const auto& path : {stuck, foreign}) {
        std::filesystem::create_directory(path);
        REQUIRE(::chmod(path.c_str(), 0755) == 0);
        std::ofstream(path / "desktop.ini") << "[General]";
    }
    std::ofstream(stuck / "window.lock") << "1";
    std::ofstream(foreign / "letter.txt") << "private"; // other programs write a desktop.ini, too
    CHECK(DataDirectory::prepare(stuck).ok());
    CHECK(modeOf(stuck) == 0700);
    CHECK(DataDirectory::open(stuck, true).ok());
    CHECK(DataDirectory::prepare(foreign).error().is(StorageError::NotPrivate));
    CHECK(modeOf(foreign) == 0755);
}

TEST_CASE("aPreparedDirectoryIsPrivateAndNotLocked") {
    Folder folder;
    const auto path = folder.path / "deep" / "data";
    const auto before = ::umask(022);
    CHECK(DataDirectory::prepare(path / "").ok());
    ::umask(before);
    CHECK(modeOf(path) == 0700);
    CHECK(std::filesystem::is_empty(path));
    std::ofstream(path / "window.lock") << "1";
    const auto opened = DataDirectory::open(path, true);
    REQUIRE(opened.ok());
    CHECK(DataDirectory::prepare(path).ok()); // also where it is open already
}

TEST_CASE("aFileInThePlaceOfTheDirectoryIsRefusedInWords") {
    Folder folder;
    std::ofstream(folder.path / "file") << "x";
    const auto refused = DataDirectory::open(folder.path / "file", true);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == (folder.path / "file").string() + ": cannot be opened: Not a directory; choose a "
                                                                      "directory of your own with --data-dir");
    CHECK_FALSE(DataDirectory::openForReading(folder.path / "file").ok());
}
