// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input.h"
#include "market_worlds.h"

#include <vector>

/// Rentals in memory that end in each of the ways there are, as starting points and as a stock of real messages.
namespace unchained::fuzz {

using Log = std::vector<std::pair<TimeMs, cbor::Value>>;

/// What was said in the worlds of one contract: in those of another it would be of a contract that nobody knows.
struct Stock {
    contract::ContractId contract;
    std::vector<protocol::HubCommand> commands;    ///< that some party sent, and those that none had a reason to
    std::vector<cbor::Value> toProvider, toRenter; ///< events of all the sessions
};

/// The hub in the middle of a rental.
struct HubScene {
    protocol::HubState hub;
    TimeMs now = 0;
    const World* world = nullptr; ///< as it was at its end
};

struct Scenes {
    Worlds worlds; ///< one set of keys in all
    std::vector<HubScene> hubs;
    std::vector<Stock> stocks;               ///< one for each contract; that of the plain rental first
    std::vector<cbor::Value> words;          ///< single fields of all these
    std::vector<const identity::Keys*> keys; ///< hub, renter, host, stranger

    [[nodiscard]] const Stock& stockOf(const World& world) const;
};

/// A World may be made outside of a test case from here on; a check of its own that fails ends the program.
void allowWorlds();

/// Made once.
[[nodiscard]] const Scenes& scenes();

/// What anybody can see of a hub; equal for hubs in equal states.
[[nodiscard]] Bytes viewOf(const protocol::HubState& hub);
/// What anybody can see of a session.
[[nodiscard]] Bytes viewOf(const protocol::Session& session);

/// Feeds a session with the real events of a world up to a point, then with others, and holds it to what a log
/// promises: a refused event changes nothing, and the events that were taken lead a fresh session to the same state.
void fuzzSession(Input& input, bool isRenter);

} // namespace unchained::fuzz
