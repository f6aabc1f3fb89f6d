// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "widgets/controls.h"

#include <QBoxLayout>

namespace unchained::ui::gallery {

namespace {

Chip* chip(const QString& text, bool active = false) {
    auto* out = new Chip(text);
    out->setActive(active);
    return out;
}

Chip* tab(const QString& text, bool active) {
    auto* out = chip(text, active);
    out->setPlain(true);
    out->setSmall(true);
    return out;
}

QWidget* chipSection() {
    QWidget* section = makeSection("Chips and badges");
    addRow(section,
           {chip("Device"), chip("VRAM"), chip("Up to 60 credits/h", true), chip("Rated 4.4 or new", true),
            makeButton(ButtonKind::Quiet, "Clear")},
           "filters");
    addRow(section,
           {hovered(chip("Hover")), hovered(chip("Hover", true)), focused(chip("Focus")), focused(chip("Focus", true)),
            disabled(chip("Disabled"))},
           "states");
    addRow(section, {tab("Open 48", true), tab("Mine 5", false), tab("Settled", false)}, "tabs");
    auto* flow = new QWidget;
    auto* layout = new FlowLayout(flow);
    for (int i = 1; i < 9; ++i)
        layout->addWidget(chip(QString("Filter number %1").arg(i), i % 3 == 0));
    flow->setFixedWidth(520);
    flow->setFixedHeight(layout->heightForWidth(520));
    addRow(section, {flow}, "flow");
    addRow(section,
           {new Badge("All right", Tone::Right), new Badge("Running", Tone::Info, "bolt"),
            new Badge("Panel votes", Tone::Won, "clock"), new Badge("Failed a check", Tone::Wrong, "warn"),
            new Badge("Won", Tone::Won), new Badge("Paused", Tone::Neutral, "pause"),
            new Badge("Free now", Tone::Right, "bolt"), new Badge("step 613", Tone::Wrong, "")},
           "badges");
    return section;
}

QWidget* switchSection() {
    QWidget* section = makeSection("Switch, slider, stars, segments, progress");
    const auto turned = [](Switch* made) {
        made->setChecked(true);
        return made;
    };
    addRow(section,
           {new Switch("a"), turned(new Switch("b")), hovered(turned(new Switch("c"))),
            focused(turned(new Switch("d"))), disabled(new Switch("e")), disabled(turned(new Switch("f")))},
           "switch");
    auto* ends = new EndsSlider("Bond against checks", "More bond", "more checks");
    ends->slider()->setValue(44);
    ends->setFixedWidth(143);
    auto* filled = new Slider("Your own chance that it is right");
    filled->setFilled(true);
    filled->setValue(30);
    filled->setTick(50);
    filled->setFixedWidth(302);
    auto* ringed = new Slider("Focus");
    ringed->setValue(70);
    auto* off = new Slider("Disabled");
    off->setValue(40);
    addRow(section, {ends, filled, focused(ringed), disabled(off)}, "slider");
    auto* given = new StarsInput("As described");
    given->setValue(4);
    addRow(section,
           {new Stars(4.94, 212), new Stars(4.11, 1284), new Stars(0, 0), given, focused(new StarsInput("Speed"))},
           "stars");
    const QList<Segment> spans{{"Day", {}}, {"Week", {}}, {"Year", {}}};
    auto* wide = new SegmentedControl("Side", {{"Right, 0.62", {}}, {"Wrong, 0.38", {}}});
    wide->setStretched(true);
    wide->setBarHeight(38);
    wide->setFixedWidth(302);
    wide->setCurrent(1);
    auto* views = new SegmentedControl("View", {{"Grid", "grid"}, {"List", "list"}}, SegmentedControl::Look::Outline);
    views->setBarHeight(32);
    auto* tabs = new SegmentedControl("Parts", {{"Earnings", {}}, {"Listing", {}}, {"Renters", {}}});
    auto* ring = new SegmentedControl("Span", spans, SegmentedControl::Look::Outline);
    focused(ring->button(0));
    addRow(section,
           {tabs, new SegmentedControl("Span", spans, SegmentedControl::Look::Outline), views, ring,
            disabled(new SegmentedControl("Off", spans))},
           "segments");
    addRow(section, {wide}, "stretched");
    const auto bar = [](double share, bool thin, Token fill) {
        auto* made = new ProgressBar("progress", thin);
        made->setShare(share);
        made->setFill(fill);
        made->setFixedWidth(160);
        return made;
    };
    addRow(section,
           {bar(0.65, false, Token::Accent), bar(0.002, false, Token::Accent), bar(1, false, Token::RightFill),
            bar(0.9, true, Token::Accent), bar(0, true, Token::Accent)},
           "progress");
    return section;
}

QWidget* figureSection() {
    QWidget* section = makeSection("Figures");
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    const QList<QStringList> figures{{"Received today", "186.00", "credits", "155 wins, three rentals"},
                                     {"After electricity", "115.00", "credits", "7.1 kWh at 10 credits"},
                                     {"Paid within", "38 s", "", "median, last 50 claims"},
                                     {"Validation loss", "1.21", "", "accuracy 62.4 %"}};
    for (int i = 0; i < figures.size(); ++i) {
        auto* figure = new Figure(figures[i][0]);
        figure->set(figures[i][1], figures[i][2], figures[i][3]);
        figure->setParted(i > 0);
        line->addWidget(figure);
    }
    row->setFixedWidth(860);
    addRow(section, {row});

    auto* list = new Card;
    list->setFixedWidth(276);
    list->setHeading("Verification");
    list->addToHeading(new Badge("All right", Tone::Right));
    auto* gain = new Card(CardKind::Right);
    auto* figure = new Figure("Expected gain of cheating", Type::Figure);
    figure->set("−121", "credits", "per faked step that is drawn");
    figure->setToken(Token::Right);
    gain->body()->addWidget(figure);
    list->body()->addWidget(gain);
    list->body()->addSpacing(8);
    const QList<QStringList> rows{
        {"Checks made", "26 of 27 wins"}, {"Found wrong", "0"}, {"Market says right", "99.7 %"}};
    for (const QStringList& pair : rows)
        list->body()->addWidget(new KeyValueRow(pair[0], pair[1]));
    auto* lose = new KeyValueRow("If right, you lose");
    lose->setValue("0.96 credits", Token::Wrong);
    list->body()->addWidget(lose);
    list->body()->addSpacing(8);
    list->body()->addWidget(makeLine());
    list->body()->addSpacing(8);
    list->body()->addWidget(makeLabel("Chance to catch", Type::Small, Token::Text2));
    const QList<std::tuple<QString, QString, double>> chances{
        {"1 chosen step", "1.0 %", 0.01}, {"1 % faked", "33.1 %", 0.331}, {"10 % faked", "98.5 %", 0.985}};
    for (const auto& [label, value, share] : chances) {
        auto* bar = new MarkBar(label, value, share);
        bar->setBar(Token::Right, 6, true);
        bar->setColumns(100, 54);
        list->body()->addWidget(bar);
    }

    auto* hour = new Card;
    hour->setFixedWidth(344);
    hour->setHeading("One hour of this card");
    hour->addToHeading(makeLabel("credits", Type::Small, Token::Text2));
    const QList<std::tuple<QString, QString, double>> prices{{"Cloud on demand", "44.00", 1},
                                                             {"Median host here", "9.30", 0.21},
                                                             {"This host", "9.00", 0.2},
                                                             {"Host if mining", "1.90", 0.04}};
    for (const auto& [label, value, share] : prices) {
        auto* bar = new MarkBar(label, value, share);
        bar->setColumns(126, 52);
        bar->setBar(label == "This host" ? Token::Accent : Token::C5, 10, false);
        bar->setEmphasised(label == "This host");
        hour->body()->addWidget(bar);
    }
    hour->body()->addStretch(1);
    addRow(section, {list, hour});
    return section;
}

} // namespace

QList<Section> controlSections() {
    return {{"chips", chipSection}, {"controls", switchSection}, {"figures", figureSection}};
}

} // namespace unchained::ui::gallery
