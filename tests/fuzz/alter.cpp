// SPDX-License-Identifier: Apache-2.0
#include "alter.h"

#include "identity/envelope.h"

#include <algorithm>
#include <optional>

namespace unchained::fuzz {

using cbor::Array;
using cbor::Value;

namespace {

constexpr std::size_t kNestedMin = 41; ///< shorter byte strings are hashes and keys, not messages

std::optional<Value> nestedIn(const Value& item) {
    const Bytes* bytes = item.asBytes();
    if (!bytes || bytes->size() < kNestedMin) return std::nullopt;
    auto value = cbor::decode(*bytes);
    if (!value || !value->asArray()) return std::nullopt;
    return std::move(*value);
}

/// The payload of an envelope; nothing where it is none.
std::optional<Value> payloadOf(const Array& items) {
    if (items.size() != 3 || !items[0].asBytes()) return std::nullopt;
    const Bytes *signer = items[1].asBytes(), *signature = items[2].asBytes();
    if (!signer || signer->size() != PeerId::kSize || !signature || signature->size() != identity::Signature::kSize)
        return std::nullopt;
    auto value = cbor::decode(*items[0].asBytes());
    if (!value) return std::nullopt;
    return std::move(*value);
}

void findNumbers(const Value& item, NumberPlace& at, std::vector<NumberPlace>& out) {
    if (item.asUnsigned() || item.asSigned()) out.push_back(at);
    ++at.place;
    if (const Array* items = item.asArray()) {
        if (const auto payload = payloadOf(*items)) {
            ++at.envelopes;
            findNumbers(*payload, at, out);
            --at.envelopes;
            at.place += 2; // signer and signature
            return;
        }
        for (const Value& inner : *items)
            findNumbers(inner, at, out);
    } else if (const auto nested = nestedIn(item)) {
        findNumbers(*nested, at, out);
    }
}

} // namespace

std::vector<NumberPlace> numberPlaces(const Value& message) {
    NumberPlace at;
    std::vector<NumberPlace> out;
    findNumbers(message, at, out);
    return out;
}

std::size_t countNodes(const Value& item) {
    if (const Array* items = item.asArray()) {
        if (const auto payload = payloadOf(*items)) return 3 + countNodes(*payload);
        std::size_t count = 1;
        for (const Value& inner : *items)
            count += countNodes(inner);
        return count;
    }
    const auto nested = nestedIn(item);
    return 1 + (nested ? countNodes(*nested) : 0);
}

void collectWords(const Value& message, std::vector<Value>& words) {
    if (const Array* items = message.asArray()) {
        const auto payload = payloadOf(*items);
        if (payload) collectWords(*payload, words);
        if (!payload)
            for (const Value& inner : *items)
                collectWords(inner, words);
        return;
    }
    if (std::find(words.begin(), words.end(), message) == words.end()) words.push_back(message);
    if (const auto nested = nestedIn(message)) collectWords(*nested, words);
}

Value Alterer::altered(const Value& message) {
    Value out = message;
    for (std::size_t changes = 1 + m_input.below(8) / 6; changes > 0; --changes) {
        std::size_t place = m_input.below(countNodes(out));
        out = rebuilt(out, place);
    }
    return out;
}

/// The item with its node number `place` replaced; `place` counts down over the nodes passed and is npos afterwards.
Value Alterer::rebuilt(const Value& item, std::size_t& place) {
    constexpr std::size_t kDone = SIZE_MAX;
    if (place == kDone) return item;
    if (place == 0) {
        place = kDone;
        return replacement(item);
    }
    --place;
    if (const Array* items = item.asArray()) {
        if (const auto payload = payloadOf(*items)) return rebuiltEnvelope(*items, *payload, place);
        Array out;
        for (const Value& inner : *items)
            out.push_back(rebuilt(inner, place));
        return Value(std::move(out));
    }
    if (const auto nested = nestedIn(item)) {
        Value inner = rebuilt(*nested, place);
        if (place == kDone) return Value(cbor::encode(inner));
    }
    return item;
}

Value Alterer::rebuiltEnvelope(const Array& envelope, const Value& payload, std::size_t& place) {
    Array out = envelope;
    const Value inner = rebuilt(payload, place);
    if (inner == payload) { // not below the payload: signer or signature
        if (place <= 1) {
            out[1 + place] = replacement(out[1 + place]);
            place = SIZE_MAX;
        } else if (place != SIZE_MAX) {
            place -= 2;
        }
        return Value(std::move(out));
    }
    out[0] = Value(cbor::encode(inner));
    const std::uint8_t who = m_input.byte();
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        const bool named = Value(m_keys[i]->peer()) == out[1];
        if (who >= 240 ? i != who % m_keys.size() : !named) continue;
        return *cbor::decode(identity::seal(*m_keys[i], *out[0].asBytes()));
    }
    return Value(std::move(out));
}

Value Alterer::replacement(const Value& old) {
    const std::uint8_t how = m_input.byte();
    if (how < 160) { // of the same type
        if (const Bytes* bytes = old.asBytes()) return otherBytes(*bytes);
        if (const Array* items = old.asArray()) return otherArray(*items);
        if (const bool* truth = old.asBool()) return Value(!*truth);
        if (old.asSigned() || old.asUnsigned()) return otherNumber(old);
    }
    if (how < 230 && !m_words.empty()) return m_words[m_input.below(m_words.size())];
    if (how < 236) return Value(cbor::Null{});
    if (how < 242) return otherNumber(old);
    if (how < 248) return Value(Array{old});
    auto raw = cbor::decode(m_input.bytes());
    return raw ? std::move(*raw) : Value(cbor::Null{});
}

Value Alterer::otherBytes(Bytes old) {
    const std::uint8_t how = m_input.byte();
    if (how < 128 && !old.empty()) {
        old[m_input.below(old.size())] ^= static_cast<std::uint8_t>(1 << how % 8);
    } else if (how < 160) {
        std::fill(old.begin(), old.end(), std::uint8_t{0});
    } else if (how < 190) {
        old.resize(m_input.below(old.size() + 2));
    } else {
        old = m_input.bytes();
    }
    return Value(std::move(old));
}

Value Alterer::otherNumber(const Value& old) {
    constexpr std::uint64_t kEdges[] = {0,          1,         2,          3,          4095,         4096,
                                        4097,       65536,     UINT32_MAX, 1ULL << 32, 1ULL << 52,   (1ULL << 53) - 1,
                                        1ULL << 53, INT64_MAX, 1ULL << 63, UINT64_MAX, 1'000'000ULL, 3'600'000ULL};
    const std::uint8_t how = m_input.byte();
    const std::uint64_t before = old.asUnsigned() ? *old.asUnsigned() : 0;
    if (how < 64) return Value(before + 1);
    if (how < 128) return Value(before - 1);
    if (how < 200) return Value(kEdges[how % std::size(kEdges)]);
    if (how < 216) return Value(INT64_MIN);
    if (how < 226) return Value(std::int64_t{-1});
    return Value(m_input.number(how % 8 + 1));
}

Value Alterer::otherArray(Array old) {
    const std::uint8_t how = m_input.byte();
    if (old.empty() || how < 16) {
        old.push_back(Value(m_input.number(1)));
        return Value(std::move(old));
    }
    const auto at = old.begin() + static_cast<std::ptrdiff_t>(m_input.below(old.size()));
    if (how < 100) {
        old.erase(at);
    } else if (how < 180) {
        old.insert(at, Value(*at));
    } else if (how < 230) {
        std::swap(*at, old[m_input.below(old.size())]);
    } else {
        old.clear();
    }
    return Value(std::move(old));
}

} // namespace unchained::fuzz
