// SPDX-License-Identifier: Apache-2.0
#include "pages/standing_card.h"

#include "pages/interval.h"
#include "pages/listing_words.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/themed.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kName = 150, kValue = 76, kIntervalBar = 180, kStandingRow = 34;
constexpr int kBarsFrom = 560; ///< narrower rows leave their bars out

/// An estimate on its scale: a groove, the interval on it, a stroke where the value stands. The words beside it say the
/// same.
class IntervalBar final : public Themed<QWidget> {
public:
    IntervalBar() {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        QSizePolicy kept = sizePolicy();
        kept.setRetainSizeWhenHidden(true);
        setSizePolicy(kept);
    }
    /// All from 0 to 1.
    void set(double value, Interval interval) {
        m_value = value;
        m_interval = interval;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {scaled(kIntervalBar), scaled(14)}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal middle = height() / 2.0, room = width() - 3;
        const auto at = [room](double share) { return 1.5 + std::clamp(share, 0.0, 1.0) * room; };
        painter.setBrush(color(Token::Lost));
        painter.drawRoundedRect(QRectF(0, middle - 1, width(), 2), 1, 1);
        QColor pale = color(Token::Accent);
        pale.setAlphaF(0.4F);
        painter.setBrush(pale);
        const qreal thick = scaled(8), left = at(m_interval.low) - 1.5;
        const qreal wide = std::max<qreal>(3, at(m_interval.high) + 1.5 - left);
        painter.drawRoundedRect(QRectF(left, middle - thick / 2, wide, thick), std::min(wide, thick) / 2, thick / 2);
        painter.setBrush(color(isDark() ? Token::AccentText : Token::Accent));
        painter.drawRect(QRectF(at(m_value) - 1.5, middle - scaled(14) / 2.0, 3, scaled(14)));
    }

private:
    double m_value = 0;
    Interval m_interval;
};

/// The end of a scale for shares that are mostly very small.
double scaleOf(double high) {
    for (const double end : {0.001, 0.01, 0.1})
        if (high <= 0.7 * end) return end;
    return 1;
}

} // namespace

class StandingCard::Row : public QWidget {
public:
    explicit Row(const QString& name)
        : m_name(makeLabel(name, Type::Body)), m_value(new FigureLabel({}, {}, Type::Value)), m_bar(new IntervalBar),
          m_note(makeLabel({}, Type::Small, Token::Text2)) {
        m_name->setFixedWidth(scaled(kName));
        m_value->setMinimumWidth(scaled(kValue));
        m_note->setElided(true);
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(0, 0, 0, 0);
        m_row->setSpacing(0);
        m_row->addWidget(m_name);
        m_row->addWidget(m_value);
        m_row->addSpacing(scaled(space::k8));
        m_row->addWidget(m_bar);
        m_row->addSpacing(scaled(space::kPage));
        m_row->addWidget(m_note, 1);
        setFixedHeight(scaled(kStandingRow));
    }
    void set(const QString& value, const QString& note) {
        m_value->setFigure(value);
        m_note->setText(note);
        m_note->setToolTip(note);
        setAccessibleName(m_name->text() + QStringLiteral(": ") + value + QStringLiteral(", ") + note);
    }
    void setBar(double value, Interval interval) {
        m_bar->set(value, interval);
        m_bar->show();
    }
    void hideBar() { m_bar->hide(); }

protected:
    void resizeEvent(QResizeEvent* event) override {
        QWidget::resizeEvent(event);
        const bool roomy = width() >= scaled(kBarsFrom);
        QSizePolicy kept = m_bar->sizePolicy();
        if (kept.retainSizeWhenHidden() == roomy) return;
        kept.setRetainSizeWhenHidden(roomy);
        m_bar->setSizePolicy(kept);
        m_bar->setMaximumWidth(roomy ? QWIDGETSIZE_MAX : 0);
        m_row->invalidate();
    }

private:
    QHBoxLayout* m_row;
    Label* m_name;
    FigureLabel* m_value;
    IntervalBar* m_bar;
    Label* m_note;
};

StandingCard::StandingCard(QWidget* parent)
    : QWidget(parent), m_rating(new Row(tr("Rating"))), m_wrong(new Row(tr("Steps found wrong"))),
      m_kept(new Row(tr("Kept its word"))), m_rentals(new Row(tr("Rentals done"))), m_disputes(new Row(tr("Disputes"))),
      m_how(makeButton(ButtonKind::Link, tr("How it is computed"))),
      m_explained(makeParagraph(
          tr("Rating is a mean: three voices of 3.5 stars that every host begins with, and each reviewer's last word. "
             "A "
             "voice counts by what its owner has paid to other hosts, of each a quarter at most, up to one; the number "
             "in brackets is their sum: renting "
             "from oneself buys nothing. Steps found wrong counts steps that the draw chose and somebody else computed "
             "again; unchecked steps teach nothing. Kept its word is the share of rented steps that were delivered; "
             "what was lost through the renter, or through nobody whom the record names, does not count. Intervals of "
             "rating and word hold 19 times in 20, of wrong steps 9 in 10. Disputes counts the cases that anybody "
             "opened "
             "against it here, by the verdicts that the marketplace has signed. Nothing else goes into them, and no "
             "bond or check is lowered for a good standing."),
          Type::Small)) {
    auto* heading = new QHBoxLayout;
    heading->addWidget(makeLabel(tr("Standing"), Type::Section));
    heading->addStretch(1);
    heading->addWidget(m_how);
    m_explained->hide();
    m_rentals->hideBar();
    m_disputes->hideBar();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_explained);
    column->addSpacing(scaled(space::k2));
    column->addWidget(m_rating);
    column->addWidget(makeLine());
    column->addWidget(m_wrong);
    column->addWidget(makeLine());
    column->addWidget(m_kept);
    column->addWidget(makeLine());
    column->addWidget(m_rentals);
    column->addWidget(makeLine());
    column->addWidget(m_disputes);
    setCaseRecord({});
    connect(m_how, &QPushButton::clicked, this, [this] {
        m_explained->setVisible(m_explained->isHidden());
        m_how->setText(m_explained->isHidden() ? tr("How it is computed") : tr("Hide how it is computed"));
    });
}

void StandingCard::setCaseRecord(std::optional<protocol::CaseRecord> record) {
    if (!record) return m_disputes->set(QStringLiteral("–"), tr("not told yet"));
    m_disputes->set(countText(record->all()), disputesText(*record));
}

void StandingCard::setHost(const HostFacts& host) {
    const QString none = QStringLiteral("–");
    const auto stars = host.stars();
    const auto two = [](double value) { return QLocale().toString(value, 'f', 2); };
    const auto count = [](std::uint64_t n) { return static_cast<int>(std::min<quint64>(n, 1'000'000)); };
    const HostFacts::Estimate& rating = host.rating;
    if (stars) {
        const QString weight = QLocale().toString(rating.weight, 'f', rating.weight < 10 ? 1 : 0);
        m_rating->set(two(*stars), tr("%n review(s) (%1), %2–%3", nullptr, count(rating.count))
                                       .arg(weight, two(rating.low), two(rating.high)));
        m_rating->setBar((*stars - 1) / 4, {(rating.low - 1) / 4, (rating.high - 1) / 4});
    } else {
        m_rating->set(none, rating.count > 0
                                ? tr("%n review(s), of nobody whose voice counts yet", nullptr, count(rating.count))
                                : tr("no review yet"));
        m_rating->hideBar();
    }
    const HostFacts::Estimate& kept = host.reliability;
    if (kept.weight > 0) {
        m_kept->set(
            percent(kept.mean, 1),
            tr("%n rental(s), %1–%2", nullptr, count(kept.count)).arg(percent(kept.low, 0), percent(kept.high, 0)));
        m_kept->setBar(kept.mean, {kept.low, kept.high});
    } else {
        m_kept->set(none, tr("none settled yet"));
        m_kept->hideBar();
    }
    const Interval wrong = wrongInterval(host.stepsWrong, host.stepsChecked);
    if (host.stepsChecked == 0) {
        m_wrong->set(none, tr("none checked yet"));
        m_wrong->hideBar();
    } else {
        const double share = static_cast<double>(host.stepsWrong) / static_cast<double>(host.stepsChecked);
        const double scale = scaleOf(wrong.high);
        const QString bound = host.stepsWrong == 0 ? tr("under %1").arg(atMostShare(wrong.high))
                                                   : tr("%1 to %2").arg(percent(wrong.low, 2), atMostShare(wrong.high));
        m_wrong->set(countText(host.stepsWrong), tr("%1 checked, %2").arg(countText(host.stepsChecked), bound));
        m_wrong->setBar(share / scale, {wrong.low / scale, wrong.high / scale});
    }
    const QString since = host.since > 0 ? tr("settled since %1").arg(monthText(host.since)) : tr("settled");
    m_rentals->set(countText(host.contracts), host.contracts > 0 ? since : tr("none settled yet"));
}

} // namespace unchained::ui
