// SPDX-License-Identifier: Apache-2.0
#include "io/json_header.h"

namespace unchained::gpu::json {

namespace {

constexpr char kHex[] = "0123456789abcdef";

void appendUtf8(std::string& out, std::uint32_t code) {
    const auto put = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | (code >> 6));
        put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | (code >> 12));
        put(0x80 | ((code >> 6) & 0x3f));
        put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | (code >> 18));
        put(0x80 | ((code >> 12) & 0x3f));
        put(0x80 | ((code >> 6) & 0x3f));
        put(0x80 | (code & 0x3f));
    }
}

} // namespace

bool isUtf8(std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80                     ? 1
                                   : first >= 0xc2 && first <= 0xdf ? 2
                                   : first >= 0xe0 && first <= 0xef ? 3
                                   : first >= 0xf0 && first <= 0xf4 ? 4
                                                                    : 0;
        if (length == 0 || text.size() - i < length) return false;
        for (std::size_t k = 1; k < length; ++k) {
            const auto byte = static_cast<unsigned char>(text[i + k]);
            unsigned low = 0x80;
            unsigned high = 0xbf;
            if (k == 1 && first == 0xe0) low = 0xa0;
            if (k == 1 && first == 0xed) high = 0x9f;
            if (k == 1 && first == 0xf0) low = 0x90;
            if (k == 1 && first == 0xf4) high = 0x8f;
            if (byte < low || byte > high) return false;
        }
        i += length;
    }
    return true;
}

char Scanner::peek() {
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r') return c;
        ++m_at;
    }
    return '\0';
}

bool Scanner::take(char wanted) {
    if (peek() != wanted || m_at == m_text.size()) return false;
    ++m_at;
    return true;
}

std::optional<std::uint32_t> Scanner::hex4() {
    if (m_text.size() - m_at < 4) return std::nullopt;
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = m_text[m_at++];
        if (c >= '0' && c <= '9') {
            value = value * 16 + static_cast<std::uint32_t>(c - '0');
        } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
            value = value * 16 + static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
        } else {
            return std::nullopt;
        }
    }
    return value;
}

bool Scanner::escape(std::string& out) {
    if (m_at == m_text.size()) return false;
    const char c = m_text[m_at++];
    switch (c) {
    case '"':
    case '\\':
    case '/':
        out += c;
        return true;
    case 'b':
        out += '\b';
        return true;
    case 'f':
        out += '\f';
        return true;
    case 'n':
        out += '\n';
        return true;
    case 'r':
        out += '\r';
        return true;
    case 't':
        out += '\t';
        return true;
    case 'u':
        break;
    default:
        return false;
    }
    auto code = hex4();
    if (!code || (*code >= 0xdc00 && *code <= 0xdfff)) return false;
    if (*code >= 0xd800 && *code <= 0xdbff) {
        if (m_text.substr(m_at, 2) != "\\u") return false;
        m_at += 2;
        const auto low = hex4();
        if (!low || *low < 0xdc00 || *low > 0xdfff) return false;
        code = 0x10000 + ((*code - 0xd800) << 10) + (*low - 0xdc00);
    }
    appendUtf8(out, *code);
    return true;
}

std::optional<std::string> Scanner::string(std::size_t bytesMax) {
    if (!take('"')) return std::nullopt;
    std::string out;
    while (m_at < m_text.size() && out.size() <= bytesMax) {
        const char c = m_text[m_at++];
        if (c == '"') return isUtf8(out) ? std::optional(std::move(out)) : std::nullopt;
        if (c == '\\') {
            if (!escape(out)) return std::nullopt;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            return std::nullopt;
        } else {
            out += c;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> Scanner::number() {
    peek();
    const std::size_t begin = m_at;
    std::uint64_t value = 0;
    while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9') {
        const auto digit = static_cast<std::uint64_t>(m_text[m_at] - '0');
        if (value > (std::uint64_t{INT64_MAX} - digit) / 10) return std::nullopt;
        value = value * 10 + digit;
        ++m_at;
    }
    const std::size_t digits = m_at - begin;
    if (digits == 0 || (digits > 1 && m_text[begin] == '0')) return std::nullopt;
    return value;
}

std::optional<std::vector<std::uint64_t>> Scanner::numbers(std::size_t countMax) {
    if (!take('[')) return std::nullopt;
    std::vector<std::uint64_t> out;
    if (take(']')) return out;
    while (out.size() < countMax) {
        const auto value = number();
        if (!value) return std::nullopt;
        out.push_back(*value);
        if (take(']')) return out;
        if (!take(',')) return std::nullopt;
    }
    return std::nullopt;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

} // namespace unchained::gpu::json
