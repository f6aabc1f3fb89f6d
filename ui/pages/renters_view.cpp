// SPDX-License-Identifier: Apache-2.0
#include "pages/renters_view.h"

#include "pages/peer_picture.h"
#include "widgets/controls.h"
#include "widgets/format.h"

#include <QBoxLayout>

namespace unchained::ui {

class RentersView::Row : public QWidget {
public:
    Row()
        : m_picture(new PeerPicture(32)), m_who(makeLabel({}, Type::Value)),
          m_about(makeLabel({}, Type::Small, Token::Text2)), m_text(makeParagraph({}, Type::Body, Token::Text)),
          m_stars(new Badge({}, Tone::Neutral, "star")) {
        auto* title = new QHBoxLayout;
        title->setSpacing(scaled(space::k8));
        title->addWidget(m_who);
        title->addWidget(m_stars);
        title->addStretch(1);
        title->addWidget(m_about);
        auto* words = new QVBoxLayout;
        words->setSpacing(scaled(space::k2));
        words->addLayout(title);
        words->addWidget(m_text);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, scaled(space::k12), 0, scaled(space::k12));
        row->setSpacing(scaled(space::k12));
        row->addWidget(m_picture, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(makeLine());
        column->addLayout(row);
    }
    void set(const ReviewFacts& review, qint64 now) {
        m_picture->setPeer(review.renter);
        m_who->setText(nickname(review.renter));
        m_stars->setBadge(RentersView::tr("%1 of 5").arg(review.stars), review.stars >= 4 ? Tone::Won : Tone::Neutral,
                          "star");
        m_about->setText(RentersView::tr("%1 steps · %2").arg(countText(review.steps), momentText(review.time, now)));
        m_text->setText(review.text);
        m_text->setVisible(!review.text.isEmpty());
    }

private:
    PeerPicture* m_picture;
    Label *m_who, *m_about, *m_text;
    Badge* m_stars;
};

RentersView::RentersView(QWidget* parent)
    : QWidget(parent), m_states(new FourStatePage), m_card(new Card), m_mean(new Stars) {
    auto* content = new QWidget;
    auto* inside = new QVBoxLayout(content);
    inside->setContentsMargins(0, 0, 0, 0);
    m_card->setHeading(tr("Ratings by renters"));
    m_card->addToHeading(m_mean);
    inside->addWidget(m_card);
    inside->addStretch(1);
    m_states->setContent(content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_states);
    setReviews({}, 0);
}

void RentersView::setReviews(const std::vector<ReviewFacts>& reviews, qint64 now) {
    while (m_rows.size() > reviews.size()) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < reviews.size()) {
        m_rows.push_back(new Row);
        m_card->body()->addWidget(m_rows.back());
    }
    double sum = 0;
    for (std::size_t i = 0; i < reviews.size(); ++i) {
        m_rows[i]->set(reviews[i], now);
        sum += reviews[i].stars;
    }
    m_mean->setRating(reviews.empty() ? 0 : sum / static_cast<double>(reviews.size()),
                      static_cast<int>(reviews.size()));
    if (reviews.empty())
        m_states->showEmpty({tr("No rating yet"),
                             tr("After a rental, whoever rented this machine can rate it. Ratings are counted only "
                                "from rentals that were paid."),
                             {},
                             {},
                             {},
                             "star"});
    else
        m_states->showContent();
}

} // namespace unchained::ui
