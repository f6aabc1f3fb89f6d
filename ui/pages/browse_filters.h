// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/host_criteria.h"
#include "models/host_model.h"
#include "widgets/themed.h"

#include <vector>

class QMenu;
class QPushButton;

namespace unchained::ui {

class Chip;
class Label;

/// The line of chips: one a filter, as many as fit, the rest under "More"; at its end the order. It keeps what is
/// chosen; the page applies it.
class BrowseFilters : public Themed<QWidget> {
    Q_OBJECT
public:
    /// @param hosts  what there is to choose from; must live longer
    explicit BrowseFilters(const HostModel& hosts, QWidget* parent = nullptr);

    /// The search is not shown here, but kept.
    void setCriteria(const HostCriteria& criteria);
    void setOrder(HostSort sort, bool ascending);
    /// "VRAM" where only cards are offered, else "Memory".
    void setVideoMemory(bool video);
    /// To the first chip.
    void focusFirst();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void changed(const unchained::ui::HostCriteria& criteria);
    void cleared();
    void orderChanged(unchained::ui::HostSort sort, bool ascending);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QString nameOf(Filter filter) const;
    void choose(const HostCriteria& criteria);
    void tell();
    void arrange();
    void open(Filter filter, const QWidget* anchor);
    void openMore();
    void openOrder();
    void openMemory(const QWidget* anchor);
    void openRating(const QWidget* anchor);
    void openRight(const QWidget* anchor);
    void openPrice(const QWidget* anchor);
    void openChoice(Filter filter, const QWidget* anchor);

    const HostModel& m_hosts;
    HostCriteria m_criteria;
    HostSort m_sort = HostSort::Standing;
    bool m_ascending = false, m_video = false;
    std::vector<Chip*> m_chips; ///< in the order of Filter
    Chip *m_more, *m_order;
    QPushButton* m_clear;
    Label* m_orderLabel;
    std::size_t m_fitting = 0; ///< chips that are shown; the others are under More
};

} // namespace unchained::ui
