// SPDX-License-Identifier: Apache-2.0
#include "engine/dispute_run.h"

#include "engine/dispute_log.h"
#include "evidence/evidence.h"
#include "net/session_parameters.h"
#include "storage/storage_error.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>

namespace unchained::ui {

namespace fs = std::filesystem;

namespace {

constexpr int kLookMs = 300;

QString pathText(const fs::path& path) {
    return QString::fromStdString(path.string());
}

QByteArray contentOf(const fs::path& path) {
    QFile file(pathText(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Numbers of processes are used again: only one that disputes from this folder is meant.
bool disputesStill(qint64 process, const fs::path& folder) {
    const QByteArray words = contentOf("/proc/" + std::to_string(process) + "/cmdline");
    return words.contains("unchained-node") && words.contains(folder.string().c_str());
}

QJsonObject begunJson(qint64 process, const DisputeOrder& order) {
    QJsonObject out{{QStringLiteral("process"), process},
                    {QStringLiteral("job"), order.job},
                    {QStringLiteral("hub"), order.hub},
                    {QStringLiteral("rounds"), order.rounds},
                    {QStringLiteral("text"), order.text}};
    if (order.step) out.insert(QStringLiteral("step"), static_cast<qint64>(*order.step));
    return out;
}

/// All but the contract, of which the folder has its name.
DisputeOrder orderIn(const QJsonObject& begun) {
    DisputeOrder out;
    out.job = begun.value(QStringLiteral("job")).toInteger();
    out.hub = begun.value(QStringLiteral("hub")).toString();
    out.rounds = begun.value(QStringLiteral("rounds")).toBool();
    out.text = begun.value(QStringLiteral("text")).toString();
    if (begun.contains(QStringLiteral("step")))
        out.step = static_cast<quint64>(begun.value(QStringLiteral("step")).toInteger());
    return out;
}

/// A link where the file system has them: states may be large.
void bringBlob(const Hash256& root, const storage::BlobStore& blobs, const fs::path& result, const fs::path& to) {
    const std::string name = toHex(root.view());
    std::error_code failure;
    for (const fs::path& from : {blobs.pathOf(root), result / "blobs" / name}) {
        if (!fs::exists(from, failure)) continue;
        fs::create_hard_link(from, to / name, failure);
        if (failure) fs::copy_file(from, to / name, fs::copy_options::skip_existing, failure);
        if (!failure) return;
    }
}

} // namespace

Result<void> DisputeRun::prepare(const fs::path& folder, const identity::Keys& keys,
                                 const protocol::RenterSession& session, const net::StoredContract& stored,
                                 const storage::BlobStore& blobs, const fs::path& result, std::optional<quint64> step) {
    std::error_code failure;
    fs::remove_all(folder, failure);
    fs::create_directories(folder / "blobs", failure);
    if (failure)
        return makeError(storage::StorageError::CannotCreate, folder.string(), failure.message(),
                         "make room, or let this user write there");
    const contract::Offer& offer = session.parameters().offer;
    evidence::Evidence record;
    record.hub = offer.hub;
    record.contracts = {evidence::fromSession(session, stored.offer, stored.acceptance, stored.admission)};
    std::vector<Hash256> wanted = offer.dataRoots;
    wanted.push_back(offer.initialRoot);
    if (step) wanted.push_back(session.boundaryBefore(*step).second);
    for (const Hash256& root : wanted)
        bringBlob(root, blobs, result, folder / "blobs");
    const Bytes sealed = evidence::sealEvidence(keys, record);
    QFile file(pathText(folder / "evidence.cbor"));
    const auto size = static_cast<qint64>(sealed.size());
    if (file.open(QIODevice::WriteOnly) && file.write(reinterpret_cast<const char*>(sealed.data()), size) == size &&
        file.flush())
        return {};
    return makeError(storage::StorageError::CannotCreate, file.fileName().toStdString(),
                     file.errorString().toStdString(), "make room, or let this user write there");
}

std::unique_ptr<DisputeRun> DisputeRun::start(const fs::path& folder, const DisputeProgram& program,
                                              const DisputeOrder& order) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("UNCHAINED_PASSPHRASE"), program.passphrase);
    process.setProcessEnvironment(environment);
    process.setProgram(pathText(program.node));
    QStringList words{QStringLiteral("--json"),     QStringLiteral("--data-dir"),
                      pathText(program.data),       QStringLiteral("case"),
                      QStringLiteral("dispute"),    pathText(folder),
                      QStringLiteral("--hub"),      order.hub,
                      QStringLiteral("--contract"), QString::fromLatin1(order.contract.toHex())};
    if (order.step) words << QStringLiteral("--step") << QString::number(*order.step);
    if (order.rounds) words << QStringLiteral("--whole");
    if (!order.text.isEmpty()) words << QStringLiteral("--text") << order.text;
    process.setArguments(words);
    process.setStandardOutputFile(pathText(folder / "answer.json"));
    process.setStandardErrorFile(pathText(folder / "log"));
    qint64 number = 0;
    if (!process.startDetached(&number)) return nullptr;
    QFile file(pathText(folder / "begun.json")); // without it the next window shows the case alone
    if (file.open(QIODevice::WriteOnly)) file.write(QJsonDocument(begunJson(number, order)).toJson());
    DisputeFacts facts;
    facts.job = order.job;
    facts.contract = order.contract;
    return std::unique_ptr<DisputeRun>(new DisputeRun(folder, number, facts));
}

std::unique_ptr<DisputeRun> DisputeRun::takeOver(const fs::path& folder, const DisputeProgram& program) {
    const QJsonObject begun = QJsonDocument::fromJson(contentOf(folder / "begun.json")).object();
    const qint64 process = begun.value(QStringLiteral("process")).toInteger();
    DisputeOrder order = orderIn(begun);
    order.contract = QByteArray::fromHex(QByteArray::fromStdString(folder.filename().string()));
    if (process > 1 && disputesStill(process, folder)) {
        DisputeFacts facts;
        facts.job = order.job;
        facts.contract = order.contract;
        return std::unique_ptr<DisputeRun>(new DisputeRun(folder, process, facts));
    }
    const bool cutOff = process > 1 && !order.hub.isEmpty() && contentOf(folder / "answer.json").isEmpty();
    auto again = cutOff ? start(folder, program, order) : nullptr;
    std::error_code failure;
    if (!again) fs::remove_all(folder, failure);
    return again;
}

DisputeRun::DisputeRun(fs::path folder, qint64 process, DisputeFacts facts)
    : m_folder(std::move(folder)), m_process(process), m_facts(std::move(facts)) {
    connect(&m_look, &QTimer::timeout, this, &DisputeRun::look);
    m_look.start(kLookMs);
}

void DisputeRun::look() {
    const bool ended = !disputesStill(m_process, m_folder); // asked first: what it wrote before it ended is there
    const DisputeFacts now =
        readDispute(m_facts, contentOf(m_folder / "log"), contentOf(m_folder / "answer.json"), ended);
    if (ended) {
        m_look.stop();
        std::error_code failure;
        fs::remove_all(m_folder, failure);
    }
    if (now == m_facts) return;
    m_facts = now;
    emit changed();
}

} // namespace unchained::ui
