// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Typed reading of a TOML document with errors that name file, line, field and remedy.
///
/// The first thing that is wrong is remembered, everything after it yields zero values, so that a reader can read all
/// fields and ask once. Tables share their document; one document belongs to one thread.
namespace unchained::jobs {

enum class JobError : std::uint32_t {
    CannotRead = 400, ///< the job file, or a file that it names, cannot be read
    NoSuchJob,        ///< neither a path nor a name of a job in the search directories
    TooLarge,         ///< longer than kJobFileBytesMax
    NotToml,          ///< the text is not TOML
    UnknownKey,       ///< a key that means nothing; the nearest known one is suggested
    Missing,          ///< a key that must be there
    WrongType,        ///< a value of another type
    OutOfRange,       ///< a number or a length outside its range
    BadChoice,        ///< a word that is none of those known
    BadValue,         ///< right type, and still not what the key takes
    Inconsistent,     ///< two keys that do not go together
    DataMismatch,     ///< the network does not fit the data
};

/// A key and how one writes it, for remedies: {"epochs", "epochs = 300"}.
struct Key {
    const char* name;
    const char* example;
};

class TomlTable {
public:
    /// @param file  name shown in errors
    [[nodiscard]] static Result<TomlTable> parse(std::string_view text, std::string file);

    /// Fails on the first key (in the order of the text) that is not among these.
    void allow(std::span<const std::string_view> known) const;
    void allow(std::initializer_list<std::string_view> known) const { allow(std::span(known.begin(), known.size())); }
    [[nodiscard]] bool has(std::string_view key) const;

    /// Without `absent` the key must be there.
    [[nodiscard]] std::string text(Key key, std::size_t bytesMax, const std::optional<std::string>& absent = {}) const;
    /// One of these words.
    [[nodiscard]] std::string choice(Key key, std::span<const std::string_view> words,
                                     const std::optional<std::string>& absent = {}) const;
    [[nodiscard]] std::string choice(Key key, std::initializer_list<std::string_view> words,
                                     const std::optional<std::string>& absent = {}) const {
        return choice(key, std::span(words.begin(), words.size()), absent);
    }
    [[nodiscard]] bool truth(Key key, std::optional<bool> absent = {}) const;
    [[nodiscard]] std::uint64_t integer(Key key, std::uint64_t min, std::uint64_t max,
                                        std::optional<std::uint64_t> absent = {}) const;
    /// A real or whole number from min to max, rounded to binary32.
    [[nodiscard]] float real(Key key, float min, float max, std::optional<float> absent = {}) const;
    /// countMin to countMax such numbers, "[0.1, 0.2]".
    [[nodiscard]] std::vector<float> reals(Key key, std::size_t countMin, std::size_t countMax, float min,
                                           float max) const;
    /// 1 to countMax whole numbers.
    [[nodiscard]] std::vector<std::uint64_t> integers(Key key, std::size_t countMax, std::uint64_t min,
                                                      std::uint64_t max) const;
    /// A fraction as text, "1/5": both 1 … 2^24 (exact in binary32).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t>
    fraction(Key key, std::optional<std::pair<std::uint32_t, std::uint32_t>> absent = {}) const;
    /// A number, or a fraction as text, rounded once to binary32.
    [[nodiscard]] float realOrFraction(Key key, float absent) const;
    /// A duration as text, "15min": a whole number of ms, s, min or h; milliseconds.
    [[nodiscard]] std::uint64_t duration(Key key, std::uint64_t absent) const;
    [[nodiscard]] std::vector<std::string> texts(Key key, std::size_t countMax, std::size_t bytesMax) const;
    /// Pairs of whole numbers from -limit to limit, "[[0, 0], [1, 0]]".
    [[nodiscard]] std::vector<std::pair<std::int32_t, std::int32_t>> pairs(Key key, std::size_t countMax,
                                                                           std::int32_t limit) const;
    [[nodiscard]] bool isText(std::string_view key) const;
    /// An empty table where the key is absent and need not be there.
    [[nodiscard]] TomlTable table(Key key, bool required) const;
    [[nodiscard]] std::vector<TomlTable> tables(Key key, std::size_t countMax) const;

    /// Remembers an error about a key of this table (the empty key: about the table itself), if it is the first.
    void fail(JobError code, std::string_view key, Message sentence, Message remedy) const;
    [[nodiscard]] bool failed() const;
    /// The first error.
    [[nodiscard]] const Error& error() const;

private:
    struct Document;
    struct Access;
    TomlTable() = default;

    std::shared_ptr<Document> m_document;
    const void* m_table = nullptr; ///< a toml::table of the document; null for an absent one
    std::string m_path;            ///< "optimizer."; empty for the root
    std::size_t m_line = 1;
};

/// The known word with the least edit distance; empty where none is near.
[[nodiscard]] std::string nearestOf(std::string_view word, std::span<const std::string_view> known);
[[nodiscard]] std::string nearestOf(std::string_view word, std::initializer_list<std::string_view> known);

} // namespace unchained::jobs
