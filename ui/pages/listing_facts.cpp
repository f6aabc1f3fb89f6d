// SPDX-License-Identifier: Apache-2.0
#include "pages/listing_facts.h"

#include "models/host_words.h"
#include "pages/listing_words.h"
#include "pages/reviews_card.h"
#include "pages/standing_card.h"
#include "theme/host_picture.h"
#include "widgets/badge.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace unchained::ui {

namespace {
constexpr int kPictureHeight = 148, kFourTiles = 600;
}

/// The host's picture over the whole width, and what is first to be known of it in its corner.
class ListingFacts::Picture : public Themed<QWidget> {
public:
    Picture() : m_badge(new Badge({})) {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(space::k8, space::k8, space::k8, space::k8);
        row->addWidget(m_badge, 0, Qt::AlignTop | Qt::AlignLeft);
        m_badge->hide();
    }
    void set(const HostFacts& host) {
        m_peer = host.peer;
        const HostBadge badge = badgeOf(host);
        const Tone tone = badge == HostBadge::FailedCheck ? Tone::Wrong
                          : badge == HostBadge::New       ? Tone::Info
                                                          : Tone::Neutral;
        m_badge->setBadge(badgeText(badge), tone, badgeIcon(badge));
        m_badge->setToolTip(badgeRule(badge));
        m_badge->setVisible(badge != HostBadge::None);
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {scaled(320), scaled(kPictureHeight)}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        if (m_peer.isEmpty()) return;
        QPainter(this).drawPixmap(0, 0, hostPicture(m_peer, size(), radius::kCard, devicePixelRatioF()));
    }

private:
    QByteArray m_peer;
    Badge* m_badge;
};

/// "118 exact TFLOPS" over "seen by the hub".
class ListingFacts::Tile : public Card {
public:
    explicit Tile(const char* icon)
        : Card(CardKind::Inset), m_figure(new FigureLabel({}, {}, Type::Section)),
          m_note(makeLabel({}, Type::Small, Token::Text2)) {
        m_note->setElided(true);
        auto* row = new QHBoxLayout;
        row->setSpacing(scaled(space::k6));
        row->addWidget(new IconLabel(icon, Token::Text2, 18));
        row->addWidget(m_figure);
        row->addStretch(1);
        body()->setSpacing(scaled(space::k2));
        body()->addLayout(row);
        body()->addWidget(m_note);
    }
    void set(const QString& value, const QString& unit, const QString& note) {
        m_figure->setFigure(value, unit);
        m_note->setText(note);
        setToolTip(note);
        setAccessibleName(value + u' ' + unit + QStringLiteral(", ") + note);
    }

private:
    FigureLabel* m_figure;
    Label* m_note;
};

ListingFacts::ListingFacts(QWidget* parent)
    : QWidget(parent), m_picture(new Picture), m_title(makeLabel({}, Type::Page)),
      m_under(makeLabel({}, Type::Body, Token::Text2)), m_ratings(makeLabel({}, Type::Small, Token::Text2)),
      m_star(new IconLabel("star", Token::Text, 18)), m_stars(new FigureLabel({}, {}, Type::Section)),
      m_grid(new QGridLayout), m_rate(new Tile("chip")), m_memory(new Tile("mem")), m_bond(new Tile("shield")),
      m_engine(new Tile("bolt")), m_standing(new StandingCard), m_reviewsCard(new ReviewsCard) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(scaled(space::k8));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, scaled(space::k16));
    column->setSpacing(scaled(space::k16));
    column->addWidget(m_picture);
    column->addWidget(buildTitle());
    column->addLayout(m_grid);
    column->addWidget(m_standing);
    column->addWidget(m_reviewsCard);
    column->addStretch(1);
    arrange();
}

QWidget* ListingFacts::buildTitle() {
    m_title->setElided(true);
    m_under->setElided(true);
    auto* stars = new QHBoxLayout;
    stars->setSpacing(scaled(space::k4));
    stars->addStretch(1);
    stars->addWidget(m_star);
    stars->addWidget(m_stars);
    auto* words = new QVBoxLayout;
    words->setSpacing(scaled(space::k2));
    words->addWidget(m_title);
    words->addWidget(m_under);
    auto* rated = new QVBoxLayout;
    rated->setSpacing(0);
    rated->addLayout(stars);
    rated->addWidget(m_ratings);
    m_ratings->setAlignment(Qt::AlignRight);
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(scaled(space::k16));
    row->addLayout(words, 1);
    row->addLayout(rated);
    return box;
}

void ListingFacts::setHost(const HostFacts& host) {
    m_host = host;
    m_picture->set(host);
    m_standing->setHost(host);
    m_reviewsCard->setReviews(m_reviews, m_host.rating.count, m_now);
    fillTitle();
    fillTiles();
}

void ListingFacts::setReviews(const std::vector<ReviewFacts>& reviews) {
    m_reviews = reviews;
    m_reviewsCard->setReviews(m_reviews, m_host.rating.count, m_now);
}

void ListingFacts::setCaseRecord(std::optional<protocol::CaseRecord> record) {
    m_standing->setCaseRecord(record);
}

void ListingFacts::setNow(qint64 now) {
    m_now = now;
    m_reviewsCard->setReviews(m_reviews, m_host.rating.count, m_now);
}

void ListingFacts::fillTitle() {
    m_title->setText(deviceIn(m_host));
    m_title->setToolTip(m_title->text());
    const QString name = hostName(m_host);
    m_under->setText(m_host.since > 0 ? tr("%1, listed since %2").arg(name, monthText(m_host.since)) : name);
    const auto stars = m_host.stars();
    m_star->setVisible(stars.has_value());
    m_stars->setVisible(stars.has_value());
    m_stars->setFigure(QLocale().toString(stars.value_or(0), 'f', 2));
    m_ratings->setText(
        stars ? tr("%n rating(s)", nullptr, static_cast<int>(std::min<quint64>(m_host.rating.count, 1'000'000)))
              : tr("No ratings yet"));
}

void ListingFacts::fillTiles() {
    const ValueText rate = exactRate(m_host);
    const QStringList memory = memoryText(m_host.memory).split(QChar(QChar::Nbsp));
    m_rate->set(rate.value, rate.unit, m_host.seenByHub ? tr("seen by the hub") : tr("its own word"));
    m_memory->set(memory.value(0), memory.value(1), tr("of memory"));
    m_bond->set(plainCredits(m_host.bond), tr("credits"), tr("it can bet at most"));
    m_engine->set(m_host.engine, tr("engine"), m_host.build.isEmpty() ? QString() : tr("build %1").arg(m_host.build));
}

void ListingFacts::arrange() {
    const int columns = width() >= scaled(kFourTiles) ? 4 : 2;
    if (columns == m_columns) return;
    m_columns = columns;
    int at = 0;
    for (Tile* tile : {m_rate, m_memory, m_bond, m_engine}) {
        m_grid->addWidget(tile, at / columns, at % columns);
        ++at;
    }
    for (int i = 0; i < 4; ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void ListingFacts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace unchained::ui
