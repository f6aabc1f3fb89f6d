// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/safetensors.h"

/// The JSON of a .safetensors header and nothing more of JSON: objects of strings, strings, arrays of whole numbers.
namespace unchained::gpu::json {

/// Reads tokens of a header; every method skips blanks first and says false or nothing where something else stands.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    bool take(char wanted);
    char peek(); ///< '\0' at the end
    /// A string with its escapes resolved, at most `bytesMax` long, valid UTF-8.
    std::optional<std::string> string(std::size_t bytesMax);
    /// A whole number 0 … 2^63-1 without sign, exponent, or leading zero.
    std::optional<std::uint64_t> number();
    /// "[1, 2]" of at most `countMax` numbers.
    std::optional<std::vector<std::uint64_t>> numbers(std::size_t countMax);
    [[nodiscard]] std::size_t at() const { return m_at; }

private:
    bool escape(std::string& out);
    std::optional<std::uint32_t> hex4();

    std::string_view m_text;
    std::size_t m_at = 0;
};

/// A JSON string with its quotes; only what JSON demands is escaped.
[[nodiscard]] std::string quoted(std::string_view text);

/// True for well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms).
[[nodiscard]] bool isUtf8(std::string_view text);

} // namespace unchained::gpu::json
