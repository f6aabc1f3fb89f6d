// SPDX-License-Identifier: Apache-2.0
#include "theme/focus_ring.h"

#include "theme/theme.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollArea>
#include <QTextEdit>

namespace unchained::ui {

namespace {

constexpr int kRingGap = 2, kPen = 2;

/// The widget that the ring is a child of: what scrolls with the target, or its window.
QWidget* hostOf(const QWidget* target) {
    QWidget* host = target->parentWidget();
    while (host && !host->isWindow()) {
        const QWidget* viewport = host->parentWidget();
        const auto* area = viewport ? qobject_cast<QScrollArea*>(viewport->parentWidget()) : nullptr;
        if (area && area->widget() == host) break;
        host = host->parentWidget();
    }
    return host;
}

bool takesText(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTextEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

/// Typing into a field that was clicked is no walk by keyboard.
bool walks(const QKeyEvent& event) {
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return event.modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    }
}

class FocusWatch final : public QObject {
public:
    explicit FocusWatch(QApplication* app) : QObject(app) {
        app->installEventFilter(this);
        connect(app, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        switch (event->type()) {
        case QEvent::KeyPress:
            if (!walks(*static_cast<QKeyEvent*>(event))) break;
            m_keyboard = true;
            if (!m_ring && !takesText(QApplication::focusWidget())) follow(QApplication::focusWidget());
            break;
        case QEvent::MouseButtonPress:
            m_keyboard = false;
            delete m_ring;
            break;
        case QEvent::Move:
        case QEvent::Resize:
        case QEvent::Show:
        case QEvent::Hide:
            if (m_ring && m_target && watched->isWidgetType() && watched != m_ring)
                replace(static_cast<QWidget*>(watched));
            break;
        default:
            break;
        }
        return false;
    }

private:
    void follow(QWidget* now) {
        delete m_ring;
        m_target = now;
        if (!now || now->isWindow() || !m_keyboard) return;
        if (qobject_cast<QAbstractItemView*>(now) || now->property("ownFocus").toBool()) return;
        m_ring = new FocusRing(now);
    }
    void replace(QWidget* moved) {
        if (moved != m_target && !moved->isAncestorOf(m_target)) return;
        m_ring->setVisible(m_target->isVisible());
        m_ring->place();
    }

    bool m_keyboard = false;
    QPointer<QWidget> m_target;
    QPointer<FocusRing> m_ring;
};

} // namespace

void installFocusRing() {
    new FocusWatch(qApp);
}

FocusRing::FocusRing(QWidget* target) : QWidget(hostOf(target)), m_target(target) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    connect(target, &QObject::destroyed, this, &QObject::deleteLater);
    place();
    show();
}

void FocusRing::place() {
    if (!m_target || !parentWidget() || !parentWidget()->isAncestorOf(m_target)) return;
    const int out = kRingGap + kPen;
    const QRect inside(m_target->mapTo(parentWidget(), QPoint()), m_target->size());
    setGeometry(inside.adjusted(-out, -out, out, out));
    raise();
}

void FocusRing::paintEvent(QPaintEvent*) {
    if (!m_target) return;
    const QVariant corner = m_target->property("ringRadius");
    const qreal radius = (corner.isValid() ? corner.toReal() : radius::kControl) + kRingGap + kPen / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::AccentText), kPen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
}

} // namespace unchained::ui
