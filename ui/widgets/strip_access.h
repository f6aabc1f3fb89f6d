// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <vector>

/// A WindowsStrip as a screen reader meets it: a list with an item a window. GUI thread.
namespace unchained::ui {

class WindowsStrip;

/// Safe to call again.
void installStripAccess();
/// The item under the cursor has the focus of the list.
void tellCursorMoved(WindowsStrip& strip);
/// Says the window under the cursor anew where it changed.
void tellWindowsChanged(WindowsStrip& strip, const std::vector<WindowFacts>& before);

} // namespace unchained::ui
