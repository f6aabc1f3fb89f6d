// SPDX-License-Identifier: Apache-2.0
#include "pages/picture_card.h"

#include <QBoxLayout>
#include <QImageReader>
#include <QLabel>

namespace unchained::ui {

namespace {
constexpr int kHighest = 460; ///< device-independent pixels
constexpr int kReadAtMost = 2048;
} // namespace

PictureCard::PictureCard(QWidget* parent) : Card(CardKind::Raised, parent), m_picture(new QLabel) {
    setHeading(tr("Picture"), tr("put together from its tiles"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumWidth(1);
    m_picture->setAccessibleName(tr("The picture that was computed"));
    body()->addWidget(m_picture, 1);
    hide();
}

void PictureCard::setJob(const JobFacts& job) {
    const bool made = job.tiles && job.hasResult && job.result.endsWith(QLatin1String(".png"));
    const QString path = made ? job.directory + QLatin1Char('/') + job.result : QString();
    if (path == m_path) return;
    m_path = path;
    m_whole = {};
    if (made) {
        QImageReader reader(path);
        const QSize size = reader.size();
        if (size.width() > kReadAtMost || size.height() > kReadAtMost)
            reader.setScaledSize(size.scaled(kReadAtMost, kReadAtMost, Qt::KeepAspectRatio));
        m_whole = QPixmap::fromImageReader(&reader);
    }
    setVisible(!m_whole.isNull());
    fit();
}

void PictureCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    fit();
}

void PictureCard::fit() {
    if (m_whole.isNull()) return m_picture->clear();
    const double ratio = devicePixelRatioF();
    const QSize room(std::max(1, contentsRect().width() - 2 * scaled(space::k16)), scaled(kHighest));
    QPixmap shown = m_whole.scaled((QSizeF(room) * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(ratio);
    m_picture->setPixmap(shown);
}

} // namespace unchained::ui
