// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "market_rentals.h"

#include "contract/checkers.h"

namespace unchained::sim {

enum class CheckerKind {
    Honest,
    Copies,  ///< says the root that the host has committed to, and makes up the salted one
    Guesses, ///< makes up both
    Lazy,    ///< copies one task in three
    Silent,  ///< answers nothing
    Leaves,  ///< honest, and off the list in the middle of it all
};

/// People who stand on the hub's list with a stake, and are hired for checks.
class Checkers {
public:
    Checkers(Scene& scene, Rentals& rentals);

    void begin();
    void onNote(const protocol::PeerNoteEffect& note);
    void onNotice(const protocol::NoticeEffect& notice);
    /// Nobody stands on the list, and every stake is back or lost.
    [[nodiscard]] bool areDone() const;
    /// No honest checker has less than before, and whoever copied or guessed has not more.
    void atEnd();

private:
    struct Checker {
        identity::Keys keys;
        CheckerKind kind;
        bool leaving = false;
    };
    void tend();
    void work(const Checker& checker);
    void answer(const Checker& checker, const contract::CheckTask& task);
    void leave(Checker& checker);
    [[nodiscard]] contract::CheckerView viewOf(const Checker& checker) const;
    [[nodiscard]] bool cheats(const Checker& checker, const contract::CheckTask& task);
    [[nodiscard]] Hash256 claimedRoot(const contract::CheckTask& task) const;

    Scene& m_scene;
    Rentals& m_rentals;
    std::vector<Checker> m_checkers;
    std::set<Hash256> m_taken, m_cheated; ///< by the salt of a task
    std::uint64_t m_version = 0;
};

} // namespace unchained::sim
