// SPDX-License-Identifier: Apache-2.0
#include "identity/key_file.h"

#include "gpu/cbor.h"
#include "identity/random.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace unchained;
using namespace unchained::identity;
namespace fs = std::filesystem;

namespace {

constexpr ScryptCost kCheap{4};

/// A folder that goes with the test.
struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "unchained-keys-XXXXXX").string();
        path = mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
};

unsigned modeOf(const fs::path& path) {
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    return found.st_mode & 0777;
}

void spit(const fs::path& path, std::string_view text) {
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace

TEST_CASE("locked keys open with their passphrase, the empty one too") {
    const Keys keys(randomKeySeed());
    for (const char* passphrase : {"", "correct horse", "\xe6\xb0\xb4 with spaces "}) {
        const Bytes file = lockKeys(keys, passphrase, 1234567, kCheap);
        const auto opened = unlockKeys(file, passphrase);
        REQUIRE(opened.ok());
        CHECK(opened->keys.peer() == keys.peer());
        CHECK(opened->keys.drawKey() == keys.drawKey());
        CHECK(opened->createdAt == 1234567);
        CHECK(inspectKeys(file)->peer == keys.peer());
        CHECK(inspectKeys(file)->createdAt == 1234567);
    }
}

TEST_CASE("the usual cost works, and no two files share salt or nonce") {
    const Keys keys(randomKeySeed());
    const Bytes file = lockKeys(keys, "p", 0);
    CHECK(unlockKeys(file, "p").ok());
    const auto value = cbor::decode(file);
    REQUIRE(value.ok());
    CHECK(*(*value->asArray())[3].asUnsigned() == 17);
    CHECK(lockKeys(keys, "p", 0, kCheap) != lockKeys(keys, "p", 0, kCheap));
    const std::string_view seed = asText(keys.seed().view());
    CHECK(asText(file).find(seed) == std::string_view::npos);
}

TEST_CASE("a wrong passphrase, a damaged file and another file are told apart") {
    const Keys keys(randomKeySeed());
    const Bytes file = lockKeys(keys, "right", 5, kCheap);
    CHECK(unlockKeys(file, "wrong").error().text() == "key file: the passphrase does not open it; try it again");
    CHECK(unlockKeys(file, "").error().text() ==
          "key file: the passphrase does not open it; give the passphrase that it was made with");
    CHECK(unlockKeys(file, "right ").error().is(IdentityError::WrongPassphrase));
    CHECK(unlockKeys({}, "right").error().text() == "key file: is not a key file of this program");
    CHECK(unlockKeys(asBytes("-----BEGIN PRIVATE KEY-----"), "").error().is(IdentityError::NotAKeyFile));
    CHECK(unlockKeys(cbor::encode(cbor::Array{"unchained/offer/v1"}), "").error().is(IdentityError::NotAKeyFile));
    CHECK(unlockKeys(ByteView(file).first(file.size() - 1), "right").error().text() ==
          "key file: is damaged: its bytes have changed; restore it from a backup");
    for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
        CAPTURE(bit);
        Bytes changed = file;
        changed[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        const auto opened = unlockKeys(changed, "right");
        REQUIRE(!opened.ok());
        CHECK((opened.error().is(IdentityError::Damaged) || opened.error().is(IdentityError::NotAKeyFile)));
        if (bit >= 32 * 8) CHECK(opened.error().is(IdentityError::Damaged));
    }
}

TEST_CASE("a file that asks for a huge cost is refused before memory is taken") {
    const Keys keys(randomKeySeed());
    auto value = cbor::decode(lockKeys(keys, "", 5, kCheap));
    cbor::Array fields = *value->asArray();
    fields[3] = cbor::Value(40);
    CHECK(unlockKeys(cbor::encode(fields), "").error().is(IdentityError::Damaged));
}

TEST_CASE("a key file is written whole, for its owner only, and not over another") {
    const Folder folder;
    const fs::path path = folder.path / "identity.key";
    const Bytes first = lockKeys(Keys(randomKeySeed()), "", 1, kCheap);
    const Bytes second = lockKeys(Keys(randomKeySeed()), "", 2, kCheap);
    const mode_t before = ::umask(0);
    REQUIRE(writeKeyFile(path, first, Existing::Keep).ok());
    ::umask(before);
    CHECK(modeOf(path) == 0600);
    CHECK(!othersMayRead(path));
    CHECK(*readKeyFile(path) == first);
    CHECK(writeKeyFile(path, second, Existing::Keep).error().text() ==
          path.string() + ": is there already and is not overwritten; name another file, or move that one away");
    CHECK(*readKeyFile(path) == first);

    spit(folder.path / "identity.key.new", "left by an interrupted write");
    REQUIRE(writeKeyFile(path, second, Existing::Replace).ok());
    CHECK(*readKeyFile(path) == second);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator{}) == 1);

    fs::permissions(path, fs::perms::group_read, fs::perm_options::add);
    CHECK(othersMayRead(path));
    CHECK(!othersMayRead(folder.path / "nothing"));
}

TEST_CASE("files that are not there, too large or out of reach are named") {
    const Folder folder;
    const fs::path path = folder.path / "identity.key";
    CHECK(readKeyFile(path).error().text() ==
          path.string() + ": there is no key file; make one with: unchained-node keys new");
    spit(path, std::string(5000, 'x'));
    CHECK(readKeyFile(path).error().text() == path.string() + ": is not a key file of this program");
    CHECK(readKeyFile(folder.path).error().text() == folder.path.string() + ": cannot be read: Is a directory");
    const fs::path nowhere = folder.path / "no" / "folder.key";
    CHECK(writeKeyFile(nowhere, {}, Existing::Keep).error().text() ==
          nowhere.string() + ": cannot be written: No such file or directory");
}

TEST_CASE("a backup is a key file, and only an undamaged key file can be one") {
    const Folder folder;
    const Keys keys(randomKeySeed());
    const Bytes file = lockKeys(keys, "secret", 9, kCheap);
    const fs::path path = folder.path / "identity.key";
    const fs::path backup = folder.path / "backup.key";
    REQUIRE(writeKeyFile(path, file, Existing::Keep).ok());
    const auto copied = copyKeyFile(path, backup, Existing::Keep);
    REQUIRE(copied.ok());
    CHECK(copied->peer == keys.peer());
    CHECK(modeOf(backup) == 0600);
    CHECK(*readKeyFile(backup) == file);
    CHECK(unlockKeys(*readKeyFile(backup), "secret")->keys.peer() == keys.peer());
    CHECK(copyKeyFile(path, backup, Existing::Keep).error().is(IdentityError::FileExists));

    spit(path, "notes");
    CHECK(copyKeyFile(path, folder.path / "other.key", Existing::Keep).error().text() ==
          path.string() + ": is not a key file of this program");
    CHECK(!fs::exists(folder.path / "other.key"));
    CHECK(copyKeyFile(path, backup, Existing::Replace).error().is(IdentityError::NotAKeyFile));
    CHECK(*readKeyFile(backup) == file);
}
