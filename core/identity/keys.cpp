// SPDX-License-Identifier: Apache-2.0
#include "identity/keys.h"

#include "gpu/hash.h"
#include "identity/openssl_require.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

#include <algorithm>

namespace unchained::identity {

namespace {

/// y of the points whose order divides 8, as encoded without the sign of x; from the curve's equation.
constexpr const char* kSmallOrder[] = {
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
};

/// y < 2^255 - 19, the sign bit left out.
bool isCanonical(const std::array<std::uint8_t, 32>& y) {
    if (y[31] != 0x7f || y[0] < 0xed) return true;
    return !std::all_of(y.begin() + 1, y.end() - 1, [](std::uint8_t byte) { return byte == 0xff; });
}

} // namespace

void Keys::Free::operator()(evp_pkey_st* key) const {
    EVP_PKEY_free(key);
}

Keys::Keys(const KeySeed& seed)
    : m_key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.bytes.data(), seed.bytes.size())),
      m_seed(seed) {
    require(m_key != nullptr, "Ed25519 key");
    std::size_t length = m_peer.bytes.size();
    require(EVP_PKEY_get_raw_public_key(m_key.get(), m_peer.bytes.data(), &length) == 1, "public key");
}

Keys::~Keys() {
    OPENSSL_cleanse(m_seed.bytes.data(), m_seed.bytes.size());
}

Keys::Keys(Keys&& other) noexcept : m_key(std::move(other.m_key)), m_seed(other.m_seed), m_peer(other.m_peer) {
    OPENSSL_cleanse(other.m_seed.bytes.data(), other.m_seed.bytes.size());
}

Keys& Keys::operator=(Keys&& other) noexcept {
    if (this == &other) return *this;
    m_key = std::move(other.m_key);
    m_seed = other.m_seed;
    m_peer = other.m_peer;
    OPENSSL_cleanse(other.m_seed.bytes.data(), other.m_seed.bytes.size());
    return *this;
}

Hash256 Keys::drawKey() const {
    return hmacSha256(m_seed.view(), asBytes("unchained/draw-key/v1"));
}
Hash256 Keys::seedKey() const {
    return hmacSha256(m_seed.view(), asBytes("unchained/seed-key/v1"));
}
Hash256 Keys::hubKey() const {
    return hmacSha256(m_seed.view(), asBytes("unchained/hub-key/v1"));
}

evp_pkey_st* Keys::newHandle() const {
    require(EVP_PKEY_up_ref(m_key.get()) == 1, "reference");
    return m_key.get();
}

bool isUsablePeer(const PeerId& peer) {
    std::array<std::uint8_t, 32> y = peer.bytes;
    y[31] &= 0x7f;
    if (!isCanonical(y)) return false;
    const std::string text = toHex(y);
    return std::none_of(std::begin(kSmallOrder), std::end(kSmallOrder), [&](const char* bad) { return text == bad; });
}

Hash256 fingerprint(const PeerId& peer) {
    // SEQUENCE { SEQUENCE { OID 1.3.101.112 }, BIT STRING }
    static constexpr std::array<std::uint8_t, 12> kPrefix{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                          0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    return sha256({ByteView(kPrefix), peer.view()});
}

} // namespace unchained::identity
