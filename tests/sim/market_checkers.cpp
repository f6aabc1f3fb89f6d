// SPDX-License-Identifier: Apache-2.0
#include "market_checkers.h"

#include "protocol/provider_session.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::sim {

using cbor::Array;
using cbor::Value;
using contract::CheckerView;
using contract::CheckTask;
using namespace protocol;

namespace {
constexpr TimeMs kCheckersMs = 15'000, kIdleCheckersMs = 30 * 60'000;
constexpr std::int64_t kCheckersStake = kSimMoney / 10;
constexpr double kCheckerLeaves = 0.02, kSlowCheck = 0.1;
} // namespace

Checkers::Checkers(Scene& scene, Rentals& rentals) : m_scene(scene), m_rentals(rentals) {
    for (const CheckerKind kind : {CheckerKind::Honest, CheckerKind::Honest, CheckerKind::Honest, CheckerKind::Copies,
                                   CheckerKind::Guesses, CheckerKind::Lazy, CheckerKind::Silent, CheckerKind::Leaves})
        m_checkers.push_back({simKeys(scene.out.seed, 6, m_checkers.size()), kind});
}

void Checkers::begin() {
    for (const Checker& checker : m_checkers) {
        m_scene.welcome(checker.keys);
        const contract::Enlist enlist{m_scene.hubKeys.peer(), ++m_version, Amount::micros(kCheckersStake), Amount{}};
        m_scene.send(checker.keys, {"enlist", sealed(checker.keys, enlist)});
    }
    tend();
}

/// A note that is lost is made up for by asking now and then.
void Checkers::tend() {
    const bool quiet = m_rentals.areQuiet();
    for (Checker& checker : m_checkers) {
        if (quiet || (checker.kind == CheckerKind::Leaves && m_scene.maybe(kCheckerLeaves))) leave(checker);
        work(checker);
    }
    if (!quiet || !areDone()) m_scene.after(quiet ? kIdleCheckersMs : kCheckersMs, [this] { tend(); });
}

/// Once the hub has heard that it came.
void Checkers::leave(Checker& checker) {
    if (checker.leaving || viewOf(checker).version == 0) return;
    checker.leaving = true;
    const contract::Delist delist{m_scene.hubKeys.peer(), ++m_version};
    m_scene.send(checker.keys, {"delist", sealed(checker.keys, delist)});
}

void Checkers::onNote(const PeerNoteEffect& note) {
    if (nameOf(note.body) != "check") return;
    m_scene.travel([this, to = note.to] {
        for (const Checker& checker : m_checkers)
            if (checker.keys.peer() == to) work(checker);
    });
}

void Checkers::work(const Checker& checker) {
    if (checker.kind == CheckerKind::Silent) return;
    const auto tasks = m_scene.ask(checker.keys.peer(), {"check-tasks"});
    if (!tasks) return;
    for (const Value& item : *tasks->asArray()) {
        const auto task = contract::decodeStructure<CheckTask>(*item.asBytes());
        if (!task) {
            m_scene.fail("a task cannot be read: " + task.error().text());
            continue;
        }
        if (!m_taken.insert(task->salt).second) continue;
        const std::uint64_t most = m_scene.maybe(kSlowCheck) ? 60'000 : 500;
        m_scene.after(static_cast<TimeMs>(50 + m_scene.random.below(most)),
                      [this, &checker, task = *task] { answer(checker, task); });
    }
}

bool Checkers::cheats(const Checker& checker, const CheckTask& task) {
    const bool lazily = checker.kind == CheckerKind::Lazy && m_scene.random.below(3) == 0;
    const bool cheat = lazily || checker.kind == CheckerKind::Copies || checker.kind == CheckerKind::Guesses;
    if (cheat) m_cheated.insert(task.salt);
    return cheat;
}

Hash256 Checkers::claimedRoot(const CheckTask& task) const {
    const Rental* rental = m_rentals.find(task.contract);
    const auto& windows = static_cast<const ProviderSession&>(*rental->host.session).windows();
    const std::uint64_t k = lottery::windowOf(task.step, rental->offer.window);
    const std::uint64_t at = task.step - lottery::windowSteps(k, rental->offer.steps, rental->offer.window).first + 1;
    return k <= windows.size() && at < windows[k - 1].roots.size() ? windows[k - 1].roots[at] : Hash256{};
}

void Checkers::answer(const Checker& checker, const CheckTask& task) {
    Hash256 plain = Rental::step(task.before, task.stepSeed);
    Hash256 salted = Rental::salted(task.salt, plain);
    if (cheats(checker, task)) {
        plain = checker.kind == CheckerKind::Guesses ? taggedHash("sim-guess", {task.salt}) : claimedRoot(task);
        salted = taggedHash("sim-guess", {task.salt, plain});
    }
    const contract::CheckAnswer said{task.contract, task.step, task.salt, plain, salted};
    m_scene.send(checker.keys, {"checked", sealed(checker.keys, said)});
}

// ---- what the hub says of them

void Checkers::onNotice(const NoticeEffect& notice) {
    if (nameOf(notice.body) != "hired") return;
    const auto hired = openSigned<contract::Hired>(*(*notice.body.asArray())[1].asBytes())->value;
    ++m_scene.out.hired;
    const auto at = std::find_if(m_checkers.begin(), m_checkers.end(),
                                 [&](const Checker& c) { return c.keys.peer() == hired.checker; });
    if (at == m_checkers.end()) return m_scene.fail("somebody was hired who is not on the list");
    bool cheated = false;
    if (!hired.checkerAnswer.empty())
        cheated = m_cheated.contains(openSigned<contract::CheckAnswer>(hired.checkerAnswer)->value.salt);
    const bool honest = at->kind != CheckerKind::Silent && !cheated;
    if (hired.outcome == "wrong") ++m_scene.out.stakesLost;
    if (honest && (hired.outcome == "wrong" || hired.outcome == "silent"))
        m_scene.falselyAccused("an honest checker was called " + hired.outcome);
    if (cheated && (hired.outcome == "agreed" || hired.outcome == "right"))
        m_scene.fail("a checker that computed nothing was found " + hired.outcome);
}

CheckerView Checkers::viewOf(const Checker& checker) const {
    const auto answer = m_scene.hub().ask(checker.keys.peer(), Value(Array{"enlisted"}), m_scene.now());
    const auto view = contract::readFields<CheckerView>(answer.value(), "enlisted");
    if (view) return *view;
    m_scene.fail("a checker's standing cannot be read");
    return {};
}

bool Checkers::areDone() const {
    return std::all_of(m_checkers.begin(), m_checkers.end(), [this](const Checker& checker) {
        const CheckerView view = viewOf(checker);
        return checker.leaving && !view.enlisted && view.stake.isZero();
    });
}

void Checkers::atEnd() {
    for (const Checker& checker : m_checkers) {
        const std::int64_t has = m_scene.hub().ledger().balance(ledger::Account::peer(checker.keys.peer())).micro();
        const bool honest = checker.kind == CheckerKind::Honest || checker.kind == CheckerKind::Leaves;
        if (honest && has < kSimMoney) m_scene.fail("an honest checker has lost money");
        const bool cheat = checker.kind == CheckerKind::Copies || checker.kind == CheckerKind::Guesses;
        if (cheat && has > kSimMoney) m_scene.fail("a checker that never computed has gained");
    }
}

} // namespace unchained::sim
