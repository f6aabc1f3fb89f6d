// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class Chart;

/// Test loss, and accuracy on the right axis, of the states that the host handed over, computed on this machine.
class LearningCard : public Card {
    Q_OBJECT
public:
    explicit LearningCard(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);

private:
    Chart* m_chart;
};

} // namespace unchained::ui
