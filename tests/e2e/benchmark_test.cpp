// SPDX-License-Identifier: Apache-2.0
#include "core/net/net_fixture.h"
#include "e2e/processes.h"
#include "net/wire.h"
#include "protocol/signed.h"

using namespace unchained;
using namespace unchained::e2e;
using nlohmann::json;

TEST_CASE("a host is listed with the rate that the hub has seen, and again without delay") {
    Market market({"host"});
    Daemon& host = market.host("host", {"--benchmark", "1"});
    host.waitFor("seen by the hub: ");
    const json first = market.listing("host");
    INFO(first.dump());
    REQUIRE(first["measured"].is_object());
    CHECK(first["rate"] == first["measured"]["rate"]);
    CHECK(first["engine"] == first["measured"]["engine"]);
    CHECK(first["measured"]["steps"] >= 5);
    CHECK(first["measured"]["elapsedMs"] >= 900);
    CHECK(first["stepsChecked"] == 1);
    CHECK(first["stepsWrong"] == 0);
    host.signal(SIGTERM);
    CHECK(host.wait() == 0);
    Daemon& again = market.host("host", {"--benchmark", "1"});
    CHECK(again.output().find("the hub watches") == std::string::npos);
    CHECK(market.listing("host")["measured"] == first["measured"]);
    again.signal(SIGTERM);
    CHECK(again.wait() == 0);

    // Where the hub does not watch again, what it has seen is still the most that is listed.
    market.host("host", {"--benchmark", "0", "--measure"});
    CHECK(market.listing("host")["rate"] <= first["rate"]);
    // The books fold to the same after a restart of the hub.
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host works once for its first listing, and is known by the processor's name") {
    Market market({"host"});
    Daemon& host = market.host("host", {"--benchmark", "1"});
    const json row = market.listing("host");
    REQUIRE(row["measured"].is_object());
    CHECK(row["tflops"].get<double>() == doctest::Approx(2e-12 * row["rate"].get<double>()));
    CHECK(row["device"].get<std::string>().find("threads") != std::string::npos);
    // Nothing was measured before the hub watched, and what it saw is kept.
    CHECK(host.output().find("multiply-adds") > host.output().find("the hub watches"));
    CHECK(std::filesystem::exists(market.directory("host") + "/rate.cbor"));
}

TEST_CASE("bench reports what this machine does, with the signatures of the hub that saw it and of the host") {
    Market market({"host"});
    const Ended ended = market.node("host", {"bench", "--hub", market.address(), "--seconds", "1"});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    const json report = ended.json();
    INFO(report.dump());
    for (const char* path : {"/products/rate", "/training/rate", "/memory/bytes", "/memory/copy", "/disk/write",
                             "/disk/read", "/network/roundTripUs", "/network/throughput"})
        CHECK_MESSAGE(report[json::json_pointer(path)].get<std::uint64_t>() > 0, path);
    const auto bytes = [](const json& hex) { return fromHex(hex.get<std::string>()).value(); };
    const auto seen = protocol::openSigned<contract::Measurement>(bytes(report["measured"]["envelope"]));
    REQUIRE(seen);
    CHECK(toHex(seen->signer.view()) == market.peer("hub"));
    CHECK(toHex(seen->value.provider.view()) == market.peer("host"));
    CHECK(seen->value.rate() == report["measured"]["rate"].get<std::uint64_t>());
    CHECK(seen->value.rate() <= report["training"]["rate"].get<std::uint64_t>()); // the hub's clock stops later
    const auto whole = protocol::openSigned<contract::BenchReport>(bytes(report["signed"]["envelope"]));
    REQUIRE(whole);
    CHECK(toHex(whole->signer.view()) == market.peer("host"));
    CHECK(whole->value.measurement == bytes(report["measured"]["envelope"]));
    CHECK(whole->value.products == report["products"]["rate"].get<std::uint64_t>());
    CHECK(whole->value.diskRead == report["disk"]["read"].get<std::uint64_t>());
    // Nothing is left behind, and nothing is listed by it.
    CHECK(std::filesystem::is_empty(market.directory("host") + "/blobs"));
    CHECK(market.listing("host").is_null());
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("without a hub bench says that nobody has seen it, and needs no key") {
    const Folder folder;
    const Ended ended = run(kNode, {"--json", "--data-dir", folder / "data", "bench", "--engine", "avx2"});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    const json report = ended.json();
    CHECK(report["engine"] == "avx2");
    CHECK(report["products"]["rate"] > 0);
    CHECK(report["training"]["rate"] > 0);
    CHECK(report["measured"].is_null());
    CHECK(report["signed"].is_null());
    CHECK_FALSE(std::filesystem::exists(folder / "data/identity.key"));
}

TEST_CASE("a hub sends back what it is sent, and no more than a mebibyte") {
    const Market market({});
    const auto address = net::HubAddress::parse(market.address());
    REQUIRE(address);
    net::application();
    const std::unique_ptr<net::Connection> hub(net::dialHub(*address, net::alice(), {}, nullptr));
    bool ready = false;
    QObject::connect(hub.get(), &net::Connection::ready, [&] { ready = true; });
    REQUIRE(net::waitFor([&] { return ready; }));
    const auto echo = [&](std::size_t size) {
        std::optional<Result<cbor::Value>> answer;
        hub->call(cbor::Array{"echo", Bytes(size, 7)}, std::chrono::seconds(30),
                  [&](Result<cbor::Value> said) { answer = std::move(said); });
        REQUIRE(net::waitFor([&] { return answer.has_value(); }));
        return *answer;
    };
    const auto said = echo(net::kEchoBytesMax);
    REQUIRE(said);
    CHECK(*said->asArray()->front().asBytes() == Bytes(net::kEchoBytesMax, 7));
    CHECK_FALSE(echo(net::kEchoBytesMax + 1));
}

TEST_CASE("a host that was measured comes back in the middle of a contract") {
    Market market({"host"}, 40);
    Daemon& host = market.host("host", {"--benchmark", "1"});
    auto renting = market.startRent("result");
    market.hub().waitFor(": claim");
    host.signal(SIGKILL);
    host.wait();
    // Its own figure is another one this time; what is listed stays within what the hub has seen.
    market.host("host", {"--benchmark", "1", "--measure"}, "listed as busy");
    CHECK(renting->wait() == 0);
    CHECK(market.audit("hub")["audit"] == "ok");
}

TEST_CASE("a host that boasts of a better machine than it has is found") {
    Market market({"boaster"});
    Daemon& boaster = market.cheater("boaster", "boast");
    CHECK(boaster.output().find("the hub has not found the steps right") != std::string::npos);
    const json row = market.listing("boaster");
    INFO(row.dump());
    CHECK(row["measured"].is_null());
    CHECK(row["stepsChecked"] == 1);
    CHECK(row["stepsWrong"] == 1);
    const Ended rented = market.rent("result");
    CHECK(rented.status == 4); // nobody else is there, and this one is not chosen
}
