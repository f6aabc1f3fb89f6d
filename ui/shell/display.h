// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace unchained::ui {

/// Whether a window can be opened: Qt ends the program where it cannot, so this is asked first. A display on another
/// machine counts as there; one on this machine must take a connection. True where QT_QPA_PLATFORM says which to use.
[[nodiscard]] bool hasDisplay();

} // namespace unchained::ui
