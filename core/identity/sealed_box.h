// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"
#include "identity/keys.h"

/// Words that two peers alone can read, whoever carries them: libsodium's crypto_box (X25519, XSalsa20, Poly1305) with
/// the X25519 forms of their Ed25519 identities. Both ends can open it, and nobody else; what is inside carries the
/// sender's signature, so that the receiver can show it. Safe from any thread.
namespace unchained::identity {

using BoxNonce = FixedBytes<struct BoxNonceTag, 24>;

enum class BoxError : std::uint32_t {
    BadKey = 250, ///< the other peer's key has no X25519 form
    NotForUs,     ///< damaged, or sealed between others
};

/// [nonce 24][tag 16][ciphertext]. `nonce` must be fresh randomness for every call.
[[nodiscard]] Result<Bytes> sealBox(const Keys& from, const PeerId& to, ByteView text, const BoxNonce& nonce);
/// For the receiver and, with the receiver as `other`, for the sender.
[[nodiscard]] Result<Bytes> openBox(const Keys& own, const PeerId& other, ByteView sealed);

} // namespace unchained::identity
