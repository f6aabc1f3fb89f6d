// SPDX-License-Identifier: Apache-2.0
// What anybody can send to a hub: frames, commands, questions, and what its own shell answers.
#include "alter.h"
#include "contract/case_structures.h"
#include "contract/checkers.h"
#include "net/wire.h"
#include "protocol/bets_view.h"
#include "protocol/hub_bets_internal.h"
#include "scenes.h"

#include <algorithm>

using namespace unchained;
using namespace unchained::protocol;

namespace {

/// Bodies of frames, as they come before anything is known of the sender.
void frames(fuzz::Input& input) {
    const Bytes body = input.rest();
    if (body.size() >= 4) (void)net::frameLength(body);
    const auto value = cbor::decode(body);
    if (!value) return;
    fuzz::hold(cbor::encode(*value) == body, "an item has one encoding");
    if (const auto hello = net::decodeHello(*value)) {
        (void)net::commonVersion({1, 2}, hello->versions);
        const auto again = net::decodeHello(net::encodeHello(*hello));
        fuzz::hold(again && again->versions == hello->versions && again->features == hello->features,
                   "a hello is kept");
    }
    if (const auto error = net::decodeError(*value)) {
        const auto again = net::decodeError(net::encodeError(*error));
        fuzz::hold(again == error, "an error is kept");
        for (const char c : error->text())
            fuzz::hold(static_cast<unsigned char>(c) >= 0x20, "no control character");
    }
    if (const auto event = decodeEvent(*value)) fuzz::hold(encodeEvent(*event) == *value, "an event is kept");
}

class HubRun {
public:
    explicit HubRun(fuzz::Input& input)
        : m_input(input), m_s(fuzz::scenes()), m_alterer(input, m_s.keys, m_s.words),
          m_scene(m_s.hubs[input.below(m_s.hubs.size())]), m_world(*m_scene.world), m_stock(m_s.stockOf(m_world)),
          m_hub(m_scene.hub), m_now(m_scene.now), m_view(fuzz::viewOf(m_hub)) {}

    void run() {
        for (int i = 0; i < 24 && !m_input.empty(); ++i)
            act();
        HubState again(m_scene.hub);
        for (const auto& [at, encoded] : m_log) {
            const auto value = cbor::decode(encoded);
            const auto event = value ? decodeEvent(*value) : Result<HubEvent>(value.error());
            fuzz::hold(event.ok(), "a logged event decodes");
            fuzz::hold(again.handle(*event, at).changed, "what was logged changes something again");
        }
        fuzz::hold(fuzz::viewOf(again) == m_view, "the log is the state");
        for (const HubCommand& command : m_tried) { // also in what cannot be seen, such as a seed that is used up
            const HubOutcome a = again.handle(command, m_now), b = m_hub.handle(command, m_now);
            fuzz::hold(a.answer.ok() == b.answer.ok() && a.changed == b.changed, "the log is the hidden state");
        }
        fuzz::hold(fuzz::viewOf(again) == fuzz::viewOf(m_hub), "the log is the hidden state");
    }

private:
    HubOutcome feed(const HubEvent& event) {
        HubOutcome out = m_hub.handle(event, m_now);
        fuzz::hold(m_hub.ledger().sum().isZero() && m_hub.ledger().recount().isZero(), "the books sum to zero");
        const Bytes before = std::exchange(m_view, fuzz::viewOf(m_hub));
        if (!out.changed) {
            fuzz::hold(m_view == before, "what is not logged changes nothing");
            fuzz::hold(out.effects.empty(), "what is not logged has no effect");
            return out;
        }
        fuzz::hold(out.answer.ok(), "a refused command is not logged");
        accountsAreAsShown();
        m_log.emplace_back(m_now, cbor::encode(encodeEvent(event)));
        for (const auto& effect : out.effects) {
            if (const auto* notice = std::get_if<NoticeEffect>(&effect))
                fuzz::hold(cbor::decode(cbor::encode(notice->body)).ok(), "a notice can be read");
            if (const auto* check = std::get_if<BenchmarkCheckEffect>(&effect)) m_benchmark = *check;
        }
        return out;
    }

    /// A stake and a deposit lie on accounts of their own, and of a market that is over nothing is left.
    void accountsAreAsShown() const {
        const auto answerTo = [&](const identity::Keys& keys, const char* question) {
            return m_hub.ask(keys.peer(), cbor::Array{question}, m_now).value();
        };
        const auto& ledger = m_hub.ledger();
        for (const auto* keys : m_s.keys) {
            const auto view = contract::readFields<contract::CheckerView>(answerTo(*keys, "enlisted"), "view");
            fuzz::hold(view && view->stake == ledger.balance(ledger::Account::stake(keys->peer())), "a stake is there");
        }
        const cbor::Value cases = answerTo(host(), "cases"), markets = answerTo(host(), "markets");
        for (const auto& item : *cases.asArray()) {
            const auto view = contract::decodeCaseView(item);
            fuzz::hold(view && view->deposit == ledger.balance(ledger::Account::ofCase(view->id)),
                       "a deposit is there");
        }
        for (const auto& item : *markets.asArray()) {
            const auto view = readView<MarketView>(item);
            fuzz::hold(view.ok(), "a market can be read");
            fuzz::hold(view->state == "open" || ledger.balance(marketAccount(view->market)).isZero(),
                       "a market that is over has paid out");
        }
    }

#ifdef FUZZ_CANARY
    /// A failure that can be reached only behind a true signature: an altered command that the hub takes.
    void planted(const HubCommand& command) const {
        const auto& known = m_stock.commands;
        fuzz::hold(std::any_of(known.begin(), known.end(), [&](const auto& c) { return c.body == command.body; }),
                   "planted");
    }
#endif

    void act() {
        const std::uint8_t kind = m_input.byte() % 15;
        if (kind < 7) {
            HubCommand command = m_stock.commands[m_input.below(m_stock.commands.size())];
            if (m_tried.size() < 8) m_tried.push_back(command);
            if (kind >= 2) command.body = m_alterer.altered(command.body);
            if (m_input.byte() >= 240) command.from = m_s.keys[m_input.below(m_s.keys.size())]->peer();
            if (makesMoney(command)) return;
            [[maybe_unused]] const bool taken = feed(command).changed;
#ifdef FUZZ_CANARY
            if (taken) planted(command);
#endif
        } else if (kind == 7) {
            const auto due = m_hub.nextDeadline();
            m_now = m_input.byte() % 2 && due ? std::max(m_now, *due) : m_now + static_cast<TimeMs>(m_input.number(4));
            (void)feed(HubTick{});
        } else if (kind == 8) {
            checked();
        } else if (kind == 9) {
            auto body = cbor::decode(m_input.bytes());
            if (!body) return;
            if (HubState::isQuestion(*body)) (void)m_hub.ask(m_s.keys[1]->peer(), *body, m_now);
            (void)feed(HubCommand{m_s.keys[m_input.below(m_s.keys.size())]->peer(), std::move(*body)});
        } else if (kind == 10) {
            const auto gap = static_cast<std::int64_t>(m_input.number(4));
            (void)feed(HubStarted{gap, m_input.byte() % 2 ? m_world.terms() : HubTerms{}});
        } else if (kind == 11) {
            question();
        } else if (kind == 12) {
            hired();
        } else if (kind == 13) {
            inCase();
        } else {
            benchmark();
        }
    }

    void question() {
        static constexpr const char* kOfContract[] = {"notices", "messages", "bets"};
        const auto asked = m_alterer.altered(
            cbor::Array{kOfContract[m_input.below(std::size(kOfContract))], m_stock.contract, m_input.number(1)});
        (void)m_hub.ask(m_s.keys[1]->peer(), asked, m_now);
    }

    /// What the worker says of a check that is asked for, or of one that is not.
    void checked() {
        const auto pending = m_hub.pending();
        CheckEffect check{m_stock.contract, m_input.number(1), {}, {}, ""};
        if (!pending.empty() && m_input.byte() < 240) check = pending[m_input.below(pending.size())];
        const std::uint8_t how = m_input.byte() % 8;
        HubCheckDone done{check.contract, check.step, std::nullopt, m_input.byte() % 2 ? "scalar" : "avx2"};
        const Hash256 right = m_world.step(check.before, check.stepSeed);
        if (how == 0) {
            (void)feed(HubOpeningCame{check.contract, check.step});
        } else if (how == 1) {
            (void)feed(HubCheckImpossible{check.contract, check.step, "no data"});
        } else if (how == 5) {
            (void)feed(HubCheckReady{check.contract, check.step});
        } else if (how == 6) {
            (void)feed(HubCaseCompared{check.contract, check.step, "w", m_input.number(1), 9});
        } else {
            if (how == 3) done.computed = check.before;
            if (how == 4 || how == 7) done.computed = right;
            if (how == 7) measured(check, done);
            (void)feed(done);
        }
    }

    /// All that a worker can say besides: what it cost, the salted root, and what other engines came to.
    void measured(const CheckEffect& check, HubCheckDone& done) {
        done.cost = Amount::micros(static_cast<std::int64_t>(m_input.number(2)));
        if (const auto salt = m_hub.saltFor(check)) done.salted = saltedRoot(*salt, *done.computed);
        done.others = {{"fast", done.computed}, {"hot", taggedHash("lie", {check.before, check.step})}};
        if (m_input.byte() % 2) done.others.back().root.reset();
    }

    [[nodiscard]] static Hash256 saltedRoot(const Hash256& salt, const Hash256& plain) {
        return taggedHash("fake-salted", {salt, plain});
    }

    [[nodiscard]] const identity::Keys& host() const {
        return *m_s.keys[2];
    }
    [[nodiscard]] const identity::Keys& stranger() const {
        return *m_s.keys[3];
    }
    /// The truth, or now and then something else.
    Hash256 perhaps(const Hash256& truth) {
        return m_input.byte() < 192 ? truth : taggedHash("lie", {m_input.number(1)});
    }
    void say(const identity::Keys& from, const char* name, const auto& structure) {
        (void)feed(HubCommand{from.peer(), cbor::Array{name, sealed(from, structure)}});
    }

    /// What checker and host say of a step for which somebody is hired.
    void hired() {
        auto pending = m_hub.pending();
        std::erase_if(pending, [&](const auto& check) { return !m_hub.saltFor(check); });
        if (pending.empty()) return;
        const CheckEffect check = pending[m_input.below(pending.size())];
        const Hash256 salt = *m_hub.saltFor(check);
        const std::uint8_t how = m_input.byte() % 8;
        const Hash256 plain = perhaps(m_world.step(check.before, check.stepSeed));
        const Hash256 salted = perhaps(saltedRoot(salt, plain));
        if (how == 0) {
            (void)feed(HubCommand{stranger().peer(), cbor::Array{"declined", check.contract, check.step, salt}});
        } else if (how < 5) {
            say(stranger(), "checked", contract::CheckAnswer{check.contract, check.step, salt, plain, salted});
        } else {
            say(host(), "salted", contract::SaltedRoot{check.contract, check.step, salt, salted});
        }
    }

    /// What the people of a case do.
    void inCase() {
        const auto list = m_hub.ask(host().peer(), cbor::Array{"cases"}, m_now);
        const cbor::Array& cases = *list->asArray();
        if (cases.empty()) return;
        const auto view = contract::decodeCaseView(cases[m_input.below(cases.size())]);
        fuzz::hold(view.ok(), "a case can be read");
        const auto opener = std::find_if(m_s.keys.begin(), m_s.keys.end(),
                                         [&](const auto* keys) { return keys->peer() == view->opener; });
        if (opener == m_s.keys.end()) return;
        const identity::Keys& either = m_input.byte() % 2 ? **opener : host();
        const std::uint8_t how = m_input.byte() % 8;
        if (how < 4) {
            narrow(*view, **opener, how);
        } else if (how < 6) {
            const auto amount = Amount::micros(static_cast<std::int64_t>(m_input.number(1)) * 100);
            say(either, "case-settle", contract::Settlement{m_s.keys[0]->peer(), view->id, amount, m_now + 60'000});
        } else if (how == 6) {
            const auto amount = Amount::micros(static_cast<std::int64_t>(m_input.number(2)));
            say(stranger(), "case-rule", contract::Ruling{m_s.keys[0]->peer(), view->id, amount, "so be it"});
        } else {
            say(either, "case-evidence",
                contract::CaseEvidence{view->id, "statement", "words", Bytes(1 + m_input.number(1), 'a')});
            (void)m_hub.ask(host().peer(), cbor::Array{"case-content", view->id, view->evidence.back().hash}, m_now);
        }
    }

    void narrow(const contract::CaseView& view, const identity::Keys& opener, std::uint8_t how) {
        const std::uint64_t middle = view.rounds.empty() ? 1 : view.rounds.back().middle;
        if (how < 2) {
            const auto shown = m_world.provider->shown(middle - 1);
            if (!shown) return;
            contract::StepProof proof = *shown;
            contract::FieldWriter writer;
            proof.fields(writer);
            (void)feed(HubCommand{host().peer(), cbor::Array{"case-step", view.id, view.rounds.size(),
                                                             cbor::encode(cbor::Value(std::move(writer.out)))}});
        } else {
            say(opener, "case-answer", contract::CaseAnswer{view.id, view.rounds.size(), perhaps(honestRoot(middle))});
        }
    }

    /// Of the state Y[i], as everybody computes it.
    [[nodiscard]] Hash256 honestRoot(std::uint64_t i) const {
        Hash256 at = m_world.params.offer.initialRoot;
        for (std::uint64_t step = 0; step < i; ++step)
            at = m_world.step(
                at, lottery::stepSeed(m_world.renter->seeds().at(lottery::windowOf(step, m_world.setup.window)), step));
        return at;
    }

    void benchmark() {
        const std::uint8_t how = m_input.byte() % 4;
        if (how == 0) {
            const auto answer = feed(HubCommand{host().peer(), cbor::Array{"benchmark"}}).answer;
            if (answer) m_benchmarkSeed = *Hash256::from(*(*answer->asArray())[0].asBytes());
        } else if (how == 1) {
            say(host(), "benchmarked", fuzz::benchmarkRun(m_s.keys[0]->peer(), m_benchmarkSeed));
        } else if (m_benchmark) {
            std::optional<Hash256> computed;
            if (how == 2) computed = perhaps(fuzz::benchmarkRoot(m_benchmark->step + 1));
            (void)feed(HubBenchmarkChecked{m_benchmark->peer, m_benchmark->seed, computed, m_input.number(8)});
        }
    }

    /// Only the operator issues, and it does not issue what would let the renter order years of hashing.
    static bool makesMoney(const HubCommand& command) {
        const auto* items = command.body.asArray();
        if (!items || items->size() != 2 || !test::commandIs(command.body, "issue") || !(*items)[1].asBytes())
            return false;
        const auto issue = openSigned<contract::Issuance>(*(*items)[1].asBytes());
        return issue && issue->value.amount.micro() > 10'000;
    }

    fuzz::Input& m_input;
    const fuzz::Scenes& m_s;
    fuzz::Alterer m_alterer;
    const fuzz::HubScene& m_scene;
    const fuzz::World& m_world;
    const fuzz::Stock& m_stock;
    HubState m_hub;
    TimeMs m_now;
    Bytes m_view;
    std::vector<std::pair<TimeMs, Bytes>> m_log;
    Hash256 m_benchmarkSeed;
    std::optional<BenchmarkCheckEffect> m_benchmark; ///< that the worker was asked for last
    std::vector<HubCommand> m_tried;                 ///< as they were before they were altered
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.byte() % 4 == 0) {
        frames(input);
    } else {
        HubRun(input).run();
    }
    return 0;
}
