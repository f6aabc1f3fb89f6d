// SPDX-License-Identifier: Apache-2.0
#include "pages/price_comparison.h"

#include "pages/listing_words.h"
#include "pages/price_table.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace unchained::ui {

namespace {

constexpr int kComparisonRow = 20;
constexpr std::size_t kHostsLeast = 3; ///< a median of fewer says nothing

/// Of what the same work costs, so that fast and slow machines compare.
std::optional<double> medianOf(const std::vector<HostFacts>& hosts) {
    std::vector<double> prices;
    for (const HostFacts& each : hosts)
        if (each.rate > 0 && !each.blocked) prices.push_back(each.pricePerTeraflopHour());
    if (prices.size() < kHostsLeast) return std::nullopt;
    std::sort(prices.begin(), prices.end());
    const std::size_t half = prices.size() / 2;
    return prices.size() % 2 == 1 ? prices[half] : (prices[half - 1] + prices[half]) / 2;
}

} // namespace

PriceComparison::PriceComparison(QWidget* parent)
    : QWidget(parent), m_cloud(new MarkBar(tr("Cloud on demand"), {}, 0)),
      m_medianBar(new MarkBar(tr("Median host here"), {}, 0)), m_here(new MarkBar(tr("This host"), {}, 0)),
      m_mining(new MarkBar(tr("Host if mining"), {}, 0)), m_source(makeParagraph({}, Type::Axis, Token::Text3)) {
    auto* heading = new QHBoxLayout;
    heading->addWidget(makeLabel(tr("One hour of this machine"), Type::Value));
    heading->addStretch(1);
    heading->addWidget(makeLabel(tr("credits"), Type::Small, Token::Text2));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addSpacing(scaled(space::k2));
    for (MarkBar* bar : {m_cloud, m_medianBar, m_here, m_mining}) {
        bar->setColumns(124, 60);
        bar->setBar(Token::C5, 9, false);
        bar->setRowHeight(kComparisonRow);
        column->addWidget(bar);
    }
    column->addSpacing(scaled(space::k4));
    column->addWidget(m_source);
    m_here->setBar(Token::Accent, 9, false);
    m_here->setEmphasised(true);
    m_medianBar->setToolTip(tr("The same work at the median price of all hosts on this marketplace"));
}

void PriceComparison::setHost(const HostFacts& host) {
    m_host = host;
    fill();
}

void PriceComparison::setMarketHosts(const std::vector<HostFacts>& hosts) {
    m_median = medianOf(hosts);
    fill();
}

void PriceComparison::fill() {
    const PriceTable& table = priceTable();
    const auto cloud = table.cloud(m_host.device), mining = table.mining(m_host.device);
    const double here = 1e-6 * static_cast<double>(m_host.pricePerHour.micro());
    std::optional<double> median;
    if (m_median) median = *m_median * m_host.teraflops();
    const double most = std::max(
        {here, cloud ? cloud->creditsPerHour : 0, median.value_or(0), mining ? mining->creditsPerHour : 0, 1e-6});
    const auto show = [most](MarkBar* bar, std::optional<double> credits) {
        bar->setVisible(credits.has_value());
        if (credits) bar->setValue(creditText(creditsFrom(*credits)), *credits / most);
    };
    show(m_cloud, cloud ? std::optional(cloud->creditsPerHour) : std::nullopt);
    show(m_medianBar, median);
    show(m_here, here);
    show(m_mining, mining ? std::optional(mining->creditsPerHour) : std::nullopt);
    m_cloud->setToolTip(cloud ? tr("Cloud: %1").arg(cloud->source) : QString());
    m_mining->setToolTip(mining ? tr("Mining, before electricity: %1").arg(mining->source) : QString());
    m_source->setVisible(cloud || mining);
    m_source->setText(tr("Figures of %1, 1 credit as %2 US dollars")
                          .arg(table.asOf(), QLocale().toString(table.dollarsPerCredit(), 'g', 6)));
    const QString sources = QStringList{m_cloud->toolTip(), m_mining->toolTip()}.join(QLatin1Char('\n')).trimmed();
    m_source->setToolTip(sources);
    m_source->setAccessibleDescription(sources);
}

} // namespace unchained::ui
