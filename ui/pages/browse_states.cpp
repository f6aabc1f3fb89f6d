// SPDX-License-Identifier: Apache-2.0
// What the browse page says: the line over the hosts, and which of its four states it is in.
#include "models/host_words.h"
#include "pages/browse_filters.h"
#include "pages/browse_page.h"
#include "pages/host_preview.h"
#include "pages/host_table.h"
#include "widgets/banner.h"
#include "widgets/card_view.h"
#include "widgets/format.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace unchained::ui {

namespace {

qint64 clockNow() {
    return QDateTime::currentMSecsSinceEpoch();
}

bool isLost(const MarketFacts& market) {
    return market.state == LinkState::Lost;
}

/// "Commons", "Commons and Torino Lab", "3 marketplaces".
QString namesOf(const QStringList& names) {
    if (names.size() == 1) return names.front();
    if (names.size() == 2) return BrowsePage::tr("%1 and %2").arg(names[0], names[1]);
    return BrowsePage::tr("%n marketplaces", nullptr, static_cast<int>(names.size()));
}

QString nameOf(const MarketFacts& market) {
    return market.name.isEmpty() ? market.address.section(QLatin1Char('#'), 0, 0) : market.name;
}

} // namespace

void BrowsePage::setMarkets(const std::vector<MarketFacts>& markets) {
    m_told = true;
    if (markets == m_markets) return refreshSoon();
    m_markets = markets;
    refreshSoon();
}

/// Once for all that changes in one turn of the event loop.
void BrowsePage::refreshSoon() {
    if (!m_refreshSoon.isActive()) m_refreshSoon.start(0);
}

void BrowsePage::refresh() {
    tellState();
    const bool hostsShown = m_states->state() == FourStatePage::State::Content || m_filter.criteria().any();
    m_filters->setVisible(hostsShown && m_filter.hosts().rowCount() > 0);
    tellSummary();
    tellBanner();
    tellPreview();
}

void BrowsePage::tellState() {
    const int hosts = m_filter.hosts().rowCount();
    if (tellError() || (hosts == 0 && tellLoading())) return;
    if (m_markets.empty() && hosts == 0) return tellNoMarket();
    if (hosts == 0) return tellNoHost();
    if (m_filter.rowCount() == 0) return tellNothingFits();
    m_states->showContent();
}

/// All marketplaces are lost.
bool BrowsePage::tellError() {
    if (m_markets.empty() || !std::all_of(m_markets.begin(), m_markets.end(), isLost)) {
        m_shownTrouble.clear();
        return false;
    }
    const MarketFacts& first = m_markets.front();
    const bool one = m_markets.size() == 1;
    StateText text;
    text.title = one ? tr("%1 does not answer").arg(nameOf(first)) : tr("No marketplace answers");
    QStringList names;
    for (const MarketFacts& market : m_markets)
        names << nameOf(market);
    const QString what = one && !first.trouble.subject.isEmpty()
                             ? first.trouble.subject + QLatin1Char(' ') + first.trouble.sentence
                             : tr("no answer from %1").arg(namesOf(names));
    const QString since = first.since > 0 ? momentText(first.since, clockNow()) : QString();
    text.sentence =
        (since.isEmpty() ? tr("Lost: %1. ").arg(what) : tr("Lost since %1: %2. ").arg(since, what)) +
        tr("Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.");
    text.secondary = tr("Other marketplace");
    qint64 next = 0;
    for (const MarketFacts& market : m_markets)
        if (market.nextTry > 0 && (next == 0 || market.nextTry < next)) next = market.nextTry;
    const QString said = text.title + text.sentence + QString::number(next);
    if (said == m_shownTrouble && m_states->state() == FourStatePage::State::Error) return true;
    m_shownTrouble = said;
    const qint64 seconds = (next - clockNow() + 999) / 1000;
    m_states->showError(text, next > 0 ? static_cast<int>(std::clamp<qint64>(seconds, 1, 3600)) : 0);
    return true;
}

/// A market that is being asked, or has only just answered, may still name its hosts.
bool BrowsePage::tellLoading() {
    if (!m_told) {
        if (!m_grace.isActive()) return false;
        m_states->showLoading();
        return true;
    }
    for (const MarketFacts& market : m_markets) {
        const bool fresh = market.state == LinkState::Up && clockNow() - market.since < kGraceMs;
        if (market.state != LinkState::Connecting && !fresh) continue;
        QString words = tr("Connecting to %1").arg(nameOf(market));
        if (market.hosts > 0)
            words = tr("%1 of %2 hosts from %3").arg(countText(0), countText(market.hosts), nameOf(market));
        else if (fresh)
            words = tr("Asking %1 for its hosts").arg(nameOf(market));
        m_states->showLoading(words);
        if (fresh) m_grace.start(kGraceMs);
        return true;
    }
    return false;
}

void BrowsePage::showEmpty(const StateText& text, Way primary, Way secondary, Way link) {
    m_primary = primary;
    m_secondary = secondary;
    m_link = link;
    m_states->showEmpty(text);
}

void BrowsePage::tellNoMarket() {
    StateText text;
    text.title = tr("No marketplace yet");
    text.sentence = tr("Hosts are listed on marketplaces. Add one by its address or a link, or look around in a small "
                       "market on this computer, with play credits.");
    text.primary = tr("Add a marketplace");
    text.secondary = tr("Look around in the demo");
    text.link = tr("List this machine");
    text.icon = "hub";
    showEmpty(text, Way::AddMarket, Way::Demo, Way::Host);
}

void BrowsePage::tellNoHost() {
    QStringList names;
    for (const MarketFacts& market : m_markets)
        if (!isLost(market)) names << nameOf(market);
    StateText text;
    text.title = names.size() == 1 ? tr("No host on %1 yet").arg(names.front()) : tr("No host yet");
    text.sentence = tr("Nobody has listed a machine here. Be the first host: you are paid within seconds for the steps "
                       "that win.");
    text.primary = tr("List this machine");
    text.secondary = tr("Add a marketplace");
    text.link = tr("Look around in the demo");
    text.icon = "host";
    showEmpty(text, Way::Host, Way::AddMarket, Way::Demo);
}

/// Which filters hide all, and the smallest step that shows a host again.
void BrowsePage::tellNothingFits() {
    const HostCriteria& now = m_filter.criteria();
    StateText text;
    text.title = tr("No host fits");
    text.sentence = tr("%n host(s) are hidden by: %1.", nullptr, m_filter.hosts().rowCount()).arg(criteriaWords(now));
    text.primary = tr("Clear filters");
    Way primary = Way::ClearFilters;
    HostCriteria any = now;
    any.clear(Filter::Price);
    const HostFacts* cheapest = nullptr;
    if (now.priceMax) cheapest = m_filter.cheapest(any);
    if (cheapest) {
        m_suggested = now;
        m_suggested.priceMax = cheapest->pricePerHour;
        text.sentence +=
            QLatin1Char(' ') +
            tr("The nearest is %1: %2 at %3.").arg(hostName(*cheapest), cheapest->device, pricePerHourText(*cheapest));
        text.primary = tr("Raise price to %1").arg(priceFigure(cheapest->pricePerHour));
        primary = Way::RaisePrice;
    }
    for (int i = 0; i < static_cast<int>(Filter::Count) && !cheapest && now.count() > 1; ++i) {
        HostCriteria less = now;
        less.clear(static_cast<Filter>(i));
        const int count = now.has(static_cast<Filter>(i)) ? m_filter.countWith(less) : 0;
        if (count == 0) continue;
        m_suggested = less;
        text.sentence +=
            QLatin1Char(' ') +
            tr("Without “%1” there would be %n.", nullptr, count).arg(filterWords(now, static_cast<Filter>(i)));
        text.primary = tr("Leave that out");
        primary = Way::DropFilter;
        break;
    }
    if (primary != Way::ClearFilters) text.secondary = tr("Clear filters");
    showEmpty(text, primary, Way::ClearFilters, Way::ClearFilters);
}

void BrowsePage::go(Way way) {
    switch (way) {
    case Way::AddMarket:
        emit addMarketWanted();
        return;
    case Way::Demo:
        emit demoWanted();
        return;
    case Way::Host:
        emit hostWanted();
        return;
    case Way::ClearFilters:
        return clearFilters();
    case Way::RaisePrice:
    case Way::DropFilter:
        return setCriteria(HostCriteria(m_suggested));
    }
}

void BrowsePage::retryLost() {
    for (const MarketFacts& market : std::vector<MarketFacts>(m_markets))
        if (isLost(market)) emit retryWanted(market.address);
}

void BrowsePage::tellSummary() {
    const bool shown = m_states->state() == FourStatePage::State::Content && m_filter.rowCount() > 0;
    m_count->setVisible(shown);
    m_summary->setVisible(shown);
    if (!shown) return;
    const int rows = m_filter.rowCount(), all = m_filter.hosts().rowCount();
    double free = 0;
    std::vector<double> prices;
    QSet<QString> addresses;
    bool video = true;
    for (int row = 0; row < rows; ++row) {
        const HostFacts& host = m_filter.host(row);
        if (host.free()) free += host.teraflops();
        prices.push_back(host.pricePerTeraflopHour());
        addresses.insert(host.market);
    }
    for (int row = 0; row < all && video; ++row)
        video = m_filter.hosts().host(row).engine.startsWith(QLatin1String("cuda"));
    m_filters->setVideoMemory(video);
    const auto middle = prices.begin() + static_cast<std::ptrdiff_t>(prices.size() / 2);
    std::nth_element(prices.begin(), middle, prices.end());
    QStringList names;
    for (const MarketFacts& market : m_markets)
        if (addresses.contains(market.address)) names << nameOf(market);
    m_count->setText(rows == all ? tr("%n host(s)", nullptr, all)
                                 : tr("%1 of %n host(s)", nullptr, all).arg(countText(static_cast<quint64>(rows))));
    QStringList parts;
    if (free > 0) {
        const QString rate = rateText(free);
        parts << tr("%1 exact %2 free now", "1.9 exact PFLOPS free now")
                     .arg(rate.section(QChar::Nbsp, 0, 0), rate.section(QChar::Nbsp, 1));
    } else {
        parts << tr("none is free now");
    }
    parts << tr("median %1 credits per verified TFLOP-hour").arg(perTeraflopFigure(*middle));
    if (!names.isEmpty()) parts << tr("from %1").arg(namesOf(names));
    m_summary->setText(QStringLiteral("· ") + parts.join(QStringLiteral(" · ")));
}

/// Some marketplaces are lost, the others are shown.
void BrowsePage::tellBanner() {
    QStringList lost, there;
    const MarketFacts* first = nullptr;
    for (const MarketFacts& market : m_markets) {
        (isLost(market) ? lost : there) << nameOf(market);
        if (isLost(market) && !first) first = &market;
    }
    const bool shown = first && !there.isEmpty();
    if (shown) {
        const QString since = momentText(first->since, clockNow());
        QString text = first->since > 0 ? tr("%1 has not answered since %2").arg(namesOf(lost), since)
                                        : tr("%1 does not answer").arg(namesOf(lost));
        text += tr(". What you see is from %1.").arg(namesOf(there));
        if (first->nextTry > 0)
            text += QLatin1Char(' ') + tr("Next try at %1.").arg(momentText(first->nextTry, clockNow()));
        if (!m_banner->accessibleName().endsWith(text)) m_banner->setMessage(Banner::Kind::Caution, text);
    }
    m_banner->setVisible(shown);
    m_bannerGap->setVisible(shown);
}

void BrowsePage::tellPreview() {
    if (!m_table) return;
    const bool wide = width() >= scaled(kPreviewFrom);
    m_beside->setVisible(wide);
    m_table->setPreviewed(wide);
    if (wide) m_preview->setHost(current());
}

} // namespace unchained::ui
