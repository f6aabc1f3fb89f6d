// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QFont>
#include <QLabel>

#include <optional>

namespace unchained::ui {

/// Plain text in one of the types and one of the tokens; follows the look. Lines have the height of the type, which
/// QLabel's have not. Wraps with setWordWrap(true), else may be told to elide.
class Label : public Themed<QLabel> {
    Q_OBJECT
public:
    explicit Label(const QString& text = {}, Type type = Type::Body, Token token = Token::Text,
                   QWidget* parent = nullptr);

    void setType(Type type);
    void setToken(Token token);
    /// Heavier or lighter than its type, as a bold word before a small text.
    void setWeight(QFont::Weight weight);
    /// In one line that may become narrower than the text, with "…" at its end.
    void setElided(bool elided);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont drawnFont() const;

    Type m_type;
    Token m_token;
    std::optional<QFont::Weight> m_weight;
    bool m_elided = false;
};

[[nodiscard]] Label* makeLabel(const QString& text, Type type = Type::Body, Token token = Token::Text,
                               QWidget* parent = nullptr);
/// The same, wrapped into lines.
[[nodiscard]] Label* makeParagraph(const QString& text, Type type = Type::Body, Token token = Token::Text2,
                                   QWidget* parent = nullptr);

/// A figure in digits of equal width, with its unit small beside it on the same baseline.
class FigureLabel : public Themed<QLabel> {
    Q_OBJECT
public:
    explicit FigureLabel(const QString& value = {}, const QString& unit = {}, Type type = Type::Value,
                         QWidget* parent = nullptr);

    /// `value` as it is written, "1,284" or "−121"; the screen reader hears both.
    void setFigure(const QString& value, const QString& unit = {});
    void setToken(Token token);
    [[nodiscard]] QString value() const { return m_value; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_value, m_unit;
    Type m_type;
    Token m_token = Token::Text;
};

/// A line of 1 px that parts what stands above from what stands below.
[[nodiscard]] QWidget* makeLine(QWidget* parent = nullptr);

} // namespace unchained::ui
