// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"
#include "node/commands.h"

namespace unchained::node {

namespace {
constexpr std::uint64_t kCheckAgain = 100'000'000; ///< one agreement in ten, in parts of 10^9
constexpr std::uint64_t kHostsMax = 16, kSelfCheckMax = 1'000'000;
constexpr std::uint64_t kRecheckSecondsMax = std::uint64_t{365} * 24 * 3600, kBenchmarkSecondsMax = 60;

const OptionSpec kHub{"hub", "ADDR", "the hub's address, host:port#fingerprint, as `hub` prints it", true};
const OptionSpec kJob{"job", "FILE|NAME", "a job file, or the name of a job that is supplied", true};
const OptionSpec kAtStake{"at-stake", "X", "credits that a false result could be worth to a cheat"};
const OptionSpec kAssurance{"assurance", "A",
                            "chance at which a faked run is caught, 0.95 or 95%: checks as many as that takes"};
const OptionSpec kFaked{"faked", "F", "share of fakes that --assurance speaks of; default 10%"};
const OptionSpec kRecheck{"recheck", "SECONDS", "most time to compute a caught host's work again; default 600"};
const OptionSpec kFear{"fear", "SHARE", "also say how likely a result passes of which this share is faked, 0.05 or 5%"};
const OptionSpec kEngine{"engine", "NAME", "how products are computed; by default the fastest that this machine has"};

/// Runs the command with its options, once all of their values were found good.
template <class Options>
int with(Context& context, const Arguments& in, const Options& options, int (*run)(Context&, const Options&)) {
    return in.failed() ? context.fail(*in.failed()) : run(context, options);
}

int hub(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    HubOptions out;
    out.listen = in.endpoint("listen").value_or(net::Endpoint{});
    out.issue = in.issues("issue");
    out.welcome = in.amount("welcome").value_or(Amount{});
    out.terms = in.text("terms");
    out.coinflipBets = in.flag("coinflip-bets");
    out.hire = in.share("hire-checkers", true).value_or(0);
    out.again = in.share("check-again", true).value_or(kCheckAgain);
    out.arbiter = in.peer("arbiter");
    return with(context, in, out, runHub);
}

int check(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    CheckOptions out;
    out.hub = in.hub();
    out.stake = in.amount("stake").value_or(Amount{});
    out.feeLeast = in.amount("fee-least").value_or(Amount{});
    out.engine = in.text("engine");
    return with(context, in, out, runCheck);
}

int provide(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    ProvideOptions out;
    out.hub = in.hub();
    out.name = in.text("name");
    out.place = in.text("place");
    out.price = in.amount("price");
    out.bond = in.amount("bond");
    out.listen = in.endpoint("listen");
    out.engine = in.text("engine");
    if (in.flag("self-check"))
        out.selfCheck = static_cast<std::uint32_t>(in.integer("self-check", 0, kSelfCheckMax, 0));
    out.once = in.flag("once");
    if (in.flag("renter-stars")) out.renterStars = 1000 * in.integer("renter-stars", 1, 5, 1);
    out.arbiters = in.peers("arbiter");
    out.measure = in.flag("measure");
    if (in.flag("benchmark")) out.benchmarkSeconds = in.integer("benchmark", 0, kBenchmarkSecondsMax, 0);
    return with(context, in, out, runProvide);
}

std::optional<std::uint64_t> recheckOf(Arguments& in) {
    if (!in.flag("recheck")) return std::nullopt;
    return in.integer("recheck", 0, kRecheckSecondsMax, 0);
}

int rent(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    RentOptions out;
    out.hub = in.hub();
    out.job = in.text("job");
    out.provider = in.peer("provider");
    out.maxPrice = in.amount("max-price");
    out.maxSpend = in.amount("max-spend");
    out.atStake = in.amount("at-stake").value_or(Amount{});
    out.assurance = in.share("assurance").value_or(0);
    out.faked = in.share("faked", true).value_or(0);
    out.arbiter = in.peer("arbiter");
    out.draw = in.text("draw", contract::kDrawCoinflip);
    if (out.draw != contract::kDrawCoinflip && out.draw != contract::kDrawBeacon)
        in.fail("--draw", "is neither coinflip nor beacon", "choose one of the two");
    out.checkAll = in.flag("check-all");
    out.terms = in.text("terms");
    out.from = in.text("from");
    out.noRetry = in.flag("no-retry");
    out.quick = in.flag("quick");
    out.out = in.text("out");
    out.recheck = recheckOf(in);
    out.fear = in.fraction("fear");
    return with(context, in, out, runRent);
}

int resume(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const ResumeOptions out{in.hash("contract"), recheckOf(in)};
    return with(context, in, out, runResume);
}

int cancel(Context& context, const Arguments& arguments) {
    return runCancel(context, {arguments.operands.at(0)});
}

int verify(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    VerifyOptions out;
    out.directory = in.operands.at(0);
    if (in.flag("steps")) out.steps = in.integer("steps", 0, lottery::kStepsMax, 0);
    out.all = in.flag("all");
    out.engine = in.text("engine");
    if (out.steps && out.all) in.fail("--steps", "does not go together with --all", "give one of the two");
    return with(context, in, out, runVerify);
}

int bench(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    BenchOptions out;
    if (in.flag("hub")) out.hub = in.hub();
    out.engine = in.text("engine");
    if (in.flag("seconds")) out.seconds = in.integer("seconds", 1, kBenchmarkSecondsMax, 0);
    return with(context, in, out, runBench);
}

int demo(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    DemoOptions out;
    out.hosts = in.integer("hosts", 1, kHostsMax, out.hosts);
    out.job = in.text("job", out.job);
    out.quick = in.flag("quick");
    out.out = in.text("out");
    out.fear = in.fraction("fear");
    return with(context, in, out, runDemo);
}

std::vector<CommandSpec> keyCommands() {
    return {
        {"keys new",
         "",
         "make the identity of the data directory",
         "The key file is encrypted with the passphrase; on a terminal it is asked for twice where none is given. An "
         "identity that is there is never overwritten.",
         {},
         runKeysNew},
        {"keys show",
         "",
         "print peer id and fingerprint",
         "Needs no passphrase; where one is given, it is tried on the key file.",
         {},
         runKeysShow},
        {"keys backup",
         "FILE",
         "copy the encrypted key to a file",
         "The copy opens with the same passphrase. A file that is there is not overwritten.",
         {},
         runKeysBackup},
        {"keys restore",
         "FILE",
         "put a backup in place of a missing key",
         "Drawn secrets and seed chains come of the key: what was under way carries on.",
         {},
         runKeysRestore},
    };
}

CommandSpec checkCommand() {
    return {"check",
            "",
            "check what others computed, for hire",
            "Stands on the hub's list with a stake, recomputes the steps that the draw gives it, and earns the fee of "
            "each check. A wrong answer loses the stake; one that does not come in time costs what the hub's own work "
            "does. Makes a missing key. Runs until SIGTERM or SIGINT: then it leaves the list and gets its stake back. "
            "With --json {stake, locked, checked, earned, struck} at the end, as the hub last said.",
            {kHub,
             {"stake", "CREDITS", "what a wrong answer loses; the more, the more often it is drawn", true},
             {"fee-least", "CREDITS", "no check for less; default 0"},
             kEngine},
            check};
}

std::vector<CommandSpec> longCommands() {
    return {
        {"hub",
         "",
         "hold a marketplace: accounts, escrow, checks",
         "Prints its address, which carries the fingerprint of its key; with --json as {\"address\": ...} in the "
         "first line. Makes a missing key. Runs until SIGTERM or SIGINT.",
         {{"listen", "ADDR:PORT", "where peers connect; port 0 is any free one", true},
          {"issue", "PEER=CREDITS", "credits that enter the books for a peer, once for each pair also over restarts",
           false, true},
          {"welcome", "CREDITS", "for each new peer, once"},
          {"terms", "FILE",
           "least periods (default: those of an offer), fee and cost of a check, insurance pool (TOML)"},
          {"coinflip-bets", nullptr, "bets also on contracts that two draw alone: among friends"},
          {"hire-checkers", "SHARE", "checks of the draw for which a peer on the list is hired, 0.5 or 50%; default 0"},
          {"check-again", "SHARE",
           "steps on which a hired checker and the host agree that the hub computes all the same; default 10%"},
          {"arbiter", "PEER", "rules over complaints, where a contract names nobody else; default: nobody does"}},
         hub},
        {"provide",
         "",
         "list this machine and compute for whoever rents it",
         "Makes a missing key. Carries on what was under way. Runs until SIGTERM or SIGINT.",
         {kHub,
          {"name", "S", "what the listing is called"},
          {"place", "S", "where it stands, in your own words"},
          {"price", "CREDITS_PER_HOUR", "what an hour of this machine costs"},
          {"bond", "CREDITS", "most that is locked in one contract; default: all there is"},
          {"listen", "ADDR:PORT", "a direct way in, beside the one through the hub"},
          kEngine,
          {"self-check", "N", "check one product in N before a step counts; default 50 on a card, else 0: none"},
          {"once", nullptr, "end after one contract"},
          {"renter-stars", "1..5", "let to nobody whose rating is below; new renters pass"},
          {"arbiter", "PEER", "whom a contract may name, beside the hub's, to rule over its bond", false, true},
          {"measure", nullptr, "measure this machine again; else once for each machine and build"},
          {"benchmark", "SECONDS", "how long the hub watches it work before it is listed; default 2, 0: not at all"}},
         provide},
        checkCommand(),
        {"bench",
         "",
         "measure this machine, and have the hub sign what it has seen",
         "Exact products, a step of a small GPT, memory, the disk of the data directory; with --hub the line to it, "
         "too. The hub watches the steps, computes one of them again and signs; the report as a whole is signed by "
         "this host. Without --hub nobody has seen it and nothing is signed.",
         {{"hub", "ADDR", "the hub that watches; a key is made where there is none"},
          kEngine,
          {"seconds", "N", "how long the hub watches; default 2"}},
         bench},
        {"devices",
         "",
         "print what this machine computes with, and how fast",
         "A worker proves and measures each engine. With --json [{engine, device, usable, rate, reason}], slowest "
         "first; rate: exact multiply-adds a second in products of 14 bits, null where the engine cannot be used, and "
         "then reason says why.",
         {},
         runDevices},
        {"demo",
         "",
         "run hub, hosts and a rental on this machine, real processes on loopback",
         "",
         {{"hosts", "N", "how many hosts, 1 to 16; default 3"},
          {"job", "FILE|NAME", "default digits"},
          {"quick", nullptr, "20 steps, each of them paid"},
          kFear,
          {"out", "DIR", "where the result goes"}},
         demo},
    };
}

std::vector<CommandSpec> rentCommands() {
    return {
        {"listings", "", "print the hosts of a hub", "", {kHub}, runListings},
        {"plan",
         "",
         "say what a job takes and costs, before paying",
         "With --hub on the cheapest listing that fits; else on this machine, measured as for a listing, at 1 credit "
         "an hour.",
         {kJob, {"hub", "ADDR", "take price and rate from this hub's listings"}, kAtStake, kAssurance, kFaked, kFear},
         runPlan},
        {"rent",
         "",
         "have a job computed, checked and paid",
         "Job, options and DIR are recorded before all else: `resume` carries on after a crash.",
         {kHub,
          kJob,
          {"provider", "PEER", "this host and no other"},
          {"arbiter", "PEER", "who rules over complaints; default: the hub's"},
          {"max-price", "N", "most credits an hour"},
          {"max-spend", "N", "most credits of escrow, top-ups included"},
          kAtStake,
          kAssurance,
          kFaked,
          {"draw", "coinflip|beacon", "who draws: the two parties, or the hub's beacon; default coinflip"},
          {"check-all", nullptr, "have every claim checked"},
          {"terms", "FILE", "periods (TOML); by default those of the job"},
          {"from", "DIR", "go on from the last good state of an earlier result"},
          {"quick", nullptr, "20 steps in which every ticket wins: to try things out"},
          {"no-retry", nullptr, "do not go on with another host"},
          kRecheck,
          kFear,
          {"out", "DIR", "where the result, its report and the evidence go"}},
         rent},
        {"jobs", "", "list what this directory has under way, as host and renter", "", {}, runJobs},
        {"resume",
         "",
         "carry on after a crash; output and status are those of `rent`",
         "A job that was cancelled is ended and begun nowhere else: {\"cancelled\": ID}. Where several jobs were "
         "under way, --json prints an array of their documents, in the order of `jobs`, and the status is the "
         "highest of theirs. Where nothing is under way it is 0.",
         {{"contract", "ID", "only this one"}, kRecheck},
         resume},
        {"cancel",
         "ID",
         "end a job or a contract that is under way",
         "ID is a number or a contract that `jobs` prints. It is recorded before the hub is asked: after a crash "
         "`resume` ends the job, too.",
         {},
         cancel},
        {"verify",
         "DIR",
         "check a result and its evidence; needs no network",
         "Every signature, chain, draw, batch and payment, and the model's root or the result's tiles; then steps are "
         "recomputed.",
         {{"steps", "K", "recompute K random steps or tiles, 3 by default; 0: none"},
          {"all", nullptr, "recompute the whole run"},
          kEngine},
         verify},
    };
}

std::vector<CommandSpec> moneyCommands() {
    return {
        {"ledger audit",
         "",
         "check the books of a hub's or a peer's directory, also while it runs",
         "Status 1 where they contradict themselves.",
         {},
         runLedgerAudit},
        {"ledger balance", "", "print what is free and what is locked", "", {}, runLedgerBalance},
        {"ledger history", "", "print every posting", "", {}, runLedgerHistory},
        {"pay",
         "PEER CREDITS",
         "send credits to a peer",
         "The payment is recorded before it is sent: where its answer is lost, the same command sends it once more and "
         "not a second time.",
         {kHub},
         runPay},
    };
}

std::vector<CommandSpec> peerCommands() {
    const OptionSpec contract{"contract", "ID", "which one, 64 hex digits", true};
    return {
        {"review",
         "",
         "review the other party of a settled contract",
         "Nobody may read it before both have written or 14 days have passed; until then, once more for the same "
         "contract replaces it. Stars are for: as described, speed, availability, communication.",
         {kHub,
          contract,
          {"stars", "N|N,N,N,N", "1 is worst, 5 is best; one number: for all four", true},
          {"text", "S", "a sentence for others"}},
         runReview},
        {"reply",
         "",
         "reply to a review of you that may be read",
         "Once more: replaces the reply.",
         {kHub, contract, {"text", "S", "what others read below the review", true}},
         runReply},
        {"reviews", "PEER", "print what others wrote of a peer, each signed", "", {kHub}, runReviews},
        {"standing",
         "PEER",
         "print what is known of a peer, as a host and as a renter",
         "Each figure comes with its 95 % interval and with what its sample weighs: a reviewer's voice counts by what "
         "it has paid to others than the reviewed, up to one.",
         {kHub},
         runStanding},
        {"block", "PEER", "rent nothing from a peer, and let nothing to it", "", {}, runBlock},
        {"unblock", "PEER", "take a block back", "", {}, runUnblock},
        {"blocked", "", "print who is blocked", "", {}, runBlocked},
    };
}

std::vector<CommandSpec> caseCommands() {
    return {
        {"case dispute",
         "DIR",
         "compute a result again and, where it differs, take its host to the hub",
         "DIR is what `rent --out` wrote. The first step that differs is run again by the hub: the bond answers if it "
         "is wrong, the deposit if it is right. Runs until the case has ended; status 1 where it was not won. A case "
         "of yours that is open on the contract already goes on.",
         {kHub,
          {"contract", "ID", "which one of the result; by default the last"},
          {"step", "I", "compute up to this step alone, from the newest state before it; by default all are compared"},
          {"whole", nullptr, "dispute the whole run and narrow it with the host, round by round"},
          {"text", "S", "in your own words"},
          kEngine},
         runCaseDispute},
        {"case open",
         "",
         "complain of the other party of a contract",
         "For what no machine can judge. The two may settle it; then the arbiter that the offer names rules; without "
         "one it is dismissed. The deposit is two prices of a step.",
         {kHub,
          {"contract", "ID", "which one, 64 hex digits", true},
          {"against", "PEER", "the other party", true},
          {"ask", "CREDITS", "what you want of it", true},
          {"text", "S", "what happened", true}},
         runCaseOpen},
        {"case list", "", "list the cases that you have a part in", "", {kHub}, runCaseList},
        {"case show",
         "CASE",
         "print a case",
         "CASE is a number or an id that `case list` prints.",
         {kHub},
         runCaseShow},
        {"case settle",
         "CASE CREDITS",
         "propose that whoever opened the case gets so much of the other",
         "It moves free credits alone, once both have signed the same; it stops no check that was asked for.",
         {kHub},
         runCaseSettle},
        {"case accept", "CASE", "sign what the other side has proposed", "", {kHub}, runCaseAccept},
        {"case evidence",
         "CASE",
         "put something into a case",
         "Named by its hash; at most 64 KiB.",
         {kHub,
          {"text", "S", "a statement"},
          {"file", "F", "a file"},
          {"message", "N", "a message of the other side that you can read, as it signed it"},
          {"title", "S", "what it is"}},
         runCaseEvidence},
        {"case rule",
         "CASE CREDITS",
         "as the arbiter that the offer names: whoever opened the case gets so much",
         "",
         {kHub, {"text", "S", "why"}},
         runCaseRule},
        {"message",
         "TEXT",
         "write to the other party of a contract",
         "Sealed for the two of you: the hub carries it and cannot read it.",
         {kHub, {"contract", "ID", "which one, 64 hex digits", true}, {"to", "PEER", "the other party", true}},
         runMessage},
        {"messages",
         "",
         "print what was written about a contract",
         "",
         {kHub, {"contract", "ID", "which one, 64 hex digits", true}},
         runMessages},
    };
}

std::vector<CommandSpec> betCommands() {
    const OptionSpec contract{"contract", "ID", "which one, 64 hex digits", true};
    const OptionSpec step{"step", "N", "on this claim alone; else on every step of the contract"};
    return {
        {"markets",
         "",
         "print what is bet on, and at which odds",
         "Prices are parts of a million: what a ticket on right costs that pays 1,000,000.",
         {kHub, {"openable", nullptr, "what a market could be opened on, in their place"}},
         runMarkets},
        {"open-market",
         "",
         "put in a market's money, so that others can bet",
         "It comes back when the market ends, less what bettors on wrong have won, and with what they have lost.",
         {kHub, contract, step, {"fund", "CREDITS", "most that is put in", true}},
         runOpenMarket},
        {"bet",
         "",
         "stake credits on whether a claim, or a whole contract, is right",
         "Bets clear together every half minute, at one price. Without a check all stakes come back. The bet is "
         "recorded before it is sent: where its answer is lost, the same command sends it once more.",
         {kHub,
          contract,
          step,
          {"on", "right|wrong", "which side", true},
          {"stake", "CREDITS", "most that is paid", true},
          {"limit", "PRICE", "most for a ticket that pays 1, between 0 and 1", true}},
         runBet},
        {"odds",
         "",
         "as a host, offer odds on your own contract: N of yours to 1 of others",
         "They stand until they are used up, replaced, or the market ends; with --most 0 they end.",
         {kHub,
          contract,
          {"to-one", "N", "how much of yours against 1", true},
          {"most", "CREDITS", "most that you stake in all", true}},
         runOdds},
        {"positions", "", "print your bets: what waits, what you hold, what was paid out", "", {kHub}, runPositions},
    };
}

const std::vector<CommandSpec>& table() {
    static const std::vector<CommandSpec> commands = [] {
        std::vector<CommandSpec> out;
        for (const auto& part : {keyCommands(), longCommands(), rentCommands(), moneyCommands(), peerCommands(),
                                 caseCommands(), betCommands()})
            out.insert(out.end(), part.begin(), part.end());
        return out;
    }();
    return commands;
}

const std::vector<OptionSpec>& globals() {
    static const std::vector<OptionSpec> options{
        {"data-dir", "DIR", "keys, books and blobs; by default unchained in XDG_DATA_HOME"},
        {"json", nullptr, "print one JSON document, and everything else on standard error"},
        {"passphrase-file", "F", "the key's passphrase, one line; else UNCHAINED_PASSPHRASE, else it is empty"},
    };
    return options;
}

} // namespace

std::span<const CommandSpec> commandTable() {
    return table();
}

std::span<const OptionSpec> globalOptions() {
    return globals();
}

} // namespace unchained::node
