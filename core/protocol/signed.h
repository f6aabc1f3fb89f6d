// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"
#include "gpu/hash.h"
#include "identity/envelope.h"

namespace unchained::protocol {

/// A signed structure as it came: its value, who signed it, and the hash by which others name it.
template <class T>
struct Signed {
    T value;
    PeerId signer;
    Bytes payload;
    [[nodiscard]] Hash256 hash() const { return sha256(payload); }
};

/// Checks the signature and decodes; the error names the structure.
template <class T>
[[nodiscard]] Result<Signed<T>> openSigned(ByteView envelope) {
    auto opened = identity::openEnvelope(envelope);
    if (!opened) {
        Error error = opened.error();
        error.subject = T::kName;
        return error;
    }
    auto value = contract::decodeStructure<T>(opened->payload);
    if (!value) return value.error();
    return Signed<T>{std::move(*value), opened->signer, std::move(opened->payload)};
}

template <class T>
[[nodiscard]] Bytes sealed(const identity::Keys& keys, const T& structure) {
    return identity::seal(keys, contract::encodeStructure(structure));
}

} // namespace unchained::protocol
