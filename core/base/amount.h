// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"
#include "gpu/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace unchained {

enum class AmountError : std::uint32_t {
    NotANumber = 10, ///< text that is not digits with at most one point between them
    Negative,        ///< a minus sign where no debt can be meant
    TooPrecise,      ///< more than six decimals: below a micro-credit
    OutOfRange,      ///< beyond ±kAmountMax
};

inline constexpr std::int64_t kMicroPerCredit = 1'000'000;

/// Largest amount of micro-credits: 2^53 − 1, about nine billion credits.
///
/// Why this bound: any reader of our JSON gets every amount exactly, even one that keeps numbers as doubles; and the
/// sum of a thousand amounts still fits int64, so that adding two and looking afterwards cannot wrap.
inline constexpr std::int64_t kAmountMax = (std::int64_t{1} << 53) - 1;

/// Money: micro-credits, never a fraction, never a wrap. May be negative (the issuance account, a difference).
///
/// Numbers that come from outside are combined with plus, minus and times, whose errors are values. The operators are
/// for amounts that the ledger already holds: there a result out of range is a broken invariant and throws.
class Amount {
public:
    constexpr Amount() = default;

    [[nodiscard]] static Result<Amount> fromMicro(std::int64_t micro);
    /// For constants and tests: whole credits. Out of range throws.
    [[nodiscard]] static Amount credits(std::int64_t whole);
    [[nodiscard]] static Amount micros(std::int64_t micro);
    /// "12.5", "12", "0.000001": digits, at most six of them after a point. No sign, no space, no separator.
    [[nodiscard]] static Result<Amount> parse(std::string_view text);

    [[nodiscard]] constexpr std::int64_t micro() const { return m_micro; }
    /// In credits, two decimals at least and six at most: "74.40", "-0.000001".
    [[nodiscard]] std::string str() const;

    [[nodiscard]] Result<Amount> plus(Amount other) const;
    [[nodiscard]] Result<Amount> minus(Amount other) const;
    [[nodiscard]] Result<Amount> times(std::uint64_t factor) const;

    Amount operator+(Amount other) const { return micros(m_micro + other.m_micro); }
    Amount operator-(Amount other) const { return micros(m_micro - other.m_micro); }
    Amount operator-() const { return micros(-m_micro); }
    Amount& operator+=(Amount other) { return *this = *this + other; }
    Amount& operator-=(Amount other) { return *this = *this - other; }

    [[nodiscard]] constexpr bool isZero() const { return m_micro == 0; }
    [[nodiscard]] constexpr bool isNegative() const { return m_micro < 0; }
    constexpr auto operator<=>(const Amount&) const = default;

private:
    constexpr explicit Amount(std::int64_t micro) : m_micro(micro) {}

    std::int64_t m_micro = 0;
};

/// On the wire: the integer of micro-credits.
[[nodiscard]] cbor::Value toCbor(Amount amount);
/// The reader's next field; fails it when that is no integer or out of range.
[[nodiscard]] Amount readAmount(cbor::Reader& in);

} // namespace unchained
