// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_events.h"

#include "contract/fields.h"

/// Events as they stand in the log.
namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

namespace {
template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

Value others(const std::vector<EngineRoot>& engines) {
    Array out;
    for (const EngineRoot& each : engines)
        out.push_back(Array{each.engine, each.root ? Value(*each.root) : Value(cbor::Null{})});
    return Value(std::move(out));
}

std::vector<EngineRoot> othersOf(cbor::Reader& in) {
    std::vector<EngineRoot> out;
    const Value list = in.any();
    const Array* items = list.asArray();
    if (!items || items->empty()) in.fail("lists no engines");
    for (const Value& item : items ? *items : Array{}) {
        cbor::Reader each(item, "engine", 2);
        contract::FieldReader fields{each};
        EngineRoot& root = out.emplace_back();
        fields(root.engine, root.root);
        if (auto done = each.finish(); !done) in.fail("lists what is no engine's root");
    }
    return out;
}
} // namespace

Value encodeEvent(const HubEvent& event) {
    return std::visit(Overloaded{
                          [](const HubCommand& e) {
                              return Value(Array{"command", e.from, e.body});
                          },
                          [](const HubOpeningCame& e) {
                              return Value(Array{"opening", e.contract, e.step});
                          },
                          [](const HubCheckReady& e) {
                              return Value(Array{"ready", e.contract, e.step});
                          },
                          [](const HubCheckDone& e) {
                              Array out{"checked", e.contract, e.step,
                                        e.computed ? Value(*e.computed) : Value(cbor::Null{}), e.engine};
                              const bool more = e.salted || !e.others.empty();
                              if (e.cost.micro() > 0 || more) out.emplace_back(e.cost.micro());
                              if (more) out.push_back(e.salted ? Value(*e.salted) : Value(cbor::Null{}));
                              if (!e.others.empty()) out.push_back(others(e.others));
                              return Value(std::move(out));
                          },
                          [](const HubCheckImpossible& e) {
                              return Value(Array{"impossible", e.contract, e.step, e.reason});
                          },
                          [](const HubBenchmarkChecked& e) {
                              return Value(Array{"benchmarked", e.peer, e.seed,
                                                 e.computed ? Value(*e.computed) : Value(cbor::Null{}), e.work});
                          },
                          [](const HubBeaconBegan& e) {
                              return Value(Array{"beacon-began", e.anchor});
                          },
                          [](const HubCaseCompared& e) {
                              return Value(Array{"compared", e.contract, e.step, e.tensor, e.differing, e.values});
                          },
                          [](const HubTick&) { return Value(Array{"tick"}); },
                          [](const HubStarted& e) {
                              contract::Periods least = e.terms.least;
                              std::optional<PeerId> arbiter = e.terms.arbiter;
                              return Value(Array{"started", e.gap, contract::FieldWriter::toValue(least),
                                                 e.terms.checkFee.micro(), e.terms.welcome.micro(),
                                                 e.terms.coinflipBets, e.terms.pool.micro(), e.terms.hire,
                                                 e.terms.again, contract::FieldWriter::toValue(arbiter)});
                          },
                      },
                      event);
}

Result<HubEvent> decodeEvent(const Value& value) {
    cbor::Reader in(value, "event", 1, 10);
    const std::string kind = in.text();
    HubEvent out = HubTick{};
    if (kind == "command") {
        HubCommand e;
        e.from = in.fixed<PeerId>();
        e.body = in.any();
        out = std::move(e);
    } else if (kind == "opening") {
        HubOpeningCame e;
        e.contract = in.fixed<Hash256>();
        e.step = in.u64();
        out = e;
    } else if (kind == "ready") {
        HubCheckReady e;
        e.contract = in.fixed<Hash256>();
        e.step = in.u64();
        out = e;
    } else if (kind == "checked") {
        HubCheckDone e;
        contract::FieldReader fields{in};
        fields(e.contract, e.step, e.computed, e.engine);
        if (in.left() > 0) {
            fields(e.cost);
            if (e.cost.isNegative() || (e.cost.isZero() && in.left() == 0)) in.fail("measured nothing");
            if (in.left() > 0) fields(e.salted);
            if (in.left() > 0) e.others = othersOf(in);
        }
        out = std::move(e);
    } else if (kind == "impossible") {
        HubCheckImpossible e;
        contract::FieldReader fields{in};
        fields(e.contract, e.step, e.reason);
        out = std::move(e);
    } else if (kind == "benchmarked") {
        HubBenchmarkChecked e;
        contract::FieldReader fields{in};
        fields(e.peer, e.seed, e.computed, e.work);
        out = e;
    } else if (kind == "beacon-began") {
        out = HubBeaconBegan{in.fixed<Hash256>()};
    } else if (kind == "compared") {
        HubCaseCompared e;
        contract::FieldReader fields{in};
        fields(e.contract, e.step, e.tensor, e.differing, e.values);
        out = std::move(e);
    } else if (kind == "started") {
        HubStarted e;
        contract::FieldReader fields{in};
        fields(e.gap, e.terms.least, e.terms.checkFee, e.terms.welcome);
        if (in.left() > 0) fields(e.terms.coinflipBets);       // a log of before there were bets has no such field,
        if (in.left() > 0) fields(e.terms.pool, e.terms.hire); // nor one of before there were insurance and hire
        if (in.left() > 0) fields(e.terms.again, e.terms.arbiter);
        out = e;
    } else if (kind != "tick") {
        in.fail("is of an unknown kind");
    }
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

} // namespace unchained::protocol
