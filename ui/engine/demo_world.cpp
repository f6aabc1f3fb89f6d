// SPDX-License-Identifier: Apache-2.0
#include "engine/demo_world.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/prctl.h>

namespace unchained::ui {

namespace {

constexpr int kDemoPatienceMs = 6'000;
/// Short periods: a visitor sees payments within seconds.
constexpr const char* kTerms =
    "release = \"5s\"\nopening = \"30s\"\nsecret = \"30s\"\nbond = \"2s\"\ngrace = \"20s\"\n";

struct DemoHost {
    const char *name, *place, *price;
};
constexpr DemoHost kHosts[] = {{"Gallium forge", "Turin, Italy", "36.00"},
                               {"Nordlys", "Tromsø, Norway", "39.00"},
                               {"Basement rig 7", "Ostrava, Czechia", "42.00"}};

QString directoryName(std::size_t host) {
    return QStringLiteral("host%1").arg(host + 1);
}

} // namespace

DemoWorld::DemoWorld(std::filesystem::path node, std::filesystem::path directory, QObject* parent)
    : QObject(parent), m_node(std::move(node)), m_directory(std::move(directory)) {}

DemoWorld::~DemoWorld() {
    for (QProcess* process : m_processes) {
        process->disconnect(this);
        process->terminate();
    }
    for (QProcess* process : m_processes)
        if (!process->waitForFinished(kDemoPatienceMs)) process->kill();
}

QProcess* DemoWorld::spawn(const QString& name, const QStringList& arguments) {
    auto* process = new QProcess(this);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), QString());
    process->setProcessEnvironment(environment);
    // However the window ends, the demo ends with it.
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process->setStandardErrorFile(QString::fromStdString((m_directory / (name.toStdString() + ".log")).string()));
    process->start(QString::fromStdString(m_node.string()),
                   QStringList{QStringLiteral("--json"), QStringLiteral("--data-dir"),
                               QString::fromStdString((m_directory / name.toStdString()).string())} +
                       arguments);
    m_processes.push_back(process);
    return process;
}

void DemoWorld::start(const QString& guest) {
    QFile terms(QString::fromStdString(this->terms().string()));
    if (!QDir().mkpath(QString::fromStdString(m_directory.string())) || !terms.open(QIODevice::WriteOnly) ||
        terms.write(kTerms) < 0)
        return emit failed({QString::fromStdString(m_directory.string()), tr("cannot be written"),
                            tr("free some space, or name another directory"), false});
    terms.close();
    std::vector<QString> names;
    for (std::size_t i = 0; i < std::size(kHosts); ++i)
        names.push_back(directoryName(i));
    makeKeys(std::move(names), {guest + QStringLiteral("=1000")},
             [this](const QStringList& issue) { startHub(issue); });
}

/// One after the other: each takes half a second of a core and 128 MiB.
void DemoWorld::makeKeys(std::vector<QString> names, QStringList issue, std::function<void(QStringList)> done) {
    if (names.empty()) return done(std::move(issue));
    const QString name = names.front();
    names.erase(names.begin());
    QProcess* process = spawn(name, {QStringLiteral("keys"), QStringLiteral("new")});
    connect(process, &QProcess::finished, this, [this, process, names, issue, done]() mutable {
        const auto shown = QJsonDocument::fromJson(process->readAllStandardOutput()).object();
        const QString peer = shown.value(QStringLiteral("peer")).toString();
        std::erase(m_processes, process);
        process->deleteLater();
        if (m_stopping) return;
        if (peer.isEmpty()) return emit failed({QStringLiteral("unchained-node"), tr("made no key"), QString(), false});
        issue << peer + QStringLiteral("=1000");
        makeKeys(std::move(names), std::move(issue), std::move(done));
    });
    connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            emit failed({process->program(), tr("cannot be started"), tr("install the program again"), false});
    });
}

void DemoWorld::startHub(const QStringList& issue) {
    QStringList words{QStringLiteral("hub"),
                      QStringLiteral("--listen"),
                      QStringLiteral("127.0.0.1:0"),
                      QStringLiteral("--terms"),
                      QString::fromStdString(terms().string()),
                      QStringLiteral("--coinflip-bets")};
    for (const QString& each : issue)
        words << QStringLiteral("--issue") << each;
    m_hub = spawn(QStringLiteral("hub"), words);
    connect(m_hub, &QProcess::readyReadStandardOutput, this, &DemoWorld::onHubOutput);
    connect(m_hub, &QProcess::finished, this, [this] {
        if (!m_stopping) emit failed({tr("demo"), tr("its hub has ended"), tr("open the demo again"), false});
    });
}

void DemoWorld::onHubOutput() {
    m_hubOutput += m_hub->readAllStandardOutput();
    if (!m_address.isEmpty() || !m_hubOutput.contains('\n')) return;
    const auto first = m_hubOutput.left(m_hubOutput.indexOf('\n'));
    m_address = QJsonDocument::fromJson(first).object().value(QStringLiteral("address")).toString();
    if (m_address.isEmpty())
        return emit failed({tr("demo"), tr("its hub gave no address"), tr("open the demo again"), false});
    startHosts();
    emit ready(m_address);
}

void DemoWorld::startHosts() {
    for (std::size_t i = 0; i < std::size(kHosts); ++i)
        spawn(directoryName(i),
              {QStringLiteral("provide"), QStringLiteral("--hub"), m_address, QStringLiteral("--name"),
               QString::fromUtf8(kHosts[i].name), QStringLiteral("--place"), QString::fromUtf8(kHosts[i].place),
               QStringLiteral("--price"), QString::fromLatin1(kHosts[i].price)});
}

void DemoWorld::stop(std::function<void()> done) {
    m_stopping = true;
    auto left = std::make_shared<std::size_t>(1);
    const auto one = [left, done = std::move(done)] {
        if (--*left == 0) done();
    };
    for (QProcess* process : m_processes) {
        if (process->state() == QProcess::NotRunning) continue;
        ++*left;
        connect(process, &QProcess::finished, this, one);
        process->terminate();
        QTimer::singleShot(kDemoPatienceMs, process, &QProcess::kill);
    }
    one();
}

} // namespace unchained::ui
