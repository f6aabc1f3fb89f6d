// SPDX-License-Identifier: Apache-2.0
#include "net/case_desk.h"

#include "net/retry.h"

namespace unchained::net {

using cbor::Array;
using cbor::Value;

CaseDesk::CaseDesk(HubLink& link, PeerId self, Shown shown, QObject* parent)
    : QObject(parent), m_link(link), m_self(self), m_shown(std::move(shown)) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CaseDesk::look);
}

void CaseDesk::look() {
    m_link.call(Array{"cases"}, [this](const Result<Value>& answered) {
        const Array* list = answered ? answered->asArray() : nullptr;
        if (!list) return;
        for (const Value& item : *list)
            if (const auto view = contract::decodeCaseView(item)) answer(*view);
    });
}

void CaseDesk::onNote(const Value& note) {
    cbor::Reader in(note, "case", 2);
    (void)in.text();
    const auto id = in.fixed<Hash256>();
    if (in.finish()) ask(id);
}

void CaseDesk::ask(const contract::CaseId& id) {
    m_link.call(Array{"case", id}, [this](const Result<Value>& answered) {
        if (!answered) return;
        if (const auto view = contract::decodeCaseView(*answered)) answer(*view);
    });
}

void CaseDesk::answer(const contract::CaseView& view) {
    if (!view.waitsForHost || view.against != m_self || view.rounds.empty()) return;
    const std::uint64_t round = view.rounds.size();
    auto proof = m_shown(view.contract, view.rounds.back().middle - 1);
    if (!proof) return emit log(QString::fromStdString("case " + shortHex(view.id) + ": no record of the step"));
    if (m_said.emplace(view.id, round).second)
        emit log(QString::fromStdString("case " + shortHex(view.id) + ": round " + std::to_string(round) +
                                        ", showing step " + std::to_string(proof->step)));
    contract::FieldWriter writer;
    proof->fields(writer);
    m_link.call(Array{"case-step", view.id, round, cbor::encode(Value(std::move(writer.out)))},
                [this](const Result<Value>& answered) {
                    if (answered) return;
                    emit log(QString::fromStdString("case: " + answered.error().text()));
                    if (answered.error().transient) m_again.start(kWorkRetryMs);
                });
}

} // namespace unchained::net
