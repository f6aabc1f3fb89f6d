// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class FourStatePage;
class Stars;

/// What renters said about this host, newest first, with the mean above.
class RentersView : public QWidget {
    Q_OBJECT
public:
    explicit RentersView(QWidget* parent = nullptr);
    void setReviews(const std::vector<ReviewFacts>& reviews, qint64 now);

private:
    class Row;
    FourStatePage* m_states;
    Card* m_card;
    Stars* m_mean;
    std::vector<Row*> m_rows;
};

} // namespace unchained::ui
