// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class Label;

/// How the first wrong step is found: a bar a round, over the steps about which the two still disagree.
class NarrowingCard : public Card {
    Q_OBJECT
public:
    explicit NarrowingCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts);

private:
    class Chart;
    Chart* m_chart;
    Label* m_found;
};

} // namespace unchained::ui
