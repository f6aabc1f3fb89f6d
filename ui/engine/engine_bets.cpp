// SPDX-License-Identifier: Apache-2.0
#include "engine/inside.h"
#include "identity/random.h"
#include "protocol/bets_view.h"
#include "protocol/signed.h"

/// Bets: what the window asks for, and what it wants to be done.
namespace unchained::ui {

using cbor::Array;
using cbor::Value;

namespace {

constexpr int kBetsPollMs = 3'000;

Trouble notConnected() {
    return {Engine::tr("marketplace"), Engine::tr("is not connected"), Engine::tr("try again when it answers"), true};
}

std::optional<contract::MarketId> idOf(const BetSubject& subject) {
    const auto contract = hashIn(subject.contract);
    if (!contract) return std::nullopt;
    contract::MarketId out{*contract, std::nullopt};
    if (subject.step) out.step = *subject.step;
    return out;
}

} // namespace

/// While somebody looks: every few seconds, and at once.
void Engine::watchBets(bool on) {
    if (!m->betsPoll) {
        m->betsPoll = std::make_unique<QTimer>();
        connect(m->betsPoll.get(), &QTimer::timeout, this, [this] { m->refreshBets(); });
    }
    if (!on) return m->betsPoll->stop();
    m->betsPoll->start(kBetsPollMs);
    m->refreshBets();
}

void Engine::Inside::refreshBets() {
    for (const auto& [address, market] : markets)
        market->bets().refresh();
}

/// With the names that the marketplace's listings give its hosts.
void Engine::Inside::tellBets(const QString& address) {
    const auto at = markets.find(address);
    if (at == markets.end()) return;
    std::vector<BetFacts> facts = at->second->bets().facts();
    for (BetFacts& each : facts) {
        each.subject.market = address;
        if (const auto* host = at->second->host(each.provider)) each.host = hostFacts(*host, address).name;
    }
    emit engine.betsChanged(address, facts, at->second->bets().trouble());
}

void Engine::askBetHistory(const BetSubject& subject) {
    const auto at = m->markets.find(subject.market);
    if (!m->keys || at == m->markets.end()) return;
    at->second->bets().askHistory(
        subject, [this, subject](const std::vector<BetPoint>& points) { emit betHistory(subject, points); });
}

void Engine::placeBet(const BetRequest& request) {
    if (!m->keys) return;
    const auto at = m->markets.find(request.subject.market);
    const auto id = idOf(request.subject);
    if (at == m->markets.end() || !at->second->link().isUp() || !id) return emit betAnswered(notConnected(), {});
    net::HubLink& link = at->second->link();
    const contract::Bet bet{link.hub(), identity::randomCommandId(), *id, request.right, request.shares, request.limit};
    // Recorded before it is sent: after a crash it is sent again under the same id, and never taken twice.
    const Value body(Array{"bet", protocol::sealed(*m->keys, bet)});
    const storage::CommandRow row{bet.id, toHex(link.hub().view()), "bet", cbor::encode(body)};
    if (auto added = m->store->addCommand(row); !added) return emit betAnswered(troubleOf(added.error()), {});
    link.call(body, [this, row](const Result<Value>& answer) {
        if (!answer && answer.error().transient) return emit betAnswered(troubleOf(answer.error()), {});
        (void)m->store->finishCommand(row.id);
        if (!answer) return emit betAnswered(troubleOf(answer.error()), {});
        m->refreshAccounts();
        m->refreshBets();
        emit betAnswered({}, tr("Your bet waits for the next clearing"));
    });
}

void Engine::openBets(const BetSubject& subject, qint64 most) {
    if (!m->keys) return;
    const auto at = m->markets.find(subject.market);
    const auto id = idOf(subject);
    const auto funds = Amount::fromMicro(most);
    if (at == m->markets.end() || !at->second->link().isUp() || !id || !funds)
        return emit betAnswered(notConnected(), {});
    const contract::MarketOpening opening{at->second->link().hub(), *id, *funds};
    at->second->link().call(Array{"market", protocol::sealed(*m->keys, opening)}, [this](const Result<Value>& answer) {
        if (!answer) return emit betAnswered(troubleOf(answer.error()), {});
        m->refreshAccounts();
        m->refreshBets();
        emit betAnswered({}, tr("The market is open"));
    });
}

} // namespace unchained::ui
