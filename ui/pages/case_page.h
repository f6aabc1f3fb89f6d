// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "pages/page_frame.h"

namespace unchained::ui {

class Badge;
class CaseEvidenceCard;
class CaseLadderCard;
class Card;
class Label;
class MessagesCard;
class NarrowingCard;
class SettleCard;

/// One case: where it stands and until when, how the step was found, what lies in it, what was written, and the way to
/// end it. A person sees their own tools.
class CasePage : public PageFrame {
    Q_OBJECT
public:
    explicit CasePage(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts);
    void setNow(qint64 now);
    /// What became of the words of statementWanted() or writeWanted(); `about` as Engine::wordsAnswered() tells it.
    void setAnswer(const QByteArray& about, const QString& words, bool taken);
    /// For what there is to pay with.
    void setMarkets(const std::vector<MarketFacts>& markets);
    [[nodiscard]] const QByteArray& id() const { return m_case.id; }

signals:
    void back();
    void proposeWanted(const unchained::ui::CaseFacts& facts, unchained::Amount toOpener);
    void acceptWanted(const unchained::ui::CaseFacts& facts);
    void ruleWanted(const unchained::ui::CaseFacts& facts, unchained::Amount toOpener, const QString& why);
    void statementWanted(const unchained::ui::CaseFacts& facts, const QString& text);
    void writeWanted(const unchained::ui::CaseFacts& facts, const QString& text);

private:
    [[nodiscard]] QWidget* buildHeader();
    void fill();
    void fillHeader();

    void fillBalance();

    CaseFacts m_case;
    std::vector<MarketFacts> m_markets;
    qint64 m_now = 0;
    Label *m_title, *m_subject, *m_left, *m_then;
    Badge* m_badge;
    Card* m_words;
    Label* m_text;
    NarrowingCard* m_narrowing;
    CaseEvidenceCard* m_evidence;
    MessagesCard* m_messages;
    CaseLadderCard* m_ladder;
    SettleCard* m_settle;
};

} // namespace unchained::ui
