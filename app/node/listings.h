// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/renter_job.h"
#include "node/hub_talk.h"
#include "node/json.h"

#include <vector>

namespace unchained::node {

/// The hosts of a hub; rows that do not name this hub are left out.
[[nodiscard]] Result<std::vector<net::ListedHost>> askListings(HubTalk& talk);

/// {peer, name, price, rate, device, engine, build, memory, bond, stars, ratings, contracts, stepsChecked, stepsWrong,
/// balance, address, open, online, since}; null for what there is not.
[[nodiscard]] Json toJson(const net::ListedHost& host);

/// Mean of the stars, "4.5 (2)", or "unrated".
[[nodiscard]] std::string starsText(const net::ListedHost& host);

} // namespace unchained::node
