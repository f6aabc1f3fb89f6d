// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

class QPushButton;

namespace unchained::ui {

class DraftField;
class FigureLabel;
class KeyValueRow;
class Label;
class Slider;

/// How much of what is disputed goes to whoever opened the case: proposed and accepted by the two, or ruled by the
/// arbiter. A person sees the one that is theirs.
class SettleCard : public Card {
    Q_OBJECT
public:
    explicit SettleCard(QWidget* parent = nullptr);
    /// Visible where there is something to do or to have been done.
    void setCase(const CaseFacts& facts, qint64 now);
    /// Free credits at the marketplace of the case: whoever accepts to pay pays at once.
    void setBalance(std::optional<Amount> balance);

signals:
    void proposeWanted(unchained::Amount toOpener);
    void acceptWanted();
    void ruleWanted(unchained::Amount toOpener, const QString& why);

private:
    void showShare();
    void fillAccept();
    [[nodiscard]] Amount chosen() const;

    CaseFacts m_case;
    qint64 m_now = 0;
    std::optional<Amount> m_balance;
    Label *m_note, *m_openerName, *m_otherName, *m_after;
    FigureLabel *m_opener, *m_other;
    Slider* m_slider;
    KeyValueRow *m_theirs, *m_mine, *m_runsOn, *m_left;
    DraftField* m_why;
    QWidget* m_whyBox;
    QPushButton *m_accept, *m_propose;
};

} // namespace unchained::ui
