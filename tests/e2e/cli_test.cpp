// SPDX-License-Identifier: Apache-2.0
#include "e2e/process.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sys/file.h>
#include <sys/stat.h>

using namespace unchained::e2e;

namespace {

const std::string kNobody(64, 'a'); ///< hex of a peer, a contract, a fingerprint that nobody has
const std::string kNoHub = "127.0.0.1:9#" + kNobody;

Ended node(std::vector<std::string> arguments, const Environment& environment = {}) {
    return run(kNode, std::move(arguments), environment);
}

/// With a data directory of its own.
class Peer {
public:
    Ended operator()(std::vector<std::string> arguments, const Environment& environment = {}) const {
        arguments.insert(arguments.begin(), {"--data-dir", m_folder / "data"});
        return node(std::move(arguments), environment);
    }
    [[nodiscard]] std::string file(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::string key() const { return m_folder / "data/identity.key"; }

private:
    Folder m_folder;
};

mode_t modeOf(const std::string& file) {
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    return info.st_mode & 07777;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Holds a directory as a program that runs on it does.
class Holder {
public:
    explicit Holder(const std::string& directory)
        : m_lock(::open((directory + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        REQUIRE(::flock(m_lock, LOCK_EX | LOCK_NB) == 0);
    }
    ~Holder() { ::close(m_lock); }
    Holder(const Holder&) = delete;
    Holder& operator=(const Holder&) = delete;

private:
    int m_lock;
};

} // namespace

TEST_CASE("version, help and debug info are everywhere, and their status is 0") {
    CHECK(node({"--version"}).out == "unchained-node 0.1.0\n");
    CHECK(node({"listings", "--version"}).status == 0);
    const Ended help = node({"--help"});
    CHECK(help.status == 0);
    for (const char* command : {"keys new",
                                "keys show",
                                "keys backup FILE",
                                "keys restore FILE",
                                "hub",
                                "provide",
                                "listings",
                                "plan",
                                "rent",
                                "jobs",
                                "resume",
                                "cancel ID",
                                "verify DIR",
                                "ledger audit",
                                "ledger balance",
                                "ledger history",
                                "pay PEER CREDITS",
                                "review",
                                "reply",
                                "reviews PEER",
                                "standing PEER",
                                "block PEER",
                                "unblock PEER",
                                "blocked",
                                "bench",
                                "devices",
                                "demo",
                                "--data-dir DIR",
                                "--json",
                                "--passphrase-file F",
                                "Exit status:"})
        CHECK_MESSAGE(has(help.out, command), command);
    CHECK(has(help.out, "  4  cannot start: no key, a locked directory, a busy port, a full disk, a hub that does not "
                        "answer, no host within the\n     limits that were given\n"));
    const Ended rent = node({"rent", "--help"});
    CHECK(rent.status == 0);
    for (const char* option :
         {"--hub ADDR", "--job FILE|NAME", "--provider PEER", "--max-price N", "--max-spend N", "--at-stake X",
          "--check-all", "--terms FILE", "--from DIR", "--no-retry", "--recheck SECONDS", "--out DIR"})
        CHECK_MESSAGE(has(rent.out, option), option);
    CHECK(has(node({"keys", "--help"}).out, "keys restore FILE"));
    CHECK_FALSE(has(node({"keys", "--help"}).out, "ledger audit"));

    Folder folder;
    const Ended debug = node({"--debug-info", "--json", "--data-dir", folder / "d"});
    CHECK(debug.status == 0);
    CHECK(debug.json()["version"] == "0.1.0");
    CHECK(debug.json()["engines"]["scalar"] == "usable");
    CHECK(debug.json()["worker"] == BIN_DIR "/unchained-worker");
    CHECK_FALSE(std::filesystem::exists(folder / "d"));
}

TEST_CASE("a command line that cannot be read has status 2, names the nearest word, and leaves no directory") {
    Folder folder;
    const auto error = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"--data-dir", folder / "data"});
        const Ended ended = node(std::move(arguments));
        CHECK(ended.status == 2);
        CHECK(ended.out.empty());
        return ended.err;
    };
    CHECK(error({}) == "unchained-node: command: is missing; unchained-node --help lists the commands\n");
    CHECK(error({"lisitngs"}) == "unchained-node: lisitngs: is no command; did you mean listings?\n");
    CHECK(error({"keys"}) == "unchained-node: keys: is not a whole command; add one of new, show, backup, restore\n");
    CHECK(error({"keys", "shwo"}) == "unchained-node: keys shwo: is no command; did you mean keys show?\n");
    CHECK(error({"keys", "new", "--jsno"}) ==
          "unchained-node: --jsno: is no option of this command; did you mean --json?\n");
    CHECK(error({"rent", "--hub", kNoHub, "--job", "digits", "--provder", "x"}) ==
          "unchained-node: --provder: is no option of this command; did you mean --provider?\n");
    CHECK(error({"--hub", kNoHub, "listings"}) ==
          "unchained-node: --hub: stands before the command; write provide --hub\n");
    CHECK(error({"listings"}) == "unchained-node: --hub: is missing; write unchained-node listings --hub ADDR\n");
    CHECK(error({"listings", "--hub"}) == "unchained-node: --hub: needs a value; write --hub ADDR\n");
    CHECK(error({"listings", "--hub", kNoHub, "--hub", kNoHub}) ==
          "unchained-node: --hub: is given twice; give --hub once\n");
    CHECK(error({"keys", "show", "--json=yes"}) == "unchained-node: --json: takes no value; write --json alone\n");
    CHECK(error({"keys", "backup"}) ==
          "unchained-node: keys backup: needs FILE; write unchained-node keys backup FILE\n");
    CHECK(error({"jobs", "all"}) == "unchained-node: all: is one word too many; write unchained-node jobs\n");
    CHECK_FALSE(std::filesystem::exists(folder / "data"));
}

TEST_CASE("values of options are checked before anything is done") {
    Peer peer;
    const auto error = [&](std::vector<std::string> arguments) {
        const Ended ended = peer(std::move(arguments));
        CHECK(ended.status == 2);
        return ended.err;
    };
    CHECK(has(error({"listings", "--hub", "127.0.0.1:9"}), "--hub: '127.0.0.1:9': "));
    CHECK(has(error({"listings", "--hub", "127.0.0.1:0#" + kNobody}), "--hub: "));
    CHECK(error({"pay", "--hub", kNoHub, "bob", "1"}) ==
          "unchained-node: PEER: 'bob' is no peer id; give 64 hex digits, as `keys show` and `listings` print them\n");
    CHECK(has(error({"pay", "--hub", kNoHub, kNobody, "1,5"}), "CREDITS: '1,5' is no amount in credits: "));
    CHECK(has(error({"pay", "--hub", kNoHub, kNobody, "0"}), "CREDITS: must be more than 0; name a larger amount"));
    CHECK(error({"review", "--hub", kNoHub, "--contract", kNobody, "--stars", "6"}) ==
          "unchained-node: --stars: '6' is not one number from 1 to 5, and not four; write 5, or 5,4,4,3\n");
    CHECK(
        has(error({"review", "--hub", kNoHub, "--contract", kNobody, "--stars", "5,5,5"}), "--stars: '5,5,5' is not"));
    CHECK(has(error({"review", "--hub", kNoHub, "--contract", kNobody, "--stars", "5,5,5,"}), "--stars: "));
    CHECK(
        has(error({"review", "--hub", kNoHub, "--contract", "12", "--stars", "5"}), "--contract: '12' is no contract"));
    CHECK(has(error({"hub", "--listen", "nowhere"}), "--listen: "));
    CHECK(has(error({"hub", "--listen", "127.0.0.1:0", "--issue", "x"}), "--issue: 'x' is not PEER=CREDITS"));
    CHECK(has(error({"hub", "--listen", "127.0.0.1:0", "--issue", "x=1"}), "--issue: 'x' is no peer id"));
    CHECK(has(error({"demo", "--hosts", "0"}), "--hosts: '0' is not a whole number from 1 to 16"));
    CHECK(has(error({"verify", "x", "--all", "--steps", "3"}), "--steps: does not go together with --all"));
    CHECK(has(error({"plan", "--job", "nothing"}),
              "nothing: there is no job of this name; known are charlm, cnn, digits"));
}

TEST_CASE("with --json also an error is one JSON document") {
    Peer peer;
    for (const auto& arguments :
         {std::vector<std::string>{"--json", "lisitngs"},
          std::vector<std::string>{"plan", "--json", "--job", "nothing"},
          std::vector<std::string>{"keys", "show", "--json"}, std::vector<std::string>{"ledger", "audit", "--json"}}) {
        const Ended ended = peer(arguments);
        CHECK(ended.status != 0);
        const auto error = ended.json()["error"];
        CHECK(error["code"].is_number_unsigned());
        CHECK(error["subject"].is_string());
        CHECK(error["sentence"].is_string());
        CHECK(error["remedy"].is_string());
        CHECK(error["transient"].is_boolean());
    }
}

TEST_CASE("a key is made once, is private, and says who one is") {
    Peer peer;
    const Ended made = peer({"keys", "new", "--json"});
    REQUIRE(made.status == 0);
    CHECK(has(made.err, "warning: no passphrase was given"));
    const auto who = made.json();
    CHECK(who.size() == 3);
    CHECK(who["peer"].get<std::string>().size() == 64);
    CHECK(who["fingerprint"].get<std::string>().size() == 64);
    CHECK(who["peer"] != who["fingerprint"]);
    CHECK(who["createdAt"].get<std::int64_t>() > 1'700'000'000'000);
    CHECK(modeOf(peer.key()) == 0600);
    CHECK(modeOf(peer.file("data")) == 0700);
    CHECK(peer({"--json", "keys", "show"}).json() == who);
    CHECK(has(peer({"keys", "show"}).out, who["peer"].get<std::string>()));

    const std::string before = readText(peer.key());
    const Ended again = peer({"keys", "new", "--json"});
    CHECK(again.status == 2);
    CHECK(has(again.err, "there is a key already"));
    CHECK(readText(peer.key()) == before);
}

TEST_CASE("a key opens with its own passphrase alone, from a file or the environment") {
    Peer peer;
    const std::string right = peer.file("right"), wrong = peer.file("wrong"), two = peer.file("two");
    writeText(right, "correct horse\n");
    writeText(wrong, "correct house\n");
    writeText(two, "one\ntwo\n");
    std::filesystem::permissions(right, std::filesystem::perms::owner_read);
    REQUIRE(peer({"keys", "new", "--passphrase-file", right}).status == 0);

    CHECK(peer({"keys", "show"}).status == 0);
    const Ended good = peer({"keys", "show", "--passphrase-file", right});
    CHECK(good.status == 0);
    CHECK(good.err.empty());
    CHECK(peer({"keys", "show"}, {{"UNCHAINED_PASSPHRASE", "correct horse"}}).status == 0);
    const Ended bad = peer({"keys", "show", "--passphrase-file", wrong});
    CHECK(bad.status == 2);
    CHECK(has(bad.err, peer.key() + ": "));
    CHECK(has(bad.err, "passphrase"));
    CHECK(has(bad.err, "warning: others may read " + wrong));
    CHECK(peer({"keys", "show"}, {{"UNCHAINED_PASSPHRASE", ""}}).status == 2);
    CHECK(has(peer({"keys", "show", "--passphrase-file", two}).err, two + ": has more than one line"));
    CHECK(peer({"keys", "show", "--passphrase-file", peer.file("none")}).status == 2);
    // Somebody who would act under the key must open it; no hub is asked before.
    const Ended acting = peer({"pay", "--hub", kNoHub, kNobody, "1", "--passphrase-file", wrong});
    CHECK(acting.status == 2);
    CHECK(has(acting.err, peer.key()));
}

TEST_CASE("a backup restores the same identity, and neither overwrites anything") {
    Peer peer, other;
    const std::string copy = peer.file("backup.key");
    const Environment words{{"UNCHAINED_PASSPHRASE", "x"}};
    const auto who = peer({"keys", "new", "--json"}, words).json();
    const Ended saved = peer({"keys", "backup", copy, "--json"});
    REQUIRE(saved.status == 0);
    CHECK(saved.json()["peer"] == who["peer"]);
    CHECK(saved.json()["file"] == copy);
    CHECK(modeOf(copy) == 0600);
    CHECK(peer({"keys", "backup", copy}).status == 2);

    const Ended restored = other({"keys", "restore", copy, "--json"});
    REQUIRE_MESSAGE(restored.status == 0, restored.err);
    CHECK(restored.json()["peer"] == who["peer"]);
    CHECK(modeOf(other.key()) == 0600);
    CHECK(other({"keys", "show", "--json"}, words).json() == who);
    const Ended again = other({"keys", "restore", copy});
    CHECK(again.status == 2);
    CHECK(has(again.err, "there is a key already"));
}

TEST_CASE("what is no key is not restored") {
    Peer peer, other;
    writeText(peer.file("text"), "hello");
    CHECK(has(peer({"keys", "restore", peer.file("text")}).err, "is not a key file of this program"));
    CHECK(peer({"keys", "restore", peer.file("none")}).status == 2);
    REQUIRE(other({"keys", "new"}).status == 0);
    std::string bytes = readText(other.key());
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    writeText(peer.file("flipped"), bytes);
    const Ended flipped = peer({"keys", "restore", peer.file("flipped")});
    CHECK(flipped.status == 2);
    CHECK(has(flipped.err, "is damaged"));
    CHECK_FALSE(std::filesystem::exists(peer.file("data")));
    CHECK(peer({"keys", "backup", peer.file("copy")}).status == 4);
}

TEST_CASE("a directory without a key, or without books, has status 4 and says what to do") {
    Peer peer;
    const Ended none = peer({"keys", "show"});
    CHECK(none.status == 4);
    CHECK(has(none.err, "there is no such directory"));
    std::filesystem::create_directory(peer.file("data"));
    CHECK(has(peer({"keys", "show"}).err, "make one with `unchained-node keys new`"));
    CHECK(peer({"pay", "--hub", kNoHub, kNobody, "1"}).status == 4);
    const Ended books = peer({"ledger", "audit", "--json"});
    CHECK(books.status == 4);
    CHECK(books.json()["audit"].is_null());
    CHECK(books.json()["sum"].is_null());
    CHECK(peer({"ledger", "balance"}).status == 4);
    CHECK(peer({"jobs", "--json"}).json()["jobs"].empty());
}

TEST_CASE("a directory on which another program runs is refused to whoever would write, and open to readers") {
    Peer peer;
    REQUIRE(peer({"keys", "new"}).status == 0);
    const Holder running(peer.file("data"));
    const Ended second = peer({"pay", "--hub", kNoHub, kNobody, "1", "--json"});
    CHECK(second.status == 4);
    CHECK(has(second.err, "runs on this directory; end it first, or choose another directory with --data-dir"));
    CHECK(second.json()["error"]["subject"] == peer.file("data"));
    CHECK(peer({"keys", "show"}).status == 0);
    CHECK(peer({"jobs"}).status == 0);
    CHECK(peer({"keys", "backup", peer.file("copy")}).status == 0);
}

TEST_CASE("the default directory is unchained in the XDG data directory") {
    Folder home;
    REQUIRE(node({"keys", "new"}, {{"XDG_DATA_HOME", home / "share"}}).status == 0);
    CHECK(std::filesystem::exists(home / "share/unchained/identity.key"));
    REQUIRE(node({"keys", "new"}, {{"HOME", home.path().string()}}).status == 0);
    CHECK(std::filesystem::exists(home / ".local/share/unchained/identity.key"));
    CHECK(node({"keys", "show"}).status == 4);
}

TEST_CASE("verify and --debug-info need no home, and whoever needs one says so") {
    Folder folder;
    const Ended verified = node({"verify", folder.path().string(), "--json"});
    CHECK(verified.status == 2);
    CHECK(verified.json()["error"]["sentence"] == "has no evidence.cbor");
    CHECK(node({"--debug-info", "--json"}).json()["dataDir"].is_null());
    const Ended keys = node({"keys", "new"});
    CHECK(keys.status == 4);
    CHECK(keys.err == "unchained-node: data directory: neither HOME nor XDG_DATA_HOME is set; name a directory with "
                      "--data-dir\n");
}

TEST_CASE("a hub that does not answer is status 4, and a payment to it is not begun") {
    Peer peer;
    REQUIRE(peer({"keys", "new"}).status == 0);
    for (const auto& arguments :
         {std::vector<std::string>{"listings", "--hub", kNoHub},
          std::vector<std::string>{"pay", "--hub", kNoHub, kNobody, "1"},
          std::vector<std::string>{"review", "--hub", kNoHub, "--contract", kNobody, "--stars", "5"}}) {
        const Ended ended = peer(arguments);
        CHECK(ended.status == 4);
        CHECK(has(ended.err, "unchained-node: 127.0.0.1:9: "));
    }
    CHECK(peer({"ledger", "balance", "--json"}).json()["balance"] == 0);
}

namespace {

/// A hub on a free port, and its address.
class Hub {
public:
    explicit Hub(std::vector<std::string> options = {})
        : m_process(kNode, command(std::move(options), m_folder / "data"), {{"UNCHAINED_PASSPHRASE", "h"}}) {
        const auto first = nlohmann::json::parse(m_process.line(), nullptr, false);
        REQUIRE(first.is_object());
        m_address = first["address"];
    }
    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] std::string endpoint() const { return m_address.substr(0, m_address.find('#')); }
    [[nodiscard]] std::string directory() const { return m_folder / "data"; }
    Ended ledger(const std::string& what) const {
        return node({"--json", "--data-dir", directory(), "ledger", what}, {{"UNCHAINED_PASSPHRASE", "h"}});
    }
    Ended stop() {
        m_process.signal(SIGTERM);
        return m_process.wait(std::chrono::seconds(10));
    }

private:
    static std::vector<std::string> command(std::vector<std::string> options, const std::string& directory) {
        options.insert(options.begin(), {"--data-dir", directory, "--json", "hub", "--listen", "127.0.0.1:0"});
        return options;
    }

    Folder m_folder;
    Process m_process;
    std::string m_address;
};

} // namespace

TEST_CASE("credits that a hub issues can be paid, and both directories say so") {
    Peer alice, bob;
    const std::string a = alice({"keys", "new", "--json"}).json()["peer"],
                      b = bob({"keys", "new", "--json"}).json()["peer"];
    Hub hub({"--issue", a + "=100"});
    const Ended paid = alice({"pay", "--hub", hub.address(), b, "12.5", "--json"});
    REQUIRE_MESSAGE(paid.status == 0, paid.err);
    CHECK(paid.json()["paid"] == 12'500'000);
    CHECK(paid.json()["to"] == b);
    CHECK(paid.json()["balance"] == 87'500'000);
    const auto mine = alice({"ledger", "balance", "--json"}).json();
    CHECK(mine["balance"] == 87'500'000);
    CHECK(mine["locked"] == 0);
    CHECK(alice({"ledger", "audit", "--json"}).json()["audit"] == "ok");

    const Ended tooMuch = alice({"pay", "--hub", hub.address(), b, "1000", "--json"});
    CHECK(tooMuch.status == 3);
    CHECK(tooMuch.json()["error"]["subject"] == "pay.amount");
    CHECK(alice({"pay", "--hub", hub.address(), a, "1"}).status == 3);
    CHECK(alice({"review", "--hub", hub.address(), "--contract", kNobody, "--stars", "5"}).status == 3);

    const auto books = hub.ledger("balance").json();
    CHECK(books["balance"] == 100'000'000);
    CHECK(books["locked"] == 0);
    CHECK(books["peers"][b] == 12'500'000);
    const auto audit = hub.ledger("audit").json();
    CHECK(audit["audit"] == "ok");
    CHECK(audit["sum"] == 0);
    CHECK(audit["issued"] == 100'000'000);
    CHECK(audit["folded"] == true);
    const auto history = hub.ledger("history").json();
    REQUIRE(history.size() == 2);
    CHECK(history[0]["memo"] == "issued");
    CHECK(history[1]["memo"] == "pay");
    CHECK(history[1]["legs"].size() == 2);
    CHECK(hub.stop().status == 0);
    CHECK(hub.ledger("audit").json()["sum"] == 0);
}

TEST_CASE("books that were altered are found by the audit, with status 1") {
    Peer alice;
    const std::string a = alice({"keys", "new", "--json"}).json()["peer"];
    Hub hub({"--issue", a + "=100"});
    CHECK(hub.stop().status == 0);
    CHECK(hub.ledger("audit").status == 0);
    {
        const QCoreApplication* const before = QCoreApplication::instance();
        REQUIRE(before == nullptr);
        int argc = 0;
        const QCoreApplication application(argc, nullptr);
        {
            QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE");
            database.setDatabaseName(QString::fromStdString(hub.directory() + "/hub.sqlite"));
            REQUIRE(database.open());
            QSqlQuery query(database);
            REQUIRE(query.exec("UPDATE accounts SET balance = balance + 1 WHERE name <> 'issuance'"));
        }
        QSqlDatabase::removeDatabase(QSqlDatabase::defaultConnection);
    }
    const Ended found = hub.ledger("audit");
    CHECK(found.status == 1);
    CHECK(found.json()["audit"] == "failed");
    CHECK(found.json()["sum"].is_null());
    CHECK(has(found.json()["error"]["sentence"], "its postings sum to 100000000"));
}

TEST_CASE("anybody may look at the listings, without a key or a directory") {
    Hub hub;
    Peer nobody;
    const Ended listings = nobody({"listings", "--hub", hub.address(), "--json"});
    CHECK(listings.status == 0);
    CHECK(listings.json() == nlohmann::json::array());
    const Ended plan = nobody({"plan", "--job", TESTS_DIR "/jobs/tiny.toml", "--hub", hub.address()});
    CHECK(plan.status == 4);
    CHECK(has(plan.err, "no host is there that takes a contract now"));
    CHECK_FALSE(std::filesystem::exists(nobody.file("data")));
}

TEST_CASE("a hub with another fingerprint is refused, a busy port and a locked directory cannot start") {
    Hub hub;
    Peer peer;
    const Ended wrong = peer({"listings", "--hub", hub.endpoint() + "#" + kNobody});
    CHECK(wrong.status == 3);
    CHECK(has(wrong.err, "which is not the one expected"));
    const Ended busy = peer({"hub", "--listen", hub.endpoint(), "--json"});
    CHECK(busy.status == 4);
    CHECK(has(busy.err, hub.endpoint() + ": the port is in use by another program"));
    CHECK(busy.json()["error"]["subject"] == hub.endpoint());
    const Ended second = node({"--data-dir", hub.directory(), "hub", "--listen", "127.0.0.1:0"});
    CHECK(second.status == 4);
    CHECK(has(second.err, "runs on this directory"));
}

TEST_CASE("a plan without a hub measures this machine and says everything before anything is paid") {
    Peer peer;
    const Ended ended = peer({"plan", "--job", TESTS_DIR "/jobs/tiny.toml", "--json"});
    REQUIRE_MESSAGE(ended.status == 0, ended.err);
    const auto plan = ended.json();
    CHECK(plan["job"] == "tiny");
    CHECK(plan["host"].is_null());
    CHECK(plan["steps"] == 100);
    CHECK(plan["windows"] == 25);
    CHECK(plan["rate"].get<std::uint64_t>() > 1'000'000);
    CHECK(plan["seconds"].get<double>() > 0);
    CHECK(plan["cost"].get<std::int64_t>() == 100 * plan["price"].get<std::int64_t>());
    CHECK(plan["ticket"]["face"].get<std::int64_t>() == 4 * plan["price"].get<std::int64_t>());
    CHECK(plan["escrow"].get<std::int64_t>() > plan["cost"].get<std::int64_t>());
    CHECK(plan["bond"].get<std::int64_t>() == 400 * plan["price"].get<std::int64_t>());
    CHECK(plan["checks"]["batch"] == 6);
    CHECK(plan["sabotageDeterred"].is_number_integer());
    CHECK(plan["assurance10"].get<double>() > plan["assurance1"].get<double>());
    CHECK(plan["downloads"]["renter"].get<std::uint64_t>() == 20 * plan["bytes"]["state"].get<std::uint64_t>());
    CHECK_FALSE(std::filesystem::exists(peer.file("data")));
    CHECK(has(peer({"plan", "--job", TESTS_DIR "/jobs/tiny.toml"}).out, "deterred"));
}

TEST_CASE("devices says of every engine how fast it is, or why it cannot be used") {
    const Ended ended = node({"devices", "--json"});
    REQUIRE_MESSAGE(ended.status == 0, ended.err);
    const auto devices = ended.json();
    REQUIRE(devices.size() >= 2);
    CHECK(devices[0]["engine"] == "scalar");
    CHECK(devices[0]["usable"] == true);
    for (const auto& device : devices) {
        CHECK(device["device"].is_string());
        CHECK(device["reason"].is_null() == device["usable"].get<bool>());
        CHECK(device["rate"].is_number_unsigned() == device["usable"].get<bool>());
    }
    CHECK(has(node({"devices"}).out, "scalar"));
}

TEST_CASE("an engine that nobody knows is bad input, a worker that is not there is not; both are in the document") {
    Peer peer;
    std::filesystem::create_directory(peer.file("result"));
    writeText(peer.file("result") + "/evidence.cbor", "");
    for (const auto& arguments : {std::vector<std::string>{"provide", "--hub", kNoHub, "--engine", "nosuch", "--json"},
                                  {"verify", peer.file("result"), "--engine", "nosuch", "--json"}}) {
        const Ended ended = peer(arguments);
        CHECK(ended.status == 2);
        CHECK(ended.json()["error"]["subject"] == "nosuch");
        CHECK_FALSE(std::filesystem::exists(peer.file("data")));
    }
    const std::string alone = peer.file("bin/unchained-node");
    std::filesystem::create_directory(peer.file("bin"));
    std::filesystem::copy_file(kNode, alone);
    const Ended ended = run(alone, {"--data-dir", peer.file("data"), "provide", "--hub", kNoHub, "--json"});
    CHECK(ended.status == 4);
    CHECK(has(ended.json()["error"]["subject"], "unchained-worker"));
}

TEST_CASE("SIGTERM while a machine is measured ends the program with status 0 and leaves no process") {
    Folder folder;
    const Environment environment{{"TMPDIR", folder.path().string()}};
    Process plan(kNode, {"plan", "--job", "digits", "--data-dir", folder / "data"}, environment);
    CHECK(plan.line() == "Measuring this machine ...");
    plan.signal(SIGTERM);
    CHECK(plan.wait(std::chrono::seconds(10)).status == 0);
    CHECK(std::filesystem::is_empty(folder.path()));
}
