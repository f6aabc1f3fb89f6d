// SPDX-License-Identifier: Apache-2.0
#include "shell/rail.h"

#include "theme/figure_text.h"
#include "theme/host_picture.h"
#include "theme/icons.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QKeySequence>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kWide = 200, kNarrowRail = 56, kRailIcon = 20, kRailMark = 16, kAvatar = 28;
constexpr int kWordsLeft = 50, kWordsRight = 26; ///< of a line with words

/// The mark and the name.
class Logo : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {0, scaled(64)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool narrow = width() < kWide / 2;
        const QRectF mark(narrow ? (width() - 24) / 2.0 : 20, (height() - 24) / 2.0, 24, 24);
        paintMark(painter, mark);
        if (narrow) return;
        painter.setPen(color(Token::Text));
        painter.setFont(ui::font(Type::Section));
        painter.drawText(QRectF(mark.right() + 10, 0, width(), height()), Qt::AlignVCenter,
                         QStringLiteral("Unchained"));
    }

private:
    /// Two links of a chain, apart.
    static void paintMark(QPainter& painter, const QRectF& where) {
        const qreal s = where.width() / 24;
        painter.save();
        painter.translate(where.topLeft());
        painter.scale(s, s);
        QPen pen(color(Token::Text), 3, Qt::SolidLine, Qt::RoundCap);
        painter.setPen(pen);
        QPainterPath left;
        left.moveTo(11, 6.5);
        left.lineTo(7.5, 6.5);
        left.arcTo(QRectF(2.5, 6.5, 9, 9), 90, 180);
        left.lineTo(10, 15.5);
        painter.drawPath(left);
        pen.setColor(color(Token::Accent));
        painter.setPen(pen);
        QPainterPath right;
        right.moveTo(14, 9);
        right.lineTo(17, 9);
        right.arcTo(QRectF(12.5, 9, 9, 9), 90, -180);
        right.lineTo(13, 18);
        painter.drawPath(right);
        painter.restore();
    }
};

} // namespace

// ---- one line

RailButton::RailButton(const char* icon, const QString& text, QWidget* parent) : QAbstractButton(parent), m_icon(icon) {
    setText(text);
    setToolTip(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void RailButton::setNote(const QString& note) {
    if (m_note == note) return;
    m_note = note;
    setAccessibleName(note.isEmpty() ? text() : text() + QStringLiteral(", ") + note);
    update();
}

void RailButton::setMark(const char* icon, bool muted) {
    m_icon = icon;
    m_muted = muted;
    update();
}

void RailButton::setNarrow(bool narrow) {
    m_narrow = narrow;
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const {
    if (m_narrow) return {kNarrowRail, scaled(size::kRailItem)};
    const qreal words = figureWidth(ui::font(m_muted ? Type::Small : Type::Value), text());
    const qreal note = m_note.isEmpty() ? 0 : figureWidth(ui::font(Type::Small), m_note);
    return {static_cast<int>(std::ceil(words + note)) + kWordsLeft + kWordsRight, scaled(size::kRailItem)};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(12, 0, -12, 0);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Hover));
        painter.drawRoundedRect(m_narrow ? QRectF(rect()).adjusted(8, 0, -8, 0) : body, radius::kControl,
                                radius::kControl);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Accent));
        painter.drawRoundedRect(QRectF(-2, height() / 2.0 - 9, 5, 18), 2, 2);
    }
    const int icon = m_muted ? kRailMark : kRailIcon;
    const QColor ink = color(isChecked() ? Token::Text : Token::Text2);
    const qreal left = m_narrow ? (width() - icon) / 2.0 : 20 + (kRailIcon - icon) / 2.0;
    const bool good = m_muted && qstrcmp(m_icon, "check") == 0;
    const bool bad = m_muted && qstrcmp(m_icon, "warn") == 0;
    drawIcon(painter, QRectF(left, (height() - icon) / 2.0, icon, icon), m_icon,
             good  ? color(Token::Right)
             : bad ? color(Token::Wrong)
                   : ink);
    if (m_narrow) return;
    QFont face = ui::font(m_muted ? Type::Small : Type::Value);
    if (isChecked()) face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.setPen(ink);
    const qreal noteWidth = m_note.isEmpty() ? 0 : figureWidth(ui::font(Type::Small), m_note);
    const QRectF words(kWordsLeft, 0, width() - kWordsLeft - kWordsRight - noteWidth, height());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(face).elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
    if (!m_note.isEmpty())
        drawFigure(painter, QRectF(0, 0, width() - 22, height()), Qt::AlignVCenter | Qt::AlignRight,
                   ui::font(Type::Small), color(Token::Text3), m_note);
}

// ---- whose window it is

class Rail::Me : public QWidget {
public:
    explicit Me(QWidget* parent) : QWidget(parent) {}
    void set(const QByteArray& peer, const QString& name, const QString& balance) {
        m_peer = peer;
        m_name = name;
        m_balance = balance;
        setAccessibleName(name + QStringLiteral(", ") + balance);
        setToolTip(accessibleName());
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {0, scaled(52)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(color(Token::Border));
        painter.drawLine(QPointF(0, 0.5), QPointF(width(), 0.5));
        if (m_peer.isEmpty()) return;
        const bool narrow = width() < kWide / 2;
        const QRectF picture(narrow ? (width() - kAvatar) / 2.0 : 16, (height() - kAvatar) / 2.0, kAvatar, kAvatar);
        drawHostPicture(painter, picture, kAvatar / 2.0, m_peer);
        if (narrow) return;
        QFont name = ui::font(Type::Body);
        name.setWeight(QFont::DemiBold);
        painter.setFont(name);
        painter.setPen(color(Token::Text));
        const qreal left = picture.right() + 10, half = height() / 2.0;
        painter.drawText(QRectF(left, 0, width() - left - 12, half + 1), Qt::AlignBottom | Qt::TextSingleLine, m_name);
        drawFigure(painter, QRectF(left, half, width() - left - 12, half), Qt::AlignTop, ui::font(Type::Small),
                   color(Token::Text2), m_balance);
    }

private:
    QByteArray m_peer;
    QString m_name, m_balance;
};

// ---- the rail

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setFixedWidth(kWide);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_logo = new Logo(this);
    column->addWidget(m_logo);
    add(column, "browse", tr("Browse"), Place::Browse);
    add(column, "jobs", tr("Jobs"), Place::Jobs);
    add(column, "host", tr("Host"), Place::Host);
    add(column, "bets", tr("Bets"), Place::Bets);
    add(column, "cases", tr("Cases"), Place::Cases);
    add(column, "wallet", tr("Wallet"), Place::Wallet);
    column->addStretch(1);
    m_marketsTitle = makeLabel(tr("Connected to"), Type::Small, Token::Text3, this);
    m_marketsTitle->setContentsMargins(20, 0, 0, 6);
    column->addWidget(m_marketsTitle);
    m_markets = new QVBoxLayout;
    m_markets->setSpacing(0);
    column->addLayout(m_markets);
    auto* more = new RailButton("plus", tr("Add by address"), this);
    more->setMark("plus", true);
    connect(more, &QAbstractButton::clicked, this, &Rail::addMarketWanted);
    column->addWidget(more);
    m_marketRows.push_back(more);
    column->addSpacing(4);
    add(column, "hub", tr("Marketplaces"), Place::Marketplaces);
    add(column, "settings", tr("Settings"), Place::Settings);
    column->addSpacing(8);
    m_me = new Me(this);
    column->addWidget(m_me);
}

RailButton* Rail::add(QVBoxLayout* to, const char* icon, const QString& text, Place place) {
    auto* button = new RailButton(icon, text, this);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    connect(button, &QAbstractButton::clicked, this, [this, place] { emit placeChosen(place); });
    to->addWidget(button);
    m_places.emplace_back(place, button);
    return button;
}

RailButton* Rail::wallet() const {
    return std::find_if(m_places.begin(), m_places.end(), [](const auto& p) { return p.first == Place::Wallet; })
        ->second;
}

void Rail::setPlace(Place place) {
    for (auto& [at, button] : m_places)
        button->setChecked(at == place);
}

void Rail::setNote(Place place, int count) {
    for (auto& [at, button] : m_places)
        if (at == place) button->setNote(count > 0 ? QLocale().toString(count) : QString());
}

void Rail::setJobsUnderWay(int jobs) {
    setNote(Place::Jobs, jobs);
}

void Rail::setBetsUnderWay(int bets) {
    setNote(Place::Bets, bets);
}

void Rail::setCases(int open) {
    setNote(Place::Cases, open);
}

void Rail::setMarkets(const std::vector<MarketFacts>& markets) {
    const bool same = m_facts.size() == markets.size();
    m_facts = markets;
    if (!same) {
        while (m_marketRows.size() > 1) { // the last adds one
            delete m_marketRows.front();
            m_marketRows.erase(m_marketRows.begin());
        }
        for (std::size_t i = 0; i < markets.size(); ++i) {
            auto* row = new RailButton("check", markets[i].name, this);
            row->setNarrow(m_narrow);
            connect(row, &QAbstractButton::clicked, this, [this] { emit placeChosen(Place::Marketplaces); });
            m_markets->addWidget(row);
            m_marketRows.insert(m_marketRows.begin() + static_cast<std::ptrdiff_t>(i), row);
        }
        // Made last, read before what adds one.
        for (std::size_t i = 0; i + 1 < m_marketRows.size(); ++i)
            setTabOrder(i == 0 ? wallet() : m_marketRows[i - 1], m_marketRows[i]);
    }
    for (std::size_t i = 0; i < markets.size(); ++i) {
        const MarketFacts& facts = markets[i];
        RailButton* row = m_marketRows[i];
        row->setText(facts.name);
        const bool up = facts.state == LinkState::Up, lost = facts.state == LinkState::Lost;
        row->setMark(up ? "check" : lost ? "warn" : "clock", true);
        row->setNote(up ? tr("%1 ms").arg(facts.delayMs) : lost ? tr("no answer") : tr("calling"));
        row->setToolTip(facts.name + QStringLiteral(", ") + facts.address);
        row->setVisible(!m_narrow);
    }
}

void Rail::setMe(const QByteArray& peer, const QString& name, std::optional<Amount> balance) {
    const QString credits = balance ? tr("%1 credits").arg(creditFloor(*balance)) : tr("no marketplace yet");
    m_me->set(peer, name, credits);
}

void Rail::setNarrow(bool narrow) {
    if (m_narrow == narrow) return;
    m_narrow = narrow;
    setFixedWidth(narrow ? kNarrowRail : kWide);
    m_marketsTitle->setVisible(!narrow);
    for (auto& [at, button] : m_places)
        button->setNarrow(narrow);
    for (RailButton* row : m_marketRows)
        row->setVisible(!narrow);
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Rail));
    painter.setPen(color(Token::Border));
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
}

} // namespace unchained::ui
