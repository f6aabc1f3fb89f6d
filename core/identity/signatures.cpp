// SPDX-License-Identifier: Apache-2.0
#include "identity/keys.h"
#include "identity/openssl_require.h"

#include <openssl/evp.h>

/// Signing and verifying, in an object file of its own: the simulator of whole markets, which spends most of its time
/// here, links quick words of its own in its place (tests/sim/simulated_signatures.cpp).
namespace unchained::identity {

namespace {

struct FreeContext {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

} // namespace

Signature Keys::sign(ByteView message) const {
    const Context context(EVP_MD_CTX_new());
    Signature out;
    std::size_t length = out.bytes.size();
    require(context != nullptr && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
                EVP_DigestSign(context.get(), out.bytes.data(), &length, message.data(), message.size()) == 1,
            "Ed25519 signature");
    return out;
}

bool verify(const PeerId& peer, ByteView message, const Signature& signature) {
    if (!isUsablePeer(peer)) return false;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, peer.bytes.data(), peer.bytes.size()), &EVP_PKEY_free);
    const Context context(EVP_MD_CTX_new());
    return key != nullptr && context != nullptr &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), signature.bytes.data(), signature.bytes.size(), message.data(),
                            message.size()) == 1;
}

} // namespace unchained::identity
