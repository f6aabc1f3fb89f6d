// SPDX-License-Identifier: Apache-2.0
#include "pages/blame_card.h"

#include "pages/job_words.h"
#include "widgets/label.h"

#include <QBoxLayout>

namespace unchained::ui {

BlameCard::BlameCard(QWidget* parent) : Card(CardKind::Raised, parent) {
    setHeading(tr("Who stopped first"), tr("as it is recorded"));
    body()->setSpacing(scaled(space::k8));
    hide();
}

BlameCard::Row BlameCard::makeRow() {
    Row row{new QWidget, makeLabel({}, Type::Value), makeParagraph({}, Type::Small),
            makeParagraph({}, Type::Small, Token::Text2)};
    auto* column = new QVBoxLayout(row.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k2));
    row.who->setElided(true);
    for (Label* each : {row.who, row.why, row.heard})
        column->addWidget(each);
    body()->addWidget(row.box);
    return row;
}

void BlameCard::setJob(const JobFacts& job, qint64 now) {
    std::vector<const ContractFacts*> broke;
    for (const ContractFacts& each : job.contracts)
        if (each.blame) broke.push_back(&each);
    while (m_rows.size() > broke.size()) {
        delete m_rows.back().box;
        m_rows.pop_back();
    }
    while (m_rows.size() < broke.size())
        m_rows.push_back(makeRow());
    for (std::size_t i = 0; i < broke.size(); ++i) {
        const BlameWords words = blameOf(*broke[i], now);
        m_rows[i].who->setText(words.who);
        m_rows[i].why->setText(words.why);
        m_rows[i].heard->setText(words.heard);
    }
    setVisible(!broke.empty());
}

} // namespace unchained::ui
