// SPDX-License-Identifier: Apache-2.0
#include "pages/dispute_card.h"

#include "pages/dispute_words.h"
#include "pages/job_words.h"
#include "widgets/button.h"
#include "widgets/fields.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"
#include "widgets/switch.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kDisputeTextMax = 500; ///< characters: at most 2000 bytes, as the hub takes
}

DisputeCard::DisputeCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_form(new QWidget), m_which(new QComboBox),
      m_whichBox(withLabel(tr("Contract"), m_which)), m_step(new UnitField(tr("Step"), {}, {})),
      m_rounds(new Switch(tr("Narrow it down with the host, round by round"))), m_text(new QLineEdit),
      m_terms(makeParagraph({}, Type::Small)), m_mistake(makeParagraph({}, Type::Small, Token::Wrong)),
      m_stage(makeParagraph({}, Type::Body)), m_progress(new ProgressBar(tr("Steps computed again"), true)),
      m_go(makeButton(ButtonKind::Secondary, tr("Compare, and dispute what differs"), "gavel")),
      m_close(makeButton(ButtonKind::Quiet, tr("Not now"))),
      m_case(makeButton(ButtonKind::Secondary, tr("Look at the case"), "cases")) {
    setHeading(tr("Dispute the result"));
    m_text->setMaxLength(kDisputeTextMax);
    m_step->setObjectName(QStringLiteral("disputeStep"));
    m_go->setObjectName(QStringLiteral("compare"));
    m_close->setObjectName(QStringLiteral("closeDispute"));
    build();
    m_mistake->hide();
    connect(m_go, &QPushButton::clicked, this, &DisputeCard::send);
    for (QLineEdit* field : {static_cast<QLineEdit*>(m_step), m_text})
        connect(field, &QLineEdit::returnPressed, this, &DisputeCard::send);
    connect(m_which, &QComboBox::currentIndexChanged, this, &DisputeCard::fill);
    connect(m_step, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_rounds->setEnabled(text.trimmed().isEmpty()); // a step that is named needs no search
    });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_case, &QPushButton::clicked, this, [this] {
        if (const DisputeFacts* dispute = shown()) emit caseWanted(dispute->contract);
    });
    hide();
}

void DisputeCard::build() {
    auto* fields = new QHBoxLayout;
    fields->setSpacing(scaled(space::k12));
    fields->addWidget(m_whichBox, 2);
    fields->addWidget(withLabel(tr("Step"), m_step), 1);
    fields->addWidget(withLabel(tr("In your words, for the record"), m_text), 2);
    auto* form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(scaled(space::k8));
    form->addWidget(m_terms);
    form->addLayout(fields);
    auto* rounds = new QHBoxLayout;
    rounds->setSpacing(scaled(space::k8));
    rounds->addWidget(m_rounds);
    rounds->addWidget(makeLabel(m_rounds->accessibleName(), Type::Small, Token::Text2), 1);
    form->addLayout(rounds);
    form->addWidget(m_mistake);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(scaled(space::k8));
    buttons->addWidget(m_go);
    buttons->addWidget(m_case);
    buttons->addWidget(m_close);
    buttons->addStretch(1);
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_stage);
    body()->addWidget(m_progress);
    body()->addWidget(m_form);
    body()->addLayout(buttons);
}

void DisputeCard::setJob(const JobFacts& job, std::optional<Amount> checkFee, qint64 now) {
    const bool another = std::exchange(m_job, job.id) != job.id;
    m_all = job.contracts;
    m_checkFee = checkFee;
    if (another) {
        m_again = false;
        m_step->clear();
        m_text->clear();
        m_mistake->hide();
        m_last.clear();
        for (const auto& [contract, dispute] : m_disputes)
            if (dispute.job == job.id) m_last = contract;
    }
    fillContracts(disputable(job, now));
    if (another) setVisible(shown() != nullptr);
    fill();
}

void DisputeCard::fillContracts(const std::vector<const ContractFacts*>& open) {
    std::vector<QByteArray> ids;
    for (const ContractFacts* each : open)
        ids.push_back(each->contract);
    if (ids == m_contracts) return; // else an open list would close under the user's hand
    const QString before = m_which->currentText();
    m_contracts = std::move(ids);
    m_which->clear();
    for (const ContractFacts* each : open)
        m_which->addItem(tr("%1, contract %2").arg(each->host, shortId(each->contract)));
    m_which->setCurrentIndex(std::max(0, m_which->findText(before)));
}

void DisputeCard::setDispute(const DisputeFacts& dispute) {
    const bool began = !m_disputes.contains(dispute.contract) || !m_disputes.at(dispute.contract).underWay();
    m_disputes[dispute.contract] = dispute;
    if (dispute.job != m_job) return;
    m_last = dispute.contract;
    if (began) m_again = false;
    show();
    fill();
}

void DisputeCard::start(std::optional<quint64> step) {
    const ContractFacts* contract = chosen();
    if (shown() && !shown()->underWay()) m_again = true;
    if (step && contract && *step + 1 >= contract->firstStep)
        m_step->setText(QLocale().toString(static_cast<qulonglong>(*step + 1)));
    show();
    fill();
    m_step->setFocus();
}

const ContractFacts* DisputeCard::chosen() const {
    const auto at = static_cast<std::size_t>(std::max(0, m_which->currentIndex()));
    if (at >= m_contracts.size()) return nullptr;
    for (const ContractFacts& each : m_all)
        if (each.contract == m_contracts[at]) return &each;
    return nullptr;
}

const DisputeFacts* DisputeCard::shown() const {
    const auto at = m_disputes.find(m_last);
    return at == m_disputes.end() || at->second.job != m_job ? nullptr : &at->second;
}

void DisputeCard::fill() {
    const DisputeFacts* dispute = shown();
    const ContractFacts* contract = chosen();
    const bool underWay = dispute && dispute->underWay();
    const bool form = !underWay && contract && (!dispute || m_again);
    m_form->setVisible(form);
    m_go->setVisible(form);
    m_whichBox->setVisible(m_contracts.size() > 1);
    m_case->setVisible(!form && dispute && dispute->caseNumber > 0);
    m_close->setText(form ? tr("Not now") : tr("Close"));
    m_close->setVisible(!underWay);
    m_stage->setVisible(!form);
    m_progress->setVisible(underWay && dispute->stage == DisputeStage::Comparing);
    if (dispute) {
        m_progress->setShare(
            dispute->total == 0 ? 0 : static_cast<double>(dispute->done) / static_cast<double>(dispute->total));
        const bool won = dispute->outcome == QLatin1String("host-wrong") || dispute->stage == DisputeStage::Nothing;
        const bool bad = dispute->stage == DisputeStage::Failed || dispute->outcome == QLatin1String("false-alarm");
        m_stage->setToken(won ? Token::Right : bad ? Token::Wrong : Token::Text);
        m_stage->setText(stageText(*dispute));
    } else if (!contract) {
        m_stage->setText(tr("Nothing here can be disputed any more: no bond answers for it."));
    }
    if (!contract) return;
    m_step->setPlaceholderText(
        tr("all, or %1 to %2")
            .arg(countText(contract->firstStep), countText(contract->firstStep + contract->stepsDone - 1)));
    m_terms->setText(
        tr("This machine computes the steps again: all of them, or up to the one that you name. Only where one comes "
           "out otherwise a case is opened, and %1 credits are locked as a deposit. The marketplace runs that step "
           "again: if the host was wrong, its bond pays back what you paid and the deposit comes back; if it was "
           "right, the deposit is lost.")
            .arg(creditCeiling(depositOf(*contract, m_checkFee.value_or(Amount{})))));
}

void DisputeCard::send() {
    const ContractFacts* contract = chosen();
    if (!contract || !m_go->isVisibleTo(this)) return;
    const quint64 first = contract->firstStep, last = contract->firstStep + contract->stepsDone - 1;
    const QString text = m_step->text().trimmed();
    bool isNumber = true;
    const quint64 step = text.isEmpty() ? first : QLocale().toULongLong(text, &isNumber);
    const bool good = isNumber && step >= first && step <= last;
    const QString mistake =
        good ? QString() : tr("A step from %1 to %2, or none to compare all").arg(countText(first), countText(last));
    m_step->setMistake(mistake);
    m_mistake->setText(mistake);
    m_mistake->setVisible(!good);
    if (!good) return m_step->setFocus();
    emit disputeWanted(contract->contract, text.isEmpty() ? std::nullopt : std::optional(step - first),
                       text.isEmpty() && m_rounds->isChecked(), m_text->text().trimmed());
}

void DisputeCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_close->isVisibleTo(this)) return hide();
    Card::keyPressEvent(event);
}

} // namespace unchained::ui
