// SPDX-License-Identifier: Apache-2.0
#include "identity/key_file.h"

#include "gpu/cbor.h"
#include "gpu/hash.h"
#include "identity/openssl_require.h"
#include "identity/random.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace unchained::identity {

namespace {

constexpr const char* kKeyFileTag = "unchained/key-file/v1";
constexpr std::uint64_t kScryptR = 8;
constexpr std::uint64_t kScryptP = 1;
/// A file from elsewhere may not make us take gigabytes.
constexpr std::uint32_t kLog2NMax = 18;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kFields = 8;

using Salt = FixedBytes<struct SaltTag, 16>;
using Nonce = FixedBytes<struct NonceTag, 12>;
using Sealed = FixedBytes<struct SealedTag, KeySeed::kSize + kTagBytes>;

struct Container {
    PeerId peer;
    TimeMs createdAt = 0;
    std::uint32_t log2N = 0;
    Salt salt;
    Nonce nonce;
    Sealed sealed;

    [[nodiscard]] cbor::Array header() const { return {kKeyFileTag, peer, createdAt, log2N, salt, nonce}; }
    [[nodiscard]] cbor::Array body() const {
        cbor::Array out = header();
        out.emplace_back(sealed);
        return out;
    }
};

struct FreeCipher {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};

/// 32 bytes that are wiped.
struct Secret {
    std::array<std::uint8_t, 32> bytes{};
    Secret() = default;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { OPENSSL_cleanse(bytes.data(), bytes.size()); }
};

void deriveKey(Secret& out, std::string_view passphrase, const Container& file) {
    const std::uint64_t n = std::uint64_t{1} << file.log2N;
    const std::uint64_t memoryMax = 128 * kScryptR * (n + kScryptP) + (std::uint64_t{1} << 20);
    require(EVP_PBE_scrypt(passphrase.data() != nullptr ? passphrase.data() : "", passphrase.size(),
                           file.salt.bytes.data(), file.salt.bytes.size(), n, kScryptR, kScryptP, memoryMax,
                           out.bytes.data(), out.bytes.size()) == 1,
            "scrypt");
}

/// One AES-256-GCM operation over the seed; false when the tag does not fit.
bool gcm(bool encrypt, const Secret& key, Container& file, KeySeed& seed) {
    const std::unique_ptr<EVP_CIPHER_CTX, FreeCipher> context(EVP_CIPHER_CTX_new());
    const Bytes additional = cbor::encode(file.header());
    std::uint8_t* const tag = file.sealed.bytes.data() + KeySeed::kSize;
    int length = 0;
    require(context != nullptr &&
                EVP_CipherInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.bytes.data(), file.nonce.bytes.data(),
                                  encrypt ? 1 : 0) == 1 &&
                EVP_CipherUpdate(context.get(), nullptr, &length, additional.data(),
                                 static_cast<int>(additional.size())) == 1,
            "AES-256-GCM");
    std::uint8_t* const out = encrypt ? file.sealed.bytes.data() : seed.bytes.data();
    const std::uint8_t* const in = encrypt ? seed.bytes.data() : file.sealed.bytes.data();
    require(EVP_CipherUpdate(context.get(), out, &length, in, static_cast<int>(KeySeed::kSize)) == 1, "AES-256-GCM");
    if (!encrypt) {
        require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, tag) == 1, "tag");
    }
    if (EVP_CipherFinal_ex(context.get(), out + KeySeed::kSize, &length) != 1) return false;
    if (encrypt) require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, tag) == 1, "tag");
    return true;
}

Error notAKeyFile() {
    return makeError(IdentityError::NotAKeyFile, "key file", "is not a key file of this program");
}

Error damaged() {
    return makeError(IdentityError::Damaged, "key file", "is damaged: its bytes have changed",
                     "restore it from a backup");
}

Result<Container> parseContainer(ByteView bytes) {
    const auto value = cbor::decode(bytes);
    const cbor::Array* array = value ? value->asArray() : nullptr;
    const std::string* tag = array != nullptr && !array->empty() ? array->front().asText() : nullptr;
    if (tag == nullptr || *tag != kKeyFileTag) {
        // A key file whose bytes no longer decode still begins with its name.
        return asText(bytes).find(kKeyFileTag) == std::string_view::npos ? notAKeyFile() : damaged();
    }
    cbor::Reader in(*value, "key file", kFields);
    Container out;
    in.text();
    out.peer = in.fixed<PeerId>();
    out.createdAt = in.i64();
    out.log2N = in.u32(kLog2NMax);
    out.salt = in.fixed<Salt>();
    out.nonce = in.fixed<Nonce>();
    out.sealed = in.fixed<Sealed>();
    const auto checksum = in.fixed<Hash256>();
    if (!in.finish() || out.log2N == 0 || checksum != sha256(cbor::encode(out.body()))) return damaged();
    return out;
}

} // namespace

Bytes lockKeys(const Keys& keys, std::string_view passphrase, TimeMs createdAt, ScryptCost cost) {
    Container file{keys.peer(), createdAt, cost.log2N, randomFixed<Salt>(), randomFixed<Nonce>(), {}};
    Secret key;
    deriveKey(key, passphrase, file);
    KeySeed seed = keys.seed();
    require(gcm(true, key, file, seed), "AES-256-GCM");
    OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
    cbor::Array all = file.body();
    all.emplace_back(sha256(cbor::encode(file.body())));
    return cbor::encode(std::move(all));
}

Result<UnlockedKeys> unlockKeys(ByteView bytes, std::string_view passphrase) {
    auto file = parseContainer(bytes);
    if (!file) return file.error();
    Secret key;
    deriveKey(key, passphrase, *file);
    KeySeed seed;
    const bool right = gcm(false, key, *file, seed);
    if (!right) {
        OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
        return makeError(IdentityError::WrongPassphrase, "key file", "the passphrase does not open it",
                         passphrase.empty() ? "give the passphrase that it was made with" : "try it again");
    }
    UnlockedKeys out{Keys(seed), file->createdAt};
    OPENSSL_cleanse(seed.bytes.data(), seed.bytes.size());
    if (out.keys.peer() != file->peer) return damaged();
    return out;
}

Result<KeyFileInfo> inspectKeys(ByteView bytes) {
    const auto file = parseContainer(bytes);
    if (!file) return file.error();
    return KeyFileInfo{file->peer, file->createdAt};
}

} // namespace unchained::identity
