// SPDX-License-Identifier: Apache-2.0
#include "story/town.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace story {

namespace {

void write(const QString& name, const QByteArray& text) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write %s", qPrintable(name));
}

QByteArray slowJob(const char* epochs) {
    QFile file(QStringLiteral(SOURCE_DIR "/tests/jobs/tiny.toml"));
    if (!file.open(QIODevice::ReadOnly)) qFatal("tests/jobs/tiny.toml cannot be read");
    QByteArray text = file.readAll();
    text.replace("../../resources", SOURCE_DIR "/resources");
    return text.replace("epochs = 1000", epochs);
}

} // namespace

Town::Town(const char* epochs, std::optional<int> forged) : m_forged(forged) {
    QDir(m_folder.path()).mkdir(QStringLiteral("jobs"));
    QByteArray job = slowJob(epochs);
    if (forged) { // one step in 400 is checked
        job.replace("steps = 100\n", "steps = 400\n").replace("odds = 4\n", "odds = 20\n");
        job.replace("bond_steps = 400\n", "bond_steps = 2000\n").replace("claim_batch = 6\n", "claim_batch = 20\n");
    }
    write(jobs() + QStringLiteral("/tiny.toml"), job);
    QByteArray terms = "release = \"1s\"\nopening = \"30s\"\nsecret = \"30s\"\nbond = \"2s\"\ngrace = \"30s\"\n";
    if (forged) terms.replace("bond = \"2s\"", "bond = \"300s\"");
    write(m_folder.filePath(QStringLiteral("terms.toml")), terms);
}

Desk::Setup Town::setup() const {
    Desk::Setup setup;
    setup.jobs = jobs();
    return setup;
}

QStringList Town::words(const QString& who, const QStringList& more) const {
    return QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"), m_folder.filePath(who)} + more;
}

void Town::startHub(Desk& desk) {
    m_hub = &desk.run(QStringLiteral("unchained-node"),
                      words(QStringLiteral("hub"),
                            {QStringLiteral("hub"), QStringLiteral("--coinflip-bets"), QStringLiteral("--listen"),
                             QStringLiteral("127.0.0.1:") + m_port, QStringLiteral("--welcome"), QStringLiteral("1000"),
                             QStringLiteral("--terms"), m_folder.filePath(QStringLiteral("terms.toml"))}));
}

bool Town::open(Desk& desk) {
    startHub(desk);
    if (!Desk::until([&] { return m_hub->canReadLine(); })) return false;
    m_address = QJsonDocument::fromJson(m_hub->readLine()).object().value(QStringLiteral("address")).toString();
    m_port = m_address.section(QLatin1Char('#'), 0, 0).section(QLatin1Char(':'), -1);
    startHost(desk);
    return !m_address.isEmpty();
}

void Town::startHost(Desk& desk) {
    if (m_forged) {
        m_host = &desk.run(QStringLiteral("unchained-cheater"),
                           {QStringLiteral("--kind"), QStringLiteral("skip"), QStringLiteral("--only"),
                            QString::number(*m_forged), QStringLiteral("--data-dir"),
                            m_folder.filePath(QStringLiteral("host")), QStringLiteral("--hub"), m_address,
                            QStringLiteral("--name"), QLatin1String(kHost), QStringLiteral("--price"),
                            QStringLiteral("30")});
        return;
    }
    m_host = &desk.run(
        QStringLiteral("unchained-node"),
        words(QStringLiteral("host"),
              {QStringLiteral("provide"), QStringLiteral("--hub"), m_address, QStringLiteral("--name"),
               QLatin1String(kHost), QStringLiteral("--price"), QStringLiteral("30"), QStringLiteral("--listen"),
               QStringLiteral("127.0.0.1:0"), QStringLiteral("--benchmark"), QStringLiteral("0")}));
}

bool Town::host(Desk& desk, QStringList more) {
    more << QStringLiteral("--hub") << m_address;
    QProcess& said = desk.run(QStringLiteral("unchained-node"), words(QStringLiteral("host"), more));
    return Desk::until([&] { return said.state() == QProcess::NotRunning; }) && said.exitCode() == 0;
}

void Town::killHost() {
    m_host->kill();
    m_host->waitForFinished();
}

void Town::killHub() {
    m_hub->kill();
    m_hub->waitForFinished();
}

} // namespace story
