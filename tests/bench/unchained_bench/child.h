// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace unchained::bench {

/// A program that is spoken to by lines; ends when this object does. One thread.
class Child {
public:
    /// @param words  the program's path and its arguments
    explicit Child(std::vector<std::string> words);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void say(const std::string& line);
    /// The next line of its output, without its end; nothing when it has ended.
    [[nodiscard]] std::optional<std::string> line();
    /// All that is left of its output.
    [[nodiscard]] std::string rest();

private:
    pid_t m_pid = -1;
    std::FILE* m_to = nullptr;
    std::FILE* m_from = nullptr;
};

} // namespace unchained::bench
