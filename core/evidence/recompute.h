// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/opened.h"

/// No part of this room's interface.
namespace unchained::evidence {

/// Recomputes what the options ask for and holds the roots against the committed ones; adds to the report.
void recomputeSteps(const Evidence& evidence, const VerifyOptions& options, const Recompute& recompute,
                    DirectoryReport& report);

} // namespace unchained::evidence
