// SPDX-License-Identifier: Apache-2.0
// Offers as no renter of ours makes them, to real processes.
#include "core/net/net_fixture.h"
#include "e2e/processes.h"
#include "protocol/signed.h"

using namespace unchained;
using namespace unchained::e2e;
using cbor::Array;

namespace {

const identity::Keys& renterKeys() {
    static const identity::Keys keys(identity::KeySeed{{7}});
    return keys;
}

/// What the other side answers to one call.
std::string answerOf(net::Connection* dialled, cbor::Value body) {
    net::Watch watch(dialled);
    REQUIRE(net::waitFor([&] { return watch.isOver(); }));
    REQUIRE_MESSAGE(watch.ready, (watch.closed ? watch.closed->text() : ""));
    std::optional<Result<cbor::Value>> answer;
    dialled->call(std::move(body), std::chrono::seconds(10), [&](Result<cbor::Value> a) { answer = std::move(a); });
    REQUIRE(net::waitFor([&] { return answer.has_value(); }));
    return *answer ? "taken" : answer->error().text();
}

TimeMs wallNow() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

PeerId peerOf(const std::string& hex) {
    return *PeerId::from(*fromHex(hex));
}

} // namespace

TEST_CASE("an offer whose life is over, or not yet begun, is refused by the host and by the hub") {
    Market market({"host"});
    market.host("host", {"--listen", "127.0.0.1:0"});
    net::application();
    const net::TlsIdentity self = net::makeTlsIdentity(renterKeys());
    const auto hub = net::HubAddress::parse(market.address());
    const auto host = net::Endpoint::parse(market.listing("host")["address"].get<std::string>());
    REQUIRE(hub.ok());
    REQUIRE(host.ok());

    contract::Offer offer;
    offer.hub = peerOf(market.peer("hub"));
    offer.provider = peerOf(market.peer("host"));
    const std::string words = "offer.expires: the offer's life of 60 s is over or not yet begun; make a new offer";
    for (const TimeMs expires : {wallNow() - 1'000, wallNow() + 120'000}) {
        offer.expires = expires;
        CHECK(answerOf(net::dialDirect(*host, offer.provider, self, {}, nullptr),
                       Array{"offer", protocol::sealed(renterKeys(), offer)}) == words);
    }
    const identity::Keys other(identity::KeySeed{{8}});
    offer.provider = other.peer();
    for (const TimeMs expires : {wallNow() - 1'000, wallNow() + 120'000}) {
        offer.expires = expires;
        const contract::Acceptance acceptance{sha256(contract::encodeStructure(offer)), "test"};
        CHECK(answerOf(net::dialHub(*hub, self, {}, nullptr), Array{"admit", protocol::sealed(renterKeys(), offer),
                                                                    protocol::sealed(other, acceptance)}) == words);
    }
    CHECK(market.books()["locked"] == 0);
}

TEST_CASE("a host takes no offer whose arbiter it has not chosen itself") {
    Market market({"host"});
    const PeerId trusted = identity::Keys(identity::KeySeed{{9}}).peer();
    market.host("host", {"--listen", "127.0.0.1:0", "--arbiter", toHex(trusted.view())});
    net::application();
    const net::TlsIdentity self = net::makeTlsIdentity(renterKeys());
    const auto host = net::Endpoint::parse(market.listing("host")["address"].get<std::string>());
    REQUIRE(host.ok());

    contract::Offer offer;
    offer.hub = peerOf(market.peer("hub"));
    offer.provider = peerOf(market.peer("host"));
    offer.expires = wallNow() + 30'000;
    const auto answer = [&] {
        return answerOf(net::dialDirect(*host, offer.provider, self, {}, nullptr),
                        Array{"offer", protocol::sealed(renterKeys(), offer)});
    };
    offer.arbiters = {trusted, renterKeys().peer()};
    const std::string words = answer();
    CHECK(words.rfind("offer.arbiters: this host does not trust ", 0) == 0);
    CHECK(words.find("name the marketplace's, or one whom the host has chosen, too") != std::string::npos);
    offer.arbiters = {trusted};
    CHECK(answer().rfind("offer.arbiters", 0) == std::string::npos); // of a program that it does not know
}
