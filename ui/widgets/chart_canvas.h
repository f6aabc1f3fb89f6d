// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/chart_scale.h"

#include <QtCharts/QChartView>

#include <optional>
#include <vector>

class QAreaSeries;
class QLineSeries;
class QValueAxis;

namespace unchained::ui {

/// The drawn half of a Chart. Qt Charts draws lines and band; grid, ticks, labels and the readout are drawn here, in
/// digits of equal width. Nothing of the look is kept but in the series' pens, which restyle() sets anew.
class ChartCanvas : public QChartView {
    Q_OBJECT
public:
    explicit ChartCanvas(QWidget* parent = nullptr);

    void setData(const ChartData& wanted);
    void restyle();
    /// Which lines have their label at their end, by place in the data; the others belong into a legend.
    [[nodiscard]] const std::vector<bool>& labelled() const { return m_labelled; }
    /// Where the lines are, in pixels of this widget.
    [[nodiscard]] QRectF plot() const { return m_plot; }
    /// The place that the readout tells about; none while there is no readout.
    [[nodiscard]] std::optional<double> cursor() const { return m_cursor; }
    void setCursorAt(std::optional<double> x);

    [[nodiscard]] QSize sizeHint() const override { return {scaled(480), scaled(136)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {scaled(200), scaled(100)}; }

signals:
    void labelledChanged();
    void cursorMoved();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Tick {
        double at = 0;
        QString text;
    };
    struct EndLabel {
        QString text;
        Token token = Token::Text2;
        bool strong = false;
        double y = 0;     ///< of its middle, in pixels
        double width = 0; ///< in pixels
    };
    void rebuildSeries();
    void arrange();
    void arrangeScales(int height);
    void arrangeWidth(qreal left, qreal right);
    void arrangeLabels();
    void fillSeries();
    [[nodiscard]] std::vector<EndLabel> wantedLabels() const;
    [[nodiscard]] double lastPlace() const;
    [[nodiscard]] double xOf(double place) const;
    [[nodiscard]] double yOf(double value, bool rightAxis = false) const;
    void drawTicks(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawLabels(QPainter& painter) const;
    void drawReadout(QPainter& painter) const;
    void moveCursor(int by);

    ChartData m_data;
    QChart* m_chart;
    QValueAxis *m_x, *m_left, *m_right;
    QLineSeries *m_bandLow, *m_bandHigh;
    QAreaSeries* m_band;
    std::vector<QLineSeries*> m_lines;
    QRectF m_plot;
    ChartRange m_places;
    ChartScales m_scales;
    std::vector<Tick> m_leftTicks, m_rightTicks, m_xTicks;
    std::vector<EndLabel> m_labels; ///< as placed; one a labelled line, in the order of the data
    std::vector<bool> m_labelled;
    std::optional<double> m_cursor;
};

} // namespace unchained::ui
