// SPDX-License-Identifier: Apache-2.0
#include "node/arguments.h"

#include "jobs/toml_fields.h"
#include "node/exit_code.h"

#include <algorithm>
#include <charconv>

namespace unchained::node {

namespace {

Error usageError(std::string subject, Message sentence, Message remedy) {
    return makeError(NodeError::Usage, std::move(subject), std::move(sentence), std::move(remedy));
}

std::string dashed(std::string_view name) {
    std::string out = "--";
    out += name;
    return out;
}

std::string firstWord(std::string_view text) {
    return std::string(text.substr(0, text.find(' ')));
}

/// "keys" of "keys new": commands of two words.
bool isGroup(std::span<const CommandSpec> commands, std::string_view word) {
    return std::any_of(commands.begin(), commands.end(), [&](const CommandSpec& c) {
        const std::string_view name = c.name;
        return name.size() > word.size() && name.starts_with(word) && name[word.size()] == ' ';
    });
}

const CommandSpec* findCommand(std::span<const CommandSpec> commands, std::string_view name) {
    for (const CommandSpec& command : commands)
        if (name == command.name) return &command;
    return nullptr;
}

const OptionSpec* findIn(std::span<const OptionSpec> options, std::string_view name) {
    for (const OptionSpec& option : options)
        if (name == option.name) return &option;
    return nullptr;
}

/// Reads one command line; parseArguments() in parts.
class Parser {
public:
    Parser(const std::vector<std::string>& words, std::span<const CommandSpec> commands)
        : m_words(words), m_commands(commands) {}

    Result<Arguments> run() {
        for (m_at = 0; m_at < m_words.size(); ++m_at) {
            const std::string& word = m_words[m_at];
            Result<void> ok = !m_onlyOperands && word.size() > 1 && word.front() == '-' ? option(word) : operand(word);
            if (!ok) return ok.error();
        }
        return finish();
    }

private:
    Result<void> option(const std::string& word) {
        if (word == "--") {
            m_onlyOperands = true;
            return {};
        }
        const std::size_t equals = word.find('=');
        const std::string shown = word.substr(0, equals);
        const std::string name = shown.starts_with("--") ? shown.substr(2) : shown;
        if (shown == "--help" || shown == "-h") return m_out.help = true, Result<void>{};
        if (shown == "--version") return m_out.version = true, Result<void>{};
        if (shown == "--debug-info") return m_out.debugInfo = true, Result<void>{};
        const OptionSpec* spec = shown.starts_with("--") ? findIn(globalOptions(), name) : nullptr;
        if (spec == nullptr && m_out.command != nullptr && shown.starts_with("--")) spec = m_out.command->find(name);
        if (spec == nullptr) return unknownOption(shown, name);
        std::optional<std::string> value;
        if (equals != std::string::npos) value = word.substr(equals + 1);
        if (spec->value == nullptr && value)
            return usageError(shown, "takes no value", Message("write %1 alone", shown));
        if (spec->value != nullptr && !value && m_at + 1 < m_words.size() && !m_words[m_at + 1].starts_with("--"))
            value = m_words[++m_at];
        if (spec->value != nullptr && !value)
            return usageError(shown, "needs a value", Message("write %1 %2", shown, spec->value));
        auto& values = m_out.options[name];
        if (!values.empty() && !spec->repeated)
            return usageError(shown, "is given twice", Message("give %1 once", shown));
        values.push_back(value.value_or(""));
        return {};
    }

    Error unknownOption(const std::string& shown, const std::string& name) const {
        std::vector<std::string_view> known{"help", "version", "debug-info"};
        for (const OptionSpec& o : globalOptions())
            known.emplace_back(o.name);
        if (m_out.command != nullptr) {
            for (const OptionSpec& o : m_out.command->options)
                known.emplace_back(o.name);
        } else {
            for (const CommandSpec& c : m_commands)
                if (c.find(name) != nullptr)
                    return usageError(shown, "stands before the command", Message("write %1 %2", c.name, shown));
        }
        const std::string nearest = jobs::nearestOf(name, std::span<const std::string_view>(known));
        const char* sentence =
            m_out.command != nullptr ? "is no option of this command" : "is no option of this program";
        if (!nearest.empty()) return usageError(shown, sentence, Message("did you mean %1?", dashed(nearest)));
        return usageError(shown, sentence,
                          Message("unchained-node %1--help lists the options",
                                  m_out.command != nullptr ? std::string(m_out.command->name) + " " : std::string()));
    }

    Result<void> operand(const std::string& word) {
        if (m_out.command != nullptr) {
            m_out.operands.push_back(word);
            return {};
        }
        const std::string name = m_group.empty() ? word : m_group + " " + word;
        m_out.command = findCommand(m_commands, name);
        if (m_out.command != nullptr) return {};
        if (m_group.empty() && isGroup(m_commands, word)) {
            m_group = word;
            return {};
        }
        return unknownCommand(word);
    }

    /// The second words of the group, or the first words of all commands.
    std::vector<std::string> choices() const {
        std::vector<std::string> out;
        for (const CommandSpec& command : m_commands) {
            const std::string name = command.name;
            std::string choice = firstWord(name);
            if (!m_group.empty()) {
                if (!name.starts_with(m_group + " ")) continue;
                choice = name.substr(m_group.size() + 1);
            }
            if (std::find(out.begin(), out.end(), choice) == out.end()) out.push_back(choice);
        }
        return out;
    }

    Error unknownCommand(const std::string& word) const {
        const std::vector<std::string> known = choices();
        const std::vector<std::string_view> views(known.begin(), known.end());
        const std::string nearest = jobs::nearestOf(word, std::span<const std::string_view>(views));
        const std::string before = m_group.empty() ? std::string() : m_group + " ";
        Message remedy("commands are %1", joined(known));
        if (!nearest.empty()) remedy = Message("did you mean %1?", before + nearest);
        return usageError(before + word, "is no command", std::move(remedy));
    }

    static std::string joined(const std::vector<std::string>& words) {
        std::string out;
        for (const std::string& word : words)
            out += (out.empty() ? "" : ", ") + word;
        return out;
    }

    Result<Arguments> finish() {
        m_out.group = m_group;
        if (m_out.help || m_out.version || m_out.debugInfo) return std::move(m_out);
        if (m_out.command == nullptr) {
            if (m_group.empty()) return usageError("command", "is missing", "unchained-node --help lists the commands");
            return usageError(m_group, "is not a whole command", Message("add one of %1", joined(choices())));
        }
        const CommandSpec& command = *m_out.command;
        if (m_out.operands.size() > command.operandCount())
            return usageError(m_out.operands[command.operandCount()], "is one word too many",
                              Message("write unchained-node %1", usageOf(command)));
        if (m_out.operands.size() < command.operandCount())
            return usageError(command.name, Message("needs %1", command.operands),
                              Message("write unchained-node %1", usageOf(command)));
        for (const OptionSpec& option : command.options)
            if (option.required && m_out.find(option.name) == nullptr)
                return usageError(dashed(option.name), "is missing",
                                  Message("write unchained-node %1", usageOf(command)));
        return std::move(m_out);
    }

    const std::vector<std::string>& m_words;
    std::span<const CommandSpec> m_commands;
    std::size_t m_at = 0;
    bool m_onlyOperands = false;
    std::string m_group;
    Arguments m_out;
};

} // namespace

std::size_t CommandSpec::operandCount() const {
    const std::string_view words = operands;
    if (words.empty()) return 0;
    return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}

const OptionSpec* CommandSpec::find(std::string_view option) const {
    return findIn(options, option);
}

Result<Arguments> parseArguments(const std::vector<std::string>& arguments, std::span<const CommandSpec> commands) {
    return Parser(arguments, commands).run();
}

// ---- values

bool Arguments::flag(std::string_view name) const {
    return find(name) != nullptr;
}

const std::string* Arguments::find(std::string_view name) const {
    const auto at = options.find(name);
    return at == options.end() || at->second.empty() ? nullptr : &at->second.front();
}

std::string Arguments::text(std::string_view name, std::string_view absent) const {
    const std::string* value = find(name);
    return value != nullptr ? *value : std::string(absent);
}

std::vector<std::string> Arguments::all(std::string_view name) const {
    const auto at = options.find(name);
    return at == options.end() ? std::vector<std::string>{} : at->second;
}

void Arguments::fail(std::string subject, Message sentence, Message remedy) {
    if (!m_failed) m_failed = usageError(std::move(subject), std::move(sentence), std::move(remedy));
}

std::uint64_t Arguments::integer(std::string_view name, std::uint64_t min, std::uint64_t max, std::uint64_t absent) {
    const std::string* value = find(name);
    if (value == nullptr) return absent;
    std::uint64_t out = 0;
    const char* const end = value->data() + value->size();
    const auto [stop, status] = std::from_chars(value->data(), end, out);
    if (status == std::errc() && stop == end && out >= min && out <= max) return out;
    fail(dashed(name), Message("'%1' is not a whole number from %2 to %3", *value, min, max),
         Message("write %1 %2", dashed(name), min));
    return absent;
}

namespace {

Result<Amount> readAmount(const std::string& subject, const std::string& text) {
    auto amount = Amount::parse(text);
    if (amount) return amount;
    return usageError(subject, Message("'%1' is no amount in credits: %2", text, amount.error().sentence.str()),
                      "write digits with at most six decimals, such as 12.5");
}

Result<PeerId> readPeer(const std::string& subject, const std::string& text) {
    if (const auto peer = idFromHex<PeerId>(text)) return *peer;
    return usageError(subject, Message("'%1' is no peer id", text),
                      "give 64 hex digits, as `keys show` and `listings` print them");
}

} // namespace

std::optional<Amount> Arguments::amount(std::string_view name) {
    const std::string* value = find(name);
    if (value == nullptr) return std::nullopt;
    const auto out = readAmount(dashed(name), *value);
    if (out) return *out;
    if (!m_failed) m_failed = out.error();
    return std::nullopt;
}

std::optional<double> Arguments::fraction(std::string_view name) {
    const auto parts = share(name);
    return parts ? std::optional(1e-9 * static_cast<double>(*parts)) : std::nullopt;
}
std::optional<std::uint64_t> Arguments::share(std::string_view name, bool whole) {
    const std::string* value = find(name);
    if (value == nullptr) return std::nullopt;
    const bool percent = value->ends_with('%');
    const char* const end = value->data() + value->size() - (percent ? 1 : 0);
    double out = 0;
    const auto [stop, status] = std::from_chars(value->data(), end, out, std::chars_format::fixed);
    const double scaled = out * (percent ? 1e7 : 1e9);
    const bool between = scaled >= 1 && scaled < 1e9;
    if (status == std::errc() && stop == end && (between || (whole && scaled >= 0 && scaled <= 1e9)))
        return static_cast<std::uint64_t>(scaled + 0.5);
    fail(dashed(name), Message("'%1' is no share between 0 and 1", *value), "write it as 0.95 or 95%");
    return std::nullopt;
}

Amount Arguments::amountOperand(std::size_t at) {
    const auto out = readAmount("CREDITS", operands.at(at));
    if (out) return *out;
    if (!m_failed) m_failed = out.error();
    return {};
}

std::optional<PeerId> Arguments::peer(std::string_view name) {
    const std::string* value = find(name);
    if (value == nullptr) return std::nullopt;
    const auto out = readPeer(dashed(name), *value);
    if (out) return *out;
    if (!m_failed) m_failed = out.error();
    return std::nullopt;
}

std::vector<PeerId> Arguments::peers(std::string_view name) {
    std::vector<PeerId> out;
    for (const std::string& value : all(name)) {
        const auto peer = readPeer(dashed(name), value);
        if (peer)
            out.push_back(*peer);
        else if (!m_failed)
            m_failed = peer.error();
    }
    return out;
}

PeerId Arguments::peerOperand(std::size_t at) {
    const auto out = readPeer("PEER", operands.at(at));
    if (out) return *out;
    if (!m_failed) m_failed = out.error();
    return {};
}

std::optional<Hash256> Arguments::hash(std::string_view name) {
    const std::string* value = find(name);
    if (value == nullptr) return std::nullopt;
    const auto out = idFromHex<Hash256>(*value);
    if (!out) {
        fail(dashed(name), Message("'%1' is no contract", *value), "give its 64 hex digits, as `jobs` prints them");
    }
    return out;
}

std::optional<net::Endpoint> Arguments::endpoint(std::string_view name) {
    const std::string* value = find(name);
    if (value == nullptr) return std::nullopt;
    auto out = net::Endpoint::parse(*value);
    if (out) return *out;
    fail(dashed(name), out.error().sentence, out.error().remedy);
    return std::nullopt;
}

net::HubAddress Arguments::hub() {
    auto out = net::HubAddress::parse(text("hub"));
    if (out) return *out;
    fail("--hub", Message("'%1': %2", text("hub"), out.error().sentence.str()), out.error().remedy);
    return {};
}

std::vector<std::pair<PeerId, Amount>> Arguments::issues(std::string_view name) {
    std::vector<std::pair<PeerId, Amount>> out;
    for (const std::string& value : all(name)) {
        const std::size_t equals = value.find('=');
        if (equals == std::string::npos) {
            fail(dashed(name), Message("'%1' is not PEER=CREDITS", value), "write a peer id, =, and an amount");
            return {};
        }
        const auto peer = readPeer(dashed(name), value.substr(0, equals));
        const auto amount = readAmount(dashed(name), value.substr(equals + 1));
        if (peer && amount) {
            out.emplace_back(*peer, *amount);
        } else if (!m_failed) {
            m_failed = peer ? amount.error() : peer.error();
        }
    }
    return out;
}

} // namespace unchained::node
