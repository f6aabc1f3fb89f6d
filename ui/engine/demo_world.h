// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <vector>

namespace unchained::ui {

/// A small market on this machine, every party a real process over TLS on loopback: a hub and three hosts. Ends with
/// the object. The engine's thread.
class DemoWorld : public QObject {
    Q_OBJECT
public:
    /// @param node  unchained-node   @param directory  an empty one, for the parties' own directories
    DemoWorld(std::filesystem::path node, std::filesystem::path directory, QObject* parent);
    ~DemoWorld() override;

    /// @param guest  peer (hex) that gets a thousand play credits
    void start(const QString& guest);
    /// Asks all to end; `done` when they have, at the latest after some seconds.
    void stop(std::function<void()> done);
    [[nodiscard]] std::filesystem::path terms() const { return m_directory / "terms.toml"; }

signals:
    void ready(const QString& address);
    void failed(const unchained::ui::Trouble& why);

private:
    QProcess* spawn(const QString& name, const QStringList& arguments);
    void makeKeys(std::vector<QString> names, QStringList issue, std::function<void(QStringList)> done);
    void startHub(const QStringList& issue);
    void startHosts();
    void onHubOutput();

    const std::filesystem::path m_node, m_directory;
    std::vector<QProcess*> m_processes;
    QProcess* m_hub = nullptr;
    QByteArray m_hubOutput;
    QString m_address;
    bool m_stopping = false;
};

} // namespace unchained::ui
