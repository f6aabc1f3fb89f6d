// SPDX-License-Identifier: Apache-2.0
#include "contract/checkers.h"
#include "forgery.h"

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

namespace {

enum class Checker { Honest, Guesses, Silent, Declines };

/// A rental whose checks are made for hire.
Evidence checkedBy(Checker kind, const std::function<bool(std::uint64_t)>& fakes = nullptr) {
    Setup s = small();
    s.checkFee = 70;
    s.hire = lottery::kHireAlways;
    Rental w(s);
    w.newTerms();
    w.fakes = fakes;
    std::deque<identity::Keys> checkers;
    for (const std::uint8_t n : {std::uint8_t{4}, std::uint8_t{51}}) {
        const identity::Keys& keys = checkers.emplace_back(protocol::test::keysOf(n));
        w.issue(keys.peer(), 10'000'000, n);
        const contract::Enlist enlist{w.hubKeys.peer(), 1, Amount::credits(1), Amount{}};
        REQUIRE(w.hubDo({keys.peer(), cbor::Array{"enlist", protocol::sealed(keys, enlist)}}).ok());
    }
    w.begin();
    w.run([&] {
        for (const identity::Keys& keys : checkers) {
            const auto tasks = w.hub->ask(keys.peer(), cbor::Array{"check-tasks"}, w.now);
            for (const auto& item : *tasks->asArray()) {
                const auto task = contract::decodeStructure<contract::CheckTask>(*item.asBytes()).value();
                if (kind == Checker::Declines)
                    CHECK(w.hubDo({keys.peer(), cbor::Array{"declined", task.contract, task.step, task.salt}}).ok());
                if (kind == Checker::Declines || kind == Checker::Silent) continue;
                const Hash256 plain =
                    kind == Checker::Honest ? w.step(task.before, task.stepSeed) : taggedHash("guess", {task.step});
                const contract::CheckAnswer answer{task.contract, task.step, task.salt, plain,
                                                   w.salted(task.salt, plain)};
                CHECK(w.hubDo({keys.peer(), cbor::Array{"checked", protocol::sealed(keys, answer)}}).ok());
            }
        }
        return false;
    });
    REQUIRE(w.renter->done());
    return evidenceOf(w);
}

std::size_t countOf(const Evidence& evidence, std::string_view name) {
    const auto& notices = evidence.contracts.at(0).notices;
    return static_cast<std::size_t>(std::count_if(notices.begin(), notices.end(),
                                                  [&](const cbor::Value& notice) { return commandIs(notice, name); }));
}

} // namespace

TEST_CASE("nothing is found where checkers were hired, whatever they answered") {
    for (const Checker kind : {Checker::Honest, Checker::Guesses, Checker::Silent, Checker::Declines}) {
        CAPTURE(static_cast<int>(kind));
        const Evidence evidence = checkedBy(kind);
        CHECK(countOf(evidence, "hired") > 0);
        CHECK(textOf(findingsOf(evidence)) == "");
    }
    const Evidence caught = checkedBy(Checker::Honest, [](std::uint64_t i) { return i >= 2; });
    CHECK(countOf(caught, "hired") > 0);
    CHECK(textOf(findingsOf(caught)) == "");
}

TEST_CASE("one altered field of who was hired and what was answered is found") {
    const Evidence evidence = checkedBy(Checker::Honest);
    const auto payload = cbor::decode(contract::encodeStructure(evidence));
    REQUIRE(payload.ok());
    std::size_t tried = 0;
    const auto paths = fieldsOf(*payload);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const std::string name = fieldAt(*payload, paths[i]).first;
        if (name.find("unchained/hired") == std::string::npos && name.find("check-answer") == std::string::npos &&
            name.find("salted-root") == std::string::npos)
            continue;
        ++tried;
        for (const Resign resign : {Resign::Nobody, Resign::All, Resign::Everybody}) {
            // Whom else the hub had on its list only the hub knows.
            if (resign == Resign::Everybody && name.find("unchained/hired") != std::string::npos &&
                fieldAt(*payload, paths[i]).second == 4)
                continue;
            const cbor::Value forged = altered(*payload, paths[i], 0, static_cast<unsigned>(i), resign);
            const auto opened = openEvidence(identity::seal(renterKeys(), cbor::encode(forged)));
            CHECK_MESSAGE((!opened.ok() || !verifyEvidence(*opened).empty()), said(paths[i]));
        }
    }
    CHECK(tried > 20);
}

TEST_CASE("a hub that hires another one than the draw says is found, and one that shows answers which differ") {
    for (const bool byDraw : {true, false}) {
        CAPTURE(byDraw);
        Evidence evidence = checkedBy(Checker::Honest);
        const identity::Keys hub = keysOf(1), host = keysOf(3);
        auto& notices = evidence.contracts.at(0).notices;
        const auto at = std::find_if(notices.begin(), notices.end(),
                                     [](const cbor::Value& notice) { return commandIs(notice, "hired"); });
        REQUIRE(at != notices.end());
        contract::Hired v = protocol::openSigned<contract::Hired>(*(*at->asArray())[1].asBytes())->value;
        REQUIRE(v.checkers.size() == 2);
        if (byDraw) { // as if the other one had had all the stake
            for (auto& one : v.checkers)
                one.lots = one.peer == v.checker ? 1 : std::uint64_t{1} << 40;
        } else {
            auto said = protocol::openSigned<contract::SaltedRoot>(v.providerAnswer)->value;
            said.salted.bytes[0] ^= 1;
            v.providerAnswer = protocol::sealed(host, said);
        }
        *at = cbor::Value(cbor::Array{"hired", protocol::sealed(hub, v)});
        CHECK(textOf(findingsOf(evidence)).find(byDraw ? "not the one that was drawn" : "answers do not agree") !=
              std::string::npos);
    }
}

TEST_CASE("a hub that calls a step right by hire needs both answers for it") {
    for (const bool doubled : {false, true}) {
        Evidence evidence = checkedBy(Checker::Honest);
        auto& notices = evidence.contracts.at(0).notices;
        const auto at = std::find_if(notices.begin(), notices.end(),
                                     [](const cbor::Value& notice) { return commandIs(notice, "hired"); });
        REQUIRE(at != notices.end());
        if (doubled)
            notices.insert(at, cbor::Value(*at));
        else
            notices.erase(at);
        CHECK(textOf(findingsOf(evidence)).find(doubled ? "stands without the result" : "no two answers show it") !=
              std::string::npos);
    }
}
