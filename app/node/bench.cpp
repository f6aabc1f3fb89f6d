// SPDX-License-Identifier: Apache-2.0
#include "jobs/benchmark.h"
#include "net/benchmark_run.h"
#include "net/blob_transfer.h"
#include "net/machine_speed.h"
#include "node/commands.h"
#include "node/hub_talk.h"
#include "node/measure.h"
#include "node/stop_signal.h"
#include "protocol/signed.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <algorithm>
#include <cstdio>

namespace unchained::node {

namespace {

constexpr int kRoundTrips = 15;
constexpr qint64 kLineMs = 1'000; ///< for the throughput; at least one piece

/// What only a hub can tell.
struct Seen {
    PeerId hub;
    net::MeasuredRate own; ///< the same steps by our own clock
    contract::Measurement measurement;
    Bytes envelope;
    TimeMs hubNow = 0;
};

struct Report {
    net::MeasuredRate training;
    std::uint64_t workPerStep = 0, products = 0, memoryCopy = 0;
    net::DiskSpeed disk;
    std::uint64_t roundTripUs = 0, throughput = 0; ///< 0 without a hub
    std::optional<Seen> seen;
    std::string directory;
};

/// Does steps that the hub watches. Runs the event loop until the hub has given its word, or a signal comes.
Result<Seen> beSeen(const net::HubAddress& hub, const identity::Keys& keys, storage::BlobStore& blobs,
                    const BenchOptions& options) {
    net::HubLink link(hub, keys);
    net::BenchmarkRun run(
        link, keys, blobs,
        {{Context::worker(), blobs.directory(), options.engine, 0}, std::chrono::seconds(options.seconds), {}});
    net::BlobServer server(
        blobs, [&](const PeerId& asker, const Hash256& root) { return asker == link.hub() && run.has(root); });
    link.setCallHandler([&](const cbor::Value& body, const net::Connection::Answer& answer) {
        const cbor::Array* items = body.asArray();
        const Bytes* bytes = items && items->size() > 1 ? (*items)[1].asBytes() : nullptr;
        const auto root = bytes ? Hash256::from(*bytes) : std::nullopt;
        const auto serve = [&link, &server, body, answer](const Result<void>& made) {
            answer(made ? server.answer(link.hub(), body) : Result<cbor::Value>(made.error()));
        };
        if (net::BlobServer::isRequest(body) && root && run.has(*root) && !blobs.has(*root))
            return run.make(*root, serve);
        serve({});
    });
    QEventLoop loop;
    std::optional<Result<Seen>> out;
    const auto end = [&](Result<Seen> result) {
        if (!out) out = std::move(result);
        loop.quit();
    };
    const StopSignal stop([&] { end(makeError(NodeError::Stopped, "benchmark", "was stopped")); });
    run.start([&](const Result<contract::Measurement>& found) {
        if (!found) return end(found.error());
        end(Seen{
            link.hub(), {run.engine(), run.rate(), false, run.device()}, *found, run.measurement(), link.hubNow()});
    });
    link.start();
    loop.exec();
    return std::move(*out);
}

/// Round trip, and how fast bytes go there and back.
Result<void> measureLine(HubTalk& hub, Report& out) {
    QElapsedTimer clock;
    const auto echo = [&](std::size_t bytes) -> Result<qint64> {
        const Bytes sent(bytes, 0x5a);
        clock.start();
        const auto answer = hub.ask(cbor::Array{"echo", sent});
        if (!answer) return answer.error();
        const qint64 ns = clock.nsecsElapsed();
        cbor::Reader in(*answer, "echo", 1);
        if (in.bytes() != sent) in.fail("is not what was sent");
        if (auto ok = in.finish(); !ok) return ok.error();
        return ns;
    };
    std::vector<qint64> trips;
    for (int i = 0; i < kRoundTrips; ++i) {
        const auto ns = echo(0);
        if (!ns) return ns.error();
        trips.push_back(*ns);
    }
    std::sort(trips.begin(), trips.end());
    const qint64 trip = trips[trips.size() / 2];
    double bytes = 0, ns = 0;
    while (ns < kLineMs * 1e6) {
        const auto took = echo(net::kEchoBytesMax);
        if (!took) return took.error();
        bytes += 2 * static_cast<double>(net::kEchoBytesMax);
        ns += static_cast<double>(*took);
        if (*took <= trip) break; // faster than the clock can tell
    }
    out.roundTripUs = static_cast<std::uint64_t>(trip / 1000);
    out.throughput = static_cast<std::uint64_t>(bytes * 1e9 / std::max(1.0, ns));
    return {};
}

double teraflops(std::uint64_t rate) {
    return 2e-12 * static_cast<double>(rate);
}

std::string tera(std::uint64_t rate) {
    char text[48];
    std::snprintf(text, sizeof text, "%.3g exact TFLOPS", teraflops(rate));
    return text;
}

std::string perSecond(std::uint64_t bytes) {
    return bytesText(bytes) + "/s";
}

contract::BenchReport toSign(const Report& r) {
    contract::BenchReport out;
    out.hub = r.seen->hub;
    out.device = net::deviceName(r.training.device);
    out.engine = r.training.engine;
    out.build = std::string("unchained-") + UNCHAINED_VERSION;
    out.products = r.products;
    out.training = r.training.rate;
    out.memory = net::memoryBytes();
    out.memoryCopy = r.memoryCopy;
    out.diskWrite = r.disk.write;
    out.diskRead = r.disk.read;
    out.roundTripUs = r.roundTripUs;
    out.throughput = r.throughput;
    out.measurement = r.seen->envelope;
    out.time = r.seen->hubNow;
    return out;
}

/// @param keys  null where nothing is signed
Json document(const Report& r, const identity::Keys* keys) {
    Json out{{"device", net::deviceName(r.training.device)},
             {"engine", r.training.engine},
             {"build", std::string("unchained-") + UNCHAINED_VERSION},
             {"products", {{"bits", 14}, {"rate", r.products}, {"tflops", teraflops(r.products)}}},
             {"training",
              {{"job", "a small GPT"},
               {"work", r.workPerStep},
               {"rate", r.training.rate},
               {"tflops", teraflops(r.training.rate)}}},
             {"memory", {{"bytes", net::memoryBytes()}, {"copy", r.memoryCopy}}},
             {"disk", {{"directory", r.directory}, {"write", r.disk.write}, {"read", r.disk.read}}},
             {"network", nullptr},
             {"measured", nullptr},
             {"signed", nullptr}};
    if (!r.seen || keys == nullptr) return out;
    const contract::Measurement& m = r.seen->measurement;
    out["network"] = {{"roundTripUs", r.roundTripUs}, {"throughput", r.throughput}};
    out["measured"] = {{"hub", toJson(r.seen->hub)}, {"rate", m.rate()}, {"tflops", teraflops(m.rate())},
                       {"engine", m.engine},         {"steps", m.steps}, {"work", m.work},
                       {"elapsedMs", m.elapsedMs},   {"time", m.time},   {"envelope", toHex(r.seen->envelope)}};
    out["signed"] = {{"peer", toJson(keys->peer())}, {"envelope", toHex(protocol::sealed(*keys, toSign(r)))}};
    return out;
}

std::string words(const Report& r) {
    const double step = static_cast<double>(r.workPerStep) / static_cast<double>(r.training.rate);
    std::string out = "machine    " + printable(net::deviceName(r.training.device)) + ", engine " + r.training.engine;
    out += "\nproducts   " + tera(r.products) + " in products of 14 bits";
    out += "\ntraining   " + tera(r.training.rate) + ": a small GPT, " + secondsText(step) + " an iteration";
    out += "\nmemory     " + bytesText(net::memoryBytes()) + ", copied at " + perSecond(r.memoryCopy);
    out += "\ndisk       writes " + perSecond(r.disk.write) + ", reads " + perSecond(r.disk.read) + ", in " +
           printable(r.directory);
    if (!r.seen) return out + "\nsigned     by nobody: without --hub nobody else has seen this";
    const contract::Measurement& m = r.seen->measurement;
    char trip[32];
    std::snprintf(trip, sizeof trip, "%.2f ms", static_cast<double>(r.roundTripUs) / 1e3);
    out += "\nnetwork    " + std::string(trip) + " to the hub and back, " + perSecond(r.throughput);
    out += "\nseen       " + tera(m.rate()) + " by the hub " + shortHex(r.seen->hub) + ": " + std::to_string(m.steps) +
           " steps in " + secondsText(static_cast<double>(m.elapsedMs) / 1e3) + ", one of them computed again";
    return out + "\nsigned     that by the hub, all of it by this host; --json prints both signatures";
}

/// All but what the hub sees, once that is known: nothing may disturb the steps.
Result<void> measureRest(Report& out, const BenchOptions& options, const std::filesystem::path& directory) {
    const auto devices = devicesOfThisMachine(Context::worker());
    if (!devices) return devices.error();
    for (const auto& device : *devices)
        if (device.engine == out.training.engine) out.products = device.rate;
    out.memoryCopy = net::measureMemoryCopy();
    const auto disk = net::measureDisk(directory);
    if (!disk) return disk.error();
    out.disk = *disk;
    out.directory = directory.string();
    if (!options.hub) return {};
    const auto talk = HubTalk::openUnnamed(*options.hub);
    if (!talk) return talk.error();
    return measureLine(**talk, out);
}

} // namespace

int runBench(Context& context, const BenchOptions& options) {
    if (auto engine = engineIsKnown(options.engine); !engine) return context.fail(engine.error());
    const auto directory = context.lock(true);
    if (!directory) return context.fail(directory.error());
    const auto job = jobs::benchmarkJob();
    if (!job) return context.fail(job.error());
    Report report;
    report.workPerStep = job->workPerStep;
    std::optional<identity::UnlockedKeys> keys;
    if (options.hub) {
        // A hub that is not there is found out at once.
        if (auto talk = HubTalk::openUnnamed(*options.hub); !talk) return context.fail(talk.error());
        auto unlocked = context.keys(*directory, MissingKey::Make);
        if (!unlocked) return context.fail(unlocked.error());
        keys = std::move(*unlocked);
        auto blobs = storage::BlobStore::open(directory->blobs());
        if (!blobs) return context.fail(blobs.error());
        context.warn("the hub watches this machine work ...");
        auto seen = beSeen(*options.hub, keys->keys, *blobs, options);
        if (!seen) return context.fail(seen.error());
        report.training = seen->own;
        report.seen = std::move(*seen);
    } else {
        context.warn("measuring this machine ...");
        const auto measured = measureThisMachine(Context::worker(), options.engine);
        if (!measured) return context.fail(measured.error());
        report.training = *measured;
    }
    if (auto rest = measureRest(report, options, directory->path()); !rest) return context.fail(rest.error());
    return context.finish(document(report, keys ? &keys->keys : nullptr), words(report));
}

} // namespace unchained::node
