// SPDX-License-Identifier: Apache-2.0
// A disk that is full, under each of the programs: what was acknowledged before is there, and all carry on when there
// is room again. The disk is made full by a library that answers ENOSPC (full_disk.cpp): a file system of its own,
// small enough to be filled, can be mounted by root alone, and a limit on the size of files is another error.
#include "e2e/trio.h"

using namespace unchained::e2e;

namespace {

/// The file beside a directory that makes its disk full.
class Full {
public:
    explicit Full(const std::string& directory) : m_flag(directory + ".full") { writeText(m_flag, ""); }
    ~Full() { std::filesystem::remove(m_flag); }
    Full(const Full&) = delete;
    Full& operator=(const Full&) = delete;

private:
    std::string m_flag;
};

Environment on(const std::string& directory) {
    return {{"LD_PRELOAD", FULL_DISK_LIBRARY}, {"FULL_DISK", directory}};
}

constexpr const char* kFreeSome = ": the disk is full: nothing was written; free space there, or choose another "
                                  "directory with --data-dir, and start again\n";

/// A market in which the disk of each party can be full.
struct Disks : Trio {
    Disks() : Trio(kShortTerms) {
        for (const Role role : {Hub, Host, Renter})
            preload(role, on(directory(role)));
        startHub();
        startHost();
        expect(Host, "listed: waiting");
    }
    /// A party has ended because it could write no more, and says so.
    void endsFull(Role role, const std::string& file) {
        const Ended ended = reap(role);
        CHECK(ended.status == 4);
        CHECK_MESSAGE(ended.err.find("unchained-node: " + directory(role) + file + kFreeSome) != std::string::npos,
                      ended.err);
        // The same for scripts, in the last document (a hub's first one is its address).
        const std::size_t before = ended.out.rfind('\n', ended.out.size() - 2);
        const auto last =
            nlohmann::json::parse(ended.out.substr(before == std::string::npos ? 0 : before + 1), nullptr, false);
        REQUIRE_MESSAGE((last.is_object() && last.contains("error")), ended.out);
        CHECK(last["error"]["subject"] == directory(role) + file);
    }
};

} // namespace

TEST_CASE("a hub on a full disk says nothing that it could not write, ends, and is as it was when there is room") {
    Disks market;
    const std::vector<std::string> pay{"pay", "--hub", market.address(), market.peer(Trio::Host), "5"};
    {
        const Full full(market.directory(Trio::Hub));
        CHECK(market.tool(Trio::Renter, pay).status == 4);
        market.endsFull(Trio::Hub, "/hub.sqlite");
    }
    market.startHub();
    const auto mine = [&] { return market.books()["peers"][market.peer(Trio::Renter)].get<std::int64_t>(); };
    CHECK(mine() == 1'000'000'000);
    const bool paid = market.until([&] { return market.tool(Trio::Renter, pay).status == 0; });
    CHECK(paid);
    CHECK(mine() == 995'000'000); // the payment that was under way, and no second one
    checkEnd(market);
}

TEST_CASE("hub, host and renter run out of room in mid-rental, one after the other, and the rental is completed") {
    Disks market;
    const std::string out = market.file("out");
    market.rent(shortJob(market), out);
    market.untilClaims(2);
    {
        const Full full(market.directory(Trio::Host));
        market.endsFull(Trio::Host, "/peer.sqlite");
    }
    market.startHost();
    market.expect(Trio::Host, "taking up contract");
    market.untilClaims(5);
    {
        const Full full(market.directory(Trio::Renter));
        market.endsFull(Trio::Renter, "/peer.sqlite");
        CHECK(market.tool(Trio::Renter, {"jobs"}).json()["jobs"][0]["open"] == true);
    }
    market.resume();
    market.untilClaims(8);
    {
        const Full full(market.directory(Trio::Hub));
        market.endsFull(Trio::Hub, "/hub.sqlite");
    }
    market.startHub();
    CHECK(checkComplete(market, out)["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a result for which there is no room is written by resume") {
    Disks market;
    const std::string results = market.file("results"), out = results + "/out";
    std::filesystem::create_directory(results);
    market.preload(Trio::Renter, on(results));
    {
        const Full full(results);
        market.rent(shortJob(market), out);
        const Ended ended = market.reap(Trio::Renter);
        CHECK(ended.status == 4);
        const std::string words = out + ".partial/model.safetensors: cannot be written: No space left on device; check "
                                        "the directory and the free space, then run resume";
        CHECK_MESSAGE(ended.err.find("unchained-node: " + words + "\n") != std::string::npos, ended.err);
        CHECK(ended.json()["error"]["sentence"] == "cannot be written: No space left on device");
        CHECK(std::filesystem::is_empty(results)); // no half of it takes up what room there is
    }
    market.resume();
    CHECK(checkComplete(market, out)["contracts"].size() == 1);
    checkEnd(market);
}

TEST_CASE("a directory that has no room from the beginning is refused before anything is asked of a hub") {
    Folder folder;
    Environment environment = on(folder / "data");
    environment["UNCHAINED_PASSPHRASE"] = "";
    const Full full(folder / "data");
    const Ended keys = run(kNode, {"--data-dir", folder / "data", "--json", "keys", "new"}, environment);
    CHECK(keys.status == 4);
    CHECK(keys.err == "unchained-node: " + (folder / "data/identity.key") +
                          ": cannot be written: No space left on device; make room on the disk\n");
    for (const auto& left : std::filesystem::directory_iterator(folder / "data"))
        CHECK(left.path().filename() == "lock");
}

TEST_CASE("a limit on the size of files, and a standard output that is full, are errors and not deaths") {
    Folder folder;
    const std::string node = kNode + " --data-dir " + (folder / "data");
    const auto shell = [&](const std::string& line) {
        return run("/bin/sh", {"-c", line}, {{"UNCHAINED_PASSPHRASE", ""}});
    };
    const Ended full = shell(node + " keys new > /dev/full");
    CHECK(full.status == 4);
    CHECK(full.err == "unchained-node: standard output: cannot be written\n");
    const Ended limited = shell("ulimit -f 8; " + node + " rent --hub 127.0.0.1:9#" + std::string(64, 'a') +
                                " --job digits --out " + (folder / "out"));
    CHECK(limited.status == 4);
    CHECK_MESSAGE(limited.err == "unchained-node: " + (folder / "data/peer.sqlite") +
                                     ": the disk reported an error: disk I/O error; check the disk, its free space and "
                                     "your quota, and start again\n",
                  limited.err);
}
