// SPDX-License-Identifier: Apache-2.0
#include "net/machine.h"
#include "net/provider_node.h"
#include "node/commands.h"
#include "node/stop_signal.h"

#include <QCoreApplication>
#include <QSysInfo>

namespace unchained::node {

namespace {

/// About a fifth of what a cloud asks for a comparable machine.
const Amount kPriceDefault = Amount::micros(100'000);

struct Provider {
    Context& context;
    const ProvideOptions& options;
    const identity::Keys& keys;
    storage::PeerStore& store;
    storage::BlobStore& blobs;
    std::unique_ptr<net::ProviderNode> node;
    Json last = nullptr;
    std::optional<Error> failed; ///< why it ends; status and document say so

    void fail(const Error& why) {
        if (!failed) failed = why;
        QCoreApplication::exit(exitCodeOf(why));
    }
    /// @param measured  rate 0: the hub is to measure it
    void start(const net::MeasuredRate& measured, const std::function<void(const net::MeasuredRate&)>& keep) {
        net::ProviderSetup setup;
        setup.name = options.name.empty() ? QSysInfo::machineHostName().toStdString() : options.name;
        setup.place = options.place;
        setup.pricePerHour = options.price.value_or(kPriceDefault);
        setup.bondMax = options.bond;
        setup.engine = measured.engine; // the one that was measured, and no other
        setup.selfCheck = options.selfCheck;
        setup.listen = options.listen;
        setup.once = options.once;
        setup.renterStarsLeast = options.renterStars;
        setup.arbiters = {options.arbiters.begin(), options.arbiters.end()};
        setup.worker = Context::worker();
        setup.device = net::deviceName(measured.device);
        setup.memory = net::memoryBytes();
        setup.rate = measured.rate;
        setup.rateKept = measured.kept;
        setup.benchmark = std::chrono::seconds(options.benchmarkSeconds);
        setup.build = std::string("unchained-") + UNCHAINED_VERSION;
        node = std::make_unique<net::ProviderNode>(keys, store, blobs, options.hub, std::move(setup));
        QObject::connect(node.get(), &net::ProviderNode::log,
                         [this](const QString& line) { context.warn(printable(line.toStdString())); });
        QObject::connect(
            node.get(), &net::ProviderNode::contractEnded,
            [this](const QString& contract, const QString& outcome, qint64 paid) {
                last = Json{{"contract", contract.toStdString()}, {"outcome", outcome.toStdString()}, {"paid", paid}};
            });
        QObject::connect(node.get(), &net::ProviderNode::measured, [keep](const QString& engine, quint64 rate) {
            keep({engine.toStdString(), rate});
        });
        QObject::connect(node.get(), &net::ProviderNode::finished, [this] { stop(); });
        QObject::connect(node.get(), &net::ProviderNode::broken, [this](const Error& why) { fail(why); });
        if (auto ok = node->start(); !ok) fail(ok.error());
    }
    void stop() const {
        if (!node) return QCoreApplication::exit(kGood);
        node->stop([] { QCoreApplication::exit(kGood); });
    }
};

} // namespace

int runProvide(Context& context, const ProvideOptions& options) {
    if (auto engine = engineIsKnown(options.engine); !engine) return context.fail(engine.error());
    auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    auto keys = context.keys(*directory, MissingKey::Make);
    if (!keys) return context.fail(keys.error());
    auto store = storage::PeerStore::open(directory->peerDatabase());
    if (!store) return context.fail(store.error());
    auto blobs = storage::BlobStore::open(directory->blobs());
    if (!blobs) return context.fail(blobs.error());

    jobs::WorkerProcess probe;
    QObject::connect(&probe, &jobs::WorkerProcess::printed,
                     [&](const QString& line) { context.warn(printable(line.toStdString())); });
    Provider provider{context, options, keys->keys, *store, *blobs, nullptr, nullptr, {}};
    const Hash256 machine = net::machineFingerprint(Context::worker(), options.engine);
    const auto keep = [&](const net::MeasuredRate& measured) { net::keepRate(directory->rate(), machine, measured); };
    const auto before = options.measure ? std::nullopt : net::rateMeasuredBefore(directory->rate(), machine);
    const auto begin = [&](const Result<net::MeasuredRate>& measured) {
        probe.stop();
        if (!measured) return provider.fail(measured.error());
        if (measured->rate > 0)
            context.warn(std::to_string(measured->rate / 1'000'000) + " million multiply-adds a second with " +
                         measured->engine + (measured->kept ? ", as measured before; --measure does it again" : ""));
        if (measured->rate > 0 && !measured->kept) keep(*measured);
        provider.start(*measured, keep);
    };
    probe.start({Context::worker(), blobs->directory(), options.engine, 0, options.selfCheck});
    if (!before && options.benchmarkSeconds > 0)
        net::findEngine(probe, begin); // what the hub will watch is not done before for ourselves
    else
        net::measureRate(probe, *blobs, begin, before);
    const StopSignal stop([&] { provider.stop(); });
    const int status = QCoreApplication::exec();
    provider.node.reset();
    if (provider.failed) return context.fail(*provider.failed, provider.last);
    return context.finish(provider.last, "", static_cast<ExitCode>(status));
}

} // namespace unchained::node
