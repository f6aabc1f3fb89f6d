// SPDX-License-Identifier: Apache-2.0
// What anybody can send to a hub: frames, commands, questions, and what its own shell answers.
#include "alter.h"
#include "net/wire.h"
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
          m_scene(m_s.hubs[input.below(m_s.hubs.size())]), m_hub(m_scene.hub), m_now(m_scene.now),
          m_view(fuzz::viewOf(m_hub)) {}

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
    void feed(const HubEvent& event) {
        const HubOutcome out = m_hub.handle(event, m_now);
        fuzz::hold(m_hub.ledger().sum().isZero() && m_hub.ledger().recount().isZero(), "the books sum to zero");
        const Bytes before = std::exchange(m_view, fuzz::viewOf(m_hub));
        if (!out.changed) {
            fuzz::hold(m_view == before, "what is not logged changes nothing");
            fuzz::hold(out.effects.empty(), "what is not logged has no effect");
            return;
        }
        fuzz::hold(out.answer.ok(), "a refused command is not logged");
        m_log.emplace_back(m_now, cbor::encode(encodeEvent(event)));
        for (const auto& effect : out.effects)
            if (const auto* notice = std::get_if<NoticeEffect>(&effect))
                fuzz::hold(cbor::decode(cbor::encode(notice->body)).ok(), "a notice can be read");
#ifdef FUZZ_CANARY
        planted(event);
#endif
    }

#ifdef FUZZ_CANARY
    /// A failure that can be reached only behind a true signature: an altered command that the hub takes.
    void planted(const HubEvent& event) const {
        const auto* command = std::get_if<HubCommand>(&event);
        const auto& known = m_s.commands;
        fuzz::hold(!command ||
                       std::any_of(known.begin(), known.end(), [&](const auto& c) { return c.body == command->body; }),
                   "planted");
    }
#endif

    void act() {
        const std::uint8_t kind = m_input.byte() % 12;
        if (kind < 7) {
            HubCommand command = m_s.commands[m_input.below(m_s.commands.size())];
            if (m_tried.size() < 8) m_tried.push_back(command);
            if (kind >= 2) command.body = m_alterer.altered(command.body);
            if (m_input.byte() >= 240) command.from = m_s.keys[m_input.below(m_s.keys.size())]->peer();
            if (!makesMoney(command)) feed(command);
        } else if (kind == 7) {
            const auto due = m_hub.nextDeadline();
            m_now = m_input.byte() % 2 && due ? std::max(m_now, *due) : m_now + static_cast<TimeMs>(m_input.number(4));
            feed(HubTick{});
        } else if (kind == 8) {
            checked();
        } else if (kind == 9) {
            auto body = cbor::decode(m_input.bytes());
            if (!body) return;
            if (HubState::isQuestion(*body)) (void)m_hub.ask(m_s.keys[1]->peer(), *body, m_now);
            feed(HubCommand{m_s.keys[m_input.below(m_s.keys.size())]->peer(), std::move(*body)});
        } else if (kind == 10) {
            feed(HubStarted{static_cast<std::int64_t>(m_input.number(4)), {}});
        } else {
            const auto question = m_alterer.altered(cbor::Array{"notices", m_s.contract, m_input.number(1)});
            (void)m_hub.ask(m_s.keys[1]->peer(), question, m_now);
        }
    }

    /// What the worker says of a check that is asked for, or of one that is not.
    void checked() {
        const auto pending = m_hub.pending();
        CheckEffect check{m_s.contract, m_input.number(1), {}, {}, ""};
        if (!pending.empty() && m_input.byte() < 240) check = pending[m_input.below(pending.size())];
        const std::uint8_t how = m_input.byte() % 5;
        const std::string engine = m_input.byte() % 2 ? "scalar" : "avx2";
        if (how == 0) {
            feed(HubOpeningCame{check.contract, check.step});
        } else if (how == 1) {
            feed(HubCheckImpossible{check.contract, check.step, "no data"});
        } else if (how == 2) {
            feed(HubCheckDone{check.contract, check.step, std::nullopt, engine});
        } else if (how == 3) {
            feed(HubCheckDone{check.contract, check.step, check.before, engine});
        } else {
            feed(HubCheckDone{check.contract, check.step, m_s.worlds.front()->step(check.before, check.stepSeed),
                              engine});
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
    HubState m_hub;
    TimeMs m_now;
    Bytes m_view;
    std::vector<std::pair<TimeMs, Bytes>> m_log;
    std::vector<HubCommand> m_tried; ///< as they were before they were altered
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
