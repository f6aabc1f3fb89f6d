// SPDX-License-Identifier: Apache-2.0
#include "evidence_world.h"

#include "evidence/shown.h"
#include "identity/envelope.h"

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

TEST_CASE("evidence that was sealed opens as it was") {
    Rental w(small());
    w.begin();
    w.run();
    const Evidence evidence = evidenceOf(w);
    const auto opened = openEvidence(sealEvidence(w.renterKeys, evidence));
    REQUIRE(opened.ok());
    CHECK(opened->evidence == evidence);
    CHECK(opened->signer == w.renterKeys.peer());
}

TEST_CASE("no flipped bit and no shortened file opens") {
    Rental w(small());
    w.begin();
    w.run();
    Bytes file = sealEvidence(w.renterKeys, evidenceOf(w));
    for (std::size_t at = 0; at < file.size(); at += 1 + at % 11) {
        file[at] ^= static_cast<std::uint8_t>(1 << at % 8);
        CHECK_FALSE(openEvidence(file).ok());
        file[at] ^= static_cast<std::uint8_t>(1 << at % 8);
    }
    for (std::size_t size = 0; size < file.size(); size += 97)
        CHECK_FALSE(openEvidence(ByteView(file).first(size)).ok());
    CHECK(openEvidence(file).ok());
}

TEST_CASE("the refusal says what is wrong with the file") {
    const auto keys = keysOf(2);
    CHECK(openEvidence(asBytes("?")).error().is(EvidenceError::Malformed));
    const Bytes foreign = identity::seal(keys, cbor::encode(cbor::Array{"unchained/evidence/v2"}));
    CHECK(openEvidence(foreign).error().text() ==
          "evidence.cbor: does not decode (evidence: field 1 is not a structure of this name and version); "
          "get an undamaged copy of it");
    Bytes file = sealEvidence(keys, Evidence{});
    file[20] ^= 1;
    CHECK(openEvidence(file).error().is(EvidenceError::BadSignature));
}

TEST_CASE("nothing that only the renter vouches for is kept") {
    Rental w(small());
    w.begin();
    contract::Pause pause{w.params.contract, w.now + 1'000};
    CHECK(w.hubDo({w.renterKeys.peer(), cbor::Array{"pause", protocol::sealed(w.renterKeys, pause)}}).ok());
    w.run();
    for (const cbor::Value& notice : w.contractEvidence().notices) {
        const std::string name = *(*notice.asArray())[0].asText();
        CHECK(name != "paused");
        CHECK(name != "final");
        if (name == "claim") CHECK(notice.asArray()->size() == 2);
    }
}

TEST_CASE("a step is shown by a record as by the session that it was kept of, tiles too") {
    for (const bool tiles : {false, true}) {
        CAPTURE(tiles);
        Setup s;
        s.tiles = tiles;
        Rental rental(s);
        rental.begin();
        rental.run();
        const ContractEvidence record = rental.contractEvidence();
        for (std::uint64_t step = 0; step < s.steps; ++step) {
            const auto shown = shownStep(record, rental.params.offer, step);
            const auto said = rental.renter->shown(step);
            REQUIRE(shown.has_value());
            CHECK(shown->proof.leaf == said->leaf);
            CHECK(shown->proof.path == said->path);
            CHECK(shown->after == rental.renter->rootAfter(step));
        }
    }
}
