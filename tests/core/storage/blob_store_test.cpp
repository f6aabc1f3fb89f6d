// SPDX-License-Identifier: Apache-2.0
#include "storage/blob_store.h"

#include "gpu/merkle.h"
#include "storage_fixture.h"

#include <csignal>
#include <doctest/doctest.h>
#include <fstream>
#include <sys/resource.h>
#include <unistd.h>

namespace unchained::storage {

namespace {

namespace fs = std::filesystem;

struct BlobFolder : Folder {
    [[nodiscard]] BlobStore store() const { return *BlobStore::open(path / "blobs"); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path / "blobs"), {}));
    }
};

/// No file may grow beyond `bytes` while it lives: the kernel then answers as a full disk does.
struct FileLimit {
    explicit FileLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before);
        previous = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{bytes, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FileLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, previous);
    }
    rlimit before{};
    void (*previous)(int) = nullptr;
};

const Bytes kBlob(3000000, 0x42);

} // namespace

TEST_CASE("a blob is found under its root and verified when it is read") {
    BlobFolder folder;
    BlobStore store = folder.store();
    const auto root = store.write(kBlob);
    REQUIRE(root.ok());
    CHECK(*root == merkle::blobRoot(kBlob));
    CHECK(store.has(*root));
    CHECK(store.pathOf(*root).filename() == toHex(root->view()));
    CHECK(store.read(*root).value() == kBlob);
    CHECK(store.write(kBlob).value() == *root);
    CHECK(folder.files() == 1);
    CHECK(folder.store().has(*root)); // after a restart too
    CHECK(store.read(*root, kBlob.size() - 1).error().is(BlobError::TooLarge));

    std::fstream(store.pathOf(*root), std::ios::in | std::ios::out).put('x');
    CHECK(store.read(*root).error().is(BlobError::Corrupt));
    CHECK(store.index(*root).error().is(BlobError::Corrupt));
    CHECK(store.remove(*root).ok());
    CHECK(store.remove(*root).ok());
    CHECK_FALSE(store.has(*root));
    CHECK(store.read(*root).error().is(BlobError::NotFound));
}

TEST_CASE("the empty blob is a blob") {
    BlobFolder folder;
    BlobStore store = folder.store();
    const auto root = store.write({});
    REQUIRE(root.ok());
    CHECK(store.read(*root).value().empty());
    CHECK(store.index(*root)->pieceRoots.empty());
}

TEST_CASE("piece roots stand for the whole tree") {
    BlobFolder folder;
    BlobStore store = folder.store();
    for (const std::size_t size : {1UL, 1048576UL, 1048577UL, 3000000UL, 5UL << 20, (7UL << 20) + 1}) {
        Bytes blob(size);
        for (std::size_t i = 0; i < size; ++i)
            blob[i] = static_cast<std::uint8_t>(i * 2654435761 >> 13);
        const Hash256 root = *store.write(blob);
        const auto index = store.index(root);
        REQUIRE(index.ok());
        CHECK(index->bytes == size);
        const auto leaves = merkle::blobLeaves(blob);
        for (std::size_t piece = 0; piece < index->pieceRoots.size(); ++piece) {
            const auto bytes = store.readPiece(root, *index, piece);
            REQUIRE(bytes.ok());
            CHECK(merkle::pathOf(index->pieceRoots, piece) == merkle::piecePath(leaves, piece));
            CHECK(merkle::verifyPiece(*bytes, piece, size, merkle::pathOf(index->pieceRoots, piece), root));
        }
        CHECK(store.readPiece(root, *index, index->pieceRoots.size()).error().is(BlobError::Corrupt));
    }
}

TEST_CASE("a full disk is said in words and leaves nothing behind") {
    BlobFolder folder;
    BlobStore store = folder.store();
    const Hash256 root = merkle::blobRoot(kBlob);
    {
        const FileLimit limit(2000000);
        const auto full = store.write(kBlob);
        REQUIRE_FALSE(full.ok());
        CHECK(full.error().is(BlobError::DiskFull));
        CHECK(full.error().transient);
        CHECK(full.error().text() ==
              store.pathOf(root).string() +
                  ": the disk is full; free space there, or choose another directory with --data-dir, and start again");
    }
    CHECK(folder.files() == 0);
    CHECK(store.write(kBlob).ok());
}

TEST_CASE("a part is kept over restarts but for its last piece, and only one may write it") {
    BlobFolder folder;
    BlobStore store = folder.store();
    const Hash256 root = merkle::blobRoot(kBlob);
    const ByteView blob = kBlob;
    {
        auto part = store.openPart(root);
        REQUIRE(part.ok());
        CHECK(part->append(blob.subspan(0, merkle::kPieceBytes)).ok());
        CHECK(part->append(blob.subspan(merkle::kPieceBytes, merkle::kPieceBytes)).ok());
        CHECK_FALSE(part->isComplete());
        const auto second = folder.store().openPart(root);
        REQUIRE_FALSE(second.ok());
        CHECK(second.error().is(BlobError::Busy));
    }
    CHECK_FALSE(store.has(root));
    {
        auto part = store.openPart(root);
        REQUIRE(part.ok());
        REQUIRE(part->index().pieceRoots.size() == 1);
        CHECK(part->append(blob.subspan(merkle::kPieceBytes, merkle::kPieceBytes)).ok());
        CHECK(part->append(blob.subspan(2 * merkle::kPieceBytes)).ok());
        CHECK(part->isComplete());
    }
    auto part = store.openPart(root); // stopped just before the rename
    REQUIRE(part.ok());
    CHECK(part->isComplete());
    CHECK(part->commit().ok());
    CHECK(store.read(root).value() == kBlob);
    CHECK(folder.files() == 1);
}

TEST_CASE("a directory that cannot be made is refused") {
    BlobFolder folder;
    std::ofstream(folder.path / "file") << "x";
    CHECK(BlobStore::open(folder.path / "file").error().is(BlobError::CannotWrite));
    CHECK(BlobStore::open(folder.path / "file" / "blobs").error().is(BlobError::CannotWrite));
}

} // namespace unchained::storage
