// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

class QObject;

namespace unchained::ui {

/// Asks the desktop whether things may move (its portal, org.gnome.desktop.interface enable-animations). `then` is
/// called later from the event loop, and never where nobody answers or `context` has gone. GUI thread.
void askForMotion(QObject* context, std::function<void(bool)> then);

} // namespace unchained::ui
