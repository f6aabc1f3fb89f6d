// SPDX-License-Identifier: Apache-2.0
#include "pages/qr_code.h"

#include "theme/theme.h"

#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace unchained::ui {

namespace {
constexpr int kQuiet = 4; ///< modules of white around it, as the standard asks
}

QrCode::QrCode(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("QR code"));
}

void QrCode::setText(const QString& text) {
    m_modules = {};
    setAccessibleDescription(text);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (code) {
        m_modules = QImage(code->width, code->width, QImage::Format_RGB32);
        for (int y = 0; y < code->width; ++y)
            for (int x = 0; x < code->width; ++x)
                m_modules.setPixel(x, y, (code->data[y * code->width + x] & 1) != 0 ? 0xFF000000 : 0xFFFFFFFF);
    }
    updateGeometry();
    update();
}

QSize QrCode::sizeHint() const {
    const int modules = std::max(29, m_modules.width()) + 2 * kQuiet;
    const int module = std::max(1, scaled(160) / modules); // whole pixels: a reader wants sharp edges
    return {modules * module, modules * module};
}

void QrCode::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), radius::kControl, radius::kControl);
    if (m_modules.isNull()) return;
    const int module = std::min(width(), height()) / (m_modules.width() + 2 * kQuiet);
    const QSize drawn = m_modules.size() * module;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawImage(QRect(QPoint((width() - drawn.width()) / 2, (height() - drawn.height()) / 2), drawn), m_modules);
}

} // namespace unchained::ui
