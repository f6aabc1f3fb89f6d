// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <filesystem>

/// Jobs that go on while the window is closed: `unchained-node resume`, detached. The file <data>/background holds its
/// process number.
namespace unchained::ui {

/// The directory's lock must be free. False where the program cannot be started.
[[nodiscard]] bool startBackground(const std::filesystem::path& data, const std::filesystem::path& node,
                                   const QString& passphrase);
/// Asks one that runs to save and end. False where there is none: somebody else holds the directory.
bool endBackground(const std::filesystem::path& data);

} // namespace unchained::ui
