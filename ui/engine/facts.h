// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "verification/posterior.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <vector>

/// What the window shows, as the engine tells it: plain values, copied from thread to thread. A page keeps the newest
/// of each and works nothing out by itself. Times are milliseconds since 1970, wall clock, 0 where there is none.
namespace unchained::ui {

/// An error as people read it.
struct Trouble {
    QString subject, sentence, remedy;
    bool transient = false;
    [[nodiscard]] bool any() const { return !sentence.isEmpty(); }
    bool operator==(const Trouble&) const = default;
};

/// Work that was broken off because the data directory failed.
struct BreakFacts {
    qint64 since = 0, nextTry = 0;
    bool jobs = false; ///< some were under way
    bool operator==(const BreakFacts&) const = default;
};

enum class LinkState { Connecting, Up, Lost };

struct MarketFacts {
    QString address; ///< "host:port#fingerprint": its name everywhere in the engine
    QString name;    ///< what the user calls it
    LinkState state = LinkState::Connecting;
    qint64 since = 0;   ///< of this state
    qint64 nextTry = 0; ///< while it is lost
    int delayMs = -1;   ///< of the last answer; -1: none yet
    Trouble trouble;
    std::optional<Amount> balance, locked;
    std::optional<Amount> checkFee; ///< for a check, once it is told
    std::size_t hosts = 0;
    bool demo = false; ///< of the demo world: gone at the end
    bool operator==(const MarketFacts&) const = default;
};

struct HostFacts {
    QString market;
    QByteArray peer; ///< 32 bytes
    QString name, device, place, engine, build;
    Amount pricePerHour;
    Amount bond;              ///< most that it can lock now
    std::uint64_t memory = 0; ///< bytes
    std::uint64_t rate = 1;   ///< exact multiply-adds a second, as its listing says
    bool seenByHub = false;   ///< the hub has watched it work at that rate; else it is the host's own word
    std::uint64_t stepsChecked = 0, stepsWrong = 0, contracts = 0;
    /// An estimate with its 95 % interval and what its sample weighs.
    struct Estimate {
        double mean = 0, low = 0, high = 0, weight = 0;
        std::uint64_t count = 0;
        bool operator==(const Estimate&) const = default;
    };
    Estimate rating, reliability;
    verification::Posterior posterior; ///< what the draws' checks have taught of it
    bool online = false, open = false;
    bool favourite = false, blocked = false;
    qint64 since = 0; ///< of its listing
    bool operator==(const HostFacts&) const = default;

    [[nodiscard]] bool free() const { return online && open; }
    /// 2 operations a multiply-add.
    [[nodiscard]] double teraflops() const { return 2e-12 * static_cast<double>(rate); }
    /// Credits for a TFLOP of exact work kept up for an hour.
    [[nodiscard]] double pricePerTeraflopHour() const {
        return 1e-6 * static_cast<double>(pricePerHour.micro()) / teraflops();
    }
    /// Nothing: nobody whose voice counts has said anything.
    [[nodiscard]] std::optional<double> stars() const {
        if (rating.weight <= 0) return std::nullopt;
        return rating.mean;
    }
};

using StarsGiven = std::array<int, 4>; ///< as described, speed, availability, communication: 1 … 5 each

struct ReviewFacts {
    QByteArray by;
    StarsGiven stars{};
    QString text, reply; ///< reply: empty where there is none
    qint64 time = 0;
    std::uint64_t tickets = 0; ///< claimed in the contract that it is about
    double weight = 0;         ///< of its author's voice, 0 … 1
    bool operator==(const ReviewFacts&) const = default;

    [[nodiscard]] double mean() const {
        return std::accumulate(stars.begin(), stars.end(), 0) / static_cast<double>(stars.size());
    }
};

/// What is to be said, and was said, about one settled contract of ours.
struct ReviewTask {
    QByteArray contract, other; ///< other: the peer that we had it with
    bool asRenter = false;
    bool mayWrite = false;
    qint64 until = 0; ///< from then on whatever is there may be read, and nothing more be written
    std::optional<ReviewFacts> mine;
    bool theyWrote = false;
    std::optional<ReviewFacts> theirs; ///< once it may be read
    QString market;                    ///< where it is said
    bool operator==(const ReviewTask&) const = default;
};

/// A job file that can be chosen.
struct JobFile {
    QString path, name;
    bool operator==(const JobFile&) const = default;
};

/// What a job takes and costs on a host; from jobs::Plan.
struct PlanFacts {
    QString jobName;
    std::uint64_t steps = 0, windows = 0, window = 0, odds = 1;
    double seconds = 0;
    Amount step;     ///< price of one
    Amount face;     ///< what one win pays
    Amount expected; ///< with the fees of the checks
    Amount locked;   ///< escrow: never more than this
    Amount bond;
    double wins = 0, checks = 0;
    double claimCheckRate = 0;                    ///< share of the wins that are checked
    double stepCheckRate = 0;                     ///< share of all steps
    double gainDrawn = 0;                         ///< micro-credits: expected gain of faking a step that is drawn
    double gain = 0;                              ///< of faking any step
    double sabotageDeterred = 0;                  ///< micro-credits
    double catchOne = 0, catch1 = 0, catch10 = 0; ///< chance to catch one chosen step, 1 %, 10 % faked
    std::uint64_t renterDownload = 0, hostDownload = 0;
    bool operator==(const PlanFacts&) const = default;
};

/// What the user asks for on the listing page.
struct RentRequest {
    QString market;
    QByteArray provider;
    QString job; ///< path
    std::optional<Amount> spendMax;
    double checks =
        0; ///< place of the slider: 0 the host's bond deters with the fewest checks … 1 every win is checked
    bool quick = false;
};

enum class WindowState { Pending, Computing, Drawn, Late };
enum class WinState { Won, Right, Paid, Wrong };

struct WinFacts {
    std::uint64_t ticket = 0; ///< place in its window, from 0
    WinState state = WinState::Won;
    bool operator==(const WinFacts&) const = default;
};
struct WindowFacts {
    WindowState state = WindowState::Pending;
    std::uint32_t tickets = 0;
    std::vector<WinFacts> wins;
    bool operator==(const WindowFacts&) const = default;
};

struct CurvePoint {
    std::uint64_t step = 0;
    double loss = 0, accuracy = 0; ///< on the test data, computed here from a state that was handed over
    bool operator==(const CurvePoint&) const = default;
};

struct EventFacts {
    qint64 time = 0;
    QString icon, text, note;
    bool operator==(const EventFacts&) const = default;
};

enum class JobState { Preparing, Waiting, Running, Paused, Ending, Complete, Ended, Failed };

/// Who stopped answering first in a contract that broke: as the marketplace heard both, and as this side did. Times of
/// the marketplace's clock, but for hostHeardHere.
struct BlameFacts {
    enum class First { Nobody, Renter, Host };
    First first = First::Nobody;
    QString why; ///< core/protocol/README.md, "Blame"
    bool proven = false;
    qint64 renterHeard = 0, hostHeard = 0;
    qint64 hostHeardHere = 0; ///< the host's last word to us that is recorded
    bool operator==(const BlameFacts&) const = default;
};

/// One contract of a job, newest last.
struct ContractFacts {
    QByteArray contract; ///< 32 bytes
    QByteArray provider;
    QString host, device, place;
    QString outcome;                  ///< of its settlement; empty while it runs
    std::optional<ReviewTask> review; ///< once it is settled
    Amount bond;
    std::uint64_t firstStep = 1;            ///< of the job, counted from 1
    std::optional<std::uint64_t> wrongStep; ///< the first that a check found wrong, counted as above
    // What it is worth to check once more.
    verification::Posterior posterior;      ///< of its host
    Amount stepPrice, atStake, paid;        ///< c, X, and what was paid in it
    std::uint64_t steps = 0, stepsDone = 0; ///< of this contract; done: receipted
    std::uint64_t checks = 0;               ///< that the draw chose, made so far
    double sabotageDeterred = 0;            ///< X* in micro-credits, while nobody bets
    std::optional<double> sabotageWithBets; ///< with all bets that the rules allow on it, where there may be some
    Amount deposit;                         ///< of a dispute about its result, without the marketplace's fee
    qint64 bondUntil = 0;                   ///< the bond answers until then; 0: until it is settled
    std::optional<BlameFacts> blame;        ///< once it broke
    bool operator==(const ContractFacts&) const = default;
};

struct JobFacts {
    qint64 id = 0;
    QString name, market, directory;
    bool tiles = false; ///< parallel work: its steps are tiles, and there is nothing to be learned
    QString result;     ///< the file in the directory that the job was rented for
    JobState state = JobState::Preparing;
    Trouble trouble;
    qint64 created = 0, ended = 0;
    std::vector<ContractFacts> contracts;

    std::uint64_t stepsDone = 0, stepsTotal = 0;
    double secondsLeft = -1, secondsPerStep = 0, secondsPerStepListed = 0;
    Amount escrowed, paid, expectedByNow;
    std::optional<double> accuracy, loss;
    std::vector<CurvePoint> curve;

    std::uint64_t firstWindow = 1; ///< of `windows`, counted from 1 over the whole job
    std::uint64_t ticketsPerWindow = 0, odds = 1;
    std::vector<WindowFacts> windows; ///< of the contract under way, or the last
    std::uint64_t won = 0, claimed = 0, paidTickets = 0;
    double wonExpected = 0;

    std::uint64_t claimsChecked = 0, failed = 0;
    std::optional<double> overhead; ///< a share, as far as host and marketplace have told what they spent
    double gainDrawn = 0, gain = 0, sabotageDeterred = 0;
    double catchOne = 0, catch1 = 0, catch10 = 0;
    bool hasResult = false;
    std::vector<EventFacts> events; ///< newest first
    bool operator==(const JobFacts&) const = default;

    [[nodiscard]] bool underWay() const { return state < JobState::Complete; }
};

/// A step that was computed again here. Unknown: it could not be.
enum class StepVerdict { Right, Wrong, Unknown };

enum class DisputeStage {
    Comparing, ///< this machine computes the steps again
    Open,      ///< one came out otherwise, and a case is open
    Nothing,   ///< all came out as the host has committed to them: no case, nothing was locked
    Ended,     ///< the case has: outcome
    Failed,
};

/// A dispute about the result of one contract of ours, as it goes.
struct DisputeFacts {
    qint64 job = 0;
    QByteArray contract;
    DisputeStage stage = DisputeStage::Comparing;
    std::uint64_t done = 0, total = 0; ///< steps computed again
    std::uint64_t caseNumber = 0;
    QString outcome; ///< core/protocol/README.md, "Cases"
    Trouble trouble;
    bool operator==(const DisputeFacts&) const = default;

    [[nodiscard]] bool underWay() const { return stage == DisputeStage::Comparing || stage == DisputeStage::Open; }
};

struct LedgerLine {
    QString market;
    std::uint64_t number = 0;
    qint64 time = 0;
    QString memo;
    Amount gain, balance;
    bool operator==(const LedgerLine&) const = default;
};

struct WalletFacts {
    QByteArray peer; ///< ours
    QString fingerprint;
    bool backedUp = false, encrypted = false;
    Amount balance, locked;        ///< over all markets
    std::vector<LedgerLine> lines; ///< newest first
    bool operator==(const WalletFacts&) const = default;
};

enum class HostingState { Off, Measuring, Waiting, Rented, Paused, Ending };

struct ClaimFacts {
    std::uint64_t step = 0;
    WinState state = WinState::Won;
    Amount amount;
    QString note;
    bool operator==(const ClaimFacts&) const = default;
};

struct EarningPoint {
    qint64 time = 0;
    Amount received, expected, low, high; ///< sums since the begin of the day; the band holds 9 days in 10
    double workHours = 0;                 ///< in the same way, each contract's at the price that it was let for
    bool operator==(const EarningPoint&) const = default;
};

struct HostingFacts {
    HostingState state = HostingState::Off;
    QString market, name, place, device, engine;
    std::uint64_t memory = 0, rate = 0;
    Amount pricePerHour, bondMax;
    bool bondIsAll = true;
    QByteArray renter; ///< of the contract under way
    QString why;       ///< why it waits, and what would help; empty where it is rented
    std::optional<Amount> askInstead;
    double progress = 0; ///< of the contract under way
    Amount today, bondAtStake, pending;
    std::uint64_t winsToday = 0, rentalsToday = 0;
    double paidWithinSeconds = -1;  ///< median of the last claims
    std::uint64_t refusedToday = 0; ///< offers that this host did not take, since this program has listed it
    Trouble lastRefusal;
    std::vector<ClaimFacts> claims;
    std::vector<EarningPoint> earnings;
    qint64 hostedFrom = 0; ///< today: since it is listed, or was rented first
    std::vector<ReviewFacts> reviews;
    std::vector<ReviewTask> tasks; ///< about renters of this machine, newest first, also when it is not listed
    Trouble trouble;
    bool operator==(const HostingFacts&) const = default;
};

/// A contract that we have let: of its renter a host may complain.
struct HostedContract {
    QString market;
    QByteArray contract, renter;
    Amount deposit; ///< of a complaint
    Amount askMost; ///< with which a renter answers: the price of a window
    bool operator==(const HostedContract&) const = default;
};

struct HostingRequest {
    QString market, name, place;
    Amount pricePerHour;
    std::optional<Amount> bondMax;
};

} // namespace unchained::ui

Q_DECLARE_METATYPE(unchained::ui::MarketFacts)
Q_DECLARE_METATYPE(unchained::ui::StarsGiven)
Q_DECLARE_METATYPE(unchained::ui::JobFacts)
Q_DECLARE_METATYPE(unchained::ui::StepVerdict)
Q_DECLARE_METATYPE(unchained::ui::DisputeFacts)
