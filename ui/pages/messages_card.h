// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QVBoxLayout;

namespace unchained::ui {

class DraftField;
class Label;

/// What renter and host wrote to each other, sealed for the two; and a field to go on.
class MessagesCard : public Card {
    Q_OBJECT
public:
    explicit MessagesCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);
    /// What became of the words of writeWanted(), which stay until they are taken.
    void setAnswer(const QByteArray& contract, const QString& words, bool taken);

signals:
    void writeWanted(const QString& text);

private:
    class Line;
    QVBoxLayout* m_list;
    std::vector<Line*> m_lines;
    Label* m_none;
    DraftField* m_text;
};

} // namespace unchained::ui
