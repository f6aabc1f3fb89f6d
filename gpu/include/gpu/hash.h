// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/cbor.h"

#include <memory>

namespace unchained {

/// SHA-256 (FIPS 180-4) by OpenSSL. Safe from any thread.
[[nodiscard]] Hash256 sha256(ByteView data);
/// SHA-256 of the concatenation, without making it.
[[nodiscard]] Hash256 sha256(std::initializer_list<ByteView> parts);
/// HMAC-SHA256 (RFC 2104).
[[nodiscard]] Hash256 hmacSha256(ByteView key, ByteView message);

/// H(name, items…) = SHA-256(canonical CBOR ["unchained/<name>/v1", items…]). Vectors: tests/vectors/chain.json.
[[nodiscard]] Hash256 taggedHash(std::string_view name, cbor::Array items);

/// SHA-256 of data that comes in pieces.
class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(Sha256Stream&&) noexcept;
    Sha256Stream& operator=(Sha256Stream&&) noexcept;
    void add(ByteView data);
    [[nodiscard]] Hash256 finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace unchained
