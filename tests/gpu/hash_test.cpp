// SPDX-License-Identifier: Apache-2.0
#include "gpu/hash.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <thread>

using namespace unchained;

namespace {

Bytes bytesOf(const std::string& text) {
    return fromHex(text).value();
}

nlohmann::json chain() {
    std::ifstream file(TESTS_DIR "/vectors/chain.json");
    return nlohmann::json::parse(file);
}

Hash256 hash(const nlohmann::json& text) {
    return Hash256::from(bytesOf(text.get<std::string>())).value();
}

} // namespace

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples") {
    CHECK(toHex(sha256(ByteView{}).view()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(toHex(sha256(asBytes("abc")).view()) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(toHex(sha256(asBytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).view()) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(toHex(sha256(Bytes(1000000, 'a')).view()) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("parts and pieces give the digest of the whole") {
    Bytes data(1000);
    for (std::size_t i = 0; i < data.size(); ++i) {
        data[i] = static_cast<std::uint8_t>(i * 31);
    }
    const ByteView view = data;
    const Hash256 whole = sha256(view);
    for (const std::size_t at : {0, 1, 63, 64, 65, 999, 1000}) {
        CHECK(sha256({view.first(at), view.subspan(at)}) == whole);
        Sha256Stream stream;
        stream.add(view.first(at));
        stream.add({});
        Sha256Stream moved = std::move(stream);
        moved.add(view.subspan(at));
        CHECK(moved.finish() == whole);
    }
}

TEST_CASE("threads do not disturb each other") {
    const Hash256 wanted = sha256(Bytes(5000, 'x'));
    std::vector<int> wrong(4);
    {
        std::vector<std::jthread> threads;
        for (int& count : wrong) {
            threads.emplace_back([&count, &wanted] {
                for (int i = 0; i < 500; ++i) {
                    count += sha256(Bytes(5000, 'x')) == wanted ? 0 : 1;
                }
            });
        }
    }
    CHECK(wrong == std::vector<int>(4));
}

TEST_CASE("HMAC-SHA256 gives the tags of RFC 4231") {
    struct Case {
        Bytes key;
        Bytes data;
        const char* tag;
    };
    const auto text = [](std::string_view s) { return Bytes(s.begin(), s.end()); };
    const std::string big =
        "This is a test using a larger than block-size key and a larger than block-size data. The key "
        "needs to be hashed before being used by the HMAC algorithm.";
    const std::vector<Case> cases = {
        {Bytes(20, 0x0b), text("Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {text("Jefe"), text("what do ya want for nothing?"),
         "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {Bytes(20, 0xaa), Bytes(50, 0xdd), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"},
        {bytesOf("0102030405060708090a0b0c0d0e0f10111213141516171819"), Bytes(50, 0xcd),
         "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"},
        {Bytes(131, 0xaa), text("Test Using Larger Than Block-Size Key - Hash Key First"),
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
        {Bytes(131, 0xaa), text(big), "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"},
        {{}, {}, "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"},
    };
    for (const Case& entry : cases) {
        CHECK(toHex(hmacSha256(entry.key, entry.data).view()) == entry.tag);
    }
}

TEST_CASE("tagged hashes are those of the vectors") {
    const auto vectors = chain();
    CHECK(vectors["tagged"].size() == 10);
    for (const auto& entry : vectors["tagged"]) {
        cbor::Array items;
        for (const auto& item : entry["items"]) {
            if (item.contains("bytes")) {
                items.emplace_back(bytesOf(item["bytes"].get<std::string>()));
            } else {
                items.emplace_back(item["uint"].get<std::uint64_t>());
            }
        }
        const auto name = entry["name"].get<std::string>();
        CAPTURE(name);
        CHECK(taggedHash(name, items) == hash(entry["hash"]));
        items.insert(items.begin(), cbor::Value("unchained/" + name + "/v1"));
        CHECK(toHex(cbor::encode(items)) == entry["preimage"].get<std::string>());
    }
}

TEST_CASE("the run of the vectors follows from its hashes") {
    const auto run = chain()["run"];
    const auto& seeds = run["seeds"];
    for (std::size_t k = 1; k < seeds.size(); ++k) {
        CHECK(taggedHash("seed", {hash(seeds[k])}) == hash(seeds[k - 1]));
    }
    CHECK(hash(seeds.back()) == hash(run["last_seed"]));
    for (const auto& window : run["windows"]) {
        const auto k = window["k"].get<std::size_t>();
        CHECK(hash(window["seed"]) == hash(seeds[k]));
        CHECK(taggedHash("secret", {hash(window["secret"])}) == hash(window["secret_hash"]));
        CHECK(taggedHash("draw", {hash(window["secret"]), hash(seeds[k + 1])}) == hash(window["rho"]));
        for (std::size_t i = 0; i < window["step_seeds"].size(); ++i) {
            const std::uint64_t step = window["first_step"].get<std::uint64_t>() + i;
            CHECK(taggedHash("step-seed", {hash(seeds[k]), step}) == hash(window["step_seeds"][i]));
            const Hash256 draw = taggedHash("ticket", {hash(window["rho"]), hash(run["contract"]), step});
            CHECK(toHex(draw.view().first(8)) == window["draws"][i].get<std::string>());
        }
    }
}
