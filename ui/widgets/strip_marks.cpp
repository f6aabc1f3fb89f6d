// SPDX-License-Identifier: Apache-2.0
#include "widgets/strip_marks.h"

#include "theme/icons.h"
#include "widgets/flow_layout.h"
#include "widgets/strip_plan.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <variant>

namespace unchained::ui {

namespace {

constexpr qreal kBlockCorner = 2.5, kLine = 1.6;
constexpr int kKey = 12, kKeyGap = 6;

void drawTick(QPainter& painter, const QRectF& in, const QColor& ink) {
    const qreal u = std::min(in.width(), in.height()) / 14;
    const QPointF c = in.center();
    painter.setPen(QPen(ink, std::max(1.2, kLine * u), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{c + QPointF(-3.2, 0.3) * u, c + QPointF(-0.9, 2.6) * u, c + QPointF(3.3, -2.5) * u});
}

void drawCross(QPainter& painter, const QRectF& in, const QColor& ink) {
    const qreal u = std::min(in.width(), in.height()) / 14;
    const QPointF c = in.center();
    painter.setPen(QPen(ink, std::max(1.2, kLine * u), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(c + QPointF(-2.6, -2.6) * u, c + QPointF(2.6, 2.6) * u);
    painter.drawLine(c + QPointF(-2.6, 2.6) * u, c + QPointF(2.6, -2.6) * u);
}

void drawStar(QPainter& painter, const QRectF& in, const QColor& ink) {
    const qreal outer = 4.6 * std::min(in.width(), in.height()) / 14;
    QPolygonF star;
    for (int i = 0; i < 10; ++i) {
        const qreal angle = std::numbers::pi * (i / 5.0 - 0.5), r = i % 2 == 0 ? outer : outer * 0.45;
        star << in.center() + QPointF(r * std::cos(angle), r * std::sin(angle) + outer * 0.06);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(star);
}

/// One mark with its word.
class Key final : public Themed<QLabel> {
public:
    using Mark = std::variant<WindowState, WinState>;
    Key(Mark mark, const QString& text) : m_mark(mark) {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
    [[nodiscard]] QSize sizeHint() const override {
        const int width = QFontMetrics(ui::font(Type::Small)).horizontalAdvance(text());
        return {scaled(kKey) + scaled(kKeyGap) + width + 2, std::max(scaled(kKey) + 2, lineHeight(Type::Small))};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const int side = scaled(kKey);
        const QRectF where(0, (height() - side) / 2, side, side); // NOLINT(bugprone-integer-division): whole pixels
        if (const auto* state = std::get_if<WindowState>(&m_mark))
            drawStripBlock(painter, where, *state);
        else
            drawStripMark(painter, where, std::get<WinState>(m_mark));
        painter.setFont(ui::font(Type::Small));
        painter.setPen(color(Token::Text2));
        painter.drawText(rect().adjusted(side + scaled(kKeyGap), 0, 0, 0), Qt::AlignVCenter, text());
    }

private:
    Mark m_mark;
};

} // namespace

void drawStripBlock(QPainter& painter, const QRectF& where, WindowState state) {
    const QRectF inside = where.adjusted(0.5, 0.5, -0.5, -0.5);
    switch (state) {
    case WindowState::Drawn:
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Lost));
        painter.drawRoundedRect(where, kBlockCorner, kBlockCorner);
        return;
    case WindowState::Computing:
        painter.setPen(QPen(color(Token::C1), 1));
        painter.setBrush(color(Token::AccentSoft));
        painter.drawRoundedRect(inside, kBlockCorner, kBlockCorner);
        return;
    case WindowState::Pending:
    case WindowState::Late: {
        const bool strong = state == WindowState::Late || color(Token::Border) == color(Token::BorderStrong);
        painter.setPen(QPen(color(strong ? Token::BorderStrong : Token::Lost), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(inside, kBlockCorner, kBlockCorner);
        break;
    }
    }
    if (state != WindowState::Late) return;
    const qreal half = std::min<qreal>(3, where.width() / 2 - 2.5);
    painter.setPen(QPen(color(Token::Text2), 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(where.center() - QPointF(half, 0), where.center() + QPointF(half, 0));
}

void drawStripMark(QPainter& painter, const QRectF& where, WinState state, qreal filled) {
    const qreal corner = std::min(radius::kMark, where.width() / 3.5);
    const auto fill = [&](Token token) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(token));
        painter.drawRoundedRect(where, corner, corner);
    };
    switch (state) {
    case WinState::Won:
        fill(Token::WonFill);
        return drawStar(painter, where, color(Token::OnWon));
    case WinState::Wrong:
        fill(Token::WrongFill);
        return drawCross(painter, where, color(Token::OnMark));
    case WinState::Paid:
        if (filled >= 1) {
            fill(Token::RightFill);
            return drawTick(painter, where, color(Token::OnMark));
        }
        break;
    case WinState::Right:
        break;
    }
    painter.setPen(QPen(color(Token::RightFill), 1.4));
    painter.setBrush(color(Token::RightSoft));
    painter.drawRoundedRect(where.adjusted(0.7, 0.7, -0.7, -0.7), corner - 0.5, corner - 0.5);
    drawTick(painter, where, color(Token::Right));
    if (state != WinState::Paid || filled <= 0) return;
    painter.save();
    painter.setClipRect(QRectF(where.left(), where.bottom() - filled * where.height(), where.width(), where.height()),
                        Qt::IntersectClip);
    fill(Token::RightFill);
    drawTick(painter, where, color(Token::OnMark));
    painter.restore();
}

StripLegend::StripLegend(QWidget* parent) : QWidget(parent) {
    auto* flow = new FlowLayout(this, scaled(space::k12), scaled(space::k6));
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(new Key(WindowState::Pending, wordOf(WindowState::Pending)));
    flow->addWidget(new Key(WindowState::Computing, wordOf(WindowState::Computing)));
    flow->addWidget(new Key(WindowState::Drawn, tr("drawn, lost")));
    for (const WinState state : {WinState::Won, WinState::Right, WinState::Paid, WinState::Wrong})
        flow->addWidget(new Key(state, wordOf(state)));
    m_late = new Key(WindowState::Late, wordOf(WindowState::Late));
    flow->addWidget(m_late);
    m_late->hide();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StripLegend::setLate(bool late) {
    m_late->setVisible(late);
}

} // namespace unchained::ui
