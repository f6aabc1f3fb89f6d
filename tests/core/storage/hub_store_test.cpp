// SPDX-License-Identifier: Apache-2.0
#include "storage/hub_store.h"

#include "storage_fixture.h"

#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace unchained;
using namespace unchained::storage;
using ledger::Account;

namespace {

HubStore mustOpenHub(const std::filesystem::path& file) {
    auto store = HubStore::open(file);
    if (!store) FAIL(store.error().text());
    return std::move(*store);
}

std::vector<std::string> eventsOf(const HubStore& store) {
    std::vector<std::string> out;
    const auto read = store.forEach([&](std::uint64_t seq, TimeMs time, ByteView event) -> Result<void> {
        CHECK(seq == out.size());
        out.push_back(std::to_string(time) + " " + std::string(asText(event)));
        return {};
    });
    if (!read) FAIL(read.error().text());
    return out;
}

/// Three events: ten credits for 1, four of them to 2, and one without postings.
void fill(HubStore& store) {
    REQUIRE(store.append(1000, text("first"), {issue(1, 1, 10)}).ok());
    REQUIRE(store.append(2000, text("second"), {pay(2, 1, 2, 4)}).ok());
    const auto third = store.append(3000, text("third"), {});
    REQUIRE(third.ok());
    CHECK(*third == 2);
}

std::string auditRefusal(const std::filesystem::path& file) {
    const auto store = HubStore::openReadOnly(file);
    REQUIRE(store.ok());
    const auto audit = store->audit();
    REQUIRE_FALSE(audit.ok());
    CHECK(audit.error().is(StorageError::AuditFailed));
    CHECK(audit.error().subject == file.string());
    CHECK_FALSE(audit.error().remedy.empty());
    return audit.error().sentence.str();
}

} // namespace

TEST_CASE("whatWasAppendedIsThereAfterReopening") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    {
        HubStore store = mustOpenHub(file);
        CHECK(store.length() == 0);
        CHECK_FALSE(store.alive()->has_value());
        fill(store);
    }
    const HubStore store = mustOpenHub(file);
    CHECK(store.length() == 3);
    CHECK(eventsOf(store) == std::vector<std::string>{"1000 first", "2000 second", "3000 third"});
    CHECK(**store.alive() == 3000);
    const auto accounts = store.accounts();
    REQUIRE(accounts.ok());
    CHECK(*accounts == std::map<Account, Amount>{{Account::peer(idOf<PeerId>(1)), Amount::credits(6)},
                                                 {Account::peer(idOf<PeerId>(2)), Amount::credits(4)},
                                                 {Account::issuance(), Amount::credits(-10)}});
    const auto audit = store.audit();
    REQUIRE(audit.ok());
    CHECK(audit->sum == Amount());
    CHECK(audit->events == 3);
    CHECK(audit->transactions == 2);
    CHECK(audit->accounts == 3);
}

TEST_CASE("manyEventsGoIntoOneCommitOrNone") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    HubStore store = mustOpenHub(file);
    const std::vector<HubEntry> good{{10, text("a"), {issue(1, 1, 5)}}, {20, text("b"), {pay(2, 1, 2, 5)}}};
    REQUIRE(store.append(good).ok());
    CHECK(store.length() == 2);
    // The second would leave account 2 below zero: the tables refuse it, and the first of the two is undone.
    const std::vector<HubEntry> bad{{30, text("c"), {issue(3, 1, 5)}}, {40, text("d"), {pay(4, 2, 1, 6)}}};
    const auto refused = store.append(bad);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(StorageError::Conflict));
    CHECK(store.length() == 2);
    CHECK(eventsOf(store).size() == 2);
    REQUIRE(store.append(50, text("e"), {}).ok());
    CHECK(mustOpenHub(file).length() == 3);
    CHECK(store.audit().ok());
}

TEST_CASE("aTransactionIsPostedOnceWhateverIsAppendedAgain") {
    Folder folder;
    HubStore store = mustOpenHub(folder.path / "hub.sqlite");
    fill(store);
    REQUIRE(store.append(4000, text("again"), {pay(2, 1, 2, 4)}).ok());
    CHECK(store.accounts()->at(Account::peer(idOf<PeerId>(2))) == Amount::credits(4));
    const auto other = store.append(5000, text("other"), {pay(2, 1, 2, 3)});
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().is(StorageError::Conflict));
    CHECK(other.error().sentence.str() ==
          "transaction " + toHex(idOf<Hash256>(2).view()) + " is stored with other content");
    CHECK(store.length() == 4);
    CHECK(store.audit().ok());
}

TEST_CASE("aStatementComesInPagesWithBalances") {
    Folder folder;
    HubStore store = mustOpenHub(folder.path / "hub.sqlite");
    fill(store);
    ledger::Transaction split{idOf<Hash256>(3), "split", {}};
    split.legs = {{Account::peer(idOf<PeerId>(1)), Amount::credits(-3)},
                  {Account::fees(), Amount::credits(1)},
                  {Account::pool(), Amount::credits(2)}};
    REQUIRE(store.append(4000, text("fourth"), {split}).ok());

    const Account one = Account::peer(idOf<PeerId>(1));
    const auto all = store.statement(one, 0, 100);
    REQUIRE(all.ok());
    REQUIRE(all->size() == 3);
    CHECK(all->at(0).memo == "issue");
    CHECK(all->at(0).counter == "issuance");
    CHECK(all->at(0).time == 1000);
    CHECK(all->at(1).gain == Amount::credits(-4));
    CHECK(all->at(1).balance == Amount::credits(6));
    CHECK(all->at(1).counter == Account::peer(idOf<PeerId>(2)).name());
    CHECK(all->at(2).counter == "several");
    CHECK(all->at(2).balance == Amount::credits(3));

    const auto page = store.statement(one, all->at(0).number, 1);
    REQUIRE(page.ok());
    REQUIRE(page->size() == 1);
    CHECK(page->at(0).memo == "pay");
    CHECK(page->at(0).balance == Amount::credits(6));
    CHECK(store.statement(Account::burned(), 0, 100)->empty());
}

TEST_CASE("hubTimeIsWrittenAtMostOnceASecond") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    HubStore store = mustOpenHub(file);
    for (const TimeMs now : {5000, 5999, 6000, 6500, 4000})
        REQUIRE(store.setAlive(now).ok());
    CHECK(**store.alive() == 6000);
    REQUIRE(store.append(6700, text("later"), {}).ok());
    REQUIRE(store.setAlive(7000).ok());
    CHECK(**store.alive() == 6700);
    REQUIRE(store.setAlive(7700).ok());
    CHECK(**mustOpenHub(file).alive() == 7700);
}

TEST_CASE("aReaderSeesOneMomentWhileTheHubGoesOn") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    CHECK(HubStore::openReadOnly(file).error().is(StorageError::NotFound));
    HubStore writer = mustOpenHub(file);
    fill(writer);
    auto reader = HubStore::openReadOnly(file);
    REQUIRE(reader.ok());
    CHECK(reader->length() == 3);
    const auto read = reader->snapshot([&]() -> Result<void> {
        CHECK(eventsOf(*reader).size() == 3);
        REQUIRE(writer.append(4000, text("fourth"), {pay(3, 1, 2, 1)}).ok());
        CHECK(eventsOf(*reader).size() == 3);
        CHECK(reader->accounts()->at(Account::peer(idOf<PeerId>(2))) == Amount::credits(4));
        CHECK(reader->audit().ok());
        return {};
    });
    CHECK(read.ok());
    CHECK(eventsOf(*reader).size() == 4);
    CHECK(reader->accounts()->at(Account::peer(idOf<PeerId>(2))) == Amount::credits(5));
    const auto refused = reader->append(5000, text("no"), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(StorageError::ReadOnly));
}

TEST_CASE("aSecondWriterIsNoticed") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    HubStore one = mustOpenHub(file);
    HubStore two = mustOpenHub(file);
    REQUIRE(one.append(1, text("one"), {}).ok());
    const auto refused = two.append(2, text("two"), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().is(StorageError::Conflict));
    CHECK(refused.error().sentence.str() == "event 0 is not the next one of the log");
}

TEST_CASE("aFullDiskLosesNothingThatWasAcknowledged") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    HubStore store = mustOpenHub(file);
    fill(store);
    pragmaInStore("PRAGMA max_page_count=20");
    const Bytes large(200'000, 7);
    const auto refused = store.append(4000, large, {pay(3, 1, 2, 1)});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == file.string() +
                                        ": the disk is full: nothing was written; free space there, or choose "
                                        "another directory with --data-dir, and start again");
    CHECK(store.length() == 3);
    CHECK(store.audit().ok());
    pragmaInStore("PRAGMA max_page_count=100000");
    CHECK(*store.append(4000, large, {pay(3, 1, 2, 1)}) == 3);
    CHECK(store.audit().ok());
}

TEST_CASE("anAuditNamesTheFirstViolation") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    {
        HubStore store = mustOpenHub(file);
        fill(store);
    }
    const std::string two = Account::peer(idOf<PeerId>(2)).name();
    SUBCASE("unbalanced legs") {
        sqlOn(file, {"UPDATE postings SET gain = gain + 1 WHERE number = 2 AND account LIKE 'available/02%'"});
        CHECK(auditRefusal(file) == "transaction 2 of event 1 (pay) does not balance: its legs sum to 1 micro-credits");
    }
    SUBCASE("a transaction without legs") {
        sqlOn(file, {"DELETE FROM postings WHERE number = 2"});
        CHECK(auditRefusal(file) == "transaction 2 of event 1 (pay) does not balance: its legs sum to 0 micro-credits");
    }
    SUBCASE("a changed balance") {
        sqlOn(file, {"UPDATE accounts SET balance = balance + 5 WHERE name LIKE 'available/02%'"});
        CHECK(auditRefusal(file) ==
              "the balance of " + two + " is 4000005 micro-credits, and its postings sum to 4000000");
    }
    SUBCASE("an account below zero") {
        sqlOn(file, {"PRAGMA ignore_check_constraints=1",
                     "UPDATE accounts SET balance = balance - 5000000 WHERE name LIKE 'available/02%'",
                     "UPDATE accounts SET balance = balance + 5000000 WHERE name LIKE 'available/01%'",
                     "UPDATE postings SET gain = gain - 5000000 WHERE number = 2 AND account LIKE 'available/02%'",
                     "UPDATE postings SET gain = gain + 5000000 WHERE number = 2 AND account LIKE 'available/01%'"});
        CHECK(auditRefusal(file) == "the balance of " + two + " is below zero: -1000000 micro-credits");
    }
    SUBCASE("an event without postings is gone") {
        {
            HubStore store = mustOpenHub(file);
            REQUIRE(store.append(4000, text("fourth"), {}).ok());
        }
        sqlOn(file, {"DELETE FROM log WHERE seq = 2"});
        CHECK(auditRefusal(file) == "event 2 of the log is missing");
        const auto read = mustOpenHub(file).forEach([](std::uint64_t, TimeMs, ByteView) -> Result<void> { return {}; });
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().is(StorageError::Damaged));
        CHECK(read.error().sentence.str() == "event 2 of the log is missing");
    }
    SUBCASE("the first event is gone") {
        sqlOn(file, {"DELETE FROM log WHERE seq = 0"});
        CHECK(auditRefusal(file) == "event 0 of the log is missing");
    }
    SUBCASE("a posting without its transaction") {
        sqlOn(file, {"DELETE FROM transactions WHERE number = 2"});
        CHECK(auditRefusal(file) == "a row of postings belongs to none of transactions");
    }
}

namespace {

/// Appends until it is killed; the count of what was acknowledged, eight bytes for each, goes to `out`.
[[noreturn]] void appendForEver(const std::filesystem::path& file, int out) {
    auto store = HubStore::open(file);
    if (!store) ::_exit(1);
    for (std::uint64_t n = store->length();; ++n) {
        ledger::Transaction transaction = issue(0, 1, 1);
        for (std::size_t i = 0; i < 8; ++i)
            transaction.id.bytes[i + 1] = static_cast<std::uint8_t>(n >> (8 * i));
        const auto seq = store->append(static_cast<TimeMs>(n), text("event " + std::to_string(n)), {transaction});
        if (!seq || *seq != n) ::_exit(2);
        const std::uint64_t acknowledged = n + 1;
        if (::write(out, &acknowledged, sizeof acknowledged) != sizeof acknowledged) ::_exit(3);
    }
}

} // namespace

TEST_CASE("killedAtAnyInstantTheHubKeepsAllThatItAcknowledged") {
    Folder folder;
    const auto file = folder.path / "hub.sqlite";
    std::mt19937 random(20260);
    std::uint64_t before = 0;
    for (int round = 0; round < 10; ++round) {
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) appendForEver(file, pipe[1]);
        ::close(pipe[1]);
        // Killed between two acknowledgements, at a point of the work that the scheduler chooses.
        const std::uint64_t killAfter = before + 1 + random() % 60;
        std::uint64_t acknowledged = 0;
        std::uint64_t latest = 0;
        bool killed = false;
        while (::read(pipe[0], &latest, sizeof latest) == sizeof latest) {
            acknowledged = latest;
            if (!killed && acknowledged >= killAfter) killed = ::kill(child, SIGKILL) == 0;
        }
        ::close(pipe[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(WIFSIGNALED(status));

        CAPTURE(round);
        HubStore store = mustOpenHub(file);
        CHECK(store.length() >= acknowledged);
        CHECK(store.length() <= acknowledged + 1);
        CHECK(eventsOf(store).size() == store.length());
        const auto audit = store.audit();
        REQUIRE(audit.ok());
        CHECK(audit->transactions == store.length());
        CHECK(store.accounts()->at(Account::peer(idOf<PeerId>(1))) ==
              Amount::credits(static_cast<std::int64_t>(store.length())));
        before = store.length();
    }
    CHECK(before >= 10);
}
