// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/blob_transfer.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace unchained::net {

/// Fetches blobs for several who wait, each from its own holders: a few at a time and in turns, so that nobody whose
/// holders are gone, silent or slow keeps another one waiting.
///
/// A turn asks the holders in their order. It ends with the blob, when the last holder has refused (then it rests a
/// moment), or after its time; what has come is kept. A holder that let a turn's time go by and sent next to nothing
/// is not the first to be asked in the next one. Each debtor, who should send it, has one turn at a time, and the next
/// one is that of the debtor whose last turn is longest ago: to owe many blobs delays nobody else's. Who waits for a
/// blob that is fetched for somebody else just now waits for the end of that turn, or has it with them.
///
/// One thread. The store must outlive it.
class BlobFetches : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::size_t atOnce = 8;
        std::chrono::milliseconds turn = std::chrono::seconds(60);
    };
    /// Connections to whoever may hold it, as they are now; the first is asked first.
    using Holders = std::function<std::vector<Connection*>()>;

    BlobFetches(storage::BlobStore& blobs, Limits limits, QObject* parent = nullptr);

    /// Until it is here or forgotten. `id` is who waits; one that waits for this root already is left as it is.
    void want(std::uint64_t id, const Hash256& root, const PeerId& debtor, Holders holders);
    /// Ends also what is under way.
    void forget(std::uint64_t id);
    /// Somebody has come who may hold what nobody held.
    void lookAgain();

signals:
    /// It waits no longer: the blob is here.
    void fetched(quint64 id);
    void log(const QString& line);

private:
    /// One at work. Its callbacks hold it weakly: what comes after its end is nobody's.
    struct Turn {
        QPointer<BlobFetch> fetch;
        QTimer late;
        std::size_t asked = 0; ///< holders
        std::optional<std::uint64_t> bytesAtFirst;
        std::uint64_t bytes = 0; ///< of the blob that are here
    };
    struct Want {
        Hash256 root;
        PeerId debtor;
        Holders holders;
        std::size_t first = 0;        ///< of the holders, to be asked
        std::uint64_t lastServed = 0; ///< number of its last turn
        bool rests = false;
        std::string said; ///< the last trouble, which is not logged twice
        std::shared_ptr<Turn> turn;
    };
    void serve();
    [[nodiscard]] std::map<std::uint64_t, Want>::iterator nextToServe();
    void ask(std::uint64_t id);
    void onEnded(std::uint64_t id, const Result<void>& done);
    void onLate(std::uint64_t id);
    static void endTurn(Want& want);
    void serveLater();

    storage::BlobStore& m_blobs;
    const Limits m_limits;
    std::map<std::uint64_t, Want> m_wants;
    std::uint64_t m_turns = 0;
    std::map<PeerId, std::uint64_t> m_lastOf; ///< number of the last turn of a debtor
    QTimer m_serve, m_rest;
};

} // namespace unchained::net
