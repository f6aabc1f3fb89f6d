// SPDX-License-Identifier: Apache-2.0
#include "widgets/strip_access.h"

#include "widgets/windows_strip.h"

#include <QAccessibleWidget>
#include <QHash>

namespace unchained::ui {

namespace {

/// One window; made when asked for, and lives as long as the list.
class WindowItem final : public QAccessibleInterface {
public:
    WindowItem(WindowsStrip* strip, int window) : m_strip(strip), m_window(window) {}

    [[nodiscard]] bool isValid() const override { return m_window < static_cast<int>(m_strip->windows().size()); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override { return m_strip->window()->windowHandle(); }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_strip);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QString text(QAccessible::Text what) const override {
        return what == QAccessible::Name && isValid() ? m_strip->sentence(m_window) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        const QRect inside = m_strip->rectOf(m_window);
        return {m_strip->mapToGlobal(inside.topLeft()), inside.size()};
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State out;
        out.focusable = out.selectable = true;
        out.selected = m_window == m_strip->cursor();
        out.focused = out.active = out.selected && m_strip->hasFocus();
        out.invalid = !isValid();
        return out;
    }
    [[nodiscard]] int place() const { return m_window; }

private:
    WindowsStrip* m_strip;
    int m_window;
};

class StripInterface final : public QAccessibleWidget {
public:
    explicit StripInterface(WindowsStrip* strip) : QAccessibleWidget(strip, QAccessible::List), m_strip(strip) {}
    StripInterface(const StripInterface&) = delete;
    StripInterface& operator=(const StripInterface&) = delete;
    ~StripInterface() override {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        if (what == QAccessible::Value) return m_strip->sentence(m_strip->cursor());
        return QAccessibleWidget::text(what);
    }
    [[nodiscard]] int childCount() const override { return static_cast<int>(m_strip->windows().size()); }
    [[nodiscard]] QAccessibleInterface* child(int window) const override {
        if (window < 0 || window >= childCount()) return nullptr;
        auto at = m_items.constFind(window);
        if (at == m_items.constEnd())
            at = m_items.insert(window, QAccessible::registerAccessibleInterface(new WindowItem(m_strip, window)));
        return QAccessible::accessibleInterface(*at);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* item) const override {
        const auto* known = dynamic_cast<const WindowItem*>(item);
        return known ? known->place() : -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return m_strip->hasFocus() ? child(m_strip->cursor()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        return child(m_strip->windowAt(m_strip->mapFromGlobal(QPoint(x, y))));
    }

private:
    WindowsStrip* m_strip;
    mutable QHash<int, QAccessible::Id> m_items;
};

QAccessibleInterface* stripInterface(const QString& name, QObject* object) {
    if (name != QLatin1String(WindowsStrip::staticMetaObject.className())) return nullptr;
    return new StripInterface(static_cast<WindowsStrip*>(object));
}

} // namespace

void installStripAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(stripInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void tellCursorMoved(WindowsStrip& strip) {
    if (!strip.hasFocus() || strip.cursor() < 0) return;
    QAccessibleEvent event(&strip, QAccessible::Focus);
    event.setChild(strip.cursor());
    QAccessible::updateAccessibility(&event);
}

void tellWindowsChanged(WindowsStrip& strip, const std::vector<WindowFacts>& before) {
    const auto at = static_cast<std::size_t>(strip.cursor());
    if (strip.cursor() < 0 || at >= strip.windows().size()) return;
    if (at < before.size() && before[at] == strip.windows()[at]) return;
    QAccessibleEvent event(&strip, QAccessible::NameChanged);
    event.setChild(strip.cursor());
    QAccessible::updateAccessibility(&event);
}

} // namespace unchained::ui
