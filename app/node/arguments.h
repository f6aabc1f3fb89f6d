// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"
#include "gpu/result.h"
#include "net/address.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The command line as data: what each command takes is declared (command_table.cpp), read and explained from there.
namespace unchained::node {

struct OptionSpec {
    const char* name;  ///< without the dashes
    const char* value; ///< what stands for its value in the help; null for a flag
    const char* help;
    bool required = false;
    bool repeated = false;
};

struct Arguments;
class Context;

struct CommandSpec {
    const char* name;     ///< "listings", "keys new"
    const char* operands; ///< "PEER CREDITS"; one word each
    const char* summary;
    const char* details; ///< a paragraph of its own help; may be empty
    std::vector<OptionSpec> options;
    int (*run)(Context& context, const Arguments& arguments);

    [[nodiscard]] std::size_t operandCount() const;
    [[nodiscard]] const OptionSpec* find(std::string_view option) const;
};

/// A command line that was read; the values are checked by the accessors.
///
/// The first value that is wrong is remembered, everything after it yields the default, so that a command can read all
/// and ask once with failed().
struct Arguments {
    const CommandSpec* command = nullptr; ///< null for --help, --version and --debug-info without a command
    std::string group;                    ///< "keys" of "keys new" and of "keys --help"
    std::map<std::string, std::vector<std::string>, std::less<>> options;
    std::vector<std::string> operands;
    bool help = false, version = false, debugInfo = false;

    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] const std::string* find(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name, std::string_view absent = {}) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

    [[nodiscard]] std::uint64_t integer(std::string_view name, std::uint64_t min, std::uint64_t max,
                                        std::uint64_t absent);
    [[nodiscard]] std::optional<Amount> amount(std::string_view name);
    /// "0.95" or "95%", in parts of 10^9; above 0 and below 1, or these two where `whole` allows it.
    [[nodiscard]] std::optional<std::uint64_t> share(std::string_view name, bool whole = false);
    /// The same as a number.
    [[nodiscard]] std::optional<double> fraction(std::string_view name);
    [[nodiscard]] std::optional<PeerId> peer(std::string_view name);
    [[nodiscard]] std::vector<PeerId> peers(std::string_view name);
    [[nodiscard]] std::optional<Hash256> hash(std::string_view name);
    [[nodiscard]] std::optional<net::Endpoint> endpoint(std::string_view name);
    [[nodiscard]] net::HubAddress hub(); ///< --hub
    [[nodiscard]] Amount amountOperand(std::size_t at);
    [[nodiscard]] PeerId peerOperand(std::size_t at);
    /// PEER=CREDITS
    [[nodiscard]] std::vector<std::pair<PeerId, Amount>> issues(std::string_view name);

    void fail(std::string subject, Message sentence, Message remedy);
    [[nodiscard]] const std::optional<Error>& failed() const { return m_failed; }

private:
    std::optional<Error> m_failed;
};

[[nodiscard]] std::span<const CommandSpec> commandTable();
/// Those that stand before or after the command.
[[nodiscard]] std::span<const OptionSpec> globalOptions();

/// `arguments` without the program's name. Options are --name VALUE or --name=VALUE; after "--" all are operands.
/// Error{Usage} whose remedy suggests the nearest option or command, or shows how the command is called.
[[nodiscard]] Result<Arguments> parseArguments(const std::vector<std::string>& arguments,
                                               std::span<const CommandSpec> commands);

/// "--name VALUE [--other]", as one calls it.
[[nodiscard]] std::string usageOf(const CommandSpec& command);
/// Of the program, of a group ("keys") or of one command.
[[nodiscard]] std::string helpText(const Arguments& arguments, std::span<const CommandSpec> commands);

} // namespace unchained::node
