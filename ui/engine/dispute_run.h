// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/structures.h"
#include "engine/facts.h"
#include "identity/keys.h"
#include "storage/blob_store.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <memory>

namespace unchained::protocol {
class RenterSession;
}
namespace unchained::net {
struct StoredContract;
}

namespace unchained::ui {

/// What is disputed.
struct DisputeOrder {
    qint64 job = 0;
    QString hub; ///< address
    QByteArray contract;
    std::optional<quint64> step; ///< of the contract, counted from 0
    bool rounds = false;         ///< the whole run, narrowed with the host
    QString text;
};

/// What is started, and as whom.
struct DisputeProgram {
    std::filesystem::path node, data;
    QString passphrase;
};

/// A dispute under way: `unchained-node case dispute`, detached, so that nobody loses a deposit because a window was
/// closed. All that it needs and says lies in <data>/disputes/<contract>. The engine's thread.
class DisputeRun : public QObject {
    Q_OBJECT
public:
    /// Writes the folder anew: the renter's record of the contract, its data, Y[0], and the state handed over before
    /// the step, as far as they are in the store or with the result.
    [[nodiscard]] static Result<void> prepare(const std::filesystem::path& folder, const identity::Keys& keys,
                                              const protocol::RenterSession& session, const net::StoredContract& stored,
                                              const storage::BlobStore& blobs, const std::filesystem::path& result,
                                              std::optional<quint64> step);
    /// Null where the program cannot be started.
    [[nodiscard]] static std::unique_ptr<DisputeRun> start(const std::filesystem::path& folder,
                                                           const DisputeProgram& program, const DisputeOrder& order);
    /// One that an earlier window began. Where it was cut off before its answer, as by a loss of power, it is started
    /// again, and plays an open case on. Null where it has ended, and the folder is removed.
    [[nodiscard]] static std::unique_ptr<DisputeRun> takeOver(const std::filesystem::path& folder,
                                                              const DisputeProgram& program);

    [[nodiscard]] const DisputeFacts& facts() const { return m_facts; }

signals:
    void changed();

private:
    DisputeRun(std::filesystem::path folder, qint64 process, DisputeFacts facts);
    void look();

    const std::filesystem::path m_folder;
    const qint64 m_process;
    DisputeFacts m_facts;
    QTimer m_look;
};

} // namespace unchained::ui
