// SPDX-License-Identifier: Apache-2.0
#include "jobs/toml_fields.h"

#include <algorithm>
#include <charconv>
#include <cmath>

// The only file that includes toml++: it takes seconds to compile.
// toml++ 3.3 asserts what hostile text breaks ("[[[") before it reports it as an error, and in release lets clang
// assume it: both are switched off here, so that the error is what comes.
#pragma push_macro("NDEBUG")
#undef NDEBUG
#define TOML_ASSERT(expression) static_cast<void>(0)
#define TOML_EXCEPTIONS 0
#ifndef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#endif
#define TOML_ENABLE_FORMATTERS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused"
#include <toml++/toml.h>
#pragma GCC diagnostic pop
#pragma pop_macro("NDEBUG")

namespace unchained::jobs {

struct TomlTable::Document {
    toml::table root;
    std::string file;
    std::optional<Error> error;
};

namespace {

const char* typeName(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
        return "a whole number";
    case toml::node_type::floating_point:
        return "a real number";
    case toml::node_type::boolean:
        return "a truth value";
    case toml::node_type::date:
    case toml::node_type::time:
    case toml::node_type::date_time:
        return "a date or time";
    case toml::node_type::none:
        break;
    }
    return "nothing";
}

std::string joined(std::initializer_list<std::string_view> words) {
    std::string out;
    for (const std::string_view word : words)
        out += (out.empty() ? "" : ", ") + std::string(word);
    return out;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({change, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

std::optional<std::pair<std::uint32_t, std::uint32_t>> parseFraction(std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto part = [](std::string_view digits) -> std::uint32_t {
        std::uint32_t value = 0;
        const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return status == std::errc() && end == digits.data() + digits.size() && value <= (1U << 24) ? value : 0;
    };
    const std::pair out{part(text.substr(0, slash)), part(text.substr(slash + 1))};
    if (out.first == 0 || out.second == 0) return std::nullopt;
    return out;
}

std::optional<std::uint64_t> parseDuration(std::string_view text) {
    std::uint64_t count = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (status != std::errc() || end == text.data()) return std::nullopt;
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    const std::uint64_t factor = unit == "ms"    ? 1
                                 : unit == "s"   ? 1000
                                 : unit == "min" ? 60'000
                                 : unit == "h"   ? 3'600'000
                                                 : 0;
    // A year is more than any period needs.
    if (factor == 0 || count == 0 || count > 31'536'000'000ULL / factor) return std::nullopt;
    return count * factor;
}

Message writeIt(Key key) {
    return Message("write %1", key.example);
}

/// The first line, from 1, with more than kDotsMax dots; 0 where there is none. Each dot of a key makes a table inside
/// a table, and toml++ takes them apart by recursion.
std::size_t lineOfTooManyDots(std::string_view text) {
    constexpr std::ptrdiff_t kDotsMax = 64;
    std::size_t line = 1;
    for (std::size_t at = 0; at < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view content = text.substr(at, end - at);
        if (!content.starts_with('#') && std::count(content.begin(), content.end(), '.') > kDotsMax) return line;
        at = end + 1;
    }
    return 0;
}

std::string numberText(float value) {
    char buffer[32];
    const auto [end, status] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return status == std::errc() ? std::string(buffer, end) : "?";
}

std::string printable(std::string_view text) {
    std::string out(text.substr(0, 40));
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
    }
    return out;
}

} // namespace

std::string nearestOf(std::string_view word, std::initializer_list<std::string_view> known) {
    return nearestOf(word, std::span(known.begin(), known.size()));
}

std::string nearestOf(std::string_view word, std::span<const std::string_view> known) {
    std::string best;
    std::size_t bestDistance = std::max<std::size_t>(2, word.size() / 2) + 1;
    if (word.size() > 64) return best;
    for (const std::string_view candidate : known) {
        const std::size_t distance = editDistance(word, candidate);
        if (distance < bestDistance) {
            bestDistance = distance;
            best = candidate;
        }
    }
    return best;
}

/// What needs toml++ types and the private members.
struct TomlTable::Access {
    static const toml::table* of(const TomlTable& t) { return static_cast<const toml::table*>(t.m_table); }

    static const toml::node* node(const TomlTable& t, std::string_view key) {
        const toml::table* table = of(t);
        return table == nullptr ? nullptr : table->get(key);
    }

    /// The node to read; null where there is none, after remembering that it is missing.
    static const toml::node* wanted(const TomlTable& t, Key key, bool required) {
        if (t.failed()) return nullptr;
        const toml::node* found = node(t, key.name);
        if (found == nullptr && required) t.fail(JobError::Missing, key.name, "is missing", writeIt(key));
        return found;
    }

    static void wrongType(const TomlTable& t, Key key, const toml::node& node) {
        t.fail(JobError::WrongType, key.name, Message("is %1", typeName(node)), writeIt(key));
    }

    static TomlTable child(const TomlTable& t, const toml::table* table, std::string path) {
        TomlTable out;
        out.m_document = t.m_document;
        out.m_table = table;
        out.m_path = std::move(path);
        out.m_line = table != nullptr ? table->source().begin.line : t.m_line;
        return out;
    }
};

Result<TomlTable> TomlTable::parse(std::string_view text, std::string file) {
    if (const std::size_t line = lineOfTooManyDots(text); line != 0) {
        return makeError(JobError::NotToml, file + ":" + std::to_string(line), "has more than 64 dots",
                         "split the line; no key of a job file is nested so deep");
    }
    toml::parse_result parsed = toml::parse(text, file);
    if (!parsed) {
        const auto& problem = parsed.error();
        return makeError(JobError::NotToml, file + ":" + std::to_string(problem.source().begin.line),
                         Message("is not TOML: %1", printable(problem.description())),
                         "correct the line; a key is written as name = value, a text in double quotes");
    }
    TomlTable out;
    out.m_document = std::make_shared<Document>();
    out.m_document->root = std::move(parsed).table();
    out.m_document->file = std::move(file);
    out.m_table = &out.m_document->root;
    return out;
}

void TomlTable::fail(JobError code, std::string_view key, Message sentence, Message remedy) const {
    if (failed()) return;
    const toml::node* node = key.empty() ? nullptr : Access::node(*this, key);
    const std::size_t line = node != nullptr ? node->source().begin.line : m_line;
    std::string field = m_path + std::string(key);
    if (key.empty() && !field.empty()) field.pop_back();
    std::string subject = m_document->file + ":" + std::to_string(line);
    if (!field.empty()) subject += ": " + printable(field);
    m_document->error = makeError(code, std::move(subject), std::move(sentence), std::move(remedy));
}

bool TomlTable::failed() const {
    return m_document->error.has_value();
}
const Error& TomlTable::error() const {
    return *m_document->error;
}
bool TomlTable::has(std::string_view key) const {
    return Access::node(*this, key) != nullptr;
}

bool TomlTable::isText(std::string_view key) const {
    const toml::node* node = Access::node(*this, key);
    return node != nullptr && node->is_string();
}

void TomlTable::allow(std::initializer_list<std::string_view> known) const {
    if (failed() || m_table == nullptr) return;
    const toml::key* first = nullptr;
    for (const auto& [key, value] : *Access::of(*this)) {
        if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
        if (first == nullptr || key.source().begin < first->source().begin) first = &key;
    }
    if (first == nullptr) return;
    const std::string nearest = nearestOf(first->str(), known);
    fail(JobError::UnknownKey, first->str(), "is no key that is known here",
         nearest.empty() ? Message("known are %1", joined(known)) : Message("did you mean %1?", nearest));
}

std::string TomlTable::text(Key key, std::size_t bytesMax, std::optional<std::string> absent) const {
    const toml::node* node = Access::wanted(*this, key, !absent);
    if (node == nullptr) return absent.value_or("");
    const auto* string = node->as_string();
    if (string == nullptr) {
        Access::wrongType(*this, key, *node);
        return {};
    }
    if (string->get().empty() || string->get().size() > bytesMax) {
        fail(JobError::OutOfRange, key.name,
             Message("is %1 bytes long, allowed are 1 to %2", string->get().size(), bytesMax), writeIt(key));
        return {};
    }
    return string->get();
}

std::string TomlTable::choice(Key key, std::initializer_list<std::string_view> words,
                              std::optional<std::string> absent) const {
    const std::string word = text(key, 65536, std::move(absent));
    if (!failed() && std::find(words.begin(), words.end(), word) == words.end()) {
        fail(JobError::BadChoice, key.name, Message("'%1' is not known", printable(word)),
             Message("known are %1", joined(words)));
    }
    return word;
}

std::uint64_t TomlTable::integer(Key key, std::uint64_t min, std::uint64_t max,
                                 std::optional<std::uint64_t> absent) const {
    const toml::node* node = Access::wanted(*this, key, !absent);
    if (node == nullptr) return absent.value_or(0);
    const auto* number = node->as_integer();
    if (number == nullptr) {
        Access::wrongType(*this, key, *node);
        return 0;
    }
    const std::int64_t value = number->get();
    if (std::cmp_less(value, min) || std::cmp_greater(value, max)) {
        fail(JobError::OutOfRange, key.name, Message("%1 is not in the range from %2 to %3", value, min, max),
             writeIt(key));
        return 0;
    }
    return static_cast<std::uint64_t>(value);
}

float TomlTable::real(Key key, float min, float max, std::optional<float> absent) const {
    const toml::node* node = Access::wanted(*this, key, !absent);
    if (node == nullptr) return absent.value_or(0);
    if (!node->is_number()) {
        Access::wrongType(*this, key, *node);
        return 0;
    }
    const auto value = static_cast<float>(node->value<double>().value_or(NAN));
    if (!(value >= min && value <= max)) {
        fail(JobError::OutOfRange, key.name,
             Message("%1 is not in the range from %2 to %3", numberText(value), numberText(min), numberText(max)),
             writeIt(key));
        return 0;
    }
    return value;
}

std::pair<std::uint32_t, std::uint32_t>
TomlTable::fraction(Key key, std::optional<std::pair<std::uint32_t, std::uint32_t>> absent) const {
    if (absent && !has(key.name)) return *absent;
    const std::string word = text(key, 32);
    if (failed()) return {0, 1};
    const auto parsed = parseFraction(word);
    if (!parsed) {
        fail(JobError::BadValue, key.name, Message("'%1' is no fraction of two whole numbers", printable(word)),
             writeIt(key));
    }
    return parsed.value_or(std::pair<std::uint32_t, std::uint32_t>{0, 1});
}

float TomlTable::realOrFraction(Key key, float absent) const {
    if (isText(key.name)) {
        const auto [numerator, denominator] = fraction(key);
        return static_cast<float>(numerator) / static_cast<float>(denominator);
    }
    return real(key, -1e30F, 1e30F, absent);
}

std::uint64_t TomlTable::duration(Key key, std::uint64_t absent) const {
    if (!has(key.name)) return absent;
    const std::string word = text(key, 32);
    if (failed()) return absent;
    const auto parsed = parseDuration(word);
    if (!parsed) {
        fail(JobError::BadValue, key.name, Message("'%1' is no duration in ms, s, min or h", printable(word)),
             writeIt(key));
    }
    return parsed.value_or(absent);
}

std::vector<std::string> TomlTable::texts(Key key, std::size_t countMax, std::size_t bytesMax) const {
    const toml::node* node = Access::wanted(*this, key, true);
    if (node == nullptr) return {};
    const toml::array* array = node->as_array();
    if (array == nullptr || !std::all_of(array->begin(), array->end(), [](const auto& n) { return n.is_string(); })) {
        fail(JobError::WrongType, key.name, "is no array of texts", writeIt(key));
        return {};
    }
    std::vector<std::string> out;
    for (const toml::node& item : *array)
        out.push_back(item.as_string()->get());
    const bool good = !out.empty() && out.size() <= countMax && std::all_of(out.begin(), out.end(), [&](const auto& s) {
        return !s.empty() && s.size() <= bytesMax;
    });
    if (!good) {
        fail(JobError::OutOfRange, key.name, Message("takes 1 to %1 texts of 1 to %2 bytes each", countMax, bytesMax),
             writeIt(key));
        return {};
    }
    return out;
}

std::vector<std::pair<std::int32_t, std::int32_t>> TomlTable::pairs(Key key, std::size_t countMax,
                                                                    std::int32_t limit) const {
    std::vector<std::pair<std::int32_t, std::int32_t>> out;
    const toml::node* node = failed() ? nullptr : Access::node(*this, key.name);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr || array->empty() || array->size() > countMax) {
        fail(JobError::WrongType, key.name, Message("is no array of 1 to %1 pairs", countMax), writeIt(key));
        return out;
    }
    for (const toml::node& item : *array) {
        const toml::array* pair = item.as_array();
        const bool good = pair != nullptr && pair->size() == 2 && (*pair)[0].is_integer() && (*pair)[1].is_integer();
        const std::int64_t first = good ? (*pair)[0].as_integer()->get() : INT64_MAX;
        const std::int64_t second = good ? (*pair)[1].as_integer()->get() : INT64_MAX;
        if (first < -limit || first > limit || second < -limit || second > limit) {
            fail(JobError::BadValue, key.name,
                 Message("pair %1 is not two whole numbers from %2 to %3", out.size() + 1, -limit, limit),
                 writeIt(key));
            return out;
        }
        out.emplace_back(static_cast<std::int32_t>(first), static_cast<std::int32_t>(second));
    }
    return out;
}

TomlTable TomlTable::table(Key key, bool required) const {
    const toml::node* node = Access::wanted(*this, key, required);
    if (node != nullptr && !node->is_table()) {
        Access::wrongType(*this, key, *node);
        node = nullptr;
    }
    return Access::child(*this, node == nullptr ? nullptr : node->as_table(), m_path + key.name + ".");
}

std::vector<TomlTable> TomlTable::tables(Key key, std::size_t countMax) const {
    std::vector<TomlTable> out;
    const toml::node* node = Access::wanted(*this, key, true);
    if (node == nullptr) return out;
    const toml::array* array = node->as_array();
    if (array == nullptr || !std::all_of(array->begin(), array->end(), [](const auto& n) { return n.is_table(); })) {
        fail(JobError::WrongType, key.name, "is no array of tables", writeIt(key));
        return out;
    }
    if (array->empty() || array->size() > countMax) {
        fail(JobError::OutOfRange, key.name, Message("has %1 tables, allowed are 1 to %2", array->size(), countMax),
             writeIt(key));
        return out;
    }
    for (const toml::node& item : *array) {
        const std::string path = m_path + key.name + "[" + std::to_string(out.size() + 1) + "].";
        out.push_back(Access::child(*this, item.as_table(), path));
    }
    return out;
}

} // namespace unchained::jobs
