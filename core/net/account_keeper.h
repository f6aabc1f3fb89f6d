// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/hub_link.h"
#include "storage/peer_store.h"

#include <QObject>
#include <QTimer>

namespace unchained::net {

/// Keeps this peer's own copy of what the hub says of its account, so that balance and history can be read without a
/// network. One thread; link and store must outlive it.
class AccountKeeper : public QObject {
    Q_OBJECT
public:
    AccountKeeper(HubLink& link, storage::PeerStore& store, QObject* parent = nullptr);

    /// Something has changed: asks the hub soon, once for many changes, and also while they go on.
    void poke() {
        if (!m_soon.isActive()) m_soon.start(200);
    }
    /// Asks now; `done` when it is written, or could not be.
    void update(std::function<void()> done = {});

signals:
    /// What the hub said is in the store, however it was asked.
    void updated();

private:
    void statement(std::function<void()> done);

    HubLink& m_link;
    storage::PeerStore& m_store;
    QTimer m_soon;
};

} // namespace unchained::net
