// SPDX-License-Identifier: Apache-2.0
#include "net/hub_server.h"

#include "identity/random.h"
#include "net_fixture.h"
#include "protocol/signed.h"

#include <QTemporaryDir>

namespace unchained::net {

namespace {

/// A hub whose clock the test puts forward.
struct ClockedHub {
    ClockedHub()
        : store(*storage::HubStore::open(directory.filePath("hub.sqlite").toStdString())),
          blobs(*storage::BlobStore::open(directory.filePath("blobs").toStdString())) {
        application();
        setup.listen = kLoopback;
        setup.clock = [this] { return time; };
        server.emplace(keys, store, blobs, setup);
        REQUIRE(server->start().ok());
    }
    void issue() {
        const contract::Issuance issuance{keys.peer(), identity::randomCommandId(), alice().peer, Amount::credits(1)};
        REQUIRE(server->operatorCommand(cbor::Array{"issue", protocol::sealed(keys, issuance)}).ok());
    }
    std::vector<protocol::HubEvent> logged() const {
        std::vector<protocol::HubEvent> out;
        const auto read = store.forEach([&](std::uint64_t, TimeMs, ByteView bytes) -> Result<void> {
            out.push_back(*protocol::decodeEvent(*cbor::decode(bytes)));
            return {};
        });
        REQUIRE(read.ok());
        return out;
    }

    QTemporaryDir directory;
    identity::Keys keys{identity::KeySeed{{7}}};
    storage::HubStore store;
    storage::BlobStore blobs;
    TimeMs time = 1'700'000'000'000;
    HubSetup setup;
    std::optional<HubServer> server;
};

} // namespace

TEST_CASE("before a hub that stood still holds a deadline against anybody it moves them all, and its log says so") {
    constexpr TimeMs kAnHour = 3'600'000;
    ClockedHub hub;
    hub.time += 2'000; // a busy moment
    hub.issue();
    const std::size_t before = hub.logged().size();
    CHECK(std::holds_alternative<protocol::HubCommand>(hub.logged().back()));
    CHECK(std::holds_alternative<protocol::HubBeaconBegan>(hub.logged()[before - 2]));

    hub.time += kAnHour;
    hub.issue();
    const auto events = hub.logged();
    REQUIRE(events.size() == before + 2);
    const auto* started = std::get_if<protocol::HubStarted>(&events[before]);
    REQUIRE(started);
    CHECK(started->gap == kAnHour);
    CHECK(std::holds_alternative<protocol::HubCommand>(events.back()));
    hub.issue();
    CHECK(hub.logged().size() == before + 3); // once
    bool ended = false;
    hub.server->stop([&] { ended = true; });
    CHECK(waitFor([&] { return ended; }));
}

} // namespace unchained::net
