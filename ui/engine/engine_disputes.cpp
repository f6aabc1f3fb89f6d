// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/inside.h"
#include "net/session_parameters.h"

/// Disputes about results of ours.
namespace unchained::ui {

namespace fs = std::filesystem;

namespace {

fs::path folderOf(const fs::path& data, const QByteArray& contract) {
    return data / "disputes" / contract.toHex().toStdString();
}

/// Of the marketplace where the contract is.
QString hubOf(const storage::JobRow& row) {
    const auto options = net::decodeOptions(row.options);
    return options ? QString::fromStdString(options->hub) : QString();
}

} // namespace

/// Writes what the program needs, and says how it is to be called.
Result<DisputeOrder> Engine::Inside::orderOf(qint64 job, const QByteArray& contract, std::optional<quint64> step) {
    const auto nothing = [] {
        return makeError(protocol::ProtocolError::UnknownContract, "contract", "is in no record here",
                         "choose one of the job's");
    };
    const auto id = hashIn(contract);
    const auto row = id ? store->session(*id) : Result<std::optional<storage::SessionRow>>(nothing());
    if (!row) return row.error();
    const auto asked = store->job(job);
    if (!asked) return asked.error();
    if (!*row || !*asked || (*row)->job != job) return nothing();
    const auto stored = net::decodeContract((*row)->parameters);
    if (!stored) return stored.error();
    const auto session = foldSession(*store, **row, *keys);
    if (!session) return session.error();
    const fs::path folder = folderOf(setup.data, contract);
    if (auto ok = DisputeRun::prepare(folder, *keys, **session, *stored, *blobs, (*asked)->directory, step); !ok)
        return ok.error();
    return DisputeOrder{job, hubOf(**asked), contract, step, false, {}};
}

DisputeProgram Engine::Inside::disputeProgram() const {
    return {setup.node, setup.data, passphrase};
}

void Engine::dispute(qint64 id, const QByteArray& contract, std::optional<quint64> step, bool rounds,
                     const QString& text) {
    if (!m->keys) return;
    const auto before = m->disputes.find(contract);
    if (before != m->disputes.end() && before->second->facts().underWay()) return;
    DisputeFacts facts;
    facts.job = id;
    facts.contract = contract;
    emit disputeChanged(facts);
    auto order = m->orderOf(id, contract, step);
    std::unique_ptr<DisputeRun> run;
    if (order) {
        order->text = text;
        order->rounds = rounds;
        run = DisputeRun::start(folderOf(m->setup.data, contract), m->disputeProgram(), *order);
        facts.trouble = {QString::fromStdString(m->setup.node.string()), tr("cannot be started"),
                         tr("install the program again"), false};
    } else {
        facts.trouble = troubleOf(order.error());
    }
    if (run) return m->follow(std::move(run));
    facts.stage = DisputeStage::Failed;
    emit disputeChanged(facts);
}

void Engine::Inside::follow(std::unique_ptr<DisputeRun> run) {
    DisputeRun* raw = run.get();
    connect(raw, &DisputeRun::changed, &engine, [this, raw] {
        emit engine.disputeChanged(raw->facts());
        refreshAccounts(); // deposits
    });
    disputes[raw->facts().contract] = std::move(run);
}

void Engine::Inside::takeOverDisputes() {
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(setup.data / "disputes", failure))
        if (auto run = DisputeRun::takeOver(entry.path(), disputeProgram())) follow(std::move(run));
}

} // namespace unchained::ui
