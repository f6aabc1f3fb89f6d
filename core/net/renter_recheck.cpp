// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"

#include "net/retry.h"

/// What a host that was caught has handed over before. The draw shows that it lied, not since when.
namespace unchained::net {

using namespace protocol;

/// Believes in the newest boundary whose steps, since the boundary before, come out as committed when computed here;
/// from the newest one backwards. Then decides. What this machine cannot compute again in the time that it is given is
/// not believed: the bond has repaid it, and a job does not go on from a state that may be poisoned.
void RenterJob::recheck() {
    if (m_recheckRequest != 0) return; // it is under way
    ContractRun* run = current();
    RenterSession* session = run->session;
    // One false tile says nothing of the others, but of their host: the bond has repaid them all.
    if (isParallel() && session->outcome() != "provider-silent") session->distrustFrom(0);
    const std::uint64_t end = session->lastGoodStep();
    if (end == 0) {
        m_rechecked = run;
        return decide();
    }
    if (std::exchange(m_rechecking, run) != run) m_recheckBegan.start();
    const auto [first, root] = session->boundaryBefore(end);
    emit log(QString::fromStdString(Message("computing steps %1 to %2 again", first, end - 1).str()));
    computeAgain(first, end, root);
}

void RenterJob::computeAgain(std::uint64_t first, std::uint64_t end, const Hash256& from) {
    ContractRun* run = current();
    RenterSession* session = run->session;
    const auto& offer = session->parameters().offer;
    loadData();
    jobs::RunOrder order{from, offer.startIteration, offer.iterationsPerStep, {}, false, false};
    for (std::uint64_t i = first; i < end; ++i)
        order.steps.push_back({i, lottery::stepSeed(session->seeds().at(lottery::windowOf(i, offer.window)), i)});
    struct Progress {
        std::uint64_t next = 0, request = 0;
        std::optional<std::uint64_t> wrong = {};
    };
    auto progress = std::make_shared<Progress>(Progress{first});
    progress->request = m_recheckRequest = m_worker.run(
        order,
        [this, session, progress](const gpu::worker::StepDone& step) {
            if (!progress->wrong && step.root != session->rootAfter(progress->next)) progress->wrong = progress->next;
            ++progress->next;
            if (progress->wrong) m_worker.cancel(progress->request); // the rest says nothing new
        },
        [this, run, session, progress](const Result<jobs::RunOutcome>& done) {
            if (m_stopping || progress->request != m_recheckRequest) return; // too late, and not believed
            m_recheckOver.stop();
            m_recheckRequest = 0;
            if (done && done->failedStep && !progress->wrong) progress->wrong = progress->next;
            if (progress->wrong) {
                session->distrustFrom(*progress->wrong);
                return decide();
            }
            if (!done) {
                emit log(QString::fromStdString("worker: " + done.error().text()));
                if (done.error().transient) return m_retry.start(kRetryMs);
                return fail(done.error());
            }
            m_rechecked = run;
            decide();
        });
    const auto left = m_setup.recheckMax - std::chrono::milliseconds(m_recheckBegan.elapsed());
    m_recheckOver.start(std::max(left, std::chrono::milliseconds(0)));
}

/// The job goes on from where this host began.
void RenterJob::believeNothing() {
    ContractRun* run = current();
    m_worker.cancel(std::exchange(m_recheckRequest, 0));
    emit log(QString::fromStdString(
        Message("what this host handed over cannot be computed again here within %1 s: nothing of it is kept",
                m_setup.recheckMax.count() / 1000)
            .str()));
    run->session->distrustFrom(0);
    m_rechecked = run;
    decide();
}

void RenterJob::checkStep(std::uint64_t step, const std::function<void(Result<bool>)>& done) {
    const ContractRun* run = current();
    if (!run || step >= run->session->stepsReceipted())
        return done(makeError(ProtocolError::WrongPhase, "step", "has no receipt yet",
                              "choose a step of a window that was drawn"));
    const RenterSession* session = run->session;
    const auto& offer = session->parameters().offer;
    // Y[step] itself is mostly not here: from the last state that was handed over, and only the last step is compared.
    auto [first, root] = session->boundaryBefore(step + 1);
    if (isParallel()) first = step;
    loadData();
    jobs::RunOrder order{root, offer.startIteration, offer.iterationsPerStep, {}, false, false};
    for (std::uint64_t i = first; i <= step; ++i)
        order.steps.push_back({i, lottery::stepSeed(session->seeds().at(lottery::windowOf(i, offer.window)), i)});
    auto last = std::make_shared<Hash256>();
    m_worker.run(
        order, [last](const gpu::worker::StepDone& computed) { *last = computed.root; },
        [last, wanted = session->rootAfter(step), done](const Result<jobs::RunOutcome>& outcome) {
            if (!outcome) return done(outcome.error());
            done(!outcome->failedStep && *last == wanted);
        });
}

} // namespace unchained::net
