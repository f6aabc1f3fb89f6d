// SPDX-License-Identifier: Apache-2.0
#include "theme/style.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

namespace unchained::ui {

namespace {

constexpr int kMenuEdge = 4; ///< two soft strokes, then the border

void drawField(QPainter& painter, const QStyleOption& option) {
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = option.state & QStyle::State_HasFocus;
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(focus ? Token::AccentText : hover ? Token::BorderStrong : Token::Border), 1));
    painter.setBrush(color(enabled ? Token::Raised : Token::Sunken));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius::kControl, radius::kControl);
}

void drawMark(QPainter& painter, const QRect& cell, const char* name, bool enabled, Token token = Token::Text2) {
    const qreal side = scaled(16);
    const QRectF where(cell.center().x() - side / 2 + 1, cell.center().y() - side / 2 + 1, side, side);
    drawIcon(painter, where, name, color(enabled ? token : Token::Text3));
}

/// Box of a check box (rounded square) and of a radio button (circle), with its mark where it is on.
void drawTick(QPainter& painter, const QStyleOption& option, bool round) {
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(on && enabled ? Token::Accent : Token::BorderStrong), 1));
    painter.setBrush(color(on ? enabled ? Token::Accent : Token::Lost : Token::Raised));
    const qreal corner = round ? box.width() / 2 : radius::kMark;
    painter.drawRoundedRect(box, corner, corner);
    if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(enabled ? Token::OnAccent : Token::Text3));
        painter.drawEllipse(box.center(), box.width() * 0.2, box.width() * 0.2);
    } else if (on) {
        const bool half = option.state & QStyle::State_NoChange;
        drawIcon(painter, box.adjusted(1, 1, -1, -1), half ? "minus" : "check",
                 color(enabled ? Token::OnAccent : Token::Text3));
    }
    painter.restore();
}

/// No blur: a border and two strokes of shade around it.
void drawMenuPanel(QPainter& painter, const QRect& where) {
    const QRectF frame = QRectF(where).adjusted(3.5, 3.5, -3.5, -3.5);
    const qreal corner = radius::kControl;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 10), 3));
    painter.drawRoundedRect(frame.adjusted(-2, -2, 2, 2), corner + 2, corner + 2);
    painter.setPen(QPen(QColor(0, 0, 0, 20), 1));
    painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), corner + 1, corner + 1);
    painter.setPen(QPen(color(Token::Border), 1));
    painter.setBrush(color(Token::Raised));
    painter.drawRoundedRect(frame, corner, corner);
    painter.restore();
}

class Style final : public QProxyStyle {
public:
    Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

    using QProxyStyle::polish;
    void polish(QWidget* widget) override {
        // Round corners of a popup need a window that lets its corners through.
        if (qobject_cast<QMenu*>(widget)) {
            widget->setAttribute(Qt::WA_TranslucentBackground);
            widget->setWindowFlags(widget->windowFlags() | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
        }
        // A chosen row makes no heading bold.
        if (auto* header = qobject_cast<QHeaderView*>(widget)) header->setHighlightSections(false);
        QProxyStyle::polish(widget);
    }

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* data) const override {
        switch (hint) {
        case SH_ToolTipLabel_Opacity:
            return 255;
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_ComboBox_Popup:
        case SH_Menu_FlashTriggeredItem:
            return 0;
        case SH_Slider_AbsoluteSetButtons:
            return Qt::LeftButton;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
        }
    }

    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override {
        switch (metric) {
        case PM_MenuPanelWidth:
            return kMenuEdge;
        case PM_MenuHMargin:
        case PM_MenuVMargin:
            return space::k4;
        case PM_SliderLength:
            return scaled(18);
        case PM_SliderThickness:
            return scaled(20);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight:
            return scaled(18);
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ListViewIconSize:
            return scaled(16);
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing:
            return space::k8;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        switch (element) {
        case PE_FrameFocusRect: // see focus_ring.h
        case PE_FrameMenu:
            return;
        case PE_PanelMenu:
            drawMenuPanel(*painter, option->rect);
            return;
        case PE_IndicatorCheckBox:
            drawTick(*painter, *option, false);
            return;
        case PE_IndicatorRadioButton:
            drawTick(*painter, *option, true);
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override {
        if (control != CC_ComboBox && control != CC_SpinBox) {
            QProxyStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        painter->save();
        drawField(*painter, *option);
        const bool enabled = option->state & State_Enabled;
        if (control == CC_ComboBox) {
            drawMark(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget), "chev", enabled);
        } else if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) {
            const bool down = enabled && (spin->stepEnabled & QAbstractSpinBox::StepDownEnabled);
            const bool up = enabled && (spin->stepEnabled & QAbstractSpinBox::StepUpEnabled);
            drawMark(*painter, subControlRect(control, option, SC_SpinBoxDown, widget), "minus", down, Token::Text);
            drawMark(*painter, subControlRect(control, option, SC_SpinBoxUp, widget), "plus", up, Token::Text);
        }
        painter->restore();
    }

    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override {
        const QRect all = option->rect;
        const int side = scaled(32), edge = scaled(12);
        if (control == CC_ComboBox && part == SC_ComboBoxArrow)
            return QRect(all.right() - side - 3, all.top(), side, all.height());
        if (control == CC_ComboBox && part == SC_ComboBoxEditField) return all.adjusted(edge, 1, -side - 4, -1);
        if (control == CC_SpinBox && part == SC_SpinBoxDown) return QRect(all.left(), all.top(), side, all.height());
        if (control == CC_SpinBox && part == SC_SpinBoxUp)
            return QRect(all.right() - side + 1, all.top(), side, all.height());
        if (control == CC_SpinBox && part == SC_SpinBoxEditField) return all.adjusted(side, 1, -side, -1);
        return QProxyStyle::subControlRect(control, option, part, widget);
    }

    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override {
        if (type == CT_ComboBox) return QSize(contents.width() + scaled(56), scaled(size::kField));
        if (type == CT_SpinBox) return QSize(contents.width() + scaled(76), scaled(size::kField));
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
};

} // namespace

QStyle* makeStyle() {
    return new Style;
}

} // namespace unchained::ui
