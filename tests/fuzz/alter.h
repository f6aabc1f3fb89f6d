// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "identity/keys.h"
#include "input.h"

#include <vector>

namespace unchained::fuzz {

/// Changes single fields of real messages and signs them again, so that what is fuzzed lies behind the signatures.
///
/// A message is a tree: arrays, byte strings that hold canonical CBOR, and envelopes, whose payload hangs below them.
/// An envelope in which something was changed is signed anew by the key that it names, if that is one of ours.
class Alterer {
public:
    /// @param keys   of everybody; borrowed
    /// @param words  values that other messages carry, offered in place of fields; borrowed
    Alterer(Input& input, const std::vector<const identity::Keys*>& keys, const std::vector<cbor::Value>& words)
        : m_input(input), m_keys(keys), m_words(words) {}

    /// One to three fields replaced.
    [[nodiscard]] cbor::Value altered(const cbor::Value& message);

private:
    [[nodiscard]] cbor::Value rebuilt(const cbor::Value& item, std::size_t& place);
    [[nodiscard]] cbor::Value rebuiltEnvelope(const cbor::Array& envelope, const cbor::Value& payload,
                                              std::size_t& place);
    [[nodiscard]] cbor::Value replacement(const cbor::Value& old);
    [[nodiscard]] cbor::Value otherBytes(Bytes old);
    [[nodiscard]] cbor::Value otherNumber(const cbor::Value& old);
    [[nodiscard]] cbor::Value otherArray(cbor::Array old);

    Input& m_input;
    const std::vector<const identity::Keys*>& m_keys;
    const std::vector<cbor::Value>& m_words;
};

/// Where a whole number stands in the tree of a message.
struct NumberPlace {
    std::size_t place = 0;
    std::size_t envelopes = 0; ///< around it
};
[[nodiscard]] std::vector<NumberPlace> numberPlaces(const cbor::Value& message);
[[nodiscard]] std::size_t countNodes(const cbor::Value& message);

/// Every value in the tree of a message that is no array, envelopes opened.
void collectWords(const cbor::Value& message, std::vector<cbor::Value>& words);

} // namespace unchained::fuzz
