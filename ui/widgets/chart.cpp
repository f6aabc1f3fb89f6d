// SPDX-License-Identifier: Apache-2.0
#include "widgets/chart.h"

#include "theme/icons.h"
#include "widgets/button.h"
#include "widgets/chart_canvas.h"
#include "widgets/chart_legend.h"
#include "widgets/chart_table.h"
#include "widgets/figure_delegate.h"
#include "widgets/label.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>

namespace unchained::ui {

namespace {
constexpr int kTableRow = 28;
}

Chart::Chart(const QString& name, QWidget* parent)
    : Themed(parent), m_name(name), m_stack(new QStackedLayout(this)), m_canvas(new ChartCanvas),
      m_words(makeParagraph({}, Type::Small)), m_model(new ChartTableModel(this)), m_table(new QTableView),
      m_legend(new ChartLegend(this)), m_button(makeIconButton("list", {}, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_legend->hide();
    m_button->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_legend, m_button})
        part->installEventFilter(this); // they are shown where a card has taken them
    m_words->setAlignment(Qt::AlignCenter);
    m_button->setProperty("tiny", true);
    m_button->setIconSize(QSize(scaled(16), scaled(16)));
    buildTable();
    for (QWidget* part : std::initializer_list<QWidget*>{m_canvas, m_words, m_table})
        m_stack->addWidget(part);
    auto* shortcut = new QShortcut(QKeySequence(Qt::Key_T), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] { setShowsTable(!m_asTable); });
    connect(m_button, &QPushButton::clicked, this, [this] { setShowsTable(!m_asTable); });
    connect(m_canvas, &ChartCanvas::labelledChanged, this, &Chart::fillLegend);
    connect(m_canvas, &ChartCanvas::cursorMoved, this, &Chart::describe);
    describe();
    showPart();
}

void Chart::buildTable() {
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false); // Tab leaves the table; arrows walk in it
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(kTableRow));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->installEventFilter(this);
}

void Chart::setName(const QString& name) {
    m_name = name;
    describe();
}

void Chart::setData(ChartData data) {
    if (data == m_data) return;
    m_data = std::move(data);
    m_canvas->setData(m_data);
    if (m_asTable) m_model->setChart(m_data);
    fillLegend();
    describe();
    showPart();
}

void Chart::setShowsTable(bool table) {
    if (table == m_asTable || mostPoints(m_data) == 0) return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    m_asTable = table;
    if (table) m_model->setChart(m_data);
    showPart();
    if (table) m_table->scrollToBottom(); // the newest
    if (table && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    if (hadFocus) m_stack->currentWidget()->setFocus();
}

void Chart::showPart() {
    const qsizetype points = mostPoints(m_data);
    if (points == 0) m_asTable = false;
    QWidget* shown = m_asTable    ? static_cast<QWidget*>(m_table)
                     : points < 2 ? static_cast<QWidget*>(m_words)
                                  : m_canvas;
    m_stack->setCurrentWidget(shown);
    setFocusProxy(shown == m_words ? nullptr : shown);
    const QString name = m_asTable ? tr("Show as a chart (T)") : tr("Show as a table (T)");
    m_button->setIcon(icon(m_asTable ? "jobs" : "list"));
    m_button->setToolTip(name);
    m_button->setAccessibleName(tr("%1: %2", "a chart's name, and what a button does with it").arg(m_name, name));
    m_button->setVisible(points > 0 && m_button->parentWidget() != this);
}

void Chart::describe() {
    setAccessibleName(m_name);
    m_canvas->setAccessibleName(m_name);
    m_table->setAccessibleName(tr("%1, as a table").arg(m_name));
    const QString all = sentencesOf(m_data);
    const auto places = allPlaces(m_data);
    m_words->setText(mostPoints(m_data) == 0 ? m_data.empty
                                             : tr("One point so far, %1").arg(sentenceAt(m_data, places.back())));
    // While somebody walks along the lines, what stands there is the news.
    const auto cursor = m_canvas->cursor();
    m_canvas->setAccessibleDescription(cursor ? sentenceAt(m_data, *cursor) : all);
}

void Chart::fillLegend() {
    if (mostPoints(m_data) < 2 || m_legend->parentWidget() == this) return m_legend->setKeys({});
    std::vector<ChartLegend::Key> keys;
    const auto& labelled = m_canvas->labelled();
    const bool band = m_data.band.has_value();
    bool bandTold = false;
    for (std::size_t i = 0; i < m_data.series.size(); ++i) {
        ChartSeries series = m_data.series[i];
        // The dashed line of what is expected stands in its band, and both are told together.
        const bool onBand = band && series.stroke == ChartSeries::Stroke::Dashed;
        if (i < labelled.size() && labelled[i] && !onBand) continue;
        series.points.clear();
        QString text = series.name;
        if (series.rightAxis) text = tr("%1, right axis").arg(text);
        if (onBand) text = tr("%1, %2", "a line and its band").arg(text, m_data.band->name);
        bandTold = bandTold || onBand;
        keys.push_back({series, text, onBand});
    }
    if (band && !bandTold) keys.push_back({{}, m_data.band->name, true});
    m_legend->setKeys(std::move(keys));
}

void Chart::copyTable() const {
    QApplication::clipboard()->setText(m_model->asText(m_table->selectionModel()->selectedIndexes()));
}

void Chart::changeEvent(QEvent* event) {
    Themed::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange) return;
    m_canvas->restyle();
    m_table->verticalHeader()->setDefaultSectionSize(scaled(kTableRow));
}

bool Chart::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copyTable();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            setShowsTable(false);
            return true;
        }
    }
    if (watched != m_table && event->type() == QEvent::ParentChange) {
        fillLegend();
        showPart();
    }
    return Themed::eventFilter(watched, event);
}

} // namespace unchained::ui
