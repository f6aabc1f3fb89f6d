// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QLabel>

namespace unchained::ui {

class FigureLabel;
class Label;

/// "Paid / 28.80 of 74.40 credits / expected by now 31.97": a label, a big figure with its unit, a small line.
class Figure : public Themed<QWidget> {
    Q_OBJECT
public:
    explicit Figure(const QString& label, Type type = Type::FigureSmall, QWidget* parent = nullptr);

    void set(const QString& value, const QString& unit = {}, const QString& under = {});
    void setToken(Token token);
    /// A line at its left, as between the figures of a row.
    void setParted(bool parted);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Label* m_label;
    FigureLabel* m_figure;
    Label* m_under;
    bool m_parted = false;
};

/// "Expected cost            49.15 credits": a label left, its value right in digits of equal width.
class KeyValueRow : public Themed<QLabel> {
    Q_OBJECT
public:
    explicit KeyValueRow(const QString& key, const QString& value = {}, QWidget* parent = nullptr);

    void setKey(const QString& key);
    void setValue(const QString& value, Token token = Token::Text);
    [[nodiscard]] QString value() const { return m_value; }
    /// In unscaled pixels: 24 in a dense box, 26 in a card (the default), 28 before money moves.
    void setRowHeight(int height);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_key, m_value;
    Token m_token = Token::Text;
    int m_height = 26;
};

} // namespace unchained::ui
