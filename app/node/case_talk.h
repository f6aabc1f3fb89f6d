// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "node/context.h"
#include "node/hub_talk.h"

#include <memory>
#include <vector>

namespace unchained::node {

struct HeardMessage {
    std::uint64_t number = 0;
    PeerId from, to;
    TimeMs time = 0;
    std::string text;
    Bytes envelope; ///< signed by its sender; empty where it cannot be opened
};

/// A conversation with the hub about cases: our key, and the connection. One thread.
struct CaseTalk {
    [[nodiscard]] static Result<std::unique_ptr<CaseTalk>> open(Context& context, const net::HubAddress& address);

    [[nodiscard]] Result<std::vector<contract::CaseView>> all() const;
    [[nodiscard]] Result<contract::CaseView> view(const contract::CaseId& id) const;
    /// By number or id, as people name it.
    [[nodiscard]] Result<contract::CaseView> named(const std::string& word) const;
    [[nodiscard]] Result<TimeMs> hubNow() const;
    /// A new connection in place of one that is lost.
    [[nodiscard]] Result<void> again();
    /// Of a contract, in order, opened as far as they are ours.
    [[nodiscard]] Result<std::vector<HeardMessage>> messages(const contract::ContractId& id) const;

    identity::Keys keys;
    std::unique_ptr<HubTalk> talk;

private:
    CaseTalk(identity::Keys own, net::HubAddress hub) : keys(std::move(own)), m_address(std::move(hub)) {}

    const net::HubAddress m_address;
};

} // namespace unchained::node
