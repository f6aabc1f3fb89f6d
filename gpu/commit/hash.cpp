// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <new>
#include <stdexcept>

namespace unchained {

namespace {

/// Fetched once: looking an algorithm up by name costs more than hashing a kilobyte.
const EVP_MD* sha256Method() {
    static const EVP_MD* const kMethod = [] {
        const EVP_MD* method = EVP_MD_fetch(nullptr, "SHA256", nullptr);
        if (method == nullptr) throw std::runtime_error("this OpenSSL has no SHA-256");
        return method;
    }();
    return kMethod;
}

void require(int ok) {
    if (ok != 1) throw std::runtime_error("OpenSSL could not compute SHA-256");
}

/// A context of its own for each thread, made once.
EVP_MD_CTX* threadContext() {
    struct Holder {
        EVP_MD_CTX* context = EVP_MD_CTX_new();
        ~Holder() { EVP_MD_CTX_free(context); }
    };
    thread_local Holder holder;
    if (holder.context == nullptr) throw std::bad_alloc();
    return holder.context;
}

Hash256 finishOf(EVP_MD_CTX* context) {
    Hash256 out;
    require(EVP_DigestFinal_ex(context, out.bytes.data(), nullptr));
    return out;
}

} // namespace

Hash256 sha256(ByteView data) {
    return sha256({data});
}

Hash256 sha256(std::initializer_list<ByteView> parts) {
    EVP_MD_CTX* context = threadContext();
    require(EVP_DigestInit_ex2(context, sha256Method(), nullptr));
    for (const ByteView part : parts) {
        require(EVP_DigestUpdate(context, part.data(), part.size()));
    }
    return finishOf(context);
}

Hash256 hmacSha256(ByteView key, ByteView message) {
    static constexpr std::uint8_t kNoKey = 0;
    Hash256 out;
    const std::uint8_t* keyData = key.empty() ? &kNoKey : key.data();
    if (HMAC(sha256Method(), keyData, static_cast<int>(key.size()), message.data(), message.size(), out.bytes.data(),
             nullptr) == nullptr) {
        throw std::runtime_error("OpenSSL could not compute HMAC-SHA256");
    }
    return out;
}

Hash256 taggedHash(std::string_view name, cbor::Array items) {
    items.insert(items.begin(), cbor::Value("unchained/" + std::string(name) + "/v1"));
    return sha256(cbor::encode(cbor::Value(std::move(items))));
}

struct Sha256Stream::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    State() {
        if (context == nullptr) throw std::bad_alloc();
        require(EVP_DigestInit_ex2(context, sha256Method(), nullptr));
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256Stream::Sha256Stream() : m_state(std::make_unique<State>()) {}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(ByteView data) {
    require(EVP_DigestUpdate(m_state->context, data.data(), data.size()));
}

Hash256 Sha256Stream::finish() {
    return finishOf(m_state->context);
}

} // namespace unchained
