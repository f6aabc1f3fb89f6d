// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QProgressBar>

namespace unchained::ui {

/// A rounded bar, 8 high, or 4 where thin. What it says stands beside it in words.
class ProgressBar : public Themed<QProgressBar> {
    Q_OBJECT
public:
    explicit ProgressBar(const QString& name, bool thin = false, QWidget* parent = nullptr);

    /// @param share  0 to 1
    void setShare(double share);
    void setFill(Token fill);

    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(120), scaled(m_thin ? 4 : 8)); }
    [[nodiscard]] QSize minimumSizeHint() const override { return QSize(scaled(24), scaled(m_thin ? 4 : 8)); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_thin;
    Token m_fill = Token::Accent;
};

/// The bar that every widget here draws: `share` of the groove filled, both ends round. A share above 0 shows at least
/// a dot, so that little is not read as nothing.
/// @param corner  negative: half the height
void drawBar(QPainter& painter, const QRectF& where, double share, Token fill, Token groove = Token::Lost,
             qreal corner = -1);

/// "Cloud on demand ▬▬▬ 44.00": rows of one list have the same columns, so that their bars compare.
class MarkBar : public Themed<QWidget> {
    Q_OBJECT
public:
    MarkBar(const QString& label, const QString& value, double share, QWidget* parent = nullptr);

    void setValue(const QString& value, double share);
    /// Widths in unscaled pixels; between them lies the bar.
    void setColumns(int label, int value);
    /// Token of the bar; `groove` draws what is missing to the whole.
    void setBar(Token fill, int thickness, bool groove);
    /// In unscaled pixels; 22 unless told.
    void setRowHeight(int height);
    /// The row that the others are compared with.
    void setEmphasised(bool emphasised);

    /// Whether its column is wide enough for its label.
    [[nodiscard]] bool fits() const;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();

    QString m_label, m_value;
    double m_share;
    int m_labelWidth = 100, m_valueWidth = 56, m_thickness = 6, m_height = 22;
    Token m_fill = Token::C5;
    bool m_groove = false, m_emphasised = false;
};

} // namespace unchained::ui
