// SPDX-License-Identifier: Apache-2.0
#include "pages/price_box.h"

#include "models/host_words.h"
#include "pages/inner_scroll.h"
#include "pages/listing_words.h"
#include "pages/plan_view.h"
#include "pages/price_comparison.h"
#include "theme/icons.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QComboBox>

namespace unchained::ui {

namespace {
constexpr int kBoxEdge = 20, kSliderSteps = 100, kSliderPage = 10, kSliderStep = 5;
}

PriceBox::PriceBox(QWidget* parent)
    : Card(CardKind::Raised, parent), m_mistake(makeParagraph({}, Type::Small, Token::Wrong)),
      m_note(makeParagraph({}, Type::Body)), m_view(new PlanView), m_comparison(new PriceComparison),
      m_scroll(new InnerScroll(kBoxEdge)) {
    setAccessibleName(tr("Price"));
    layout()->setContentsMargins(scaled(kBoxEdge), scaled(space::k12), 0, scaled(space::k8));
    QVBoxLayout* column = m_scroll->column();
    column->addWidget(buildHead());
    column->addSpacing(scaled(space::k8));
    column->addWidget(buildJob());
    column->addSpacing(scaled(space::k8));
    column->addWidget(buildTerms());
    column->addWidget(m_mistake);
    column->addSpacing(scaled(space::k8));
    column->addWidget(m_note);
    column->addWidget(buildTrouble());
    column->addWidget(m_view);
    column->addSpacing(scaled(space::k6));
    column->addWidget(makeLine());
    column->addSpacing(scaled(space::k4));
    column->addWidget(m_comparison);
    column->addStretch(1);
    body()->addWidget(m_scroll, 1);
    buildFoot();
    m_mistake->hide();
    setFocusProxy(m_job);
    m_dim.setSingleShot(true);
    m_dim.setInterval(motion::kSkeletonAfter);
    connect(&m_dim, &QTimer::timeout, this, [this] { m_view->setEnabled(false); });
    fill();
}

QWidget* PriceBox::buildHead() {
    auto* box = new QWidget;
    m_price = new FigureLabel({}, {}, Type::Figure);
    m_badge = new Badge({});
    m_workPrice = makeLabel({}, Type::Small, Token::Text2);
    m_workRule = makeParagraph({}, Type::Small);
    m_how = makeButton(ButtonKind::Link, tr("How"));
    m_how->setAccessibleName(tr("How the price per TFLOP-hour is computed"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_price);
    row->addStretch(1);
    row->addWidget(m_badge);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k2));
    column->addLayout(row);
    auto* work = new QHBoxLayout;
    work->setSpacing(scaled(space::k8));
    work->addWidget(m_workPrice);
    work->addWidget(m_how);
    work->addStretch(1);
    column->addLayout(work);
    column->addWidget(m_workRule);
    m_workRule->hide();
    connect(m_how, &QPushButton::clicked, this, [this] {
        m_workRule->setVisible(m_workRule->isHidden());
        m_how->setText(m_workRule->isHidden() ? tr("How") : tr("Hide"));
    });
    return box;
}

QWidget* PriceBox::buildJob() {
    auto* box = new QWidget;
    m_job = new QComboBox;
    m_job->setAccessibleName(tr("Job"));
    m_job->setPlaceholderText(tr("No job file yet"));
    m_job->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* label = makeLabel(tr("Job"), Type::Small, Token::Text2);
    label->setBuddy(m_job);
    auto* choose = makeButton(ButtonKind::Link, tr("Choose a file…"));
    auto* head = new QHBoxLayout;
    head->addWidget(label);
    head->addStretch(1);
    head->addWidget(choose);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k4));
    column->addLayout(head);
    column->addWidget(m_job);
    setTabOrder(m_job, choose);
    connect(m_job, &QComboBox::currentIndexChanged, this, &PriceBox::ask);
    connect(choose, &QPushButton::clicked, this, [this] {
        m_choosing = true;
        emit chooseJobFile();
    });
    return box;
}

QWidget* PriceBox::buildTerms() {
    auto* box = new QWidget;
    m_spend = new UnitField(tr("Spend at most"), {}, tr("credits"));
    m_checks = new EndsSlider(tr("Bond against checks"), tr("More bond"), tr("more checks"));
    Slider* slider = m_checks->slider();
    slider->setRange(0, kSliderSteps);
    slider->setPageStep(kSliderPage);
    slider->setSingleStep(kSliderStep);
    slider->setValue(0);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k16));
    row->addWidget(withLabel(tr("Spend at most"), m_spend), 1);
    row->addWidget(m_checks, 1, Qt::AlignTop);
    connect(m_spend, &QLineEdit::textChanged, this, &PriceBox::readLimit);
    connect(slider, &QSlider::valueChanged, this, &PriceBox::ask);
    return box;
}

QWidget* PriceBox::buildTrouble() {
    m_trouble = new Card(CardKind::Wrong);
    m_troubleText = makeParagraph({}, Type::Body, Token::Text);
    m_again = makeButton(ButtonKind::Link, tr("Try again"), "retry");
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k4));
    words->addWidget(m_troubleText);
    words->addWidget(m_again, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setSpacing(scaled(space::k8));
    row->addWidget(new IconLabel("warn", Token::Wrong), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_trouble->body()->addLayout(row);
    connect(m_again, &QPushButton::clicked, this, &PriceBox::ask);
    return m_trouble;
}

void PriceBox::buildFoot() {
    m_review = makeBigButton(tr("Review and rent"));
    m_review->setObjectName(QStringLiteral("review"));
    m_foot = makeParagraph({}, Type::Small);
    m_foot->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(0, scaled(space::k8), scaled(kBoxEdge), 0);
    foot->setSpacing(scaled(space::k4));
    foot->addWidget(m_review);
    foot->addWidget(m_foot);
    body()->addLayout(foot);
    connect(m_review, &QPushButton::clicked, this, &PriceBox::reviewWanted);
}

void PriceBox::setJobs(const std::vector<JobFile>& jobs) {
    if (jobs == m_jobs) return;
    const QString before = m_job->currentData().toString();
    const bool added = m_choosing && jobs.size() > m_jobs.size();
    m_choosing = false;
    m_jobs = jobs;
    {
        const QSignalBlocker quiet(m_job);
        m_job->clear();
        for (const JobFile& each : jobs)
            m_job->addItem(icon("file"), each.name, each.path);
        // What the user just looked for is what they want to see.
        const int kept = m_job->findData(before);
        m_job->setCurrentIndex(added ? m_job->count() - 1 : jobs.empty() ? -1 : std::max(0, kept));
    }
    if (m_job->currentData().toString() != before) {
        m_plan.reset();
        ask();
    }
    fill();
}

void PriceBox::setHost(const HostFacts& host) {
    const bool other = host.peer != m_host.peer || host.market != m_host.market;
    const bool otherTerms = other || host.pricePerHour != m_host.pricePerHour || host.rate != m_host.rate ||
                            host.bond != m_host.bond || host.online != m_host.online;
    m_host = host;
    if (other) {
        const QSignalBlocker quiet(m_checks->slider());
        m_plan.reset();
        m_why = {};
        m_spend->clear();
        m_checks->slider()->setValue(0);
    }
    m_comparison->setHost(host);
    if (otherTerms) ask();
    fill();
}

void PriceBox::setMarketHosts(const std::vector<HostFacts>& hosts) {
    m_comparison->setMarketHosts(hosts);
}

RentRequest PriceBox::request() const {
    RentRequest out;
    out.market = m_host.market;
    out.provider = m_host.peer;
    out.job = m_job->currentData().toString();
    out.spendMax = m_limit;
    // Without a limit a job may be topped up beyond what was shown.
    if (!m_limit && m_plan) out.spendMax = m_plan->locked;
    out.checks = static_cast<double>(m_checks->slider()->value()) / kSliderSteps;
    return out;
}

void PriceBox::ask() {
    if (m_host.peer.isEmpty() || m_job->currentIndex() < 0) return fill();
    m_why = {};
    RentRequest wanted = request();
    wanted.spendMax = m_limit;
    emit planWanted(wanted);
    fill();
}

void PriceBox::readLimit() {
    const QString text = m_spend->text().trimmed();
    const auto limit = amountFromText(text);
    m_badLimit = !text.isEmpty() && (!limit || limit->micro() <= 0);
    m_limit = text.isEmpty() || m_badLimit ? std::nullopt : limit;
    ask();
}

void PriceBox::setPlanning(bool planning) {
    m_planning = planning;
    if (planning)
        m_dim.start();
    else
        m_dim.stop();
    if (!planning) m_view->setEnabled(true);
    fill();
}

void PriceBox::setPlan(const PlanFacts& plan) {
    m_plan = plan;
    m_why = {};
    m_view->setEnabled(true);
    fill();
}

void PriceBox::setPlanTrouble(const Trouble& why) {
    m_plan.reset();
    m_why = why;
    fill();
    QAccessibleEvent event(m_trouble, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool PriceBox::ready() const {
    return availabilityOf(m_host).free() && m_plan && !m_planning && limitMistake().isEmpty();
}

void PriceBox::fill() {
    const Availability state = availabilityOf(m_host);
    m_price->setFigure(creditText(m_host.pricePerHour), tr("credits an hour"));
    m_badge->setBadge(state.text, state.tone, state.icon);
    m_workPrice->setVisible(m_host.rate > 0);
    m_how->setVisible(m_host.rate > 0);
    if (m_host.rate > 0) {
        m_workPrice->setText(
            tr("%1 credits per verified TFLOP-hour").arg(perTeraflopFigure(m_host.pricePerTeraflopHour())));
        m_workPrice->setToolTip(perTeraflopRule(m_host));
        m_workRule->setText(perTeraflopRule(m_host) + u' ' +
                            tr("A TFLOP is 10¹² operations, a multiply-add being two; work counts only where its bits "
                               "are right, so hosts of any device compare."));
    }
    fillPlan();
    m_review->setEnabled(ready());
    m_foot->setText(state.free() ? tr("Nothing moves until you confirm.") : state.reason);
}

QString PriceBox::limitMistake() const {
    if (m_badLimit) return tr("Credits above 0 with at most six decimals, as 74.40");
    if (m_plan && m_limit && *m_limit < m_plan->locked)
        return tr("This job locks %1 credits here, more than that.").arg(creditCeiling(m_plan->locked));
    return {};
}

void PriceBox::fillPlan() {
    const QString mistake = limitMistake();
    m_spend->setMistake(mistake);
    m_spend->setPlaceholderText(m_plan ? creditCeiling(m_plan->locked) : QString());
    m_mistake->setText(mistake);
    m_mistake->setVisible(!mistake.isEmpty());

    m_view->setVisible(m_plan.has_value());
    m_trouble->setVisible(!m_plan && m_why.any());
    m_troubleText->setText(troubleText(m_why));
    m_trouble->setAccessibleName(troubleText(m_why));
    m_again->setVisible(m_why.transient);
    m_note->setVisible(!m_plan && !m_why.any());
    m_note->setText(m_jobs.empty() ? tr("Choose a job file to see what it takes and costs here.")
                                   : tr("Working out what it takes and costs here…"));
    if (!m_plan) return;
    m_view->setPlan(*m_plan, m_limit);
    m_checks->slider()->setValueText(
        tr("Bond of %1 credits, steps checked: %2").arg(plainCredits(m_plan->bond), oneIn(m_plan->stepCheckRate)));
}

} // namespace unchained::ui
