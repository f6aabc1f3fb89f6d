// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "gpu/bytes.h"
#include "gpu/result.h"

#include <nlohmann/json.hpp>

/// What --json prints. Fields keep the order in which they are written; amounts are integers in micro-credits; ids and
/// roots are hex.
namespace unchained::node {

using Json = nlohmann::ordered_json;

/// {code, subject, sentence, remedy, transient}
[[nodiscard]] Json toJson(const Error& error);
[[nodiscard]] inline Json toJson(Amount amount) {
    return amount.micro();
}
template <class Tag, std::size_t N>
[[nodiscard]] Json toJson(const FixedBytes<Tag, N>& bytes) {
    return toHex(bytes.view());
}
/// null for nothing
template <class T>
[[nodiscard]] Json toJson(const std::optional<T>& value) {
    return value ? toJson(*value) : Json();
}

} // namespace unchained::node
