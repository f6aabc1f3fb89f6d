// SPDX-License-Identifier: Apache-2.0
#include "models/bet_words.h"

#include "theme/host_picture.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

namespace {
struct BetWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::BetWords)
};
constexpr int kTicketsMost = 999;
constexpr qint64 kTicketLeast = 100, kTicketMost = 1'000'000;
constexpr qint64 kWholeMinutesFrom = 300; ///< seconds: below, each of them counts
} // namespace

Amount ticketFace(const BetFacts& bet) {
    qint64 face = kTicketLeast;
    while (face < kTicketMost && face * 10 <= bet.depth * 2)
        face *= 10;
    return Amount::micros(face);
}

betting::Quote quoteOf(const BetFacts& bet, bool right, int tickets) {
    return betting::quote({bet.lead, bet.openingLead, bet.depth}, right ? betting::Side::Yes : betting::Side::No,
                          tickets * ticketFace(bet).micro());
}

qint64 limitFor(const betting::Quote& quote) {
    return std::clamp<qint64>(quote.price + (quote.price + 3) / 4, 1, betting::kWholePrice - 1);
}

Amount checkShare(const BetFacts& bet, Amount stake) {
    if (bet.forcedBy.isZero()) return {};
    const double share = static_cast<double>(stake.micro()) / static_cast<double>(bet.forcedBy.micro());
    return std::min(bet.checkCost, Amount::micros(static_cast<qint64>(
                                       std::min(1.0, share) * static_cast<double>(bet.checkCost.micro()) + 0.999)));
}

Payoff payoffOf(const BetFacts& bet) {
    const Amount paid = bet.paidRight + bet.paidWrong;
    return {Amount::micros(bet.ownRight) - paid - bet.deposit, Amount::micros(bet.ownWrong) - paid};
}

Payoff payoffWith(const BetFacts& bet, bool right, const betting::Quote& quote) {
    BetFacts with = bet;
    (right ? with.ownRight : with.ownWrong) += quote.shares;
    (right ? with.paidRight : with.paidWrong) += quote.cost;
    if (!right) with.deposit += checkShare(bet, quote.cost);
    return payoffOf(with);
}

std::optional<bool> sideToSell(const BetFacts& bet) {
    if (bet.state != BetState::Open || bet.ownRight == bet.ownWrong) return std::nullopt;
    return bet.ownRight > bet.ownWrong;
}

int ticketsToSell(const BetFacts& bet) {
    if (!sideToSell(bet)) return 0;
    return static_cast<int>(
        std::min<qint64>(kTicketsMost, std::abs(bet.ownRight - bet.ownWrong) / ticketFace(bet).micro()));
}

int ticketsToForce(const BetFacts& bet) {
    if (bet.state != BetState::Open || bet.check != BetCheck::None || bet.forcedBy.isZero()) return 0;
    const auto forces = [&](int tickets) { return bet.onWrong + quoteOf(bet, false, tickets).cost >= bet.forcedBy; };
    int low = 1, high = kTicketsMost;
    if (!forces(high)) return 0;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (forces(middle))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

std::vector<ClearingLine> clearingLines(const std::vector<BetPoint>& points) {
    std::vector<ClearingLine> out;
    BetPoint before;
    for (const BetPoint& point : points) {
        const Amount right = point.onRight - before.onRight, wrong = point.onWrong - before.onWrong;
        QStringList what;
        if (right > Amount{}) what << BetWords::tr("%1 on right").arg(creditText(right));
        if (wrong > Amount{}) what << BetWords::tr("%1 on wrong").arg(creditText(wrong));
        if (what.isEmpty()) what << (out.empty() ? BetWords::tr("opened") : BetWords::tr("no new stake"));
        const double share = static_cast<double>(point.right) / 1e6;
        out.push_back({point.time, what.join(QStringLiteral(", ")), percent(share, 1)});
        before = point;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

QString hostName(const BetFacts& bet) {
    return bet.host.isEmpty() ? nickname(bet.provider) : bet.host;
}

QString betTitle(const BetFacts& bet) {
    if (!bet.subject.step) return BetWords::tr("Whole run, %1").arg(hostName(bet));
    return BetWords::tr("Step %L1, %2").arg(*bet.subject.step + 1).arg(hostName(bet));
}

QString betQuestion(const BetFacts& bet) {
    if (!bet.subject.step) return BetWords::tr("Is every step of %1 right?").arg(hostName(bet));
    return BetWords::tr("Is step %L1 of %2 right?").arg(*bet.subject.step + 1).arg(hostName(bet));
}

QString betLine(const BetFacts& bet) {
    const QString contract = groupedDigits(QString::fromLatin1(bet.subject.contract.left(4).toHex()), 2);
    if (bet.state == BetState::Openable) return BetWords::tr("contract %1 · nobody bets yet").arg(contract);
    if (bet.subject.step)
        return BetWords::tr("contract %1 · ticket of %2, bond %3")
            .arg(contract, creditText(bet.face), creditText(bet.bond));
    return BetWords::tr("contract %1 · %L2 steps, bond %3").arg(contract).arg(bet.steps).arg(creditText(bet.bond));
}

QString betShort(const BetFacts& bet) {
    if (bet.state == BetState::Openable) return BetWords::tr("nobody bets yet");
    if (bet.subject.step) return BetWords::tr("ticket of %1").arg(creditText(bet.face));
    return BetWords::tr("%L1 steps").arg(bet.steps);
}

QString betTime(const BetFacts& bet, qint64 now) {
    switch (bet.state) {
    case BetState::Right:
        return BetWords::tr("was right");
    case BetState::Wrong:
        return BetWords::tr("was wrong");
    case BetState::Unchecked:
        return BetWords::tr("not checked");
    case BetState::Openable:
        return BetWords::tr("not open");
    case BetState::Open:
        break;
    }
    if (bet.closesAt == 0) return BetWords::tr("no end yet");
    const qint64 seconds = std::max<qint64>(0, (bet.closesAt - now) / 1000);
    return durationText(static_cast<double>(seconds < kWholeMinutesFrom ? seconds : seconds / 60 * 60));
}

QString betPercent(const BetFacts& bet) {
    return percent(static_cast<double>(bet.right) / 1e6, bet.right >= 990'000 || bet.right < 10'000 ? 1 : 0);
}

QString betCheck(const BetFacts& bet) {
    switch (bet.check) {
    case BetCheck::Made:
        return BetWords::tr("Stakes on wrong have forced the check, and it was made");
    case BetCheck::Running:
        return BetWords::tr("Stakes on wrong have forced the check: it is under way");
    case BetCheck::Waits:
        return BetWords::tr("Stakes on wrong have forced a check: it waits for the next claim");
    case BetCheck::None:
        break;
    }
    if (bet.state != BetState::Open) return {};
    return BetWords::tr("The machine check starts when %1 credits are on wrong; %2 are")
        .arg(creditCeiling(bet.forcedBy), creditText(bet.onWrong));
}

QString betSentence(const BetFacts& bet, qint64 now) {
    QStringList out{betTitle(bet), BetWords::tr("%1 right").arg(betPercent(bet)),
                    BetWords::tr("%1 credits staked").arg(creditText(bet.onRight + bet.onWrong)), betTime(bet, now)};
    if (bet.mine) out << BetWords::tr("you have a part in it");
    return out.join(QStringLiteral(", "));
}

} // namespace unchained::ui
