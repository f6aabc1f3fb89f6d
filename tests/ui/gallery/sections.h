// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

/// Parts of the gallery, each a widget that shows one kind of control in every state.
namespace unchained::ui::gallery {

struct Section {
    QString name; ///< also the picture's file name
    std::function<QWidget*()> make;
};

[[nodiscard]] QList<Section> basicSections();   ///< type, colour, icons, buttons, fields
[[nodiscard]] QList<Section> controlSections(); ///< what has a value
[[nodiscard]] QList<Section> chartSections();   ///< charts, the windows strip
[[nodiscard]] QList<Section> pageSections();    ///< cards, banners, pages of four states
[[nodiscard]] QList<Section> browseSections();  ///< host cards and pictures, the line of filters, previews
[[nodiscard]] QList<Section> listingSections(); ///< price box, the last look before money moves, facts of a host
[[nodiscard]] QList<Section> jobSections();     ///< a job, from running to disputed
[[nodiscard]] QList<Section> placeSections();   ///< host, wallet, locked: whole pages

/// An empty section: a column under a heading.
[[nodiscard]] QWidget* makeSection(const QString& heading);
/// Adds a row of widgets, with a caption before it where given; the row ends with free space.
void addRow(QWidget* section, const QList<QWidget*>& widgets, const QString& caption = {});

/// The states that a mouse or a key would bring.
template <class W>
W* hovered(W* widget) {
    widget->setProperty("hovered", true);
    return widget;
}
template <class W>
W* disabled(W* widget) {
    widget->setEnabled(false);
    return widget;
}
/// With the ring around it as if it had the keyboard.
template <class W>
W* focused(W* widget) {
    widget->setProperty("showRing", true);
    return widget;
}

} // namespace unchained::ui::gallery
