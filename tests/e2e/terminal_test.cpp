// SPDX-License-Identifier: Apache-2.0
// What a person at a terminal meets; everything else here reads from pipes.
#include "e2e/process.h"

#include <pty.h>
#include <termios.h>

using namespace unchained::e2e;

namespace {

/// A program on a terminal of its own.
class Terminal {
public:
    explicit Terminal(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), kNode);
        std::vector<char*> argv;
        for (std::string& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        std::array<char*, 1> none{nullptr};
        m_pid = ::forkpty(&m_terminal, nullptr, nullptr, nullptr);
        REQUIRE(m_pid >= 0);
        if (m_pid == 0) {
            ::execve(kNode.c_str(), argv.data(), none.data());
            ::_exit(127);
        }
    }
    ~Terminal() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        ::close(m_terminal);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Waits until this is on the screen.
    void expect(const std::string& text) {
        while (m_screen.find(text) == std::string::npos)
            REQUIRE_MESSAGE(readSome(), "never said '", text, "': ", m_screen);
    }
    void type(const std::string& text) const {
        REQUIRE(::write(m_terminal, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
    void signal(int number) const { ::kill(m_pid, number); }
    [[nodiscard]] bool echoes() const {
        termios now{};
        REQUIRE(::tcgetattr(m_terminal, &now) == 0);
        return (now.c_lflag & ECHO) != 0;
    }
    int wait() {
        while (readSome()) {
        }
        int status = 0;
        REQUIRE(::waitpid(m_pid, &status, 0) == m_pid);
        m_pid = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    [[nodiscard]] const std::string& screen() const { return m_screen; }

private:
    /// False when the program has let go of the terminal, or says nothing for a minute.
    bool readSome() {
        pollfd watched{m_terminal, POLLIN, 0};
        if (::poll(&watched, 1, 60'000) <= 0) return false;
        std::array<char, 1024> buffer{};
        const auto got = ::read(m_terminal, buffer.data(), buffer.size());
        if (got > 0) m_screen.append(buffer.data(), static_cast<std::size_t>(got));
        return got > 0;
    }

    pid_t m_pid = -1;
    int m_terminal = -1;
    std::string m_screen;
};

} // namespace

TEST_CASE("at a terminal keys new asks twice for a passphrase and does not show it") {
    Folder folder;
    const std::string data = folder / "data", words = "correct horse";
    Terminal terminal({"--data-dir", data, "keys", "new"});
    terminal.expect("Passphrase (empty: none): ");
    CHECK_FALSE(terminal.echoes());
    terminal.type(words + "\n");
    terminal.expect("Once more: ");
    terminal.type(words + "\n");
    CHECK(terminal.wait() == 0);
    CHECK(terminal.screen().find("correct") == std::string::npos);
    CHECK(terminal.screen().find("fingerprint") != std::string::npos);
    CHECK(terminal.echoes());
    const std::vector<std::string> show{"--data-dir", data, "keys", "show"};
    CHECK(run(kNode, show, {{"UNCHAINED_PASSPHRASE", words}}).status == 0);
    CHECK(run(kNode, show, {{"UNCHAINED_PASSPHRASE", "x"}}).status == 2);
}

TEST_CASE("two entries that differ make no key") {
    Folder folder;
    Terminal terminal({"--data-dir", folder / "data", "keys", "new"});
    terminal.expect("Passphrase (empty: none): ");
    terminal.type("correct horse\n");
    terminal.expect("Once more: ");
    terminal.type("correct house\n");
    CHECK(terminal.wait() == 2);
    CHECK(terminal.screen().find("unchained-node: passphrase: the two entries differ; start again") !=
          std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "data/identity.key"));
}

TEST_CASE("a signal at the prompt ends the program, and the terminal shows again what is typed") {
    Folder folder;
    Terminal terminal({"--data-dir", folder / "data", "keys", "new"});
    terminal.expect("Passphrase (empty: none): ");
    REQUIRE_FALSE(terminal.echoes());
    terminal.signal(SIGTERM);
    CHECK(terminal.wait() == 0);
    CHECK(terminal.echoes());
    CHECK_FALSE(std::filesystem::exists(folder / "data/identity.key"));
}
