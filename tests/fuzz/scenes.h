// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/protocol/world.h"
#include "input.h"

#include <memory>
#include <vector>

/// Rentals in memory that end in each of the ways there are, as starting points and as a stock of real messages.
namespace unchained::fuzz {

using Log = std::vector<std::pair<TimeMs, cbor::Value>>;

/// The hub in the middle of a rental.
struct HubScene {
    protocol::HubState hub;
    TimeMs now = 0;
};

struct Scenes {
    std::vector<std::unique_ptr<protocol::test::World>> worlds; ///< one contract, one set of keys in all
    std::vector<HubScene> hubs;
    std::vector<protocol::HubCommand> commands;    ///< that some party sent, and those that none had a reason to
    std::vector<cbor::Value> toProvider, toRenter; ///< events of all the sessions
    std::vector<cbor::Value> words;                ///< single fields of all these
    std::vector<const identity::Keys*> keys;       ///< hub, renter, host, stranger
    contract::ContractId contract;
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
