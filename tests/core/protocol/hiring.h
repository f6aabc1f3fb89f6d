// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/protocol/world.h"

namespace unchained::protocol::test {

using contract::CheckTask;
using verification::RootPair;

inline constexpr std::int64_t kCheckersPurse = 1'000'000, kCheckersStake = 100'000, kCheckersFee = 500;
inline constexpr std::int64_t kRecomputation = 1250; ///< of a recomputation: the step and a quarter for the opening
inline constexpr std::int64_t kAtStake = 2 * (kCheckersFee + kRecomputation); ///< by a task

/// A market whose hub hires for every check of the draw, and checkers that play as they are told to.
struct HiringWorld : World {
    using Play = std::function<std::optional<RootPair>(const CheckTask&)>;
    struct Checker {
        identity::Keys keys;
        Play play;
    };
    explicit HiringWorld(Setup s = {}) : World(hiring(std::move(s))) {}
    static Setup hiring(Setup s) {
        s.hire = lottery::kHireAlways;
        s.checkFee = kCheckersFee;
        return s;
    }

    RootPair honest(const CheckTask& task) const {
        const Hash256 plain = step(task.before, task.stepSeed);
        return {plain, taggedHash("fake-salted", {task.salt, plain})};
    }
    Play honestly() {
        return [this](const CheckTask& task) { return honest(task); };
    }
    /// What the host has committed to, as whoever gets hold of it copies it.
    RootPair copied(const CheckTask& task) const {
        const std::uint64_t k = lottery::windowOf(task.step, setup.window);
        const auto& roots = provider->windows().at(k - 1).roots;
        return {roots.at(task.step - (k - 1) * setup.window + 1), taggedHash("guess", {task.salt})};
    }

    Result<cbor::Value> enlist(const identity::Keys& keys, std::int64_t stake, std::int64_t feeLeast = 0) {
        const contract::Enlist v{hubKeys.peer(), ++version, Amount::micros(stake), Amount::micros(feeLeast)};
        return hubDo({keys.peer(), cbor::Array{"enlist", sealed(keys, v)}});
    }
    Result<cbor::Value> delist(const identity::Keys& keys) {
        const contract::Delist v{hubKeys.peer(), ++version};
        return hubDo({keys.peer(), cbor::Array{"delist", sealed(keys, v)}});
    }
    const identity::Keys& hireable(Play play, std::int64_t stake = kCheckersStake, std::int64_t feeLeast = 0) {
        const auto n = static_cast<std::uint8_t>(10 + checkers.size());
        checkers.push_back({keysOf(n), std::move(play)});
        issue(checkers.back().keys.peer(), kCheckersPurse, n);
        REQUIRE(enlist(checkers.back().keys, stake, feeLeast).ok());
        return checkers.back().keys;
    }

    contract::CheckerView view(const identity::Keys& keys) const {
        const auto answer = hub->ask(keys.peer(), cbor::Array{"enlisted"}, now);
        return contract::readFields<contract::CheckerView>(answer.value(), "view").value();
    }
    std::vector<CheckTask> tasks(const identity::Keys& keys) const {
        std::vector<CheckTask> out;
        const auto answer = hub->ask(keys.peer(), cbor::Array{"check-tasks"}, now);
        for (const auto& item : *answer->asArray())
            out.push_back(contract::decodeStructure<CheckTask>(*item.asBytes()).value());
        return out;
    }
    Result<cbor::Value> answer(const identity::Keys& keys, const CheckTask& task, const RootPair& roots) {
        const contract::CheckAnswer v{task.contract, task.step, task.salt, roots.plain, roots.salted};
        return hubDo({keys.peer(), cbor::Array{"checked", sealed(keys, v)}});
    }
    /// Every checker does what it has to do.
    void play() {
        for (const Checker& checker : checkers)
            for (const CheckTask& task : tasks(checker.keys))
                if (const auto roots = checker.play(task)) REQUIRE(answer(checker.keys, task, *roots).ok());
    }
    void runAll() {
        begin();
        run([this] {
            play();
            return false;
        });
    }
    /// Until somebody has a task; the first one's.
    CheckTask untilHired(const identity::Keys& keys) {
        run([&] { return !tasks(keys).empty(); });
        REQUIRE_FALSE(tasks(keys).empty());
        return tasks(keys).front();
    }

    std::vector<cbor::Value> notices() const {
        const auto list = hub->ask(renterKeys.peer(), cbor::Array{"notices", params.contract, 0}, now);
        return *list->asArray();
    }
    template <class T>
    std::vector<T> noted(const char* name) const {
        std::vector<T> out;
        for (const auto& notice : notices())
            if (commandIs(notice, name)) out.push_back(openSigned<T>(*(*notice.asArray())[1].asBytes())->value);
        return out;
    }
    std::vector<contract::CheckResult> results() const { return noted<contract::CheckResult>("check-result"); }
    std::uint64_t outcomes(const std::string& outcome) const {
        const auto all = noted<contract::Hired>("hired");
        return static_cast<std::uint64_t>(
            std::count_if(all.begin(), all.end(), [&](const auto& one) { return one.outcome == outcome; }));
    }
    std::string ending() const { return noted<contract::Settled>("settled").back().outcome; }
    std::int64_t staked(const identity::Keys& keys) const {
        return hub->ledger().balance(ledger::Account::stake(keys.peer())).micro();
    }
    /// All that was issued is somebody's, or burned.
    void checkAllIsThere() const {
        std::int64_t sum = available(renterKeys) + available(hostKeys) + fees() + burned();
        for (const Checker& checker : checkers)
            sum += available(checker.keys) + staked(checker.keys);
        CHECK(sum == kRenter + kHost + static_cast<std::int64_t>(checkers.size()) * kCheckersPurse);
    }

    std::deque<Checker> checkers;
    std::uint64_t version = 0;
};

} // namespace unchained::protocol::test
