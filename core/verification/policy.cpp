// SPDX-License-Identifier: Apache-2.0
#include "verification/policy.h"

#include <algorithm>
#include <cassert>

namespace unchained::verification {

namespace {

__extension__ using Wide = __int128;

Error overflow(const char* what) {
    return makeError(PolicyError::Overflow, what, "the amount is beyond what the books can hold",
                     "use a smaller price, bond or odds");
}

Result<Amount> narrow(Wide micro, const char* what) {
    if (micro > Wide{INT64_MAX} || micro < Wide{INT64_MIN}) return overflow(what);
    const auto amount = Amount::fromMicro(static_cast<std::int64_t>(micro));
    if (!amount) return overflow(what);
    return *amount;
}

Wide wide(Amount amount) {
    return amount.micro();
}

/// p(V + (1−δ)B − ℓ) / (m(c + X)) as numerator and denominator; V·p = c.
struct Ratio {
    Wide numerator, denominator;
};

Ratio deterrence(const Stakes& s) {
    const Wide n = s.odds;
    return {kKeptDenominator * (n * wide(s.price) - wide(s.marketLoss)) + kKeptNumerator * wide(s.bond),
            kKeptDenominator * n * kMargin * (wide(s.price) + wide(s.atStake))};
}

} // namespace

Result<Amount> faceValue(Amount price, std::uint32_t odds) {
    return narrow(wide(price) * odds, "face value");
}

Result<Amount> leastBond(Amount price, std::uint32_t odds, Amount atStake, std::uint32_t batch, Amount marketLoss) {
    const Wide wanted = kMargin * (wide(price) + wide(atStake)) * odds * batch - wide(price) * odds + wide(marketLoss);
    if (wanted <= 0) return Amount{};
    return narrow((wanted * kKeptDenominator + kKeptNumerator - 1) / kKeptNumerator, "bond");
}

Result<std::uint32_t> largestBatch(const Stakes& stakes) {
    assert(stakes.odds >= 1 && wide(stakes.price) >= 1 && wide(stakes.atStake) >= 0 && wide(stakes.bond) >= 0);
    const Ratio ratio = deterrence(stakes);
    const Wide g = ratio.numerator / ratio.denominator;
    if (g >= 1) return static_cast<std::uint32_t>(std::min<Wide>(g, UINT32_MAX));
    auto bond = leastBond(stakes.price, stakes.odds, stakes.atStake, 1, stakes.marketLoss);
    if (!bond) return bond.error();
    return makeError(
        PolicyError::NotDeterred, "bond",
        Message("a bond of %1 credits does not make cheating a loss, even with every claim checked", stakes.bond.str()),
        Message("a bond of %1 credits or more would do", bond->str()));
}

double gainIfDrawn(const Stakes& stakes, std::uint32_t batch) {
    const double n = stakes.odds, c = static_cast<double>(stakes.price.micro());
    return c - n * (sabotageDeterred(stakes, batch) + c);
}

double sabotageDeterred(const Stakes& stakes, std::uint32_t batch) {
    const double n = stakes.odds, c = static_cast<double>(stakes.price.micro());
    const double kept = static_cast<double>(kKeptNumerator) / static_cast<double>(kKeptDenominator);
    const double lost =
        n * c + kept * static_cast<double>(stakes.bond.micro()) - static_cast<double>(stakes.marketLoss.micro());
    return lost / (n * static_cast<double>(batch)) - c;
}

Result<Amount> largestSabotage(const Stakes& stakes, std::uint32_t batch) {
    const Wide lost = deterrence(stakes).numerator, steps = kKeptDenominator * Wide{stakes.odds} * batch;
    const Wide down = lost / steps - (lost % steps < 0 ? 1 : 0); // a negative one rounds down, too
    return narrow(down - wide(stakes.price), "sabotage");
}

double assurance(double share, std::uint64_t steps, std::uint32_t odds, std::uint32_t batch) {
    return 1.0 - falseAccept(share, std::max<std::uint64_t>(1, steps / (std::uint64_t{odds} * batch)));
}

double falseAccept(double share, std::uint64_t checks) {
    double missed = 1.0, base = 1.0 - share;
    for (std::uint64_t e = checks; e > 0; e >>= 1, base *= base)
        if (e & 1) missed *= base;
    return missed;
}

double stepCheckRate(std::uint32_t odds, std::uint32_t batch) {
    return 1.0 / (static_cast<double>(odds) * static_cast<double>(batch));
}

Amount costOfFirstCheck(Amount price) {
    return price + Amount::micros((price.micro() + 3) / 4);
}

double checkCostInSteps(Amount recomputation, Amount transfer, Amount price) {
    return static_cast<double>(recomputation.micro() + transfer.micro()) / static_cast<double>(price.micro());
}

double overhead(double fixedShare, double stepCheckRate, double checkCostInSteps) {
    return fixedShare + stepCheckRate * checkCostInSteps;
}

bool stepIsLongEnough(Amount transfer, Amount price) {
    return 4 * wide(transfer) <= wide(price);
}

Result<Amount> escrow(Amount face, std::uint64_t tickets, std::uint32_t batch, Amount checkFee) {
    const auto wins = face.times(tickets);
    if (!wins) return wins.error();
    const auto checks = checkFee.times(tickets / batch + 2);
    if (!checks) return checks.error();
    return wins->plus(*checks);
}

Result<Amount> stepPrice(Amount pricePerHour, std::uint64_t work, std::uint64_t rate) {
    assert(rate >= 1);
    if (wide(pricePerHour) > 0 && Wide{work} > (Wide{1} << 120) / wide(pricePerHour)) return overflow("step price");
    const Wide hours = Wide{3600} * rate;
    return narrow(std::max<Wide>(1, (wide(pricePerHour) * work + hours - 1) / hours), "step price");
}

std::uint32_t leastWindow(Amount price, Amount pricePerHour, std::uint64_t workMs) {
    assert(price.micro() >= 1);
    const Wide perStep = wide(price) * 3'600'000;
    const Wide steps = (wide(pricePerHour) * workMs + perStep - 1) / perStep;
    return steps > UINT32_MAX ? UINT32_MAX : std::max<std::uint32_t>(1, static_cast<std::uint32_t>(steps));
}

} // namespace unchained::verification
