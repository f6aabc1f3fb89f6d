// SPDX-License-Identifier: Apache-2.0
#include "node/stop_signal.h"
#include "shell/application.h"
#include "shell/display.h"
#include "storage/data_directory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QStandardPaths>

#include <cstdio>

/// The desktop program. Exit status as of unchained-node: 0 good, 2 usage, 4 cannot start.
namespace {

constexpr int kUsage = 2, kCannotStart = 4;

struct Options {
    QString data, link;
    bool demo = false;
};

std::optional<Options> parse(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Rent and host compute whose results anyone can check."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(QStringLiteral("data-dir"),
                                  QStringLiteral("keys, books and results; by default unchained in XDG_DATA_HOME"),
                                  QStringLiteral("DIR"));
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("a market of a hub and three hosts on this machine"));
    parser.addOptions({data, demo});
    parser.addPositionalArgument(QStringLiteral("LINK"), QStringLiteral("unchained:… of a marketplace or a listing"),
                                 QStringLiteral("[LINK]"));
    if (!parser.parse(arguments) || parser.positionalArguments().size() > 1) {
        const QString why = parser.errorText().isEmpty() ? QStringLiteral("More than one link") : parser.errorText();
        std::fprintf(stderr, "unchained: %s. `unchained --help` says more.\n", qPrintable(why));
        return std::nullopt;
    }
    if (parser.isSet(QStringLiteral("help"))) parser.showHelp(0);
    if (parser.isSet(QStringLiteral("version"))) parser.showVersion();
    Options out;
    out.data = parser.value(data);
    if (out.data.isEmpty())
        out.data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/unchained");
    out.demo = parser.isSet(demo);
    out.link = parser.positionalArguments().value(0);
    return out;
}

unchained::ui::EngineSetup setupOf(const QString& data) {
    const std::filesystem::path programs = QCoreApplication::applicationDirPath().toStdString();
    unchained::ui::EngineSetup setup;
    setup.data = QDir(data).absolutePath().toStdString();
    setup.worker = programs / "unchained-worker";
    setup.node = programs / "unchained-node";
    // Installed beside the program, else in the tree that it was built from.
    setup.jobs = {programs / "../share/unchained/jobs", UNCHAINED_JOBS};
    return setup;
}

/// Another window has the directory, or none can have it.
int endWithout(const unchained::ui::SingleInstance& instance, unchained::ui::SingleInstance::Begin began,
               const QString& data) {
    using Begin = unchained::ui::SingleInstance::Begin;
    if (began == Begin::Told) return 0;
    if (began == Begin::Silent)
        std::fprintf(stderr,
                     "unchained: a window with the process number %lld has %s and does not answer. End it, and start "
                     "again.\n",
                     static_cast<long long>(instance.holder()), qPrintable(data));
    else
        std::fprintf(stderr,
                     "unchained: %s/window.lock cannot be written. Free some space on its disk and let nobody else own "
                     "it, or name another directory with --data-dir.\n",
                     qPrintable(data));
    return kCannotStart;
}

} // namespace

int main(int argc, char** argv) {
    unchained::node::installSignals();
    QCoreApplication::setApplicationName(QStringLiteral("unchained"));
    QCoreApplication::setApplicationVersion(QStringLiteral(UNCHAINED_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral(UNCHAINED_APP_ID));
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    const bool display = unchained::ui::hasDisplay();
    const bool asks = words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("--version"));
    if (!display && !asks) {
        std::fprintf(stderr, "unchained: there is no display. Start it in a desktop session, or use unchained-node, "
                             "which needs none.\n");
        return kCannotStart;
    }
    if (!display) qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false); // the engine ends first
    const auto options = parse(words);
    if (!options) return kUsage;
    // Before anything lies in it: one that is open to others is closed only where it holds nothing of other programs.
    if (const auto ready = unchained::storage::DataDirectory::prepare(options->data.toStdString()); !ready) {
        std::fprintf(stderr, "unchained: %s\n", ready.error().text().c_str());
        return kCannotStart;
    }
    unchained::ui::SingleInstance instance(options->data);
    if (const auto began = instance.begin(options->link); began != unchained::ui::SingleInstance::Begin::Here)
        return endWithout(instance, began, options->data);
    unchained::ui::Application program(setupOf(options->data), qEnvironmentVariable("UNCHAINED_PASSPHRASE"));
    QObject::connect(&instance, &unchained::ui::SingleInstance::called, &program, [&](const QString& link) {
        if (!program.window()) return;
        if (const auto parsed = unchained::ui::parseLink(link)) program.window()->follow(*parsed);
        program.window()->setWindowState(program.window()->windowState() & ~Qt::WindowMinimized);
        program.window()->raise();
        program.window()->activateWindow();
    });
    QObject::connect(&application, &QGuiApplication::commitDataRequest, &program,
                     [&](QSessionManager&) { program.quit(); });
    const unchained::node::StopSignal stop([&] { program.quit(); });
    program.start(options->demo, options->link);
    return QApplication::exec();
}
