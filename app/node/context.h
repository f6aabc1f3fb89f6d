// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.h"
#include "identity/key_file.h"
#include "jobs/job_file.h"
#include "node/arguments.h"
#include "node/exit_code.h"
#include "node/json.h"
#include "node/text.h"
#include "storage/data_directory.h"

#include <filesystem>
#include <optional>
#include <string>

namespace unchained::node {

enum class MissingKey {
    Refuse,
    Make, ///< a new identity, as hub and provide do
};

/// What all commands share: the options of the first line, the identity, and how one speaks to people and scripts.
/// One thread.
class Context {
public:
    [[nodiscard]] static Result<Context> from(const Arguments& arguments);

    /// Error{NoHome} where there is neither --data-dir nor a home: of interest only to who reads or writes there.
    [[nodiscard]] const Result<std::filesystem::path>& dataPath() const { return m_dataPath; }
    [[nodiscard]] bool json() const { return m_json; }

    // ---- files

    /// Takes the directory's lock.
    [[nodiscard]] Result<storage::DataDirectory> lock(bool createIfMissing) const;
    /// Without the lock, also while another program runs on it.
    [[nodiscard]] Result<storage::DataDirectory> read() const;
    /// From --passphrase-file, UNCHAINED_PASSPHRASE, or empty with a warning, once. Never asks.
    [[nodiscard]] Result<std::string> passphrase();
    [[nodiscard]] bool passphraseGiven() const;
    /// Error{NoKey}, identity errors with the file as their subject.
    [[nodiscard]] Result<identity::UnlockedKeys> keys(const storage::DataDirectory& directory, MissingKey missing);
    /// A job by path or by name; then the file, read and checked.
    [[nodiscard]] Result<jobs::JobSpec> job(const std::string& nameOrPath) const;
    /// unchained-worker, beside this program.
    [[nodiscard]] static std::filesystem::path worker();

    // ---- words

    /// A line for people while something goes on: standard output, with --json standard error.
    void say(const std::string& line) const;
    /// A line on standard error.
    void warn(const std::string& line) const;
    void warn(const Error& error) const { warn(error.text()); }
    /// One line of JSON on standard output at once, with --json only; for what is printed before the end.
    void printNow(const Json& document) const;
    /// The end: the document with --json, else the text (which may be empty). Returns `code`.
    int finish(const Json& document, const std::string& text, ExitCode code = kGood) const;
    /// The end: the error on standard error; with --json also {…document, "error": {…}}. Returns the status that goes
    /// with the error.
    int fail(const Error& error, Json document = Json::object()) const;
    int fail(const Error& error, ExitCode code, Json document = Json::object()) const;

private:
    Context() = default;

    Result<std::filesystem::path> m_dataPath{std::filesystem::path()};
    std::optional<std::filesystem::path> m_passphraseFile;
    std::optional<std::string> m_passphrase;
    bool m_json = false;
};

/// Of a name that was given on the command line; empty is always known. Error{UnknownEngine} and others of EngineError.
[[nodiscard]] Result<void> engineIsKnown(const std::string& engine);
/// The machine's clock.
[[nodiscard]] TimeMs wallNow();
/// Where `--job NAME` looks.
[[nodiscard]] std::vector<std::filesystem::path> jobDirectories();

} // namespace unchained::node
