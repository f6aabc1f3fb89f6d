// SPDX-License-Identifier: Apache-2.0
#include "identity/certificate.h"

#include "identity/random.h"

#include <doctest/doctest.h>

#include <openssl/evp.h>
#include <openssl/x509.h>

using namespace unchained;
using namespace unchained::identity;

namespace {

struct Parsed {
    explicit Parsed(const Bytes& der) {
        const unsigned char* at = der.data();
        x509 = d2i_X509(nullptr, &at, static_cast<long>(der.size()));
    }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    ~Parsed() { X509_free(x509); }
    X509* x509 = nullptr;
};

} // namespace

TEST_CASE("one key has one certificate, which is signed by itself and carries the key") {
    const Keys keys(randomKeySeed());
    const Bytes der = tlsCertificate(keys);
    CHECK(tlsCertificate(keys) == der);
    CHECK(*peerOfCertificate(der) == keys.peer());
    CHECK(*spkiFingerprint(der) == fingerprint(keys.peer()));

    const Parsed parsed(der);
    REQUIRE(parsed.x509 != nullptr);
    EVP_PKEY* handle = keys.newHandle();
    CHECK(X509_verify(parsed.x509, handle) == 1);
    CHECK(X509_check_private_key(parsed.x509, handle) == 1);
    EVP_PKEY_free(handle);
    CHECK(X509_get_version(parsed.x509) == X509_VERSION_3);
    CHECK(X509_cmp_current_time(X509_get0_notBefore(parsed.x509)) < 0);
    CHECK(X509_cmp_current_time(X509_get0_notAfter(parsed.x509)) > 0);
    // The keys outlive the handle that was given away.
    CHECK(verify(keys.peer(), asBytes("x"), keys.sign(asBytes("x"))));
}

TEST_CASE("two keys have different certificates") {
    CHECK(tlsCertificate(Keys(randomKeySeed())) != tlsCertificate(Keys(randomKeySeed())));
}

TEST_CASE("what is no certificate of an Ed25519 key is refused") {
    const Bytes der = tlsCertificate(Keys(randomKeySeed()));
    Bytes longer = der;
    longer.push_back(0);
    CHECK(peerOfCertificate(longer).error().text() == "certificate: is not an X.509 certificate");
    CHECK(spkiFingerprint(longer).error().is(IdentityError::BadCertificate));
    for (std::size_t size = 0; size < der.size(); size += 7) {
        CHECK(!peerOfCertificate(ByteView(der).first(size)).ok());
    }

    X509* rsa = X509_new();
    EVP_PKEY* key = EVP_RSA_gen(2048);
    REQUIRE(X509_gmtime_adj(X509_getm_notBefore(rsa), 0) != nullptr);
    REQUIRE(X509_gmtime_adj(X509_getm_notAfter(rsa), 60) != nullptr);
    REQUIRE(X509_set_pubkey(rsa, key) == 1);
    REQUIRE(X509_sign(rsa, key, EVP_sha256()) > 0);
    Bytes other(static_cast<std::size_t>(i2d_X509(rsa, nullptr)));
    unsigned char* at = other.data();
    i2d_X509(rsa, &at);
    X509_free(rsa);
    EVP_PKEY_free(key);
    CHECK(peerOfCertificate(other).error().text() == "certificate: does not carry a usable Ed25519 key");
    CHECK(spkiFingerprint(other).ok());
}
