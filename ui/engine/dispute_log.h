// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

namespace unchained::ui {

/// How far `unchained-node --json case dispute` is, from what it has written: its log line by line, and its answer, one
/// JSON document at the end. Pure; what cannot be read is passed over.
/// @param facts  job and contract; the rest is told anew
/// @param ended  the program runs no more: without an answer it failed
[[nodiscard]] DisputeFacts readDispute(DisputeFacts facts, const QByteArray& log, const QByteArray& answer, bool ended);

} // namespace unchained::ui
