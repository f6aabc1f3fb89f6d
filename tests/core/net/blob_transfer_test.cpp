// SPDX-License-Identifier: Apache-2.0
#include "net/blob_transfer.h"

#include "gpu/merkle.h"
#include "net_fixture.h"

#include <QTemporaryDir>

#include <fstream>

namespace unchained::net {

namespace {

constexpr std::uint64_t kAny = std::uint64_t{1} << 40;

Bytes blobOf(std::size_t size) {
    Bytes out(size);
    std::uint32_t x = 12345;
    for (auto& byte : out)
        byte = static_cast<std::uint8_t>((x = x * 1664525 + 1013904223) >> 24);
    return out;
}

/// The hub serves its store to alice, who fetches into hers.
struct Exchange {
    Exchange()
        : there(*storage::BlobStore::open(directory.filePath("there").toStdString())),
          here(*storage::BlobStore::open(directory.filePath("here").toStdString())),
          server(there, [this](const PeerId& asker, const Hash256&) { return allowed && asker == alice().peer; }) {
        pair.onAccepted = [this](Connection* connection) {
            connection->setCallHandler([this, connection](const cbor::Value& body, const Connection::Answer& answer) {
                REQUIRE(BlobServer::isRequest(body));
                ++asked;
                auto result = server.answer(connection->peer(), body);
                if (alter) alter(result);
                if (asked == closeAt) connection->close();
                answer(std::move(result));
            });
        };
        pair.dial();
    }
    Result<void> fetch(const Hash256& root, std::uint64_t bytesMax = kAny) {
        std::optional<Result<void>> outcome;
        BlobFetch::start(
            pair.client->it, root, bytesMax, here,
            [this](auto done, auto total) {
                progress = {done, total};
            },
            [&](Result<void> result) { outcome = std::move(result); });
        REQUIRE(waitFor([&] { return outcome.has_value(); }));
        return *outcome;
    }
    std::uintmax_t partBytes(const Hash256& root) const {
        std::error_code failed;
        const auto bytes = std::filesystem::file_size(here.pathOf(root).string() + ".part", failed);
        return failed ? 0 : bytes;
    }

    QTemporaryDir directory;
    storage::BlobStore there;
    storage::BlobStore here;
    BlobServer server;
    Pair pair;
    bool allowed = true;
    int asked = 0;
    int closeAt = -1;
    std::function<void(Result<cbor::Value>&)> alter;
    std::pair<std::uint64_t, std::uint64_t> progress;
};

} // namespace

TEST_CASE("a blob of any size arrives whole") {
    for (const std::size_t size : {0, 1, 1023, 1024, 1025, 1 << 20, (1 << 20) + 1, 5 << 20, (9 << 20) + 777}) {
        Exchange exchange;
        const Bytes blob = blobOf(size);
        const Hash256 root = *exchange.there.write(blob);
        CHECK(root == merkle::blobRoot(blob));
        CHECK(exchange.fetch(root).ok());
        CHECK(exchange.here.read(root).value() == blob);
        if (size > 0) CHECK(exchange.progress == std::pair<std::uint64_t, std::uint64_t>(size, size));
        CHECK(exchange.partBytes(root) == 0);
        const int before = exchange.asked;
        CHECK(exchange.fetch(root).ok()); // what is here is not fetched again
        CHECK(exchange.asked == before);
    }
}

TEST_CASE("a fetch that broke off goes on where it stopped") {
    Exchange exchange;
    const Bytes blob = blobOf(std::size_t{12} << 20);
    const Hash256 root = *exchange.there.write(blob);
    exchange.closeAt = 8;
    const auto broken = exchange.fetch(root);
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().transient);
    const auto kept = exchange.partBytes(root) >> 20;
    CHECK(kept >= 3);
    CHECK(kept < 8);
    exchange.pair.dial();
    // A write that was cut short, as after a power loss.
    std::ofstream(exchange.here.pathOf(root).string() + ".part", std::ios::app) << "half a piece";
    exchange.asked = 0;
    exchange.closeAt = -1;
    CHECK(exchange.fetch(root).ok());
    CHECK(exchange.asked == static_cast<int>(12 - kept));
    CHECK(exchange.here.read(root).value() == blob);
}

TEST_CASE("a forged piece is refused and what was good before it is kept") {
    for (const int field : {0, 1, 2}) {
        Exchange exchange;
        const Bytes blob = blobOf(std::size_t{6} << 20);
        const Hash256 root = *exchange.there.write(blob);
        exchange.alter = [&](Result<cbor::Value>& result) {
            if (exchange.asked != 4) return;
            cbor::Array answer = *result->asArray();
            Bytes data = *answer[2].asBytes();
            data[77] ^= 1;
            if (field == 0) answer[0] = std::uint64_t{5} << 20;
            if (field == 1) answer[1] = cbor::Array{Hash256{}, Hash256{}, Hash256{}};
            if (field == 2) answer[2] = std::move(data);
            result = cbor::Value(std::move(answer));
        };
        const auto forged = exchange.fetch(root);
        REQUIRE_FALSE(forged.ok());
        CHECK(forged.error().is(NetError::BlobForged));
        CHECK(forged.error().sentence.str() == "piece 3 does not belong to this blob");
        CHECK_FALSE(exchange.here.has(root));
        CHECK(exchange.partBytes(root) == std::uintmax_t{3} << 20);
        exchange.alter = nullptr;
        CHECK(exchange.fetch(root).ok());
        CHECK(exchange.here.read(root).value() == blob);
    }
}

TEST_CASE("a part that went bad on the disk is thrown away and fetched again") {
    Exchange exchange;
    const Bytes blob = blobOf(std::size_t{4} << 20);
    const Hash256 root = *exchange.there.write(blob);
    exchange.closeAt = 4;
    CHECK_FALSE(exchange.fetch(root).ok());
    REQUIRE(exchange.partBytes(root) >= std::uintmax_t{2} << 20);
    {
        std::fstream file(exchange.here.pathOf(root).string() + ".part", std::ios::in | std::ios::out);
        file.put(static_cast<char>(blob[0] ^ 1));
    }
    exchange.closeAt = -1;
    exchange.pair.dial();
    const auto bad = exchange.fetch(root);
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().is(storage::BlobError::Corrupt));
    CHECK(bad.error().transient);
    CHECK(exchange.fetch(root).ok());
    CHECK(exchange.here.read(root).value() == blob);
}

TEST_CASE("a blob that is not there and one that is not allowed look alike") {
    Exchange exchange;
    const Hash256 root = *exchange.there.write(blobOf(1000));
    const Hash256 missing = merkle::blobRoot(blobOf(1001));
    const auto absent = exchange.fetch(missing);
    exchange.allowed = false;
    const auto forbidden = exchange.fetch(root);
    REQUIRE_FALSE(absent.ok());
    REQUIRE_FALSE(forbidden.ok());
    CHECK(absent.error().is(NetError::BlobRefused));
    CHECK(forbidden.error().sentence == absent.error().sentence);
    CHECK(forbidden.error().code == absent.error().code);
}

TEST_CASE("a blob above the limit is not fetched") {
    Exchange exchange;
    const Hash256 root = *exchange.there.write(blobOf(std::size_t{3} << 20));
    const auto large = exchange.fetch(root, (std::uint64_t{3} << 20) - 1);
    REQUIRE_FALSE(large.ok());
    CHECK(large.error().is(NetError::BlobTooLarge));
    CHECK(exchange.asked == 1);
    CHECK(exchange.fetch(root, std::uint64_t{3} << 20).ok());
}

TEST_CASE("a piece that rotted on the server's disk is not sent") {
    Exchange exchange;
    const Bytes blob = blobOf(std::size_t{3} << 20);
    const Hash256 root = *exchange.there.write(blob);
    exchange.alter = [&](Result<cbor::Value>&) {
        std::fstream file(exchange.there.pathOf(root), std::ios::in | std::ios::out);
        file.seekp(2 << 20);
        file.put(static_cast<char>(blob[2 << 20] ^ 1));
        exchange.alter = nullptr;
    };
    const auto rotten = exchange.fetch(root);
    REQUIRE_FALSE(rotten.ok());
    CHECK(rotten.error().is(storage::BlobError::Corrupt));
}

} // namespace unchained::net
