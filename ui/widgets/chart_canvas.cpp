// SPDX-License-Identifier: Apache-2.0
#include "widgets/chart_canvas.h"

#include "theme/figure_text.h"
#include "widgets/chart_legend.h"

#include <QAccessibleWidget>
#include <QAreaSeries>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kAxisGap = 8, kLeastInterval = 26, kLeastBetween = 40;
constexpr double kLeastPlotShare = 0.5; ///< of the width; where labels would take more, they go into the legend

QAccessibleInterface* chartInterface(const QString& name, QObject* object) {
    if (name != QLatin1String(ChartCanvas::staticMetaObject.className())) return nullptr;
    return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Chart);
}

} // namespace

ChartCanvas::ChartCanvas(QWidget* parent)
    : QChartView(parent), m_chart(new QChart), m_x(new QValueAxis), m_left(new QValueAxis), m_right(new QValueAxis),
      m_bandLow(new QLineSeries(this)), m_bandHigh(new QLineSeries(this)),
      m_band(new QAreaSeries(m_bandHigh, m_bandLow)) {
    static const bool installed = [] {
        QAccessible::installFactory(chartInterface);
        return true;
    }();
    Q_UNUSED(installed)
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->legend()->hide();
    m_chart->addAxis(m_x, Qt::AlignBottom);
    m_chart->addAxis(m_left, Qt::AlignLeft);
    m_chart->addAxis(m_right, Qt::AlignRight);
    for (QValueAxis* axis : {m_x, m_left, m_right})
        axis->setVisible(false);
    m_chart->addSeries(m_band);
    m_band->attachAxis(m_x);
    m_band->attachAxis(m_left);
    setChart(m_chart);
}

void ChartCanvas::setData(const ChartData& wanted) {
    const auto sameLines = [&] {
        return std::equal(wanted.series.begin(), wanted.series.end(), m_data.series.begin(), m_data.series.end(),
                          [](const ChartSeries& a, const ChartSeries& b) { return a.rightAxis == b.rightAxis; });
    };
    const bool rebuild = !sameLines();
    m_data = wanted;
    if (rebuild) rebuildSeries();
    if (m_cursor) {
        const auto places = allPlaces(m_data);
        if (!std::binary_search(places.begin(), places.end(), *m_cursor)) setCursorAt(std::nullopt);
    }
    restyle();
}

void ChartCanvas::rebuildSeries() {
    for (QLineSeries* line : m_lines) {
        m_chart->removeSeries(line);
        delete line;
    }
    m_lines.assign(m_data.series.size(), nullptr);
    for (std::size_t i = m_lines.size(); i-- > 0;) { // the first lies on top
        m_lines[i] = new QLineSeries;
        m_chart->addSeries(m_lines[i]);
        m_lines[i]->attachAxis(m_x);
        m_lines[i]->attachAxis(m_data.series[i].rightAxis ? m_right : m_left);
    }
}

void ChartCanvas::restyle() {
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->setPen(chartPen(m_data.series[i]));
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(color(Token::Band));
    m_band->setVisible(m_data.band.has_value());
    arrange();
}

// ---- where everything is

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    arrange();
}

void ChartCanvas::arrange() {
    const int line = lineHeight(Type::Axis);
    const QRectF inside(viewport()->rect());
    if (inside.width() < 2 || inside.height() < 2 * line) return;
    m_places = placesOf(m_data).value_or(ChartRange{0, 1});
    const qreal top = line / 2.0, bottom = line + space::k6;
    m_plot = QRectF(0, top, inside.width(), std::max<qreal>(1, inside.height() - top - bottom));
    arrangeScales(static_cast<int>(m_plot.height()));
    const QFont axis = ui::font(Type::Axis);
    const auto widest = [&axis](const std::vector<Tick>& ticks) {
        qreal width = 0;
        for (const Tick& tick : ticks)
            width = std::max(width, figureWidth(axis, tick.text));
        return ticks.empty() ? 0 : std::ceil(width) + kAxisGap;
    };
    arrangeWidth(widest(m_leftTicks), widest(m_rightTicks));
    const auto before = m_labelled;
    arrangeLabels();
    m_x->setRange(m_places.low, m_places.high);
    m_left->setRange(m_scales.left.low, m_scales.left.high());
    if (m_scales.right) m_right->setRange(m_scales.right->low, m_scales.right->high());
    m_chart->setPlotArea(m_plot);
    fillSeries();
    viewport()->update();
    if (before != m_labelled) emit labelledChanged();
}

void ChartCanvas::arrangeScales(int height) {
    m_scales = niceScales(m_data, std::max(1, height / scaled(kLeastInterval)));
    const auto fill = [](std::vector<Tick>& ticks, const ChartAxis& axis, const ChartScale& scale) {
        ticks.clear();
        for (int i = 0; i <= scale.intervals; ++i) {
            const double at = scale.low + i * scale.step;
            ticks.push_back({at, tickText(axis, at, scale.step, {scale.low, scale.high()})});
        }
    };
    fill(m_leftTicks, m_data.left, m_scales.left);
    m_rightTicks.clear();
    if (m_scales.right) fill(m_rightTicks, m_data.right, *m_scales.right);
}

/// @param left, right  what the ticks at the sides need
void ChartCanvas::arrangeWidth(qreal left, qreal right) {
    const QFont axis = ui::font(Type::Axis);
    const qreal tick = figureWidth(axis, tickText(m_data.x, m_places.high, 1, m_places));
    m_plot.setLeft(std::max(left, std::ceil(tick / 2)));
    const qreal room = viewport()->width() - m_plot.left();
    qreal width = room - std::max(right, std::ceil(tick / 2) + 1);
    // Labels stand right of where the lines end: what of them goes beyond the plot is taken from it.
    m_labels = wantedLabels();
    qreal labels = 0;
    for (const EndLabel& each : m_labels)
        labels = std::max(labels, each.width);
    const double share = std::clamp((lastPlace() - m_places.low) / (m_places.high - m_places.low), 0.01, 1.0);
    const qreal fitting = (room - labels - kAxisGap - 2) / share;
    if (fitting < kLeastPlotShare * room)
        m_labels.clear();
    else
        width = std::min(width, fitting);
    m_plot.setWidth(std::max<qreal>(1, std::floor(width)));

    m_xTicks.clear();
    const int most = std::max(2, 1 + static_cast<int>(m_plot.width() / (tick + scaled(kLeastBetween))));
    const auto places = ticksOf(m_data.x, m_places, std::min(most, 8));
    const double step = places.size() > 1 ? places[1] - places[0] : m_places.high - m_places.low;
    for (const double at : places)
        m_xTicks.push_back({at, tickText(m_data.x, at, step, m_places)});
}

std::vector<ChartCanvas::EndLabel> ChartCanvas::wantedLabels() const {
    std::vector<EndLabel> out;
    QFont plain = ui::font(Type::Small), strong = plain;
    plain.setWeight(QFont::Medium);
    strong.setWeight(QFont::DemiBold);
    for (const ChartSeries& each : m_data.series) {
        if (!each.label || each.points.isEmpty()) continue;
        const auto value = valueAt(each.points, each.points.last().x());
        if (!value) continue;
        EndLabel label;
        label.text = each.name + QLatin1Char(' ') + valueText(m_data.axisOf(each), *value);
        label.strong = each.strong;
        label.token = each.strong ? Token::Text : each.token == Token::C5 ? Token::Text2 : each.token;
        label.width = figureWidth(each.strong ? strong : plain, label.text);
        label.y = yOf(*value, each.rightAxis);
        out.push_back(label);
    }
    return out;
}

void ChartCanvas::arrangeLabels() {
    m_labelled.assign(m_data.series.size(), false);
    if (m_labels.empty()) return;
    std::vector<double> wanted;
    for (const EndLabel& each : m_labels)
        wanted.push_back(each.y);
    const double line = lineHeight(Type::Small);
    const auto placed = spreadApart(wanted, line + 1, m_plot.top() + line / 2, m_plot.bottom() - line / 2);
    if (placed.empty()) return m_labels.clear();
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        m_labels[i].y = placed[i];
    for (std::size_t i = 0; i < m_data.series.size(); ++i)
        m_labelled[i] = m_data.series[i].label && !m_data.series[i].points.isEmpty();
}

double ChartCanvas::lastPlace() const {
    double last = m_data.marker ? m_data.marker->x : m_places.low;
    for (const ChartSeries& each : m_data.series)
        if (each.label && !each.points.isEmpty()) last = std::max(last, each.points.last().x());
    return last;
}

double ChartCanvas::xOf(double place) const {
    return m_plot.left() + (place - m_places.low) / (m_places.high - m_places.low) * m_plot.width();
}

double ChartCanvas::yOf(double value, bool rightAxis) const {
    const ChartScale& scale = rightAxis && m_scales.right ? *m_scales.right : m_scales.left;
    return m_plot.bottom() - (value - scale.low) / (scale.high() - scale.low) * m_plot.height();
}

void ChartCanvas::fillSeries() {
    const int columns = static_cast<int>(m_plot.width());
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lines[i]->replace(thinned(shaped(m_data.series[i]), m_places, columns));
    if (!m_data.band) return;
    m_bandLow->replace(thinned(m_data.band->low, m_places, columns));
    m_bandHigh->replace(thinned(m_data.band->high, m_places, columns));
}

// ---- the readout

void ChartCanvas::setCursorAt(std::optional<double> x) {
    if (x == m_cursor) return;
    m_cursor = x;
    viewport()->update();
    emit cursorMoved();
}

void ChartCanvas::moveCursor(int by) {
    const auto places = allPlaces(m_data);
    if (places.empty()) return;
    const auto at = std::lower_bound(places.begin(), places.end(), m_cursor.value_or(places.back()));
    const auto last = static_cast<std::ptrdiff_t>(places.size()) - 1;
    const std::ptrdiff_t wanted = m_cursor ? (at - places.begin()) + by : last;
    setCursorAt(places[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last))]);
}

void ChartCanvas::keyPressEvent(QKeyEvent* event) {
    const int far = static_cast<int>(std::min<qsizetype>(mostPoints(m_data), 1'000'000));
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(-1);
    case Qt::Key_Right:
        return moveCursor(1);
    case Qt::Key_PageUp:
        return moveCursor(-10);
    case Qt::Key_PageDown:
        return moveCursor(10);
    case Qt::Key_Home:
        if (!m_cursor) moveCursor(0);
        return moveCursor(-2 * far);
    case Qt::Key_End:
        return moveCursor(2 * far);
    case Qt::Key_Escape:
        if (!m_cursor) break;
        return setCursorAt(std::nullopt);
    default:
        break;
    }
    event->ignore(); // a graphics view would keep arrows for itself
}

void ChartCanvas::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    setCursorAt(std::nullopt);
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    QChartView::mouseMoveEvent(event);
    const QPointF at = event->position();
    const auto places = allPlaces(m_data);
    if (places.empty() || !m_plot.adjusted(-4, -4, 4, 4).contains(at)) return setCursorAt(std::nullopt);
    const double wanted = m_places.low + (at.x() - m_plot.left()) / m_plot.width() * (m_places.high - m_places.low);
    auto next = std::lower_bound(places.begin(), places.end(), wanted);
    if (next == places.end() || (next != places.begin() && wanted - *std::prev(next) < *next - wanted)) --next;
    setCursorAt(std::abs(xOf(*next) - at.x()) < scaled(space::k32) ? std::optional(*next) : std::nullopt);
}

void ChartCanvas::wheelEvent(QWheelEvent* event) {
    event->ignore(); // the page scrolls
}

bool ChartCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && !hasFocus()) setCursorAt(std::nullopt);
    return QChartView::viewportEvent(event);
}

} // namespace unchained::ui
