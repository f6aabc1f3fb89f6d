// SPDX-License-Identifier: Apache-2.0
// A host or a hired checker that lies, for tests: everything but the lie is the honest ProviderNode or CheckerNode.
// Never packaged.
#include "gpu/description.h"
#include "identity/key_file.h"
#include "identity/random.h"
#include "jobs/program_shape.h"
#include "net/checker_node.h"
#include "net/provider_node.h"
#include "storage/data_directory.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSslSocket>
#include <QTimer>

#include <cstdio>
#include <cstring>
#include <fstream>
#include <random>
#include <set>

using namespace unchained;
using namespace unchained::net;
using protocol::Compute;
using protocol::Session;

namespace {

using Done = std::function<void(std::vector<Hash256>)>;

/// Which steps were faked.
using Lies = std::set<std::uint64_t>;

/// Leaves wins of faked steps out of its lists.
struct UnclaimedSession : protocol::ProviderSession {
    UnclaimedSession(const identity::Keys& keys, Parameters p, const Lies& lies)
        : ProviderSession(keys, std::move(p)), m_lies(lies) {}
    std::vector<std::uint64_t> listWins(std::uint64_t, std::vector<std::uint64_t> wins) override {
        std::erase_if(wins, [this](std::uint64_t step) { return m_lies.contains(step); });
        return wins;
    }
    const Lies& m_lies;
};

/// Commits to a window a second time once it is drawn.
struct TwoCommitsSession : protocol::ProviderSession {
    using ProviderSession::ProviderSession;
    Result<void> onPeer(cbor::Reader& message, const std::string& name) override {
        auto ok = ProviderSession::onPeer(message, name);
        if (name != "receipt" || !ok || receipted() == 0) return ok;
        contract::Commit other = window(receipted()).commit;
        other.secretHash.bytes[0] ^= 1;
        std::vector<Hash256> roots = window(receipted()).roots;
        toPeer(
            cbor::Array{"window", receipted(), contract::FieldWriter::toValue(roots), protocol::sealed(m_keys, other)});
        return ok;
    }
};

class Liar {
public:
    struct Plan {
        std::string kind;
        double share = 1;                       ///< of the steps
        std::uint64_t after = 0;                ///< no lie before this step
        std::optional<std::uint64_t> only = {}; ///< no lie but in this one
    };
    Liar(Plan plan, storage::BlobStore& blobs, jobs::WorkerSetup worker)
        : m_plan(std::move(plan)), m_blobs(blobs), m_workerSetup(std::move(worker)) {}

    [[nodiscard]] const Lies& lies() const { return m_lies; }

    void compute(const Session::Parameters& p, const Compute& work, jobs::WorkerProcess& worker, Done done) {
        auto roots = std::make_shared<std::vector<Hash256>>(1, work.from);
        // Later, as honest work answers: a lie may be ready at once.
        next(p, work, worker, roots, [done = std::move(done)](const std::vector<Hash256>& all) {
            QTimer::singleShot(0, qApp, [done, all] { done(all); });
        });
    }

private:
    using Roots = std::shared_ptr<std::vector<Hash256>>;

    void next(const Session::Parameters& p, const Compute& work, jobs::WorkerProcess& worker, Roots roots, Done done) {
        const std::uint64_t step = work.steps.first + roots->size() - 1;
        if (step == work.steps.end) return done(*roots);
        const auto then = [this, p, work, &worker, roots, done](const Hash256& root) {
            roots->push_back(root);
            next(p, work, worker, roots, done);
        };
        const Hash256 seed = lottery::stepSeed(work.seed, step);
        // Tiles all begin at the same place.
        const Hash256 from = p.offer.kind() == gpu::WorkKind::Parallel ? work.from : roots->back();
        const bool honest = std::uniform_real_distribution<>(0, 1)(m_random) >= m_plan.share || step < m_plan.after ||
                            (m_plan.only && step != *m_plan.only);
        if (honest) return run(p, worker, from, step, seed, then);
        m_lies.insert(step);
        lie(p, worker, from, step, seed, then);
    }

    void lie(const Session::Parameters& p, jobs::WorkerProcess& worker, const Hash256& from, std::uint64_t step,
             const Hash256& seed, const std::function<void(const Hash256&)>& then) {
        if (m_plan.kind == "skip" || m_plan.kind == "unclaimed") return then(from);
        if (m_plan.kind == "noiseless") return run(p, worker, from, step, Hash256{}, then);
        if (m_plan.kind == "narrow") return run(narrowed(p), narrowWorker(p), from, step, seed, then);
        if (m_plan.kind == "memo") {
            if (m_memo) return then(*m_memo);
            return run(p, worker, from, step, seed, [this, then](const Hash256& root) {
                m_memo = root;
                then(root);
            });
        }
        if (m_plan.kind == "last-layer")
            return run(p, worker, from, step, seed,
                       [this, p, from, then](const Hash256& root) { then(mixed(p, from, root)); });
        run(p, worker, from, step, seed, then); // the lie is elsewhere
    }

    static void run(const Session::Parameters& p, jobs::WorkerProcess& worker, const Hash256& from, std::uint64_t step,
                    const Hash256& seed, const std::function<void(const Hash256&)>& then) {
        auto root = std::make_shared<Hash256>();
        worker.run(
            {from, p.offer.startIteration, p.offer.iterationsPerStep, {{step, seed}}, true, false},
            [root](const gpu::worker::StepDone& done) { *root = done.root; },
            [root, then](const Result<jobs::RunOutcome>& done) {
                if (!done) return void(std::fprintf(stderr, "%s\n", done.error().text().c_str()));
                then(*root);
            });
    }

    static Session::Parameters narrowed(Session::Parameters p) {
        auto description = gpu::TrainDescription::decode(p.offer.parameters).value();
        description.bits = 8;
        p.offer.parameters = description.encode();
        p.offer.noiseAmplitude = 7;
        return p;
    }

    jobs::WorkerProcess& narrowWorker(const Session::Parameters& p) {
        if (!m_narrow) {
            m_narrow = std::make_unique<jobs::WorkerProcess>();
            m_narrow->start(m_workerSetup);
            const auto n = narrowed(p);
            m_narrow->load({n.offer.program,
                            n.offer.parameters,
                            {n.offer.noiseAmplitude, n.offer.noiseScales},
                            n.offer.dataRoots.front()},
                           [](const Result<gpu::worker::Loaded>&) {});
        }
        return *m_narrow;
    }

    /// The old state, but for the last layer's tensors.
    Hash256 mixed(const Session::Parameters& p, const Hash256& before, const Hash256& after) {
        Bytes old = m_blobs.read(before).value();
        const Bytes fresh = m_blobs.read(after).value();
        const auto shape = jobs::shapeOf(p.offer.program, p.offer.parameters).value();
        std::string last;
        for (const auto& tensor : shape.layout)
            if (tensor.name.rfind("optimizer.", 0) != 0) last = tensor.name.substr(0, tensor.name.rfind('.'));
        std::size_t at = 0;
        for (const auto& tensor : shape.layout) {
            const std::size_t bytes = tensor.elements() * 4;
            if (tensor.name.find(last) != std::string::npos) std::memcpy(old.data() + at, fresh.data() + at, bytes);
            at += bytes;
        }
        return m_blobs.write(old).value();
    }

    const Plan m_plan;
    Lies m_lies;
    storage::BlobStore& m_blobs;
    const jobs::WorkerSetup m_workerSetup;
    std::mt19937 m_random{7};
    std::optional<Hash256> m_memo;
    std::unique_ptr<jobs::WorkerProcess> m_narrow;
};

/// Lets the hub wait for every opening, without a word, until a file is there; for ever where it has no name.
class Withholder {
public:
    Withholder(ProviderNode& node, storage::BlobStore& blobs, const QString& until)
        : m_openings(blobs, [](const PeerId&, const Hash256&) { return true; }) {
        node.link().setCallHandler([this, &node, until](const cbor::Value& body, const Connection::Answer& answer) {
            if (!QFile::exists(until)) return m_withheld.push_back(answer);
            answer(m_openings.answer(node.link().hub(), body));
        });
        QObject::connect(&m_look, &QTimer::timeout, [this, until] {
            if (QFile::exists(until)) m_withheld.clear(); // which tells the hub to ask again
        });
        m_look.start(50);
    }

private:
    BlobServer m_openings;
    std::vector<Connection::Answer> m_withheld;
    QTimer m_look;
};

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
    return 4;
}

std::function<std::unique_ptr<protocol::ProviderSession>(const identity::Keys&, Session::Parameters)>
sessionFor(const std::string& kind, const Lies& lies) {
    if (kind == "unclaimed")
        return [&lies](const identity::Keys& k, Session::Parameters p) {
            return std::make_unique<UnclaimedSession>(k, std::move(p), lies);
        };
    if (kind == "two-commits")
        return [](const identity::Keys& k, Session::Parameters p) {
            return std::make_unique<TwoCommitsSession>(k, std::move(p));
        };
    return nullptr;
}

/// A checker that answers at once with whatever comes to its mind.
int guess(QCoreApplication& app, const identity::Keys& keys, storage::BlobStore& blobs, const HubAddress& hub,
          Amount stake) {
    CheckerSetup setup{stake, Amount{}, "", app.applicationDirPath().toStdString() + "/unchained-worker", {}};
    setup.invent = [](const contract::CheckTask& task) {
        return verification::RootPair{taggedHash("guess", {task.step}), taggedHash("guess", {task.salt})};
    };
    CheckerNode node(keys, blobs, hub, setup);
    const auto say = [](const QString& line) { std::fprintf(stderr, "%s\n", qPrintable(line)); };
    QObject::connect(&node, &CheckerNode::log, say);
    QObject::connect(&node, &CheckerNode::enlisted, [&] { say(QStringLiteral("on the list")); });
    QObject::connect(&node, &CheckerNode::broken, [&](const Error& why) { app.exit(fail(why)); });
    node.start();
    return app.exec();
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser args;
    for (const char* name :
         {"kind", "share", "after", "only", "data-dir", "hub", "name", "price", "bond", "stake", "until"})
        args.addOption({QString::fromLatin1(name), QString(), QStringLiteral("VALUE")});
    args.process(app);
    const std::string kind = args.value("kind").toStdString();
    const double usual = kind == "unclaimed" ? 0.5 : 1.0;
    const double share = args.isSet("share") ? args.value("share").toDouble() : usual;
    auto hub = HubAddress::parse(args.value("hub").toStdString());
    if (!hub) return fail(hub.error());
    auto directory = storage::DataDirectory::open(args.value("data-dir").toStdString(), true);
    if (!directory) return fail(directory.error());
    auto store = storage::PeerStore::open(directory->peerDatabase());
    if (!store) return fail(store.error());
    auto blobs = storage::BlobStore::open(directory->blobs());
    if (!blobs) return fail(blobs.error());
    const identity::Keys keys = [&] {
        if (auto bytes = identity::readKeyFile(directory->identityKey()))
            if (auto known = identity::unlockKeys(*bytes, "")) return std::move(known->keys);
        identity::Keys made(identity::randomKeySeed());
        (void)identity::writeKeyFile(directory->identityKey(), identity::lockKeys(made, "", 0),
                                     identity::Existing::Keep);
        return made;
    }();
    if (kind == "check")
        return guess(app, keys, *blobs, *hub, Amount::parse(args.value("stake").toStdString()).value());
    const std::string worker = app.applicationDirPath().toStdString() + "/unchained-worker";
    const auto only =
        args.isSet("only") ? std::optional<std::uint64_t>(args.value("only").toULongLong()) : std::nullopt;
    Liar liar({kind, share, args.value("after").toULongLong(), only}, *blobs, {worker, blobs->directory(), "", 0});
    ProviderSetup setup;
    setup.name = args.value("name").toStdString();
    setup.pricePerHour = Amount::parse(args.isSet("price") ? args.value("price").toStdString() : "1").value();
    setup.worker = worker;
    setup.device = "cheater";
    setup.build = "cheater";
    setup.rate = 20'000'000'000;
    setup.makeSession = sessionFor(kind, liar.lies());
    setup.benchmark = std::chrono::seconds(kind == "boast" ? 1 : 0);
    // A hundred steps in no time: the state stays as it was.
    setup.inventBenchmark = [](const Hash256&, const Hash256& initial) { return std::vector<Hash256>(101, initial); };
    ProviderNode node(keys, *store, *blobs, *hub, setup);
    if (kind == "garbage") {
        setup.computeWindow = [&](const Session::Parameters&, const Compute&, jobs::WorkerProcess&, const Done&) {
            for (QSslSocket* socket : node.findChildren<QSslSocket*>())
                socket->write(QByteArray("\x00\x00\x00\x05\xff\xff\xff\xff\xff", 9));
        };
    } else {
        setup.computeWindow = [&](const Session::Parameters& p, const Compute& work, jobs::WorkerProcess& w,
                                  Done done) {
            if (kind == "hostage" && work.steps.end == p.offer.steps) // the result is made, and not to be had
                done = [&, done = std::move(done)](const std::vector<Hash256>& roots) {
                    std::ofstream(blobs->directory() / toHex(roots.back().view())) << "kept back";
                    done(roots);
                };
            liar.compute(p, work, w, std::move(done));
        };
    }
    node.setComputeWindow(setup.computeWindow);
    std::optional<Withholder> withholder;
    if (kind == "withhold") withholder.emplace(node, *blobs, args.value("until"));
    QObject::connect(&node, &ProviderNode::log,
                     [](const QString& line) { std::fprintf(stderr, "%s\n", qPrintable(line)); });
    QObject::connect(&node, &ProviderNode::broken, [&](const Error& why) { app.exit(fail(why)); });
    if (auto ok = node.start(); !ok) return fail(ok.error());
    return app.exec();
}
