// SPDX-License-Identifier: Apache-2.0
// What the parties of a contract write of each other, and what comes of it in their standing.
#include "world.h"

#include "protocol/signed.h"
#include "reputation/standing.h"

using namespace unchained;
using namespace unchained::protocol;
using namespace unchained::protocol::test;

namespace {

using cbor::Array;

/// A market whose one contract has ended.
struct Ended : World {
    explicit Ended(Setup s = {}) : World(s) {
        begin();
        run();
    }
    Result<cbor::Value> review(const identity::Keys& by, std::vector<std::uint32_t> stars, const char* text = "",
                               std::uint64_t version = 1) {
        const contract::Review v{hubKeys.peer(), params.contract, version, std::move(stars), text};
        return hubDo({by.peer(), Array{"review", sealed(by, v)}});
    }
    Result<cbor::Value> reply(const identity::Keys& by, const char* text, std::uint64_t version = 1) {
        return hubDo(
            {by.peer(), Array{"reply", sealed(by, contract::Reply{hubKeys.peer(), params.contract, version, text})}});
    }
    /// As anybody reads them.
    cbor::Array reviewsOf(const identity::Keys& of) {
        const auto answer = hub->ask(keysOf(77).peer(), Array{"reviews", of.peer()}, now);
        REQUIRE(answer);
        return *answer->asArray();
    }
    Standing standing(const identity::Keys& of) {
        const auto answer = hub->ask(keysOf(77).peer(), Array{"standing", of.peer()}, now);
        REQUIRE(answer);
        const auto out = contract::readFields<Standing>(*answer, "standing");
        REQUIRE(out);
        return *out;
    }
};

const std::vector<std::uint32_t> kGood{5, 4, 5, 4}, kBad{1, 1, 2, 1};

} // namespace

TEST_CASE("reviews are blind until both are in, stand as they were signed, and then nobody answers stars with stars") {
    Ended w;
    CHECK(w.review(w.renterKeys, kBad, "slow", 1).ok());
    CHECK(w.reviewsOf(w.hostKeys).empty());
    CHECK(w.standing(w.hostKeys).rating.count == 0);
    CHECK(w.review(w.renterKeys, kGood, "quick after all", 2).ok());
    CHECK(w.review(w.renterKeys, kBad, "slow", 1).ok()); // an older version that comes late
    w.restartHub();
    const auto before = w.hub->ask(w.hostKeys.peer(), Array{"own-reviews"}, w.now);
    REQUIRE(before);
    REQUIRE(before->asArray()->size() == 1);
    const Array& mine = *before->asArray()->front().asArray();
    CHECK_FALSE(*mine[2].asBool()); // as a host
    CHECK(*mine[3].asBool());       // it may write
    CHECK(mine[5].isNull());        // has not yet
    CHECK(*mine[6].asBool());       // knows that the other one has
    CHECK(mine[7].isNull());        // and not what

    CHECK(w.review(w.hostKeys, {5, 5, 5, 5}, "paid at once").ok());
    const auto reviews = w.reviewsOf(w.hostKeys);
    REQUIRE(reviews.size() == 1);
    cbor::Reader in(reviews.front(), "review", 5);
    const auto review = openSigned<contract::Review>(in.bytes());
    REQUIRE(review);
    CHECK(review->signer == w.renterKeys.peer());
    CHECK(review->value.stars == kGood);
    CHECK(review->value.text == "quick after all");
    CHECK(in.i64() == w.now);
    CHECK(in.u64() == w.renter->figures().claims);
    CHECK(in.u64() == 0); // it has paid nobody else: its voice weighs nothing
    CHECK(w.reviewsOf(w.renterKeys).size() == 1);
    CHECK(w.standing(w.hostKeys).rating.count == 1);
    CHECK(w.standing(w.hostKeys).rating.mean == 3500); // the prior

    const auto late = w.review(w.renterKeys, kBad, "", 3);
    REQUIRE_FALSE(late.ok());
    CHECK(late.error().text() == "review: the reviews of this contract may be read by now: nobody answers stars with "
                                 "stars; reply to what the other one wrote");
    CHECK(w.reply(w.hostKeys, "the line was bad").ok());
    CHECK(w.reply(w.hostKeys, "the line was bad that day", 2).ok());
    w.restartHub();
    const auto answered = w.reviewsOf(w.hostKeys);
    cbor::Reader again(answered.front(), "review", 5);
    for (int i = 0; i < 4; ++i)
        (void)again.any();
    const auto reply = openSigned<contract::Reply>(again.bytes());
    REQUIRE(reply);
    CHECK(reply->value.text == "the line was bad that day");
}

TEST_CASE("after a fortnight one review alone may be read, and the other can no longer be written") {
    Ended w;
    CHECK(w.review(w.renterKeys, kBad).ok());
    CHECK_FALSE(w.reply(w.hostKeys, "of what?").ok());
    w.now += reputation::kBlindMs + 1;
    CHECK(w.reviewsOf(w.hostKeys).size() == 1);
    CHECK_FALSE(w.review(w.hostKeys, kBad).ok());
    CHECK(w.reply(w.hostKeys, "of nothing").ok());
    CHECK(w.reviewsOf(w.renterKeys).empty());
}

TEST_CASE("only the parties of a settled and paid contract write, four times one to five stars") {
    World running({});
    running.begin();
    const contract::Review early{running.hubKeys.peer(), running.params.contract, 1, kGood, ""};
    const auto refused = running.hubDo({running.renterKeys.peer(), Array{"review", sealed(running.renterKeys, early)}});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "contract: is not settled yet; review it when it has ended");

    Ended w;
    CHECK(w.review(keysOf(55), kGood).error().is(ProtocolError::NotAParty));
    for (const std::vector<std::uint32_t>& stars :
         {std::vector<std::uint32_t>{5, 5, 5}, {5, 5, 5, 0}, {6, 5, 5, 5}, {5, 5, 5, 5, 5}}) {
        const auto bad = w.review(w.renterKeys, stars);
        REQUIRE_FALSE(bad.ok());
        CHECK(bad.error().text() == "review.stars: must be 4 numbers from 1 to 5");
    }
}

TEST_CASE("what was paid back from the bond buys no voice, and a caught host's record says so") {
    Setup s;
    s.batch = 1;
    World w(s);
    w.fakes = [](std::uint64_t step) { return step > 20; };
    w.begin();
    w.run();
    REQUIRE(w.renter->outcome() == "caught");
    REQUIRE_FALSE(w.renter->paid().isZero());
    const auto answer = w.hub->ask(w.hubKeys.peer(), Array{"standing", w.renterKeys.peer()}, w.now);
    REQUIRE(answer);
    const auto renter = contract::readFields<Standing>(*answer, "standing");
    REQUIRE(renter);
    CHECK(renter->rented == 1);
    CHECK(renter->spent.isZero());
    const auto of = w.hub->ask(w.hubKeys.peer(), Array{"standing", w.hostKeys.peer()}, w.now);
    const auto host = contract::readFields<Standing>(*of, "standing");
    REQUIRE(host);
    CHECK(host->stepsWrong == 1);
    CHECK(host->contracts == 0);
    CHECK(host->reliability.mean < 500);
    CHECK(host->reliability.count == 1);
}
