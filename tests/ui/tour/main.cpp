// SPDX-License-Identifier: Apache-2.0
// Drives the real window through a real rental in the demo, and writes a picture of each page and tour.json.
#include "tour/tour.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

namespace {

constexpr int kFailed = 1, kUsage = 2;

/// Qt reads it before there is an application to parse options with.
void applyScale(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (qstrcmp(argv[i], "--scale") == 0) qputenv("QT_SCALE_FACTOR", argv[i + 1]);
}

} // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    applyScale(argc, argv);
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("A tour through the window and a rental, with pictures."));
    options.addHelpOption();
    options.addOption({QStringLiteral("dark"), QStringLiteral("the dark look")});
    options.addOption({QStringLiteral("scale"), QStringLiteral("of the screen"), QStringLiteral("FACTOR")});
    options.addOption({QStringLiteral("size"), QStringLiteral("of the window, by default 1280x800"),
                       QStringLiteral("WxH"), QStringLiteral("1280x800")});
    options.addOption(
        {QStringLiteral("lang"), QStringLiteral("en or de"), QStringLiteral("CODE"), QStringLiteral("en")});
    options.addOption({QStringLiteral("jobs"), QStringLiteral("folder of job files, by default those that are shipped"),
                       QStringLiteral("DIR")});
    options.addPositionalArgument(QStringLiteral("DIR"), QStringLiteral("where the pictures go"));
    options.process(app);
    const QStringList size = options.value(QStringLiteral("size")).split(QLatin1Char('x'));
    if (options.positionalArguments().size() != 1 || size.size() != 2 || size[0].toInt() < 100 ||
        size[1].toInt() < 100) {
        std::fprintf(stderr, "unchained-tour: one folder, and a size as 1280x800; --help says more\n");
        return kUsage;
    }
    story::Desk desk({.look = options.isSet(QStringLiteral("dark")) ? story::Look::Dark : story::Look::Light,
                      .language = options.value(QStringLiteral("lang")),
                      .size = {size[0].toInt(), size[1].toInt()},
                      .jobs = options.value(QStringLiteral("jobs")),
                      .motion = false,
                      .data = {}});
    story::Tour tour(desk, options.positionalArguments().front());
    return tour.run() ? 0 : kFailed;
}
