// SPDX-License-Identifier: Apache-2.0
#include "contract/structures.h"

#include "gpu/hash.h"

namespace unchained::contract {

ContractId contractId(ByteView offerPayload, ByteView acceptancePayload) {
    return taggedHash("contract", {cbor::Value(offerPayload), cbor::Value(acceptancePayload)});
}

} // namespace unchained::contract
