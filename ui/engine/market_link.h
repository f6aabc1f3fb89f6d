// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "engine/market_bets.h"
#include "net/account_keeper.h"
#include "net/hub_link.h"
#include "net/renter_job.h"
#include "protocol/case_record.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace unchained::ui {

/// One marketplace as the window follows it: state and delay, its hosts every few seconds, our account there.
/// The engine's thread. Keys and store must outlive it.
class MarketLink : public QObject {
    Q_OBJECT
public:
    MarketLink(const net::HubAddress& address, const identity::Keys& keys, storage::PeerStore& store, bool demo,
               QObject* parent);

    void start() { m_link.start(); }
    void refresh();
    /// Our money there has moved: changed() follows when the marketplace has said how.
    void refreshAccount() { m_account.poke(); }
    /// What there is to review here; tasksChanged() follows where that is something else than before.
    void refreshTasks();
    [[nodiscard]] const std::vector<ReviewTask>& tasks() const { return m_tasks; }
    void askReviews(const QByteArray& peer, std::function<void(std::vector<ReviewFacts>)> done);
    /// What the cases here say of a host; no call of `done` where the marketplace does not tell.
    void askCaseRecord(const QByteArray& peer, std::function<void(protocol::CaseRecord)> done);
    [[nodiscard]] MarketFacts facts() const;
    [[nodiscard]] const std::vector<net::ListedHost>& hosts() const { return m_hosts; }
    [[nodiscard]] const net::ListedHost* host(const QByteArray& peer) const;
    [[nodiscard]] net::HubLink& link() { return m_link; }
    [[nodiscard]] MarketBets& bets() { return m_bets; }
    [[nodiscard]] const protocol::ToldTerms& terms() const { return m_terms; }

signals:
    void changed();
    void hostsChanged();
    void tasksChanged();

private:
    void askTerms();
    void onNote(const cbor::Value& note);

    storage::PeerStore& m_store;
    const bool m_demo;
    net::HubLink m_link;
    net::AccountKeeper m_account;
    MarketBets m_bets;
    QTimer m_poll, m_tasksPoll;
    QElapsedTimer m_asked;
    bool m_asking = false, m_answered = false;
    int m_delayMs = -1;
    qint64 m_since = 0, m_nextTry = 0;
    std::optional<Error> m_trouble;
    std::vector<net::ListedHost> m_hosts;
    std::vector<ReviewTask> m_tasks;
    protocol::ToldTerms m_terms;
};

[[nodiscard]] HostFacts hostFacts(const net::ListedHost& host, const QString& market);
[[nodiscard]] Trouble troubleOf(const Error& error);
[[nodiscard]] QByteArray bytesOf(const PeerId& peer);
[[nodiscard]] QByteArray bytesOf(const Hash256& hash);
/// Nothing where it has not 32 bytes.
[[nodiscard]] std::optional<Hash256> hashIn(const QByteArray& bytes);
[[nodiscard]] PeerId peerOf(const QByteArray& bytes);

} // namespace unchained::ui
