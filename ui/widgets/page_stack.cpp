// SPDX-License-Identifier: Apache-2.0
#include "widgets/page_stack.h"

#include "theme/theme.h"

#include <QPainter>
#include <QVariantAnimation>

namespace unchained::ui {

namespace {

/// The paper over a page. A sheet of its own, since effects on live widgets would paint them twice.
class PageVeil : public QWidget {
public:
    explicit PageVeil(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(parent->rect());
        connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
        connect(&m_fade, &QVariantAnimation::finished, this, &QObject::deleteLater);
        m_fade.setStartValue(1.0);
        m_fade.setEndValue(0.0);
        m_fade.setDuration(duration(motion::kPage));
        m_fade.start();
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setOpacity(m_fade.currentValue().toReal());
        painter.fillRect(rect(), color(Token::Canvas));
    }

private:
    QVariantAnimation m_fade;
};

} // namespace

PageStack::PageStack(QWidget* parent) : QStackedWidget(parent) {
    connect(this, &QStackedWidget::currentChanged, this, &PageStack::fadeIn);
}

void PageStack::fadeIn() {
    if (isVisible() && duration(motion::kPage) > 0) new PageVeil(this);
}

} // namespace unchained::ui
