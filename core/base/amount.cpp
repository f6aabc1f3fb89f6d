// SPDX-License-Identifier: Apache-2.0
#include "base/amount.h"

#include <algorithm>
#include <stdexcept>

namespace unchained {

namespace {

constexpr std::size_t kDecimals = 6;

bool inRange(std::int64_t micro) {
    return micro >= -kAmountMax && micro <= kAmountMax;
}

Error outOfRange() {
    return makeError(AmountError::OutOfRange, "amount",
                     Message("is beyond the largest amount, %1 credits", Amount::micros(kAmountMax).str()));
}

bool isDigits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<Amount> Amount::fromMicro(std::int64_t micro) {
    if (!inRange(micro)) return outOfRange();
    return Amount(micro);
}

Amount Amount::micros(std::int64_t micro) {
    if (!inRange(micro)) throw std::overflow_error("an amount left its range");
    return Amount(micro);
}

Amount Amount::credits(std::int64_t whole) {
    std::int64_t micro = 0;
    if (__builtin_mul_overflow(whole, kMicroPerCredit, &micro)) throw std::overflow_error("an amount left its range");
    return micros(micro);
}

Result<Amount> Amount::parse(std::string_view text) {
    const std::string subject = "amount \"" + std::string(text) + "\"";
    const Message remedy = "write credits, such as 12.5";
    if (text.size() > 1 && text[0] == '-' && (isDigits(text.substr(1, 1)) || text[1] == '.')) {
        return makeError(AmountError::Negative, subject, "is negative", remedy);
    }
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? "0" : text.substr(point + 1);
    if (!isDigits(whole) || !isDigits(part)) {
        return makeError(AmountError::NotANumber, subject, "is not a number of credits", remedy);
    }
    if (part.size() > kDecimals) {
        return makeError(AmountError::TooPrecise, subject, "has more than six decimals",
                         "the smallest amount is 0.000001");
    }
    std::string digits(whole);
    digits += part;
    digits.append(kDecimals - part.size(), '0');
    std::int64_t micro = 0;
    for (const char c : digits) {
        micro = micro * 10 + (c - '0');
        if (micro > kAmountMax) {
            Error error = outOfRange();
            error.subject = subject;
            return error;
        }
    }
    return Amount(micro);
}

std::string Amount::str() const {
    const std::int64_t magnitude = m_micro < 0 ? -m_micro : m_micro;
    std::string part = std::to_string(magnitude % kMicroPerCredit);
    part.insert(0, kDecimals - part.size(), '0');
    while (part.size() > 2 && part.back() == '0') {
        part.pop_back();
    }
    return (m_micro < 0 ? "-" : "") + std::to_string(magnitude / kMicroPerCredit) + "." + part;
}

Result<Amount> Amount::plus(Amount other) const {
    return fromMicro(m_micro + other.m_micro);
}

Result<Amount> Amount::minus(Amount other) const {
    return fromMicro(m_micro - other.m_micro);
}

Result<Amount> Amount::times(std::uint64_t factor) const {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(m_micro, factor, &product)) return outOfRange();
    return fromMicro(product);
}

cbor::Value toCbor(Amount amount) {
    return cbor::Value(amount.micro());
}

Amount readAmount(cbor::Reader& in) {
    const auto amount = Amount::fromMicro(in.i64());
    if (!amount) in.fail("is beyond the largest amount");
    return amount ? *amount : Amount{};
}

} // namespace unchained
