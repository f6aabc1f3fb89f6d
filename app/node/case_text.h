// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "node/json.h"

#include <string>

/// A case in words and as JSON. Pure.
namespace unchained::node {

[[nodiscard]] Json toJson(const contract::CaseView& view);
/// One line of a list.
[[nodiscard]] std::string caseLine(const contract::CaseView& view);
/// All of it.
[[nodiscard]] std::string caseText(const contract::CaseView& view, const PeerId& self);
/// "the host's step was wrong; its bond has paid", for an outcome of the hub.
[[nodiscard]] std::string outcomeText(const std::string& outcome);

} // namespace unchained::node
