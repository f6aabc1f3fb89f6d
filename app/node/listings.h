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
/// balance, address, open, online, since, standing}; null for what there is not.
[[nodiscard]] Json toJson(const net::ListedHost& host);
/// {stepsChecked, stepsWrong, contracts, rating, reliability, rented, faults, spent}, both figures {mean, low, high,
/// weight, count}.
[[nodiscard]] Json toJson(const protocol::Standing& standing);

/// Mean of the stars, "4.5 stars (2)", or "unrated" where nobody's voice counts yet.
[[nodiscard]] std::string starsText(const protocol::FigureOnWire& rating);

} // namespace unchained::node
