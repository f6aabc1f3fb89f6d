// SPDX-License-Identifier: Apache-2.0
#include "node/context.h"

#include "gpu/engine.h"
#include "gpu/host_tensor.h"
#include "identity/random.h"

#include <QCoreApplication>
#include <QDateTime>

#include <cstdio>
#include <cstdlib>

namespace unchained::node {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kPassphraseBytesMax = 4096;

Result<fs::path> defaultDirectory() {
    const char* const data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && fs::path(data).is_absolute()) return fs::path(data) / "unchained";
    const char* const home = std::getenv("HOME");
    if (home != nullptr && *home != '\0') return fs::path(home) / ".local/share/unchained";
    return makeError(NodeError::NoHome, "data directory", "neither HOME nor XDG_DATA_HOME is set",
                     "name a directory with --data-dir");
}

void write(std::FILE* file, const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::fflush(file);
}

} // namespace

Result<Context> Context::from(const Arguments& arguments) {
    Context out;
    out.m_json = arguments.flag("json");
    if (const std::string* file = arguments.find("passphrase-file")) out.m_passphraseFile = *file;
    if (const std::string* path = arguments.find("data-dir")) {
        if (path->empty())
            return makeError(NodeError::Usage, "--data-dir", "names no directory", "write --data-dir DIR");
        out.m_dataPath = std::filesystem::path(*path);
    } else {
        out.m_dataPath = defaultDirectory();
    }
    return out;
}

// ---- files

Result<storage::DataDirectory> Context::lock(bool createIfMissing) const {
    if (!m_dataPath) return m_dataPath.error();
    return storage::DataDirectory::open(*m_dataPath, createIfMissing);
}

Result<storage::DataDirectory> Context::read() const {
    if (!m_dataPath) return m_dataPath.error();
    return storage::DataDirectory::openForReading(*m_dataPath);
}

bool Context::passphraseGiven() const {
    return m_passphraseFile.has_value() || std::getenv("UNCHAINED_PASSPHRASE") != nullptr;
}

Result<std::string> Context::passphrase() {
    if (m_passphrase) return *m_passphrase;
    if (m_passphraseFile) {
        const auto bytes = gpu::readFile(*m_passphraseFile, kPassphraseBytesMax);
        if (!bytes)
            return makeError(NodeError::BadPassphrase, m_passphraseFile->string(), bytes.error().sentence,
                             "give a file that holds the passphrase in one line");
        std::string text(asText(*bytes));
        if (text.ends_with('\n')) text.pop_back();
        if (text.ends_with('\r')) text.pop_back();
        if (text.find('\n') != std::string::npos)
            return makeError(NodeError::BadPassphrase, m_passphraseFile->string(), "has more than one line",
                             "give a file that holds the passphrase in one line");
        if (identity::othersMayRead(*m_passphraseFile))
            warn("warning: others may read " + m_passphraseFile->string() + "; chmod 600 closes it to them");
        m_passphrase = std::move(text);
    } else if (const char* const given = std::getenv("UNCHAINED_PASSPHRASE")) {
        m_passphrase = given;
    } else {
        warn("warning: no passphrase was given: who can read the key file can spend its credits; use --passphrase-file "
             "or UNCHAINED_PASSPHRASE");
        m_passphrase = "";
    }
    return *m_passphrase;
}

Result<identity::UnlockedKeys> Context::keys(const storage::DataDirectory& directory, MissingKey missing) {
    const fs::path file = directory.identityKey();
    std::error_code failure;
    if (!fs::exists(file, failure)) {
        if (missing == MissingKey::Refuse)
            return makeError(NodeError::NoKey, file.string(), "there is no key in this directory",
                             "make one with `unchained-node keys new`, or name another directory with --data-dir");
        const auto words = passphrase();
        if (!words) return words.error();
        identity::UnlockedKeys made{identity::Keys(identity::randomKeySeed()), wallNow()};
        const Bytes bytes = identity::lockKeys(made.keys, *words, made.createdAt);
        if (auto ok = identity::writeKeyFile(file, bytes, identity::Existing::Keep); !ok) return ok.error();
        warn("made a new key: " + file.string());
        return made;
    }
    const auto bytes = identity::readKeyFile(file);
    if (!bytes) return bytes.error();
    if (identity::othersMayRead(file))
        warn("warning: others may read " + file.string() + "; chmod 600 closes it to them");
    const auto words = passphrase();
    if (!words) return words.error();
    auto keys = identity::unlockKeys(*bytes, *words);
    if (keys) return keys;
    Error error = keys.error();
    error.subject = file.string();
    return error;
}

Result<jobs::JobSpec> Context::job(const std::string& nameOrPath) const {
    const auto path = jobs::findJob(nameOrPath, jobDirectories());
    if (!path) return path.error();
    return jobs::loadJob(*path);
}

fs::path Context::worker() {
    return fs::path(QCoreApplication::applicationDirPath().toStdString()) / "unchained-worker";
}

std::vector<fs::path> jobDirectories() {
    const fs::path program = QCoreApplication::applicationDirPath().toStdString();
    // Installed beside the program, else in the tree that it was built from.
    return {program / "../share/unchained/jobs", UNCHAINED_JOBS};
}

// ---- words

void Context::say(const std::string& line) const {
    write(m_json ? stderr : stdout, line + "\n");
}

void Context::warn(const std::string& line) const {
    write(stderr, "unchained-node: " + line + "\n");
}

void Context::printNow(const Json& document) const {
    if (m_json) write(stdout, document.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

int Context::finish(const Json& document, const std::string& text, ExitCode code) const {
    if (m_json) {
        printNow(document);
    } else if (!text.empty()) {
        write(stdout, text.ends_with('\n') ? text : text + "\n");
    }
    return code;
}

int Context::fail(const Error& error, Json document) const {
    return fail(error, exitCodeOf(error), std::move(document));
}

int Context::fail(const Error& error, ExitCode code, Json document) const {
    warn(error);
    document["error"] = toJson(error);
    printNow(document);
    return code;
}

/// The English pattern, and what stands in it: for programs that translate.
static Json partsOf(const Message& message) {
    Json out = Json::array({message.pattern()});
    for (const std::string& argument : message.args())
        out.push_back(argument);
    return out;
}

Json toJson(const Error& error) {
    return Json{{"code", error.code},
                {"subject", error.subject},
                {"sentence", error.sentence.str()},
                {"remedy", error.remedy.str()},
                {"sentenceParts", partsOf(error.sentence)},
                {"remedyParts", partsOf(error.remedy)},
                {"transient", error.transient}};
}

Result<void> engineIsKnown(const std::string& engine) {
    if (engine.empty()) return {};
    if (auto chosen = gpu::chooseEngine(engine); !chosen) return chosen.error();
    return {};
}

TimeMs wallNow() {
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace unchained::node
