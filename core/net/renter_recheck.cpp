// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"

#include "net/retry.h"

/// What a host that was caught has handed over before. The draw shows that it lied, not since when.
namespace unchained::net {

using namespace protocol;

/// Believes in the newest boundary whose steps, since the boundary before, come out as committed when computed here;
/// from the newest one backwards. Then decides.
void RenterJob::recheck() {
    ContractRun* run = current();
    RenterSession* session = run->session;
    const std::uint64_t end = session->lastGoodStep();
    if (end == 0) {
        m_rechecked = run;
        return decide();
    }
    const auto& offer = session->parameters().offer;
    const auto [first, root] = session->boundaryBefore(end);
    emit log(QString::fromStdString(Message("computing steps %1 to %2 again", first, end - 1).str()));
    loadData();
    jobs::RunOrder order{root, offer.startIteration, offer.iterationsPerStep, {}, false, false};
    for (std::uint64_t i = first; i < end; ++i)
        order.steps.push_back({i, lottery::stepSeed(session->seeds().at(lottery::windowOf(i, offer.window)), i)});
    auto next = std::make_shared<std::uint64_t>(first);
    auto wrong = std::make_shared<std::optional<std::uint64_t>>();
    m_worker.run(
        order,
        [session, next, wrong](const gpu::worker::StepDone& step) {
            if (!*wrong && step.root != session->rootAfter(*next)) *wrong = *next;
            ++*next;
        },
        [this, run, session, next, wrong](const Result<jobs::RunOutcome>& done) {
            if (m_stopping) return;
            if (!done) {
                emit log(QString::fromStdString("worker: " + done.error().text()));
                if (done.error().transient) return m_retry.start(kRetryMs);
                return fail(done.error());
            }
            if (done->failedStep && !*wrong) *wrong = *next;
            if (*wrong)
                session->distrustFrom(**wrong);
            else
                m_rechecked = run;
            decide();
        });
}

void RenterJob::checkStep(std::uint64_t step, std::function<void(Result<bool>)> done) {
    const ContractRun* run = current();
    if (!run || step >= run->session->stepsReceipted())
        return done(makeError(ProtocolError::WrongPhase, "step", "has no receipt yet",
                              "choose a step of a window that was drawn"));
    const RenterSession* session = run->session;
    const auto& offer = session->parameters().offer;
    // Y[step] itself is mostly not here: from the last state that was handed over, and only the last step is compared.
    const auto [first, root] = session->boundaryBefore(step + 1);
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
