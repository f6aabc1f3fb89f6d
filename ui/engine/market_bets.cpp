// SPDX-License-Identifier: Apache-2.0
#include "engine/market_bets.h"

#include "betting/market.h"
#include "engine/market_link.h"
#include "protocol/bets_view.h"

#include <algorithm>

namespace unchained::ui {

using cbor::Array;
using cbor::Null;
using cbor::Value;
using protocol::MarketView;
using protocol::OpeningView;
using protocol::PositionView;

namespace {

BetSubject subjectOf(const contract::MarketId& id) {
    BetSubject out;
    out.contract = bytesOf(id.contract);
    if (id.step) out.step = *id.step;
    return out;
}

BetState stateOf(const std::string& word) {
    if (word == "right") return BetState::Right;
    if (word == "wrong") return BetState::Wrong;
    return word == "unchecked" ? BetState::Unchecked : BetState::Open;
}

BetCheck checkOf(const std::string& word) {
    if (word == "made") return BetCheck::Made;
    if (word == "running") return BetCheck::Running;
    return word == "waits" ? BetCheck::Waits : BetCheck::None;
}

BetFacts factsOf(const MarketView& m) {
    BetFacts out;
    out.subject = subjectOf(m.market);
    out.provider = bytesOf(m.provider);
    out.program = QString::fromStdString(m.program).left(40);
    out.state = stateOf(m.state);
    out.openedAt = m.openedAt;
    out.closesAt = m.closesAt.value_or(0);
    out.clearsAt = m.clearsAt.value_or(0);
    out.endedAt = m.endedAt.value_or(0);
    out.right = std::clamp<qint64>(m.right, 0, 1'000'000);
    out.openedRight = std::clamp<qint64>(m.openedRight, 0, 1'000'000);
    out.onRight = m.onRight;
    out.onWrong = m.onWrong;
    out.stakesLeft = m.stakesLeft;
    out.forcedBy = m.forcedBy;
    out.checkCost = m.checkCost;
    out.check = checkOf(m.check);
    // What the preview reckons with stays within the bounds of core/betting, whatever a hub says.
    out.depth = std::clamp<qint64>(m.depth, 1, betting::kDepthMax);
    out.lead = std::clamp(m.lead, -betting::kStockMax / 2, betting::kStockMax / 2);
    out.openingLead = std::clamp(m.openingLead, -betting::kStockMax / 2, betting::kStockMax / 2);
    out.makerFunds = m.makerFunds;
    out.face = m.face;
    out.bond = m.bond;
    out.steps = m.steps;
    out.oddsToOne = m.oddsToOne;
    out.oddsLeft = m.oddsLeft;
    return out;
}

} // namespace

MarketBets::MarketBets(net::HubLink& link, QObject* parent) : QObject(parent), m_link(link) {
    connect(&m_link, &net::HubLink::down, this, [this] { m_asking = false; });
}

void MarketBets::fail(const Error& why) {
    m_asking = false;
    m_trouble = troubleOf(why);
    emit changed();
}

void MarketBets::refresh() {
    if (!m_link.isUp() || m_asking) return;
    m_asking = true;
    m_link.call(Array{"markets"}, [this](const Result<Value>& answer) { onMarkets(answer); });
}

void MarketBets::onMarkets(const Result<Value>& answer) {
    if (!answer) return fail(answer.error());
    const auto views = protocol::readViews<MarketView>(*answer);
    if (!views) return fail(views.error());
    m_next.clear();
    for (const MarketView& view : *views)
        m_next.push_back(factsOf(view));
    m_link.call(Array{"openings"}, [this](const Result<Value>& openings) { onOpenings(openings); });
}

void MarketBets::onOpenings(const Result<Value>& answer) {
    if (!answer) return fail(answer.error());
    const auto views = protocol::readViews<OpeningView>(*answer);
    if (!views) return fail(views.error());
    for (const OpeningView& view : *views) {
        BetFacts facts;
        facts.subject = subjectOf(view.market);
        facts.provider = bytesOf(view.provider);
        facts.program = QString::fromStdString(view.program).left(40);
        facts.state = BetState::Openable;
        facts.makerFunds = view.makerFunds;
        facts.right = facts.openedRight = std::clamp<qint64>(view.right, 0, 1'000'000);
        m_next.push_back(std::move(facts));
    }
    m_link.call(Array{"positions"}, [this](const Result<Value>& positions) { onPositions(positions); });
}

void MarketBets::onPositions(const Result<Value>& answer) {
    if (!answer) return fail(answer.error());
    const auto views = protocol::readViews<PositionView>(*answer);
    if (!views) return fail(views.error());
    for (const PositionView& view : *views) {
        const BetSubject subject = subjectOf(view.market.market);
        const auto at =
            std::find_if(m_next.begin(), m_next.end(), [&](const BetFacts& f) { return f.subject == subject; });
        if (at == m_next.end()) continue;
        at->ownRight = view.right;
        at->ownWrong = view.wrong;
        at->paidRight = view.paidRight;
        at->paidWrong = view.paidWrong;
        at->deposit = view.deposit;
        at->waiting = view.waiting;
        at->paidOut = view.paidOut;
        at->mine = true;
    }
    m_asking = false;
    m_trouble = {};
    m_facts = std::move(m_next);
    emit changed();
}

void MarketBets::askHistory(const BetSubject& subject, std::function<void(std::vector<BetPoint>)> done) {
    const auto contract = hashIn(subject.contract);
    if (!contract) return;
    m_link.call(
        Array{"bets", *contract, subject.step ? Value(std::uint64_t{*subject.step}) : Value(Null{})},
        [done = std::move(done)](const Result<Value>& answer) {
            std::vector<BetPoint> out;
            const auto history = answer ? protocol::readView<protocol::MarketHistory>(*answer)
                                        : Result<protocol::MarketHistory>(answer.error());
            if (!history) return;
            for (const protocol::PriceView& price : history->prices)
                out.push_back({price.at, std::clamp<qint64>(price.right, 0, 1'000'000), price.onRight, price.onWrong});
            done(std::move(out));
        });
}

} // namespace unchained::ui
