// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "contract/structures.h"
#include "gpu/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// Terms files: periods and the fee of a check, TOML. Every key may be left out.
///
///     release = "1h"        # from a batch's close to payment, where the renter does not release it
///     opening = "24h"       # to answer a request for an opening
///     secret = "24h"        # to open the last secret once a contract is being closed
///     bond = "1h"           # from settlement until the bond is free
///     grace = "15min"       # least patience with a silent party
///
/// and, of a hub alone, amounts of credits:
///
///     check_fee = "0.001"         # for each check, from the escrow
///     machine_hour = "1"          # what an hour of its machine is worth to it: is one more check worth what it costs?
///     transfer_gigabyte = "0.01"  # and a gigabyte of openings
///     pool = "1000"               # least that its insurance pool holds after a start
///
/// Durations are a whole number of ms, s, min or h. Errors are JobError (toml_fields.h) and name file, line, key and
/// remedy. Files are read; otherwise pure; any thread.
namespace unchained::jobs {

/// Whose terms they are: the least that a hub allows, or what a renter chooses.
enum class TermsOf : std::uint8_t { Hub, Renter };

/// What a terms file says; what it leaves out stays as it was.
struct Terms {
    std::optional<std::uint64_t> release, opening, secret, bond, grace;        ///< ms
    std::optional<Amount> checkFee, machinePerHour, transferPerGigabyte, pool; ///< of a hub

    [[nodiscard]] contract::Periods over(contract::Periods periods) const;
};

/// @param fileName  shown in errors
[[nodiscard]] Result<Terms> parseTerms(std::string_view text, const std::string& fileName, TermsOf of);
[[nodiscard]] Result<Terms> loadTerms(const std::filesystem::path& path, TermsOf of);

} // namespace unchained::jobs
