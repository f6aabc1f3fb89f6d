// SPDX-License-Identifier: Apache-2.0
#pragma once

class QStyle;

namespace unchained::ui {

/// Fusion with our drawing of what a style sheet cannot colour from tokens: the marks of check boxes, radio buttons,
/// combo boxes, spin boxes and the frame of menus. The caller (QApplication::setStyle) owns it.
[[nodiscard]] QStyle* makeStyle();

} // namespace unchained::ui
