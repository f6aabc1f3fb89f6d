// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/identity.h"
#include "e2e/process.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

/// A whole market of real processes on loopback whose parties die and come back, for tests.
namespace unchained::e2e {

/// Processes whose parent is `parent`, without those that have ended: the workers of a program.
inline std::vector<pid_t> childrenOf(pid_t parent) {
    std::vector<pid_t> out;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", failure)) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        std::ifstream file(entry.path() / "stat");
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        const std::size_t end = text.rfind(')'); // "pid (name) state parent ..."
        if (end == std::string::npos || end + 4 >= text.size() || text[end + 2] == 'Z') continue;
        if (std::atoi(text.c_str() + end + 4) == parent) out.push_back(std::atoi(name.c_str()));
    }
    return out;
}

/// One hub, one host and one renter, each in a directory of its own, started again and again with the same command.
class Trio {
public:
    enum Role : std::size_t { Hub, Host, Renter, kRoles };
    static constexpr const char* kNames[kRoles] = {"hub", "host", "renter"};
    using Clock = std::chrono::steady_clock;
    using Ms = std::chrono::milliseconds;

    explicit Trio(const std::string& terms) {
        writeText(file("terms.toml"), terms);
        for (const Role role : {Hub, Host, Renter})
            m_peers[role] = makeIdentity(directory(role));
    }

    [[nodiscard]] std::string file(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::string directory(Role role) const { return file(kNames[role]); }
    [[nodiscard]] const std::string& peer(Role role) const { return m_peers[role]; }
    [[nodiscard]] const std::string& address() const { return m_address; }

    /// A short command on a party's directory.
    [[nodiscard]] Ended tool(Role role, std::vector<std::string> words) const {
        words.insert(words.begin(), {"--json", "--data-dir", directory(role)});
        return run(kNode, std::move(words), kEnvironment);
    }

    /// Added to a party's environment from its next start on.
    void preload(Role role, const Environment& added) { m_added[role] = added; }

    /// From its next start on.
    void hubOptions(std::vector<std::string> words) { m_hubOptions = std::move(words); }
    void startHub() {
        std::vector<std::string> words{"hub", "--listen", "127.0.0.1:" + m_port, "--terms", file("terms.toml")};
        for (const Role role : {Host, Renter})
            words.insert(words.end(), {"--issue", m_peers[role] + "=1000"});
        words.insert(words.end(), m_hubOptions.begin(), m_hubOptions.end());
        begin(Hub, words);
        if (!m_address.empty()) return;
        m_address = nlohmann::json::parse(m_running[Hub]->line())["address"].get<std::string>();
        const std::size_t colon = m_address.find(':');
        m_port = m_address.substr(colon + 1, m_address.find('#') - colon - 1);
    }
    /// For a hub that is not there yet: a port that was free a moment ago, and the fingerprint of a key made now.
    void knowHubBefore() {
        startHub();
        end(Hub, SIGTERM);
    }
    void startHost() {
        begin(Host, {"provide", "--hub", m_address, "--name", "host", "--price", "10000", "--benchmark", "0"});
    }
    /// The host alone is asked, also for the rest of a contract that ended early.
    void rent(const std::string& job, const std::string& out, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"rent", "--hub", m_address, "--job", job, "--terms", file("terms.toml"),
                                   "--provider", m_peers[Host], "--out", out});
        begin(Renter, more);
    }
    void resume(std::vector<std::string> more = {}) {
        more.insert(more.begin(), "resume");
        begin(Renter, more);
    }
    void cancel(const std::string& id) { begin(Renter, {"cancel", id}); }

    [[nodiscard]] bool runs(Role role) const { return m_running[role] != nullptr; }
    [[nodiscard]] pid_t id(Role role) const { return m_running.at(role)->id(); }
    void signal(Role role, int number) const { m_running.at(role)->signal(number); }
    /// Signals and waits for the end.
    Ended end(Role role, int number) {
        signal(role, number);
        return reap(role);
    }
    /// Waits for the end of a party.
    Ended reap(Role role, std::chrono::seconds patience = std::chrono::seconds(120)) {
        const bool ended = until([&] { return m_ended[role]; }, patience);
        if (!ended) say();
        REQUIRE_MESSAGE(ended, std::string(kNames[role]), " did not end");
        const Ended out = m_running[role]->wait();
        m_running[role].reset();
        return out;
    }
    [[nodiscard]] bool hasEnded(Role role) const { return m_ended[role]; }

    /// What a party has printed since its last start, both streams.
    [[nodiscard]] std::string text(Role role) const {
        if (!m_running[role]) return {};
        return m_running[role]->soFar().out + m_running[role]->soFar().err;
    }
    [[nodiscard]] bool said(Role role, const std::string& words) const {
        return text(role).find(words) != std::string::npos;
    }
    /// Lines of all parties since the beginning.
    [[nodiscard]] std::size_t lines() const { return m_lines; }

    /// Listens to all parties until `enough`; false when the time is over before.
    bool until(const std::function<bool()>& enough, Clock::duration patience = std::chrono::seconds(60)) {
        const auto last = Clock::now() + patience;
        while (!enough()) {
            const auto left = std::chrono::duration_cast<Ms>(last - Clock::now()).count();
            if (left <= 0) return false;
            listen(static_cast<int>(left));
        }
        return true;
    }
    /// A party says it within the time, or the test fails.
    void expect(Role role, const std::string& words, std::chrono::seconds patience = std::chrono::seconds(60)) {
        const bool came = until([&] { return said(role, words) || m_ended[role]; }, patience) && said(role, words);
        if (!came) say();
        REQUIRE_MESSAGE(came, std::string(kNames[role]), " did not say: ", words);
    }
    /// So many claims were filed since the hub's last start: something is trained, and not all.
    void untilClaims(std::size_t count) {
        const auto filed = [&] {
            const std::string all = text(Hub);
            std::size_t found = 0;
            for (std::size_t at = all.find(": claim"); at != std::string::npos; at = all.find(": claim", at + 1))
                ++found;
            return found >= count;
        };
        const bool came = until(filed);
        if (!came) say();
        REQUIRE(came);
    }
    /// The last words of all, for a test that fails.
    void say() const {
        for (std::size_t role = 0; role < kRoles; ++role) {
            const std::string all = m_past[role] + text(static_cast<Role>(role));
            MESSAGE(std::string(kNames[role]), ":\n", all.substr(all.size() - std::min<std::size_t>(all.size(), 6000)));
        }
    }

    [[nodiscard]] nlohmann::json jobs() const { return tool(Renter, {"jobs"}).json(); }
    /// The hub's books, also while it runs.
    [[nodiscard]] nlohmann::json books() const { return tool(Hub, {"ledger", "balance"}).json(); }
    /// Waits until no escrow and no bond is locked.
    void untilAllIsFree() {
        const auto free = [&] { return books()["locked"] == 0; };
        bool all = free();
        for (const auto last = Clock::now() + std::chrono::seconds(60); !all && Clock::now() < last; all = free())
            (void)until([] { return false; }, Ms(100));
        if (!all) say();
        CHECK_MESSAGE(all, "credits are still locked: ", books().dump());
    }
    /// Books that balance, no credit lost, and no more paid out than was won.
    void checkBooks() const {
        for (const Role role : {Hub, Host, Renter}) {
            const Ended audit = tool(role, {"ledger", "audit"});
            CHECK_MESSAGE(audit.status == 0, std::string(kNames[role]), ": ", audit.out, audit.err);
        }
        const auto audit = tool(Hub, {"ledger", "audit"}).json();
        CHECK(audit["audit"] == "ok");
        CHECK(audit["sum"] == 0);
        CHECK_MESSAGE(audit["folded"] == true, audit.dump());
        const auto b = books();
        CHECK(b["issued"] == 2'000'000'000);
        std::int64_t all = 0;
        for (const char* part : {"balance", "locked", "fees", "burned", "pool"})
            all += b[part].get<std::int64_t>();
        CHECK(all == 2'000'000'000);
    }
    /// How many tickets the hub paid, by contract.
    [[nodiscard]] std::map<std::string, std::int64_t> ticketsPaid() const {
        std::map<std::string, std::int64_t> out;
        for (const auto& posting : tool(Hub, {"ledger", "history"}).json()) {
            if (posting["memo"] != "ticket") continue;
            for (const auto& leg : posting["legs"])
                if (leg["gain"].get<std::int64_t>() < 0) ++out[leg["account"].get<std::string>()];
        }
        return out;
    }

private:
    void begin(Role role, std::vector<std::string> words) {
        REQUIRE(!m_running[role]);
        words.insert(words.begin(), {"--json", "--data-dir", directory(role)});
        Environment environment = m_added[role];
        environment.insert(kEnvironment.begin(), kEnvironment.end());
        m_running[role] = std::make_unique<Process>(kNode, words, environment);
        m_ended[role] = false;
        m_heard[role] = 0;
    }

    void listen(int patienceMs) {
        std::vector<pollfd> watched;
        std::vector<Role> whose;
        for (const Role role : {Hub, Host, Renter}) {
            if (!m_running[role]) continue;
            for (const int fd : m_running[role]->watched()) {
                if (fd < 0) continue;
                watched.push_back({fd, POLLIN, 0});
                whose.push_back(role);
            }
        }
        if (::poll(watched.data(), watched.size(), patienceMs) <= 0) return;
        for (const Role role : {Hub, Host, Renter}) {
            bool there = false;
            for (std::size_t i = 0; i < whose.size(); ++i)
                there = there || (whose[i] == role && watched[i].revents != 0);
            if (!there) continue;
            m_ended[role] = !m_running[role]->take();
            const std::string all = text(role);
            const auto count = static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n'));
            m_lines += count - m_heard[role];
            m_heard[role] = count;
            if (m_ended[role]) m_past[role] += all + "-- ended\n";
        }
    }

    static inline const Environment kEnvironment{{"UNCHAINED_PASSPHRASE", ""}};
    Folder m_folder;
    std::array<std::string, kRoles> m_peers, m_past;
    std::array<Environment, kRoles> m_added;
    std::array<std::unique_ptr<Process>, kRoles> m_running;
    std::array<bool, kRoles> m_ended{};
    std::array<std::size_t, kRoles> m_heard{};
    std::size_t m_lines = 0;
    std::string m_address, m_port = "0";
    std::vector<std::string> m_hubOptions;
};

/// Periods of seconds, for parties that are away for a moment only.
inline constexpr const char* kShortTerms =
    "release = \"1s\"\nopening = \"20s\"\nsecret = \"20s\"\nbond = \"1s\"\ngrace = \"20s\"\n";

/// A market with a hub and a host that is listed.
struct Open : Trio {
    explicit Open(const std::string& terms = kShortTerms) : Trio(terms) {
        startHub();
        startHost();
        expect(Host, "listed: waiting");
    }
};

/// The end of a rental that is complete: its report, verified.
inline nlohmann::json checkComplete(Trio& market, const std::string& out, std::int64_t steps = 40) {
    const Ended ended = market.reap(Trio::Renter);
    if (ended.status != 0) market.say();
    REQUIRE_MESSAGE(ended.status == 0, ended.err);
    const auto report = ended.json();
    REQUIRE_MESSAGE(report.is_object(), ended.out);
    CHECK(report["contracts"].back()["outcome"] == "complete");
    CHECK(report["steps"] == steps);
    CHECK(report["tickets"]["paid"] == report["tickets"]["won"]);
    CHECK(report["verification"]["complaints"].empty());
    CHECK(report["out"] == out);
    const Ended verified = market.tool(Trio::Renter, {"verify", out, "--steps", "2"});
    CHECK_MESSAGE(verified.status == 0, verified.out, verified.err);
    return report;
}

/// All is free again, each program ends in time, and the books balance.
inline void checkEnd(Trio& market) {
    market.untilAllIsFree();
    for (const Trio::Role role : {Trio::Host, Trio::Hub}) {
        const auto begin = Trio::Clock::now();
        CHECK(market.end(role, SIGTERM).status == 0);
        CHECK(Trio::Clock::now() - begin < std::chrono::seconds(10));
    }
    market.checkBooks();
}

/// A job of 40 short steps in 20 windows, every second of which wins.
inline std::string shortJob(const Trio& market) {
    return alteredTiny(market.file("short.toml"), {{"epochs = 1000", "epochs = 80"},
                                                   {"steps = 100", "steps = 40"},
                                                   {"window = 4", "window = 2"},
                                                   {"odds = 4", "odds = 2"},
                                                   {"claim_batch = 6", "claim_batch = 4"}});
}

} // namespace unchained::e2e
