// SPDX-License-Identifier: Apache-2.0
#include "widgets/segmented.h"

#include "theme/figure_text.h"
#include "theme/icons.h"

#include <QAbstractButton>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

class SegmentButton final : public Themed<QAbstractButton> {
public:
    SegmentButton(const Segment& segment, SegmentedControl::Look look, QWidget* parent)
        : Themed(parent), m_icon(segment.icon), m_look(look) {
        setText(segment.text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setProperty("ringRadius", 6.0);
        setAttribute(Qt::WA_Hover);
        if (!m_icon.isEmpty()) {
            setAccessibleName(segment.text);
            setToolTip(segment.text);
        }
    }

    QSize sizeHint() const override {
        const int edge = tray() ? 12 : 8;
        const qreal inside = m_icon.isEmpty() ? figureWidth(drawnFont(true), text()) : scaled(18);
        return QSize(static_cast<int>(std::ceil(inside)) + 2 * scaled(edge) - (m_icon.isEmpty() ? 0 : 2), scaled(20));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked()) {
            painter.setPen(tray() ? QPen(color(Token::Border), 1) : QPen(Qt::NoPen));
            painter.setBrush(color(tray() ? Token::Raised : Token::Hover));
            const qreal in = tray() ? 0.5 : 0;
            painter.drawRoundedRect(QRectF(rect()).adjusted(in, in, -in, -in), 6, 6);
        }
        const Token ink = !isEnabled() ? Token::Text3 : isChecked() || hovered() ? Token::Text : Token::Text2;
        if (m_icon.isEmpty()) {
            drawFigure(painter, rect(), Qt::AlignCenter, drawnFont(isChecked()), color(ink), text());
            return;
        }
        const int side = scaled(18);
        drawIcon(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_icon.constData(),
                 color(ink));
    }

private:
    bool tray() const { return m_look == SegmentedControl::Look::Tray; }
    QFont drawnFont(bool chosen) const {
        QFont out = ui::font(tray() ? Type::Value : Type::Small);
        if (chosen || tray()) out.setWeight(QFont::Medium);
        return out;
    }

    QByteArray m_icon;
    SegmentedControl::Look m_look;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& name, const QList<Segment>& segments, Look look, QWidget* parent)
    : Themed(parent), m_look(look), m_height(look == Look::Tray ? 32 : 24) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (const Segment& segment : segments) {
        auto* button = new SegmentButton(segment, look, this);
        const int index = static_cast<int>(m_buttons.size());
        button->setChecked(index == 0);
        connect(button, &QAbstractButton::toggled, this, [this, index](bool on) {
            if (!on) return;
            m_current = index;
            update();
            emit changed(index);
        });
        m_buttons.append(button);
    }
}

void SegmentedControl::setCurrent(int index) {
    m_buttons.at(index)->setChecked(true);
}

void SegmentedControl::setStretched(bool stretched) {
    setSizePolicy(stretched ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setBarHeight(int height) {
    m_height = height;
    updateGeometry();
}

QSize SegmentedControl::sizeHint() const {
    int width = 0;
    for (const QAbstractButton* button : m_buttons)
        width += button->sizeHint().width();
    return QSize(width + 2 * (m_look == Look::Tray ? 3 : 1), scaled(m_height));
}

void SegmentedControl::resizeEvent(QResizeEvent*) {
    const int in = m_look == Look::Tray ? 3 : 1;
    const int spare = width() - sizeHint().width();
    const int count = static_cast<int>(m_buttons.size());
    int x = in;
    for (int i = 0; i < count; ++i) {
        // Stretched parts are equal; the last takes the rest of the division.
        int wide = spare > 0 ? (width() - 2 * in) / count : m_buttons[i]->sizeHint().width();
        if (spare > 0 && i == count - 1) wide = width() - in - x;
        m_buttons[i]->setGeometry(x, in, wide, height() - 2 * in);
        x += wide;
    }
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool tray = m_look == Look::Tray;
    const bool contrast = color(Token::Border) == color(Token::BorderStrong);
    painter.setPen(tray && !contrast ? QPen(color(Token::Sunken), 1) : QPen(color(Token::Border), 1));
    painter.setBrush(color(tray ? Token::Sunken : Token::Raised));
    painter.drawRoundedRect(frame, radius::kControl, radius::kControl);
}

} // namespace unchained::ui
