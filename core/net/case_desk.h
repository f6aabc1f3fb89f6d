// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "net/hub_link.h"

#include <QObject>
#include <QTimer>

#include <set>

namespace unchained::net {

/// A host's part in the cases about its results: whenever a round waits for it, it shows the step that it has
/// committed to. Answers by itself, also long after the rental; what it has said before it says again after a loss.
/// One thread. The link must outlive it.
class CaseDesk : public QObject {
    Q_OBJECT
public:
    /// The proof of a step of one of our contracts; nothing where there is no record of it.
    using Shown = std::function<std::optional<contract::StepProof>(const contract::ContractId&, std::uint64_t step)>;

    CaseDesk(HubLink& link, PeerId self, Shown shown, QObject* parent = nullptr);

    /// The hub is in touch: asks for what is open.
    void look();
    /// A note ["case", id] of the hub.
    void onNote(const cbor::Value& note);

signals:
    void log(const QString& line);

private:
    void ask(const contract::CaseId& id);
    void answer(const contract::CaseView& view);

    HubLink& m_link;
    const PeerId m_self;
    const Shown m_shown;
    QTimer m_again;
    std::set<std::pair<contract::CaseId, std::uint64_t>> m_said; ///< rounds that were announced in the log
};

} // namespace unchained::net
