// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QLineEdit;
class QVBoxLayout;

namespace unchained::ui {

class Label;

/// What renter and host wrote to each other, sealed for the two; and a field to go on.
class MessagesCard : public Card {
    Q_OBJECT
public:
    explicit MessagesCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);

signals:
    void writeWanted(const QString& text);

private:
    class Line;
    QVBoxLayout* m_list;
    std::vector<Line*> m_lines;
    Label* m_none;
    QLineEdit* m_text;
};

} // namespace unchained::ui
