// SPDX-License-Identifier: Apache-2.0
#include "net/blob_fetches.h"

#include "gpu/merkle.h"
#include "net_fixture.h"

#include <QTemporaryDir>

namespace unchained::net {

namespace {

/// The hub's side serves what alice wants; some of its blobs it is asked for in vain, without a word.
struct Waiters {
    explicit Waiters(BlobFetches::Limits limits)
        : there(*storage::BlobStore::open(directory.filePath("there").toStdString())),
          here(*storage::BlobStore::open(directory.filePath("here").toStdString())),
          server(there, [](const PeerId&, const Hash256&) { return true; }), fetches(here, limits) {
        pair.onAccepted = [this](Connection* connection) {
            connection->setCallHandler([this, connection](const cbor::Value& body, const Connection::Answer& answer) {
                answer(server.answer(connection->peer(), body));
            });
            if (++connections == 1 && firstIsSilent)
                connection->setCallHandler(
                    [this](const cbor::Value&, const Connection::Answer& answer) { kept.push_back(answer); });
        };
        QObject::connect(&fetches, &BlobFetches::fetched, &fetches, [this](quint64 id) { came.push_back(id); });
    }
    Connection* dial() {
        dialed.push_back(std::make_unique<Watch>(dialHub(pair.address(), alice(), {}, nullptr)));
        REQUIRE(waitFor([this] { return dialed.back()->ready; }));
        return dialed.back()->it;
    }
    Hash256 blob(std::uint8_t number, std::size_t bytes = 5000) { return *there.write(Bytes(bytes, number)); }
    /// @param debtor  0: one of its own
    void want(std::uint64_t id, const Hash256& root, std::vector<Connection*> from, std::uint8_t debtor = 0) {
        fetches.want(id, root, debtorOf(debtor == 0 ? static_cast<std::uint8_t>(id) : debtor),
                     [from = std::move(from)] { return from; });
    }

    static PeerId debtorOf(std::uint8_t number) { return PeerId{{number}}; }

    QTemporaryDir directory;
    storage::BlobStore there, here;
    BlobServer server;
    bool firstIsSilent = false;
    int connections = 0;
    std::vector<Connection::Answer> kept;
    std::vector<std::uint64_t> came;
    Pair pair;
    std::vector<std::unique_ptr<Watch>> dialed;
    BlobFetches fetches;
};

constexpr std::chrono::milliseconds kForEver = std::chrono::hours(1);

} // namespace

TEST_CASE("who has nobody to ask, and who is refused, keeps nobody waiting and has it when somebody comes") {
    Waiters w({1, kForEver});
    Connection* holder = w.dial();
    const Hash256 lost = merkle::blobRoot(Bytes(3, 3)), here = w.blob(1);
    w.want(1, lost, {});
    w.want(2, lost, {holder, holder});
    std::vector<Connection*> later;
    w.fetches.want(3, w.blob(2), Waiters::debtorOf(3), [&later] { return later; });
    w.want(4, here, {holder});
    REQUIRE(waitFor([&] { return w.came.size() == 1; }));
    CHECK(w.came.front() == 4);
    CHECK(w.here.has(here));
    later.push_back(holder);
    w.fetches.lookAgain();
    REQUIRE(waitFor([&] { return w.came.size() == 2; }));
    CHECK(w.came.back() == 3);
}

TEST_CASE("a holder that says nothing has the place for its turn only, and in the next one another is asked first") {
    Waiters w({1, std::chrono::milliseconds(50)});
    w.firstIsSilent = true;
    Connection* mute = w.dial();
    Connection* holder = w.dial();
    w.want(1, w.blob(1), {mute, holder});
    w.want(2, w.blob(2), {mute});
    w.want(3, w.blob(3), {holder});
    REQUIRE(waitFor([&] { return w.came.size() == 2; }));
    CHECK(w.came == std::vector<std::uint64_t>{3, 1});
    CHECK(w.kept.size() >= 2);
}

TEST_CASE("who owes many blobs and sends none has one place, and the others go to who waits behind it") {
    Waiters w({2, kForEver});
    w.firstIsSilent = true;
    Connection* mute = w.dial();
    Connection* holder = w.dial();
    for (std::uint8_t id = 1; id <= 20; ++id)
        w.want(id, w.blob(id), {mute}, 99);
    REQUIRE(waitFor([&] { return !w.kept.empty(); }));
    w.want(21, w.blob(21), {holder});
    w.want(22, w.blob(22), {holder});
    REQUIRE(waitFor([&] { return w.came.size() == 2; }));
    CHECK(w.came == std::vector<std::uint64_t>{21, 22});
    CHECK(w.kept.size() == 1);
}

TEST_CASE("what is no longer wanted makes way at once, and what two want is fetched once for both") {
    Waiters w({1, kForEver});
    w.firstIsSilent = true;
    Connection* mute = w.dial();
    Connection* holder = w.dial();
    w.want(1, w.blob(1), {mute});
    REQUIRE(waitFor([&] { return w.kept.size() == 1; }));
    w.want(2, w.blob(2), {holder});
    w.want(3, w.blob(2), {mute});
    w.fetches.forget(1);
    REQUIRE(waitFor([&] { return w.came.size() == 2; }));
    CHECK(w.came == std::vector<std::uint64_t>{2, 3});
    CHECK(w.kept.size() == 1);
}

TEST_CASE("a fetch whose connection ends goes on with the next holder") {
    Waiters w({1, kForEver});
    w.firstIsSilent = true;
    Connection* mute = w.dial();
    Connection* holder = w.dial();
    std::vector<QPointer<Connection>> holders{mute, holder};
    w.fetches.want(1, w.blob(1), Waiters::debtorOf(1), [&] {
        std::vector<Connection*> there;
        for (const auto& each : holders)
            if (each) there.push_back(each);
        return there;
    });
    REQUIRE(waitFor([&] { return w.kept.size() == 1; }));
    delete mute;
    REQUIRE(waitFor([&] { return w.came.size() == 1; }));
}

} // namespace unchained::net
