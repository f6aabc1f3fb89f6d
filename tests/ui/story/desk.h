// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/application.h"
#include "story/watchdog.h"

#include <QProcess>
#include <QTemporaryDir>

/// The real program in a test: window, engine, and in the demo its hub and hosts as processes, driven by clicks and
/// keys on what a person reads.
namespace story {

using namespace unchained::ui;

class Desk {
public:
    struct Setup {
        Look look = Look::Light;
        QString language = QStringLiteral("en");
        QSize size{1280, 800};
        QString jobs; ///< folder of job files; empty: those that are shipped
        bool motion = true;
        QString data; ///< empty: one of its own, which goes with the desk
    };
    explicit Desk(const Setup& setup);
    ~Desk();

    void start(bool demo = false);
    /// As at the end of a desktop session; true where everything has ended in time.
    bool quit();

    [[nodiscard]] bool isOpen() const { return m_program && m_program->window(); }
    [[nodiscard]] MainWindow& window() const { return *m_program->window(); }
    [[nodiscard]] Engine* engine() const { return m_program->engine(); }
    [[nodiscard]] Watchdog& watchdog() { return m_watchdog; }
    [[nodiscard]] const QString& data() const { return m_data; }
    [[nodiscard]] const QString& market() const { return m_market; }
    [[nodiscard]] const WalletFacts& wallet() const { return m_wallet; }
    [[nodiscard]] const std::vector<HostFacts>& hosts() const { return m_hosts; }
    [[nodiscard]] const HostingFacts& hosting() const { return m_hosting; }
    /// The newest job; a default one where there is none.
    [[nodiscard]] JobFacts job() const;

    /// The visible page of this class; null where another is shown.
    template <class Page>
    [[nodiscard]] Page* page() const {
        for (Page* each : window().findChildren<Page*>())
            if (each->isVisible()) return each;
        return nullptr;
    }
    /// Waits until it holds; false after `seconds`.
    static bool until(const std::function<bool()>& holds, int seconds = 30);

    /// Presses the visible, enabled button of this text or name; waits for it. False where none comes.
    bool press(const QString& text, int seconds = 15);
    /// Whether a visible label, or what is said of a visible widget, holds the text.
    [[nodiscard]] bool says(const QString& text) const;
    bool waitFor(const QString& text, int seconds = 30) const;
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    /// Tab until the widget that has the keyboard is called so; false after one round.
    bool tabTo(const QString& name);
    /// The index of a listed host by its name.
    [[nodiscard]] QModelIndex card(const QString& host) const;
    /// A picture of the whole window; false where nothing is in it or it cannot be written.
    bool shoot(const QString& file);

    /// unchained-node or a test program beside the window; ends with the desk.
    QProcess& run(const QString& program, const QStringList& arguments);

private:
    void listen();

    const Setup m_setup;
    QTemporaryDir m_own;
    QString m_data, m_market;
    WalletFacts m_wallet;
    HostingFacts m_hosting;
    std::vector<HostFacts> m_hosts;
    std::unique_ptr<Application> m_program;
    std::vector<std::unique_ptr<QProcess>> m_processes;
    Watchdog m_watchdog;
};

} // namespace story
