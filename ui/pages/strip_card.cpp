// SPDX-License-Identifier: Apache-2.0
#include "pages/strip_card.h"

#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/strip_marks.h"
#include "widgets/windows_strip.h"

#include <QBoxLayout>
#include <QLocale>

#include <algorithm>

namespace unchained::ui {

StripCard::StripCard(QWidget* parent)
    : Card(CardKind::Raised, parent), m_strip(new WindowsStrip), m_legend(new StripLegend),
      m_number(makeLabel({}, Type::Small)), m_now(makeLabel({}, Type::Small, Token::Text2)),
      m_sum(makeLabel({}, Type::Small, Token::Text2)), m_none(makeLabel({}, Type::Small, Token::Text2)) {
    setHeading(tr("Windows"));
    m_number->setWeight(QFont::DemiBold);
    auto* pointed = new QWidget;
    auto* words = new QHBoxLayout(pointed);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(scaled(space::k4));
    words->addWidget(m_number);
    words->addWidget(m_now);
    addToHeading(pointed);
    auto* below = new QHBoxLayout;
    below->setSpacing(scaled(space::k16));
    below->addWidget(m_legend, 1);
    below->addWidget(m_sum, 0, Qt::AlignTop);
    m_none->setText(tr("The windows are known when a host has accepted the job"));
    body()->setSpacing(scaled(space::k8));
    body()->addWidget(m_none);
    body()->addWidget(m_strip);
    body()->addLayout(below);
    connect(m_strip, &WindowsStrip::cursorMoved, this, &StripCard::tellWindow);
    setJob({});
}

void StripCard::setJob(const JobFacts& job) {
    const QByteArray contract = job.contracts.empty() ? QByteArray() : job.contracts.back().contract;
    if (job.id != m_id || contract != m_contract) m_strip->forget();
    m_id = job.id;
    m_contract = contract;
    const bool any = !job.windows.empty() && job.ticketsPerWindow > 0;
    m_none->setVisible(!any);
    m_strip->setVisible(any);
    m_legend->setVisible(any);
    m_sum->setVisible(any);
    setHeading(tr("Windows"), any ? noteOf(job) : QString());
    const std::uint64_t firstStep = job.contracts.empty() ? 1 : job.contracts.back().firstStep;
    m_strip->setWindows(any ? job.windows : std::vector<WindowFacts>(), job.ticketsPerWindow, job.firstWindow,
                        firstStep);
    m_legend->setLate(std::any_of(job.windows.begin(), job.windows.end(),
                                  [](const WindowFacts& each) { return each.state == WindowState::Late; }));
    m_sum->setText(tr("%1 won, %2 expected").arg(countText(job.won), QLocale().toString(job.wonExpected, 'f', 1)));
    tellWindow();
}

std::optional<int> StripCard::widthIn(int room) const {
    constexpr int kUsual = 64;
    const QMargins margins = layout()->contentsMargins();
    const int around = margins.left() + margins.right();
    const int windows = static_cast<int>(m_strip->windows().size());
    const int columns = std::clamp(windows, kUsual, WindowsStrip::kColumnsMax);
    const int least = std::max(WindowsStrip::widthFor(kUsual), WindowsStrip::leastWidthFor(columns)) + around;
    if (least > room) return std::nullopt;
    return std::min(room, WindowsStrip::widthFor(columns) + around);
}

QString StripCard::noteOf(const JobFacts& job) {
    const int tickets = static_cast<int>(std::min<std::uint64_t>(job.ticketsPerWindow, 1'000'000));
    const QString each = tr("%n ticket(s) each", nullptr, tickets);
    const QString odds = job.odds <= 1 ? tr("every ticket wins") : tr("one ticket in %1 wins").arg(countText(job.odds));
    if (job.ticketsPerWindow <= kStripBlocks) return tr("%1, %2").arg(each, odds);
    const QString block = job.ticketsPerWindow % kStripBlocks == 0
                              ? tr("a block is %n ticket(s)", nullptr, tickets / kStripBlocks)
                              : tr("a block is about %n ticket(s)", nullptr, (tickets + 4) / kStripBlocks);
    return tr("%1; %2, %3").arg(each, block, odds);
}

void StripCard::tellWindow() {
    const int at = m_strip->cursor();
    const bool any = at >= 0 && at < static_cast<int>(m_strip->windows().size());
    m_number->setVisible(any);
    m_now->setVisible(any);
    if (!any) return;
    const WindowFacts& window = m_strip->windows()[static_cast<std::size_t>(at)];
    m_number->setText(tr("Window %1:").arg(countText(m_strip->numberOf(at))));
    m_now->setText(
        window.state == WindowState::Drawn
            ? tr("%1 of %2 won").arg(countText(static_cast<quint64>(wonIn(window))), countText(window.tickets))
            : wordOf(window.state));
}

} // namespace unchained::ui
