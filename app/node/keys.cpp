// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"

#include "identity/random.h"
#include "node/stop_signal.h"

#include <iostream>
#include <unistd.h>

namespace unchained::node {

namespace fs = std::filesystem;

namespace {

Json describe(const PeerId& peer, TimeMs createdAt) {
    return {{"peer", toJson(peer)}, {"fingerprint", toJson(identity::fingerprint(peer))}, {"createdAt", createdAt}};
}

std::string words(const PeerId& peer, TimeMs createdAt) {
    return "peer         " + toHex(peer.view()) + "\nfingerprint  " + toHex(identity::fingerprint(peer).view()) +
           "\ncreated      " + timeText(createdAt) + " UTC";
}

std::optional<std::string> askOnce(const char* prompt) {
    std::cerr << prompt << std::flush;
    std::string out;
    const bool got = static_cast<bool>(std::getline(std::cin, out));
    std::cerr << '\n';
    if (!got) return std::nullopt;
    return out;
}

/// Twice, not shown.
Result<std::string> askForPassphrase(const Context& context) {
    const HiddenInput hidden;
    const auto first = askOnce("Passphrase (empty: none): ");
    const auto second = first ? askOnce("Once more: ") : std::nullopt;
    if (!first || !second)
        return makeError(NodeError::BadPassphrase, "passphrase", "was not entered",
                         "give it with --passphrase-file or UNCHAINED_PASSPHRASE");
    if (*first != *second)
        return makeError(NodeError::BadPassphrase, "passphrase", "the two entries differ", "start again");
    if (first->empty())
        context.warn("warning: with an empty passphrase, who can read the key file can spend its credits");
    return *first;
}

Error alreadyThere(const fs::path& file) {
    return makeError(
        identity::IdentityError::FileExists, file.string(), "there is a key already",
        "keep it, or name another directory with --data-dir; a key that is lost takes its credits with it");
}

Result<void> tryPassphrase(Context& context, ByteView file, const fs::path& name) {
    const auto passphrase = context.passphrase();
    if (!passphrase) return passphrase.error();
    const auto keys = identity::unlockKeys(file, *passphrase);
    if (keys) return {};
    Error error = keys.error();
    error.subject = name.string();
    return error;
}

} // namespace

int runKeysNew(Context& context, const Arguments&) {
    const auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    const fs::path file = directory->identityKey();
    std::error_code failure;
    if (fs::exists(file, failure)) return context.fail(alreadyThere(file));

    const bool ask = !context.passphraseGiven() && ::isatty(STDIN_FILENO) == 1;
    const auto passphrase = ask ? askForPassphrase(context) : context.passphrase();
    if (!passphrase) return context.fail(passphrase.error());
    const identity::Keys keys(identity::randomKeySeed());
    const TimeMs now = wallNow();
    const Bytes bytes = identity::lockKeys(keys, *passphrase, now);
    if (auto ok = identity::writeKeyFile(file, bytes, identity::Existing::Keep); !ok) return context.fail(ok.error());
    return context.finish(describe(keys.peer(), now), words(keys.peer(), now) + "\nfile         " + file.string());
}

int runKeysShow(Context& context, const Arguments&) {
    const auto directory = context.read();
    if (!directory) return context.fail(directory.error());
    const fs::path file = directory->identityKey();
    std::error_code failure;
    if (!fs::exists(file, failure)) {
        return context.fail(makeError(NodeError::NoKey, file.string(), "there is no key in this directory",
                                      "make one with `unchained-node keys new`, or name another directory with "
                                      "--data-dir"));
    }
    const auto bytes = identity::readKeyFile(file);
    if (!bytes) return context.fail(bytes.error());
    const auto info = identity::inspectKeys(*bytes);
    if (!info) {
        Error error = info.error();
        error.subject = file.string();
        return context.fail(error);
    }
    if (identity::othersMayRead(file))
        context.warn("warning: others may read " + file.string() + "; chmod 600 closes it to them");
    if (context.passphraseGiven()) {
        if (auto ok = tryPassphrase(context, *bytes, file); !ok) return context.fail(ok.error());
    }
    return context.finish(describe(info->peer, info->createdAt), words(info->peer, info->createdAt));
}

int runKeysBackup(Context& context, const Arguments& arguments) {
    const auto directory = context.read();
    if (!directory) return context.fail(directory.error());
    const fs::path file = arguments.operands.at(0);
    const auto info = identity::copyKeyFile(directory->identityKey(), file, identity::Existing::Keep);
    if (!info && info.error().is(identity::IdentityError::NoSuchFile)) {
        return context.fail(makeError(NodeError::NoKey, directory->identityKey().string(),
                                      "there is no key in this directory", "name another directory with --data-dir"));
    }
    if (!info) return context.fail(info.error());
    Json document = describe(info->peer, info->createdAt);
    document["file"] = file.string();
    return context.finish(document, words(info->peer, info->createdAt) + "\nbackup       " + file.string());
}

int runKeysRestore(Context& context, const Arguments& arguments) {
    const fs::path file = arguments.operands.at(0);
    // Before a directory is made for it.
    const auto bytes = identity::readKeyFile(file);
    if (!bytes) return context.fail(bytes.error());
    if (const auto info = identity::inspectKeys(*bytes); !info) {
        Error error = info.error();
        error.subject = file.string();
        return context.fail(error);
    }
    if (context.passphraseGiven()) {
        if (auto ok = tryPassphrase(context, *bytes, file); !ok) return context.fail(ok.error());
    }
    const auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    const auto info = identity::copyKeyFile(file, directory->identityKey(), identity::Existing::Keep);
    if (!info && info.error().is(identity::IdentityError::FileExists))
        return context.fail(alreadyThere(directory->identityKey()));
    if (!info) return context.fail(info.error());
    Json document = describe(info->peer, info->createdAt);
    document["file"] = directory->identityKey().string();
    return context.finish(document,
                          words(info->peer, info->createdAt) + "\nfile         " + directory->identityKey().string());
}

} // namespace unchained::node
