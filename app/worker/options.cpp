// SPDX-License-Identifier: Apache-2.0
#include "worker/options.h"

#include "gpu/worker_protocol.h"

#include <charconv>
#include <optional>

namespace unchained::worker {

namespace {

constexpr unsigned kThreadsMax = 1024;
constexpr unsigned kSelfCheckMax = 1'000'000;

Error wrong(std::string_view option, Message sentence) {
    return makeError(gpu::worker::WorkerError::CannotStart, std::string(option), std::move(sentence),
                     "unchained-worker --help lists the options");
}

Result<unsigned> numberOf(std::string_view option, std::string_view text, unsigned most) {
    unsigned number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || end != text.data() + text.size() || number > most) {
        return wrong(option, {"%1 is not a number from 0 to %2", text, most});
    }
    return number;
}

/// Takes one of the options that have a value.
Result<void> set(Options& options, std::string_view name, std::string_view value) {
    if (name == "--blobs") options.blobs = value;
    if (name == "--engine") options.engine = value;
    if (name == "--threads") {
        const auto threads = numberOf(name, value, kThreadsMax);
        if (!threads) return threads.error();
        options.threads = *threads;
    }
    if (name == "--self-check") {
        const auto every = numberOf(name, value, kSelfCheckMax);
        if (!every) return every.error();
        options.selfCheck = *every;
    }
    return {};
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string_view>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view argument = arguments[i];
        const std::size_t equals = argument.find('=');
        const std::string_view name = argument.substr(0, equals);
        if (argument == "--help") {
            options.help = true;
        } else if (argument == "--version") {
            options.version = true;
        } else if (argument == "--debug-info") {
            options.debugInfo = true;
        } else if (name == "--blobs" || name == "--engine" || name == "--threads" || name == "--self-check") {
            std::optional<std::string_view> value;
            if (equals != std::string_view::npos) value = argument.substr(equals + 1);
            if (!value && i + 1 < arguments.size()) value = arguments[++i];
            if (!value) return wrong(name, "needs a value");
            if (auto done = set(options, name, *value); !done) return done.error();
        } else {
            return wrong(argument, "is no option of this program");
        }
    }
    return options;
}

} // namespace unchained::worker
