// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

/// What is bet on, as the engine tells it; with our own stakes in it. Plain values, as those of facts.h.
namespace unchained::ui {

/// What a market is about: every step of a contract, or one claim of it.
struct BetSubject {
    QString market; ///< the marketplace
    QByteArray contract;
    std::optional<quint64> step;
    bool operator==(const BetSubject&) const = default;
};

enum class BetState { Openable, Open, Right, Wrong, Unchecked };
enum class BetCheck { None, Waits, Running, Made };

/// Shares pay 10^6 micro-credits each if their side comes true; prices are in 10^-6.
struct BetFacts {
    BetSubject subject;
    QByteArray provider;
    QString host, program;
    BetState state = BetState::Open;
    qint64 openedAt = 0, closesAt = 0, clearsAt = 0, endedAt = 0;
    qint64 right = 0, openedRight = 0;
    Amount onRight, onWrong, stakesLeft;
    Amount forcedBy, checkCost;
    BetCheck check = BetCheck::None;
    qint64 lead = 0, openingLead = 0, depth = 1;
    Amount makerFunds; ///< what whoever opens it puts in
    Amount face, bond;
    quint64 steps = 0;
    quint32 oddsToOne = 0; ///< the host's standing odds; 0: none
    Amount oddsLeft;
    // Ours.
    qint64 ownRight = 0, ownWrong = 0; ///< shares
    Amount paidRight, paidWrong, deposit, waiting;
    std::optional<Amount> paidOut;
    bool mine = false;
    bool operator==(const BetFacts&) const = default;

    /// What is at stake of ours until it ends.
    [[nodiscard]] Amount staked() const {
        return state == BetState::Open ? paidRight + paidWrong + deposit + waiting : Amount{};
    }
};

struct BetPoint {
    qint64 time = 0, right = 0;
    Amount onRight, onWrong;
    bool operator==(const BetPoint&) const = default;
};

struct BetRequest {
    BetSubject subject;
    bool right = false;
    qint64 shares = 0, limit = 0;
};

} // namespace unchained::ui

Q_DECLARE_METATYPE(unchained::ui::BetRequest)
Q_DECLARE_METATYPE(unchained::ui::BetSubject)
