// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/host_picture.h"
#include "theme/theme.h"
#include "widgets/themed.h"

#include <QPainter>

namespace unchained::ui {

/// A peer's picture at a fixed size; for the eye only, the name stands beside it.
class PeerPicture : public Themed<QWidget> {
public:
    explicit PeerPicture(int side, QWidget* parent = nullptr) : Themed(parent), m_side(side) {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void setPeer(const QByteArray& peer) {
        if (m_peer == peer) return;
        m_peer = peer;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {scaled(m_side), scaled(m_side)}; }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        const qreal corner = m_side >= 40 ? radius::kInset : radius::kControl;
        if (!m_peer.isEmpty()) {
            painter.drawPixmap(0, 0, hostPicture(m_peer, size(), corner, devicePixelRatioF()));
            return;
        }
        painter.setRenderHint(QPainter::Antialiasing); // no host yet
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Hover));
        painter.drawRoundedRect(rect(), corner, corner);
    }

private:
    int m_side;
    QByteArray m_peer;
};

} // namespace unchained::ui
