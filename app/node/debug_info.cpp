// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"

#include "gpu/engine.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSslSocket>
#include <QSysInfo>
#include <QThread>

namespace unchained::node {

namespace {

std::string sqliteVersion() {
    if (!QSqlDatabase::isDriverAvailable("QSQLITE")) return "missing: install libqt6sql6-sqlite";
    std::string out = "unknown";
    {
        QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", "version");
        database.setDatabaseName(":memory:");
        if (database.open()) {
            QSqlQuery query("SELECT sqlite_version()", database);
            if (query.next()) out = query.value(0).toString().toStdString();
        }
    }
    QSqlDatabase::removeDatabase("version");
    return out;
}

} // namespace

int runDebugInfo(Context& context) {
    std::error_code failure;
    Json engines = Json::object();
    std::string lines;
    for (const gpu::EngineInfo& info : gpu::engines()) {
        const std::string state = info.engine != nullptr ? "usable" : info.reason;
        engines[info.name] = state;
        lines += "\nengine     " + info.name + ": " + state;
    }
    const bool worker = std::filesystem::exists(Context::worker(), failure);
    const std::string system = QSysInfo::prettyProductName().toStdString() + ", " +
                               QSysInfo::kernelVersion().toStdString() + ", " +
                               QSysInfo::currentCpuArchitecture().toStdString();
    const std::string tls = QSslSocket::sslLibraryVersionString().toStdString();
    const std::string sqlite = sqliteVersion();
    const Json document{{"version", UNCHAINED_VERSION},
                        {"compiler", __VERSION__},
                        {"qt", qVersion()},
                        {"openssl", tls},
                        {"sqlite", sqlite},
                        {"system", system},
                        {"processors", QThread::idealThreadCount()},
                        {"engines", engines},
                        {"worker", worker ? Json(Context::worker().string()) : Json()},
                        {"dataDir", context.dataPath() ? Json(context.dataPath()->string()) : Json()}};
    return context.finish(
        document, std::string("unchained-node ") + UNCHAINED_VERSION + "\ncompiler   " + __VERSION__ + "\nqt         " +
                      qVersion() + "\nopenssl    " + tls + "\nsqlite     " + sqlite + "\nsystem     " + system +
                      "\nprocessors " + std::to_string(QThread::idealThreadCount()) + lines + "\nworker     " +
                      Context::worker().string() + (worker ? "" : " (missing)") + "\ndata       " +
                      (context.dataPath() ? context.dataPath()->string() : context.dataPath().error().text()));
}

} // namespace unchained::node
