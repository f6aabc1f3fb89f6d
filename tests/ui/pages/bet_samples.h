// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/bet_facts.h"
#include "pages/samples.h"

/// Made-up bets; everything is fixed.
namespace samples {

inline BetFacts bet(char host, const QString& name, std::optional<quint64> step, qint64 right) {
    BetFacts out;
    out.subject = {commons(), QByteArray(32, host), step};
    out.provider = peer(host);
    out.host = name;
    out.program = QStringLiteral("train/v1");
    out.openedAt = kNow - 44 * kMinute;
    out.closesAt = kNow + 16 * kMinute;
    out.clearsAt = kNow + 17'000;
    out.openedRight = 970'000;
    out.right = right;
    out.onRight = Amount::micros(4'300'000);
    out.onWrong = Amount::micros(1'040'000);
    out.stakesLeft = Amount::credits(120);
    out.forcedBy = Amount::micros(2'400'000);
    out.checkCost = Amount::micros(1'200'000);
    out.depth = 2'600'000;
    out.openingLead = 9'037'000; // 97 % of 2.6 credits of depth
    out.lead = right >= 900'000 ? 9'037'000 - 10 * (970'000 - right) : 1'273'000;
    out.makerFunds = Amount::micros(4'500'000);
    out.face = Amount::micros(4'500'000);
    out.bond = Amount::credits(900);
    out.steps = 4096;
    return out;
}

inline std::vector<BetFacts> bets() {
    std::vector<BetFacts> out{bet('\x31', QStringLiteral("Hashfield"), 612, 620'000),
                              bet('\x05', QStringLiteral("Tatra node"), 39, 880'000),
                              bet('\x12', QStringLiteral("Basement rig 7"), std::nullopt, 930'000),
                              bet('\x23', QStringLiteral("Kiwi Compute"), 2047, 961'000),
                              bet('\x44', QStringLiteral("Gallium forge"), 2586, 990'400)};
    out[0].ownWrong = 3'000'000;
    out[0].paidWrong = Amount::micros(520'000);
    out[0].deposit = Amount::micros(260'000);
    out[0].mine = true;
    out[2].closesAt = 0;
    out[2].oddsToOne = 100;
    out[2].oddsLeft = Amount::credits(12);
    BetFacts ended = bet('\x55', QStringLiteral("Nordlys"), 9300, 410'000);
    ended.state = BetState::Wrong;
    ended.check = BetCheck::Made;
    ended.endedAt = kNow - 90 * kMinute;
    ended.mine = true;
    ended.ownWrong = 1'000'000;
    ended.paidWrong = Amount::micros(60'000);
    ended.paidOut = Amount::micros(4'210'000);
    out.push_back(ended);
    BetFacts openable = bet('\x66', QStringLiteral("Lakeside lab"), 117, 990'000);
    openable.state = BetState::Openable;
    out.push_back(openable);
    return out;
}

inline std::vector<BetPoint> betPoints() {
    std::vector<BetPoint> out;
    const qint64 begin = kNow - 44 * kMinute;
    const auto at = [&](int minute, qint64 right, qint64 wrong) {
        out.push_back({begin + minute * kMinute, right, Amount::micros(4'300'000), Amount::micros(wrong)});
    };
    at(0, 970'000, 0);
    at(9, 962'000, 100'000);
    at(18, 641'000, 1'040'000);
    at(24, 652'000, 1'040'000);
    at(27, 575'000, 1'200'000);
    at(33, 600'000, 1'200'000);
    at(39, 620'000, 1'200'000);
    return out;
}

} // namespace samples
