// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "e2e/process.h"
#include "evidence/evidence.h"
#include "protocol/signed.h"

/// What a result's evidence.cbor holds of its first contract, for tests. That it is true is the business of `verify`.
namespace unchained::e2e {

struct Record {
    std::vector<std::uint64_t> claims; ///< steps, in the order of the log
    std::vector<contract::CheckResult> checks;

    /// The step that a check found wrong; nothing where none was.
    [[nodiscard]] std::optional<std::uint64_t> wrongStep() const {
        for (const auto& check : checks)
            if (!check.right) return check.step;
        return std::nullopt;
    }
};

inline Record recordOf(const std::string& directory) {
    Record out;
    const auto opened = evidence::openEvidence(asBytes(readText(directory + "/evidence.cbor")));
    REQUIRE(opened.ok());
    REQUIRE_FALSE(opened->evidence.contracts.empty());
    for (const cbor::Value& notice : opened->evidence.contracts.front().notices) {
        const cbor::Array& fields = *notice.asArray();
        const std::string name = *fields.at(0).asText();
        if (name == "claim") {
            const auto claim = protocol::openSigned<contract::Claim>(*fields.at(1).asBytes());
            REQUIRE(claim.ok());
            out.claims.push_back(claim->value.proof.step);
        } else if (name == "check-result") {
            const auto result = protocol::openSigned<contract::CheckResult>(*fields.at(1).asBytes());
            REQUIRE(result.ok());
            out.checks.push_back(result->value);
        }
    }
    return out;
}

} // namespace unchained::e2e
