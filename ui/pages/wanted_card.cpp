// SPDX-License-Identifier: Apache-2.0
#include "pages/wanted_card.h"

#include "models/host_words.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/progress_bar.h"

#include <QBoxLayout>

#include <algorithm>
#include <array>

namespace unchained::ui {

namespace {

/// As cards are sold, and beyond them what a server has; the last is for all that is larger.
constexpr std::array<std::uint64_t, 7> kSizes{8, 12, 16, 24, 48, 80, 0};

std::size_t sizeOf(const HostFacts& host) {
    const std::uint64_t gigabytes = (host.memory + (1ULL << 29)) >> 30;
    std::size_t at = 0;
    while (kSizes[at] != 0 && gigabytes > kSizes[at])
        ++at;
    return at;
}

std::optional<double> middleOf(std::vector<double> asks) {
    if (asks.empty()) return std::nullopt;
    const auto half = asks.begin() + static_cast<std::ptrdiff_t>(asks.size() / 2);
    std::nth_element(asks.begin(), half, asks.end());
    return *half;
}

} // namespace

Wanted wantedNow(const std::vector<HostFacts>& hosts, const QByteArray& own) {
    std::array<WantedRow, kSizes.size()> rows;
    std::vector<double> taken, free;
    for (const HostFacts& host : hosts) {
        if (!host.online || host.peer == own) continue;
        WantedRow& row = rows[sizeOf(host)];
        ++row.hosts;
        row.taken += host.open ? 0 : 1;
        if (host.rate > 0) (host.open ? free : taken).push_back(host.pricePerTeraflopHour());
    }
    Wanted out{{}, middleOf(std::move(taken)), middleOf(std::move(free))};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].gigabytes = kSizes[i];
        if (rows[i].hosts > 0) out.rows.push_back(rows[i]);
    }
    return out;
}

WantedCard::WantedCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_asks(makeParagraph({}, Type::Small)),
      m_none(makeParagraph(tr("No other host is online on this marketplace now."), Type::Small)) {
    setHeading(tr("Wanted now"), tr("taken, of those online"));
    for (const std::uint64_t size : kSizes) {
        const QString name = size > 0 ? tr("up to %1 GB").arg(size) : tr("over %1 GB").arg(kSizes[kSizes.size() - 2]);
        auto* bar = new MarkBar(name, {}, 0);
        bar->setColumns(84, 60);
        bar->setBar(Token::C1, 6, true);
        m_bars.push_back(bar);
        body()->addWidget(bar);
    }
    body()->addSpacing(scaled(space::k4));
    body()->addWidget(m_asks);
    body()->addWidget(m_none);
    setHosts({}, {});
}

void WantedCard::setHosts(const std::vector<HostFacts>& hosts, const QByteArray& own) {
    const Wanted wanted = wantedNow(hosts, own);
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const auto row = std::find_if(wanted.rows.begin(), wanted.rows.end(),
                                      [i](const WantedRow& each) { return each.gigabytes == kSizes[i]; });
        m_bars[i]->setVisible(row != wanted.rows.end());
        if (row == wanted.rows.end()) continue;
        m_bars[i]->setValue(tr("%1 of %2").arg(row->taken).arg(row->hosts),
                            static_cast<double>(row->taken) / static_cast<double>(row->hosts));
    }
    QStringList asks;
    if (wanted.takenAsk)
        asks << tr("Those taken ask %1 a TFLOP-hour in the middle.").arg(perTeraflopFigure(*wanted.takenAsk));
    if (wanted.freeAsk) asks << tr("Those free ask %1.").arg(perTeraflopFigure(*wanted.freeAsk));
    m_asks->setText(asks.join(QLatin1Char(' ')));
    m_asks->setVisible(!asks.isEmpty());
    m_none->setVisible(wanted.rows.empty());
}

} // namespace unchained::ui
