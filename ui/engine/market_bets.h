// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "net/hub_link.h"

#include <QObject>

namespace unchained::ui {

/// What is bet on at one marketplace: asked for while somebody looks. The engine's thread; the link must outlive it.
class MarketBets : public QObject {
    Q_OBJECT
public:
    explicit MarketBets(net::HubLink& link, QObject* parent);

    /// Asks again; changed() follows when the answer is another one, failed() when there is none.
    void refresh();
    void askHistory(const BetSubject& subject, std::function<void(std::vector<BetPoint>)> done);
    /// Names of hosts and the marketplace are the caller's to fill in.
    [[nodiscard]] const std::vector<BetFacts>& facts() const { return m_facts; }
    [[nodiscard]] const Trouble& trouble() const { return m_trouble; }

signals:
    void changed();

private:
    void onMarkets(const Result<cbor::Value>& answer);
    void onOpenings(const Result<cbor::Value>& answer);
    void onPositions(const Result<cbor::Value>& answer);
    void fail(const Error& why);

    net::HubLink& m_link;
    bool m_asking = false;
    std::vector<BetFacts> m_facts, m_next;
    Trouble m_trouble;
};

} // namespace unchained::ui
