// SPDX-License-Identifier: Apache-2.0
#include "pages/messages_card.h"

#include "pages/case_words.h"
#include "pages/draft_field.h"
#include "pages/peer_picture.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QPushButton>

namespace unchained::ui {

namespace {
constexpr int kFace = 24, kWordsMax = 2000;
constexpr std::size_t kLinesMax = 50; ///< the last ones
} // namespace

class MessagesCard::Line : public QWidget {
public:
    Line()
        : m_picture(new PeerPicture(kFace)), m_who(makeLabel({}, Type::Small, Token::Text2)),
          m_text(makeParagraph({}, Type::Body, Token::Text)) {
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(m_who);
        words->addWidget(m_text);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, scaled(space::k4), 0, scaled(space::k4));
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_picture, 0, Qt::AlignTop);
        row->addLayout(words, 1);
    }
    void set(const CaseMessageFacts& message, const CaseFacts& facts, qint64 now) {
        const QByteArray& who = message.mine ? facts.me : facts.correspondent();
        m_picture->setPeer(who);
        m_who->setText(partyName(facts, who) + QStringLiteral(" · ") + momentText(message.time, now));
        m_text->setText(message.readable ? message.text : MessagesCard::tr("This message cannot be opened here."));
        m_text->setToken(message.readable ? Token::Text : Token::Text2);
        setAccessibleName(m_who->text() + QStringLiteral(": ") + m_text->text());
    }

private:
    PeerPicture* m_picture;
    Label *m_who, *m_text;
};

MessagesCard::MessagesCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_list(new QVBoxLayout), m_none(makeParagraph({}, Type::Small)),
      m_text(new DraftField) {
    setHeading(tr("Messages"), tr("only the two of you can read them"));
    m_list->setSpacing(0);
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_none);
    body()->addLayout(m_list);
    m_text->setMaxLength(kWordsMax);
    m_text->setAccessibleName(tr("Message"));
    auto* send = makeButton(ButtonKind::Secondary, tr("Send"), "fwd");
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addWidget(m_text, 1);
    row->addWidget(send);
    body()->addLayout(row);
    const auto write = [this] {
        if (const QString words = m_text->send(); !words.isEmpty()) emit writeWanted(words);
    };
    connect(send, &QPushButton::clicked, this, write);
    connect(m_text, &QLineEdit::returnPressed, this, write);
}

void MessagesCard::setAnswer(const QByteArray& contract, const QString& words, bool taken) {
    m_text->setAnswer(contract, words, taken);
}

void MessagesCard::setCase(const CaseFacts& facts, qint64 now) {
    setVisible(facts.canWrite());       // an arbiter sees of them what the two put into the case
    m_text->setSubject(facts.contract); // whose two parties write to each other
    const QString name = partyName(facts, facts.correspondent());
    m_text->setPlaceholderText(tr("Write to %1").arg(name));
    m_none->setText(tr("Nothing was written yet. What you write waits at the marketplace until %1 is back.").arg(name));
    m_none->setVisible(facts.messages.empty());
    const std::size_t shown = std::min(kLinesMax, facts.messages.size());
    while (m_lines.size() > shown) {
        delete m_lines.back();
        m_lines.pop_back();
    }
    while (m_lines.size() < shown) {
        m_lines.push_back(new Line);
        m_list->addWidget(m_lines.back());
    }
    for (std::size_t i = 0; i < shown; ++i)
        m_lines[i]->set(facts.messages[facts.messages.size() - shown + i], facts, now);
}

} // namespace unchained::ui
