// SPDX-License-Identifier: Apache-2.0
#include "pages/learning_card.h"

#include "widgets/chart.h"
#include "widgets/chart_legend.h"

#include <QBoxLayout>
#include <QPushButton>

namespace unchained::ui {

LearningCard::LearningCard(QWidget* parent) : Card(CardKind::Raised, parent), m_chart(new Chart(tr("Learning"))) {
    setHeading(tr("Learning"), tr("on the test data, computed here"));
    addToHeading(m_chart->legend());
    addToHeading(m_chart->tableButton());
    body()->addWidget(m_chart, 1);
    setJob({});
}

void LearningCard::setJob(const JobFacts& job) {
    ChartData shown;
    shown.x = {tr("step"), ChartUnit::Count, 0, 0.0, {}};
    if (job.stepsTotal > 0) shown.x.high = static_cast<double>(job.stepsTotal);
    shown.left = {tr("loss"), ChartUnit::Number, 2, {}, {}};
    shown.right = {tr("accuracy"), ChartUnit::Percent, 1, 0.0, {}};
    ChartSeries loss, accuracy;
    loss.name = tr("test loss");
    loss.token = Token::C1;
    loss.label = false;
    loss.strong = true;
    accuracy.name = tr("accuracy");
    accuracy.token = Token::C3;
    accuracy.rightAxis = true;
    accuracy.label = false;
    for (const CurvePoint& point : job.curve) {
        loss.points.append({static_cast<double>(point.step), point.loss});
        accuracy.points.append({static_cast<double>(point.step), point.accuracy});
    }
    shown.series = {loss, accuracy};
    if (job.underWay() && job.stepsDone > 0) shown.marker = {static_cast<double>(job.stepsDone), tr("now")};
    shown.empty = job.underWay() ? tr("The curve begins when the host hands over its first state.")
                                 : tr("No state was handed over: there is nothing to show.");
    m_chart->setData(std::move(shown));
}

} // namespace unchained::ui
