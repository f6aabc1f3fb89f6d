// SPDX-License-Identifier: Apache-2.0
#include "pages/browse_filters.h"

#include "models/host_words.h"
#include "pages/filter_popup.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QActionGroup>
#include <QHash>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr quint64 kMemory[] = {8, 12, 16, 24, 32, 48, 80, 128};
constexpr double kLeastStars[] = {4.9, 4.8, 4.6, 4.4, 4.0};
constexpr double kRightShares[] = {1, 0.999, 0.99};
constexpr int kChoicesMost = 200;

bool isSwitch(Filter filter) {
    return filter == Filter::Free || filter == Filter::Favourites;
}

/// A menu of which one is chosen; it deletes itself when it closes.
class OneOf {
public:
    explicit OneOf(QWidget* parent) : m_menu(new QMenu(parent)), m_group(new QActionGroup(m_menu)) {
        m_menu->setAttribute(Qt::WA_DeleteOnClose);
    }
    template <class Then>
    QAction* add(const QString& text, bool chosen, Then then) {
        QAction* action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(chosen);
        m_group->addAction(action);
        QObject::connect(action, &QAction::triggered, m_menu->parent(), then);
        return action;
    }
    QMenu* menu() const { return m_menu; }
    void open(const QWidget* anchor) { m_menu->popup(anchor->mapToGlobal(QPoint(-space::k4, anchor->height()))); }

private:
    QMenu* m_menu;
    QActionGroup* m_group;
};

} // namespace

BrowseFilters::BrowseFilters(const HostModel& hosts, QWidget* parent)
    : Themed(parent), m_hosts(hosts), m_more(nullptr), m_order(nullptr), m_clear(nullptr), m_orderLabel(nullptr) {
    for (int i = 0; i < static_cast<int>(Filter::Count); ++i) {
        const auto filter = static_cast<Filter>(i);
        auto* chip = new Chip(filterName(filter), this);
        chip->setPlain(isSwitch(filter));
        m_chips.push_back(chip);
        connect(chip, &QAbstractButton::clicked, this, [this, filter, chip] { open(filter, chip); });
        connect(chip, &Chip::cleared, this, [this, filter] {
            HostCriteria less = m_criteria;
            less.clear(filter);
            choose(less);
        });
    }
    m_more = new Chip(tr("More"), this);
    connect(m_more, &QAbstractButton::clicked, this, &BrowseFilters::openMore);
    m_clear = makeButton(ButtonKind::Quiet, tr("Clear"), nullptr, this);
    m_clear->setAccessibleName(tr("Clear all filters"));
    connect(m_clear, &QPushButton::clicked, this, &BrowseFilters::cleared);
    m_orderLabel = makeLabel(tr("Sort"), Type::Small, Token::Text2, this);
    m_order = new Chip({}, this);
    connect(m_order, &QAbstractButton::clicked, this, &BrowseFilters::openOrder);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tell();
}

QString BrowseFilters::nameOf(Filter filter) const {
    return filter == Filter::Memory && m_video ? tr("VRAM") : filterName(filter);
}

void BrowseFilters::setCriteria(const HostCriteria& criteria) {
    m_criteria = criteria;
    tell();
}

void BrowseFilters::setOrder(HostSort sort, bool ascending) {
    m_sort = sort;
    m_ascending = ascending;
    tell();
}

void BrowseFilters::setVideoMemory(bool video) {
    if (video == m_video) return;
    m_video = video;
    tell();
}

void BrowseFilters::focusFirst() {
    m_chips.front()->setFocus(Qt::ShortcutFocusReason);
}

void BrowseFilters::choose(const HostCriteria& criteria) {
    m_criteria = criteria;
    tell();
    emit changed(m_criteria);
}

/// What is in force, in the chips.
void BrowseFilters::tell() {
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const auto filter = static_cast<Filter>(i);
        const bool on = m_criteria.has(filter);
        m_chips[i]->setText(on ? filterWords(m_criteria, filter) : nameOf(filter));
        m_chips[i]->setActive(on);
        m_chips[i]->setAccessibleName(
            on && !isSwitch(filter) ? nameOf(filter) + QStringLiteral(": ") + m_chips[i]->text() : nameOf(filter));
    }
    const bool reversed = m_ascending != sortsAscending(m_sort);
    m_order->setText(sortName(m_sort) + (reversed ? QStringLiteral(" ↑") : QString()));
    m_order->setAccessibleName(tr("Sort: %1").arg(sortName(m_sort)) + (reversed ? tr(", reversed") : QString()));
    m_order->setToolTip(sortRule(m_sort));
    m_clear->setVisible(m_criteria.any());
    arrange();
}

void BrowseFilters::arrange() {
    const int gap = scaled(space::k8), high = height();
    const auto place = [high](QWidget* widget, int x) {
        const QSize size = widget->sizeHint();
        widget->setGeometry(x, (high - size.height()) / 2, size.width(), size.height());
        return x + size.width();
    };
    const int orderLeft = width() - m_order->sizeHint().width();
    const int labelLeft = orderLeft - gap - m_orderLabel->sizeHint().width();
    place(m_order, orderLeft);
    place(m_orderLabel, labelLeft);
    const int clearWidth = m_criteria.any() ? m_clear->sizeHint().width() + gap : 0;
    const int right = labelLeft - scaled(space::k16) - clearWidth;
    // With all of them, or with as many as leave room for More.
    int all = -gap;
    for (const Chip* chip : m_chips)
        all += gap + chip->sizeHint().width();
    m_fitting = m_chips.size();
    if (all > right) {
        int wide = m_more->sizeHint().width();
        for (m_fitting = 0; m_fitting < m_chips.size(); ++m_fitting) {
            wide += gap + m_chips[m_fitting]->sizeHint().width();
            if (wide > right) break;
        }
    }
    int x = 0, hidden = 0;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i]->setVisible(i < m_fitting);
        if (i < m_fitting)
            x = place(m_chips[i], x) + gap;
        else
            hidden += m_criteria.has(static_cast<Filter>(i)) ? 1 : 0;
    }
    m_more->setVisible(m_fitting < m_chips.size());
    m_more->setText(hidden > 0 ? tr("More · %1").arg(hidden) : tr("More"));
    m_more->setAccessibleName(hidden > 0 ? tr("More filters, %n in force", nullptr, hidden) : tr("More filters"));
    if (m_fitting < m_chips.size()) x = place(m_more, x) + gap;
    place(m_clear, x);
}

void BrowseFilters::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void BrowseFilters::changeEvent(QEvent* event) {
    Themed::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) arrange();
}

QSize BrowseFilters::sizeHint() const {
    return {scaled(800), scaled(size::kControl)};
}

QSize BrowseFilters::minimumSizeHint() const {
    return {scaled(320), scaled(size::kControl)};
}

// ---- what the chips open

void BrowseFilters::open(Filter filter, const QWidget* anchor) {
    HostCriteria other = m_criteria;
    switch (filter) {
    case Filter::Device:
    case Filter::Place:
        return openChoice(filter, anchor);
    case Filter::Memory:
        return openMemory(anchor);
    case Filter::Price:
        return openPrice(anchor);
    case Filter::Rating:
        return openRating(anchor);
    case Filter::Right:
        return openRight(anchor);
    case Filter::Free:
        other.freeOnly = !other.freeOnly;
        return choose(other);
    case Filter::Favourites:
        other.favouritesOnly = !other.favouritesOnly;
        return choose(other);
    case Filter::Count:
        return;
    }
}

void BrowseFilters::openMore() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (std::size_t i = m_fitting; i < m_chips.size(); ++i) {
        const auto filter = static_cast<Filter>(i);
        const bool on = m_criteria.has(filter);
        const QString words =
            on && !isSwitch(filter) ? nameOf(filter) + QStringLiteral(": ") + m_chips[i]->text() : nameOf(filter);
        QAction* action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, [this, filter] { open(filter, m_more); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(-space::k4, m_more->height())));
}

void BrowseFilters::openOrder() {
    OneOf orders(this);
    for (int i = 0; i < static_cast<int>(HostSort::Device); ++i) {
        const auto sort = static_cast<HostSort>(i);
        orders.add(sortName(sort), sort == m_sort, [this, sort] { emit orderChanged(sort, sortsAscending(sort)); });
    }
    orders.menu()->addSeparator();
    QAction* reverse = orders.menu()->addAction(tr("Reverse order"));
    reverse->setCheckable(true);
    reverse->setChecked(m_ascending != sortsAscending(m_sort));
    connect(reverse, &QAction::triggered, this, [this] { emit orderChanged(m_sort, !m_ascending); });
    orders.open(m_order);
}

void BrowseFilters::openMemory(const QWidget* anchor) {
    OneOf sizes(this);
    const auto set = [this](quint64 bytes) {
        HostCriteria other = m_criteria;
        other.memoryMin = bytes;
        choose(other);
    };
    sizes.add(tr("Any"), m_criteria.memoryMin == 0, [set] { set(0); });
    for (const quint64 gigabytes : kMemory) {
        const quint64 bytes = gigabytes << 30;
        sizes.add(tr("%1 or more").arg(memoryText(bytes)), m_criteria.memoryMin == bytes, [set, bytes] { set(bytes); });
    }
    sizes.open(anchor);
}

void BrowseFilters::openRating(const QWidget* anchor) {
    OneOf ratings(this);
    const auto set = [this](double stars) {
        HostCriteria other = m_criteria;
        other.starsMin = stars;
        choose(other);
    };
    ratings.add(tr("Any"), m_criteria.starsMin <= 0, [set] { set(0); });
    for (const double stars : kLeastStars)
        ratings.add(tr("%1 or better, and new hosts").arg(QLocale().toString(stars, 'f', 1)),
                    m_criteria.starsMin == stars, [set, stars] { set(stars); });
    ratings.open(anchor);
}

void BrowseFilters::openRight(const QWidget* anchor) {
    OneOf shares(this);
    const auto set = [this](double share) {
        HostCriteria other = m_criteria;
        other.rightMin = share;
        choose(other);
    };
    shares.add(tr("Any"), m_criteria.rightMin <= 0, [set] { set(0); });
    for (const double share : kRightShares)
        shares.add(share >= 1 ? tr("Every checked step was right")
                              : tr("%1 of the checked steps right, or more").arg(percent(share, share > 0.99 ? 1 : 0)),
                   m_criteria.rightMin == share, [set, share] { set(share); });
    shares.open(anchor);
}

void BrowseFilters::openPrice(const QWidget* anchor) {
    std::vector<Amount> prices;
    for (int row = 0; row < m_hosts.rowCount(); ++row)
        prices.push_back(m_hosts.host(row).pricePerHour);
    auto* popup = new PricePopup(std::move(prices), m_criteria.priceMax, this);
    connect(popup, &PricePopup::changed, this, [this](std::optional<Amount> most) {
        HostCriteria other = m_criteria;
        other.priceMax = most;
        choose(other);
    });
    popup->openUnder(anchor);
}

void BrowseFilters::openChoice(Filter filter, const QWidget* anchor) {
    const bool device = filter == Filter::Device;
    QHash<QString, int> counts;
    for (int row = 0; row < m_hosts.rowCount(); ++row) {
        const HostFacts& host = m_hosts.host(row);
        const QString value = device ? deviceKind(host.device) : regionOf(host.place);
        if (!value.isEmpty()) ++counts[value];
    }
    const QStringList chosen = device ? m_criteria.devices : m_criteria.places;
    for (const QString& value : chosen) // a choice stays to be seen when its last host has gone
        if (!counts.contains(value)) counts[value] = 0;
    QList<Choice> choices;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        choices.push_back({at.key(), at.value()});
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return a.count != b.count ? a.count > b.count : a.value.localeAwareCompare(b.value) < 0;
    });
    if (choices.size() > kChoicesMost) choices.resize(kChoicesMost);
    auto* popup = new ChoicePopup(nameOf(filter), choices, chosen, this);
    connect(popup, &ChoicePopup::changed, this, [this, device](const QStringList& values) {
        HostCriteria other = m_criteria;
        (device ? other.devices : other.places) = values;
        choose(other);
    });
    popup->openUnder(anchor);
}

} // namespace unchained::ui
