// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

/// The learning curve of a job, kept beside its result: "<directory>.curve.json", an array of [step, loss, accuracy].
/// It is a picture for the person who watches and no evidence, so it is outside of the result, and a file that cannot
/// be read or written costs the picture only.
namespace unchained::ui {

/// Points in order of their steps; a broken or foreign file gives those before its first fault.
[[nodiscard]] std::vector<CurvePoint> readCurve(const QString& directory);
/// Replaces the file as a whole. False where it cannot be written.
bool writeCurve(const QString& directory, const std::vector<CurvePoint>& points);

} // namespace unchained::ui
