// SPDX-License-Identifier: Apache-2.0
#define DOCTEST_CONFIG_IMPLEMENT // the worlds check themselves while they are made
#include "scenes.h"

#include "alter.h"

#include <algorithm>

namespace unchained::fuzz {

using cbor::Array;
using cbor::Value;
using protocol::test::commandIs;
using protocol::test::Setup;
using protocol::test::World;

namespace {

/// Five steps in three windows: a log is folded for every input.
Setup small() {
    Setup s;
    s.steps = 5;
    s.window = 2;
    s.odds = 1;
    s.batch = 2;
    s.renterMoney = 60'000;
    s.hostMoney = 500'000;
    s.topUpMax = 5'000;
    return s;
}

using Act = std::function<void(World&)>;

void addWorld(Scenes& out, const Setup& setup, const Act& prepare, const Act& run) {
    out.worlds.push_back(std::make_unique<World>(setup));
    World& w = *out.worlds.back();
    if (prepare) prepare(w);
    w.begin();
    if (run) run(w);
    w.run();
}

Act untilReceipted(std::uint64_t k, const Act& then) {
    return [k, then](World& w) {
        w.run([&] { return w.renter->receipted() == k; });
        then(w);
    };
}

void twoCommits(World& w) {
    contract::Commit other = w.provider->windows()[0].commit;
    other.secretHash.bytes[0] ^= 1;
    std::vector<Hash256> roots = w.provider->windows()[0].roots;
    w.feed(*w.renter, Array{"peer", Array{"window", 1, contract::FieldWriter::toValue(roots),
                                          protocol::sealed(w.hostKeys, other)}});
}

void twoReceipts(World& w) {
    const contract::Fault fault{w.params.contract,
                                static_cast<std::uint32_t>(contract::FaultKind::TwoReceipts),
                                {w.renter->windows()[0].receiptEnvelope,
                                 protocol::sealed(w.renterKeys, contract::Receipt{w.params.contract, 1, {}, {}})},
                                std::nullopt};
    (void)w.hubDo({w.hostKeys.peer(), Array{"fault", protocol::sealed(w.hostKeys, fault)}});
}

void addWorlds(Scenes& out) {
    const auto noClaims = [](World& w) {
        w.dropProviderCommand = w.dropRenterCommand = [](const Value& c) { return commandIs(c, "claim"); };
    };
    addWorld(out, small(), nullptr, nullptr);
    addWorld(out, small(), nullptr, untilReceipted(1, [](World& w) { w.feed(*w.renter, Array{"cancel"}); }));
    addWorld(
        out, small(), [](World& w) { w.failing = 3; }, nullptr);
    addWorld(out, small(), nullptr, untilReceipted(1, [](World& w) { w.renterSilent = true; }));
    addWorld(out, small(), nullptr, untilReceipted(1, [](World& w) { w.providerSilent = true; }));
    addWorld(
        out, small(), [](World& w) { w.noOpenings = true; }, nullptr);
    addWorld(
        out, small(), [](World& w) { w.fakes = [](std::uint64_t i) { return i == 2; }; }, nullptr);
    addWorld(out, small(), nullptr, untilReceipted(2, twoCommits));
    addWorld(out, small(), nullptr, untilReceipted(2, twoReceipts));
    addWorld(out, small(), noClaims, nullptr);
    addWorld(
        out, small(),
        [](World& w) {
            w.lieAboutWins = [](std::uint64_t, std::vector<std::uint64_t> wins) {
                if (!wins.empty()) wins.pop_back();
                return wins;
            };
        },
        nullptr);
    Setup lossy = small();
    lossy.loss = 0.3;
    addWorld(out, lossy, nullptr, nullptr);
    Setup poor = small();
    poor.escrowBelieved = 2'500;
    addWorld(out, poor, nullptr, nullptr);
}

contract::StepProof lastOf(const World& w, std::uint64_t k) {
    const auto& r = w.provider->windows()[k - 1];
    const lottery::StepRange steps{(k - 1) * w.setup.window, (k - 1) * w.setup.window + r.roots.size() - 1};
    return {k,
            steps.end - 1,
            lottery::leafData({steps.end - 1, r.roots[r.roots.size() - 2], r.roots.back()}),
            merkle::pathOf(lottery::windowLeaves(steps, r.roots), steps.count() - 1),
            r.commitEnvelope,
            r.receiptEnvelope};
}

/// What no party had a reason to send.
void addCommands(Scenes& out) {
    const World& w = *out.worlds.front();
    const auto& renter = w.renterKeys;
    const auto& host = w.hostKeys;
    const auto add = [&](const identity::Keys& from, const char* name, const auto& structure) {
        out.commands.push_back({from.peer(), Array{name, protocol::sealed(from, structure)}});
    };
    CommandId id;
    id.bytes.fill(5);
    const PeerId hub = w.hubKeys.peer();
    add(renter, "pay", contract::Pay{hub, id, host.peer(), Amount::micros(200)});
    add(w.hubKeys, "issue", contract::Issuance{hub, id, renter.peer(), Amount::micros(300)});
    add(renter, "review", contract::Review{hub, out.contract, 1, {4, 5, 4, 3}, "good"});
    add(host, "review", contract::Review{hub, out.contract, 1, {5, 5, 5, 5}, "paid"});
    add(host, "reply", contract::Reply{hub, out.contract, 1, "thanks"});
    add(renter, "pause", contract::Pause{out.contract, w.params.startedAt + 600'000});
    add(renter, "top-up", contract::TopUp{out.contract, id, Amount::micros(700)});
    add(host, "leave", contract::Leave{out.contract, 1});
    contract::Offer offer = w.params.offer; // a second contract
    offer.nonce.bytes.fill(9);
    offer.seedAnchor = lottery::SeedChain(renter.seedKey(), offer.nonce, 3).at(0);
    const contract::Acceptance acceptance{sha256(contract::encodeStructure(offer)), "test"};
    out.commands.push_back(
        {renter.peer(), Array{"admit", protocol::sealed(renter, offer), protocol::sealed(host, acceptance)}});
    const contract::Publish publish{out.contract, w.provider->windows()[1].commitEnvelope,
                                    w.provider->windows()[1].roots, *w.provider->seedOf(2), lastOf(w, 1)};
    add(host, "publish", publish);
    out.commands.push_back(
        {renter.peer(), Array{"receipt", w.provider->windows()[1].receiptEnvelope, *w.provider->seedOf(3)}});
    out.commands.push_back({renter.peer(), Array{"join"}});
}

/// The hub as it was after every third event of a world.
void addHubs(Scenes& out, const World& w) {
    protocol::HubState hub(w.hubKeys, w.terms());
    std::size_t count = 0;
    for (const auto& [at, encoded] : w.hubLog) {
        const auto event = protocol::decodeEvent(encoded);
        hold(event.ok(), "a logged event decodes");
        if (const auto* command = std::get_if<protocol::HubCommand>(&*event)) {
            const auto same = [&](const auto& c) { return c.body == command->body; };
            if (std::none_of(out.commands.begin(), out.commands.end(), same)) out.commands.push_back(*command);
        }
        (void)hub.handle(*event, at);
        if (++count % 3 == 0 || count == w.hubLog.size()) out.hubs.push_back({hub, at});
    }
}

Scenes make() {
    allowWorlds();
    Scenes out;
    addWorlds(out);
    const World& first = *out.worlds.front();
    hold(first.renter->outcome() == "complete", "an undisturbed rental is complete");
    out.contract = first.params.contract;
    static const identity::Keys stranger = protocol::test::keysOf(9);
    out.keys = {&first.hubKeys, &first.renterKeys, &first.hostKeys, &stranger};
    addCommands(out);
    const auto addEvents = [](std::vector<Value>& events, const Log& log) {
        for (const auto& [at, event] : log)
            if (std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
    };
    for (const auto& w : out.worlds) {
        hold(w->params.contract == out.contract, "all worlds hold the same contract");
        addHubs(out, *w);
        addEvents(out.toProvider, w->providerLog);
        addEvents(out.toRenter, w->renterLog);
    }
    for (const auto& c : out.commands)
        collectWords(c.body, out.words);
    for (const auto* events : {&out.toProvider, &out.toRenter})
        for (const Value& e : *events)
            collectWords(e, out.words);
    return out;
}

Value effectAsValue(const protocol::SessionEffect& effect) {
    using namespace protocol;
    if (const auto* m = std::get_if<ToPeer>(&effect)) return Array{"peer", m->message};
    if (const auto* c = std::get_if<ToHub>(&effect)) return Array{"hub", c->id, c->command};
    if (const auto* c = std::get_if<Compute>(&effect))
        return Array{"compute", c->window, c->steps.first, c->steps.end, c->seed, c->from};
    if (const auto* f = std::get_if<FetchState>(&effect)) return Array{"fetch", f->root};
    if (const auto* d = std::get_if<DropStates>(&effect))
        return Array{"drop", static_cast<std::uint64_t>(d->roots.size())};
    return Array{"done", std::get<SessionDone>(effect).outcome};
}

Value hashes(std::vector<Hash256> list) {
    return contract::FieldWriter::toValue(list);
}
Value numbers(std::vector<std::uint64_t> list) {
    return contract::FieldWriter::toValue(list);
}
Value orNull(const auto& optional) {
    return optional ? Value(*optional) : Value(cbor::Null{});
}

} // namespace

void allowWorlds() {
    static doctest::Context context;
    context.setAsDefaultForAssertsOutOfTestCases();
}

const Scenes& scenes() {
    static const Scenes made = make();
    return made;
}

Bytes viewOf(const protocol::HubState& hub) {
    const Scenes& s = scenes();
    Array out{hub.logLength(), orNull(hub.nextDeadline())};
    for (const auto& [account, amount] : hub.ledger().accounts())
        out.push_back(Array{account.name(), amount.micro()});
    for (const auto& check : hub.pending())
        out.push_back(Array{check.contract, check.step, check.before, check.stepSeed, check.engine});
    const auto ask = [&](const PeerId& from, Array question) {
        const auto answer = hub.ask(from, Value(std::move(question)), 0);
        if (answer) out.push_back(*answer);
    };
    ask(s.keys[1]->peer(), {"notices", s.contract, 0});
    ask(s.keys[1]->peer(), {"listings"});
    for (const auto* keys : s.keys) {
        ask(keys->peer(), {"account"});
        ask(keys->peer(), {"contracts"});
    }
    return cbor::encode(Value(std::move(out)));
}

Bytes viewOf(const protocol::Session& session) {
    Array out{session.receipted(),        session.stepsReceipted(),      session.noticesSeen(), session.paid().micro(),
              session.escrowed().micro(), session.winsListed(),          session.claimsPaid(),  session.done(),
              session.outcome(),          orNull(session.nextDeadline())};
    for (const auto& w : session.windows())
        out.push_back(Array{hashes(w.roots), w.commitEnvelope, w.receiptEnvelope, numbers(w.wins), orNull(w.secret),
                            w.receipted, w.drawn, w.failed});
    for (const auto& e : session.resume())
        out.push_back(effectAsValue(e));
    for (const auto& m : session.greeting())
        out.push_back(m);
    if (const auto* p = dynamic_cast<const protocol::ProviderSession*>(&session)) {
        out.push_back(hashes(p->keptStates()));
    } else if (const auto* r = dynamic_cast<const protocol::RenterSession*>(&session)) {
        const auto& f = r->figures();
        out.push_back(Array{f.claims, f.claimsChecked, f.checks, f.failed, f.batches, r->lastGoodState(),
                            r->lastGoodStep(), r->closeEnvelope(), r->notices(), r->settled().has_value()});
        for (const auto& complaint : f.complaints)
            out.push_back(complaint);
    }
    return cbor::encode(Value(std::move(out)));
}

// ---- sessions

namespace {

class SessionRun {
public:
    SessionRun(Input& input, bool isRenter)
        : m_input(input), m_isRenter(isRenter), m_alterer(input, scenes().keys, scenes().words),
          m_stock(isRenter ? scenes().toRenter : scenes().toProvider) {
        const Scenes& s = scenes();
        m_world = s.worlds[input.below(s.worlds.size())].get();
        m_real = isRenter ? &m_world->renterLog : &m_world->providerLog;
        m_session = fresh();
        m_next = input.below(m_real->size() + 1);
        for (std::size_t i = 0; i < m_next; ++i) {
            m_now = (*m_real)[i].first;
            hold(m_session->handle((*m_real)[i].second, m_now).ok(), "a logged event is taken again");
            m_log.push_back((*m_real)[i]);
        }
        m_view = viewOf(*m_session);
    }

    void run() {
        for (int i = 0; i < 24 && !m_input.empty(); ++i)
            feed(event());
        const auto again = fresh();
        for (const auto& [at, event] : m_log)
            hold(again->handle(event, at).ok(), "what was logged is taken again");
        hold(viewOf(*again) == m_view, "the log is the state");
        for (const Value& event : m_tried) { // also in what cannot be seen
            const auto a = again->handle(event, m_now), b = m_session->handle(event, m_now);
            hold(a.ok() == b.ok() && again->changed() == m_session->changed(), "the log is the hidden state");
        }
        hold(viewOf(*again) == viewOf(*m_session), "the log is the hidden state");
    }

private:
    [[nodiscard]] std::unique_ptr<protocol::Session> fresh() const {
        if (m_isRenter) return m_world->makeRenter();
        return m_world->makeProvider();
    }

    void feed(const Value& event) {
        auto effects = m_session->handle(event, m_now);
        const Bytes before = std::exchange(m_view, viewOf(*m_session));
        if (!effects) {
            hold(m_view == before, "a refused event changes nothing");
            return;
        }
        if (m_session->changed()) m_log.emplace_back(m_now, event);
        if (!m_session->changed()) hold(m_view == before, "what is not logged changes nothing");
        for (const auto& effect : *effects)
            hold(cbor::decode(cbor::encode(effectAsValue(effect))).ok(), "what is sent can be read");
    }

    [[nodiscard]] Value event() {
        const std::uint8_t kind = m_input.byte() % 12;
        if (kind < 5 && m_next < m_real->size()) {
            const auto& [at, next] = (*m_real)[m_next++];
            m_now = std::max(m_now, at);
            if (m_tried.size() < 8) m_tried.push_back(next);
            return numbered(kind < 3 ? next : m_alterer.altered(next));
        }
        if (kind < 8) {
            const Value& any = m_stock[m_input.below(m_stock.size())];
            if (m_tried.size() < 8) m_tried.push_back(any);
            return numbered(kind == 5 ? any : m_alterer.altered(any));
        }
        if (kind == 8) {
            m_now += static_cast<TimeMs>(m_input.number(3));
            return Array{"tick"};
        }
        if (kind == 9) return ownEvent();
        auto raw = cbor::decode(m_input.bytes());
        const Value value = raw ? std::move(*raw) : Value(Array{"computed", m_input.number(1), Array{}, false});
        return kind == 10 ? numbered(Array{"hub", 0, value}) : value;
    }

    /// A notice has the number that is due, mostly.
    [[nodiscard]] Value numbered(const Value& event) {
        const Array* items = event.asArray();
        if (!items || items->size() != 3 || !commandIs(event, "hub") || m_input.byte() >= 250) return event;
        return Array{"hub", m_session->noticesSeen(), (*items)[2]};
    }

    /// An answer to what the session asked for.
    [[nodiscard]] Value ownEvent() {
        const auto asked = m_session->resume();
        if (asked.empty()) return Array{m_isRenter ? "cancel" : "leave"};
        const auto& effect = asked[m_input.below(asked.size())];
        if (const auto* f = std::get_if<protocol::FetchState>(&effect)) return Array{"fetched", f->root};
        if (const auto* c = std::get_if<protocol::ToHub>(&effect))
            return Array{"answered", c->id, m_input.byte() % 2 ? Value("refused") : Value(cbor::Null{}),
                         m_input.byte() % 4 == 0};
        const auto* c = std::get_if<protocol::Compute>(&effect);
        Array roots{c->from};
        for (std::size_t i = m_input.below(4); i > 0; --i)
            roots.push_back(Hash256{});
        return Array{"computed", c->window, roots, m_input.byte() % 4 == 0};
    }

    Input& m_input;
    bool m_isRenter;
    Alterer m_alterer;
    const std::vector<Value>& m_stock;
    const World* m_world = nullptr;
    const Log* m_real = nullptr;
    std::size_t m_next = 0;
    std::unique_ptr<protocol::Session> m_session;
    TimeMs m_now = 0;
    Bytes m_view;
    Log m_log;
    std::vector<Value> m_tried; ///< as they were before they were altered
};

} // namespace

void fuzzSession(Input& input, bool isRenter) {
    SessionRun(input, isRenter).run();
}

} // namespace unchained::fuzz
