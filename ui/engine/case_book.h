// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "engine/case_facts.h"
#include "identity/keys.h"
#include "net/hub_link.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>

namespace unchained::ui {

/// Counts the steps of a case over the job in which the contract begins at `firstStep`, as the job's page does.
void countFrom(CaseFacts& facts, std::uint64_t firstStep);

/// Our cases on one marketplace, with the messages of their contracts: asked for when the hub says that something
/// changed, and every few seconds. The engine's thread. Link and keys must outlive it.
class CaseBook : public QObject {
    Q_OBJECT
public:
    using NameOf = std::function<QString(const QByteArray& peer)>;
    using Done = std::function<void(const std::optional<Error>& why)>;

    CaseBook(net::HubLink& link, const identity::Keys& keys, QString market, NameOf nameOf);

    [[nodiscard]] std::vector<CaseFacts> facts() const;
    /// False until the marketplace has answered once.
    [[nodiscard]] bool answered() const { return m_answered; }
    void refresh();

    // What a person does. Each asks again when it is done.
    void settle(const QByteArray& id, Amount toOpener, Done done);
    /// Signs what the other side has signed.
    void accept(const QByteArray& id, Done done);
    void rule(const QByteArray& id, Amount toOpener, const QString& text, Done done);
    void state(const QByteArray& id, const QString& text, Done done);
    void write(const QByteArray& contract, const QByteArray& to, const QString& text, Done done);
    void open(const QByteArray& contract, const QByteArray& against, Amount asked, const QString& text, Done done);

signals:
    void changed();

private:
    void askMessages(const contract::ContractId& id);
    void send(cbor::Value command, Done done);
    [[nodiscard]] CaseFacts factsOf(const contract::CaseView& view) const;

    net::HubLink& m_link;
    const identity::Keys& m_keys;
    const QString m_market;
    const NameOf m_nameOf;
    QTimer m_poll;
    bool m_asking = false, m_answered = false;
    std::vector<contract::CaseView> m_views; ///< newest first
    struct Talk {
        std::uint64_t heard = 0; ///< number of the last message
        std::vector<CaseMessageFacts> messages;
    };
    std::map<contract::ContractId, Talk> m_talks;
};

} // namespace unchained::ui
