// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/theme.h"
#include "widgets/themed.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace unchained::ui {

class Label;

/// Raised: a card with a border. Inset: a quiet box inside a card. The others are insets in a soft colour, for what
/// needs a person or says that all is right.
enum class CardKind { Raised, Inset, Info, Right, Won, Wrong };

/// A frame with a column inside, and a heading line where setHeading() was called.
class Card : public Themed<QFrame> {
    Q_OBJECT
public:
    explicit Card(CardKind kind = CardKind::Raised, QWidget* parent = nullptr);

    void setKind(CardKind kind);
    /// A border of 2 px in the accent.
    void setSelected(bool selected);
    /// "Windows" and beside it, small, "one ticket in 100 wins". Also the card's accessible name.
    void setHeading(const QString& title, const QString& note = {});
    /// At the right end of the heading line; the card owns it.
    void addToHeading(QWidget* widget);
    /// The column under the heading, without spacing of its own.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void openHeading();

    CardKind m_kind;
    bool m_selected = false;
    QVBoxLayout* m_body;
    QHBoxLayout* m_heading = nullptr;
    Label* m_title = nullptr;
    Label* m_note = nullptr;
};

} // namespace unchained::ui
