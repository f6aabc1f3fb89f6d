// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace unchained::ui {

/// A text as a QR code, dark on white in every look: readers want it so. Its accessible text is the text itself.
class QrCode : public QWidget {
    Q_OBJECT
public:
    explicit QrCode(QWidget* parent = nullptr);
    void setText(const QString& text);
    /// One pixel a module, without the quiet zone; null for an empty or too long text.
    [[nodiscard]] const QImage& modules() const { return m_modules; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_modules;
};

} // namespace unchained::ui
