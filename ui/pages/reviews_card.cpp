// SPDX-License-Identifier: Apache-2.0
#include "pages/reviews_card.h"

#include "pages/listing_words.h"
#include "pages/peer_picture.h"
#include "pages/review_form.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {
constexpr int kSpread = 236, kBeside = 560, kTwoColumns = 1000;
constexpr std::size_t kShort = 5, kLong = 200; ///< reviews at first, and after "All"
constexpr int kMostStars = 5;
} // namespace

class ReviewsCard::Row : public QWidget {
public:
    Row()
        : m_picture(new PeerPicture(28)), m_who(makeLabel({}, Type::Small)),
          m_about(makeLabel({}, Type::Small, Token::Text2)), m_text(makeParagraph({}, Type::Small, Token::Text)),
          m_reply(makeParagraph({}, Type::Small)) {
        m_who->setWeight(QFont::DemiBold);
        m_who->setElided(true);
        m_about->setElided(true);
        auto* title = new QHBoxLayout;
        title->setSpacing(scaled(space::k4));
        title->addWidget(m_who);
        title->addWidget(m_about, 1);
        auto* words = new QVBoxLayout;
        words->setSpacing(scaled(space::k2));
        words->addLayout(title);
        words->addWidget(m_text);
        words->addWidget(m_reply);
        words->addStretch(1);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(scaled(space::k8));
        row->addWidget(m_picture, 0, Qt::AlignTop);
        row->addLayout(words, 1);
    }
    void set(const ReviewFacts& review, qint64 now) {
        m_picture->setPeer(review.by);
        m_who->setText(nickname(review.by));
        m_who->setToolTip(QString::fromLatin1(review.by.toHex()));
        m_about->setText(ReviewsCard::tr("· %1 of 5 · %2 · weight %3")
                             .arg(QLocale().toString(review.mean(), 'f', 2), agoText(review.time, now),
                                  QLocale().toString(review.weight, 'f', 2)));
        m_about->setToolTip(starsInWords(review.stars));
        m_text->setText(review.text);
        m_text->setVisible(!review.text.isEmpty());
        m_reply->setText(ReviewsCard::tr("Reply: %1").arg(review.reply));
        m_reply->setVisible(!review.reply.isEmpty());
        setAccessibleName(m_who->text() + u' ' + m_about->text() + QStringLiteral(": ") + review.text +
                          (review.reply.isEmpty() ? QString() : u'\n' + m_reply->text()));
    }

private:
    PeerPicture* m_picture;
    Label *m_who, *m_about, *m_text, *m_reply;
};

ReviewsCard::ReviewsCard(QWidget* parent)
    : QWidget(parent), m_more(makeButton(ButtonKind::Link, {})), m_both(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_spread(new QWidget), m_grid(new QGridLayout), m_none(makeParagraph({})) {
    auto* heading = new QHBoxLayout;
    heading->addWidget(makeLabel(tr("Reviews"), Type::Section));
    heading->addStretch(1);
    heading->addWidget(m_more);
    auto* spread = new QVBoxLayout(m_spread);
    spread->setContentsMargins(0, 0, 0, 0);
    spread->setSpacing(0);
    for (int stars = kMostStars; stars >= 1; --stars) {
        auto* bar = new MarkBar(tr("%n star(s)", nullptr, stars), {}, 0);
        bar->setColumns(58, 40);
        bar->setBar(Token::Text, 4, true);
        m_bars.push_back(bar);
        spread->addWidget(bar);
    }
    spread->addSpacing(scaled(space::k8));
    spread->addWidget(makeParagraph(
        tr("Only the two parties of a settled, paid rental review each other, signed, and blind until both have."),
        Type::Small));
    spread->addStretch(1);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(scaled(space::k32));
    m_grid->setVerticalSpacing(scaled(space::k16));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_none);
    list->addLayout(m_grid);
    list->addStretch(1);
    m_both->addWidget(m_spread);
    m_both->addLayout(list, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(scaled(space::k8));
    column->addLayout(heading);
    column->addLayout(m_both);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        fill();
    });
    fill();
    arrange();
}

void ReviewsCard::setReviews(const std::vector<ReviewFacts>& reviews, std::uint64_t ratings, qint64 now) {
    if (reviews.empty()) m_all = false; // another host
    if (reviews == m_reviews && ratings == m_ratings && now / 3'600'000 == m_now / 3'600'000) return;
    m_reviews = reviews;
    m_ratings = ratings;
    m_now = now;
    fill();
}

void ReviewsCard::fill() {
    std::array<std::size_t, kMostStars> counts{};
    for (const ReviewFacts& each : m_reviews)
        ++counts[static_cast<std::size_t>(kMostStars - std::clamp(qRound(each.mean()), 1, kMostStars))];
    for (std::size_t i = 0; i < m_bars.size(); ++i)
        m_bars[i]->setValue(countText(counts[i]),
                            m_reviews.empty() ? 0
                                              : static_cast<double>(counts[i]) / static_cast<double>(m_reviews.size()));
    const std::size_t shown = std::min(m_reviews.size(), m_all ? kLong : kShort);
    while (m_rows.size() > shown) {
        delete m_rows.back();
        m_rows.pop_back();
    }
    while (m_rows.size() < shown)
        m_rows.push_back(new Row);
    for (std::size_t i = 0; i < shown; ++i)
        m_rows[i]->set(m_reviews[i], m_now);
    m_spread->setVisible(!m_reviews.empty());
    m_more->setVisible(m_reviews.size() > kShort);
    m_more->setText(m_all ? tr("Fewer") : tr("All %1").arg(countText(m_reviews.size())));
    m_none->setVisible(m_reviews.empty());
    m_none->setText(m_ratings == 0
                        ? tr("No renter has reviewed this host yet. Its bond and the checks do not depend on it.")
                        : tr("The words of %n review(s) have not arrived yet.", nullptr,
                             static_cast<int>(std::min<std::uint64_t>(m_ratings, 1'000'000))));
    m_columns = 0;
    arrange();
}

void ReviewsCard::arrange() {
    const int columns = width() >= scaled(kTwoColumns) ? 2 : 1;
    const bool beside = width() >= scaled(kBeside);
    m_both->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_both->setSpacing(scaled(beside ? space::k32 : space::k16));
    m_spread->setMinimumWidth(beside ? scaled(kSpread) : 0);
    m_spread->setMaximumWidth(beside ? scaled(kSpread) : QWIDGETSIZE_MAX);
    if (columns == m_columns) return;
    m_columns = columns;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_grid->addWidget(m_rows[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns, Qt::AlignTop);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    for (Row* row : m_rows)
        row->show();
}

void ReviewsCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace unchained::ui
