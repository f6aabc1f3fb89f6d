// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "protocol/case_record.h"

#include <QWidget>

class QGridLayout;

namespace unchained::ui {

class FigureLabel;
class IconLabel;
class Label;
class ReviewsCard;
class StandingCard;

/// The left of a listing: picture, what the machine is and how fast, its standing, its reviews.
class ListingFacts : public QWidget {
    Q_OBJECT
public:
    explicit ListingFacts(QWidget* parent = nullptr);
    void setHost(const HostFacts& host);
    void setReviews(const std::vector<ReviewFacts>& reviews);
    void setCaseRecord(std::optional<protocol::CaseRecord> record);
    void setNow(qint64 now);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    class Picture;
    class Tile;
    [[nodiscard]] QWidget* buildTitle();
    void fillTitle();
    void fillTiles();
    void arrange();

    HostFacts m_host;
    std::vector<ReviewFacts> m_reviews;
    qint64 m_now = 0;
    int m_columns = 0;
    Picture* m_picture;
    Label *m_title, *m_under, *m_ratings;
    IconLabel* m_star;
    FigureLabel* m_stars;
    QGridLayout* m_grid;
    Tile *m_rate, *m_memory, *m_bond, *m_engine;
    StandingCard* m_standing;
    ReviewsCard* m_reviewsCard;
};

} // namespace unchained::ui
