// SPDX-License-Identifier: Apache-2.0
#include "net/checker_node.h"

#include "gpu/merkle.h"
#include "lottery/lottery.h"
#include "net/blob_transfer.h"
#include "net/net_error.h"
#include "net/retry.h"
#include "protocol/errors.h"
#include "protocol/signed.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using cbor::Value;
using contract::CheckTask;
using verification::RootPair;

namespace {
constexpr auto kLeaveWithin = std::chrono::seconds(4); ///< the hub's answer to a Delist

bool sameTask(const CheckTask& a, const CheckTask& b) {
    return a.contract == b.contract && a.step == b.step && a.salt == b.salt;
}
} // namespace

CheckerNode::CheckerNode(const identity::Keys& keys, storage::BlobStore& blobs, HubAddress hub, CheckerSetup setup,
                         QObject* parent)
    : QObject(parent), m_keys(keys), m_blobs(blobs), m_setup(std::move(setup)), m_link(std::move(hub), keys) {
    connect(&m_link, &HubLink::up, this, &CheckerNode::onUp);
    connect(&m_link, &HubLink::note, this, &CheckerNode::onNote);
    connect(&m_link, &HubLink::down, this,
            [this](const Error& why) { emit log(QString::fromStdString("hub: " + why.text())); });
    connect(&m_worker, &jobs::WorkerProcess::printed, this, &CheckerNode::log);
    for (QTimer* timer : {&m_again, &m_late})
        timer->setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &CheckerNode::look);
    connect(&m_late, &QTimer::timeout, this, [this] { decline("it would take longer than there is time"); });
}

void CheckerNode::start() {
    m_worker.start({m_setup.worker, m_blobs.directory(), m_setup.engine, 0});
    m_link.start();
}

void CheckerNode::stop(std::function<void()> done) {
    m_stopping = true;
    for (QTimer* timer : {&m_again, &m_late})
        timer->stop();
    ++m_round;
    const auto end = [this, done = std::move(done)] { m_worker.stop(done); };
    if (!m_isOn) return end();
    const contract::Delist delist{m_link.hub(), nextVersion()};
    const auto left = [this, end](const Result<Value>& answered) {
        if (!answered) {
            emit log(QString::fromStdString("still on the list: " + answered.error().text()));
            return end();
        }
        emit log("off the list");
        m_link.call(
            Array{"enlisted"},
            [this, end](const Result<Value>& said) {
                if (const auto view = said ? contract::readFields<contract::CheckerView>(*said, "enlisted")
                                           : Result<contract::CheckerView>(said.error()))
                    m_view = *view;
                end();
            },
            kLeaveWithin);
    };
    m_link.call(Array{"delist", protocol::sealed(m_keys, delist)}, left, kLeaveWithin);
}

// ---- the list

void CheckerNode::onUp() {
    emit log("connected to the hub");
    askView(!m_isOn);
    drop(); // its transfers went with the connection before
    look();
}

void CheckerNode::onNote(const Value& note) {
    cbor::Reader in(note, "note", 1, 5);
    const std::string name = in.text();
    if (name == "check") look();
    if (name == "enlisted") askView(false);
}

void CheckerNode::askView(bool first) {
    m_link.call(Array{"enlisted"}, [this, first](const Result<Value>& answered) {
        if (!answered || m_stopping) return;
        if (const auto view = contract::readFields<contract::CheckerView>(*answered, "enlisted"))
            takeView(*view, first);
    });
}

void CheckerNode::takeView(const contract::CheckerView& view, bool first) {
    m_view = view;
    emit changed();
    if (view.enlisted && view.stake == m_setup.stake && view.feeLeast == m_setup.feeLeast) {
        if (!std::exchange(m_isOn, true)) emit enlisted();
        return look();
    }
    // What an earlier run lost is its own affair: whoever starts again stakes anew.
    if (first) return enlist();
    if (!m_isOn || view.enlisted) return;
    const bool wrong = view.struck == "wrong";
    emit broken(makeError(protocol::ProtocolError::NotAParty, "checker",
                          wrong ? "the hub computed a step itself, and found the answer wrong: the stake is lost"
                                : "a task was not answered in time: off the list, less what the hub's work cost",
                          wrong ? "look after the machine before it checks again: its arithmetic must be exact"
                                : "start it again where it stays in touch with the hub"));
}

std::uint64_t CheckerNode::nextVersion() const {
    return std::max(static_cast<std::uint64_t>(m_link.hubNow()), m_view.version + 1);
}

void CheckerNode::enlist() {
    const contract::Enlist enlist{m_link.hub(), nextVersion(), m_setup.stake, m_setup.feeLeast};
    m_link.call(Array{"enlist", protocol::sealed(m_keys, enlist)}, [this](const Result<Value>& answered) {
        if (m_stopping) return;
        if (answered) return askView(false);
        emit log(QString::fromStdString("enlist: " + answered.error().text()));
        if (!answered.error().transient) emit broken(answered.error());
    });
}

// ---- tasks

void CheckerNode::look() {
    if (m_looking || m_stopping || !m_link.isUp()) return;
    m_looking = true;
    m_link.call(Array{"check-tasks"}, [this](const Result<Value>& answered) {
        m_looking = false;
        if (answered && !m_stopping) take(*answered);
    });
}

/// The hub's word counts: what is not among them is over, or somebody else's.
void CheckerNode::take(const Value& answered) {
    std::vector<CheckTask> tasks;
    const Array* list = answered.asArray();
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const Bytes* bytes = (*list)[i].asBytes();
        if (auto task = contract::decodeStructure<CheckTask>(bytes ? ByteView(*bytes) : ByteView()))
            tasks.push_back(std::move(*task));
    }
    // Silence costs money, and saying that it takes too long does not. Tries that fail gain no time; a hub that was
    // away gives some.
    std::map<Hash256, Due> due;
    for (const CheckTask& task : tasks) {
        const auto known = m_due.find(task.salt);
        const TimeMs declineAt = known != m_due.end() ? known->second.declineAt + task.answerBy - known->second.answerBy
                                                      : task.answerBy - (task.answerBy - m_link.hubNow()) / 4;
        due[task.salt] = {task.answerBy, declineAt};
    }
    m_due = std::move(due);
    if (m_task) {
        const auto isIt = [this](const CheckTask& task) { return sameTask(task, *m_task); };
        if (std::any_of(tasks.begin(), tasks.end(), isIt)) return; // at it
        drop();
    }
    if (tasks.empty()) return;
    m_task = *std::min_element(tasks.begin(), tasks.end(),
                               [](const auto& a, const auto& b) { return a.answerBy < b.answerBy; });
    emit log(
        QString::fromStdString("checking step " + std::to_string(m_task->step) + " of " + shortHex(m_task->contract)));
    m_late.start(static_cast<int>(std::clamp<TimeMs>(leftForTask(), 1, INT32_MAX)));
    if (m_setup.invent) return answer(m_setup.invent(*m_task));
    gather();
}

void CheckerNode::gather() {
    std::vector<Hash256> wanted = m_task->dataRoots;
    dropOther(wanted);
    wanted.push_back(m_task->before);
    const auto missing =
        std::find_if(wanted.begin(), wanted.end(), [this](const Hash256& root) { return !m_blobs.has(root); });
    if (missing == wanted.end()) return compute();
    if (!m_link.isUp()) return; // begun anew when it is
    BlobFetch::start(m_link.connection(), *missing, kBlobBytesMax, m_blobs, {},
                     [this, round = m_round](const Result<void>& done) {
                         if (round != m_round) return;
                         if (!done && done.error().is(NetError::BlobTooLarge)) return decline(done.error().text());
                         if (!done) return failed(done.error());
                         gather();
                     });
}

void CheckerNode::compute() {
    const CheckTask& task = *m_task;
    m_worker.load({task.program,
                   task.parameters,
                   {task.noiseAmplitude, task.noiseScales},
                   task.dataRoots.empty() ? std::nullopt : std::optional(task.dataRoots.front())},
                  [](const Result<gpu::worker::Loaded>&) {}); // the run says what is wrong, too
    auto root = std::make_shared<std::optional<Hash256>>();
    m_request = m_worker.run(
        jobs::RunOrder{
            task.before, task.startIteration, task.iterationsPerStep, {{task.step, task.stepSeed}}, true, false},
        [root](const gpu::worker::StepDone& done) { *root = done.root; },
        [this, root, round = m_round](const Result<jobs::RunOutcome>& done) {
            const bool ours = round == m_round && m_task;
            const bool other = *root && (!m_task || **root != m_task->before);
            if (ours && done && *root) {
                const auto state = m_blobs.read(**root);
                if (other) (void)m_blobs.remove(**root);
                if (!state) return failed(state.error());
                return answer({**root, merkle::saltedRoot(m_task->salt, *state)});
            }
            if (other) (void)m_blobs.remove(**root);
            if (!ours) return;
            if (!done) return done.error().transient ? failed(done.error()) : decline(done.error().text());
            const Hash256 failure = lottery::failureRoot(m_task->contract, m_task->step);
            answer({failure, merkle::saltedRoot(m_task->salt, failure.view())});
        });
}

void CheckerNode::answer(const RootPair& roots) {
    const CheckTask& t = *m_task;
    send(Array{"checked",
               protocol::sealed(m_keys, contract::CheckAnswer{t.contract, t.step, t.salt, roots.plain, roots.salted})});
}

void CheckerNode::decline(const std::string& why) {
    if (!m_task) return;
    emit log(QString::fromStdString("declined step " + std::to_string(m_task->step) + ": " + why));
    const CheckTask t = *m_task;
    ++m_round;
    m_worker.cancel(m_request);
    send(Array{"declined", t.contract, t.step, t.salt});
}

/// What the hub has taken, or will never take, is done with; what did not reach it is begun anew.
void CheckerNode::send(Value command) {
    m_late.stop();
    m_link.call(std::move(command), [this, round = m_round](const Result<Value>& answered) {
        if (round != m_round || m_stopping) return;
        if (!answered) emit log(QString::fromStdString("answer: " + answered.error().text()));
        if (!answered && answered.error().transient) return tryAgain();
        drop();
        look();
    });
}

void CheckerNode::failed(const Error& why) {
    emit log(QString::fromStdString("check: " + why.text()));
    if (leftForTask() <= 0) return decline("nothing came of it in time");
    tryAgain();
}

/// Until it is given back.
TimeMs CheckerNode::leftForTask() const {
    return m_due.at(m_task->salt).declineAt - m_link.hubNow();
}

void CheckerNode::tryAgain() {
    ++m_round;
    m_task.reset();
    m_late.stop();
    m_again.start(kWorkRetryMs);
}

void CheckerNode::drop() {
    ++m_round;
    m_late.stop();
    if (!m_task) return;
    m_worker.cancel(m_request);
    (void)m_blobs.remove(m_task->before);
    m_task.reset();
}

/// Data sets of earlier tasks make room for those of the next one.
void CheckerNode::dropOther(const std::vector<Hash256>& data) {
    for (const Hash256& root : m_data)
        if (std::find(data.begin(), data.end(), root) == data.end()) (void)m_blobs.remove(root);
    m_data = data;
}

} // namespace unchained::net
