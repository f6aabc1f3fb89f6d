// SPDX-License-Identifier: Apache-2.0
#include "node/arguments.h"

#include <algorithm>

namespace unchained::node {

namespace {

constexpr std::size_t kColumn = 30, kWidth = 118;

constexpr const char* kFooter = R"(
Exit status:
  0  good; also after SIGTERM and SIGINT, which end the program within 10 s with its state saved
  1  checked and found wrong: a cheat that was caught and whose job did not finish elsewhere, a forgery, an audit that
     failed
  2  usage or bad input: an option, a file, an address that cannot be read, a wrong passphrase
  3  refused by a peer: by its rules, or because it is not the one whose fingerprint was given
  4  cannot start: no key, a locked directory, a busy port, a full disk, a hub that does not answer, no host within the
     limits that were given

With --json standard output is one JSON document, amounts are integers in micro-credits (a millionth of a credit), and
everything else goes to standard error; what failed is in "error".
)";

void addLine(std::string& out, std::string left, const char* right) {
    left.insert(0, "  ");
    if (left.size() + 2 > kColumn) {
        out += left + "\n";
        left.clear();
    }
    left.resize(kColumn, ' ');
    out += left + right + "\n";
}

void addWrapped(std::string& out, std::string_view text) {
    while (text.size() > kWidth) {
        const std::size_t cut = text.substr(0, kWidth).rfind(' ');
        if (cut == std::string_view::npos) break;
        out.append(text.substr(0, cut)).append("\n");
        text.remove_prefix(cut + 1);
    }
    out.append(text).append("\n");
}

std::string shown(const OptionSpec& option) {
    std::string out = "--";
    out += option.name;
    if (option.value != nullptr) {
        out += " ";
        out += option.value;
    }
    if (option.repeated) out += " ...";
    return out;
}

void addGlobals(std::string& out) {
    for (const OptionSpec& option : globalOptions())
        addLine(out, shown(option), option.help);
    addLine(out, "--help", "print this");
    addLine(out, "--version", "print the version");
    addLine(out, "--debug-info", "print versions, engines and directories, for a bug report");
}

std::string commandHelp(const CommandSpec& command) {
    std::string out;
    addWrapped(out, "Usage: unchained-node " + usageOf(command));
    out += std::string("\n") + command.summary + ".\n";
    if (*command.details != '\0') {
        out += "\n";
        addWrapped(out, command.details);
    }
    if (!command.options.empty()) {
        out += "\nOptions:\n";
        for (const OptionSpec& option : command.options)
            addLine(out, shown(option), option.help);
    }
    out += "\nOptions of every command:\n";
    addGlobals(out);
    return out + kFooter;
}

} // namespace

std::string usageOf(const CommandSpec& command) {
    std::string out = command.name;
    if (*command.operands != '\0') {
        out += " ";
        out += command.operands;
    }
    for (const OptionSpec& option : command.options)
        out += option.required ? " " + shown(option) : " [" + shown(option) + "]";
    return out;
}

std::string helpText(const Arguments& arguments, std::span<const CommandSpec> commands) {
    if (arguments.command != nullptr) return commandHelp(*arguments.command);
    std::string out = "Usage: unchained-node [--data-dir DIR] [--json] [--passphrase-file F] COMMAND\n\n"
                      "A marketplace for compute whose results anyone can check: hub, host and renter.\n\nCommands:\n";
    for (const CommandSpec& command : commands) {
        const std::string_view name = command.name;
        if (!arguments.group.empty() && !name.starts_with(arguments.group + " ")) continue;
        std::string left(name);
        if (*command.operands != '\0') {
            left += " ";
            left += command.operands;
        }
        addLine(out, left, command.summary);
    }
    out += "\n`unchained-node COMMAND --help` explains a command and lists its options.\n\n"
           "Options of every command, before or after it:\n";
    addGlobals(out);
    return out + kFooter;
}

} // namespace unchained::node
