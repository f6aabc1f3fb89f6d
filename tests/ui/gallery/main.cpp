// SPDX-License-Identifier: Apache-2.0
// Every widget in every state. With --out it writes one picture a section and ends.
#include "sections.h"

#include "picture.h"

#include "theme/focus_ring.h"
#include "theme/theme.h"
#include "widgets/four_state_page.h"
#include "widgets/label.h"

#include <QApplication>
#include <QBoxLayout>
#include <QCommandLineParser>
#include <QDir>
#include <QPixmap>
#include <QScrollArea>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace unchained::ui::gallery {

QWidget* makeSection(const QString& heading) {
    auto* section = new QWidget;
    auto* column = new QVBoxLayout(section);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(makeLabel(heading, Type::Page));
    return section;
}

void addRow(QWidget* section, const QList<QWidget*>& widgets, const QString& caption) {
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    if (!caption.isEmpty()) {
        auto* label = makeLabel(caption, Type::Small, Token::Text2);
        label->setFixedWidth(110);
        row->addWidget(label);
    }
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    static_cast<QBoxLayout*>(section->layout())->addLayout(row);
}

namespace {

QWidget* built(const Section& section) {
    QWidget* widget = section.make();
    widget->setAutoFillBackground(true);
    widget->setMinimumWidth(1080);
    return widget;
}

void showRings(QWidget* root) {
    for (QWidget* widget : root->findChildren<QWidget*>())
        if (widget->property("showRing").toBool()) new FocusRing(widget);
}

/// True where all pictures were written, and something is in each.
bool write(const QList<Section>& sections, const QString& folder) {
    QDir().mkpath(folder);
    bool all = true;
    for (const Section& section : sections) {
        const std::unique_ptr<QWidget> widget(built(section));
        widget->show();
        widget->resize(widget->sizeHint());
        showRings(widget.get());
        (void)QTest::qWaitForWindowExposed(widget.get());
        const auto pages = widget->findChildren<FourStatePage*>();
        (void)QTest::qWaitFor([&pages] { return std::ranges::all_of(pages, &FourStatePage::isSettled); });
        const QString path = folder + QLatin1Char('/') + section.name + QStringLiteral(".png");
        const QImage image = widget->grab().toImage();
        if (picture::isBlank(image)) qCritical("%s is empty", qPrintable(section.name));
        const bool saved = image.save(path);
        if (!saved) qCritical("cannot write %s", qPrintable(path));
        all = all && saved && !picture::isBlank(image);
    }
    return all;
}

int run(QApplication& app) {
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption({"dark", "the dark look"});
    options.addOption({"contrast", "high contrast, with --dark the dark one"});
    options.addOption({"scale", "size of text, 0.8 to 2", "factor", "1"});
    options.addOption({"only", "one section", "name"});
    options.addOption({"out", "write a picture of each section there and end", "folder"});
    options.process(app);

    Appearance wanted;
    const bool dark = options.isSet("dark"), contrast = options.isSet("contrast");
    wanted.look = contrast ? dark ? Look::HighContrastDark : Look::HighContrastLight : dark ? Look::Dark : Look::Light;
    wanted.textScale = options.value("scale").toDouble();
    wanted.motion = !options.isSet("out");
    applyAppearance(wanted);

    QList<Section> sections;
    for (const Section& section : basicSections() + controlSections() + chartSections() + pageSections() +
                                      browseSections() + listingSections() + jobSections() + placeSections())
        if (!options.isSet("only") || options.value("only") == section.name) sections += section;
    if (sections.isEmpty()) {
        qCritical("no section is called so");
        return 2;
    }
    if (options.isSet("out")) return write(sections, options.value("out")) ? 0 : 1;

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setSpacing(0);
    for (const Section& section : sections)
        column->addWidget(built(section));
    QScrollArea window;
    window.setWidgetResizable(true);
    window.setWidget(page);
    window.resize(1180, 800);
    window.setWindowTitle("Unchained gallery");
    window.show();
    showRings(page);
    return QApplication::exec();
}

} // namespace
} // namespace unchained::ui::gallery

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    QTranslator plurals; // "9 days ago", not "9 day(s) ago"
    if (!plurals.load(QStringLiteral(":/i18n/unchained_en.qm")) || !QApplication::installTranslator(&plurals))
        qCritical("the English plurals are not in the program");
    return unchained::ui::gallery::run(app);
}
