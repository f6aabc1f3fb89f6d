// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shell/main_window.h"
#include "shell/single_instance.h"

#include <QTemporaryDir>
#include <QTranslator>

#include <functional>
#include <memory>

namespace unchained::ui {

/// One engine with its window; another pair for the demo, which has a directory of its own. GUI thread.
class Application : public QObject {
    Q_OBJECT
public:
    Application(EngineSetup setup, QString passphrase, QObject* parent = nullptr);
    ~Application() override;

    /// @param link  may be empty
    void start(bool demo, const QString& link);
    /// Saves and ends the event loop, whatever is under way: SIGTERM and the end of the session.
    void quit();
    [[nodiscard]] MainWindow* window() const { return m_window.get(); }
    [[nodiscard]] Engine* engine() const { return m_engine ? m_engine->engine() : nullptr; }

signals:
    /// A new window is there.
    void windowReady();

private:
    void open(bool demo);
    void makeWindow();
    void close(bool keepRunning, std::function<void()> then);
    void onStopped();
    void setLanguage(const QString& code);
    /// Widgets keep the words that they were made with: a new window takes the place of the old one.
    void changeLanguage(const QString& code);

    const EngineSetup m_setup;
    EngineSetup m_opened; ///< the same, or the demo's
    QString m_passphrase;
    std::unique_ptr<QTemporaryDir> m_demoDirectory;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<EngineThread> m_engine;
    std::unique_ptr<MainWindow> m_window;
    QTranslator m_words, m_qtWords;
    QString m_link;
    bool m_desktopMotion = true;
    bool m_closing = false;
    std::function<void()> m_afterClose;
};

} // namespace unchained::ui
