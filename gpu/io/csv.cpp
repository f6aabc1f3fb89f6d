// SPDX-License-Identifier: Apache-2.0
#include "gpu/csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace unchained::gpu {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::optional<float> numberOf(std::string_view text) {
    if (text.size() > 1 && text.front() == '+' && text[1] != '-') text.remove_prefix(1);
    float value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<std::int32_t> labelOf(std::string_view text) {
    std::int32_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status == std::errc() && end == text.data() + text.size() && value >= 0) return value;
    // Tables of reals write class 3 as 3.0; exact up to 2^24.
    const auto real = numberOf(text);
    if (!real || *real < 0 || *real > 16777216.0F || *real != std::floor(*real)) return std::nullopt;
    return static_cast<std::int32_t>(*real);
}

/// What an error shows of a field: short and printable.
std::string excerpt(std::string_view field) {
    std::string out(field.substr(0, 24));
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) c = '?';
    }
    return out;
}

class CsvParser {
public:
    CsvParser(std::string_view text, const std::string& source, const CsvOptions& options)
        : m_text(text), m_source(source), m_options(options) {}

    Result<Samples> parse() {
        if (m_text.starts_with("\xef\xbb\xbf")) m_text.remove_prefix(3);
        if (m_text.find('\0') != std::string_view::npos) {
            return makeError(IoError::NotTheFormat, m_source, "is no text: it has a zero byte", "save it as CSV");
        }
        for (std::string_view line; nextLine(line);) {
            if (trimmed(line).empty()) continue;
            if (auto done = splitLine(line); !done) return done.error();
            if (!m_labelKnown) {
                if (auto done = firstLine(); !done) return done.error();
                if (m_header) continue;
            }
            if (auto done = addRow(); !done) return done.error();
        }
        if (m_out.rows == 0) {
            return makeError(IoError::Missing, m_source, "has no row of numbers", "give a table with at least one row");
        }
        return std::move(m_out);
    }

private:
    bool nextLine(std::string_view& line) {
        if (m_at >= m_text.size()) return false;
        std::size_t end = m_text.find('\n', m_at);
        if (end == std::string_view::npos) end = m_text.size();
        line = m_text.substr(m_at, end - m_at);
        if (line.ends_with('\r')) line.remove_suffix(1);
        m_at = end + 1;
        ++m_line;
        return true;
    }

    [[nodiscard]] std::string place(std::size_t field) const {
        return m_source + ":" + std::to_string(m_line) + ":" + std::to_string(field + 1);
    }

    Result<void> splitLine(std::string_view line) {
        m_fields.clear();
        std::size_t at = 0;
        while (true) {
            if (m_fields.size() == m_options.columnsMax) {
                return makeError(IoError::TooLarge, place(m_fields.size()),
                                 Message("a row has more than %1 fields", m_options.columnsMax), "split the table");
            }
            std::size_t end = line.find(m_options.separator, at);
            const std::string_view rest = trimmed(line.substr(at));
            if (!rest.empty() && rest.front() == '"') {
                const std::size_t open = line.find('"', at);
                const std::size_t close = line.find('"', open + 1);
                if (close == std::string_view::npos) {
                    return makeError(IoError::NotTheFormat, place(m_fields.size()), "a quote is not closed on its line",
                                     "close it");
                }
                end = line.find(m_options.separator, close + 1);
                const std::size_t stop = end == std::string_view::npos ? line.size() : end;
                if (!trimmed(line.substr(close + 1, stop - close - 1)).empty()) {
                    return makeError(IoError::NotTheFormat, place(m_fields.size()), "text follows a closing quote",
                                     "quote the whole field or nothing of it");
                }
                m_fields.push_back(trimmed(line.substr(open + 1, close - open - 1)));
            } else {
                m_fields.push_back(trimmed(line.substr(at, end == std::string_view::npos ? end : end - at)));
            }
            if (end == std::string_view::npos) return {};
            at = end + 1;
        }
    }

    /// Decides from the first line whether it is a line of names and which column is the label.
    Result<void> firstLine() {
        m_labelKnown = true;
        m_columns = m_fields.size();
        m_header = std::any_of(m_fields.begin(), m_fields.end(), [](std::string_view f) { return !numberOf(f); });
        const std::string& wanted = m_options.labelColumn;
        if (wanted == "none") return checkWidth();
        m_labelled = true;
        if (wanted == "last") {
            m_label = m_columns - 1;
            return checkWidth();
        }
        if (wanted == "first") return checkWidth();
        const auto named = m_header ? std::find(m_fields.begin(), m_fields.end(), wanted) : m_fields.end();
        if (named != m_fields.end()) {
            m_label = static_cast<std::size_t>(named - m_fields.begin());
            return checkWidth();
        }
        std::size_t number = 0;
        const auto [end, status] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
        if (status != std::errc() || end != wanted.data() + wanted.size() || number < 1 || number > m_columns) {
            return makeError(
                IoError::Missing, m_source, Message("has no column '%1' for the label", wanted),
                Message("write last, first, none, a number from 1 to %1, or a name of the first line", m_columns));
        }
        m_label = number - 1;
        return checkWidth();
    }

    Result<void> checkWidth() {
        m_out.columns = m_columns - (m_labelled ? 1 : 0);
        if (m_out.columns > 0) return {};
        return makeError(IoError::Mismatch, place(0), "the table has no column but the label",
                         "give features too, or another separator");
    }

    Result<void> addRow() {
        if (m_fields.size() != m_columns) {
            return makeError(IoError::Mismatch, place(std::min(m_fields.size(), m_columns)),
                             Message("the row has %1 fields, the first one has %2", m_fields.size(), m_columns),
                             "complete or remove it");
        }
        if (m_out.rows == m_options.rowsMax) {
            return makeError(IoError::TooLarge, place(0), Message("the table has more than %1 rows", m_options.rowsMax),
                             "split the table");
        }
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            const bool labels = m_labelled && i == m_label;
            if (labels && !m_options.targets) {
                const auto label = labelOf(m_fields[i]);
                if (!label) {
                    return makeError(IoError::BadValue, place(i), Message("'%1' is no label", excerpt(m_fields[i])),
                                     "labels are whole numbers from 0");
                }
                m_out.labels.push_back(*label);
                continue;
            }
            const auto value = numberOf(m_fields[i]);
            if (!value) {
                return makeError(IoError::BadValue, place(i), Message("'%1' is no finite number", excerpt(m_fields[i])),
                                 "write numbers as 12, -0.5 or 1e-3");
            }
            (labels ? m_out.targets : m_out.values).push_back(*value);
        }
        ++m_out.rows;
        return {};
    }

    std::string_view m_text;
    const std::string& m_source;
    const CsvOptions& m_options;
    std::size_t m_at = 0;
    std::size_t m_line = 0;
    std::vector<std::string_view> m_fields;
    bool m_labelKnown = false;
    bool m_labelled = false;
    bool m_header = false;
    std::size_t m_label = 0;
    std::size_t m_columns = 0;
    Samples m_out;
};

} // namespace

Result<Samples> parseCsv(std::string_view text, const std::string& source, const CsvOptions& options) {
    return CsvParser(text, source, options).parse();
}

} // namespace unchained::gpu
