// SPDX-License-Identifier: Apache-2.0
#include "pages/review_form.h"

#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/stars.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kTextMax = 280; ///< characters
}

QString dimensionName(std::size_t dimension) {
    switch (dimension) {
    case 0:
        return ReviewForm::tr("As described");
    case 1:
        return ReviewForm::tr("Speed");
    case 2:
        return ReviewForm::tr("Availability");
    default:
        return ReviewForm::tr("Communication");
    }
}

QString starsInWords(const StarsGiven& stars) {
    QStringList out;
    for (std::size_t i = 0; i < stars.size(); ++i)
        out << QStringLiteral("%1 %2").arg(dimensionName(i)).arg(stars[i]);
    return out.join(QStringLiteral(", "));
}

QString reviewText(const ReviewFacts& review) {
    QString out = ReviewForm::tr("%1 of 5").arg(QLocale().toString(review.mean(), 'f', 2));
    if (!review.text.isEmpty()) out += QStringLiteral(" · ") + review.text;
    return out;
}

ReviewForm::ReviewForm(QWidget* parent)
    : QWidget(parent), m_question(makeLabel({}, Type::Value)), m_state(makeParagraph({}, Type::Small)),
      m_mine(makeParagraph({}, Type::Small, Token::Text)), m_theirs(makeParagraph({}, Type::Small, Token::Text)),
      m_replied(makeParagraph({}, Type::Small)), m_form(new QWidget), m_answer(new QWidget), m_stars{},
      m_text(new QLineEdit), m_reply(new QLineEdit), m_send(makeButton(ButtonKind::Secondary, tr("Review"))),
      m_change(makeButton(ButtonKind::Link, tr("Change it"))),
      m_sendReply(makeButton(ButtonKind::Secondary, tr("Reply"))) {
    m_text->setPlaceholderText(tr("A sentence for others, if you like"));
    m_text->setAccessibleName(tr("A sentence for others"));
    m_reply->setPlaceholderText(tr("A reply below the review, if you like"));
    m_reply->setAccessibleName(tr("Reply"));
    m_text->setMaxLength(kTextMax);
    m_reply->setMaxLength(kTextMax);
    m_send->setEnabled(false);
    m_sendReply->setEnabled(false);
    buildForm();
    auto* answer = new QHBoxLayout(m_answer);
    answer->setContentsMargins(0, 0, 0, 0);
    answer->setSpacing(scaled(space::k12));
    answer->addWidget(m_reply, 1);
    answer->addWidget(m_sendReply);
    auto* said = new QHBoxLayout;
    said->setSpacing(scaled(space::k12));
    said->addWidget(m_mine, 1);
    said->addWidget(m_change, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, scaled(space::k8), 0, 0);
    column->setSpacing(scaled(space::k6));
    column->addWidget(m_question);
    column->addLayout(said);
    column->addWidget(m_theirs);
    column->addWidget(m_replied);
    column->addWidget(m_form);
    column->addWidget(m_answer);
    column->addWidget(m_state);
    column->addStretch(1);
    connect(m_send, &QPushButton::clicked, this, &ReviewForm::send);
    connect(m_text, &QLineEdit::returnPressed, this, &ReviewForm::send);
    connect(m_sendReply, &QPushButton::clicked, this, &ReviewForm::sendReply);
    connect(m_reply, &QLineEdit::returnPressed, this, &ReviewForm::sendReply);
    connect(m_reply, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_sendReply->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_change, &QPushButton::clicked, this, [this] {
        m_changing = true;
        for (std::size_t i = 0; i < m_stars.size(); ++i)
            m_stars[i]->setValue(m_task.mine->stars[i]);
        m_text->setText(m_task.mine->text);
        fill();
        m_stars[0]->setFocus();
    });
}

/// Four rows of stars, the sentence, and the button.
void ReviewForm::buildForm() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(scaled(space::k12));
    grid->setVerticalSpacing(scaled(space::k6));
    grid->setColumnStretch(4, 1);
    for (std::size_t i = 0; i < m_stars.size(); ++i) {
        m_stars[i] = new StarsInput(dimensionName(i));
        const int row = static_cast<int>(i) / 2, column = 2 * (static_cast<int>(i) % 2);
        grid->addWidget(makeLabel(dimensionName(i), Type::Small, Token::Text2), row, column);
        grid->addWidget(m_stars[i], row, column + 1);
        connect(m_stars[i], &QSlider::valueChanged, this, [this] {
            const StarsGiven given = stars();
            m_send->setEnabled(*std::min_element(given.begin(), given.end()) > 0);
        });
    }
    auto* line = new QHBoxLayout;
    line->setSpacing(scaled(space::k12));
    line->addWidget(m_text, 1);
    line->addWidget(m_send);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(scaled(space::k8));
    form->addLayout(grid);
    form->addLayout(line);
}

StarsGiven ReviewForm::stars() const {
    StarsGiven out{};
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = m_stars[i]->value();
    return out;
}

bool ReviewForm::isBegun() const {
    if (!m_reply->text().isEmpty()) return true;
    const StarsGiven given = stars();
    const bool any = *std::max_element(given.begin(), given.end()) > 0 || !m_text->text().isEmpty();
    return writes() && any;
}

void ReviewForm::send() {
    if (m_send->isEnabled()) emit reviewWanted(m_task.contract, stars(), m_text->text().trimmed());
}

void ReviewForm::sendReply() {
    if (m_sendReply->isEnabled()) emit replyWanted(m_task.contract, m_reply->text().trimmed());
}

void ReviewForm::setTask(const ReviewTask& task, const QString& name) {
    if (task.contract != m_task.contract) {
        for (StarsInput* each : m_stars)
            each->setValue(0);
        m_text->clear();
        m_reply->clear();
        m_changing = false;
    }
    if (task.mine != m_task.mine || !task.mayWrite) m_changing = false;
    m_task = task;
    m_name = name;
    fill();
}

void ReviewForm::fill() {
    const bool blind = m_task.mayWrite && m_task.mine;
    m_question->setText(writes() ? tr("How was %1?").arg(m_name) : m_name);
    m_send->setAccessibleName(tr("Review %1").arg(m_name));
    m_sendReply->setAccessibleName(tr("Reply to %1").arg(m_name));
    for (std::size_t i = 0; i < m_stars.size(); ++i)
        m_stars[i]->setAccessibleName(tr("%1, stars for %2").arg(dimensionName(i), m_name));
    m_form->setVisible(writes());
    m_mine->setVisible(m_task.mine && !writes());
    if (m_task.mine) m_mine->setText(tr("You wrote: %1").arg(reviewText(*m_task.mine)));
    m_change->setVisible(blind && !m_changing);
    m_theirs->setVisible(m_task.theirs.has_value());
    const QString reply = m_task.theirs ? m_task.theirs->reply : QString();
    if (m_task.theirs) m_theirs->setText(tr("%1 wrote: %2").arg(m_name, reviewText(*m_task.theirs)));
    m_replied->setVisible(!reply.isEmpty());
    m_replied->setText(tr("You replied: %1").arg(reply));
    m_answer->setVisible(m_task.theirs && reply.isEmpty());
    const QString until = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_task.until).date(), QLocale::ShortFormat);
    m_state->setVisible(m_task.mayWrite);
    m_state->setText(m_task.theyWrote
                         ? tr("%1 has written. You read it when you have, too, or on %2.").arg(m_name, until)
                         : tr("Nobody reads it before %1 has written, too, or before %2.").arg(m_name, until));
}

QWidget* ReviewForm::followTabOf(QWidget* before) {
    QWidget* last = before;
    for (QWidget* next : std::initializer_list<QWidget*>{m_change, m_stars[0], m_stars[1], m_stars[2], m_stars[3],
                                                         m_text, m_send, m_reply, m_sendReply}) {
        setTabOrder(last, next);
        last = next;
    }
    return last;
}

ReviewForm* formOf(const std::vector<ReviewForm*>& forms, const QByteArray& contract) {
    const auto at =
        std::find_if(forms.begin(), forms.end(), [&](const ReviewForm* each) { return each->contract() == contract; });
    return at == forms.end() ? nullptr : *at;
}

void arrangeForms(std::vector<ReviewForm*>& forms, const std::vector<QByteArray>& contracts, QBoxLayout& column,
                  const std::function<ReviewForm*()>& make) {
    std::vector<ReviewForm*> arranged;
    for (const QByteArray& contract : contracts) {
        ReviewForm* form = formOf(forms, contract);
        arranged.push_back(form ? form : make());
    }
    if (arranged == forms) return;
    for (ReviewForm* form : forms) {
        column.removeWidget(form);
        if (std::find(arranged.begin(), arranged.end(), form) == arranged.end()) delete form;
    }
    for (ReviewForm* form : arranged)
        column.addWidget(form);
    forms = std::move(arranged);
}

} // namespace unchained::ui
