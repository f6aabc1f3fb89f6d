// SPDX-License-Identifier: Apache-2.0
#include "gpu/worker_protocol.h"

#include <doctest/doctest.h>

namespace unchained::gpu::worker {

namespace {

Hash256 hashOf(std::uint8_t first) {
    return Hash256{{first, 2, 3}};
}

std::vector<Request> allRequests() {
    Job job{"train/v1", cbor::Map{{"bits", 14}}, {8, {-3, 0, 5}}, hashOf(1)};
    Job bare{"train/v1", cbor::Null{}, {}, std::nullopt};
    return {Load{1, job},
            Load{2, bare},
            Init{3},
            Run{4, hashOf(2), UINT64_MAX, 7, {{0, hashOf(3)}, {UINT64_MAX, hashOf(4)}}, true, false},
            Run{5, hashOf(2), 0, 1, {}, false, true},
            Evaluate{6, hashOf(5)},
            Devices{7},
            Cancel{8}};
}

std::vector<Reply> allReplies() {
    Error error = makeError(ProgramError::BadState, "state", {"%1 bytes are not %2", 3, "four"}, "mend it", true);
    return {Loaded{1,
                   {9},
                   "avx2",
                   100,
                   200,
                   300,
                   {{"layers.0.weight", {3, 4}, true}, {"layers.0.bias", {3}, false}},
                   "A card"},
            Initial{2, {9}, hashOf(1), {8, {-20, 1}}},
            StepDone{3, 4, hashOf(2), 5, 6, 7},
            StepFailed{4, 5},
            RunDone{5, {9}, 10, 11, 12},
            Evaluated{6, {9}, {30, 29, 0.125F}},
            DeviceList{7, {9}, {{"scalar", "A processor", 5, ""}, {"cuda", "A card", 0, "has no driver"}}},
            Cancelled{8, {9}},
            Refused{9, {9}, error}};
}

Result<std::optional<cbor::Value>> readFrame(const Bytes& bytes) {
    FrameReader reader;
    reader.add(bytes);
    return reader.next();
}

} // namespace

TEST_CASE("every message comes back as it was sent") {
    std::uint64_t id = 0;
    for (const Request& request : allRequests()) {
        const auto back = decodeRequest(encode(request));
        REQUIRE(back.ok());
        CHECK(back->index() == request.index());
        CHECK(encode(*back) == encode(request));
        CHECK(idOf(*back) == ++id);
    }
    id = 0;
    for (const Reply& reply : allReplies()) {
        const auto back = decodeReply(encode(reply));
        REQUIRE(back.ok());
        CHECK(back->index() == reply.index());
        CHECK(encode(*back) == encode(reply));
        CHECK(idOf(*back) == ++id);
        CHECK(cpuOf(*back).ns == (isFinal(*back) ? 9U : 0U));
    }
}

TEST_CASE("an error keeps its sentence, for the window to translate") {
    const Reply sent = allReplies().back();
    const auto back = decodeReply(encode(sent));
    REQUIRE(back.ok());
    CHECK(std::get<Refused>(*back).error == std::get<Refused>(sent).error);
}

TEST_CASE("a message of another shape is refused by its name") {
    for (const Request& request : allRequests()) {
        cbor::Array fields = *encode(request).asArray();
        fields.emplace_back(1);
        const auto longer = decodeRequest(fields);
        REQUIRE_FALSE(longer.ok());
        CHECK(longer.error().is(WorkerError::BadMessage));
        CHECK(longer.error().subject == *fields[0].asText());
        fields.resize(1);
        CHECK_FALSE(decodeRequest(fields).ok());
    }
    CHECK_FALSE(decodeRequest(cbor::Array{"step", 1, 2, hashOf(1), 1, 1, 1}).ok()); // a reply is no request
    CHECK_FALSE(decodeRequest(cbor::Array{}).ok());
    CHECK_FALSE(decodeRequest(cbor::Value("load")).ok());
    CHECK_FALSE(
        decodeRequest(cbor::Array{"run", 1, hashOf(1), 0, 1, cbor::Array{cbor::Array{0, "seed"}}, true, true}).ok());
    CHECK_FALSE(decodeRequest(cbor::Array{"load", 1, "train/v1", cbor::Null{}, cbor::Array{}, 8, Bytes{1, 2}}).ok());
    CHECK_FALSE(decodeReply(cbor::Array{"device-list", 1, 9, cbor::Array{cbor::Array{"scalar", "A", 5}}}).ok());
    CHECK_FALSE(decodeReply(cbor::Array{"initial", 1, 9, hashOf(1), cbor::Array{std::int64_t{1} << 31}, 8}).ok());
}

TEST_CASE("frames are cut out of a stream that comes in any pieces") {
    Bytes stream;
    for (const Request& request : allRequests()) {
        const auto frame = makeFrame(encode(request));
        REQUIRE(frame.ok());
        stream.insert(stream.end(), frame->begin(), frame->end());
    }
    CHECK(Bytes(stream.begin(), stream.begin() + 3) == Bytes{0, 0, 0});
    for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{64}, stream.size()}) {
        FrameReader reader;
        std::vector<cbor::Value> items;
        for (std::size_t at = 0; at < stream.size(); at += piece) {
            reader.add(ByteView(stream).subspan(at, std::min(piece, stream.size() - at)));
            while (true) {
                auto item = reader.next();
                REQUIRE(item.ok());
                if (!*item) break;
                items.push_back(**item);
            }
        }
        REQUIRE(items.size() == allRequests().size());
        for (std::size_t i = 0; i < items.size(); ++i)
            CHECK(items[i] == encode(allRequests()[i]));
    }
}

TEST_CASE("a frame that is too long or no canonical item is refused") {
    CHECK(readFrame({1, 0, 0, 1}).error().is(WorkerError::BadFrame)); // 16 MiB and 1 byte, before they come
    CHECK(readFrame({1, 0, 0, 0}).ok());
    CHECK(readFrame({0, 0, 0, 2, 0x18, 0x01}).error().is(WorkerError::BadFrame)); // a head longer than needed
    CHECK(readFrame({0, 0, 0, 0}).error().is(WorkerError::BadFrame));
    const auto whole = readFrame({0, 0, 0, 1, 0xf6});
    REQUIRE(whole.ok());
    CHECK(**whole == cbor::Value());
    CHECK(makeFrame(Bytes(kFrameBytesMax)).error().is(WorkerError::BadFrame));
}

} // namespace unchained::gpu::worker
