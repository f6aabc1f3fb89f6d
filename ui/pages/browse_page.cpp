// SPDX-License-Identifier: Apache-2.0
#include "pages/browse_page.h"

#include "models/host_words.h"
#include "pages/browse_filters.h"
#include "pages/filter_popup.h"
#include "pages/host_preview.h"
#include "pages/host_table.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card_view.h"
#include "widgets/fields.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"
#include "widgets/segmented.h"

#include <QBoxLayout>
#include <QStackedWidget>

#include <algorithm>

namespace unchained::ui {

namespace {

constexpr int kBrowseWidest = 1640, kSearchMost = 520;
constexpr int kCardsOut = space::k8; ///< a card under the mouse grows by this into the margin
constexpr int kPreviewWidth = 340, kSavedMost = 20;

/// `from` beside the margins of the page.
QHBoxLayout* lineOf(QBoxLayout* column) {
    auto* line = new QHBoxLayout;
    line->setContentsMargins(space::kPage, 0, space::kPage, 0);
    line->setSpacing(scaled(space::k8));
    column->addLayout(line);
    return line;
}

} // namespace

BrowsePage::BrowsePage(HostModel& hosts, QWidget* parent)
    : Themed(parent), m_filter(hosts),
      m_search(new SearchField(tr("Search hosts, devices, places"), QStringLiteral("Ctrl K"))),
      m_savedButton(makeButton(ButtonKind::Quiet, tr("Saved searches"), "file")),
      m_view(new SegmentedControl(tr("View"), {{tr("Cards"), "grid"}, {tr("List"), "list"}},
                                  SegmentedControl::Look::Outline)),
      m_filters(new BrowseFilters(hosts)), m_count(makeLabel({}, Type::Small)),
      m_summary(makeLabel({}, Type::Small, Token::Text2)), m_banner(new Banner(Banner::Kind::Caution, {})),
      m_states(new FourStatePage), m_views(new QStackedWidget), m_cards(new CardView) {
    auto* outside = new QHBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->setSpacing(0);
    auto* inside = makeTop();
    outside->addWidget(inside);
    m_cards->setModel(&m_filter);
    m_refreshSoon.setSingleShot(true);
    m_grace.setSingleShot(true);
    wire();
    setTabOrder(m_search, m_savedButton);
    refresh();
    m_grace.start(kGraceMs);
}

QWidget* BrowsePage::makeTop() {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(0);
    QHBoxLayout* top = lineOf(column);
    m_search->setMaximumWidth(scaled(kSearchMost));
    m_view->setBarHeight(size::kControl);
    top->addWidget(m_search, 1000);
    top->addStretch(1);
    top->addSpacing(scaled(space::k16));
    top->addWidget(m_savedButton);
    top->addWidget(m_view);
    column->addSpacing(10);
    lineOf(column)->addWidget(m_filters);
    column->addSpacing(10);
    lineOf(column)->addWidget(m_banner);
    m_bannerGap = new QWidget; // comes and goes with it
    m_bannerGap->setFixedHeight(10);
    m_bannerGap->hide();
    column->addWidget(m_bannerGap);
    m_banner->setClosable(false);
    m_banner->setActions({tr("Try again")});
    m_banner->hide();
    QHBoxLayout* summary = lineOf(column);
    summary->setSpacing(space::k4);
    m_count->setWeight(QFont::DemiBold);
    m_summary->setElided(true);
    summary->addWidget(m_count);
    summary->addWidget(m_summary, 1);
    column->addSpacing(space::k6);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* cards = new QWidget;
    auto* indent = new QHBoxLayout(cards);
    indent->setContentsMargins(space::kPage - kCardsOut, 0, 0, 0);
    indent->addWidget(m_cards);
    m_views->addWidget(cards);
    row->addWidget(m_views, 1);
    m_states->setContent(content);
    column->addWidget(m_states, 1);
    return inside;
}

/// Only once it is asked for: most people stay with the cards.
void BrowsePage::makeTable() {
    m_table = new HostTable;
    m_table->setModel(&m_filter);
    m_table->setOrder(m_filter.order(), m_filter.ascending());
    m_preview = new HostPreview;
    m_preview->setFixedWidth(scaled(kPreviewWidth));
    auto* rows = new QWidget;
    auto* line = new QHBoxLayout(rows);
    line->setContentsMargins(space::kPage - kCardsOut, 0, space::kPage - kCardsOut, 0);
    line->setSpacing(scaled(space::k12));
    line->addWidget(m_table, 1);
    m_beside = new QWidget;
    auto* beside = new QVBoxLayout(m_beside);
    beside->setContentsMargins(0, kCardsOut, kCardsOut, space::k16);
    beside->addWidget(m_preview);
    beside->addStretch(1);
    line->addWidget(m_beside);
    m_views->addWidget(rows);
    connect(m_table, &HostTable::opened, this, &BrowsePage::openRow);
    connect(m_table, &HostTable::favouriteWanted, this, &BrowsePage::toggleFavourite);
    connect(m_table, &HostTable::currentMoved, this, &BrowsePage::tellPreview);
    connect(m_table, &HostTable::orderWanted, this, &BrowsePage::setOrder);
    connect(m_preview, &HostPreview::openWanted, this, [this] { openRow(m_table->currentIndex()); });
    connect(m_preview, &HostPreview::favouriteWanted, this, [this] { toggleFavourite(m_table->currentIndex()); });
}

void BrowsePage::wire() {
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        HostCriteria other = m_filter.criteria();
        other.search = text;
        setCriteria(other);
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        (m_view->current() == Rows ? static_cast<QWidget*>(m_table) : m_cards)->setFocus(Qt::TabFocusReason);
    });
    connect(m_savedButton, &QPushButton::clicked, this, &BrowsePage::openSaved);
    connect(m_view, &SegmentedControl::changed, this, &BrowsePage::setView);
    connect(m_filters, &BrowseFilters::changed, this, &BrowsePage::setCriteria);
    connect(m_filters, &BrowseFilters::cleared, this, &BrowsePage::clearFilters);
    connect(m_filters, &BrowseFilters::orderChanged, this, &BrowsePage::setOrder);
    connect(m_banner, &Banner::action, this, &BrowsePage::retryLost);
    connect(m_states, &FourStatePage::primary, this, [this] { go(m_primary); });
    connect(m_states, &FourStatePage::secondary, this, [this] {
        if (m_states->state() == FourStatePage::State::Error)
            emit addMarketWanted();
        else
            go(m_secondary);
    });
    connect(m_states, &FourStatePage::link, this, [this] { go(m_link); });
    connect(m_states, &FourStatePage::retry, this, &BrowsePage::retryLost);
    connect(m_cards, &CardView::opened, this, &BrowsePage::openRow);
    connect(m_cards, &CardView::favouriteWanted, this, &BrowsePage::toggleFavourite);
    connect(&m_filter, &HostFilter::modelAboutToBeReset, this, &BrowsePage::keepCurrent);
    connect(&m_filter, &HostFilter::modelReset, this, &BrowsePage::restoreCurrent);
    for (const auto signal : {&HostFilter::rowsInserted, &HostFilter::rowsRemoved})
        connect(&m_filter, signal, this, &BrowsePage::refreshSoon);
    connect(&m_filter, &HostFilter::modelReset, this, &BrowsePage::refreshSoon);
    connect(&m_filter, &HostFilter::dataChanged, this, &BrowsePage::refreshSoon);
    connect(&m_filter.hosts(), &HostModel::rowsInserted, this, &BrowsePage::refreshSoon);
    connect(&m_filter.hosts(), &HostModel::rowsRemoved, this, &BrowsePage::refreshSoon);
    connect(&m_refreshSoon, &QTimer::timeout, this, &BrowsePage::refresh);
    connect(&m_grace, &QTimer::timeout, this, &BrowsePage::refresh);
}

// ---- what is asked for

void BrowsePage::setCriteria(const HostCriteria& criteria) {
    m_filter.setCriteria(criteria);
    m_filters->setCriteria(criteria);
    if (m_search->text() != criteria.search) m_search->setText(criteria.search);
    m_cards->scrollToTop();
}

void BrowsePage::setOrder(HostSort sort, bool ascending) {
    m_filter.setOrder(sort, ascending);
    m_filters->setOrder(sort, ascending);
    if (m_table) m_table->setOrder(sort, ascending);
    m_cards->scrollToTop();
}

void BrowsePage::clearFilters() {
    setCriteria({});
}

void BrowsePage::setView(int view) {
    const auto before = current();
    if (view == Rows && !m_table) makeTable();
    m_views->setCurrentIndex(view);
    if (m_view->current() != view) m_view->setCurrent(view);
    if (before) {
        m_kept = {before->market, before->peer};
        restoreCurrent();
    }
    tellPreview();
}

void BrowsePage::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void BrowsePage::focusFilters() {
    if (m_filters->isVisible()) m_filters->focusFirst();
}

void BrowsePage::openSaved() {
    const HostCriteria& now = m_filter.criteria();
    const bool saved = std::any_of(m_saved.begin(), m_saved.end(), [&](const SavedSearch& each) {
        return each.criteria == now && each.sort == m_filter.order();
    });
    const bool keeps = now.any() && !saved && m_saved.size() < kSavedMost;
    auto* popup = new SavedPopup(m_saved, keeps ? criteriaWords(now) : QString(), this);
    connect(popup, &SavedPopup::chosen, this, [this](int index) {
        const SavedSearch search = m_saved.at(index);
        setCriteria(search.criteria);
        setOrder(search.sort, sortsAscending(search.sort));
    });
    connect(popup, &SavedPopup::removed, this, [this](int index) { m_saved.removeAt(index); });
    connect(popup, &SavedPopup::kept, this, [this](const QString& name) {
        m_saved.push_back({name, m_filter.criteria(), m_filter.order()});
    });
    popup->openUnder(m_savedButton);
}

QVariantMap BrowsePage::state() const {
    QVariantList saved;
    for (const SavedSearch& each : m_saved)
        saved.push_back(QVariantMap{{QStringLiteral("name"), each.name},
                                    {QStringLiteral("filters"), toMap(each.criteria)},
                                    {QStringLiteral("sort"), sortKey(each.sort)}});
    return {{QStringLiteral("view"), m_view->current() == Rows ? QStringLiteral("rows") : QStringLiteral("cards")},
            {QStringLiteral("sort"), sortKey(m_filter.order())},
            {QStringLiteral("ascending"), m_filter.ascending()},
            {QStringLiteral("filters"), toMap(m_filter.criteria())},
            {QStringLiteral("saved"), saved}};
}

void BrowsePage::setState(const QVariantMap& state) {
    const auto value = [&state](const char* key) { return state.value(QString::fromLatin1(key)); };
    m_saved.clear();
    for (const QVariant& each : value("saved").toList()) {
        const QVariantMap map = each.toMap();
        const QString name = map.value(QStringLiteral("name")).toString();
        if (name.isEmpty() || m_saved.size() >= kSavedMost) continue;
        m_saved.push_back({name, criteriaFromMap(map.value(QStringLiteral("filters")).toMap()),
                           sortFromKey(map.value(QStringLiteral("sort")).toString())});
    }
    const HostSort sort = sortFromKey(value("sort").toString());
    setOrder(sort, state.contains(QStringLiteral("ascending")) ? value("ascending").toBool() : sortsAscending(sort));
    setCriteria(criteriaFromMap(value("filters").toMap()));
    setView(value("view").toString() == QLatin1String("rows") ? Rows : Cards);
}

// ---- the current host

std::optional<HostFacts> BrowsePage::current() const {
    const bool rows = m_table && m_views->currentIndex() == Rows;
    const QModelIndex index = rows ? m_table->currentIndex() : m_cards->currentIndex();
    if (!index.isValid()) return std::nullopt;
    return m_filter.host(index.row());
}

void BrowsePage::openRow(const QModelIndex& index) {
    if (!index.isValid()) return;
    const HostFacts host = m_filter.host(index.row());
    emit opened(host.market, host.peer);
}

void BrowsePage::toggleFavourite(const QModelIndex& index) {
    if (!index.isValid()) return;
    const HostFacts host = m_filter.host(index.row());
    emit favouriteToggled(host.market, host.peer, !host.favourite);
}

void BrowsePage::keepCurrent() {
    const auto host = current();
    m_kept = host ? std::pair{host->market, host->peer} : std::pair<QString, QByteArray>{};
}

void BrowsePage::restoreCurrent() {
    const int row = m_filter.find(m_kept.first, m_kept.second);
    if (row < 0) return;
    const bool rows = m_table && m_views->currentIndex() == Rows;
    QAbstractItemView* view = rows ? static_cast<QAbstractItemView*>(m_table) : m_cards;
    view->setCurrentIndex(view->model()->index(row, 0));
}

void BrowsePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int spare = std::max(0, width() - 2 * space::kPage - kBrowseWidest);
    layout()->setContentsMargins(spare / 2, 0, spare - spare / 2, 0);
    tellPreview();
}

} // namespace unchained::ui
