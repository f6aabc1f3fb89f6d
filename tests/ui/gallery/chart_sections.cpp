// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "widgets/card.h"
#include "widgets/chart.h"
#include "widgets/chart_legend.h"
#include "widgets/label.h"
#include "widgets/strip_marks.h"
#include "widgets/tickets_popup.h"
#include "widgets/windows_strip.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QPushButton>

#include <array>
#include <cmath>

namespace unchained::ui::gallery {

namespace {

Card* chartCard(const QString& title, const QString& note, ChartData shown, QSize size) {
    auto* card = new Card;
    auto* chart = new Chart(title);
    card->setHeading(title, note);
    card->addToHeading(chart->legend());
    card->addToHeading(chart->tableButton());
    card->body()->addWidget(chart, 1);
    card->setFixedSize(scaled(size.width()), scaled(size.height()));
    chart->setData(std::move(shown));
    return card;
}

ChartSeries line(const QString& name, Token token, double from, double to, double bend) {
    ChartSeries out;
    out.name = name;
    out.token = token;
    for (int i = 0; i <= 60; ++i)
        out.points.append({i * 64.0, from + (to - from) * (1 - std::exp(-bend * i / 60.0)) + 0.02 * std::sin(i * 1.7)});
    return out;
}

ChartData stepsData() {
    ChartData shown;
    shown.x = {"step", ChartUnit::Count, 0, 0.0, 5200.0};
    shown.left = {"loss", ChartUnit::Number, 2, {}, {}};
    shown.empty = "The curve begins when the host hands over its first state.";
    return shown;
}

ChartData lottery() {
    ChartData shown;
    const double begin = static_cast<double>(QDate(2026, 9, 21).startOfDay().toMSecsSinceEpoch());
    constexpr double kHour = 3.6e6;
    shown.x = {"time", ChartUnit::Time, 0, begin, begin + 24 * kHour};
    shown.left = {"credits", ChartUnit::Credits, 2, 0.0, {}};
    ChartSeries received, expected, mining;
    received.name = "received";
    received.shape = ChartSeries::Shape::Steps;
    received.strong = true;
    expected.name = "expected";
    expected.stroke = ChartSeries::Stroke::Dashed;
    mining.name = "same device mining";
    mining.token = Token::C5;
    ChartBand band{"9 days in 10 inside", {}, {}};
    for (int i = 0; i <= 160; ++i) {
        const double x = begin + i * kHour / 10, mean = 1.2 * i, half = 1.645 * std::sqrt(1.2 * mean);
        received.points.append({x, std::max(0.0, 1.2 * std::floor(i + 4 * std::sin(i * 0.11)))});
        expected.points.append({x, mean});
        mining.points.append({x, 0.29 * i});
        band.low.append({x, std::max(0.0, mean - half)});
        band.high.append({x, mean + half});
    }
    shown.series = {received, expected, mining};
    shown.band = band;
    shown.marker = {begin + 16 * kHour, "now"};
    return shown;
}

QWidget* chartSection() {
    QWidget* section = makeSection("Charts");
    ChartData loss = stepsData();
    loss.right = {"accuracy", ChartUnit::Percent, 1, 0.0, {}};
    ChartSeries test = line("test loss", Token::C1, 4.5, 1.2, 5), accuracy = line("accuracy", Token::C3, 0, 0.6, 4);
    accuracy.rightAxis = true;
    test.label = accuracy.label = false;
    test.strong = true;
    loss.series = {test, accuracy};
    loss.marker = {3900, "now"};
    addRow(section, {chartCard("Learning", "two axes", loss, {500, 230}),
                     chartCard("Earned today", "credits", lottery(), {500, 230})});
    ChartData strokes = stepsData();
    constexpr std::array kTokens{Token::C1, Token::C2, Token::C3, Token::C4, Token::C5, Token::C6};
    for (std::size_t i = 0; i < kTokens.size(); ++i)
        strokes.series.push_back(line(QString("c%1").arg(i + 1), kTokens[i], 0, 1.0 + static_cast<double>(i), 3));
    ChartData market = lottery();
    market.left = {"right", ChartUnit::Percent, 0, 0.0, 1.0};
    market.band.reset();
    market.series.resize(1);
    for (QPointF& point : market.series[0].points)
        point.setY(0.97 - point.y() / 560);
    market.rule = {0.4, "below 40 % the machine check starts"};
    market.notes = {{market.series[0].points[80], "7 tickets on wrong, 1.04 credits"}};
    addRow(section, {chartCard("Strokes", "labels at the ends", strokes, {500, 230}),
                     chartCard("Market", "a rule and a note", market, {500, 230})});
    ChartData one = stepsData();
    one.series = {line("test loss", Token::C1, 4.5, 1.2, 5)};
    ChartData few = one;
    few.series[0].points.resize(1);
    Card* table = chartCard("As a table", "the key T", one, {324, 200});
    table->findChild<Chart*>()->setShowsTable(true);
    addRow(section,
           {chartCard("Empty", {}, stepsData(), {324, 200}), chartCard("One point", {}, few, {324, 200}), table});
    return section;
}

std::vector<WindowFacts> windows(std::size_t count, std::size_t drawn, std::uint32_t tickets) {
    std::vector<WindowFacts> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        out[i].tickets = tickets;
        out[i].state = i < drawn ? WindowState::Drawn : i == drawn ? WindowState::Computing : WindowState::Pending;
        if (i >= drawn || i % 3 == 1) continue;
        const WinState state = i + 1 == drawn   ? WinState::Won
                               : i + 5 > drawn  ? WinState::Right
                               : i + 9 == drawn ? WinState::Wrong
                                                : WinState::Paid;
        out[i].wins.push_back({(i * 29) % tickets, state});
    }
    if (drawn > 3) out[drawn - 3] = {WindowState::Late, tickets, {}};
    return out;
}

QWidget* stripSection() {
    QWidget* section = makeSection("Windows strip");
    const auto add = [section](const QString& title, std::vector<WindowFacts> facts, std::uint64_t tickets, int width) {
        auto* card = new Card;
        auto* strip = new WindowsStrip;
        auto* legend = new StripLegend;
        legend->setLate(true);
        card->setHeading(title);
        card->body()->setSpacing(scaled(space::k8));
        card->body()->addWidget(strip);
        card->body()->addWidget(legend);
        card->setFixedWidth(scaled(width));
        strip->setWindows(std::move(facts), tickets);
        addRow(section, {card});
        return strip;
    };
    focused(add("64 windows of 64 tickets", windows(64, 43, 64), 64, 742));
    add("600 windows, the older and those far ahead merged", windows(600, 300, 64), 64, 1032);
    WindowsStrip* few = add("8 windows of 4 tickets", windows(8, 5, 4), 4, 742);
    few->setCursor(3);
    return section;
}

} // namespace

QList<Section> chartSections() {
    return {{"charts", chartSection}, {"strip", stripSection}};
}

} // namespace unchained::ui::gallery
