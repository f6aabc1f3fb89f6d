// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/keys.h"
#include "net/dial.h"

#include <chrono>
#include <memory>

namespace unchained::node {

/// A short conversation with a hub, for commands that ask a few things and end: dials once, asks one after another,
/// and does not try again. Each function runs the event loop until it has its answer: only for a program that does
/// nothing else meanwhile. One thread.
class HubTalk {
public:
    /// Dials and pins the fingerprint. Errors of core/net.
    [[nodiscard]] static Result<std::unique_ptr<HubTalk>> open(const net::HubAddress& address,
                                                               const identity::Keys& keys);
    /// Somebody without a name, for questions that anybody may ask: neither the key nor its passphrase is needed, and
    /// a program that runs under our key is not disturbed.
    [[nodiscard]] static Result<std::unique_ptr<HubTalk>> openUnnamed(const net::HubAddress& address);
    ~HubTalk();

    /// The answer, or what the hub refused it with.
    [[nodiscard]] Result<cbor::Value> ask(cbor::Value body);
    /// Who answers the hub's own calls (openings of a case) while we wait.
    void serve(net::Connection::CallHandler handler) { m_connection->setCallHandler(std::move(handler)); }
    /// Runs the event loop until the hub sends a note, or the time is over.
    void listen(std::chrono::milliseconds most);
    [[nodiscard]] const PeerId& hub() const { return m_connection->peer(); }
    /// False once the connection is lost, for good.
    [[nodiscard]] bool isUp() const { return m_connection->isReady(); }

private:
    HubTalk() = default;
    net::Connection* m_connection = nullptr;
};

} // namespace unchained::node
