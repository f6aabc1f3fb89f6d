// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/chart_data.h"
#include "widgets/themed.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QTableView;

namespace unchained::ui {

class ChartCanvas;
class ChartLegend;
class ChartTableModel;
class Label;

/// Lines over time or steps, and the same data as a table: T or tableButton() goes from one to the other. With fewer
/// than two points it says so in words. Arrows, Home and End walk along the points and say their values; so does the
/// mouse.
///
///     ChartData data;
///     data.x = {tr("step"), ChartUnit::Count, 0, 0.0, 4096.0};
///     data.left = {tr("test loss"), ChartUnit::Number, 2, {}, {}};
///     data.series = {{tr("test loss"), Token::C1, ChartSeries::Shape::Line}};
///     data.series[0].points = …;
///     chart->setData(data);
///
/// GUI thread. setData() may be called ten times a second with thousands of points: what is drawn is thinned to the
/// pixels there are, the table takes all.
class Chart : public Themed<QWidget> {
    Q_OBJECT
public:
    /// @param name  what it shows, "Learning": its accessible name
    explicit Chart(const QString& name, QWidget* parent = nullptr);

    void setData(ChartData data);
    [[nodiscard]] const ChartData& data() const { return m_data; }
    void setName(const QString& name);

    /// Keys of the lines that have no label at their end, for the card's heading; whoever places it owns it.
    [[nodiscard]] ChartLegend* legend() const { return m_legend; }
    /// A small button for the card's heading, with the keys in its tooltip; whoever places it owns it.
    [[nodiscard]] QPushButton* tableButton() const { return m_button; }

    [[nodiscard]] bool showsTable() const { return m_asTable; }
    void setShowsTable(bool table);
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] ChartCanvas* canvas() const { return m_canvas; }

    [[nodiscard]] QSize sizeHint() const override { return {scaled(480), scaled(136)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {scaled(200), scaled(120)}; }

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTable();
    void showPart();
    void describe();
    void fillLegend();
    void copyTable() const;

    QString m_name;
    ChartData m_data;
    bool m_asTable = false;
    QStackedLayout* m_stack;
    ChartCanvas* m_canvas;
    Label* m_words;
    ChartTableModel* m_model;
    QTableView* m_table;
    ChartLegend* m_legend;
    QPushButton* m_button;
};

} // namespace unchained::ui
