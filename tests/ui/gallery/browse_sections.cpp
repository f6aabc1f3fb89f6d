// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "models/host_filter.h"
#include "pages/browse_filters.h"
#include "pages/host_preview.h"
#include "pages/host_samples.h"
#include "theme/host_picture.h"
#include "widgets/host_card_delegate.h"

#include <QBoxLayout>
#include <QPainter>

namespace unchained::ui::gallery {

namespace {

class CardPicture final : public Themed<QWidget> {
public:
    CardPicture(HostFacts host, CardState state) : m_host(std::move(host)), m_state(state) {
        setFixedSize(CardGeometry::cell(scaled(264), 1));
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        drawHostCard(painter, rect(), m_host, m_state);
    }

private:
    HostFacts m_host;
    CardState m_state;
};

QWidget* cardSection() {
    QWidget* section = makeSection("Host cards");
    const std::vector<HostFacts> hosts = samples::hosts();
    const auto card = [&hosts](std::size_t host, CardState state = {}) {
        return new CardPicture(hosts.at(host), state);
    };
    addRow(section, {card(0), card(1, {.hover = true}), card(2, {.selected = true}), card(3, {.ring = true})});
    addRow(section, {card(5), card(7), card(8, {.hover = true, .heartHover = true}), card(9)});
    addRow(section, {card(10), card(11), card(12)});
    return section;
}

class Pictures final : public Themed<QWidget> {
public:
    Pictures() { setFixedSize(1000, 4 * 124 + 60); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QPainter painter(this);
        for (int i = 0; i < 16; ++i)
            painter.drawPixmap(i % 4 * 252, i / 4 * 124,
                               hostPicture(peer(i), {240, 108}, radius::kCard, devicePixelRatioF()));
        for (int i = 0; i < 16; ++i)
            painter.drawPixmap(i * 52, 4 * 124, hostPicture(peer(i), {44, 44}, radius::kInset, devicePixelRatioF()));
    }

private:
    static QByteArray peer(int number) { return QByteArray(32, static_cast<char>(number)); }
};

QWidget* pictureSection() {
    QWidget* section = makeSection("Host pictures");
    addRow(section, {new Pictures});
    return section;
}

QWidget* filterSection() {
    QWidget* section = makeSection("Filters and preview");
    auto* hosts = new HostModel(section);
    hosts->apply(samples::hosts());
    HostCriteria some;
    some.priceMax = Amount::credits(60);
    some.starsMin = 4.4;
    const auto bar = [&](const HostCriteria& criteria, int width) {
        auto* made = new BrowseFilters(*hosts);
        made->setOrder(HostSort::Standing, false);
        made->setCriteria(criteria);
        made->setFixedWidth(width);
        return made;
    };
    addRow(section, {bar({}, 1000)});
    addRow(section, {bar(some, 1000)});
    addRow(section, {bar(some, 620)});
    QList<QWidget*> previews;
    for (const std::size_t host : {std::size_t{0}, std::size_t{5}, std::size_t{11}}) {
        auto* preview = new HostPreview;
        preview->setHost(hosts->host(static_cast<int>(host)));
        preview->setFixedWidth(scaled(320));
        previews += preview;
    }
    addRow(section, previews);
    return section;
}

} // namespace

QList<Section> browseSections() {
    return {{"host-cards", cardSection}, {"host-pictures", pictureSection}, {"host-filters", filterSection}};
}

} // namespace unchained::ui::gallery
