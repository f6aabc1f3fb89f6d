// SPDX-License-Identifier: Apache-2.0
#include "story/desk.h"

#include "pages/browse_page.h"
#include "pages/find.h"
#include "picture.h"
#include "widgets/four_state_page.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEventLoop>
#include <QTimer>

namespace story {

namespace {
constexpr int kEndMs = 20'000, kLookMs = 20, kLayoutRounds = 5;

QString nameOf(const QWidget& widget) {
    if (!widget.accessibleName().isEmpty()) return widget.accessibleName();
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button ? button->text() : QString();
}
} // namespace

Desk::Desk(const Setup& setup) : m_setup(setup), m_data(setup.data.isEmpty() ? m_own.path() : setup.data) {
    QApplication::setQuitOnLastWindowClosed(false);
    Settings settings(m_data);
    settings.setAppearance({m_setup.look, 1, m_setup.motion});
    settings.setLanguage(m_setup.language);
}

Desk::~Desk() {
    if (m_program && !quit()) qCritical("the program did not end");
    for (const auto& process : m_processes) {
        process->terminate();
        if (!process->waitForFinished(kEndMs)) process->kill();
    }
}

void Desk::start(bool demo) {
    EngineSetup setup;
    setup.data = m_data.toStdString();
    setup.worker = BIN_DIR "/unchained-worker";
    setup.node = BIN_DIR "/unchained-node";
    setup.jobs = {m_setup.jobs.isEmpty() ? std::string(SOURCE_DIR "/resources/jobs") : m_setup.jobs.toStdString()};
    m_program = std::make_unique<Application>(setup, QString());
    QObject::connect(m_program.get(), &Application::windowReady, m_program.get(), [this] { listen(); });
    m_watchdog.setPaused(true); // to start is no freeze
    m_program->start(demo, {});
    m_watchdog.setPaused(false);
}

void Desk::listen() {
    m_watchdog.setPaused(true); // to make a window is a start, also that of the demo
    m_watchdog.setPaused(false);
    window().resize(m_setup.size);
    window().activateWindow();
    QObject::connect(engine(), &Engine::marketAdded, &window(), [this](const QString& address) { m_market = address; });
    QObject::connect(engine(), &Engine::opened, &window(), [this](const WalletFacts& facts) { m_wallet = facts; });
    QObject::connect(engine(), &Engine::walletChanged, &window(),
                     [this](const WalletFacts& facts) { m_wallet = facts; });
    QObject::connect(engine(), &Engine::hostingChanged, &window(),
                     [this](const HostingFacts& facts) { m_hosting = facts; });
    QObject::connect(engine(), &Engine::hostsChanged, &window(),
                     [this](const QString&, const std::vector<HostFacts>& hosts) { m_hosts = hosts; });
}

bool Desk::quit() {
    if (!isOpen()) {
        m_program.reset();
        return true;
    }
    bool ended = false;
    const auto at = QObject::connect(engine(), &Engine::stopped, qApp, [&ended] { ended = true; });
    m_program->quit();
    const bool inTime = until([&ended] { return ended; }, kEndMs / 1000);
    QObject::disconnect(at);
    m_program.reset();
    return inTime;
}

JobFacts Desk::job() const {
    return window().jobs().empty() ? JobFacts{} : window().jobs().front();
}

/// In a loop that blocks for events as the program's own does; QTest's waits without, and the watchdog would see
/// nothing.
bool Desk::until(const std::function<bool()>& holds, int seconds) {
    if (holds()) return true;
    QEventLoop loop;
    QTimer look, patience;
    bool held = false;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        held = holds();
        if (held) loop.quit();
    });
    patience.setSingleShot(true);
    QObject::connect(&patience, &QTimer::timeout, &loop, &QEventLoop::quit);
    look.start(kLookMs);
    patience.start(1000 * seconds);
    loop.exec();
    return held;
}

bool Desk::press(const QString& text, int seconds) {
    QAbstractButton* button = nullptr;
    const bool there = until(
        [&] {
            button = find::button(window(), text);
            return button && button->isEnabled() && button->isVisible();
        },
        seconds);
    if (!there) return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool Desk::says(const QString& text) const {
    return find::says(window(), text);
}

bool Desk::waitFor(const QString& text, int seconds) const {
    return until([&] { return says(text); }, seconds);
}

void Desk::key(int key, Qt::KeyboardModifiers modifiers) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window(), static_cast<Qt::Key>(key), modifiers);
}

bool Desk::tabTo(const QString& name) {
    const QWidget* first = QApplication::focusWidget();
    do {
        key(Qt::Key_Tab);
        if (QApplication::focusWidget() && nameOf(*QApplication::focusWidget()) == name) return true;
    } while (QApplication::focusWidget() && QApplication::focusWidget() != first);
    return false;
}

QModelIndex Desk::card(const QString& host) const {
    const auto* browse = page<BrowsePage>();
    const auto* view = browse ? browse->findChild<QAbstractItemView*>() : nullptr;
    for (int row = 0; view && row < view->model()->rowCount(); ++row) {
        const QModelIndex index = view->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(host)) return index;
    }
    return {};
}

bool Desk::shoot(const QString& file) {
    const auto settled = [&] {
        for (const FourStatePage* each : window().findChildren<FourStatePage*>())
            if (each->isVisible() && !each->isSettled()) return false;
        return true;
    };
    m_watchdog.setPaused(true);
    (void)until(settled, 2);
    for (int i = 0; i < kLayoutRounds; ++i) // from an inner page to the outer: what was laid out is shown
        QCoreApplication::processEvents();
    const QImage image = window().grab().toImage();
    const bool good = !picture::isBlank(image) && image.save(file);
    m_watchdog.setPaused(false);
    return good;
}

QProcess& Desk::run(const QString& program, const QStringList& arguments) {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), QString());
    process->setProcessEnvironment(environment);
    process->setStandardErrorFile(QProcess::nullDevice());
    process->start(QStringLiteral(BIN_DIR "/") + program, arguments);
    m_processes.push_back(std::move(process));
    return *m_processes.back();
}

} // namespace story
