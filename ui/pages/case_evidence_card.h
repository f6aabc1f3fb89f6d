// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QPushButton;
class QVBoxLayout;

namespace unchained::ui {

class DraftField;

/// What lies in the case, each item named by its hash, with what can be said of it; and a field to add a statement.
class CaseEvidenceCard : public Card {
    Q_OBJECT
public:
    explicit CaseEvidenceCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);
    /// What became of the words of statementWanted(), which stay until they are taken.
    void setAnswer(const QByteArray& id, const QString& words, bool taken);

signals:
    void statementWanted(const QString& text);

private:
    class Row;
    QVBoxLayout* m_list;
    std::vector<Row*> m_rows;
    QPushButton* m_add;
    QWidget* m_form;
    DraftField* m_text;
    QByteArray m_id;
};

} // namespace unchained::ui
