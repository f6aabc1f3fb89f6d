// SPDX-License-Identifier: Apache-2.0
#include "identity/sealed_box.h"

#include <array>
#include <cstring>

#include <sodium.h>

namespace unchained::identity {

namespace {

static_assert(BoxNonce::kSize == crypto_box_NONCEBYTES);
constexpr std::size_t kOverhead = crypto_box_NONCEBYTES + crypto_box_MACBYTES;

/// The X25519 forms of our secret and the other's public key; the secret is wiped when the object goes.
struct Curve {
    std::array<unsigned char, crypto_box_PUBLICKEYBYTES> theirs{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> ours{};
    bool good = false;

    Curve(const Keys& own, const PeerId& other) {
        std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{}; // seed, then public key
        std::memcpy(secret.data(), own.seed().bytes.data(), own.seed().bytes.size());
        std::memcpy(secret.data() + own.seed().bytes.size(), own.peer().bytes.data(), own.peer().bytes.size());
        good = sodium_init() >= 0 && crypto_sign_ed25519_pk_to_curve25519(theirs.data(), other.bytes.data()) == 0 &&
               crypto_sign_ed25519_sk_to_curve25519(ours.data(), secret.data()) == 0;
        sodium_memzero(secret.data(), secret.size());
    }
    ~Curve() { sodium_memzero(ours.data(), ours.size()); }
    Curve(const Curve&) = delete;
    Curve& operator=(const Curve&) = delete;
};

Error badKey() {
    return makeError(BoxError::BadKey, "peer", "this key cannot be written to", "take the id from the hub's listings");
}

} // namespace

Result<Bytes> sealBox(const Keys& from, const PeerId& to, ByteView text, const BoxNonce& nonce) {
    const Curve keys(from, to);
    if (!keys.good) return badKey();
    Bytes out(kOverhead + text.size());
    std::memcpy(out.data(), nonce.bytes.data(), nonce.bytes.size());
    if (crypto_box_easy(out.data() + nonce.bytes.size(), text.data(), text.size(), nonce.bytes.data(),
                        keys.theirs.data(), keys.ours.data()) != 0)
        return badKey();
    return out;
}

Result<Bytes> openBox(const Keys& own, const PeerId& other, ByteView sealed) {
    const Curve keys(own, other);
    if (!keys.good) return badKey();
    if (sealed.size() >= kOverhead) {
        Bytes out(sealed.size() - kOverhead);
        if (crypto_box_open_easy(out.data(), sealed.data() + crypto_box_NONCEBYTES,
                                 sealed.size() - crypto_box_NONCEBYTES, sealed.data(), keys.theirs.data(),
                                 keys.ours.data()) == 0)
            return out;
    }
    return makeError(BoxError::NotForUs, "message", "cannot be opened: it is damaged, or meant for somebody else");
}

} // namespace unchained::identity
