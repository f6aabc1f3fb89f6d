// SPDX-License-Identifier: Apache-2.0
#include "storage/peer_store.h"

#include "storage/database.h"
#include "storage_fixture.h"

using namespace unchained;
using namespace unchained::storage;

namespace {

PeerStore mustOpenPeer(const std::filesystem::path& file) {
    auto store = PeerStore::open(file);
    if (!store) FAIL(store.error().text());
    return std::move(*store);
}

SessionRow sessionOf(std::uint8_t contract, Role role) {
    return {idOf<ContractId>(contract), role, text("parameters"), 100 + contract, false, "", "/out", std::nullopt};
}

} // namespace

TEST_CASE("sessionsAndTheirLogsAreThereAfterReopening") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    const auto one = idOf<ContractId>(1);
    const auto two = idOf<ContractId>(2);
    {
        PeerStore store = mustOpenPeer(file);
        const auto job = store.addJob(50, text("options"), "/out");
        REQUIRE(job.ok());
        SessionRow renter = sessionOf(1, Role::Renter);
        renter.job = *job;
        REQUIRE(store.addSession(sessionOf(2, Role::Provider)).ok());
        REQUIRE(store.addSession(renter).ok());
        CHECK(store.addSession(renter).error().is(StorageError::Conflict));
        REQUIRE(store.append(one, 0, 10, text("a")).ok());
        REQUIRE(store.append(two, 0, 11, text("x")).ok());
        REQUIRE(store.append(one, 1, 12, text("b")).ok());
        REQUIRE(store.markDone(two, "completed").ok());
        CHECK(store.markDone(idOf<ContractId>(9), "completed").error().is(StorageError::NotFound));
    }
    const PeerStore store = mustOpenPeer(file);
    const auto open = store.sessions(true);
    REQUIRE(open.ok());
    REQUIRE(open->size() == 1);
    CHECK(open->front().contract == one);
    CHECK(open->front().role == Role::Renter);
    CHECK(open->front().job == 1);
    CHECK(open->front().parameters == text("parameters"));
    const auto all = store.sessions(false);
    REQUIRE(all->size() == 2);
    CHECK(all->at(1).outcome == "completed");
    CHECK(all->at(1).role == Role::Provider);
    CHECK_FALSE(all->at(1).job.has_value());
    CHECK((*store.session(two))->done);
    CHECK_FALSE(store.session(idOf<ContractId>(9))->has_value());

    std::string log;
    const auto read = store.forEach(one, [&](std::uint64_t seq, TimeMs time, ByteView event) -> Result<void> {
        log += std::to_string(seq) + "@" + std::to_string(time) + std::string(asText(event)) + " ";
        return {};
    });
    CHECK(read.ok());
    CHECK(log == "0@10a 1@12b ");
}

TEST_CASE("anEventOutOfTurnIsRefused") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    PeerStore store = mustOpenPeer(file);
    const auto one = idOf<ContractId>(1);
    CHECK(store.append(one, 0, 1, text("no such contract")).error().is(StorageError::Conflict));
    REQUIRE(store.addSession(sessionOf(1, Role::Provider)).ok());
    const auto early = store.append(one, 1, 1, text("a"));
    REQUIRE_FALSE(early.ok());
    CHECK(early.error().is(StorageError::Conflict));
    CHECK(early.error().sentence.str() == "event 1 is not the next one of contract " + toHex(one.view()));
    for (std::uint64_t seq = 0; seq < 3; ++seq)
        REQUIRE(store.append(one, seq, 1, text("a")).ok());
    CHECK(store.append(one, 2, 1, text("a")).error().is(StorageError::Conflict));

    sqlOn(file, {"DELETE FROM session_log WHERE seq = 1"});
    const auto read = store.forEach(one, [](std::uint64_t, TimeMs, ByteView) -> Result<void> { return {}; });
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().is(StorageError::Damaged));
}

TEST_CASE("openJobsAreThoseToCarryOn") {
    Folder folder;
    PeerStore store = mustOpenPeer(folder.path / "peer.sqlite");
    for (const TimeMs created : {1, 2, 3})
        REQUIRE(store.addJob(created, text("o"), "/d").ok());
    REQUIRE(store.setJobState(1, JobState::Finished).ok());
    REQUIRE(store.setJobState(3, JobState::Running).ok());
    CHECK(store.setJobState(4, JobState::Running).error().is(StorageError::NotFound));
    const auto open = store.openJobs();
    REQUIRE(open->size() == 2);
    CHECK(open->at(0).id == 2);
    CHECK(open->at(0).state == JobState::New);
    CHECK(open->at(1).state == JobState::Running);
    CHECK(store.jobs()->size() == 3);
    CHECK((*store.job(1))->state == JobState::Finished);
    CHECK((*store.job(1))->options == text("o"));
    CHECK_FALSE(store.job(4)->has_value());
    CHECK_FALSE(open->at(1).cancelled);
    REQUIRE(store.cancelJob(3).ok());
    CHECK(store.cancelJob(4).error().is(StorageError::NotFound));
    REQUIRE(store.setJobState(3, JobState::Running).ok());
    CHECK((*store.job(3))->cancelled);
    CHECK((*store.job(3))->state == JobState::Running); // open until its contract is left
}

TEST_CASE("jobsOfTheFirstFormatAreTakenOverAndNotCancelled") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    {
        Schema first = Schema::builtIn("peer", 0x556e5072);
        first.migrations.resize(1);
        auto database = Database::open(file, first, Database::Access::ReadWrite);
        REQUIRE(database.ok());
        REQUIRE(
            (*database)->run("INSERT INTO jobs (created, options, directory, state) VALUES (1, x'00', '/d', 'new')"));
    }
    const PeerStore store = mustOpenPeer(file);
    REQUIRE(store.openJobs()->size() == 1);
    CHECK_FALSE(store.openJobs()->front().cancelled);
    CHECK(std::filesystem::exists(folder.path / "peer.sqlite.before-3"));
}

TEST_CASE("whoIsBlockedStaysSoUntilItIsTakenBack") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    const PeerId one = idOf<PeerId>(1), two = idOf<PeerId>(2);
    {
        PeerStore store = mustOpenPeer(file);
        REQUIRE(store.block(one, 1).ok());
        REQUIRE(store.block(two, 1).ok());
        REQUIRE(store.block(one, 2).ok());
        REQUIRE(store.unblock(two).ok());
        REQUIRE(store.unblock(two).ok());
    }
    CHECK(*mustOpenPeer(file).blocked() == std::set<PeerId>{one});
}

TEST_CASE("aCommandIsKeptOnceUntilItIsAnswered") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    const CommandRow pay{idOf<CommandId>(7), "hub:1#f", "pay", text("body")};
    const CommandRow rate{idOf<CommandId>(3), "hub:1#f", "rate", {}};
    {
        PeerStore store = mustOpenPeer(file);
        CHECK(*store.addCommand(pay));
        CHECK(*store.addCommand(rate));
        CHECK(*store.addCommand(pay));
        CommandRow other = pay;
        other.hub = "hub:2#f";
        const auto refused = store.addCommand(other);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().is(StorageError::Conflict));
    }
    PeerStore store = mustOpenPeer(file);
    CHECK(*store.openCommands() == std::vector<CommandRow>{pay, rate});
    REQUIRE(store.finishCommand(pay.id).ok());
    REQUIRE(store.finishCommand(pay.id).ok());
    CHECK(*store.openCommands() == std::vector<CommandRow>{rate});
    CHECK_FALSE(*store.addCommand(pay));
}

TEST_CASE("whatAHubSaidIsReplacedByWhatItSaysLater") {
    Folder folder;
    PeerStore store = mustOpenPeer(folder.path / "peer.sqlite");
    const AccountLine first{1, 10, "issue", Amount::credits(5), Amount::credits(5)};
    const AccountLine second{4, 20, "pay", Amount::credits(-2), Amount::credits(3)};
    const AccountLine corrected{4, 20, "pay", Amount::credits(-1), Amount::credits(4)};
    REQUIRE(store.appendStatement("h", std::vector{first, second}).ok());
    REQUIRE(store.appendStatement("other", std::vector{second}).ok());
    REQUIRE(store.appendStatement("h", std::vector{corrected}).ok());
    CHECK(*store.statement("h") == std::vector<AccountLine>{first, corrected});
    REQUIRE(store.replaceStatement("h", std::vector{second}).ok());
    CHECK(*store.statement("h") == std::vector<AccountLine>{second});
    CHECK(*store.statement("other") == std::vector<AccountLine>{second});

    CHECK(store.balances()->empty());
    REQUIRE(store.setBalance("h", {Amount::credits(1), Amount::credits(2), 3}).ok());
    REQUIRE(store.setBalance("h", {Amount::credits(4), Amount::credits(5), 6}).ok());
    CHECK(*store.balances() == std::map<std::string, PeerBalance>{{"h", {Amount::credits(4), Amount::credits(5), 6}}});
}

TEST_CASE("usageAddsUpByPhase") {
    Folder folder;
    PeerStore store = mustOpenPeer(folder.path / "peer.sqlite");
    const auto one = idOf<ContractId>(1);
    REQUIRE(store.addSession(sessionOf(1, Role::Provider)).ok());
    REQUIRE(store.addUsage(one, "train", 5).ok());
    REQUIRE(store.addUsage(one, "commit", 7).ok());
    REQUIRE(store.addUsage(one, "train", 6).ok());
    CHECK(*store.usage(one) == std::map<std::string, std::uint64_t>{{"commit", 7}, {"train", 11}});
}

TEST_CASE("aReaderOfThePeersFileWorksBesideItsWriter") {
    Folder folder;
    const auto file = folder.path / "peer.sqlite";
    PeerStore writer = mustOpenPeer(file);
    const auto reader = PeerStore::openReadOnly(file);
    REQUIRE(reader.ok());
    REQUIRE(writer.addJob(1, text("o"), "/d").ok());
    CHECK(reader->jobs()->size() == 1);
    // A hub's file in the place of a peer's.
    sqlOn(folder.path / "wrong.sqlite", {"PRAGMA application_id=1433290850", "CREATE TABLE log (seq INTEGER)"});
    CHECK(PeerStore::open(folder.path / "wrong.sqlite").error().is(StorageError::NotOurs));
}
