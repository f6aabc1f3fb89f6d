// SPDX-License-Identifier: Apache-2.0
#include "identity/random.h"
#include "jobs/terms_file.h"
#include "net/rental_result.h"
#include "net/renter_job.h"
#include "node/commands.h"
#include "node/progress_line.h"
#include "node/stop_signal.h"
#include "verification/policy.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

namespace unchained::node {

namespace {

/// What one job came to, to be printed once.
struct Outcome { // NOLINT(bugprone-exception-escape): a null Json takes no memory
    Json document;
    std::string text;
    ExitCode code = kGood;
    bool stopped = false;
};

Outcome failed(const Context& context, const Error& error, Json document = Json::object()) {
    context.warn(error);
    document["error"] = toJson(error);
    return {std::move(document), "", exitCodeOf(error), false};
}

/// Carries one recorded job on to its end, or, where it is cancelled, to the end of its contract.
class Rental {
public:
    Rental(Context& context, const identity::Keys& keys, storage::PeerStore& store, storage::BlobStore& blobs,
           std::optional<std::uint64_t> recheckSeconds = {}, std::optional<double> fear = {})
        : m_context(context), m_keys(keys), m_store(store), m_blobs(blobs), m_line(stderr), m_fear(fear) {
        m_setup.worker = Context::worker();
        if (recheckSeconds) m_setup.recheckMax = std::chrono::seconds(*recheckSeconds);
    }

    Outcome run(std::int64_t id, const net::RentOptions& options, bool cancel = false) {
        auto hub = net::HubAddress::parse(options.hub);
        if (!hub) return failed(m_context, hub.error());
        auto spec = jobs::loadJob(options.job);
        if (!spec) return failed(m_context, spec.error());
        if (options.quick) *spec = jobs::quickened(std::move(*spec));
        auto prepared = jobs::prepareJob(*spec);
        if (!prepared) return failed(m_context, prepared.error());
        m_id = id;
        m_out = options.out;
        m_job = std::make_unique<net::RenterJob>(m_keys, m_store, m_blobs, *hub, options, id, std::move(*prepared),
                                                 m_setup);
        watch();
        m_clock.start();
        const StopSignal stop([this] {
            m_context.warn("stopping: `resume` carries on");
            m_outcome = {Json{{"stopped", true}, {"job", m_id}}, "", kGood, true};
            m_job->stop([] { QCoreApplication::exit(); });
        });
        if (cancel) m_job->cancel();
        m_job->start();
        QCoreApplication::exec();
        m_job.reset();
        return std::move(m_outcome);
    }

private:
    void watch() {
        QObject::connect(m_job.get(), &net::RenterJob::log, [this](const QString& line) {
            m_line.clear();
            m_context.say(printable(line.toStdString()));
        });
        QObject::connect(m_job.get(), &net::RenterJob::progress, [this](quint64 done, quint64 total) {
            const bool tiles = m_job->isParallel();
            m_line.update({done, total, tiles ? "tiles" : "steps", tiles ? "computing" : "training"});
        });
        QObject::connect(m_job.get(), &net::RenterJob::broken, [this](const Error& why) {
            m_outcome = failed(m_context, why);
            m_outcome.code = kCannotStart;
            QCoreApplication::exit();
        });
        QObject::connect(m_job.get(), &net::RenterJob::finished, [this] {
            m_line.finish();
            m_outcome = m_job->isCancelled() && !m_job->complete() ? endCancelled() : end();
            QCoreApplication::exit();
        });
    }

    Outcome endCancelled() {
        if (m_job->error()) return failed(m_context, *m_job->error(), Json{{"cancelled", nullptr}});
        if (auto marked = m_store.setJobState(m_id, storage::JobState::Cancelled); !marked)
            return failed(m_context, marked.error(), Json{{"cancelled", nullptr}});
        return {Json{{"cancelled", m_id}}, "cancelled job " + std::to_string(m_id), kGood, false};
    }

    Outcome end() {
        const double seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
        const auto& runs = m_job->runs();
        if (runs.empty()) return failed(m_context, m_job->error().value_or(Error{}), emptyReport());
        auto report = net::writeResult(*m_job, m_keys, m_blobs, m_out, seconds);
        if (!report) {
            (void)m_store.setJobState(m_id, storage::JobState::Running); // resume writes it
            return failed(m_context, report.error());
        }
        Json document = Json::parse(*report);
        document["out"] = m_out;
        Json& verification = document["verification"];
        if (m_fear) verification["falseAccept"] = falseAcceptJson(verification["claimsChecked"], m_fear);
        const bool complete = m_job->complete();
        const auto state = complete ? storage::JobState::Finished : storage::JobState::Failed;
        (void)m_store.setJobState(m_id, state);
        if (!complete && m_job->error()) m_context.warn(*m_job->error());
        std::string text = rentalSummary(document);
        return {std::move(document), std::move(text), complete ? kGood : kWrong, false};
    }

    static Json emptyReport() {
        Json none;
        for (const char* key :
             {"contract", "provider", "steps", "windows", "iterations", "testAccuracy", "testLoss", "stateRoot"})
            none[key] = nullptr;
        return none;
    }

    Context& m_context;
    const identity::Keys& m_keys;
    storage::PeerStore& m_store;
    storage::BlobStore& m_blobs;
    net::RenterJob::Setup m_setup;
    ProgressLine m_line;
    const std::optional<double> m_fear;
    std::unique_ptr<net::RenterJob> m_job;
    QElapsedTimer m_clock;
    std::int64_t m_id = 0;
    std::string m_out;
    Outcome m_outcome;
};

/// What a directory's renter needs, opened in order.
struct Opened {
    storage::DataDirectory directory;
    identity::UnlockedKeys keys;
    storage::PeerStore store;
    storage::BlobStore blobs;
};

Result<std::unique_ptr<Opened>> open(Context& context) {
    auto directory = context.lock(true);
    if (!directory) return directory.error();
    auto keys = context.keys(*directory, MissingKey::Make);
    if (!keys) return keys.error();
    auto store = storage::PeerStore::open(directory->peerDatabase());
    if (!store) return store.error();
    auto blobs = storage::BlobStore::open(directory->blobs());
    if (!blobs) return blobs.error();
    return std::make_unique<Opened>(
        Opened{std::move(*directory), std::move(*keys), std::move(*store), std::move(*blobs)});
}

/// A directory that was named on the command line and does not fit.
Error asUsage(Error error) {
    error.code = static_cast<std::uint32_t>(NodeError::Usage);
    return error;
}

Result<net::RentOptions> recorded(Context& context, const RentOptions& options) {
    auto spec = context.job(options.job);
    if (!spec) return spec.error();
    net::RentOptions out;
    out.hub = options.hub.str();
    out.job = std::filesystem::absolute(spec->path).string();
    out.provider = options.provider;
    out.arbiter = options.arbiter;
    out.maxPrice = options.maxPrice;
    out.maxSpend = options.maxSpend;
    out.atStake = options.atStake;
    out.draw = options.draw;
    out.assurance = options.assurance;
    if (options.faked > 0) out.faked = options.faked;
    out.checkAll = options.checkAll;
    if (!options.terms.empty()) {
        auto terms = jobs::loadTerms(options.terms, jobs::TermsOf::Renter);
        if (!terms) return terms.error();
        out.periods = terms->over(spec->contract.periods);
    }
    if (!options.from.empty()) {
        out.from = std::filesystem::absolute(options.from).string();
        if (auto point = net::readResumePoint(out.from); !point) return asUsage(point.error());
    }
    out.noRetry = options.noRetry;
    out.quick = options.quick;
    out.secret = identity::randomFixed<Hash256>();
    const std::string name = options.out.empty() ? "result-" + spec->name + "-" + shortHex(out.secret) : options.out;
    out.out = std::filesystem::absolute(name).string();
    if (auto ok = net::checkOutput(out.out); !ok) return asUsage(ok.error());
    return out;
}

} // namespace

std::string rentalSummary(const Json& d) {
    const auto number = [](const Json& v) { return v.is_null() ? std::string("?") : v.dump(); };
    const auto credits = [](const Json& v) { return Amount::micros(v.get<std::int64_t>()).str(); };
    const auto percent = [](const Json& v) {
        char text[32] = "?";
        if (v.is_number()) std::snprintf(text, sizeof text, "%.2f %%", 100 * v.get<double>());
        return std::string(text);
    };
    const auto loss = [](const Json& v) {
        char text[32] = "?";
        if (v.is_number()) std::snprintf(text, sizeof text, "%.4f", v.get<double>());
        return std::string(text);
    };
    const Json &t = d["tickets"], &c = d["credits"], &v = d["verification"];
    const bool tiles = d.value("kind", "serial") == "parallel";
    const auto line = [](const char* name, const std::string& value) {
        std::string padded(name);
        padded.resize(15, ' ');
        return "\n" + padded + value;
    };
    std::string out = line("outcome", d["contracts"].back()["outcome"].get<std::string>());
    out += line(tiles ? "tiles" : "steps", number(d["steps"]) + " in " + number(d["windows"]) + " windows");
    if (!tiles) out += line("test accuracy", percent(d["testAccuracy"])) + line("test loss", loss(d["testLoss"]));
    out += line("tickets", number(t["issued"]) + " issued, " + number(t["won"]) + " won, " + number(t["claimed"]) +
                               " claimed, " + number(t["paid"]) + " paid");
    out += line("credits", credits(c["escrowed"]) + " locked, " + credits(c["paid"]) + " paid, " +
                               credits(c["returned"]) + " came back");
    out += line("checked", number(v["claimsChecked"]) + " claims, " + number(v["failed"]) + " wrong");
    out += line("would pass", "a result of which is faked " + falseAcceptText(v["falseAccept"]));
    out += line("overhead", percent(v["overheadRatio"]) + ", without the checks " + percent(v["overheadFixed"]));
    out += line("seconds", number(d["seconds"]));
    out += line("result", d["out"].get<std::string>() + (tiles ? "/" + d["result"].get<std::string>() : ""));
    return out + "\n";
}

Json falseAcceptJson(std::uint64_t checks, std::optional<double> fear) {
    Json rows = Json::array();
    const auto add = [&](double share) {
        rows.push_back({{"faked", share}, {"chance", verification::falseAccept(share, checks)}});
    };
    for (const double share : net::kFearedShares)
        add(share);
    if (fear) add(*fear);
    return rows;
}

std::string falseAcceptText(const Json& rows) {
    std::string out;
    const auto percent = [](double share) {
        char text[32];
        std::snprintf(text, sizeof text, "%.3g %%", 100 * share);
        return std::string(text);
    };
    for (const Json& row : rows)
        out += (out.empty() ? "" : "; ") + percent(row["faked"].get<double>()) + ": " +
               percent(row["chance"].get<double>());
    return out;
}

int runRent(Context& context, const RentOptions& options) {
    auto what = recorded(context, options);
    if (!what) return context.fail(what.error());
    auto opened = open(context);
    if (!opened) return context.fail(opened.error());
    Opened& o = **opened;
    auto id = o.store.addJob(wallNow(), net::encodeOptions(*what), what->out);
    if (!id) return context.fail(id.error());
    const Outcome ended = Rental(context, o.keys.keys, o.store, o.blobs, options.recheck, options.fear).run(*id, *what);
    return context.finish(ended.document, ended.text, ended.code);
}

int runResume(Context& context, const ResumeOptions& options) {
    auto opened = open(context);
    if (!opened) return context.fail(opened.error());
    Opened& o = **opened;
    auto jobs = o.store.openJobs();
    if (!jobs) return context.fail(jobs.error());
    if (options.contract) {
        auto session = o.store.session(*options.contract);
        if (!session) return context.fail(session.error());
        if (!*session || !(*session)->job)
            return context.fail(makeError(NodeError::NothingThere, "--contract",
                                          "this directory rented no such contract", "`jobs` lists what it has"));
        std::erase_if(*jobs, [&](const storage::JobRow& row) { return row.id != *(*session)->job; });
    }
    if (jobs->empty()) return context.finish(nullptr, "nothing is under way");
    // One document in the end, whatever becomes of each.
    Json documents = Json::array();
    ExitCode code = kGood;
    for (const auto& row : *jobs) {
        const auto what = net::decodeOptions(row.options);
        const Outcome ended = what ? Rental(context, o.keys.keys, o.store, o.blobs, options.recheck).run(row.id, *what)
                                   : failed(context, what.error());
        code = std::max(code, ended.code);
        documents.push_back(ended.document);
        if (!context.json()) context.finish(ended.document, ended.text);
        if (ended.stopped) break;
    }
    if (jobs->size() == 1) return context.finish(documents.front(), "", code);
    return context.finish(documents, "", code);
}

int runCancel(Context& context, const CancelOptions& options) {
    auto opened = open(context);
    if (!opened) return context.fail(opened.error());
    Opened& o = **opened;
    std::optional<std::int64_t> id;
    if (const auto contract = idFromHex<Hash256>(options.id)) {
        auto session = o.store.session(*contract);
        if (!session) return context.fail(session.error());
        if (*session) id = (*session)->job;
    } else if (!options.id.empty() && options.id.size() < 10 &&
               options.id.find_first_not_of("0123456789") == std::string::npos) {
        id = std::stoll(options.id);
    }
    auto row = id ? o.store.job(*id) : Result<std::optional<storage::JobRow>>(std::optional<storage::JobRow>());
    if (!row) return context.fail(row.error());
    if (!*row)
        return context.fail(makeError(NodeError::NothingThere, options.id, "this directory has no such job",
                                      "`jobs` lists what it has"));
    if ((*row)->state != storage::JobState::New && (*row)->state != storage::JobState::Running)
        return context.fail(
            makeError(NodeError::NothingThere, options.id, "has ended already", "`jobs` lists what is under way"));
    auto what = net::decodeOptions((*row)->options);
    if (!what) return context.fail(what.error());
    Outcome ended = Rental(context, o.keys.keys, o.store, o.blobs).run(*id, *what, true);
    if (ended.document.contains("cancelled") || ended.document.contains("error") || ended.stopped)
        return context.finish(ended.document, ended.text, ended.code);
    ended = failed(context,
                   makeError(NodeError::NothingThere, options.id, "was complete before it could be cancelled",
                             "its result is written"),
                   std::move(ended.document));
    return context.finish(ended.document, "", ended.code);
}

} // namespace unchained::node
