// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QPushButton;

namespace unchained::ui {

class Label;
class MarkBar;

/// What renters wrote of a host, each signed by whom, with the spread of the stars. Two columns where there is room.
class ReviewsCard : public QWidget {
    Q_OBJECT
public:
    explicit ReviewsCard(QWidget* parent = nullptr);
    /// @param ratings  that the listing counts; the reviews of them may not have arrived yet
    void setReviews(const std::vector<ReviewFacts>& reviews, std::uint64_t ratings, qint64 now);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Row;
    void fill();
    void arrange();

    std::vector<ReviewFacts> m_reviews;
    std::uint64_t m_ratings = 0;
    qint64 m_now = 0;
    bool m_all = false;
    int m_columns = 0;
    QPushButton* m_more;
    QBoxLayout* m_both;
    QWidget* m_spread;
    std::vector<MarkBar*> m_bars; ///< of five stars down to one
    QGridLayout* m_grid;
    std::vector<Row*> m_rows;
    Label* m_none;
};

} // namespace unchained::ui
