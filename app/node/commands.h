// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "node/arguments.h"
#include "node/context.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The commands: each is a function of the context and its options, and returns an ExitCode. What their options mean is
/// said to people in command_table.cpp.
namespace unchained::node {

// hub.cpp
struct HubOptions {
    net::Endpoint listen;
    std::vector<std::pair<PeerId, Amount>> issue;
    Amount welcome;
    std::string terms; ///< path; empty: none
    bool coinflipBets = false;
    std::uint64_t hire = 0, again = 0; ///< as HubTerms says
    std::optional<PeerId> arbiter;
};
int runHub(Context& context, const HubOptions& options);

// check.cpp
struct CheckOptions {
    net::HubAddress hub;
    Amount stake, feeLeast;
    std::string engine; ///< empty: the fastest
};
int runCheck(Context& context, const CheckOptions& options);

// provide.cpp
struct ProvideOptions {
    net::HubAddress hub;
    std::string name, place;     ///< name empty: the machine's
    std::optional<Amount> price; ///< credits an hour
    std::optional<Amount> bond;  ///< nothing: all it has
    std::optional<net::Endpoint> listen;
    std::string engine;                     ///< empty: the fastest
    std::optional<std::uint32_t> selfCheck; ///< one product in so many, 0: none; nothing: 50 on a card
    bool once = false;
    std::uint64_t renterStars = 0;      ///< thousandths; 0: whoever asks
    std::vector<PeerId> arbiters;       ///< whom an offer may name beside the hub's
    bool measure = false;               ///< also where the rate of this machine and build is known
    std::uint64_t benchmarkSeconds = 2; ///< the hub watches; 0: the listing is the host's own word
};
int runProvide(Context& context, const ProvideOptions& options);

// rent.cpp
struct RentOptions {
    net::HubAddress hub;
    std::string job; ///< path or name, for Context::job()
    std::optional<PeerId> provider;
    std::optional<Amount> maxPrice, maxSpend;
    Amount atStake;                         ///< X
    std::uint64_t assurance = 0, faked = 0; ///< in parts of 10^9; 0: none was named
    std::string draw;                       ///< contract::kDrawCoinflip or kDrawBeacon
    std::optional<PeerId> arbiter;          ///< nothing: the hub's
    bool checkAll = false;
    std::string terms; ///< path; empty: none
    std::string from;  ///< directory of an earlier result; empty: a fresh start
    bool noRetry = false;
    bool quick = false;                   ///< 20 steps, every ticket wins
    std::string out;                      ///< directory; empty: none was named
    std::optional<std::uint64_t> recheck; ///< seconds
    std::optional<double> fear;           ///< share of faked steps that the renter reckons with
};
int runRent(Context& context, const RentOptions& options);
/// What `rent` prints for people, from its document.
[[nodiscard]] std::string rentalSummary(const Json& document);
/// [{faked, chance}…]: that a result of which 1, 10 and 60 % are faked passes so many checks, and the share feared.
[[nodiscard]] Json falseAcceptJson(std::uint64_t checks, std::optional<double> fear);
/// "1 %: 97.0 %; 10 %: 72.9 %", from that.
[[nodiscard]] std::string falseAcceptText(const Json& rows);
struct ResumeOptions {
    std::optional<Hash256> contract;
    std::optional<std::uint64_t> recheck; ///< seconds
};
int runResume(Context& context, const ResumeOptions& options);
struct CancelOptions {
    std::string id; ///< number of a job, or contract in hex
};
int runCancel(Context& context, const CancelOptions& options);
struct VerifyOptions {
    std::string directory;
    std::optional<std::uint64_t> steps; ///< 0: recompute none
    bool all = false;
    std::string engine; ///< empty: the fastest
};
int runVerify(Context& context, const VerifyOptions& options);

// demo.cpp
struct DemoOptions {
    std::uint64_t hosts = 3;
    std::string job = "digits";
    bool quick = false;
    std::string out;            ///< empty: a temporary directory
    std::optional<double> fear; ///< as of `rent`
};
int runDemo(Context& context, const DemoOptions& options);

// keys.cpp
int runKeysNew(Context& context, const Arguments& arguments);
int runKeysShow(Context& context, const Arguments& arguments);
int runKeysBackup(Context& context, const Arguments& arguments);
int runKeysRestore(Context& context, const Arguments& arguments);

// listings.cpp
int runListings(Context& context, const Arguments& arguments);
// plan.cpp
int runPlan(Context& context, const Arguments& arguments);
// jobs.cpp
int runJobs(Context& context, const Arguments& arguments);
// pay.cpp
int runPay(Context& context, const Arguments& arguments);

// reviews.cpp
int runReview(Context& context, const Arguments& arguments);
int runReply(Context& context, const Arguments& arguments);
int runReviews(Context& context, const Arguments& arguments);
int runStanding(Context& context, const Arguments& arguments);
int runBlock(Context& context, const Arguments& arguments);
int runUnblock(Context& context, const Arguments& arguments);
int runBlocked(Context& context, const Arguments& arguments);
// cases.cpp
int runCaseList(Context& context, const Arguments& arguments);
int runCaseShow(Context& context, const Arguments& arguments);
int runCaseOpen(Context& context, const Arguments& arguments);
int runCaseSettle(Context& context, const Arguments& arguments);
int runCaseAccept(Context& context, const Arguments& arguments);
int runCaseEvidence(Context& context, const Arguments& arguments);
int runCaseRule(Context& context, const Arguments& arguments);
int runMessage(Context& context, const Arguments& arguments);
int runMessages(Context& context, const Arguments& arguments);
// dispute.cpp
int runCaseDispute(Context& context, const Arguments& arguments);
// bets.cpp
int runMarkets(Context& context, const Arguments& arguments);
int runOpenMarket(Context& context, const Arguments& arguments);
int runBet(Context& context, const Arguments& arguments);
int runOdds(Context& context, const Arguments& arguments);
int runPositions(Context& context, const Arguments& arguments);
// ledger.cpp
int runLedgerAudit(Context& context, const Arguments& arguments);
int runLedgerBalance(Context& context, const Arguments& arguments);
int runLedgerHistory(Context& context, const Arguments& arguments);
// bench.cpp
struct BenchOptions {
    std::optional<net::HubAddress> hub; ///< nothing: nobody else sees it
    std::string engine;                 ///< empty: the fastest
    std::uint64_t seconds = 2;          ///< that the hub watches
};
int runBench(Context& context, const BenchOptions& options);
// devices.cpp
int runDevices(Context& context, const Arguments& arguments);
// debug_info.cpp
int runDebugInfo(Context& context);

} // namespace unchained::node
