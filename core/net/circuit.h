// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "gpu/result.h"

#include <QObject>
#include <QSslSocket>

#include <chrono>
#include <map>
#include <memory>
#include <string_view>

namespace unchained::net {

/// Lets the two ends of a circuit find each other; 32 random bytes, good for one pair of connections.
using CircuitToken = FixedBytes<struct CircuitTokenTag, 32>;

/// What a second TCP connection begins with instead of TLS (whose first byte is 0x16): this and the token.
inline constexpr std::string_view kCircuitMagic = "UNCHCIRC";

struct CircuitLimits {
    std::chrono::milliseconds tokenLife{60'000}; ///< from issue() until both ends must have come
    std::chrono::milliseconds idleMax{120'000};  ///< without a byte either way; peers ping each other through it
    std::size_t circuitsMax = 1024;              ///< tokens and open circuits together
    std::size_t perPeerMax = 64;                 ///< of these, for one peer
    qint64 bufferBytes = 256 * 1024;             ///< held for each direction before TCP pushes back
};

/// The hub's side of circuits: pairs the two connections that bring the same token and copies bytes between them.
///
/// It reads nothing of what it copies: the two peers run mutual TLS with each other on it. The peers given to issue()
/// count for the limits only; whoever brings the token is connected, and fails in that TLS if it is not the one
/// expected. One thread.
class CircuitSwitch : public QObject {
    Q_OBJECT
public:
    explicit CircuitSwitch(CircuitLimits limits = {}, QObject* parent = nullptr);
    ~CircuitSwitch() override;

    /// A token to be sent to both; Error{TooManyCircuits} (transient) names the limit.
    [[nodiscard]] Result<CircuitToken> issue(const PeerId& a, const PeerId& b);

    /// Takes a connected socket whose preface has been read. An unknown, used or expired token resets it.
    void adopt(QSslSocket* socket, const CircuitToken& token);

    /// Tokens that wait and circuits that are open.
    [[nodiscard]] std::size_t count() const { return m_count; }

private:
    struct Place;
    struct Waiting;
    class Splice;

    void dropToken(const CircuitToken& token);

    const CircuitLimits m_limits;
    std::size_t m_count = 0;
    std::map<PeerId, std::size_t> m_load;
    std::map<CircuitToken, std::unique_ptr<Waiting>> m_waiting;
};

} // namespace unchained::net
