// SPDX-License-Identifier: Apache-2.0
#include "sections.h"

#include "theme/icons.h"
#include "widgets/controls.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>

namespace unchained::ui::gallery {

namespace {

QWidget* typeSection() {
    QWidget* section = makeSection("Type");
    const QList<std::pair<Type, QString>> types{
        {Type::Page, "Page 20/28/600"}, {Type::Section, "Section 15/22/600"}, {Type::CardTitle, "Card 14/20/600"},
        {Type::Body, "Body 13/20/400"}, {Type::Value, "Value 13/20/500"},     {Type::Small, "Small 12/16"},
        {Type::Axis, "Axis 11/14"},
    };
    for (const auto& [type, name] : types) {
        addRow(section, {makeLabel(name, type), makeLabel("text2", type, Token::Text2),
                         makeLabel("text3", type, Token::Text3), makeLabel("link", type, Token::AccentText),
                         new FigureLabel("1,111.11", "credits", type), new FigureLabel("8,088.88", "credits", type)});
    }
    addRow(section,
           {new FigureLabel("−121", "credits", Type::Figure), new FigureLabel("5 h 28 min", {}, Type::FigureSmall)});
    auto* words = makeParagraph("Stake credits on whether a claimed step is right. Without a check all stakes come "
                                "back. This paragraph wraps at four hundred pixels and its lines are twenty high.");
    words->setFixedWidth(400);
    auto* elided = makeLabel("An elided label that does not fit into its place", Type::Body);
    elided->setElided(true);
    elided->setFixedWidth(180);
    addRow(section, {words, elided, disabled(makeLabel("disabled"))});
    return section;
}

class Swatch final : public QWidget {
public:
    Swatch(Token token, QString name) : m_token(token), m_name(std::move(name)) { setFixedSize(96, 44); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setPen(color(Token::Border));
        painter.setBrush(color(m_token));
        painter.drawRect(0, 0, 95, 22);
        painter.setPen(color(Token::Text2));
        painter.setFont(ui::font(Type::Axis));
        painter.drawText(QRect(0, 26, 96, 16), m_name);
    }

private:
    Token m_token;
    QString m_name;
};

QWidget* colourSection() {
    QWidget* section = makeSection("Colour");
    const QStringList names{"canvas",    "rail",      "sunken",   "raised",     "hover",     "border",  "strong",
                            "text",      "text2",     "text3",    "accentText", "right",     "won",     "wrong",
                            "accent",    "hover",     "onAccent", "accentSoft", "rightSoft", "wonSoft", "wrongSoft",
                            "rightFill", "wrongFill", "wonFill",  "onMark",     "onWon",     "lost",    "grid",
                            "band",      "c1",        "c2",       "c3",         "c4",        "c5",      "c6"};
    auto* grid = new QWidget;
    auto* cells = new QGridLayout(grid);
    for (int i = 0; i < static_cast<int>(Token::Count); ++i)
        cells->addWidget(new Swatch(static_cast<Token>(i), names.value(i)), i / 9, i % 9);
    addRow(section, {grid});
    return section;
}

QWidget* iconSection() {
    QWidget* section = makeSection("Icons");
    auto* grid = new QWidget;
    auto* cells = new QGridLayout(grid);
    cells->setHorizontalSpacing(22);
    int at = 0;
    for (const QString& name : iconNames()) {
        const QByteArray file = name.toLatin1();
        auto* cell = new QWidget;
        auto* column = new QVBoxLayout(cell);
        column->setContentsMargins(0, 0, 0, 0);
        auto* row = new QHBoxLayout;
        row->addWidget(new IconLabel(file.constData(), Token::Text, 16));
        row->addWidget(new IconLabel(file.constData(), Token::Text, 20));
        row->addWidget(new IconLabel(file.constData(), Token::Text2, 40));
        row->addStretch(1);
        column->addLayout(row);
        column->addWidget(makeLabel(name, Type::Axis, Token::Text2));
        cells->addWidget(cell, at / 9, at % 9);
        ++at;
    }
    addRow(section, {grid});
    return section;
}

QWidget* buttonSection() {
    QWidget* section = makeSection("Buttons");
    const auto row = [section](const QString& caption, ButtonKind kind, const QString& text, const char* iconName) {
        addRow(section,
               {makeButton(kind, text), makeButton(kind, text, iconName), hovered(makeButton(kind, "Hover", iconName)),
                focused(makeButton(kind, "Focus", iconName)), disabled(makeButton(kind, "Disabled", iconName))},
               caption);
    };
    row("primary", ButtonKind::Primary, "Try again", "retry");
    row("secondary", ButtonKind::Secondary, "Pause", "pause");
    row("danger", ButtonKind::Danger, "Cancel", "stop");
    row("quiet", ButtonKind::Quiet, "Copy address", "link");
    row("link", ButtonKind::Link, "Ask for more checks", "plus");
    addRow(section,
           {makeBigButton("Lock 74.40 credits and start"), makeBigButton("Review and rent"),
            focused(makeBigButton("Focus")), disabled(makeBigButton("Disabled"))},
           "big");
    addRow(section,
           {makeIconButton("settings", "Settings"), hovered(makeIconButton("bell", "News")),
            focused(makeIconButton("copy", "Copy")), disabled(makeIconButton("qr", "Code"))},
           "icon");
    auto* chosen = makeChoice("Bad faith");
    auto* answers = new QWidget;
    auto* line = new QHBoxLayout(answers);
    line->setContentsMargins(0, 0, 0, 0);
    for (QWidget* answer : {makeChoice("Faulty card"), chosen, makeChoice("Cannot tell")})
        line->addWidget(answer);
    chosen->setChecked(true);
    addRow(section, {answers, new Stepper("Tickets", 1, 99, 2), focused(new Stepper("Tickets", 1, 99, 1))}, "choice");
    return section;
}

QWidget* fieldSection() {
    QWidget* section = makeSection("Fields");
    auto* search = new SearchField("Search hosts, devices, places", "Ctrl K");
    search->setFixedWidth(360);
    auto* filled = new SearchField("Search hosts, devices, places", "Ctrl K");
    filled->setText("RTX 4090 in Turin");
    filled->setFixedWidth(300);
    addRow(section, {search, focused(filled)}, "search");
    auto* wrong = new UnitField("Spend at most", "-3", "credits");
    wrong->setMistake("Spend at most must be above 0.");
    addRow(section,
           {withLabel("Spend at most", new UnitField("Spend at most", "74.40", "credits")), withLabel("Wrong", wrong),
            withLabel("Hover", hovered(new UnitField("h", "1.20", "credits"))),
            withLabel("Disabled", disabled(new UnitField("d", "1.20", "credits")))},
           "with unit");
    auto* combo = new QComboBox;
    combo->addItem(icon("file"), "Character GPT, 4,096 steps");
    auto* off = new QComboBox;
    off->addItem("Sentiment CNN");
    auto* ringed = new QComboBox;
    ringed->addItem("Standing");
    addRow(section,
           {withLabel("Job", combo), withLabel("Focus", focused(ringed)), withLabel("Disabled", disabled(off))},
           "combo box");
    auto* checked = new QCheckBox("Pay by itself");
    checked->setChecked(true);
    auto* offChecked = new QCheckBox("Disabled");
    offChecked->setChecked(true);
    auto* radio = new QRadioButton("Learning rate");
    radio->setChecked(true);
    addRow(section,
           {new QCheckBox("Off"), checked, disabled(offChecked), focused(new QCheckBox("Focus")), radio,
            new QRadioButton("Another")},
           "check, radio");
    auto* text = new QPlainTextEdit("A review of several lines.\nIt has the look of a field.");
    text->setFixedSize(280, 76);
    auto* menu = new QMenu(section);
    menu->addAction(icon("copy"), "Copy address");
    menu->addAction(icon("off"), "Block this host");
    menu->addSeparator();
    menu->addAction("Disabled")->setEnabled(false);
    menu->setActiveAction(menu->actions().first());
    auto* shown = new QLabel;
    menu->ensurePolished();
    menu->adjustSize();
    shown->setPixmap(menu->grab());
    addRow(section, {text, shown}, "text, menu");
    auto* table = new QTableWidget(3, 3);
    table->setHorizontalHeaderLabels({"time", "received", "expected"});
    for (int i = 0; i < 9; ++i)
        table->setItem(i / 3, i % 3, new QTableWidgetItem(QString::number(17.2 * i)));
    table->verticalHeader()->hide();
    table->setFixedSize(340, 140);
    table->selectRow(1);
    addRow(section, {table}, "table");
    return section;
}

} // namespace

QList<Section> basicSections() {
    return {{"type", typeSection},
            {"colour", colourSection},
            {"icons", iconSection},
            {"buttons", buttonSection},
            {"fields", fieldSection}};
}

} // namespace unchained::ui::gallery
