// SPDX-License-Identifier: Apache-2.0
#include "jobs/plan.h"

#include "node/commands.h"
#include "node/listings.h"
#include "node/measure.h"
#include "protocol/errors.h"
#include "protocol/told_terms.h"

#include <cmath>
#include <cstdio>

namespace unchained::node {

namespace {

/// Whose price and rate the plan takes.
struct Basis {
    jobs::PlanTerms terms;
    std::optional<net::ListedHost> host; ///< nothing: this machine
};

std::string number(double value, const char* format = "%.3g") {
    char out[64];
    std::snprintf(out, sizeof out, format, value);
    return out;
}

std::string percent(double share) {
    return number(100 * share) + " %";
}

/// The rule by which `rent` chooses: who is there, deters, and asks least for a step; then the longer record.
Result<Basis> cheapest(HubTalk& talk, const jobs::PreparedJob& job, const jobs::ProgramShape& shape,
                       const jobs::PlanTerms& wish) {
    const auto hosts = askListings(talk);
    if (!hosts) return hosts.error();
    const auto answer = talk.ask(cbor::Array{"terms"});
    if (!answer) return answer.error();
    const auto told = contract::readFields<protocol::ToldTerms>(*answer, "terms");
    if (!told) return told.error();

    std::optional<Basis> best;
    std::optional<Amount> bestPrice;
    std::optional<Error> why;
    for (const net::ListedHost& host : *hosts) {
        if (host.standing.stepsWrong > 0 || !host.online || !host.listing.open) continue;
        Basis basis{wish, host};
        basis.terms.pricePerHour = host.listing.pricePerHour;
        basis.terms.rate = host.listing.rate;
        basis.terms.bondMax = std::min(host.listing.bondMax, host.balance);
        basis.terms.checkFee = told->checkFee;
        basis.terms.bets |= told->coinflipBets;
        const auto plan = jobs::makePlan(job, shape, basis.terms);
        if (!plan) {
            why = plan.error();
            continue;
        }
        const bool better =
            !best || plan->price < *bestPrice ||
            (plan->price == *bestPrice && host.standing.stepsChecked > best->host->standing.stepsChecked);
        if (!better) continue;
        bestPrice = plan->price;
        best = std::move(basis);
    }
    if (best) return *best;
    if (why) return *why;
    return makeError(NodeError::NoHost, "listings", "no host is there that takes a contract now",
                     "wait for one, or plan without --hub on this machine's own rate", true);
}

/// This machine: sizes and time mean something, money is that of a credit an hour.
Result<Basis> ownMachine(const Context& context, const jobs::PlanTerms& wish) {
    if (!context.json()) context.say("Measuring this machine ...");
    const auto measured = measureThisMachine(Context::worker(), "");
    if (!measured) return measured.error();
    Basis out{wish, std::nullopt};
    out.terms.pricePerHour = Amount::credits(1);
    out.terms.rate = measured->rate;
    return out;
}

Json costsJson(const jobs::StepCosts& costs) {
    return {{"overhead", costs.overhead()},
            {"hashing", costs.hashing},
            {"noise", costs.noise},
            {"selfCheck", costs.selfCheck},
            {"laptopSeconds", costs.laptopSeconds},
            {"openingShare", std::isfinite(costs.openingShare) ? Json(costs.openingShare) : Json()}};
}

Json limitName(jobs::StepLimit limit) {
    switch (limit) {
    case jobs::StepLimit::None:
        return nullptr;
    case jobs::StepLimit::Noise:
        return "noise";
    case jobs::StepLimit::Job:
        return "job";
    case jobs::StepLimit::Laptop:
        return "laptop";
    }
    return nullptr;
}

/// What the three costs of a step are, each with its limit.
std::string costsText(const jobs::StepCosts& costs) {
    return percent(costs.overhead()) + " of it for hashing (" + percent(costs.hashing) + "), noise (" +
           percent(costs.noise) + ") and self-check (" + percent(costs.selfCheck) + "), of " +
           percent(jobs::kOverheadShareMax) + " at most; " + secondsText(costs.laptopSeconds) +
           " to compute it again on a laptop, of " + secondsText(jobs::kLaptopSecondsMax) + "; sending its opening " +
           (std::isfinite(costs.openingShare) ? percent(costs.openingShare) : std::string("more than 100 %")) +
           " of its price, of " + percent(jobs::kOpeningShareMax);
}

std::string limitText(const jobs::StepProposal& proposal) {
    if (!proposal.costs.laptopCanCheck()) return "; even one iteration is too much for a laptop: checkers need a GPU";
    switch (proposal.limit) {
    case jobs::StepLimit::None:
        return "";
    case jobs::StepLimit::Noise:
        return "; noise and self-check alone are too much of an iteration: larger batches make it less";
    case jobs::StepLimit::Job:
        return "; longer steps would need a longer job: it is to have 20 wins at least";
    case jobs::StepLimit::Laptop:
        return "; longer steps would be too much for a laptop";
    }
    return "";
}

Json document(const jobs::PreparedJob& job, const Basis& basis, const jobs::Plan& p, std::optional<double> fear) {
    const Json host = basis.host ? toJson(*basis.host) : Json();
    return {
        {"job", job.spec.name},
        {"title", job.spec.title},
        {"host", host},
        {"steps", p.steps},
        {"windows", p.windows},
        {"window", p.window},
        {"iterations", p.iterations},
        {"iterationsPerStep", p.iterationsPerStep},
        {"samples", {{"train", p.trainSamples}, {"test", p.testSamples}}},
        {"parameters", p.parameters},
        {"bytes", {{"state", p.stateBytes}, {"data", p.dataBytes}, {"opening", p.stateBytes}}},
        {"downloads", {{"renter", p.renterDownload}, {"host", p.hostDownload}, {"hub", p.hubDownload}}},
        {"boundaries", p.boundaries},
        {"work", {{"step", p.workPerStep}, {"total", p.work}}},
        {"rate", basis.terms.rate},
        {"seconds", p.seconds},
        {"secondsPerStep", p.secondsPerStep},
        {"pricePerHour", toJson(basis.terms.pricePerHour)},
        {"price", toJson(p.price)},
        {"cost", toJson(p.cost)},
        {"checkFees", toJson(p.checkFees)},
        {"total", toJson(p.total)},
        {"overhead", p.overhead},
        {"atStake", toJson(p.atStake)},
        {"escrow", toJson(p.escrow)},
        {"bond", toJson(p.bond)},
        {"stepCosts", costsJson(p.stepCosts)},
        {"stepCostsMost",
         {{"overhead", jobs::kOverheadShareMax},
          {"laptopSeconds", jobs::kLaptopSecondsMax},
          {"openingShare", jobs::kOpeningShareMax}}},
        {"proposal",
         {{"iterationsPerStep", p.proposal.iterations},
          {"costs", costsJson(p.proposal.costs)},
          {"laptopCanCheck", p.proposal.costs.laptopCanCheck()},
          {"limit", limitName(p.proposal.limit)}}},
        {"ticket", {{"odds", p.odds}, {"face", toJson(p.face)}}},
        {"checks",
         {{"batch", p.batch}, {"expected", p.checks}, {"claimRate", p.claimCheckRate}, {"stepRate", p.stepCheckRate}}},
        {"sabotageDeterred", static_cast<std::int64_t>(p.sabotageDeterred)},
        {"assurance1", p.assurance1},
        {"assurance10", p.assurance10},
        {"assurance50", p.assurance50},
        {"assurance",
         {{"asked", p.assuranceAsked > 0 ? Json(p.assuranceAsked) : Json()},
          {"faked", p.faked},
          {"reached", p.assurance}}},
        {"kind", p.kind == gpu::WorkKind::Parallel ? "parallel" : "serial"},
        {"tileBytes", p.tileBytes},
        {"falseAccept", falseAcceptJson(p.checks, fear)}};
}

/// What is computed: a network, or what tiles are made of.
std::string workWords(const jobs::Plan& p) {
    const auto n = [](std::uint64_t value) { return std::to_string(value); };
    const std::string windows = ", in " + n(p.windows) + " windows of " + n(p.window);
    if (p.kind == gpu::WorkKind::Parallel) {
        std::string out = "\ntiles      " + n(p.iterations) + " in " + n(p.steps) + " steps" + windows;
        out += "\ninput      " + bytesText(p.stateBytes);
        if (p.dataBytes > 0) out += "; data " + bytesText(p.dataBytes);
        return out + "; a step leaves " + bytesText(p.tileBytes);
    }
    return "\nsteps      " + n(p.steps) + " of " + n(p.iterationsPerStep) + " iterations" + windows + "\nnetwork    " +
           n(p.parameters) + " parameters, state " + bytesText(p.stateBytes) + "; data " + bytesText(p.dataBytes) +
           ", " + n(p.trainSamples) + " samples to train, " + n(p.testSamples) + " held out";
}

std::string words(const jobs::PreparedJob& job, const Basis& basis, const jobs::Plan& p, std::optional<double> fear) {
    const auto n = [](std::uint64_t value) { return std::to_string(value); };
    std::string out = printable(job.spec.title) + "\n";
    out += basis.host ? "on         " + printable(basis.host->listing.name) + ", " + toHex(basis.host->peer.view()) +
                            ", " + starsText(basis.host->standing.rating)
                      : std::string("on         this machine, priced at 1 credit an hour");
    out += workWords(p);
    out += "\ntime       " + secondsText(p.seconds) + ", " + secondsText(p.secondsPerStep) + " a step, at " +
           number(static_cast<double>(basis.terms.rate) / 1e9) + " billion multiply-adds/s; a step has " +
           number(static_cast<double>(p.workPerStep) / 1e9) + " billion";
    out += "\nstep       " + costsText(p.stepCosts);
    out += "\nproposed   iterations_per_step = " + n(p.proposal.iterations) +
           (p.proposal.iterations == p.iterationsPerStep ? std::string(", as it is")
                                                         : ": " + costsText(p.proposal.costs)) +
           limitText(p.proposal);
    out += "\ncost       " + p.cost.str() + " credits on average, " + p.price.str() + " a step, by the hour " +
           basis.terms.pricePerHour.str() + "; checks " + p.checkFees.str();
    out += "\nlocked     " + p.escrow.str() + " credits of yours (what is left comes back), " + p.bond.str() +
           " of the host's as its bond";
    out += "\ntickets    1 step in " + n(p.odds) + " wins and pays " + p.face.str() + " credits";
    out += "\nchecked    1 claim in " + n(p.batch) + ", that is " + percent(p.stepCheckRate) + " of the steps, about " +
           n(p.checks) + " checks";
    if (p.assuranceAsked > 0)
        out += "\nasked for  a run of which " + percent(p.faked) + " is faked is caught with " +
               percent(p.assuranceAsked) + "; these checks give " + percent(p.assurance);
    out += "\nprice      " + p.total.str() + " credits on average with the checks; all that verifies takes about " +
           percent(p.overhead) + " of the work";
    out += "\ndeterred   one false step does not pay below a gain of " + number(p.sabotageDeterred / 1e6) + " credits";
    out += "\ncaught     a run of which 1 % is faked: " + percent(p.assurance1) + "; 10 %: " + percent(p.assurance10) +
           "; 50 %: " + percent(p.assurance50);
    out += "\npasses     a result of which is faked " + falseAcceptText(falseAcceptJson(p.checks, fear));
    out += "\ndownloads  you " + bytesText(p.renterDownload) + " in " + n(p.boundaries) +
           (p.kind == gpu::WorkKind::Parallel ? " windows; host " : " states; host ") + bytesText(p.hostDownload) +
           "; hub " + bytesText(p.hubDownload);
    return out;
}

Result<Basis> basisFor(const Context& context, const std::optional<net::HubAddress>& hub, const jobs::PreparedJob& job,
                       const jobs::ProgramShape& shape, const jobs::PlanTerms& wish) {
    if (!hub) return ownMachine(context, wish);
    const auto talk = HubTalk::openUnnamed(*hub);
    if (!talk) return talk.error();
    return cheapest(**talk, job, shape, wish);
}

} // namespace

int runPlan(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    std::optional<net::HubAddress> hub;
    if (in.flag("hub")) hub = in.hub();
    const auto fear = in.fraction("fear");
    jobs::PlanTerms wish;
    wish.atStake = in.amount("at-stake").value_or(Amount{});
    wish.assurance = static_cast<double>(in.share("assurance").value_or(0)) * 1e-9;
    wish.faked = static_cast<double>(in.share("faked", true).value_or(100'000'000)) * 1e-9;
    if (in.failed()) return context.fail(*in.failed());
    const auto spec = context.job(in.text("job"));
    if (!spec) return context.fail(spec.error());
    const auto job = jobs::prepareJob(*spec);
    if (!job) return context.fail(job.error());
    const auto shape = jobs::shapeOf(job->program, job->parameters);
    if (!shape) return context.fail(shape.error());
    const auto basis = basisFor(context, hub, *job, *shape, wish);
    if (!basis) return context.fail(basis.error());
    const auto plan = jobs::makePlan(*job, *shape, basis->terms);
    if (!plan) return context.fail(plan.error());
    return context.finish(document(*job, *basis, *plan, fear), words(*job, *basis, *plan, fear));
}

} // namespace unchained::node
