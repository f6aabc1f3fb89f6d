// SPDX-License-Identifier: Apache-2.0
#include "evidence/shown.h"
#include "gpu/host_tensor.h"
#include "identity/random.h"
#include "jobs/worker_process.h"
#include "lottery/lottery.h"
#include "net/blob_transfer.h"
#include "net/retry.h"
#include "node/case_talk.h"
#include "node/case_text.h"
#include "node/commands.h"
#include "node/progress_line.h"
#include "protocol/signed.h"
#include "storage/blob_store.h"

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>

/// `case dispute`: computes a result again, and where it comes out otherwise plays the case to its end. A case of ours
/// that is open on the contract already, as after a power cut, is played on.
namespace unchained::node {

using cbor::Array;
using cbor::Value;
using contract::CaseView;

namespace {

namespace fs = std::filesystem;
constexpr std::size_t kRunMax = 4096; ///< steps of one request to the worker
constexpr auto kHubAwayMax = std::chrono::hours(1);

/// One contract of a result, and its run as this machine computes it.
class OwnRun {
public:
    OwnRun(const evidence::ContractEvidence& record, contract::Offer offer, const std::string& engine)
        : m_record(record), m_offer(std::move(offer)), m_blobs(fs::path(m_folder.path().toStdString())) {
        m_worker.start({Context::worker(), m_blobs, engine, 0});
    }

    /// Data and the state to begin with, from the result's directory: the newest one there that stands before `step`.
    Result<void> bring(const fs::path& blobs, std::uint64_t step) {
        const auto begin = newestBefore(blobs, step);
        m_first = begin.first;
        m_roots = {begin.second};
        std::vector<Hash256> wanted = m_offer.dataRoots;
        wanted.push_back(begin.second);
        for (const Hash256& root : wanted) {
            std::error_code failure;
            const std::string name = toHex(root.view());
            fs::copy_file(blobs / name, m_blobs / name, fs::copy_options::skip_existing, failure);
            if (failure)
                return makeError(NodeError::NothingThere, (blobs / name).string(), failure.message(),
                                 "name a directory that rent --out wrote, with all of its blobs");
        }
        m_worker.load({m_offer.program,
                       m_offer.parameters,
                       {m_offer.noiseAmplitude, m_offer.noiseScales},
                       m_offer.dataRoots.empty() ? std::nullopt : std::optional(m_offer.dataRoots.front())},
                      [this](const Result<gpu::worker::Loaded>& loaded) {
                          if (!loaded) m_failed = loaded.error();
                      });
        return {};
    }

    /// Roots up to that of Y[steps].
    Result<void> compute(std::uint64_t steps, ProgressLine& line) {
        while (end() < steps) {
            if (auto ok = run(end(), std::min<std::uint64_t>(steps, end() + kRunMax), m_roots.back(), false, m_roots);
                !ok)
                return ok;
            line.update({end() - m_first, steps - m_first, "steps", "computing again"});
        }
        return {};
    }
    /// Writes Y[step] where the hub can have it from.
    Result<void> keep(std::uint64_t step) {
        if (step == m_first || isParallel()) return {};
        std::vector<Hash256> again{m_roots.front()};
        for (std::uint64_t at = m_first; at + 1 < step;) {
            const std::uint64_t end = std::min<std::uint64_t>(step - 1, at + kRunMax);
            if (auto ok = run(at, end, again.back(), false, again); !ok) return ok;
            at = end;
        }
        return run(step - 1, step, again.back(), true, again);
    }
    /// Tiles begin at Y[0], each of them.
    [[nodiscard]] bool isParallel() const { return m_offer.kind() == gpu::WorkKind::Parallel; }
    /// The first step that is computed here.
    [[nodiscard]] std::uint64_t first() const { return m_first; }
    /// Root of Y[step].
    [[nodiscard]] const Hash256& root(std::uint64_t step) const { return m_roots.at(step - m_first); }
    [[nodiscard]] const fs::path& blobs() const { return m_blobs; }

private:
    [[nodiscard]] std::uint64_t end() const { return m_first + m_roots.size() - 1; }
    [[nodiscard]] std::pair<std::uint64_t, Hash256> newestBefore(const fs::path& blobs, std::uint64_t step) const {
        if (isParallel()) return {step, m_offer.initialRoot};
        std::error_code unknown;
        for (std::uint64_t i = step; i > 0; --i)
            if (const auto shown = evidence::shownStep(m_record, m_offer, i - 1))
                if (fs::exists(blobs / toHex(shown->after.view()), unknown)) return {i, shown->after};
        return {0, m_offer.initialRoot};
    }
    Result<void> run(std::uint64_t first, std::uint64_t end, const Hash256& from, bool keep,
                     std::vector<Hash256>& into) {
        jobs::RunOrder order{isParallel() ? m_offer.initialRoot : from,
                             m_offer.startIteration,
                             m_offer.iterationsPerStep,
                             {},
                             keep,
                             false};
        for (std::uint64_t i = first; i < end; ++i) {
            const std::uint64_t k = lottery::windowOf(i, m_offer.window);
            order.steps.push_back({i, lottery::stepSeed(m_record.seeds.at(k - 1), i)});
        }
        QEventLoop loop;
        m_worker.run(
            order, [&](const gpu::worker::StepDone& done) { into.push_back(done.root); },
            [&](const Result<jobs::RunOutcome>& done) {
                if (!done && !m_failed) m_failed = done.error();
                if (done && done->failedStep)
                    m_failed = makeError(NodeError::Usage, "step", "came to a NaN or an infinity here",
                                         "a run that fails is checked by the hub in any case");
                loop.quit();
            });
        loop.exec();
        if (m_failed) return *m_failed;
        return {};
    }

    const evidence::ContractEvidence& m_record;
    const contract::Offer m_offer;
    QTemporaryDir m_folder;
    const fs::path m_blobs;
    jobs::WorkerProcess m_worker;
    std::optional<Error> m_failed;
    std::uint64_t m_first = 0;
    std::vector<Hash256> m_roots; ///< of Y[m_first] and on
};

Bytes encoded(contract::StepProof proof) {
    contract::FieldWriter writer;
    proof.fields(writer);
    return cbor::encode(Value(std::move(writer.out)));
}

struct Subject {
    evidence::ContractEvidence record;
    contract::Offer offer;
    contract::ContractId contract;
    std::uint64_t steps = 0; ///< receipted
};

Result<Subject> subjectOf(const fs::path& directory, const std::optional<Hash256>& wanted) {
    auto file = gpu::readFile(directory / "evidence.cbor", evidence::kEvidenceBytesMax);
    if (!file) return file.error();
    auto opened = evidence::openEvidence(*file);
    if (!opened) return opened.error();
    std::optional<Subject> out;
    for (auto& record : opened->evidence.contracts) {
        auto offer = protocol::openSigned<contract::Offer>(record.offer);
        auto acceptance = protocol::openSigned<contract::Acceptance>(record.acceptance);
        if (!offer || !acceptance) continue;
        const auto id = contract::contractId(offer->payload, acceptance->payload);
        if (wanted && *wanted != id) continue;
        const std::uint64_t steps = evidence::receiptedSteps(record, offer->value);
        if (steps > 0) out = Subject{record, offer->value, id, steps};
    }
    if (out) return *out;
    return makeError(NodeError::NothingThere, directory.string(), "holds no such contract with a receipted window",
                     "name a result that rent --out wrote, and a contract of it");
}

/// The case from its opening to its end: our answers, and the opening of the step that is left.
class Challenge {
public:
    Challenge(Context& context, CaseTalk& talk, const Subject& subject, OwnRun& run)
        : m_context(context), m_talk(talk), m_subject(subject), m_run(run) {}

    /// To the end of the case. A hub that is lost is called again: while it is away the case's time stands still.
    Result<CaseView> play(const contract::CaseId& id) {
        for (;;) {
            auto view = follow(id);
            if (view || m_talk.talk->isUp()) return view;
            m_context.say("the hub is lost: " + view.error().text());
            if (auto ok = callAgain(); !ok) return ok.error();
        }
    }

    Result<contract::CaseId> open(std::uint64_t first, std::uint64_t last, const std::string& text) {
        if (!m_talk.talk->isUp()) { // it took long to compute
            if (auto ok = callAgain(); !ok) return ok.error();
        }
        contract::CaseOpening v;
        v.hub = m_talk.talk->hub();
        v.id = identity::randomCommandId();
        v.contract = m_subject.contract;
        v.kind = contract::kCaseOfResult;
        v.against = m_subject.offer.provider;
        v.text = text;
        v.first = first;
        v.last = last;
        v.root = m_run.root(last);
        const auto before = first > 0 ? evidence::shownStep(m_subject.record, m_subject.offer, first - 1)
                                      : std::optional<evidence::ShownStep>();
        const auto after = evidence::shownStep(m_subject.record, m_subject.offer, last - 1);
        const auto answer = m_talk.talk->ask(Array{"case-open", protocol::sealed(m_talk.keys, v),
                                                   before ? encoded(before->proof) : Bytes{}, encoded(after->proof),
                                                   after->windowSeed});
        if (!answer) return answer.error();
        if (answer->asArray() && answer->asArray()->empty())
            return makeError(NodeError::Usage, "case", "the host was convicted by its own signatures at once",
                             "look at the contract: its bond has answered");
        cbor::Reader in(*answer, "answer", 2);
        const auto id = in.fixed<Hash256>();
        const std::uint64_t number = in.u64();
        if (auto ok = in.finish(); !ok) return ok.error();
        m_context.say("case " + std::to_string(number) + " is open: steps " + std::to_string(first) + " to " +
                      std::to_string(last - 1));
        return id;
    }

private:
    Result<CaseView> follow(const contract::CaseId& id) {
        for (;;) {
            auto view = m_talk.view(id);
            if (!view || !view->outcome.empty()) return view;
            if (view->waitsForOpener) {
                if (auto ok = answer(*view); !ok) return ok.error();
                continue;
            }
            if (view->step && !m_store) {
                if (auto ok = supply(*view->step); !ok) return ok.error();
            }
            m_talk.talk->listen(std::chrono::seconds(1));
        }
    }

    Result<void> callAgain() {
        const auto until = std::chrono::steady_clock::now() + kHubAwayMax;
        for (;;) {
            auto ok = m_talk.again();
            if (ok && m_server) serve();
            if (ok || std::chrono::steady_clock::now() > until) return ok;
            QEventLoop pause;
            QTimer::singleShot(net::kRetryMs, &pause, &QEventLoop::quit);
            pause.exec();
        }
    }

    Result<void> answer(const CaseView& view) {
        const contract::RoundView& r = view.rounds.back();
        m_context.say("round " + std::to_string(view.rounds.size()) + ": steps " + std::to_string(r.first) + " to " +
                      std::to_string(r.last - 1));
        const contract::CaseAnswer v{view.id, view.rounds.size(), m_run.root(r.middle)};
        const auto said = m_talk.talk->ask(Array{"case-answer", protocol::sealed(m_talk.keys, v)});
        return said ? Result<void>() : Result<void>(said.error());
    }

    /// The state before the step, for the hub alone.
    Result<void> supply(std::uint64_t step) {
        m_context.say("step " + std::to_string(step) + " is left: the hub runs it again");
        if (auto ok = m_run.keep(step); !ok) return ok;
        auto store = storage::BlobStore::open(m_run.blobs());
        if (!store) return store.error();
        m_store.emplace(std::move(*store));
        m_server.emplace(*m_store, [this](const PeerId& asker, const Hash256&) { return asker == m_talk.talk->hub(); });
        serve();
        return {};
    }
    void serve() {
        m_talk.talk->serve([this](const Value& body, const net::Connection::Answer& reply) {
            reply(m_server->answer(m_talk.talk->hub(), body));
        });
    }

    Context& m_context;
    CaseTalk& m_talk;
    const Subject& m_subject;
    OwnRun& m_run;
    std::optional<storage::BlobStore> m_store;
    std::optional<net::BlobServer> m_server;
};

struct Wanted {
    std::optional<std::uint64_t> step; ///< alone; else all
    bool whole = false;                ///< narrowed with the host, though the step is known
    std::string text;
};

/// The one case about the contract's result that we have opened and that has not ended.
Result<std::optional<CaseView>> openCaseOf(const CaseTalk& talk, const contract::ContractId& id) {
    auto list = talk.all();
    if (!list) return list.error();
    for (CaseView& view : *list)
        if (view.contract == id && view.kind == contract::kCaseOfResult && view.opener == talk.keys.peer() &&
            view.outcome.empty())
            return std::optional(std::move(view));
    return std::optional<CaseView>();
}

int finishWith(Context& context, const CaseTalk& talk, const Result<CaseView>& view) {
    if (!view) return context.fail(view.error());
    const bool won = view->outcome == "host-wrong" || view->outcome == "host-silent" || view->outcome == "engine-fault";
    return context.finish(toJson(*view), caseText(*view, talk.keys.peer()), won ? kGood : kWrong);
}

int playOn(Context& context, CaseTalk& talk, const Subject& subject, OwnRun& run, const CaseView& begun,
           const fs::path& blobs) {
    const bool narrowed = !begun.rounds.empty();
    const std::uint64_t first = narrowed ? begun.rounds.front().first : begun.first;
    const std::uint64_t last = narrowed ? begun.rounds.front().last : begun.last;
    context.say("case " + std::to_string(begun.number) + " is open: it goes on");
    ProgressLine line(stderr);
    if (auto ok = run.bring(blobs, first); !ok) return context.fail(ok.error());
    if (auto ok = run.compute(last, line); !ok) return context.fail(ok.error());
    line.clear();
    return finishWith(context, talk, Challenge(context, talk, subject, run).play(begun.id));
}

int compareAndDispute(Context& context, CaseTalk& talk, const Subject& subject, OwnRun& run, const Wanted& wanted,
                      const fs::path& blobs) {
    const std::uint64_t end = wanted.step ? *wanted.step + 1 : subject.steps;
    if (auto ok = run.bring(blobs, wanted.step.value_or(0)); !ok) return context.fail(ok.error());
    ProgressLine line(stderr);
    if (auto ok = run.compute(end, line); !ok) return context.fail(ok.error());
    line.clear();
    std::optional<std::uint64_t> wrong;
    for (std::uint64_t i = run.first(); i < end && !wrong; ++i)
        if (evidence::shownStep(subject.record, subject.offer, i)->after != run.root(i + 1)) wrong = i;
    if (!wrong) {
        const std::uint64_t computed = end - run.first();
        return context.finish({{"contract", toJson(subject.contract)}, {"steps", computed}, {"case", Json()}},
                              "all " + std::to_string(computed) +
                                  " steps come out as the host committed to them: there is nothing to dispute");
    }
    // Who holds the record knows the step; --whole goes the way of somebody who knows both ends alone.
    // Of tiles, which make no chain, each stands for itself.
    const bool whole = wanted.whole && !run.isParallel();
    const std::uint64_t first = whole ? 0 : *wrong, last = whole ? subject.steps : *wrong + 1;
    if (evidence::shownStep(subject.record, subject.offer, last - 1)->after == run.root(last))
        return context.fail(makeError(NodeError::Usage, "--whole", "the last states are the same",
                                      "leave it out: the step that differs is known"));
    Challenge challenge(context, talk, subject, run);
    const auto id = challenge.open(first, last, wanted.text);
    return finishWith(context, talk, id ? challenge.play(*id) : id.error());
}

} // namespace

int runCaseDispute(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const fs::path directory = in.operands.at(0);
    const auto contract = in.hash("contract");
    Wanted wanted{{}, in.flag("whole"), in.text("text")};
    if (!in.text("step").empty()) wanted.step = static_cast<std::uint64_t>(in.integer("step", 0, INT64_MAX, 0));
    if (wanted.step && wanted.whole) in.fail("--step", "names one step, and --whole all", "leave out one of the two");
    const std::string engine = in.text("engine");
    if (in.failed()) return context.fail(*in.failed());
    if (auto known = engineIsKnown(engine); !known) return context.fail(known.error());
    const auto subject = subjectOf(directory, contract);
    if (!subject) return context.fail(subject.error());
    if (wanted.step && *wanted.step >= subject->steps)
        return context.fail(makeError(NodeError::Usage, "--step", "has no receipt", "name one of a receipted window"));
    const auto talk = CaseTalk::open(context, address);
    if (!talk) return context.fail(talk.error());
    const auto begun = openCaseOf(**talk, subject->contract);
    if (!begun) return context.fail(begun.error());
    OwnRun run(subject->record, subject->offer, engine);
    if (*begun) return playOn(context, **talk, *subject, run, **begun, directory / "blobs");
    return compareAndDispute(context, **talk, *subject, run, wanted, directory / "blobs");
}

} // namespace unchained::node
