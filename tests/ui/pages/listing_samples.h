// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pages/samples.h"

/// Facts for the page of a listing: as in the pictures of the design.
namespace samples {

inline HostFacts galliumForge() {
    HostFacts out;
    out.market = commons();
    out.peer = peer('\x05');
    out.name = QStringLiteral("Gallium forge");
    out.device = QStringLiteral("RTX 4090");
    out.place = QStringLiteral("Turin, Italy");
    out.engine = QStringLiteral("cuda");
    out.build = QStringLiteral("0.1.0");
    out.pricePerHour = Amount::micros(9'000'000);
    out.bond = Amount::micros(360'000'000);
    out.memory = 24ULL << 30;
    out.rate = 59'000'000'000'000;
    out.stepsChecked = 12'840;
    out.contracts = 148;
    out.rating = {4.94, 4.9, 4.97, 131.2, 212};
    out.reliability = {0.992, 0.981, 0.999, 148, 148};
    out.online = out.open = true;
    out.since = kNow - 560LL * 1440 * kMinute;
    return out;
}

inline std::vector<HostFacts> commonsHosts() {
    std::vector<HostFacts> out;
    for (int i = 0; i < 5; ++i) {
        HostFacts host = galliumForge();
        host.peer = peer(static_cast<char>(0x40 + i));
        host.pricePerHour = Amount::micros(8'300'000 + 500'000 * i);
        out.push_back(host);
    }
    return out;
}

inline std::vector<ReviewFacts> reviews() {
    constexpr qint64 kDay = 1440 * kMinute;
    return {
        {peer('\x21'),
         {5, 5, 5, 5},
         QStringLiteral("Fine-tuned a 124M model overnight. Paused once for a driver update, told me first, resumed at "
                        "the same step."),
         {},
         kNow - 9 * kDay,
         92,
         1},
        {peer('\x22'),
         {5, 5, 5, 4},
         QStringLiteral("Measured speed was the speed I got. Will rent again."),
         {},
         kNow - 21 * kDay,
         15,
         0.75},
        {peer('\x23'),
         {4, 5, 3, 4},
         QStringLiteral("Router restarted at night and cost us 40 minutes. The windows already paid were kept."),
         QStringLiteral("It hangs on a battery now."),
         kNow - 36 * kDay,
         40,
         0.25},
        {peer('\x24'), {5, 5, 5, 5}, {}, {}, kNow - 80 * kDay, 1, 0},
        {peer('\x25'), {5, 5, 5, 5}, QStringLiteral("Right to the last bit."), {}, kNow - 300 * kDay, 40, 1},
        {peer('\x26'), {5, 4, 5, 5}, QStringLiteral("Quick to answer."), {}, kNow - 420 * kDay, 5, 0.4},
    };
}

inline PlanFacts plan() {
    PlanFacts out;
    out.jobName = QStringLiteral("Character GPT");
    out.steps = 4096;
    out.windows = 64;
    out.window = 64;
    out.odds = 100;
    out.seconds = 19'680;
    out.step = Amount::micros(12'000);
    out.face = Amount::micros(1'200'000);
    out.expected = Amount::micros(49'150'000);
    out.locked = Amount::micros(74'400'000);
    out.bond = Amount::micros(120'000'000);
    out.wins = 40.96;
    out.checks = 41;
    out.claimCheckRate = 1;
    out.stepCheckRate = 0.01;
    out.gainDrawn = -91'200'000;
    out.gain = -900'000;
    out.sabotageDeterred = 900'000;
    out.catchOne = 0.01;
    out.catch1 = 0.336;
    out.catch10 = 0.986;
    out.renterDownload = 3'840'000'000;
    out.hostDownload = 1'100'000;
    return out;
}

inline std::vector<JobFile> jobFiles() {
    return {{QStringLiteral("/jobs/character.toml"), QStringLiteral("Character GPT")},
            {QStringLiteral("/jobs/digits.toml"), QStringLiteral("Handwritten digits")}};
}

} // namespace samples
