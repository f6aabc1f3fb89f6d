// SPDX-License-Identifier: Apache-2.0
#include "shell/application.h"

#include "shell/desktop_wish.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace unchained::ui {

Application::Application(EngineSetup setup, QString passphrase, QObject* parent)
    : QObject(parent), m_setup(std::move(setup)), m_passphrase(std::move(passphrase)) {}

Application::~Application() = default;

void Application::start(bool demo, const QString& link) {
    m_link = link;
    open(demo);
    askForMotion(this, [this](bool on) {
        m_desktopMotion = on;
        if (!m_window) return;
        m_settings->setDesktopMotion(on);
        applyAppearance(m_settings->appearance());
        m_window->showAppearance();
    });
}

void Application::open(bool demo) {
    EngineSetup setup = m_setup;
    m_settings.reset(); // it writes once more, into the demo's directory where that was open
    m_demoDirectory.reset();
    if (demo) {
        m_demoDirectory = std::make_unique<QTemporaryDir>(QDir::tempPath() + QStringLiteral("/unchained-demo-XXXXXX"));
        setup.data = m_demoDirectory->path().toStdString();
        setup.demo = true;
    }
    m_opened = setup;
    m_settings = std::make_unique<Settings>(QString::fromStdString(setup.data.string()),
                                            QString::fromStdString(m_setup.data.string()));
    m_settings->setDesktopMotion(m_desktopMotion);
    setLanguage(m_settings->language());
    applyAppearance(m_settings->appearance());
    m_engine = std::make_unique<EngineThread>(setup);
    Engine* engine = m_engine->engine();
    makeWindow();
    // After the window's own: it knows by then what was opened.
    connect(engine, &Engine::opened, this, [this] {
        if (const auto link = parseLink(std::exchange(m_link, {}))) m_window->follow(*link);
    });
    connect(engine, &Engine::stopped, this, &Application::onStopped);
    connect(engine, &Engine::cannotKeepRunning, this, [this] {
        m_closing = false;
        m_afterClose = nullptr;
        m_window->setEnabled(true);
    });
    m_engine->post([passphrase = demo ? QString() : m_passphrase](Engine& e) { e.open(passphrase); });
    emit windowReady();
}

void Application::makeWindow() {
    m_window = std::make_unique<MainWindow>(*m_engine, *m_settings, m_opened);
    MainWindow* window = m_window.get();
    connect(window, &MainWindow::closeWanted, this,
            [this](bool keepRunning) { close(keepRunning, [] { QCoreApplication::quit(); }); });
    connect(window, &MainWindow::demoWanted, this, [this] { close(false, [this] { open(true); }); });
    connect(window, &MainWindow::demoEndWanted, this, [this] { close(false, [this] { open(false); }); });
    connect(window, &MainWindow::reopenWanted, this, [this] { close(false, [this] { open(false); }); });
    connect(window, &MainWindow::appearanceChanged, this, &applyAppearance);
    // Later: the old window is still in its own signal.
    connect(window, &MainWindow::languageChanged, this, &Application::changeLanguage, Qt::QueuedConnection);
    connect(window, &MainWindow::unlockWanted, this,
            [this](const QString& passphrase) { m_engine->post([passphrase](Engine& e) { e.open(passphrase); }); });
    window->show();
}

void Application::close(bool keepRunning, std::function<void()> then) {
    if (m_closing) return;
    m_closing = true;
    m_afterClose = std::move(then);
    m_window->setEnabled(false);
    m_engine->post([keepRunning](Engine& e) { e.stop(keepRunning); });
}

void Application::onStopped() {
    if (!m_closing) return; // it ended by itself, and says why in the window
    m_window.reset();
    m_engine.reset();
    m_closing = false;
    std::exchange(m_afterClose, nullptr)();
}

void Application::quit() {
    if (!m_window) return QCoreApplication::quit(); // it has ended already
    close(false, [] { QCoreApplication::quit(); });
}

void Application::changeLanguage(const QString& code) {
    if (m_closing) return;
    setLanguage(code);
    m_window.reset(); // first: it writes down where it stands, and the next one stands there
    makeWindow();
    m_window->showPlace(Place::Settings);
    m_engine->post([](Engine& e) { e.tellAll(); });
    emit windowReady();
}

void Application::setLanguage(const QString& code) {
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qtWords);
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    // English is what the source says; its file holds the plurals.
    if (m_words.load(locale, QStringLiteral("unchained"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_words.load(QStringLiteral(":/i18n/unchained_en.qm")))
        QCoreApplication::installTranslator(&m_words);
    if (m_qtWords.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                       QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtWords);
}

} // namespace unchained::ui
