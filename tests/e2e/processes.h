// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/identity.h"
#include "e2e/process.h"

#include <algorithm>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

/// A whole market on loopback, each party a process with a directory of its own, for tests.
namespace unchained::e2e {

inline const std::string kCheater = BIN_DIR "/unchained-cheater";

/// unchained-node with a worker beside it that dies at whatever it is asked.
inline std::string programWithDyingWorker(const Folder& into) {
    std::filesystem::copy_file(kNode, into / "unchained-node");
    const std::string worker = into / "unchained-worker";
    writeText(worker, "#!/bin/sh\nexit 1\n");
    std::filesystem::permissions(worker, std::filesystem::perms::owner_all);
    return into / "unchained-node";
}

/// A process that runs until it is told to end. What it prints is read all the time, so that it never waits for us.
class Daemon {
public:
    Daemon(const std::string& program, std::vector<std::string> arguments) {
        std::array<int, 2> pipe{};
        REQUIRE(::pipe2(pipe.data(), O_CLOEXEC) == 0);
        std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "UNCHAINED_PASSPHRASE="};
        arguments.insert(arguments.begin(), program);
        std::vector<char*> argv = pointers(arguments), envp = pointers(environment);
        m_pid = ::fork();
        REQUIRE(m_pid >= 0);
        if (m_pid == 0) {
            ::dup2(::open("/dev/null", O_RDONLY), STDIN_FILENO);
            ::dup2(pipe[1], STDOUT_FILENO);
            ::dup2(pipe[1], STDERR_FILENO);
            ::execve(program.c_str(), argv.data(), envp.data());
            ::_exit(127);
        }
        ::close(pipe[1]);
        m_reader = std::thread([this, fd = pipe[0]] { read(fd); });
    }
    ~Daemon() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        m_reader.join();
    }
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// Everything up to the end of the line in which `text` stands for the nth time; fails the test when it never
    /// comes.
    std::string waitFor(const std::string& text, int times = 1) {
        std::unique_lock lock(m_mutex);
        std::size_t end = std::string::npos;
        const auto there = [&] {
            std::size_t at = 0;
            for (int i = 0; i < times; ++i) {
                at = m_out.find(text, i == 0 ? 0 : at + 1);
                if (at == std::string::npos) return false;
            }
            end = m_out.find('\n', at);
            return end != std::string::npos;
        };
        m_more.wait_for(lock, kPatience, [&] { return there() || m_ended; });
        REQUIRE_MESSAGE(there(), "never said '", text, "': ", m_out);
        return m_out.substr(0, end);
    }
    [[nodiscard]] pid_t id() const { return m_pid; }
    void signal(int number) const { ::kill(m_pid, number); }
    /// Exit status; 128 + signal for one that was killed. Fails the test when it does not end.
    int wait() {
        {
            std::unique_lock lock(m_mutex);
            const bool ended = m_more.wait_for(lock, kPatience, [&] { return m_ended; });
            REQUIRE_MESSAGE(ended, "did not end: ", m_out);
        }
        int status = 0;
        REQUIRE(::waitpid(m_pid, &status, 0) == m_pid);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    [[nodiscard]] std::string output() {
        const std::scoped_lock lock(m_mutex);
        return m_out;
    }

private:
    static constexpr std::chrono::seconds kPatience{60};

    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> out;
        for (std::string& text : texts)
            out.push_back(text.data());
        out.push_back(nullptr);
        return out;
    }

    void read(int fd) {
        std::array<char, 4096> buffer{};
        for (;;) {
            const auto got = ::read(fd, buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR) continue;
            const std::scoped_lock lock(m_mutex);
            if (got > 0) m_out.append(buffer.data(), static_cast<std::size_t>(got));
            m_ended = got <= 0;
            m_more.notify_all();
            if (m_ended) break;
        }
        ::close(fd);
    }

    pid_t m_pid = -1;
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::string m_out;
    bool m_ended = false;
    std::thread m_reader;
};

/// A hub, a renter, and hosts that come and go. Each party that is named has 1,000 credits.
class Market {
public:
    static constexpr const char* kListed = "listed: waiting for a renter";
    static constexpr std::int64_t kCredits = 1'000'000'000; ///< micro-credits of each party

    /// Silence is found after `grace` seconds; the other periods are of seconds too.
    /// @param hubsOwn  lines of the hub's terms that are no renter's
    /// @param hubWords  more options of the hub; "@name" is that party's peer
    /// @param program   of hub and hosts, with its worker beside it
    explicit Market(const std::vector<std::string>& hosts, int grace = 10, const std::string& hubsOwn = "",
                    const std::vector<std::string>& hubWords = {}, const std::string& program = kNode)
        : m_program(program) {
        const std::string periods = "release = \"5s\"\nopening = \"10s\"\nsecret = \"3s\"\nbond = \"1s\"\ngrace = \"" +
                                    std::to_string(grace) + "s\"\n";
        writeText(m_folder / "terms.toml", periods);
        writeText(m_folder / "hub.toml", periods + hubsOwn);
        m_hubWords = {"--json",   "--data-dir",  directory("hub"), "hub",
                      "--listen", "127.0.0.1:0", "--terms",        m_folder / "hub.toml"};
        m_hubWords.insert(m_hubWords.end(), hubWords.begin(), hubWords.end());
        std::vector<std::string> names = hosts;
        names.emplace_back("renter");
        m_peers["hub"] = makeIdentity(directory("hub"));
        for (const std::string& name : names) {
            m_peers[name] = makeIdentity(directory(name));
            m_hubWords.insert(m_hubWords.end(), {"--issue", m_peers[name] + "=1000"});
        }
        for (std::string& word : m_hubWords)
            if (word.starts_with('@')) word = m_peers.at(word.substr(1));
        startHub();
        const std::string text = m_hub->waitFor("\"address\"");
        const auto at = text.rfind('{');
        m_address = nlohmann::json::parse(text.substr(at))["address"];
        *std::find(m_hubWords.begin(), m_hubWords.end(), "127.0.0.1:0") = m_address.substr(0, m_address.find('#'));
    }
    /// Once the one before has ended: at the same address, with its books.
    void startHub() { m_hub = std::make_unique<Daemon>(m_program, m_hubWords); }

    [[nodiscard]] const std::string& address() const { return m_address; }
    [[nodiscard]] Daemon& hub() { return *m_hub; }
    [[nodiscard]] std::string peer(const std::string& name) const { return m_peers.at(name); }
    [[nodiscard]] std::string directory(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::string file(const std::string& name) const { return m_folder / name; }
    [[nodiscard]] std::string terms() const { return m_folder / "terms.toml"; }

    /// One run of the program on a party's directory, to its end.
    [[nodiscard]] Ended node(const std::string& name, std::vector<std::string> words) const {
        words.insert(words.begin(), {"--json", "--data-dir", directory(name)});
        return run(kNode, words, {{"UNCHAINED_PASSPHRASE", ""}});
    }

    /// A host that has said `until` when this returns.
    Daemon& host(const std::string& name, const std::vector<std::string>& more = {},
                 const std::string& until = kListed) {
        std::vector<std::string> words{"--data-dir", directory(name), "provide", "--hub", m_address, "--name", name};
        if (std::find(more.begin(), more.end(), "--benchmark") == more.end())
            words.insert(words.end(), {"--benchmark", "0"}); // that it works is tried elsewhere
        return listed(m_program, words, more, until);
    }
    Daemon& cheater(const std::string& name, const std::string& kind, const std::vector<std::string>& more = {}) {
        std::vector<std::string> words{"--kind", kind,      "--data-dir", directory(name),
                                       "--hub",  m_address, "--name",     name};
        return listed(kCheater, words, more);
    }

    /// A checker for hire that is on the list when this returns.
    Daemon& checker(const std::string& name, const std::string& stake, bool lies = false) {
        std::vector<std::string> words{"--data-dir", directory(name), "--hub", m_address, "--stake", stake};
        if (lies)
            words.insert(words.begin(), {"--kind", "check"});
        else
            words = {"--json", "--data-dir", directory(name), "check", "--hub", m_address, "--stake", stake};
        m_hosts.push_back(std::make_unique<Daemon>(lies ? kCheater : kNode, words));
        m_hosts.back()->waitFor("on the list");
        return *m_hosts.back();
    }

    [[nodiscard]] std::vector<std::string> rentWords(const std::string& out,
                                                     const std::vector<std::string>& more) const {
        std::vector<std::string> words{"rent", "--hub", m_address, "--terms", terms(), "--out", m_folder / out};
        if (std::find(more.begin(), more.end(), "--job") == more.end()) words.insert(words.end(), {"--job", kTinyJob});
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    [[nodiscard]] Ended rent(const std::string& out, const std::vector<std::string>& more = {}) const {
        return node("renter", rentWords(out, more));
    }
    /// A rental that is under way when this returns; it prints no JSON.
    std::unique_ptr<Daemon> startRent(const std::string& out, const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words{"--data-dir", directory("renter")};
        for (const std::string& word : rentWords(out, more))
            words.push_back(word);
        return std::make_unique<Daemon>(kNode, words);
    }
    [[nodiscard]] nlohmann::json listing(const std::string& name) const {
        const auto list = node("renter", {"listings", "--hub", m_address}).json();
        for (const auto& row : list)
            if (row["peer"] == peer(name)) return row;
        return nullptr;
    }
    [[nodiscard]] nlohmann::json audit(const std::string& name) const { return node(name, {"ledger", "audit"}).json(); }
    [[nodiscard]] nlohmann::json verify(const std::string& out,
                                        const std::vector<std::string>& more = {"--all"}) const {
        std::vector<std::string> words{"--json", "--data-dir", directory("nobody"), "verify", m_folder / out};
        words.insert(words.end(), more.begin(), more.end());
        const Ended ended = run(kNode, words);
        auto document = ended.json();
        document["status"] = ended.status;
        return document;
    }
    /// Of the hub's books: free credits of a party; what is locked, burned or earned by the hub stands apart.
    [[nodiscard]] nlohmann::json books() const { return node("hub", {"ledger", "balance"}).json(); }
    [[nodiscard]] std::int64_t balance(const std::string& name) const {
        return books()["peers"].value(peer(name), std::int64_t{0});
    }

private:
    Daemon& listed(const std::string& program, std::vector<std::string> words, const std::vector<std::string>& more,
                   const std::string& until = kListed) {
        if (std::find(more.begin(), more.end(), "--price") == more.end())
            words.insert(words.end(), {"--price", "3600"});
        words.insert(words.end(), more.begin(), more.end());
        m_hosts.push_back(std::make_unique<Daemon>(program, words));
        m_hosts.back()->waitFor(until);
        return *m_hosts.back();
    }

    std::string m_program;
    std::vector<std::string> m_hubWords;
    Folder m_folder;
    std::map<std::string, std::string> m_peers;
    std::string m_address;
    std::unique_ptr<Daemon> m_hub;
    std::vector<std::unique_ptr<Daemon>> m_hosts;
};

} // namespace unchained::e2e
