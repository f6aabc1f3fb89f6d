// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "gpu/cbor.h"
#include "net/connection.h"
#include "storage/blob_store.h"

#include <QElapsedTimer>
#include <QObject>

#include <chrono>
#include <functional>
#include <list>
#include <map>
#include <optional>

/// Blobs over a connection's calls, in pieces of merkle::kPieceBytes, each provable by itself:
///
///     ["blob-get", root, piece]  ->  [bytes of the whole blob, [Merkle path of the piece], bytes of the piece]
namespace unchained::net {

/// The largest state or data that hub, host and renter fetch.
inline constexpr std::uint64_t kBlobBytesMax = std::uint64_t{8} << 30;

/// Answers blob-get from a store. Part of a shell's call handler; one thread. The store must outlive it.
class BlobServer {
public:
    using Permission = std::function<bool(const PeerId& asker, const Hash256& root)>;

    BlobServer(const storage::BlobStore& store, Permission mayRead) : m_store(store), m_mayRead(std::move(mayRead)) {}

    [[nodiscard]] static bool isRequest(const cbor::Value& body);
    /// Error{BlobRefused} alike for a blob that the asker may not have and for one that is not here.
    [[nodiscard]] Result<cbor::Value> answer(const PeerId& asker, const cbor::Value& body);

private:
    [[nodiscard]] Result<const storage::BlobIndex*> indexOf(const Hash256& root);

    const storage::BlobStore& m_store;
    Permission m_mayRead;
    std::list<std::pair<Hash256, storage::BlobIndex>> m_indices; ///< the last ones asked for, newest first
};

/// Fetches one blob into a store. Pieces are verified one by one and kept in <root>.part, from where a later fetch, on
/// any connection or after a restart, goes on.
class BlobFetch : public QObject {
    Q_OBJECT
public:
    using Progress = std::function<void(std::uint64_t bytesDone, std::uint64_t bytesTotal)>;
    using Done = std::function<void(Result<void>)>;

    /// Begins at once and deletes itself after `done`, which is called exactly once and never inside start().
    /// Destroying it, or the connection that is its parent, cancels without a call. The store must outlive it.
    /// @param bytesMax       Error{BlobTooLarge} beyond
    /// @param progress       at most ten times a second, and at the end; may be empty
    /// @param pieceDeadline  for each piece
    /// A piece that does not belong to the root is Error{BlobForged}: what went before is kept, the peer is a liar.
    static BlobFetch* start(Connection* connection, const Hash256& root, std::uint64_t bytesMax,
                            storage::BlobStore& store, Progress progress, Done done,
                            std::chrono::milliseconds pieceDeadline = std::chrono::seconds(60));

private:
    BlobFetch(Connection* connection, const Hash256& root, std::uint64_t bytesMax, storage::BlobStore& store);
    void begin();
    void ask();
    void onPiece(std::size_t piece, Result<cbor::Value> answer);
    Result<void> take(std::size_t piece, const cbor::Value& answer);
    Result<void> store();
    void report(bool last);
    void finish(Result<void> result);

    Connection* m_connection;
    const Hash256 m_root;
    const std::uint64_t m_bytesMax;
    storage::BlobStore& m_store;
    Progress m_progress;
    Done m_done;
    std::chrono::milliseconds m_pieceDeadline{};
    std::optional<storage::BlobPart> m_part;
    std::optional<std::uint64_t> m_bytes; ///< of the whole blob, as the first verified piece says
    std::size_t m_nextPiece = 0;          ///< to be asked for
    std::size_t m_asked = 0;              ///< without an answer yet
    std::map<std::size_t, Bytes> m_early; ///< verified, but an earlier one is missing
    QElapsedTimer m_sinceReport;
};

} // namespace unchained::net
