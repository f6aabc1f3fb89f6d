// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/worker_protocol.h"

#include <QObject>
#include <QProcess>

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace unchained::jobs {

/// Where the worker lies and how it is called.
struct WorkerSetup {
    std::filesystem::path program;               ///< unchained-worker; mostly beside the running program
    std::filesystem::path blobs;                 ///< directory of states and data sets; must exist
    std::string engine;                          ///< empty: the fastest
    unsigned threads = 0;                        ///< 0: one for each processor
    std::optional<std::uint32_t> selfCheck = {}; ///< one product in so many, 0: none; nothing: 50 on a card
};

/// What to run: gpu::worker::Run says what the fields mean.
struct RunOrder {
    Hash256 from;
    std::uint64_t startIteration = 0;
    std::uint32_t iterationsPerStep = 1;
    std::vector<gpu::worker::SeededStep> steps;
    bool keep = false;
    bool bare = false;
};

struct RunOutcome {
    std::optional<std::uint64_t> failedStep; ///< this step made a NaN or an infinity; those after it were not done
    std::uint64_t cpuNs = 0;                 ///< of the worker, without the bare part
    std::uint64_t bareCpuNs = 0;             ///< spent on bare steps
    std::uint64_t plainCpuNs = 0;            ///< of cpuNs, what the steps would have taken bare; 0: not measured
};

/// The host's side of one unchained-worker: a queue of requests to a process that may die at any moment.
///
/// Lives in one thread with an event loop. Requests are worked on one at a time, in the order of the calls. Each
/// callback comes exactly once, from the event loop and never inside the call, unless this object is destroyed first:
/// that ends the process and calls nobody. In a callback everything is allowed but `delete` (deleteLater() is fine).
///
/// A worker that dies fails the request at hand with a transient error and is started again, with the job loaded anew,
/// for the next one. It inherits no environment but what the dynamic loader, the CUDA driver and the sanitizers need:
/// no passphrase, no home.
class WorkerProcess : public QObject {
    Q_OBJECT
public:
    template <class T>
    using Callback = std::function<void(Result<T>)>;
    using StepCallback = std::function<void(const gpu::worker::StepDone&)>;

    explicit WorkerProcess(QObject* parent = nullptr);
    ~WorkerProcess() override;

    /// Starts the process. To be called once, before any request.
    void start(WorkerSetup setup);

    /// The five requests; each returns its id, for cancel(). Errors, beside those of the worker itself
    /// (gpu::worker::WorkerError, gpu::ProgramError …): Died, CannotStart, BadMessage, Cancelled, Stopped.
    std::uint64_t load(gpu::worker::Job job, Callback<gpu::worker::Loaded> done);
    std::uint64_t init(Callback<gpu::worker::Initial> done);
    /// @param onStep  called after each step, in order, before `done`; may be empty
    std::uint64_t run(RunOrder order, StepCallback onStep, Callback<RunOutcome> done);
    std::uint64_t evaluate(const Hash256& root, Callback<gpu::Evaluation> done);
    /// What the worker can compute with, and how fast; needs no job.
    std::uint64_t devices(Callback<std::vector<gpu::worker::Device>> done);

    /// Ends a request with Error{Cancelled}: at once while it waits; a run at hand after its step. What has ended, and
    /// what has no steps and is at hand, is not touched.
    void cancel(std::uint64_t request);

    /// Fails all requests with Error{Stopped}, now and later, and ends the process: closes its input, after 2 s sends
    /// SIGTERM, after 5 s SIGKILL. `done` is called when it is gone.
    void stop(std::function<void()> done = {});

    /// CPU time of all processes that this object started, up to each one's last answer.
    [[nodiscard]] double cpuSeconds() const;
    /// Of the process that runs now; 0 where none does.
    [[nodiscard]] qint64 processId() const;

signals:
    /// What the worker printed for people, as it comes.
    void printed(const QString& text);

private:
    using Reply = gpu::worker::Reply;
    struct Pending {
        gpu::worker::Request request;
        StepCallback onStep;
        std::function<void(Result<Reply>, std::optional<std::uint64_t> failedStep)> onEnd;
        std::optional<std::uint64_t> failedStep;
    };

    template <class Wanted, class Out, class Convert>
    void enqueue(gpu::worker::Request request, StepCallback onStep, Callback<Out> done, Convert convert);
    void pumpLater();
    void pump();
    void loadAgainFirst();
    void launch();
    void readReplies();
    void readErrors();
    void handle(const Reply& reply);
    void endRequest(Result<Reply> result);
    void failWaiting(std::uint64_t request, const Error& error);
    void giveUp(const Error& error);
    void onEnded();
    void onFailedToStart();
    [[nodiscard]] Error deathOf(const QProcess& process) const;

    WorkerSetup m_setup;
    QProcess* m_process = nullptr; ///< null where none runs
    gpu::worker::FrameReader m_frames;
    QByteArray m_printed;        ///< the last bytes of its standard error
    std::deque<Pending> m_queue; ///< its front is at hand while m_busy
    bool m_busy = false;
    bool m_stopped = false;
    bool m_loaded = false;                 ///< the process that runs has m_job
    std::optional<gpu::worker::Job> m_job; ///< the last one that was asked for and not refused
    std::optional<Error> m_broken;         ///< why we killed the process that runs
    std::vector<std::function<void()>> m_onStopped;
    std::uint64_t m_lastId = 0;
    std::uint64_t m_cpuNsBefore = 0; ///< of processes that have ended
    std::uint64_t m_cpuNs = 0;       ///< of the one that runs
};

} // namespace unchained::jobs
