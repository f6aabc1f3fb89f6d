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

namespace {

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

void addRentals(Worlds& out) {
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
void addCommands(Stock& out, const World& w) {
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
    out.commands.push_back({renter.peer(), Array{"message", out.contract, host.peer(), Bytes(80, 5)}});
    add(strangerKeys(), "enlist", contract::Enlist{hub, 3, Amount::micros(30'000), Amount::micros(1)});
    const contract::MarketId market{out.contract, std::nullopt};
    add(strangerKeys(), "market", contract::MarketOpening{hub, market, Amount::micros(20'000)});
    add(strangerKeys(), "bet", contract::Bet{hub, id, market, false, 4'000, 999'999});
    add(host, "odds", contract::StandingOdds{hub, id, out.contract, 50, Amount::micros(5'000)});
    add(strangerKeys(), "delist", contract::Delist{hub, 4});
    out.commands.push_back({host.peer(), Array{"benchmark"}});
    protocol::HubState first(*w.hub); // the seed of the first benchmark is the same in all of them
    const auto seed = first.handle(protocol::HubCommand{host.peer(), Array{"benchmark"}}, w.now).answer;
    add(host, "benchmarked", benchmarkRun(hub, *Hash256::from(*(*seed->asArray())[0].asBytes())));
}

void addNew(std::vector<Value>& events, const Log& log) {
    for (const auto& [at, event] : log)
        if (std::find(events.begin(), events.end(), event) == events.end()) events.push_back(event);
}

/// The hub as it was after every third event of a world.
void addHubs(Scenes& out, Stock& stock, const World& w) {
    protocol::HubState hub(*w.makeHub());
    std::size_t count = 0;
    for (const auto& [at, encoded] : w.hubLog) {
        const auto event = protocol::decodeEvent(encoded);
        hold(event.ok(), "a logged event decodes");
        if (const auto* command = std::get_if<protocol::HubCommand>(&*event)) {
            const auto same = [&](const auto& c) { return c.body == command->body; };
            if (std::none_of(stock.commands.begin(), stock.commands.end(), same)) stock.commands.push_back(*command);
        }
        hold(hub.handle(*event, at).changed, "a logged event changes something");
        if (++count % 3 == 0 || count == w.hubLog.size()) out.hubs.push_back({hub, at, &w});
    }
}

void addStock(Scenes& out, const World& w) {
    const auto same = [&](const Stock& s) { return s.contract == w.params.contract; };
    auto stock = std::find_if(out.stocks.begin(), out.stocks.end(), same);
    if (stock == out.stocks.end()) {
        stock = out.stocks.insert(stock, Stock{w.params.contract, {}, {}, {}});
        addCommands(*stock, w);
    }
    addHubs(out, *stock, w);
    addNew(stock->toProvider, w.providerLog);
    addNew(stock->toRenter, w.renterLog);
}

/// The worlds say what they were made for.
void holdAllSaid(const Scenes& scenes) {
    for (const char* name :
         {"enlist", "delist", "checked", "declined", "salted", "market", "bet", "odds", "case-open", "case-step",
          "case-answer", "case-evidence", "case-settle", "case-rule", "message", "commit", "benchmark", "benchmarked"})
        hold(std::any_of(scenes.stocks.begin(), scenes.stocks.end(),
                         [&](const Stock& s) {
                             return std::any_of(s.commands.begin(), s.commands.end(),
                                                [&](const auto& c) { return commandIs(c.body, name); });
                         }),
             name);
}

Scenes make() {
    allowWorlds();
    Scenes out;
    addRentals(out.worlds);
    addMarketWorlds(out.worlds);
    const World& first = *out.worlds.front();
    hold(first.renter->outcome() == "complete", "an undisturbed rental is complete");
    out.keys = {&first.hubKeys, &first.renterKeys, &first.hostKeys, &strangerKeys()};
    for (const auto& w : out.worlds)
        addStock(out, *w);
    holdAllSaid(out);
    for (const Stock& stock : out.stocks) {
        for (const auto& c : stock.commands)
            collectWords(c.body, out.words);
        for (const auto* events : {&stock.toProvider, &stock.toRenter})
            for (const Value& e : *events)
                collectWords(e, out.words);
    }
    return out;
}

Value effectAsValue(const protocol::SessionEffect& effect) {
    using namespace protocol;
    if (const auto* m = std::get_if<ToPeer>(&effect)) return Array{"peer", m->message};
    if (const auto* c = std::get_if<ToHub>(&effect)) return Array{"hub", c->id, c->command};
    if (const auto* c = std::get_if<Compute>(&effect))
        return Array{"compute", c->window, c->steps.first, c->steps.end, c->seed, c->from};
    if (const auto* f = std::get_if<FetchState>(&effect)) return Array{"fetch", f->root};
    if (const auto* t = std::get_if<SaltState>(&effect)) return Array{"salt", t->step, t->salt, t->root};
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

const Stock& Scenes::stockOf(const World& world) const {
    return *std::find_if(stocks.begin(), stocks.end(),
                         [&](const Stock& s) { return s.contract == world.params.contract; });
}

Bytes viewOf(const protocol::HubState& hub) {
    const Scenes& s = scenes();
    Array out{hub.logLength(), orNull(hub.nextDeadline()), hub.hasBeacon()};
    for (const auto& [account, amount] : hub.ledger().accounts())
        out.push_back(Array{account.name(), amount.micro()});
    for (const auto& check : hub.pending())
        out.push_back(Array{check.contract, check.step, check.before, check.stepSeed, check.engine,
                            orNull(hub.saltFor(check)), hub.waitsForChecker(check)});
    const auto ask = [&](const PeerId& from, Array question) {
        const auto answer = hub.ask(from, Value(std::move(question)), 0);
        if (answer) out.push_back(*answer);
    };
    for (const Stock& stock : s.stocks) {
        ask(s.keys[1]->peer(), {"notices", stock.contract, 0});
        ask(s.keys[1]->peer(), {"messages", stock.contract, 0});
        ask(s.keys[1]->peer(), {"bets", stock.contract, cbor::Null{}});
    }
    for (const char* question : {"listings", "markets", "openings"})
        ask(s.keys[1]->peer(), {question});
    ask(s.keys[1]->peer(), {"own-reviews"});
    ask(s.keys[1]->peer(), {"reviews", s.keys[2]->peer()});
    ask(s.keys[1]->peer(), {"case-record", s.keys[2]->peer()});
    for (const auto* keys : s.keys)
        for (const char* question :
             {"account", "contracts", "positions", "enlisted", "check-tasks", "cases", "measurement"})
            ask(keys->peer(), {question});
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
          m_world(scenes().worlds[input.below(scenes().worlds.size())].get()),
          m_stock(isRenter ? scenes().stockOf(*m_world).toRenter : scenes().stockOf(*m_world).toProvider) {
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
        if (const auto* t = std::get_if<protocol::SaltState>(&effect))
            return Array{"salted", t->step, t->salt, m_world->salted(t->salt, t->root)};
        const auto* c = std::get_if<protocol::Compute>(&effect);
        if (!c) return Array{"tick"};
        Array roots{c->from};
        for (std::size_t i = m_input.below(4); i > 0; --i)
            roots.push_back(Hash256{});
        return Array{"computed", c->window, roots, m_input.byte() % 4 == 0};
    }

    Input& m_input;
    bool m_isRenter;
    Alterer m_alterer;
    const World* m_world;
    const std::vector<Value>& m_stock;
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
