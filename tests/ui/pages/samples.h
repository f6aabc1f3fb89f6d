// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <cmath>

/// Made-up facts for the tests of the pages and their pictures. Everything is fixed.
namespace samples {

using namespace unchained::ui;
using unchained::Amount;

inline constexpr qint64 kNow = 1'790'006'400'000; ///< an afternoon in September 2026
inline constexpr qint64 kMinute = 60'000;

inline QByteArray peer(char first) {
    QByteArray out(32, '\x11');
    out[0] = first;
    out[1] = static_cast<char>(first * 7);
    out[31] = first;
    return out;
}

inline QString commons() {
    return QStringLiteral("commons.example:7420#") + QString(64, QLatin1Char('a'));
}
inline QString torino() {
    return QStringLiteral("lab.torino.example:7420#") + QString(64, QLatin1Char('b'));
}

inline std::vector<WindowFacts> windows(std::size_t drawn) {
    std::vector<WindowFacts> out(64);
    for (std::size_t k = 0; k < out.size(); ++k) {
        out[k].tickets = 64;
        if (k < drawn) out[k].state = WindowState::Drawn;
        if (k == drawn) out[k].state = WindowState::Computing;
        if (k < drawn && k % 3 != 1)
            out[k].wins.push_back({(k * 29) % 64, k + 1 == drawn  ? WinState::Won
                                                  : k + 4 > drawn ? WinState::Right
                                                                  : WinState::Paid});
    }
    return out;
}

inline ContractFacts contractOn(const char* id, char host, const char* name, const char* device, const char* place) {
    ContractFacts out;
    out.contract = QByteArray::fromHex(id) + QByteArray(28, '\x01');
    out.provider = peer(host);
    out.host = QString::fromLatin1(name);
    out.device = QString::fromLatin1(device);
    out.place = QString::fromLatin1(place);
    out.bond = Amount::credits(4);
    return out;
}

/// Well under way on Gallium forge.
inline JobFacts runningJob() {
    JobFacts job;
    job.id = 7;
    job.name = QStringLiteral("Character GPT");
    job.market = commons();
    job.directory = QStringLiteral("/data/results/character-7f3a");
    job.state = JobState::Running;
    job.created = kNow - 212 * kMinute;
    job.contracts = {contractOn("7f3a91c2", '\x05', "Gallium forge", "RTX 4090", "Turin")};
    ContractFacts& contract = job.contracts.front();
    contract.posterior.right += 50 * unchained::verification::kCheckUnits;
    contract.stepPrice = Amount::micros(12'000);
    contract.paid = Amount::micros(28'800'000);
    contract.steps = 4096;
    contract.stepsDone = 2664;
    contract.checks = 26;
    contract.sabotageDeterred = 900'000;
    contract.deposit = Amount::micros(24'000);
    job.stepsDone = 2664;
    job.stepsTotal = 4096;
    job.secondsLeft = 6840;
    job.secondsPerStep = 4.78;
    job.secondsPerStepListed = 4.80;
    job.escrowed = Amount::micros(74'400'000);
    job.paid = Amount::micros(28'800'000);
    job.expectedByNow = Amount::micros(31'970'000);
    for (std::uint64_t k = 0; k <= 41; ++k) {
        const double x = static_cast<double>(k) / 41;
        job.curve.push_back(
            {k * 64, 1.2 + 3.3 * std::exp(-5 * x) + 0.03 * std::sin(9.0 * x), 0.63 * (1 - std::exp(-4 * x))});
    }
    job.accuracy = 0.624;
    job.loss = 1.21;
    job.ticketsPerWindow = 64;
    job.odds = 100;
    job.windows = windows(41);
    job.won = 27;
    job.claimed = 27;
    job.paidTickets = 24;
    job.wonExpected = 26.2;
    job.claimsChecked = 26;
    job.gainDrawn = -121'000'000;
    job.gain = -1'200'000;
    job.sabotageDeterred = 900'000;
    job.catchOne = 0.01;
    job.catch1 = 0.331;
    job.catch10 = 0.985;
    job.events = {
        {kNow - 4 * kMinute, QStringLiteral("bets"), QStringLiteral("Window 41 drawn: ticket 27 won 1.20 credits"),
         QStringLiteral("step 2,587")},
        {kNow - 8 * kMinute, QStringLiteral("check"), QStringLiteral("Step 2,448 was computed again by the hub: right"),
         QStringLiteral("same root")},
        {kNow - 19 * kMinute, QStringLiteral("wallet"),
         QStringLiteral("Step 2,276 paid: 1.20 credits to Gallium forge"), QString()},
        {kNow - 38 * kMinute, QStringLiteral("link"), QStringLiteral("The marketplace does not answer: no route"),
         QStringLiteral("no step lost")},
        {kNow - 90 * kMinute, QStringLiteral("wallet"),
         QStringLiteral("Step 1,911 paid: 1.20 credits to Gallium forge"), QString()},
        {kNow - 211 * kMinute, QStringLiteral("sign"),
         QStringLiteral("Gallium forge accepted; 74.40 credits are locked"), QStringLiteral("bond 120.00")},
    };
    return job;
}

/// The first host was caught; the second goes on.
inline JobFacts movedJob() {
    JobFacts job = runningJob();
    job.contracts.front().outcome = QStringLiteral("caught");
    job.contracts.front().wrongStep = 41;
    job.contracts.push_back(contractOn("0aa34b11", '\x09', "Lakeside lab", "RTX 3090", "Geneva"));
    job.contracts.back().firstStep = 40;
    job.failed = 1;
    job.claimsChecked = 3;
    BlameFacts caught;
    caught.first = BlameFacts::First::Host;
    caught.why = QStringLiteral("caught");
    caught.proven = true;
    caught.renterHeard = kNow - 40 * kMinute;
    caught.hostHeard = caught.hostHeardHere = kNow - 41 * kMinute;
    job.contracts.front().blame = caught;
    return job;
}

/// Its host fell silent in the middle, and nobody went on.
inline JobFacts brokenJob() {
    JobFacts job = runningJob();
    job.id = 8;
    job.state = JobState::Failed;
    job.ended = kNow - 10 * kMinute;
    ContractFacts& contract = job.contracts.front();
    contract.outcome = QStringLiteral("provider-silent");
    contract.bondUntil = kNow + 60 * kMinute;
    BlameFacts silent;
    silent.first = BlameFacts::First::Host;
    silent.why = QStringLiteral("provider-silent");
    silent.renterHeard = kNow - 26 * kMinute;
    silent.hostHeard = kNow - 71 * kMinute;
    silent.hostHeardHere = kNow - 72 * kMinute;
    contract.blame = silent;
    return job;
}

/// About the only contract of a job.
inline DisputeFacts dispute(const JobFacts& job, DisputeStage stage) {
    DisputeFacts out;
    out.job = job.id;
    out.contract = job.contracts.front().contract;
    out.stage = stage;
    out.done = stage == DisputeStage::Nothing ? 2664 : 812;
    out.total = 2664;
    if (stage == DisputeStage::Open || stage == DisputeStage::Ended) out.caseNumber = 31;
    if (stage == DisputeStage::Ended) out.outcome = QStringLiteral("host-wrong");
    if (stage == DisputeStage::Failed)
        out.trouble = {QStringLiteral("contract"),
                       QStringLiteral("nothing is locked in it any more that could answer"),
                       {},
                       false};
    return out;
}

/// Of a contract that has just settled, about `other`.
inline ReviewTask reviewTask(char other, bool asRenter) {
    ReviewTask task;
    task.contract = QByteArray(32, other);
    task.other = peer(other);
    task.asRenter = asRenter;
    task.mayWrite = true;
    task.until = kNow + 14 * 1440 * kMinute;
    return task;
}

inline JobFacts completeJob() {
    JobFacts job = runningJob();
    job.id = 6;
    job.name = QStringLiteral("Handwritten digits");
    job.state = JobState::Complete;
    job.ended = kNow - 30 * kMinute;
    job.stepsDone = job.stepsTotal;
    job.secondsLeft = 0;
    job.contracts.front().outcome = QStringLiteral("complete");
    job.contracts.front().review = reviewTask('\x01', true);
    job.contracts.front().stepsDone = 4096;
    job.contracts.front().checks = 41;
    job.contracts.front().bondUntil = kNow + 60 * kMinute;
    job.windows = windows(64);
    job.paid = Amount::micros(49'200'000);
    job.hasResult = true;
    job.overhead = 0.013;
    job.accuracy = 0.941;
    job.loss = 0.21;
    return job;
}

inline std::vector<MarketFacts> markets() {
    MarketFacts one;
    one.address = commons();
    one.name = QStringLiteral("Commons");
    one.state = LinkState::Up;
    one.since = kNow - 300 * kMinute;
    one.delayMs = 24;
    one.hosts = 214;
    one.balance = Amount::micros(184'200'000);
    one.locked = Amount::micros(74'400'000);
    one.checkFee = Amount::micros(3'000);
    MarketFacts two;
    two.address = torino();
    two.name = QStringLiteral("Torino Lab");
    two.state = LinkState::Lost;
    two.since = kNow - 19 * kMinute;
    two.nextTry = kNow + 18'000;
    two.trouble = {QStringLiteral("lab.torino.example:7420"), QStringLiteral("does not answer"),
                   QStringLiteral("it is tried again by itself"), true};
    return {one, two};
}

inline HostingFacts hosting() {
    HostingFacts out;
    out.state = HostingState::Rented;
    out.market = commons();
    out.name = QStringLiteral("forge-1");
    out.place = QStringLiteral("Turin");
    out.device = QStringLiteral("RTX 4090");
    out.engine = QStringLiteral("cuda");
    out.memory = 24ULL << 30;
    out.rate = 41'000'000'000'000;
    out.pricePerHour = Amount::micros(9'000'000);
    out.renter = peer('\x21');
    out.progress = 0.42;
    out.today = Amount::micros(186'000'000);
    out.bondAtStake = Amount::micros(360'000'000);
    out.pending = Amount::micros(4'800'000);
    out.winsToday = 155;
    out.rentalsToday = 3;
    out.paidWithinSeconds = 38;
    out.claims = {{2586, WinState::Won, Amount::micros(1'200'000), QStringLiteral("waits for batch")},
                  {2447, WinState::Right, Amount::micros(1'200'000), QStringLiteral("right, pays soon")},
                  {910, WinState::Won, Amount::micros(1'200'000), QStringLiteral("waits for batch")},
                  {876, WinState::Won, Amount::micros(1'200'000), QStringLiteral("waits for batch")}};
    const qint64 begin = kNow - 16 * 60 * kMinute;
    for (int i = 0; i <= 160; ++i) {
        const double hours = i * 0.1, mean = hours < 9      ? hours * 13.4
                                             : hours < 10.5 ? 120.6
                                                            : 120.6 + (hours - 10.5) * 13.7;
        const double half = 1.645 * std::sqrt(1.2 * mean) + 0.01;
        const double wins = std::max(0.0, std::floor((mean + 5 * std::sin(hours * 1.7) - 0.02 * hours * hours) / 1.2));
        const auto amount = [](double credits) { return Amount::micros(std::llround(std::max(0.0, credits) * 1e6)); };
        out.earnings.push_back({begin + i * 6 * kMinute, amount(wins * 1.2), amount(mean), amount(mean - half),
                                amount(mean + half), mean / 9});
    }
    out.earnings.back().received = out.today;
    out.reviews = {{peer('\x21'),
                    {5, 5, 5, 5},
                    QStringLiteral("Fast, and every step was right."),
                    QStringLiteral("Come again."),
                    kNow - 3000 * kMinute,
                    40,
                    1},
                   {peer('\x22'),
                    {4, 5, 4, 4},
                    QStringLiteral("A pause of ten minutes at night, no step lost."),
                    {},
                    kNow - 9000 * kMinute,
                    5,
                    0.5},
                   {peer('\x23'), {5, 5, 5, 5}, {}, {}, kNow - 19000 * kMinute, 1, 0}};
    out.tasks = {reviewTask('\x24', false)};
    return out;
}

inline WalletFacts wallet() {
    WalletFacts out;
    out.peer = peer('\x31');
    out.fingerprint = QStringLiteral("3142a0f177cd09214be8d6610c5f9a2377e1b0840d3c6f5918ab42e7905dc3f6");
    out.balance = Amount::micros(184'200'000);
    out.locked = Amount::micros(74'400'000);
    const auto line = [&](std::uint64_t number, qint64 ago, const char* memo, std::int64_t gain, std::int64_t balance) {
        out.lines.push_back({commons(), number, kNow - ago * kMinute, QString::fromLatin1(memo), Amount::micros(gain),
                             Amount::micros(balance)});
    };
    line(48, 212, "escrow", -74'400'000, 184'200'000);
    line(41, 300, "escrow returned", 25'200'000, 258'600'000);
    line(33, 610, "escrow", -74'400'000, 233'400'000);
    line(30, 700, "refund", 1'200'000, 307'800'000);
    line(22, 1500, "pay", -12'500'000, 306'600'000);
    line(9, 2900, "pay", 219'100'000, 319'100'000);
    line(1, 3000, "welcome", 100'000'000, 100'000'000);
    return out;
}

} // namespace samples
