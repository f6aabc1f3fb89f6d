// SPDX-License-Identifier: Apache-2.0
#include "net/renter_job.h"

/// What a host that was caught has handed over before. The draw shows that it lied, not since when.
namespace unchained::net {

using namespace protocol;

namespace {
constexpr int kRetryMs = 1'000;
}

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
    m_worker.load({offer.program, offer.parameters, {offer.noiseAmplitude, offer.noiseScales}, m_job.dataRoot},
                  [this](const Result<gpu::worker::Loaded>& loaded) {
                      if (!loaded) emit log(QString::fromStdString("worker: " + loaded.error().text()));
                  });
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

} // namespace unchained::net
