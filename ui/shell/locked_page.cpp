// SPDX-License-Identifier: Apache-2.0
#include "shell/locked_page.h"

#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/fields.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kLockedWidth = 460, kLockedEdge = 24;
}

LockedPage::LockedPage(QWidget* parent)
    : QWidget(parent), m_now(QDateTime::currentMSecsSinceEpoch()), m_title(makeLabel({}, Type::Page)),
      m_why(makeParagraph({})), m_meanwhile(makeParagraph({})), m_next(makeParagraph({}, Type::Small, Token::Text3)),
      m_passphrase(new QLineEdit), m_try(makeBigButton({})) {
    m_title->setWordWrap(true);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase of your key"));
    auto* card = new Card;
    card->setFixedWidth(scaled(kLockedWidth));
    card->layout()->setContentsMargins(scaled(kLockedEdge), scaled(kLockedEdge), scaled(kLockedEdge),
                                       scaled(kLockedEdge));
    card->setAccessibleName(tr("The data directory is closed"));
    auto* button = new QHBoxLayout;
    button->addStretch(1);
    button->addWidget(m_try);
    card->body()->setSpacing(scaled(space::k12));
    card->body()->addWidget(new IconLabel("logo", Token::Text, 32), 0, Qt::AlignLeft);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_why);
    card->body()->addWidget(m_meanwhile);
    card->body()->addWidget(m_next);
    card->body()->addWidget(withLabel(tr("Passphrase of your key"), m_passphrase));
    card->body()->addLayout(button);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    const auto send = [this] {
        const QString passphrase = m_passphrase->text();
        m_passphrase->clear();
        m_try->setEnabled(false); // until there is an answer
        emit tryAgain(passphrase);
    };
    connect(m_try, &QPushButton::clicked, this, send);
    connect(m_passphrase, &QLineEdit::returnPressed, m_try, &QPushButton::click);
    setTrouble({}, false);
}

void LockedPage::setBreak(const BreakFacts& facts) {
    m_break = facts;
    showBreak();
}

void LockedPage::setNow(qint64 now) {
    m_now = now;
    showBreak();
}

void LockedPage::showBreak() {
    const bool broke = m_break.since != 0 && !m_passphrase->parentWidget()->isVisibleTo(this);
    m_meanwhile->setVisible(broke);
    m_next->setVisible(broke);
    if (!broke) return;
    m_title->setText(tr("The data directory fails"));
    const QString since = tr("Since %1.").arg(momentText(m_break.since, m_now));
    const QString nothing = tr("Nothing more is locked or paid from here.");
    const QString job = tr("The job goes on from its last step when this is mended; host and marketplace keep what "
                           "was signed.");
    m_meanwhile->setText(
        (m_break.jobs ? QStringList{since, nothing, job} : QStringList{since, nothing}).join(QLatin1Char(' ')));
    const double wait = static_cast<double>(std::max<qint64>(0, m_break.nextTry - m_now)) / 1000;
    m_next->setText(tr("Next try by itself in %1.").arg(durationText(wait)));
}

void LockedPage::setTrouble(const Trouble& why, bool wantsPassphrase) {
    m_title->setText(wantsPassphrase ? tr("Your key wants its passphrase") : tr("The data directory cannot be opened"));
    m_why->setText(troubleText(why));
    m_why->setVisible(why.any());
    m_passphrase->parentWidget()->setVisible(wantsPassphrase);
    m_try->setText(wantsPassphrase ? tr("Unlock") : tr("Try again"));
    m_try->setEnabled(true);
    showBreak();
    if (wantsPassphrase)
        m_passphrase->setFocus();
    else
        m_try->setFocus();
}

} // namespace unchained::ui
