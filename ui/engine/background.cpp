// SPDX-License-Identifier: Apache-2.0
#include "engine/background.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

#include <csignal>
#include <cstdlib>

namespace unchained::ui {

namespace {

QString fileOf(const std::filesystem::path& data) {
    return QString::fromStdString((data / "background").string());
}

/// Numbers are used again: only one that runs our program on this directory is meant.
bool isOurs(qint64 pid, const std::filesystem::path& data) {
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    if (!file.open(QIODevice::ReadOnly)) return false;
    const QList<QByteArray> words = file.readAll().split('\0');
    return words.size() > 3 && words.front().endsWith("unchained-node") && words.contains("resume") &&
           words.contains(QByteArray::fromStdString(data.string()));
}

} // namespace

bool startBackground(const std::filesystem::path& data, const std::filesystem::path& node, const QString& passphrase) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), passphrase);
    process.setProcessEnvironment(environment);
    process.setProgram(QString::fromStdString(node.string()));
    process.setArguments(
        {QStringLiteral("--data-dir"), QString::fromStdString(data.string()), QStringLiteral("resume")});
    process.setStandardOutputFile(QString::fromStdString((data / "background.log").string()));
    process.setStandardErrorFile(QString::fromStdString((data / "background.log").string()), QIODevice::Append);
    qint64 pid = 0;
    if (!process.startDetached(&pid)) return false;
    QFile file(fileOf(data));
    if (file.open(QIODevice::WriteOnly)) file.write(QByteArray::number(pid));
    return true;
}

bool endBackground(const std::filesystem::path& data) {
    QFile file(fileOf(data));
    if (!file.open(QIODevice::ReadOnly)) return false;
    const qint64 pid = file.readAll().trimmed().toLongLong();
    if (pid <= 1 || !isOurs(pid, data)) return false;
    return ::kill(static_cast<pid_t>(pid), SIGTERM) == 0;
}

} // namespace unchained::ui
