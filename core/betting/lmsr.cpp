// SPDX-License-Identifier: Apache-2.0
#include "betting/lmsr.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace unchained::betting {

namespace {

__extension__ using Int128 = __int128;
__extension__ using UInt128 = unsigned __int128;

constexpr std::uint64_t kOne = std::uint64_t{1} << 62;
constexpr std::uint64_t kLn2 = 0x2C5C85FDF473DE6A; // floor(ln 2 · 2^62)
constexpr std::int64_t kSlack = 64;                // bound on the error of logSum
constexpr std::uint64_t kChances = 1'000'000'000;

int bitsOf(UInt128 x) {
    const auto high = static_cast<std::uint64_t>(x >> 64);
    return high != 0 ? 64 + static_cast<int>(std::bit_width(high))
                     : static_cast<int>(std::bit_width(static_cast<std::uint64_t>(x)));
}

std::uint64_t timesOne(std::uint64_t x, std::uint64_t y) {
    return static_cast<std::uint64_t>(UInt128{x} * y >> 62);
}

/// About ln(total / 2^62) · 2^62 for total ≥ 2^62. More than 64 bits from total = 2^67 on.
UInt128 logOf(UInt128 total) {
    const int p = bitsOf(total) - 63;
    const auto u = static_cast<std::uint64_t>(total >> p);
    const auto z = static_cast<std::uint64_t>((UInt128{u - kOne} << 62) / (UInt128{u} + kOne));
    const std::uint64_t square = timesOne(z, z);
    std::uint64_t a = 0;
    for (std::uint64_t j = 20; j-- > 0;)
        a = timesOne(a, square) + kOne / (2 * j + 1);
    return UInt128{static_cast<std::uint64_t>(p)} * kLn2 + 2 * UInt128{timesOne(z, a)};
}

/// max q − q_j in ascending order, with the number of outcomes: two equal ones have the same logarithm.
std::array<std::int64_t, kOutcomesMax> gaps(std::span<const std::int64_t> stocks) {
    std::array<std::int64_t, kOutcomesMax> out{};
    const std::int64_t top = *std::max_element(stocks.begin(), stocks.end());
    for (std::size_t j = 0; j < stocks.size(); ++j)
        out[j] = top - stocks[j];
    std::sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(stocks.size()));
    return out;
}

} // namespace

std::uint64_t expTerm(std::int64_t d, std::int64_t b) {
    assert(d >= 0 && b >= 1 && b <= kDepthMax);
    if (Int128{d} >= Int128{43} * b) return 0;
    const auto x = static_cast<UInt128>((Int128{d} << 62) / b);
    const auto k = static_cast<unsigned>(x / kLn2);
    const auto rest = static_cast<std::uint64_t>(x % kLn2);
    std::uint64_t y = kOne;
    for (std::uint64_t j = 20; j > 0; --j)
        y = kOne - timesOne(rest, y) / j;
    return y >> k;
}

std::uint64_t logSum(std::span<const std::int64_t> stocks, std::int64_t b) {
    assert(stocks.size() >= 2 && stocks.size() <= kOutcomesMax);
    const std::int64_t top = *std::max_element(stocks.begin(), stocks.end());
    UInt128 total = 0;
    for (const std::int64_t q : stocks) {
        assert(q >= -kStockMax && q <= kStockMax);
        total += expTerm(top - q, b);
    }
    return static_cast<std::uint64_t>(logOf(total)); // at most ln 8
}

std::int64_t tradeCost(std::span<const std::int64_t> before, std::span<const std::int64_t> after, std::int64_t b) {
    assert(before.size() == after.size());
    const std::int64_t rise =
        *std::max_element(after.begin(), after.end()) - *std::max_element(before.begin(), before.end());
    if (gaps(before) == gaps(after)) return rise; // the logarithms are the same number
    const Int128 change = static_cast<Int128>(logSum(after, b)) - static_cast<Int128>(logSum(before, b)) + 2 * kSlack;
    const Int128 scaled = change * b;
    const Int128 up = -(-scaled >> 62); // rounds up: >> of a negative number rounds down
    std::int64_t most = after[0] - before[0];
    for (std::size_t j = 1; j < before.size(); ++j)
        most = std::max(most, after[j] - before[j]);
    return static_cast<std::int64_t>(std::min<Int128>(rise + up, most));
}

MarginalPrice marginalPrice(std::int64_t lead, std::int64_t b) {
    if (lead == 0) return {kWholePrice / 2, kWholePrice / 2};
    const std::uint64_t far = expTerm(lead < 0 ? -lead : lead, b);
    const std::uint64_t weight = lead >= 0 ? kOne : far;
    const UInt128 all = UInt128{kOne} + far;
    const UInt128 scaled = UInt128{weight} * static_cast<std::uint64_t>(kWholePrice);
    // The terms are wrong by some units of 2^-62: a millionth of a millionth of slack makes the rounding safe.
    const UInt128 slack = UInt128{1} << 42;
    const UInt128 low = scaled > slack ? scaled - slack : 0;
    return {static_cast<std::int64_t>(low / all),
            std::min<std::int64_t>(kWholePrice, static_cast<std::int64_t>((scaled + slack + all - 1) / all))};
}

std::int64_t openingLead(std::uint64_t chance, std::int64_t b) {
    assert(chance >= 1000 && chance <= kChances - 1000 && b >= 1 && b <= kDepthMax);
    const std::uint64_t small = std::min(chance, kChances - chance);
    const UInt128 ratio = logOf((UInt128{kOne} * (kChances - small)) / small);
    const auto lead = static_cast<std::int64_t>(ratio * static_cast<std::uint64_t>(b) >> 62);
    return chance == small ? lead : -lead;
}

std::int64_t makersLossMost(std::int64_t lead, std::int64_t b) {
    const std::array<std::int64_t, 2> stocks{lead < 0 ? -lead : lead, 0};
    const UInt128 scaled = UInt128{logSum(stocks, b) + kSlack} * static_cast<std::uint64_t>(b);
    return stocks[0] + static_cast<std::int64_t>((scaled + kOne - 1) >> 62);
}

std::int64_t depthFor(std::int64_t loss, std::uint64_t chance) {
    std::int64_t low = 0, high = kDepthMax; // makersLossMost grows with b
    while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (makersLossMost(openingLead(chance, middle), middle) <= loss)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace unchained::betting
