// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "models/host_filter.h"
#include "widgets/themed.h"

#include <QTimer>
#include <QVariantMap>

#include <optional>
#include <vector>

class QPushButton;
class QStackedWidget;

namespace unchained::ui {

class Banner;
class BrowseFilters;
class CardView;
class FourStatePage;
class HostPreview;
class HostTable;
class Label;
class SearchField;
class SegmentedControl;
struct StateText;

/// All hosts of all marketplaces, to look through: as cards or in rows, searched, filtered and put in order.
class BrowsePage : public Themed<QWidget> {
    Q_OBJECT
public:
    /// @param hosts  must live longer; whoever owns it feeds it
    explicit BrowsePage(HostModel& hosts, QWidget* parent = nullptr);

    void setMarkets(const std::vector<MarketFacts>& markets);
    /// View, order, filters and saved searches, for the settings. What setState() does not understand it leaves.
    [[nodiscard]] QVariantMap state() const;
    void setState(const QVariantMap& state);

    void focusSearch();
    void focusFilters();

signals:
    void opened(const QString& market, const QByteArray& peer);
    void favouriteToggled(const QString& market, const QByteArray& peer, bool on);
    void retryWanted(const QString& market);
    void addMarketWanted();
    void hostWanted();
    void demoWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum View { Cards, Rows };
    static constexpr int kGraceMs = 1'500;    ///< before nothing is said to be nothing
    static constexpr int kPreviewFrom = 1300; ///< the page in a window of 1500
    /// What the buttons of an empty page do now.
    enum class Way { AddMarket, Demo, Host, ClearFilters, RaisePrice, DropFilter };

    [[nodiscard]] QWidget* makeTop();
    void makeTable();
    void wire();

    void setCriteria(const HostCriteria& criteria);
    void setOrder(HostSort sort, bool ascending);
    void setView(int view);
    void clearFilters();
    void openSaved();

    void refreshSoon();
    void refresh();
    void tellState();
    void tellSummary();
    void tellBanner();
    void tellPreview();
    [[nodiscard]] bool tellError();
    [[nodiscard]] bool tellLoading();
    void tellNoMarket();
    void tellNoHost();
    void tellNothingFits();
    void showEmpty(const StateText& text, Way primary, Way secondary, Way link);
    void go(Way way);
    void retryLost();

    [[nodiscard]] std::optional<HostFacts> current() const;
    void openRow(const QModelIndex& index);
    void toggleFavourite(const QModelIndex& index);
    void keepCurrent();
    void restoreCurrent();

    HostFilter m_filter;
    std::vector<MarketFacts> m_markets;
    QList<SavedSearch> m_saved;
    QTimer m_refreshSoon, m_grace;
    bool m_told = false; ///< of the marketplaces

    SearchField* m_search;
    QPushButton* m_savedButton;
    SegmentedControl* m_view;
    BrowseFilters* m_filters;
    Label *m_count, *m_summary;
    Banner* m_banner;
    QWidget* m_bannerGap = nullptr;
    FourStatePage* m_states;
    QStackedWidget* m_views;
    CardView* m_cards;
    HostTable* m_table = nullptr;
    HostPreview* m_preview = nullptr;
    QWidget* m_beside = nullptr; ///< the table: the preview's place
    Way m_primary = Way::AddMarket, m_secondary = Way::Demo, m_link = Way::Host;
    HostCriteria m_suggested;              ///< what RaisePrice and DropFilter lead to
    QString m_shownTrouble;                ///< so that the same error is not said twice
    std::pair<QString, QByteArray> m_kept; ///< the current host over a reset
};

} // namespace unchained::ui
