// SPDX-License-Identifier: Apache-2.0
#include "pages/case_evidence_card.h"

#include "pages/case_words.h"
#include "pages/draft_field.h"
#include "pages/job_words.h"
#include "widgets/badge.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace unchained::ui {

namespace {
constexpr int kEvidenceRow = 38, kStanding = 120, kHash = 80, kStatementMax = 2000;

struct ItemWords {
    const char* icon;
    QString title, note;
};

ItemWords wordsOf(const CaseEvidenceFacts& item, const CaseFacts& facts) {
    const bool mine = item.by == facts.me;
    const QString name = partyName(facts, item.by);
    const QString by = mine ? CaseEvidenceCard::tr("of you") : CaseEvidenceCard::tr("of %1").arg(name);
    const QString step = facts.step ? countText(*facts.step) : QString();
    if (item.kind == QLatin1String("contract"))
        return {"sign", CaseEvidenceCard::tr("Contract"), CaseEvidenceCard::tr("offer and acceptance")};
    if (item.kind == QLatin1String("opening"))
        return {"file", CaseEvidenceCard::tr("Opening of step %1").arg(step),
                mine ? CaseEvidenceCard::tr("state, from you") : CaseEvidenceCard::tr("state, from %1").arg(name)};
    if (item.kind == QLatin1String("check"))
        return {"chip", CaseEvidenceCard::tr("Run again by the hub"),
                CaseEvidenceCard::tr("engine %1").arg(item.title)};
    const QString title = item.title.isEmpty() ? QString() : QStringLiteral("\"%1\"").arg(item.title);
    if (item.kind == QLatin1String("signed"))
        return {"sign", CaseEvidenceCard::tr("Signed words"), title.isEmpty() ? by : title};
    if (item.kind == QLatin1String("statement"))
        return {"user", CaseEvidenceCard::tr("Statement"), title.isEmpty() ? by : title};
    return {"file", CaseEvidenceCard::tr("File"),
            (title.isEmpty() ? by : title) + QStringLiteral(", ") + bytesText(item.bytes)};
}

struct Standing {
    const char* icon;
    QString text;
    Token token;
};

Standing standingOf(const QString& word) {
    if (word == QLatin1String("signed")) return {"check", CaseEvidenceCard::tr("signed"), Token::Right};
    if (word == QLatin1String("matches")) return {"check", CaseEvidenceCard::tr("matches"), Token::Right};
    if (word == QLatin1String("differs")) return {"cross", CaseEvidenceCard::tr("differs"), Token::Wrong};
    return {"clock", CaseEvidenceCard::tr("not checkable"), Token::Text2};
}
} // namespace

class CaseEvidenceCard::Row : public Themed<QWidget> {
public:
    Row()
        : m_icon(new IconLabel("file")), m_mark(new IconLabel("check", Token::Right, 16)),
          m_title(makeLabel({}, Type::Value)), m_note(makeLabel({}, Type::Small, Token::Text2)),
          m_standing(makeLabel({}, Type::Small)), m_hash(new FigureLabel({}, {}, Type::Small)) {
        m_note->setElided(true);
        m_hash->setToken(Token::Text2);
        m_hash->setFixedWidth(scaled(kHash));
        m_hash->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* standing = new QWidget;
        standing->setFixedWidth(scaled(kStanding));
        auto* words = new QHBoxLayout(standing);
        words->setContentsMargins(0, 0, 0, 0);
        words->setSpacing(scaled(space::k4));
        words->addStretch(1);
        words->addWidget(m_mark);
        words->addWidget(m_standing);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_icon);
        row->addWidget(m_title);
        row->addWidget(m_note, 1);
        row->addWidget(standing);
        row->addWidget(m_hash);
        setMinimumHeight(scaled(kEvidenceRow));
    }
    void set(const CaseEvidenceFacts& item, const CaseFacts& facts, qint64 now) {
        const ItemWords words = wordsOf(item, facts);
        const Standing standing = standingOf(item.standing);
        m_icon->setIcon(words.icon, Token::Text2);
        m_title->setText(words.title);
        m_note->setText(words.note);
        m_mark->setIcon(standing.icon, standing.token);
        m_standing->setText(standing.text);
        m_standing->setToken(standing.token);
        m_hash->setFigure(shortId(item.hash));
        setToolTip(CaseEvidenceCard::tr("SHA-256 %1, put in %2")
                       .arg(QString::fromLatin1(item.hash.toHex()), momentText(item.time, now)));
        setAccessibleName(
            QStringList{words.title, words.note, standing.text, m_hash->value()}.join(QStringLiteral(", ")));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, color(Token::Border));
    }

private:
    IconLabel *m_icon, *m_mark;
    Label *m_title, *m_note, *m_standing;
    FigureLabel* m_hash;
};

CaseEvidenceCard::CaseEvidenceCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_list(new QVBoxLayout), m_add(makeButton(ButtonKind::Link, tr("Add"), "plus")),
      m_form(new QWidget), m_text(new DraftField) {
    setHeading(tr("Evidence"));
    addToHeading(m_add);
    m_add->setAccessibleName(tr("Add a statement"));
    m_list->setSpacing(0);
    body()->addSpacing(scaled(space::k8));
    body()->addLayout(m_list);
    m_text->setPlaceholderText(tr("What happened, in your own words"));
    m_text->setAccessibleName(tr("Statement"));
    m_text->setMaxLength(kStatementMax);
    auto* put = makeButton(ButtonKind::Secondary, tr("Sign and put in"), "sign");
    auto* row = new QHBoxLayout(m_form);
    row->setContentsMargins(0, scaled(space::k8), 0, 0);
    row->setSpacing(scaled(space::k8));
    row->addWidget(m_text, 1);
    row->addWidget(put);
    m_form->hide();
    body()->addWidget(m_form);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_form->setVisible(m_form->isHidden());
        if (!m_form->isHidden()) m_text->setFocus();
    });
    const auto putIn = [this] {
        if (const QString words = m_text->send(); !words.isEmpty()) emit statementWanted(words);
    };
    connect(put, &QPushButton::clicked, this, putIn);
    connect(m_text, &QLineEdit::returnPressed, this, putIn);
}

void CaseEvidenceCard::setAnswer(const QByteArray& id, const QString& words, bool taken) {
    if (!m_text->setAnswer(id, words, taken)) return;
    if (m_form->isAncestorOf(focusWidget())) m_add->setFocus();
    m_form->hide();
}

void CaseEvidenceCard::setCase(const CaseFacts& facts, qint64 now) {
    if (std::exchange(m_id, facts.id) != facts.id) {
        m_text->setSubject(m_id);
        m_form->setVisible(facts.open() && !m_text->text().isEmpty());
    }
    setHeading(tr("Evidence"),
               tr("%n item(s), each named by its hash", nullptr, static_cast<int>(facts.evidence.size())));
    m_add->setVisible(facts.open() && (facts.isParty() || facts.isArbiter()));
    while (m_rows.size() > facts.evidence.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < facts.evidence.size()) {
        m_rows.push_back(new Row);
        m_list->addWidget(m_rows.back());
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->set(facts.evidence[i], facts, now);
}

} // namespace unchained::ui
