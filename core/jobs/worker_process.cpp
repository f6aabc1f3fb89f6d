// SPDX-License-Identifier: Apache-2.0
#include "jobs/worker_process.h"

#include <QProcessEnvironment>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <utility>

namespace unchained::jobs {

using namespace gpu::worker;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype kPrintedMax = 4096;
constexpr auto kTerminateAfter = 2s;
constexpr auto kKillAfter = 5s;

// Exit statuses with which the worker says that starting it again will not help.
constexpr int kUsage = 2;
constexpr int kCannotStart = 4;

QString toQString(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

/// What a worker may inherit: nothing that names a person or a secret.
QProcessEnvironment environmentOfWorker() {
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment its;
    its.insert("LC_ALL", "C.UTF-8"); // an environment without any variable would mean: inherit all
    for (const char* name : {"LD_LIBRARY_PATH", "CUDA_VISIBLE_DEVICES", "CUDA_CACHE_PATH", "ASAN_OPTIONS",
                             "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (ours.contains(name)) its.insert(name, ours.value(name));
    }
    return its;
}

std::string nameOfSignal(int number) {
    const char* name = ::sigabbrev_np(number);
    return std::to_string(number) + (name ? " (SIG" + std::string(name) + ")" : std::string());
}

/// The last line that is not empty.
std::string lastLine(const QByteArray& text) {
    const QByteArray trimmed = text.trimmed();
    return trimmed.mid(trimmed.lastIndexOf('\n') + 1).toStdString();
}

Error cancelled() {
    return makeError(WorkerError::Cancelled, "request", "was cancelled");
}

Error stopped() {
    return makeError(WorkerError::Stopped, "unchained-worker", "was stopped", "start again what you need", true);
}

} // namespace

WorkerProcess::WorkerProcess(QObject* parent) : QObject(parent) {}

WorkerProcess::~WorkerProcess() {
    if (!m_process) return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    // It ends as soon as it sees that; only one that hangs in a driver needs more.
    if (!m_process->waitForFinished(1000)) m_process->kill();
    m_process->waitForFinished(1000);
}

void WorkerProcess::start(WorkerSetup setup) {
    m_setup = std::move(setup);
    launch();
}

template <class Wanted, class Out, class Convert>
void WorkerProcess::enqueue(Request request, StepCallback onStep, Callback<Out> done, Convert convert) {
    auto onEnd = [done = std::move(done), convert](Result<Reply> result, std::optional<std::uint64_t> failedStep) {
        if (!done) return;
        if (!result) return done(result.error());
        const Wanted* wanted = std::get_if<Wanted>(&*result);
        if (wanted) return done(convert(*wanted, failedStep));
        done(makeError(WorkerError::BadMessage, "unchained-worker", "answered something else than was asked",
                       "install node and worker of the same version"));
    };
    m_queue.push_back({std::move(request), std::move(onStep), std::move(onEnd), {}});
    pumpLater();
}

std::uint64_t WorkerProcess::load(Job job, Callback<Loaded> done) {
    const std::uint64_t id = ++m_lastId;
    enqueue<Loaded>(Load{id, std::move(job)}, {}, std::move(done),
                    [](const Loaded& reply, std::optional<std::uint64_t>) { return reply; });
    return id;
}

std::uint64_t WorkerProcess::init(Callback<Initial> done) {
    const std::uint64_t id = ++m_lastId;
    enqueue<Initial>(Init{id}, {}, std::move(done),
                     [](const Initial& reply, std::optional<std::uint64_t>) { return reply; });
    return id;
}

std::uint64_t WorkerProcess::run(RunOrder order, StepCallback onStep, Callback<RunOutcome> done) {
    const std::uint64_t id = ++m_lastId;
    Run request{id,         order.from, order.startIteration, order.iterationsPerStep, std::move(order.steps),
                order.keep, order.bare};
    enqueue<RunDone>(std::move(request), std::move(onStep), std::move(done),
                     [](const RunDone& reply, std::optional<std::uint64_t> failedStep) {
                         return RunOutcome{failedStep, reply.cpuNs, reply.bareCpuNs, reply.plainCpuNs};
                     });
    return id;
}

std::uint64_t WorkerProcess::evaluate(const Hash256& root, Callback<gpu::Evaluation> done) {
    const std::uint64_t id = ++m_lastId;
    enqueue<Evaluated>(Evaluate{id, root}, {}, std::move(done),
                       [](const Evaluated& reply, std::optional<std::uint64_t>) { return reply.evaluation; });
    return id;
}

std::uint64_t WorkerProcess::devices(Callback<std::vector<Device>> done) {
    const std::uint64_t id = ++m_lastId;
    enqueue<DeviceList>(Devices{id}, {}, std::move(done),
                        [](const DeviceList& reply, std::optional<std::uint64_t>) { return reply.devices; });
    return id;
}

void WorkerProcess::pumpLater() {
    QMetaObject::invokeMethod(this, &WorkerProcess::pump, Qt::QueuedConnection);
}

void WorkerProcess::pump() {
    if (m_stopped) {
        for (Pending& pending : std::exchange(m_queue, {}))
            pending.onEnd(stopped(), {});
        return;
    }
    if (m_busy || m_queue.empty()) return;
    if (!m_process) launch();
    if (!std::holds_alternative<Load>(m_queue.front().request) && !m_loaded && m_job) loadAgainFirst();
    const auto frame = makeFrame(encode(m_queue.front().request));
    m_busy = true;
    if (!frame) return endRequest(frame.error());
    if (const auto* request = std::get_if<Load>(&m_queue.front().request)) {
        m_job = request->job;
        m_loaded = false;
    }
    m_process->write(reinterpret_cast<const char*>(frame->data()), static_cast<qint64>(frame->size()));
}

void WorkerProcess::loadAgainFirst() {
    const std::uint64_t waiting = idOf(m_queue.front().request);
    m_queue.push_front({Load{++m_lastId, *m_job},
                        {},
                        [this, waiting](const Result<Reply>& result, std::optional<std::uint64_t>) {
                            if (!result) failWaiting(waiting, result.error());
                        },
                        {}});
}

void WorkerProcess::failWaiting(std::uint64_t request, const Error& error) {
    const auto at = std::find_if(m_queue.begin(), m_queue.end(),
                                 [&](const Pending& pending) { return idOf(pending.request) == request; });
    if (at == m_queue.end()) return;
    const Pending pending = std::move(*at);
    m_queue.erase(at);
    pending.onEnd(error, {});
}

void WorkerProcess::launch() {
    m_frames = {};
    m_printed.clear();
    m_broken.reset();
    m_loaded = false;
    m_process = new QProcess(this);
    m_process->setProcessEnvironment(environmentOfWorker());
    connect(m_process, &QProcess::readyReadStandardOutput, this, &WorkerProcess::readReplies);
    connect(m_process, &QProcess::readyReadStandardError, this, &WorkerProcess::readErrors);
    connect(m_process, &QProcess::finished, this, &WorkerProcess::onEnded);
    // Queued: a fork that fails says so inside start().
    connect(
        m_process, &QProcess::errorOccurred, this,
        [this, process = m_process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart && process == m_process) onFailedToStart();
        },
        Qt::QueuedConnection);
    QStringList arguments{"--blobs", toQString(std::filesystem::absolute(m_setup.blobs)), "--threads",
                          QString::number(m_setup.threads)};
    if (!m_setup.engine.empty()) arguments << "--engine" << QString::fromStdString(m_setup.engine);
    if (m_setup.selfCheck) arguments << "--self-check" << QString::number(*m_setup.selfCheck);
    m_process->start(toQString(m_setup.program), arguments);
}

void WorkerProcess::readReplies() {
    if (!m_process) return;
    const QByteArray bytes = m_process->readAllStandardOutput();
    if (m_broken || m_stopped) return;
    m_frames.add({reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    const QProcess* process = m_process;
    while (process == m_process && !m_stopped) {
        auto item = m_frames.next();
        if (!item) return giveUp(item.error());
        if (!*item) return;
        const auto reply = decodeReply(**item);
        if (!reply) return giveUp(reply.error());
        handle(*reply);
    }
}

void WorkerProcess::handle(const Reply& reply) {
    if (isFinal(reply)) m_cpuNs = cpuOf(reply).ns;
    const bool unread = std::holds_alternative<Refused>(reply) && idOf(reply) == 0;
    if (!m_busy || (idOf(reply) != idOf(m_queue.front().request) && !unread)) {
        return giveUp(makeError(WorkerError::BadMessage, "unchained-worker", "answered what was not asked",
                                "install node and worker of the same version"));
    }
    Pending& pending = m_queue.front();
    if (const auto* step = std::get_if<StepDone>(&reply)) {
        if (pending.onStep) {
            const StepCallback call = pending.onStep; // the callback may change the queue
            call(*step);
        }
        return;
    }
    if (const auto* failed = std::get_if<StepFailed>(&reply)) {
        pending.failedStep = failed->step;
        return;
    }
    if (std::holds_alternative<Loaded>(reply)) m_loaded = true;
    if (const auto* refused = std::get_if<Refused>(&reply)) {
        if (std::holds_alternative<Load>(pending.request)) m_job.reset();
        return endRequest(refused->error);
    }
    if (std::holds_alternative<Cancelled>(reply)) return endRequest(cancelled());
    endRequest(reply);
}

void WorkerProcess::endRequest(Result<Reply> result) {
    const Pending pending = std::move(m_queue.front());
    m_queue.pop_front();
    m_busy = false;
    pumpLater();
    pending.onEnd(std::move(result), pending.failedStep);
}

/// What came is no answer: a process that cannot be understood is worth no more than a dead one.
void WorkerProcess::giveUp(const Error& error) {
    m_broken = error;
    m_process->kill();
}

void WorkerProcess::readErrors() {
    if (!m_process) return;
    const QByteArray text = m_process->readAllStandardError();
    m_printed = (m_printed + text).right(kPrintedMax);
    if (const QString words = QString::fromUtf8(text).trimmed(); !words.isEmpty()) emit printed(words);
}

Error WorkerProcess::deathOf(const QProcess& process) const {
    if (m_broken) return *m_broken;
    const std::string said = lastLine(m_printed);
    const std::string detail = said.empty() ? said : ": " + said;
    if (process.exitStatus() == QProcess::CrashExit) {
        return makeError(WorkerError::Died, "unchained-worker",
                         {"ended by signal %1 before it had answered%2", nameOfSignal(process.exitCode()), detail},
                         "ask again: it is started anew", true);
    }
    if (process.exitCode() == kUsage || process.exitCode() == kCannotStart) {
        return makeError(WorkerError::CannotStart, "unchained-worker",
                         {"ended with exit status %1%2", process.exitCode(), detail},
                         "mend what it says, or install node and worker of the same version");
    }
    return makeError(WorkerError::Died, "unchained-worker",
                     {"ended with exit status %1 before it had answered%2", process.exitCode(), detail},
                     "ask again: it is started anew", true);
}

void WorkerProcess::onEnded() {
    readErrors();
    readReplies(); // what it had answered before it died counts
    QProcess* process = std::exchange(m_process, nullptr);
    if (!process) return;
    m_cpuNsBefore += std::exchange(m_cpuNs, 0);
    m_loaded = false;
    const Error error = deathOf(*process);
    process->deleteLater();
    for (const auto& call : std::exchange(m_onStopped, {}))
        call();
    if (m_busy) endRequest(error);
}

void WorkerProcess::onFailedToStart() {
    QProcess* process = std::exchange(m_process, nullptr);
    if (!process) return;
    const Error error =
        makeError(WorkerError::CannotStart, m_setup.program.string(),
                  {"cannot be started: %1", process->errorString().toStdString()}, "install unchained-worker there");
    process->deleteLater();
    for (const auto& call : std::exchange(m_onStopped, {}))
        call();
    if (m_busy) endRequest(error);
}

void WorkerProcess::cancel(std::uint64_t request) {
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        if (idOf(m_queue[i].request) != request) continue;
        if (i == 0 && m_busy) {
            const auto frame = makeFrame(encode(Request(Cancel{request})));
            if (m_process && frame) {
                m_process->write(reinterpret_cast<const char*>(frame->data()), static_cast<qint64>(frame->size()));
            }
            return;
        }
        // Out of the queue now, so that it is not sent meanwhile; said later, as everything is.
        auto told = [pending = std::move(m_queue[i])] { pending.onEnd(cancelled(), {}); };
        m_queue.erase(m_queue.begin() + static_cast<std::ptrdiff_t>(i));
        QMetaObject::invokeMethod(this, std::move(told), Qt::QueuedConnection);
        return;
    }
}

void WorkerProcess::stop(std::function<void()> done) {
    m_stopped = true;
    m_busy = false;
    pumpLater(); // fails what waits
    if (!m_process) {
        if (done) QMetaObject::invokeMethod(this, std::move(done), Qt::QueuedConnection);
        return;
    }
    if (done) m_onStopped.push_back(std::move(done));
    m_process->closeWriteChannel();
    QTimer::singleShot(kTerminateAfter, m_process, &QProcess::terminate);
    QTimer::singleShot(kKillAfter, m_process, &QProcess::kill);
}

double WorkerProcess::cpuSeconds() const {
    return static_cast<double>(m_cpuNsBefore + m_cpuNs) * 1e-9;
}

qint64 WorkerProcess::processId() const {
    return m_process ? m_process->processId() : 0;
}

} // namespace unchained::jobs
