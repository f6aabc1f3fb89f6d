// SPDX-License-Identifier: Apache-2.0
#include "unchained_bench/child.h"

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace unchained::bench {

Child::Child(std::vector<std::string> words) {
    std::signal(SIGPIPE, SIG_IGN); // one that has ended is told by its output
    int to[2], from[2];
    if (::pipe2(to, O_CLOEXEC) != 0 || ::pipe2(from, O_CLOEXEC) != 0) return;
    m_pid = ::fork();
    if (m_pid == 0) {
        std::vector<char*> argv;
        for (std::string& word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        ::dup2(to[0], STDIN_FILENO);
        ::dup2(from[1], STDOUT_FILENO);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    m_to = ::fdopen(to[1], "w");
    m_from = ::fdopen(from[0], "r");
}

Child::~Child() {
    if (m_to) std::fclose(m_to);
    if (m_from) std::fclose(m_from);
    if (m_pid > 0) ::waitpid(m_pid, nullptr, 0);
}

void Child::say(const std::string& line) {
    if (!m_to) return;
    std::fprintf(m_to, "%s\n", line.c_str());
    std::fflush(m_to);
}

std::optional<std::string> Child::line() {
    std::string out;
    for (int c = 0; m_from && (c = std::fgetc(m_from)) != EOF; out.push_back(static_cast<char>(c)))
        if (c == '\n') return out;
    return std::nullopt;
}

std::string Child::rest() {
    std::string out;
    for (int c = 0; m_from && (c = std::fgetc(m_from)) != EOF;)
        out.push_back(static_cast<char>(c));
    return out;
}

} // namespace unchained::bench
