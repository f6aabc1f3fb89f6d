// SPDX-License-Identifier: Apache-2.0
#include "engine/session_facts.h"

#include "contract/case_structures.h"
#include "engine/market_link.h"
#include "protocol/signed.h"
#include "verification/policy.h"
#include "verification/slash.h"
#include "widgets/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

using protocol::ClaimState;

namespace {

struct DiaryWords {
    Q_DECLARE_TR_FUNCTIONS(unchained::ui::DiaryWords)
};

QString countOf(std::uint64_t value) {
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString outcomeSentence(const std::string& outcome, const QString& host) {
    if (outcome == "complete") return DiaryWords::tr("The contract is complete and settled");
    if (outcome == "left") return DiaryWords::tr("The contract was left early and is settled");
    if (outcome == "failed-step") return DiaryWords::tr("A step came to no number: the training itself failed there");
    if (outcome == "caught") return DiaryWords::tr("%1 was caught with a wrong result and lost its bond").arg(host);
    if (outcome == "provider-silent") return DiaryWords::tr("%1 fell silent and lost its bond").arg(host);
    if (outcome == "engine-fault")
        return DiaryWords::tr("An engine of %1 computed wrong, which is nobody's lie: the bond goes back").arg(host);
    if (outcome == "renter-silent") return DiaryWords::tr("This side fell silent: what was owed was paid");
    return DiaryWords::tr("The contract ended: %1").arg(QString::fromStdString(outcome));
}

EventFacts claimEvent(const protocol::RenterSession& session, std::uint64_t step, ClaimState state, const QString& host,
                      qint64 now) {
    const QString face =
        creditExact(*verification::faceValue(session.parameters().offer.price, session.parameters().offer.odds));
    const QString shown = countOf(firstStepOf(session.parameters().offer) + step);
    switch (state) {
    case ClaimState::Logged:
        return {now, QStringLiteral("bets"), DiaryWords::tr("Step %1 was claimed").arg(shown),
                DiaryWords::tr("%1 credits").arg(face)};
    case ClaimState::Right:
        return {now, QStringLiteral("check"), DiaryWords::tr("Step %1 was computed again by the hub: right").arg(shown),
                DiaryWords::tr("same root")};
    case ClaimState::Wrong:
        return {now, QStringLiteral("warn"), DiaryWords::tr("Step %1 was computed again: wrong").arg(shown),
                DiaryWords::tr("%1 loses its bond").arg(host)};
    case ClaimState::Paid:
        return {now, QStringLiteral("wallet"), DiaryWords::tr("Step %1 paid: %2 credits to %3").arg(shown, face, host),
                QString()};
    }
    return {};
}

} // namespace

std::uint64_t firstStepOf(const contract::Offer& offer) {
    return offer.startIteration / offer.iterationsPerStep + 1;
}

std::uint64_t firstWindowAfter(std::uint64_t firstWindow, const contract::Offer& before, const contract::Offer& next) {
    const std::uint64_t first = firstStepOf(before), after = firstStepOf(next);
    return firstWindow + (after > first ? lottery::windowCount(after - first, before.window) : 0);
}

WinState winStateOf(const protocol::Session& session, std::uint64_t step) {
    const auto at = session.claimStates().find(step);
    if (at == session.claimStates().end()) return WinState::Won;
    switch (at->second) {
    case ClaimState::Logged:
        return WinState::Won;
    case ClaimState::Right:
        return WinState::Right;
    case ClaimState::Wrong:
        return WinState::Wrong;
    case ClaimState::Paid:
        return WinState::Paid;
    }
    return WinState::Won;
}

std::vector<WindowFacts> windowsOf(const protocol::Session& session) {
    const auto& offer = session.parameters().offer;
    std::vector<WindowFacts> out(session.windowCount());
    const auto& known = session.windows();
    for (std::uint64_t k = 1; k <= out.size(); ++k) {
        WindowFacts& w = out[k - 1];
        const std::uint64_t first = (k - 1) * offer.window;
        w.tickets = static_cast<std::uint32_t>(std::min<std::uint64_t>(offer.window, offer.steps - first));
        if (k <= known.size() && known[k - 1].drawn) {
            w.state = WindowState::Drawn;
            for (const std::uint64_t step : known[k - 1].wins)
                w.wins.push_back({step - first, winStateOf(session, step)});
        } else if (!session.done() && k <= session.receipted() + 1) {
            w.state = WindowState::Computing; // receipted, and drawn with the next commitment
        }
    }
    // A check without a win: its mark stands where the step is.
    for (const auto& [step, state] : session.claimStates()) {
        WindowFacts& w = out.at(std::min<std::uint64_t>(step / offer.window, out.size() - 1));
        const std::uint64_t ticket = step % offer.window;
        const bool shown =
            std::any_of(w.wins.begin(), w.wins.end(), [&](const WinFacts& win) { return win.ticket == ticket; });
        if (!shown && state == ClaimState::Wrong) w.wins.push_back({ticket, WinState::Wrong});
    }
    return out;
}

Amount expectedPay(const protocol::Session& session) {
    const auto sum = session.parameters().offer.price.times(session.stepsReceipted());
    return sum ? *sum : Amount{};
}

namespace {

/// A contract by beacon may have markets, and each begins with its maker's money: the hub's floor leaves it out.
verification::Stakes stakesOf(const contract::Offer& offer) {
    const bool bets = offer.draw == contract::kDrawBeacon;
    return {offer.price, offer.odds, offer.bond, offer.atStake,
            bets ? verification::makersShare(offer.bond) : Amount{}};
}

std::optional<BlameFacts> blameOf(const protocol::RenterSession& session, const Diary& diary) {
    for (const cbor::Value& notice : session.notices()) {
        const cbor::Array* items = notice.asArray();
        const std::string* name = items && items->size() == 2 ? items->front().asText() : nullptr;
        const Bytes* envelope = name && *name == "blame" ? (*items)[1].asBytes() : nullptr;
        const auto opened = envelope ? std::optional(protocol::openSigned<contract::Blame>(*envelope)) : std::nullopt;
        if (!opened || !*opened || (*opened)->signer != session.parameters().offer.hub) continue;
        const contract::Blame& said = (*opened)->value;
        if (said.contract != session.parameters().contract) continue;
        using First = BlameFacts::First;
        BlameFacts out;
        out.first = said.first == "provider" ? First::Host : said.first == "renter" ? First::Renter : First::Nobody;
        out.why = QString::fromStdString(said.why).left(40);
        out.proven = said.proven;
        out.renterHeard = said.renterHeard;
        out.hostHeard = said.providerHeard;
        out.hostHeardHere = diary.hostHeard();
        return out;
    }
    return std::nullopt;
}

} // namespace

ContractFacts contractFacts(const protocol::RenterSession& session, const Diary& diary) {
    ContractFacts out;
    const auto& id = session.parameters().contract;
    const contract::Offer& offer = session.parameters().offer;
    out.contract = bytesOf(id);
    out.provider = bytesOf(offer.provider);
    out.outcome = QString::fromStdString(session.outcome());
    out.bond = offer.bond;
    out.firstStep = firstStepOf(offer);
    for (const auto& [step, state] : session.claimStates())
        if (state == ClaimState::Wrong && !out.wrongStep) out.wrongStep = out.firstStep + step;
    out.stepPrice = offer.price;
    out.atStake = offer.atStake;
    out.paid = session.paid();
    out.steps = offer.steps;
    out.stepsDone = session.stepsReceipted();
    out.checks = session.figures().claimsChecked;
    verification::Stakes stakes = stakesOf(offer);
    out.sabotageDeterred = verification::sabotageDeterred(stakes, offer.batch);
    if (offer.draw == contract::kDrawBeacon) {
        stakes.marketLoss += verification::stakesMost(offer.bond, session.escrowed());
        out.sabotageWithBets = verification::sabotageDeterred(stakes, offer.batch);
    }
    out.deposit = offer.price + offer.price;
    if (session.done()) out.bondUntil = diary.endedAt() + static_cast<qint64>(offer.periods.bond);
    out.blame = blameOf(session, diary);
    return out;
}

void fillContract(JobFacts& facts, const protocol::RenterSession& session) {
    const auto& offer = session.parameters().offer;
    const verification::Stakes stakes = stakesOf(offer);
    facts.windows = windowsOf(session);
    facts.ticketsPerWindow = offer.window;
    facts.odds = offer.odds;
    facts.gainDrawn = verification::gainIfDrawn(stakes, offer.batch);
    facts.sabotageDeterred = verification::sabotageDeterred(stakes, offer.batch);
    facts.gain = -facts.sabotageDeterred;
    facts.catchOne = 1.0 / (static_cast<double>(offer.odds) * offer.batch);
    facts.catch1 = verification::assurance(0.01, offer.steps, offer.odds, offer.batch);
    facts.catch10 = verification::assurance(0.10, offer.steps, offer.odds, offer.batch);
}

std::vector<EventFacts> Diary::observe(const protocol::RenterSession& session, const QString& host, qint64 now,
                                       std::uint64_t firstWindow) {
    std::vector<EventFacts> out;
    const std::size_t said = session.windows().size() + (session.closeEnvelope().empty() ? 0 : 1);
    if (std::exchange(m_hostSaid, said) < said) m_hostHeard = now;
    if (!std::exchange(m_began, true))
        out.push_back(
            {now, QStringLiteral("sign"),
             DiaryWords::tr("%1 accepted; %2 credits are locked").arg(host, creditCeiling(session.escrowed())),
             DiaryWords::tr("bond %1").arg(creditExact(session.parameters().offer.bond))});
    const auto& windows = session.windows();
    const std::uint64_t firstStep = firstStepOf(session.parameters().offer);
    for (; m_drawn < windows.size() && windows[m_drawn].drawn; ++m_drawn) {
        const auto& wins = windows[m_drawn].wins;
        const QString k = countOf(firstWindow + m_drawn);
        if (wins.empty()) continue; // losing tickets are quiet
        const QString text = wins.size() == 1
                                 ? DiaryWords::tr("Window %1 drawn: one ticket won").arg(k)
                                 : DiaryWords::tr("Window %1 drawn: %2 tickets won").arg(k, countOf(wins.size()));
        out.push_back(
            {now, QStringLiteral("bets"), text, DiaryWords::tr("step %1").arg(countOf(firstStep + wins.front()))});
    }
    for (const auto& [step, state] : session.claimStates()) {
        const auto at = m_claims.find(step);
        if (at != m_claims.end() && at->second == state) continue;
        const bool quiet = state == ClaimState::Logged; // the draw has just been told
        m_claims[step] = state;
        if (!quiet) out.push_back(claimEvent(session, step, state, host, now));
    }
    if (session.done() && !std::exchange(m_done, true)) {
        m_endedAt = now;
        out.push_back({now, session.outcome() == "complete" ? QStringLiteral("check") : QStringLiteral("info"),
                       outcomeSentence(session.outcome(), host), QString()});
    }
    return out;
}

} // namespace unchained::ui
