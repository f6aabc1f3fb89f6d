// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "gpu/bytes.h"

#include <memory>

struct evp_pkey_st; // OpenSSL's EVP_PKEY

namespace unchained::identity {

/// Ed25519 (RFC 8032, the pure one).
using Signature = FixedBytes<struct SignatureTag, 64>;
/// The 32 bytes that an Ed25519 key pair is made from: the secret.
using KeySeed = FixedBytes<struct KeySeedTag, 32>;

/// A key pair: who a peer is. Moved, never copied; the secret is wiped when the object goes.
/// Const functions may be called from several threads at once.
class Keys {
public:
    /// Any 32 bytes are a seed. For a new identity: Keys(randomKeySeed()) of random.h.
    explicit Keys(const KeySeed& seed);
    ~Keys();
    Keys(Keys&& other) noexcept;
    Keys& operator=(Keys&& other) noexcept;
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;

    [[nodiscard]] const PeerId& peer() const { return m_peer; }
    [[nodiscard]] Signature sign(ByteView message) const;

    /// Derived keys, HMAC-SHA256(seed, "unchained/draw-key/v1") and so on (protocol.md 0): the provider's b_k, the
    /// renter's seed chains and the hub's chains come of them, so that a restored backup restores those.
    [[nodiscard]] Hash256 drawKey() const;
    [[nodiscard]] Hash256 seedKey() const;
    [[nodiscard]] Hash256 hubKey() const;

    /// For the key file alone.
    [[nodiscard]] const KeySeed& seed() const { return m_seed; }
    /// For TLS: a new reference to the EVP_PKEY, which the caller frees (QSslKey(Qt::HANDLE) does).
    [[nodiscard]] evp_pkey_st* newHandle() const;

private:
    struct Free {
        void operator()(evp_pkey_st* key) const;
    };
    std::unique_ptr<evp_pkey_st, Free> m_key;
    KeySeed m_seed;
    PeerId m_peer;
};

/// Whether the signature is that of the peer over the message. False also for a key that isUsablePeer refuses.
[[nodiscard]] bool verify(const PeerId& peer, ByteView message, const Signature& signature);

/// Whether the bytes can be the key of an honest party: the encoding is canonical and the point is not one of the eight
/// of small order, under which one signature fits many messages. Whether it is on the curve shows at verification.
[[nodiscard]] bool isUsablePeer(const PeerId& peer);

/// SHA-256 of the key's SubjectPublicKeyInfo in DER (RFC 8410): what stands behind the # of a hub's address.
[[nodiscard]] Hash256 fingerprint(const PeerId& peer);

} // namespace unchained::identity
