// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace unchained {

/// A sentence for people: an English pattern with %1 … %9 and what stands in their place. The window translates the
/// pattern, the terminal and the log print it as it is: one sentence serves all.
class Message {
public:
    Message() = default;
    Message(const char* pattern) : m_pattern(pattern) {}
    Message(std::string pattern) : m_pattern(std::move(pattern)) {}
    template <class... Args>
    Message(std::string pattern, const Args&... args) : m_pattern(std::move(pattern)), m_args{toText(args)...} {}

    /// A message that was stored or sent.
    [[nodiscard]] static Message fromParts(std::string pattern, std::vector<std::string> args) {
        Message out(std::move(pattern));
        out.m_args = std::move(args);
        return out;
    }

    [[nodiscard]] std::string str() const;
    [[nodiscard]] const std::string& pattern() const { return m_pattern; }
    [[nodiscard]] const std::vector<std::string>& args() const { return m_args; }
    [[nodiscard]] bool empty() const { return m_pattern.empty(); }
    bool operator==(const Message&) const = default;

private:
    template <class T>
    static std::string toText(const T& value) {
        if constexpr (std::is_arithmetic_v<T>) {
            return std::to_string(value);
        } else {
            return std::string(value);
        }
    }

    std::string m_pattern;
    std::vector<std::string> m_args;
};

/// Why something was refused or failed, as a value. Each room has one enum of codes, ordered by precedence: of two
/// broken rules the earlier one is reported.
struct Error {
    std::uint32_t code = 0; ///< an enumerator of the room's enum; the rooms' ranges are disjoint (hundreds)
    std::string subject;    ///< on what: a field, a file, a peer
    Message sentence;       ///< what happened, which rule was broken
    Message remedy;         ///< what the user can do about it; may be empty
    bool transient = false; ///< may the same call succeed later

    template <class E>
    requires std::is_enum_v<E>
    [[nodiscard]] bool is(E value) const { return code == static_cast<std::uint32_t>(value); }
    /// "subject: sentence; remedy", the form that terminal and log print.
    [[nodiscard]] std::string text() const;
    bool operator==(const Error&) const = default;
};

template <class E>
requires std::is_enum_v<E>
[[nodiscard]] Error makeError(E code, std::string subject, Message sentence, Message remedy = {},
                              bool transient = false) {
    return Error{static_cast<std::uint32_t>(code), std::move(subject), std::move(sentence), std::move(remedy),
                 transient};
}

/// A value or the error that stands in its place. Reading the one that is not there is a broken invariant.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_data(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_data(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_data.index() == 0; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] T& value() & { return std::get<0>(m_data); }
    [[nodiscard]] const T& value() const& { return std::get<0>(m_data); }
    [[nodiscard]] T value() && { return std::move(std::get<0>(m_data)); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T operator*() && { return std::move(std::get<0>(m_data)); }
    [[nodiscard]] T* operator->() { return &value(); }
    [[nodiscard]] const T* operator->() const { return &value(); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_data); }

private:
    std::variant<T, Error> m_data;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error& error() const {
        assert(!m_ok);
        return m_error;
    }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace unchained
