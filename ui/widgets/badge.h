// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QByteArray>
#include <QLabel>

namespace unchained::ui {

/// What a state means, in the colours of ui.md; never the colour alone: each has a word and mostly an icon.
enum class Tone { Neutral, Info, Right, Won, Wrong };

/// Ink, pale ground and mark of a tone.
[[nodiscard]] Token inkOf(Tone tone);
[[nodiscard]] Token groundOf(Tone tone);
[[nodiscard]] const char* iconOf(Tone tone);

/// A pill, 20 high: "All right" with a tick.
class Badge : public Themed<QLabel> {
    Q_OBJECT
public:
    /// @param iconName  null: the tone's own; "": none
    explicit Badge(const QString& text, Tone tone = Tone::Neutral, const char* iconName = nullptr,
                   QWidget* parent = nullptr);
    void setBadge(const QString& text, Tone tone, const char* iconName = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Neutral;
    QByteArray m_icon;
};

/// An icon of its own, following the look; for the eye only.
class IconLabel : public Themed<QWidget> {
    Q_OBJECT
public:
    explicit IconLabel(const char* iconName, Token token = Token::Text2, int side = 18, QWidget* parent = nullptr);
    void setIcon(const char* iconName, Token token);
    [[nodiscard]] QSize sizeHint() const override { return QSize(scaled(m_side), scaled(m_side)); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QByteArray m_icon;
    Token m_token;
    int m_side;
};

} // namespace unchained::ui
