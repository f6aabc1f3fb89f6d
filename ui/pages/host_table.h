// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/host_criteria.h"

#include <QTableView>

namespace unchained::ui {

/// Hosts in rows, for comparing figures. Enter and a click open, or only choose where a preview stands beside it;
/// Space and the heart keep. A click on a column asks for that order.
class HostTable : public QTableView {
    Q_OBJECT
public:
    explicit HostTable(QWidget* parent = nullptr);

    void setOrder(HostSort sort, bool ascending);
    /// A click chooses; a second one, Enter or a double click opens.
    void setPreviewed(bool previewed) { m_previewed = previewed; }

signals:
    void opened(const QModelIndex& index);
    void favouriteWanted(const QModelIndex& index);
    void currentMoved(const QModelIndex& index);
    void orderWanted(unchained::ui::HostSort sort, bool ascending);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void arrange();
    [[nodiscard]] bool onHeart(const QModelIndex& index, QPoint at) const;

    HostSort m_sort = HostSort::Standing;
    bool m_ascending = false, m_previewed = false, m_pressedHeart = false;
    QPersistentModelIndex m_pressed;
};

} // namespace unchained::ui
