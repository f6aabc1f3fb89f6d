// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <map>
#include <poll.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// Real processes for tests: started with their own environment, read without waiting for ever.
namespace unchained::e2e {

inline const std::string kNode = BIN_DIR "/unchained-node";

/// A directory that goes with the object.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "unchained-e2e-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        m_path = name;
    }
    ~Folder() {
        std::error_code failure;
        std::filesystem::remove_all(m_path, failure);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

struct Ended {
    int status = -1; ///< exit status; 128 + signal for one that was killed
    std::string out, err;

    /// Standard output as the one JSON document that it must be.
    [[nodiscard]] nlohmann::json json() const {
        const auto document = nlohmann::json::parse(out, nullptr, false);
        REQUIRE_MESSAGE(!document.is_discarded(), "not one JSON document: ", out, err);
        return document;
    }
};

using Environment = std::map<std::string, std::string>;

/// One running process. Ends it, if nobody did, when the object goes.
class Process {
public:
    Process(const std::string& program, std::vector<std::string> arguments, const Environment& added = {}) {
        std::array<int, 2> out{}, err{};
        REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
        REQUIRE(::pipe2(err.data(), O_CLOEXEC) == 0);
        std::vector<std::string> environment{"PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
        for (const auto& [name, value] : added)
            environment.push_back(name + "=" + value);
        // Sanitizers are told by these what to do.
        for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"})
            if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + "=" + value);
        arguments.insert(arguments.begin(), program);
        std::vector<char*> argv = pointers(arguments), envp = pointers(environment);
        m_pid = ::fork();
        REQUIRE(m_pid >= 0);
        if (m_pid == 0) {
            const int nothing = ::open("/dev/null", O_RDONLY);
            ::dup2(nothing, STDIN_FILENO);
            ::dup2(out[1], STDOUT_FILENO);
            ::dup2(err[1], STDERR_FILENO);
            ::execve(program.c_str(), argv.data(), envp.data());
            ::_exit(127);
        }
        ::close(out[1]);
        ::close(err[1]);
        m_out = out[0];
        m_err = err[0];
    }
    ~Process() {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(m_pid, nullptr, 0);
        }
        ::close(m_out);
        ::close(m_err);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] pid_t id() const { return m_pid; }
    void signal(int number) const { ::kill(m_pid, number); }

    /// The next line of standard output; fails the test when none comes in time or the process ends before.
    std::string line(std::chrono::seconds patience = std::chrono::seconds(60)) {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (true) {
            const std::size_t end = m_ended.out.find('\n', m_read);
            if (end != std::string::npos) {
                std::string out = m_ended.out.substr(m_read, end - m_read);
                m_read = end + 1;
                return out;
            }
            const bool more = readSome(until);
            REQUIRE_MESSAGE(more, "no line came: ", m_ended.out, m_ended.err);
        }
    }

    /// Waits for the end; fails the test when it takes longer.
    Ended wait(std::chrono::seconds patience = std::chrono::seconds(120)) {
        const auto until = std::chrono::steady_clock::now() + patience;
        while (readSome(until)) {
        }
        REQUIRE_MESSAGE(std::chrono::steady_clock::now() < until, "did not end: ", m_ended.out, m_ended.err);
        int status = 0;
        REQUIRE(::waitpid(m_pid, &status, 0) == m_pid);
        m_pid = -1;
        m_ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return m_ended;
    }

    /// Descriptors to wait on for more, for whoever listens to several at once; -1 for a stream that has ended.
    [[nodiscard]] std::array<int, 2> watched() const { return {m_outOpen ? m_out : -1, m_errOpen ? m_err : -1}; }
    /// Takes what is there, which the caller knows of; false once both streams have ended.
    bool take() {
        (void)readSome(std::chrono::steady_clock::now() + std::chrono::seconds(1));
        return m_outOpen || m_errOpen;
    }
    [[nodiscard]] const Ended& soFar() const { return m_ended; }

private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> out;
        for (std::string& text : texts)
            out.push_back(text.data());
        out.push_back(nullptr);
        return out;
    }

    /// False at the end of both pipes, or when the time is over.
    bool readSome(std::chrono::steady_clock::time_point until) {
        std::array<pollfd, 2> watched{pollfd{m_outOpen ? m_out : -1, POLLIN, 0},
                                      pollfd{m_errOpen ? m_err : -1, POLLIN, 0}};
        if (!m_outOpen && !m_errOpen) return false;
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0 || ::poll(watched.data(), watched.size(), static_cast<int>(left)) == 0) return false;
        if (watched[0].revents != 0) m_outOpen = take(m_out, m_ended.out);
        if (watched[1].revents != 0) m_errOpen = take(m_err, m_ended.err);
        return true;
    }

    static bool take(int fd, std::string& into) {
        std::array<char, 4096> buffer{};
        const auto got = ::read(fd, buffer.data(), buffer.size());
        if (got > 0) into.append(buffer.data(), static_cast<std::size_t>(got));
        return got > 0 || (got < 0 && errno == EINTR);
    }

    pid_t m_pid = -1;
    int m_out = -1, m_err = -1;
    bool m_outOpen = true, m_errOpen = true;
    std::size_t m_read = 0; ///< of standard output, by line()
    Ended m_ended;
};

inline Ended run(const std::string& program, std::vector<std::string> arguments, const Environment& added = {}) {
    return Process(program, std::move(arguments), added).wait();
}

inline void writeText(const std::string& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

inline std::string readText(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline const std::string kTinyJob = TESTS_DIR "/jobs/tiny.toml";

/// The tiny job with each `old` as `now`, written to `file`; its name.
inline std::string alteredTiny(const std::string& file, std::vector<std::pair<std::string, std::string>> changes) {
    changes.emplace_back("../../resources", SOURCE_DIR "/resources");
    std::string text = readText(kTinyJob);
    for (const auto& [old, now] : changes) {
        const std::size_t at = text.find(old);
        REQUIRE(at != std::string::npos);
        text.replace(at, old.size(), now);
    }
    writeText(file, text);
    return file;
}

} // namespace unchained::e2e
