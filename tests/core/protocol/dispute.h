// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "contract/case_structures.h"
#include "core/protocol/world.h"

#include <algorithm>

namespace unchained::protocol::test {

using contract::CaseView;

inline constexpr std::int64_t kMoney = 5'000'000; ///< of whoever disputes and is neither renter nor host
inline constexpr std::int64_t kPrice = 1000, kFee = 300, kDeposit = kFee + 2 * kPrice;

inline Setup longRun(std::uint64_t seed = 1) {
    Setup s;
    s.steps = 1024;
    s.window = 16;
    s.odds = 50;
    s.batch = 3;
    s.checkFee = kFee;
    s.bond = 4'000'000;
    s.seed = seed;
    return s;
}

/// A market whose rental has ended, and somebody who computes it again.
struct Dispute {
    explicit Dispute(Setup s, std::optional<std::uint64_t> forged = {}, std::vector<PeerId> arbiters = {})
        : w(std::move(s)) {
        w.issue(other.peer(), kMoney, 3);
        w.issue(third.peer(), kMoney, 4);
        if (forged) w.fakes = [forged](std::uint64_t i) { return i == *forged; };
        beginWith(std::move(arbiters));
        w.run([this] { return w.settled(); });
        REQUIRE(w.settled());
        const auto settledAs = w.renter->outcome();
        while (!w.renter->done() || !w.provider->done())
            w.run([this] { return w.renter->done() && w.provider->done(); });
        REQUIRE_MESSAGE(w.renter->outcome() == "complete", "choose another forged step: ", w.renter->outcome());
        pump();
        computeAgain();
    }

    void beginWith(std::vector<PeerId> arbiters) {
        contract::Offer o = w.offer();
        o.arbiters = std::move(arbiters);
        auto admitted = w.admit(o);
        REQUIRE_MESSAGE(admitted.ok(), (admitted ? "" : admitted.error().text()));
        const Bytes admission = *(*admitted->asArray())[0].asBytes();
        w.params.offer = o;
        w.params.renter = w.renterKeys.peer();
        w.params.admission = openSigned<contract::Admission>(admission)->value;
        w.params.contract = w.params.admission.contract;
        w.params.startedAt = w.now;
        w.provider = w.makeProvider();
        w.renter = w.makeRenter();
        w.greet();
    }

    void computeAgain() {
        roots = {w.params.offer.initialRoot};
        for (std::uint64_t i = 0; i < w.setup.steps; ++i) {
            const auto k = lottery::windowOf(i, w.setup.window);
            const Hash256 from = w.setup.tiles ? roots.front() : roots.back();
            roots.push_back(w.step(from, lottery::stepSeed(w.renter->seeds().at(k), i)));
        }
    }

    void pump() {
        while (!w.queue.empty()) {
            auto next = std::move(w.queue.front());
            w.queue.pop_front();
            next();
        }
    }
    void wait(std::int64_t ms) {
        w.now += ms;
        (void)w.hubEvent(HubTick{});
        pump();
    }

    [[nodiscard]] Bytes proof(std::uint64_t step) const {
        auto shown = w.provider->shown(step);
        REQUIRE(shown);
        contract::FieldWriter writer;
        shown->fields(writer);
        return cbor::encode(cbor::Value(std::move(writer.out)));
    }

    contract::CaseOpening opening(std::uint64_t first, std::uint64_t last) const {
        contract::CaseOpening v;
        v.hub = w.hubKeys.peer();
        v.id.bytes[0] = static_cast<std::uint8_t>(first + last);
        v.contract = w.params.contract;
        v.kind = contract::kCaseOfResult;
        v.against = w.hostKeys.peer();
        v.first = first;
        v.last = last;
        v.root = roots.at(last);
        return v;
    }
    Result<cbor::Value> open(const contract::CaseOpening& v, const identity::Keys& who) {
        const std::uint64_t k = v.last > 0 ? lottery::windowOf(v.last - 1, w.setup.window) : 0;
        return w.hubDo({who.peer(), cbor::Array{"case-open", sealed(who, v), v.first > 0 ? proof(v.first - 1) : Bytes{},
                                                v.last > 0 ? proof(v.last - 1) : Bytes{},
                                                v.last > 0 ? w.renter->seeds().at(k) : Hash256{}}});
    }
    contract::CaseId mustOpen(const contract::CaseOpening& v, const identity::Keys& who) {
        const auto opened = open(v, who);
        REQUIRE_MESSAGE(opened.ok(), (opened ? "" : opened.error().text()));
        return *Hash256::from(*(*opened->asArray())[0].asBytes());
    }
    CaseView view(const contract::CaseId& id) {
        const auto shown = w.hub->ask(w.hostKeys.peer(), cbor::Array{"case", id}, w.now);
        REQUIRE_MESSAGE(shown.ok(), (shown ? "" : shown.error().text()));
        const auto out = contract::decodeCaseView(*shown);
        REQUIRE_MESSAGE(out.ok(), (out ? "" : out.error().text()));
        return *out;
    }
    Result<cbor::Value> hostShows(const contract::CaseId& id) {
        const CaseView v = view(id);
        return w.hubDo(
            {w.hostKeys.peer(), cbor::Array{"case-step", id, v.rounds.size(), proof(v.rounds.back().middle - 1)}});
    }
    Result<cbor::Value> openerSays(const contract::CaseId& id, const identity::Keys& who,
                                   std::optional<Hash256> root = {}) {
        const CaseView v = view(id);
        const contract::CaseAnswer answer{id, v.rounds.size(), root ? *root : roots.at(v.rounds.back().middle)};
        return w.hubDo({who.peer(), cbor::Array{"case-answer", sealed(who, answer)}});
    }
    /// Both play on until a step is left or the case has ended.
    void narrow(const contract::CaseId& id, const identity::Keys& who) {
        for (;;) {
            const CaseView v = view(id);
            if (!v.waitsForHost && !v.waitsForOpener) return;
            if (v.waitsForHost) REQUIRE(hostShows(id).ok());
            if (v.waitsForOpener) REQUIRE(openerSays(id, who).ok());
        }
    }
    Result<cbor::Value> settle(const contract::CaseId& id, const identity::Keys& who, std::int64_t toOpener,
                               std::int64_t expires) {
        const contract::Settlement v{w.hubKeys.peer(), id, Amount::micros(toOpener), expires};
        return w.hubDo({who.peer(), cbor::Array{"case-settle", sealed(who, v)}});
    }
    [[nodiscard]] std::int64_t has(const identity::Keys& who) const { return w.available(who); }
    [[nodiscard]] std::int64_t bond() const {
        return w.hub->ledger().balance(ledger::Account::bond(w.params.contract)).micro();
    }
    void checkAll() {
        std::int64_t sum = has(w.renterKeys) + has(w.hostKeys) + has(other) + has(third) + has(arbiter) + w.burned() +
                           w.fees() + bond();
        for (const auto& [account, balance] : w.hub->ledger().accounts())
            if (account.kind == ledger::AccountKind::Case || account.kind == ledger::AccountKind::Escrow)
                sum += balance.micro();
        CHECK(sum == kRenter + kHost + 2 * kMoney);
        w.restartHub(); // the log folds to the same books and deadlines
    }

    World w;
    identity::Keys other = keysOf(4), third = keysOf(5), arbiter = keysOf(6);
    std::vector<Hash256> roots; ///< as everybody computes them
};

inline contract::CaseOpening complaint(const Dispute& d, std::int64_t asked) {
    contract::CaseOpening v;
    v.hub = d.w.hubKeys.peer();
    v.id.bytes[0] = 7;
    v.contract = d.w.params.contract;
    v.kind = contract::kCaseOfConduct;
    v.against = d.w.hostKeys.peer();
    v.asked = Amount::micros(asked);
    v.text = "the card fell out for an hour";
    return v;
}

} // namespace unchained::protocol::test
