// SPDX-License-Identifier: Apache-2.0
#include "identity/certificate.h"

#include "gpu/hash.h"
#include "identity/openssl_require.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

namespace unchained::identity {

namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* p) const {
        Free(p);
    }
};
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;
using PublicKey = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Number = std::unique_ptr<BIGNUM, Freer<BN_free>>;

/// Takes the OpenSSL writer twice: for the length, then for the bytes.
template <class T, class Writer>
Bytes toDer(T* object, Writer write) {
    const int length = write(object, nullptr);
    require(length > 0, "DER");
    Bytes out(static_cast<std::size_t>(length));
    unsigned char* at = out.data();
    require(write(object, &at) == length, "DER");
    return out;
}

void setName(X509* certificate, const PeerId& peer) {
    X509_NAME* name = X509_get_subject_name(certificate);
    // A common name has at most 64 characters: the peer id fills them.
    const std::string text = toHex(peer.view());
    require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(text.data()),
                                       static_cast<int>(text.size()), -1, 0) == 1 &&
                X509_set_issuer_name(certificate, name) == 1,
            "name");
}

void setSerial(X509* certificate, const PeerId& peer) {
    Hash256 serial = sha256(peer.view());
    serial.bytes[0] = static_cast<std::uint8_t>((serial.bytes[0] & 0x3f) | 0x40); // positive, 16 bytes long
    const Number number(BN_bin2bn(serial.bytes.data(), 16, nullptr));
    require(number != nullptr && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
            "serial number");
}

Result<Certificate> parse(ByteView der) {
    const unsigned char* at = der.data();
    Certificate certificate(d2i_X509(nullptr, &at, static_cast<long>(der.size())));
    if (certificate == nullptr || at != der.data() + der.size()) {
        return makeError(IdentityError::BadCertificate, "certificate", "is not an X.509 certificate");
    }
    return certificate;
}

} // namespace

Bytes tlsCertificate(const Keys& keys) {
    const Certificate certificate(X509_new());
    require(certificate != nullptr, "certificate");
    const PublicKey key(keys.newHandle());
    require(X509_set_version(certificate.get(), X509_VERSION_3) == 1, "version");
    setSerial(certificate.get(), keys.peer());
    setName(certificate.get(), keys.peer());
    require(ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate.get()), "19700101000000Z") == 1 &&
                ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate.get()), "99991231235959Z") == 1,
            "dates");
    require(X509_set_pubkey(certificate.get(), key.get()) == 1, "public key");
    require(X509_sign(certificate.get(), key.get(), nullptr) > 0, "signature");
    return toDer(certificate.get(), i2d_X509);
}

Result<PeerId> peerOfCertificate(ByteView der) {
    const auto certificate = parse(der);
    if (!certificate) return certificate.error();
    const EVP_PKEY* key = X509_get0_pubkey(certificate->get());
    PeerId out;
    std::size_t length = out.bytes.size();
    if (key == nullptr || EVP_PKEY_get_id(key) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key, out.bytes.data(), &length) != 1 || !isUsablePeer(out)) {
        return makeError(IdentityError::BadCertificate, "certificate", "does not carry a usable Ed25519 key");
    }
    return out;
}

Result<Hash256> spkiFingerprint(ByteView der) {
    const auto certificate = parse(der);
    if (!certificate) return certificate.error();
    return sha256(toDer(X509_get_X509_PUBKEY(certificate->get()), i2d_X509_PUBKEY));
}

} // namespace unchained::identity
