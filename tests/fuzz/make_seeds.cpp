// SPDX-License-Identifier: Apache-2.0
// Writes the corpus anew from real messages: fuzz_make_seeds tests/fuzz/corpus. Run by hand when a format changes.
#include "alter.h"
#include "contract/case_structures.h"
#include "contract/fields.h"
#include "core/evidence/evidence_world.h"
#include "gpu/description.h"
#include "gpu/io/files.h"
#include "gpu/safetensors.h"
#include "gpu/worker_protocol.h"
#include "identity/key_file.h"
#include "net/wire.h"
#include "scenes.h"

using namespace unchained;

namespace {

std::filesystem::path g_folder;

void put(const std::string& target, const std::string& name, Bytes head, ByteView body = {}) {
    head.insert(head.end(), body.begin(), body.end());
    std::filesystem::create_directories(g_folder / target);
    std::ofstream out(g_folder / target / name, std::ios::binary);
    out.write(reinterpret_cast<const char*>(head.data()), static_cast<std::streamsize>(head.size()));
}

Bytes textOf(const std::filesystem::path& path, std::size_t bytesMax = 4096) {
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return test::bytesOfText(std::string_view(text).substr(0, bytesMax));
}

/// A choice as Input::below reads it.
void choose(Bytes& ops, std::size_t which, std::size_t bound) {
    if (bound > 256) ops.push_back(static_cast<std::uint8_t>(which >> 8));
    ops.push_back(static_cast<std::uint8_t>(which));
}

/// Each number of a message replaced by the least and by the largest there is; `end` bytes follow each operation.
Bytes edges(std::uint8_t kind, std::size_t which, std::size_t bound, const cbor::Value& message, std::size_t end) {
    constexpr std::uint8_t kLeast = 205, kLargest = 141; // of Alterer::otherNumber
    Bytes ops;
    int count = 0;
    for (const auto& number : fuzz::numberPlaces(message)) {
        for (const std::uint8_t how : {kLeast, kLargest}) {
            if (++count > 24) return ops;
            ops.push_back(kind);
            choose(ops, which, bound);
            ops.push_back(0);
            choose(ops, number.place, fuzz::countNodes(message));
            ops.insert(ops.end(), {0, how});
            ops.insert(ops.end(), number.envelopes + end, 0);
        }
    }
    return ops;
}

/// The first scene that is such a one.
Bytes sceneWhere(const std::function<bool(const protocol::HubState&)>& isIt) {
    const auto& hubs = fuzz::scenes().hubs;
    const auto at = std::find_if(hubs.begin(), hubs.end(), [&](const auto& scene) { return isIt(scene.hub); });
    fuzz::hold(at != hubs.end(), "a scene shows it");
    Bytes out{1};
    choose(out, static_cast<std::size_t>(at - hubs.begin()), hubs.size());
    return out;
}

/// What a checker, a host that is measured, and the people of a case say to what the hub has just asked.
void turns() {
    const PeerId host = fuzz::scenes().keys[2]->peer();
    const Bytes hired = sceneWhere([](const auto& hub) {
        const auto pending = hub.pending();
        return !pending.empty() && hub.waitsForChecker(pending.front());
    });
    put("fuzz_to_hub", "turns-hired", hired,
        Bytes{8, 0, 0, 0, 0, 0, 8, 0, 0, 0, 5, 0, 12, 0, 1, 0, 0, 12, 0, 5, 0, 0, 7, 1});
    put("fuzz_to_hub", "turns-judged", hired,
        Bytes{8, 0, 0, 0, 0, 0, 8, 0, 0, 0, 5, 0, 12, 0, 1, 0, 255, 1, 12, 0, 5, 0, 0, 8, 0, 0, 0, 7, 1, 1, 0, 0});
    const Bytes open = sceneWhere([&](const auto& hub) {
        const auto cases = hub.ask(host, cbor::Array{"cases"}, 0);
        return !cases->asArray()->empty() && contract::decodeCaseView(cases->asArray()->front()).value().waitsForHost;
    });
    const Bytes round{13, 0, 0, 0, 13, 0, 0, 2, 0};
    Bytes narrowed = round;
    for (int i = 0; i < 2; ++i)
        narrowed.insert(narrowed.end(), round.begin(), round.end());
    narrowed.insert(narrowed.end(), {8, 0, 0, 0, 0, 0, 8, 0, 0, 0, 7, 1, 0, 0, 0});
    put("fuzz_to_hub", "turns-narrowed", open, narrowed);
    put("fuzz_to_hub", "turns-settled", open, Bytes{13, 0, 0, 7, 40, 13, 0, 0, 4, 7, 13, 0, 1, 4, 7});
    put("fuzz_to_hub", "turns-measured", {1, 3, 14, 0, 14, 1, 14, 2, 0, 0, 0, 0, 0, 0, 0, 0, 9});
}

struct Said {
    std::size_t scene, command;
    bool taken;
};

/// By name of the command: a hub that takes it, or the first one that hears it.
std::map<std::string, Said> everythingSaid() {
    const auto& s = fuzz::scenes();
    std::map<std::string, Said> out;
    for (std::size_t scene = 0; scene < s.hubs.size(); ++scene) {
        const auto& commands = s.stockOf(*s.hubs[scene].world).commands;
        for (std::size_t i = 0; i < commands.size(); ++i) {
            Said& known = out.emplace(*(*commands[i].body.asArray())[0].asText(), Said{scene, i, false}).first->second;
            if (known.taken) continue;
            protocol::HubState hub(s.hubs[scene].hub);
            if (hub.handle(commands[i], s.hubs[scene].now).changed) known = {scene, i, true};
        }
    }
    return out;
}

/// Operations of fuzz_to_hub.cpp: what each command is taken for, and one altered field.
void toHub() {
    const auto& s = fuzz::scenes();
    put("fuzz_to_hub", "hello", {0}, cbor::encode(net::encodeHello({{1}, {"feature"}})));
    put("fuzz_to_hub", "error", {0},
        cbor::encode(net::encodeError(makeError(protocol::ProtocolError::Expired, "offer", {"is over by %1 s", 3}))));
    for (const auto& [name, said] : everythingSaid()) {
        const auto& commands = s.stockOf(*s.hubs[said.scene].world).commands;
        Bytes head{1};
        choose(head, said.scene, s.hubs.size());
        Bytes plain = head, altered = head, raw = head;
        plain.push_back(0);
        choose(plain, said.command, commands.size());
        plain.insert(plain.end(), {0, 7, 1, 8, 0, 0, 4, 1, 7, 1});
        put("fuzz_to_hub", "command-" + name, plain);
        altered.push_back(2);
        choose(altered, said.command, commands.size());
        altered.insert(altered.end(), {0, 6, 0, 0, 0});
        put("fuzz_to_hub", "altered-" + name, altered);
        const cbor::Value& body = commands[said.command].body;
        const Bytes numbers = edges(2, said.command, commands.size(), body, 1);
        if (!numbers.empty()) put("fuzz_to_hub", "edges-" + name, head, numbers);
        const Bytes encoded = cbor::encode(body);
        if (encoded.size() > 1500) continue;
        raw.insert(raw.end(),
                   {9, static_cast<std::uint8_t>(encoded.size() >> 8), static_cast<std::uint8_t>(encoded.size())});
        put("fuzz_to_hub", "raw-" + name, raw, encoded);
    }
    turns();
}

/// Each kind of event that a session of this contract saw and no earlier one.
void edgesOfEvents(const std::string& target, const Bytes& head, std::size_t world, std::set<std::string>& seen) {
    const auto& s = fuzz::scenes();
    const fuzz::Stock& said = s.stockOf(*s.worlds[world]);
    const auto& stock = target == "fuzz_to_renter" ? said.toRenter : said.toProvider;
    for (std::size_t i = 0; i < stock.size(); ++i) {
        const auto& items = *stock[i].asArray();
        const bool fromHub = protocol::test::commandIs(stock[i], "hub");
        const auto* inner = items.back().asArray();
        std::string name = *items.front().asText();
        if (inner && !inner->empty() && inner->front().asText()) name += "-" + *inner->front().asText();
        if (!seen.insert(name).second) continue;
        Bytes ops = head;
        ops.insert(ops.end(), {static_cast<std::uint8_t>(world), 6});
        const Bytes numbers = edges(6, i, stock.size(), stock[i], fromHub ? 1 : 0);
        if (!numbers.empty()) put(target, "edges-" + name, ops, numbers);
    }
}

/// Operations of fuzz_to_provider.cpp and fuzz_to_renter.cpp: a whole rental in each world, and fields altered in it.
void toSession(const std::string& target, Bytes head) {
    const auto& s = fuzz::scenes();
    std::set<contract::ContractId> known;
    std::set<std::string> seen;
    for (std::size_t w = 0; w < s.worlds.size(); ++w) {
        const fuzz::Stock& stock = s.stockOf(*s.worlds[w]);
        const bool isFirst = known.insert(stock.contract).second;
        if (!isFirst && stock.contract != s.stocks.front().contract) continue;
        Bytes whole = head, altered = head;
        whole.insert(whole.end(), {static_cast<std::uint8_t>(w), 0});
        altered.insert(altered.end(), {static_cast<std::uint8_t>(w), static_cast<std::uint8_t>(w)});
        for (std::uint8_t i = 0; i < 20; ++i) {
            whole.insert(whole.end(), {0, 0});
            altered.insert(altered.end(), {3, 0, static_cast<std::uint8_t>(3 + i), 0, 70, i, 0, 8, 0, 0, i, 9, 0, 1});
        }
        put(target, "rental-" + std::to_string(w), whole);
        put(target, "altered-" + std::to_string(w), altered);
        if (isFirst) edgesOfEvents(target, head, w, seen);
    }
    // The smallest events that refer to a window which does not exist.
    for (const cbor::Value& notice : {cbor::Value(cbor::Array{"receipt-wanted", 0, Bytes{}, cbor::Array{}}),
                                      cbor::Value(cbor::Array{"paused", INT64_MAX}),
                                      cbor::Value(cbor::Array{"top-up", (std::int64_t{1} << 53) - 1}),
                                      cbor::Value(cbor::Array{"silence", 0, Hash256{}, 0})}) {
        Bytes ops = head;
        ops.insert(ops.end(), {0, 2});
        const Bytes body = cbor::encode(notice);
        for (int twice = 0; twice < 2; ++twice) {
            ops.insert(ops.end(), {10, 0, static_cast<std::uint8_t>(body.size())});
            ops.insert(ops.end(), body.begin(), body.end());
            ops.push_back(0);
        }
        put(target, "notice-" + *(*notice.asArray())[0].asText(), ops);
    }
}

Bytes npyImage() {
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
    header.resize(53 + 64, ' ');
    header.push_back('\n');
    Bytes out = test::bytesOfText("\x93NUMPY\x01");
    out.insert(out.end(), {0, static_cast<std::uint8_t>(header.size()), 0});
    out.insert(out.end(), header.begin(), header.end());
    out.insert(out.end(), {0, 0, 128, 63, 0, 0, 0, 64});
    return out;
}

void workerSeeds(const gpu::TrainDescription& d) {
    namespace worker = gpu::worker;
    const worker::Reply replies[] = {
        worker::Loaded{1, {5}, "avx2", 8, 3, 2, {{"layers.0.weight", {2, 3}, true}}, "A card"},
        worker::Initial{2, {5}, {}, {8, {-3, 0}}},
        worker::StepDone{3, 7, {}, 1, 2, 3},
        worker::StepFailed{3, 8},
        worker::RunDone{3, {5}, 6, 7, 8},
        worker::Evaluated{4, {5}, {10, 9, 0.5F}},
        worker::Cancelled{5, {5}},
        worker::Refused{6, {5}, makeError(worker::WorkerError::BlobMissing, "blob", {"%1 is not here", "x"})}};
    Bytes frames{11};
    for (const auto& reply : replies) {
        const Bytes frame = worker::makeFrame(worker::encode(reply)).value();
        frames.insert(frames.end(), frame.begin(), frame.end());
    }
    put("fuzz_files", "worker-replies", frames);
    frames = {11};
    const worker::Request requests[] = {worker::Load{1, {"train/v1", d.encode(), {8, {-3}}, Hash256{}}},
                                        worker::Init{2}, worker::Run{3, {}, 0, 2, {{0, {}}, {1, {}}}, true, false},
                                        worker::Evaluate{4, {}}, worker::Cancel{3}};
    for (const auto& request : requests) {
        const Bytes frame = worker::makeFrame(worker::encode(request)).value();
        frames.insert(frames.end(), frame.begin(), frame.end());
    }
    put("fuzz_files", "worker-requests", frames);
}

void files() {
    const std::filesystem::path source = SOURCE_DIR;
    put("fuzz_files", "job-digits", {0}, textOf(source / "resources/jobs/digits.toml"));
    put("fuzz_files", "job-tiny", {0}, textOf(source / "tests/jobs/tiny.toml"));
    put("fuzz_files", "job-letter", {0}, asBytes("\xc3\xa9 = 1"));
    put("fuzz_files", "terms", {1, 1},
        asBytes("release = \"1h\"\nopening = \"90s\"\nsecret = \"24h\"\nbond = \"1500ms\"\n"
                "grace = \"15min\"\ncheck_fee = \"0.001\"\n"));
    put("fuzz_files", "csv", {2, 0, 1}, textOf(source / "resources/data/digits.csv", 600));
    put("fuzz_files", "csv-named", {2, 4, 1}, asBytes("x,label,y\r\n1.5,0,\"2\"\r\n-3e2, 1 ,4\r\n"));
    put("fuzz_files", "idx", {3, 0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 255});
    put("fuzz_files", "npy", {4}, npyImage());
    put("fuzz_files", "gzip", {5}, test::gzipped(Bytes(500, 7)));
    const Bytes floats(24, 1);
    put("fuzz_files", "safetensors", {6},
        gpu::writeSafetensors(
            {{"a", gpu::DType::F32, {2, 3}, floats}, {"b", gpu::DType::I32, {}, ByteView(floats).first(4)}},
            {{"made by", "test"}})
            .value());
    if (!std::filesystem::exists(g_folder / "fuzz_files" / "key-file")) // its salt is another each time
        put("fuzz_files", "key-file", {7}, identity::lockKeys(protocol::test::keysOf(1), "", 0, {10}));
    fuzz::allowWorlds();
    auto setup = evidence::test::small();
    setup.steps = 2;
    setup.window = 1;
    evidence::test::Rental rental(setup);
    rental.begin();
    rental.run();
    put("fuzz_files", "evidence", {8},
        evidence::sealEvidence(protocol::test::keysOf(2), evidence::test::evidenceOf(rental)));
    for (std::uint8_t i = 0; i < 14; ++i)
        put("fuzz_files", "evidence-altered-" + std::to_string(i), {9, i, 7, 0, 9, 0, 70, i});
    put("fuzz_files", "transaction", {10},
        ledger::encode(
            ledger::transfer({}, "pay", ledger::Account::issuance(), ledger::Account::fees(), Amount::micros(5))));
    put("fuzz_files", "event", {10},
        cbor::encode(protocol::encodeEvent(protocol::HubCheckDone{{}, 3, Hash256{}, "avx2"})));
    gpu::TrainDescription d;
    d.input = {4};
    d.classes = 2;
    d.layers = {gpu::LayerDescription::linear(3), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(2)};
    d.samples = 10;
    d.iterations = 5;
    put("fuzz_files", "description", {12}, cbor::encode(d.encode()));
    put("fuzz_to_provider", "parameters", {0, 0}, cbor::encode(d.encode()));
    put("fuzz_to_provider", "parameters-altered", {0, 1, 2, 5, 0, 0, 70, 130, 0, 0});
    workerSeeds(d);
    put("fuzz_files", "amount", {13}, asBytes("12.000001"));
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_make_seeds FOLDER\n");
        return 2;
    }
    g_folder = argv[1];
    toHub();
    toSession("fuzz_to_provider", {1});
    toSession("fuzz_to_renter", {});
    files();
    return 0;
}
