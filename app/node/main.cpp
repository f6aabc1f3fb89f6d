// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"
#include "node/stop_signal.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <exception>

/// unchained-node: hub, host and renter without a window.
namespace unchained::node {

namespace {

/// Before the command line could be read: an error of it is printed as JSON, too.
int failEarly(const std::vector<std::string>& words, const Error& error) {
    std::fprintf(stderr, "unchained-node: %s\n", error.text().c_str());
    if (std::find(words.begin(), words.end(), "--json") != words.end())
        std::printf("%s\n",
                    Json{{"error", toJson(error)}}.dump(-1, ' ', false, Json::error_handler_t::replace).c_str());
    return exitCodeOf(error);
}

int run(const std::vector<std::string>& words) {
    const auto arguments = parseArguments(words, commandTable());
    if (!arguments) return failEarly(words, arguments.error());
    if (arguments->version) {
        std::printf("unchained-node %s\n", UNCHAINED_VERSION);
        return kGood;
    }
    if (arguments->help) {
        std::fputs(helpText(*arguments, commandTable()).c_str(), stdout);
        return kGood;
    }
    auto context = Context::from(*arguments);
    if (!context) return failEarly(words, context.error());
    if (arguments->debugInfo) return runDebugInfo(*context);
    return arguments->command->run(*context, *arguments);
}

int guarded(const std::vector<std::string>& words) {
    int status = kCannotStart;
    try {
        status = run(words);
    } catch (const std::exception& failure) {
        return failEarly(words, makeError(NodeError::Broken, "program", Message("cannot go on: %1", failure.what()),
                                          "nothing that was acknowledged is lost: start it again"));
    }
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        std::fputs("unchained-node: standard output: cannot be written\n", stderr);
        return status == kGood ? kCannotStart : status;
    }
    return status;
}

} // namespace

} // namespace unchained::node

int main(int argc, char** argv) {
    unchained::node::installSignals();
    const QCoreApplication application(argc, argv);
    return unchained::node::guarded({argv + 1, argv + argc});
}
