// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

/// How a person finds things on a page: by what they read.
namespace find {

/// Units stand behind a space that does not break, which a reader does not see.
inline QString seen(QString text) {
    return text.replace(QChar::Nbsp, QLatin1Char(' '));
}

/// The visible button of this text or name; null where there is none.
inline QAbstractButton* button(const QWidget& page, const QString& text) {
    for (QAbstractButton* each : page.findChildren<QAbstractButton*>())
        if (each->isVisibleTo(&page) && (seen(each->text()) == text || seen(each->accessibleName()) == text))
            return each;
    return nullptr;
}

inline QLineEdit* field(const QWidget& page, const QString& name) {
    for (QLineEdit* each : page.findChildren<QLineEdit*>())
        if (each->isVisibleTo(&page) && each->accessibleName() == name) return each;
    return nullptr;
}

/// Whether some visible label, or what is said of a visible widget, holds the text.
inline bool says(const QWidget& page, const QString& text) {
    for (const QWidget* each : page.findChildren<QWidget*>()) {
        if (!each->isVisibleTo(&page)) continue;
        const auto* label = qobject_cast<const QLabel*>(each);
        if ((label && seen(label->text()).contains(text)) || seen(each->accessibleName()).contains(text)) return true;
    }
    return false;
}

inline void click(QWidget* widget) {
    QVERIFY(widget);
    QVERIFY(widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
}

inline void type(QLineEdit* field, const QString& text) {
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

/// A page as large as in a window of 1280x800.
template <class Page>
void show(Page& page, QSize size = {1080, 800}) {
    page.resize(size);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
}

} // namespace find
