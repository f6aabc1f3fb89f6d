// SPDX-License-Identifier: Apache-2.0
#include "gpu/merkle.h"

#include "gpu/hash.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <fstream>

using namespace unchained;
using merkle::Path;

namespace {

nlohmann::json vectors(const std::string& name) {
    std::ifstream file(std::string(TESTS_DIR "/vectors/") + name);
    return nlohmann::json::parse(file);
}

Bytes hex(const nlohmann::json& text) {
    return fromHex(text.get<std::string>()).value();
}
Hash256 hashOf(const nlohmann::json& text) {
    return Hash256::from(hex(text)).value();
}

Path path(const nlohmann::json& list) {
    Path out;
    for (const auto& entry : list) {
        out.push_back(hashOf(entry));
    }
    return out;
}

Bytes formulaBytes(std::uint64_t length, std::uint64_t mul, std::uint64_t add) {
    Bytes out(length);
    for (std::uint64_t t = 0; t < length; ++t) {
        out[t] = static_cast<std::uint8_t>((t * t + mul * t + (t >> 10) + add) % 251);
    }
    return out;
}

Bytes formulaBytes(std::uint64_t length) {
    return formulaBytes(length, 168, 5);
}

/// RFC 6962 section 2.1 as it is written there: split at the largest power of two below the count.
Hash256 recursiveRoot(std::span<const Hash256> leaves) {
    if (leaves.empty()) return sha256(ByteView{});
    if (leaves.size() == 1) return leaves[0];
    const std::size_t split = std::bit_floor(leaves.size() - 1);
    return merkle::nodeHash(recursiveRoot(leaves.first(split)), recursiveRoot(leaves.subspan(split)));
}

} // namespace

TEST_CASE("the trees of certificate transparency have their roots and paths") {
    const auto file = vectors("merkle.json");
    CHECK(file["certificate_transparency"].size() == 9);
    for (const auto& tree : file["certificate_transparency"]) {
        std::vector<Hash256> leaves;
        for (const auto& leaf : tree["leaves"]) {
            leaves.push_back(merkle::leafHash(hex(leaf)));
        }
        CAPTURE(leaves.size());
        CHECK(merkle::rootOf(leaves) == hashOf(tree["root"]));
        for (std::size_t i = 0; i < leaves.size(); ++i) {
            CHECK(merkle::pathOf(leaves, i) == path(tree["paths"][i]));
            CHECK(merkle::verifyPath(leaves[i], i, leaves.size(), path(tree["paths"][i]), hashOf(tree["root"])));
        }
    }
}

TEST_CASE("salted roots are those of the vectors, and another salt or byte makes another one") {
    const auto file = vectors("merkle.json")["salted"];
    Hash256 salt = hashOf(file["salt"]);
    CHECK(file["roots"].size() == 8);
    for (const auto& entry : file["roots"]) {
        Bytes blob = formulaBytes(entry["length"].get<std::uint64_t>());
        CAPTURE(blob.size());
        CHECK(merkle::saltedRoot(salt, blob) == hashOf(entry["root"]));
        if (blob.empty()) continue;
        CHECK(merkle::saltedRoot(salt, blob) != merkle::blobRoot(blob));
        Hash256 other = salt;
        other.bytes[31] ^= 1;
        CHECK(merkle::saltedRoot(other, blob) != hashOf(entry["root"]));
        blob.back() ^= 1;
        CHECK(merkle::saltedRoot(salt, blob) != hashOf(entry["root"]));
    }
}

TEST_CASE("blobs of the vectors have their roots and proofs") {
    const auto file = vectors("merkle.json");
    CHECK(file["byte_strings"].size() == 16);
    for (const auto& entry : file["byte_strings"]) {
        const auto length = entry["length"].get<std::uint64_t>();
        CAPTURE(length);
        const auto& formula = file["formula"];
        const Bytes blob =
            formulaBytes(length, formula["mul"].get<std::uint64_t>(), formula["add"].get<std::uint64_t>());
        REQUIRE(sha256(blob) == hashOf(entry["sha256"]));
        const auto leaves = merkle::blobLeaves(blob);
        CHECK(leaves.size() == entry["leaf_count"].get<std::size_t>());
        CHECK(merkle::blobRoot(blob) == hashOf(entry["root"]));
        CHECK(merkle::rootOf(leaves) == hashOf(entry["root"]));
        for (const auto& proof : entry["proofs"]) {
            const auto index = proof["index"].get<std::size_t>();
            CHECK(leaves[index] == hashOf(proof["leaf_hash"]));
            CHECK(merkle::pathOf(leaves, index) == path(proof["path"]));
            CHECK(merkle::verifyPath(leaves[index], index, leaves.size(), path(proof["path"]), hashOf(entry["root"])));
        }
    }
}

TEST_CASE("what the vectors reject is rejected") {
    const auto file = vectors("merkle.json");
    const auto verify = [](const nlohmann::json& entry) {
        return merkle::verifyPath(hashOf(entry["leaf_hash"]), entry["index"].get<std::uint64_t>(),
                                  entry["leaf_count"].get<std::uint64_t>(), path(entry["path"]), hashOf(entry["root"]));
    };
    CHECK(verify(file["accepted"]));
    CHECK(file["rejected"].size() == 12);
    for (const auto& entry : file["rejected"]) {
        CAPTURE(entry["why"].get<std::string>());
        CHECK(!verify(entry));
    }
}

TEST_CASE("the windows of the vectors' run have their commitments") {
    const auto run = vectors("chain.json")["run"];
    std::size_t printedLeaves = 0;
    for (const auto& window : run["windows"]) {
        std::vector<Hash256> leaves;
        for (std::size_t i = 0; i < run["window"].get<std::size_t>(); ++i) {
            const std::uint64_t step = window["first_step"].get<std::uint64_t>() + i;
            const Bytes leaf = cbor::encode(
                cbor::Array{"unchained/leaf/v1", step, hashOf(run["roots"][step]), hashOf(run["roots"][step + 1])});
            leaves.push_back(merkle::leafHash(leaf));
            if (!window.contains("leaves")) continue;
            ++printedLeaves;
            CHECK(leaf == hex(window["leaves"][i]));
            CHECK(leaves.back() == hashOf(window["leaf_hashes"][i]));
        }
        CHECK(merkle::rootOf(leaves) == hashOf(window["commitment"]));
        for (std::size_t i = 0; window.contains("paths") && i < leaves.size(); ++i) {
            CHECK(merkle::pathOf(leaves, i) == path(window["paths"][i]));
        }
    }
    CHECK(printedLeaves == 16);
}

TEST_CASE("trees of all sizes agree with the recursive definition, and only the right leaf verifies") {
    std::vector<Hash256> leaves;
    for (std::size_t count = 0; count <= 70; ++count) {
        CAPTURE(count);
        const Hash256 root = recursiveRoot(leaves);
        REQUIRE(merkle::rootOf(leaves) == root);
        for (std::size_t i = 0; i < count; ++i) {
            Path steps = merkle::pathOf(leaves, i);
            REQUIRE(merkle::verifyPath(leaves[i], i, count, steps, root));
            CHECK(!merkle::verifyPath(leaves[i], (i + 1) % (count + 1), count, steps, root));
            CHECK(!merkle::verifyPath(sha256(leaves[i].view()), i, count, steps, root));
            steps.push_back(root);
            CHECK(!merkle::verifyPath(leaves[i], i, count, steps, root));
            steps.resize(steps.size() - 1);
            if (!steps.empty()) {
                steps.pop_back();
                CHECK(!merkle::verifyPath(leaves[i], i, count, steps, root));
            }
        }
        leaves.push_back(sha256({root.view(), root.view()}));
    }
    CHECK_THROWS_AS((void)merkle::pathOf(leaves, leaves.size()), std::logic_error);
    CHECK(!merkle::verifyPath({}, 0, 0, {}, merkle::rootOf({})));
}

TEST_CASE("a path that is longer than its tree is deep is refused even where it leads to the root") {
    const std::vector<Hash256> leaves{merkle::leafHash(Bytes{1}), merkle::leafHash(Bytes{2})};
    const Hash256 root = merkle::rootOf(leaves);
    REQUIRE(merkle::verifyPath(leaves[1], 1, 2, {leaves[0]}, root));
    CHECK(!merkle::verifyPath(leaves[1], 0, 1, {leaves[0]}, root));
}

TEST_CASE("a piece of a blob verifies by itself") {
    constexpr std::size_t kMiB = merkle::kPieceBytes;
    for (const std::size_t size : {std::size_t{1}, std::size_t{1024}, std::size_t{1025}, kMiB - 1, kMiB, kMiB + 1,
                                   2 * kMiB, 3 * kMiB + 5000, 5 * kMiB}) {
        CAPTURE(size);
        const Bytes blob = formulaBytes(size);
        const auto leaves = merkle::blobLeaves(blob);
        const Hash256 root = merkle::blobRoot(blob);
        const std::size_t pieces = (size + kMiB - 1) / kMiB;
        for (std::size_t index = 0; index < pieces; ++index) {
            Bytes piece(blob.begin() + static_cast<std::ptrdiff_t>(index * kMiB),
                        blob.begin() + static_cast<std::ptrdiff_t>(std::min(size, (index + 1) * kMiB)));
            const Path steps = merkle::piecePath(leaves, index);
            CHECK(merkle::verifyPiece(piece, index, size, steps, root));
            CHECK(!merkle::verifyPiece(piece, index + 1, size, steps, root));
            if (index == pieces - 1) CHECK(!merkle::verifyPiece(piece, index, size + 1, steps, root));
            CHECK(!merkle::verifyPiece(ByteView(piece).first(piece.size() - 1), index, size, steps, root));
            piece.back() ^= 1;
            CHECK(!merkle::verifyPiece(piece, index, size, steps, root));
        }
    }
}

TEST_CASE("an empty blob has one empty piece, and a piece number cannot overflow") {
    CHECK(merkle::verifyPiece({}, 0, 0, merkle::piecePath({}, 0), merkle::blobRoot({})));
    CHECK(!merkle::verifyPiece({}, 1, 0, {}, merkle::blobRoot({})));
    const Bytes one{1};
    CHECK(!merkle::verifyPiece(one, 0, 0, {}, merkle::blobRoot({})));
    CHECK(!merkle::verifyPiece(one, SIZE_MAX, UINT64_MAX, {}, merkle::blobRoot(one)));
    CHECK(!merkle::verifyPiece(one, SIZE_MAX / merkle::kPieceBytes + 1, 1, {}, merkle::blobRoot(one)));
}
