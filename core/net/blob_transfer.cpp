// SPDX-License-Identifier: Apache-2.0
#include "net/blob_transfer.h"

#include "gpu/merkle.h"
#include "net/net_error.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace unchained::net {

namespace {

constexpr const char* kBlobGet = "blob-get";
constexpr std::size_t kIndicesMax = 8;
constexpr std::size_t kPiecesAhead = 4; // enough to fill a link of 100 MB/s at 40 ms
constexpr std::size_t kPathMax = 64;

std::size_t pieceCount(std::uint64_t bytes) {
    return static_cast<std::size_t>((bytes + merkle::kPieceBytes - 1) / merkle::kPieceBytes);
}

} // namespace

bool BlobServer::isRequest(const cbor::Value& body) {
    const auto* fields = body.asArray();
    const auto* name = fields && !fields->empty() ? fields->front().asText() : nullptr;
    return name && *name == kBlobGet;
}

Result<cbor::Value> BlobServer::answer(const PeerId& asker, const cbor::Value& body) {
    cbor::Reader in(body, "blob-get", 3);
    (void)in.text(16);
    const auto root = in.fixed<Hash256>();
    const auto piece = in.u64(UINT32_MAX);
    if (auto done = in.finish(); !done) return done.error();
    const Error refused =
        makeError(NetError::BlobRefused, toHex(root.view()), "the other side does not hold this blob for you");
    if (!m_mayRead(asker, root)) return refused;
    const auto index = indexOf(root);
    if (!index) return index.error().is(storage::BlobError::NotFound) ? refused : index.error();
    if (piece >= (*index)->pieceRoots.size()) {
        return makeError(NetError::BlobRefused, toHex(root.view()),
                         Message("has %1 pieces; number %2 was asked for", (*index)->pieceRoots.size(), piece));
    }
    auto bytes = m_store.readPiece(root, **index, piece);
    if (!bytes) return bytes.error();
    cbor::Array path;
    for (const auto& hash : merkle::pathOf((*index)->pieceRoots, piece))
        path.emplace_back(hash);
    return cbor::Value(cbor::Array{(*index)->bytes, std::move(path), *std::move(bytes)});
}

Result<const storage::BlobIndex*> BlobServer::indexOf(const Hash256& root) {
    const auto known =
        std::find_if(m_indices.begin(), m_indices.end(), [&](const auto& entry) { return entry.first == root; });
    if (known != m_indices.end()) {
        m_indices.splice(m_indices.begin(), m_indices, known);
    } else {
        auto index = m_store.index(root);
        if (!index) return index.error();
        m_indices.emplace_front(root, *std::move(index));
        if (m_indices.size() > kIndicesMax) m_indices.pop_back();
    }
    return &m_indices.front().second;
}

BlobFetch::BlobFetch(Connection* connection, const Hash256& root, std::uint64_t bytesMax, storage::BlobStore& store)
    : QObject(connection), m_connection(connection), m_root(root), m_bytesMax(bytesMax), m_store(store) {}

BlobFetch* BlobFetch::start(Connection* connection, const Hash256& root, std::uint64_t bytesMax,
                            storage::BlobStore& store, Progress progress, Done done,
                            std::chrono::milliseconds pieceDeadline) {
    auto* fetch = new BlobFetch(connection, root, bytesMax, store);
    fetch->m_progress = std::move(progress);
    fetch->m_done = std::move(done);
    fetch->m_pieceDeadline = pieceDeadline;
    QMetaObject::invokeMethod(
        fetch, [fetch] { fetch->begin(); }, Qt::QueuedConnection);
    return fetch;
}

void BlobFetch::begin() {
    if (m_store.has(m_root)) return finish({});
    auto part = m_store.openPart(m_root);
    if (!part) return finish(part.error());
    m_part.emplace(*std::move(part));
    if (m_part->isComplete()) return finish(m_part->commit()); // the empty blob too, or a stop just before the rename
    m_nextPiece = m_part->index().pieceRoots.size();
    m_sinceReport.start();
    ask();
}

void BlobFetch::ask() {
    // Until a verified piece has told the size, one question at a time: there may be no second piece.
    const std::size_t ahead = m_bytes ? kPiecesAhead : 1;
    while (m_asked + m_early.size() < ahead && (!m_bytes || m_nextPiece < pieceCount(*m_bytes))) {
        const std::size_t piece = m_nextPiece++;
        ++m_asked;
        m_connection->call(cbor::Array{kBlobGet, m_root, std::uint64_t{piece}}, m_pieceDeadline,
                           [self = QPointer(this), piece](Result<cbor::Value> answer) {
                               if (self && self->m_done) self->onPiece(piece, std::move(answer));
                           });
    }
}

void BlobFetch::onPiece(std::size_t piece, Result<cbor::Value> answer) {
    --m_asked;
    if (!answer) return finish(answer.error());
    if (auto taken = take(piece, *answer); !taken) return finish(taken);
    if (auto stored = store(); !stored) return finish(stored);
    if (m_part->index().bytes < *m_bytes) {
        report(false);
        return ask();
    }
    auto committed = m_part->commit();
    if (committed) report(true);
    finish(std::move(committed));
}

Result<void> BlobFetch::take(std::size_t piece, const cbor::Value& answer) {
    cbor::Reader in(answer, "blob piece", 3);
    const auto bytes = in.u64();
    merkle::Path path;
    for (const auto& step : in.array(kPathMax)) {
        const auto* raw = step.asBytes();
        const auto hash = raw ? Hash256::from(*raw) : std::nullopt;
        if (!hash) in.fail("has a path of something else than hashes");
        path.push_back(hash.value_or(Hash256{}));
    }
    Bytes data = in.bytes(merkle::kPieceBytes);
    if (auto done = in.finish(); !done) return done;
    if (bytes > m_bytesMax) {
        return makeError(NetError::BlobTooLarge, toHex(m_root.view()),
                         Message("has %1 bytes; %2 are allowed", bytes, m_bytesMax));
    }
    const bool sameSize = !m_bytes || *m_bytes == bytes;
    if (!sameSize || !merkle::verifyPiece(data, piece, bytes, path, m_root)) {
        return makeError(NetError::BlobForged, toHex(m_root.view()),
                         Message("piece %1 does not belong to this blob", piece), "fetch it from another peer");
    }
    m_bytes = bytes;
    m_early.emplace(piece, std::move(data));
    return {};
}

Result<void> BlobFetch::store() {
    for (auto next = m_early.begin(); next != m_early.end() && next->first == m_part->index().pieceRoots.size();) {
        if (auto appended = m_part->append(next->second); !appended) return appended;
        next = m_early.erase(next);
    }
    return {};
}

void BlobFetch::report(bool last) {
    constexpr qint64 kReportMs = 100;
    if (!m_progress || (!last && m_sinceReport.elapsed() < kReportMs)) return;
    m_sinceReport.restart();
    m_progress(m_part->index().bytes, *m_bytes);
}

void BlobFetch::finish(Result<void> result) {
    m_part.reset(); // frees the lock before the caller may begin again
    deleteLater();
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

} // namespace unchained::net
