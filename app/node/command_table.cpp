// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"
#include "node/commands.h"

namespace unchained::node {

namespace {

constexpr std::uint64_t kHostsMax = 16;
constexpr std::uint64_t kRecheckSecondsMax = std::uint64_t{365} * 24 * 3600, kBenchmarkSecondsMax = 60;

const OptionSpec kHub{"hub", "ADDR", "the hub's address, host:port#fingerprint, as `hub` prints it", true};
const OptionSpec kJob{"job", "FILE|NAME", "a job file, or the name of a job that is supplied", true};
const OptionSpec kAtStake{"at-stake", "X", "credits that a false result could be worth to a cheat"};
const OptionSpec kAssurance{"assurance", "A",
                            "chance at which a faked run is caught, 0.95 or 95%: checks as many as that takes"};
const OptionSpec kFaked{"faked", "F", "share of fakes that --assurance speaks of; default 10%"};
const OptionSpec kRecheck{"recheck", "SECONDS", "most time to compute a caught host's work again; default 600"};
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
    return with(context, in, out, runHub);
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
    out.once = in.flag("once");
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

int demo(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    DemoOptions out;
    out.hosts = in.integer("hosts", 1, kHostsMax, out.hosts);
    out.job = in.text("job", out.job);
    out.quick = in.flag("quick");
    out.out = in.text("out");
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
          {"terms", "FILE", "least periods and the fee of a check (TOML)"}},
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
          {"once", nullptr, "end after one contract"},
          {"measure", nullptr, "measure this machine again; else once for each machine and build"},
          {"benchmark", "SECONDS", "how long the hub watches it work before it is listed; default 2, 0: not at all"}},
         provide},
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
         {kJob, {"hub", "ADDR", "take price and rate from this hub's listings"}, kAtStake, kAssurance, kFaked},
         runPlan},
        {"rent",
         "",
         "have a job computed, checked and paid",
         "Job, options and DIR are recorded before all else: `resume` carries on after a crash.",
         {kHub,
          kJob,
          {"provider", "PEER", "this host and no other"},
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
          {"out", "DIR", "where model, report and evidence go"}},
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
         "Every signature, chain, draw, batch and payment, and the model's root; then steps are recomputed.",
         {{"steps", "K", "recompute K random steps, 3 by default; 0: none"},
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
        {"rate",
         "",
         "rate the host of a settled contract",
         "Again for the same contract: replaces the rating.",
         {kHub,
          {"contract", "ID", "which one, 64 hex digits", true},
          {"stars", "1..5", "1 is worst", true},
          {"text", "S", "a sentence for others"}},
         runRate},
    };
}

const std::vector<CommandSpec>& table() {
    static const std::vector<CommandSpec> commands = [] {
        std::vector<CommandSpec> out;
        for (const auto& part : {keyCommands(), longCommands(), rentCommands(), moneyCommands()})
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
