// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/checkers.h"
#include "jobs/worker_process.h"
#include "net/hub_link.h"
#include "storage/blob_store.h"
#include "verification/checker.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace unchained::net {

struct CheckerSetup {
    Amount stake, feeLeast;
    std::string engine; ///< empty: the fastest
    std::filesystem::path worker;
    /// Roots in place of work: for test programs that lie.
    std::function<verification::RootPair(const contract::CheckTask&)> invent;
};

/// A checker for hire: stands on the hub's list with its stake, and makes the checks that the draw gives it, one after
/// another. It keeps nothing of its own but the blobs of the task at hand: the hub says what is still to be done, also
/// after a crash of either.
///
/// One thread. Keys and blobs must outlive it.
class CheckerNode : public QObject {
    Q_OBJECT
public:
    CheckerNode(const identity::Keys& keys, storage::BlobStore& blobs, HubAddress hub, CheckerSetup setup,
                QObject* parent = nullptr);

    void start();
    /// Leaves the list, gives back what it has not answered, and ends its worker. Where the hub does not answer within
    /// seconds it ends all the same, and stands on the list still.
    void stop(std::function<void()> done);
    /// As the hub last said.
    [[nodiscard]] const contract::CheckerView& view() const { return m_view; }

signals:
    void log(const QString& line);
    /// On the list, with the stake that was asked for.
    void enlisted();
    /// The hub has said something new of us.
    void changed();
    /// It cannot go on: refused, or struck off the list (view() says why).
    void broken(const unchained::Error& why);

private:
    void onUp();
    void onNote(const cbor::Value& note);
    void askView(bool first);
    void takeView(const contract::CheckerView& view, bool first);
    void enlist();
    [[nodiscard]] std::uint64_t nextVersion() const;
    void look();
    void take(const cbor::Value& tasks);
    void gather();
    void compute();
    void answer(const verification::RootPair& roots);
    void decline(const std::string& why);
    void send(cbor::Value command);
    void failed(const Error& why);
    void drop();
    void tryAgain();
    void dropOther(const std::vector<Hash256>& data);
    [[nodiscard]] TimeMs leftForTask() const;

    const identity::Keys& m_keys;
    storage::BlobStore& m_blobs;
    const CheckerSetup m_setup;
    HubLink m_link;
    jobs::WorkerProcess m_worker;
    contract::CheckerView m_view;
    std::optional<contract::CheckTask> m_task; ///< at hand
    struct Due {
        TimeMs answerBy = 0, declineAt = 0;
    };
    std::map<Hash256, Due> m_due; ///< by salt of the tasks, as of when each was first seen
    std::vector<Hash256> m_data;  ///< sets that lie here
    std::uint64_t m_round = 0;    ///< of work: what an earlier one began does not count any more
    std::uint64_t m_request = 0;  ///< of the worker
    bool m_isOn = false, m_looking = false, m_stopping = false;
    QTimer m_again, m_late;
};

} // namespace unchained::net
