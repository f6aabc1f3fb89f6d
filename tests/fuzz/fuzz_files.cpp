// SPDX-License-Identifier: Apache-2.0
// Everything that is read from files, and what a worker or a log says. The first byte chooses the reader.
#include "alter.h"
#include "core/evidence/evidence_world.h"
#include "gpu/csv.h"
#include "gpu/dataset.h"
#include "gpu/description.h"
#include "gpu/engine.h"
#include "gpu/idx.h"
#include "gpu/npy.h"
#include "gpu/safetensors.h"
#include "gpu/thread_pool.h"
#include "gpu/worker_protocol.h"
#include "identity/key_file.h"
#include "jobs/job_file.h"
#include "jobs/terms_file.h"
#include "scenes.h"

using namespace unchained;

namespace {

using fuzz::hold;
using fuzz::Input;

constexpr std::size_t kUnpackedMax = std::size_t{1} << 22;

void tomlJob(Input& input) {
    const Bytes text = input.rest();
    const auto job = jobs::parseJob(asText(text), "fuzz.toml", SOURCE_DIR "/resources/jobs");
    if (job) hold(!job->layers.empty() && job->epochs > 0, "a job that is taken has something to do");
    if (!job) hold(!job.error().subject.empty() && !job.error().sentence.empty(), "an error says where and what");
}

void tomlTerms(Input& input) {
    const auto of = input.byte() % 2 ? jobs::TermsOf::Hub : jobs::TermsOf::Renter;
    const Bytes text = input.rest();
    (void)jobs::parseTerms(asText(text), "fuzz.toml", of);
}

void csv(Input& input) {
    const char* labels[] = {"last", "first", "none", "1", "label"};
    gpu::CsvOptions options;
    options.labelColumn = labels[input.below(5)];
    if (input.byte() % 4 == 0) options.separator = ';';
    const Bytes text = input.rest();
    auto samples = gpu::parseCsv(asText(text), "fuzz.csv", options);
    if (!samples) return;
    hold(samples->values.size() == samples->rows * samples->columns, "a table is full");
    hold(samples->labels.empty() || samples->labels.size() == samples->rows, "each row has its label");
    gpu::LoadedSamples loaded;
    loaded.train = std::move(*samples);
    gpu::DataOptions data;
    data.scale = 0.5F;
    (void)gpu::makeDataset(loaded, data);
}

void tensor(const Result<gpu::HostTensor>& parsed) {
    if (!parsed) return;
    const auto elements = gpu::elementsOf(parsed->shape);
    hold(elements && parsed->data.size() == *elements * gpu::bytesOf(parsed->type), "a tensor's bytes are its shape's");
    (void)gpu::toFloats(parsed->type, parsed->data, "fuzz");
    (void)gpu::toLabels(parsed->type, parsed->data, "fuzz");
}
void idx(Input& input) {
    tensor(gpu::parseIdx(input.rest(), "fuzz.idx"));
}
void npy(Input& input) {
    tensor(gpu::parseNpy(input.rest(), "fuzz.npy"));
}

void gzip(Input& input) {
    const auto out = gpu::gunzip(input.rest(), "fuzz.gz", kUnpackedMax);
    if (out) hold(out->size() <= kUnpackedMax, "no more is unpacked than is allowed");
}

void safetensors(Input& input) {
    const Bytes image = input.rest();
    const auto parsed = gpu::parseSafetensors(image, "fuzz");
    if (!parsed) return;
    std::size_t bytes = 0;
    for (const auto& t : parsed->tensors) {
        const auto elements = gpu::elementsOf(t.shape);
        hold(elements && t.data.size() == *elements * gpu::bytesOf(t.type), "a tensor's bytes are its shape's");
        bytes += t.data.size();
    }
    hold(bytes < image.size(), "tensors do not overlap");
    const auto written = gpu::writeSafetensors(parsed->tensors, parsed->metadata);
    hold(written.ok(), "what was read can be written");
    const auto again = gpu::parseSafetensors(*written, "again");
    hold(again && again->metadata == parsed->metadata && again->tensors.size() == parsed->tensors.size(),
         "what was written can be read");
}

void keyFile(Input& input) {
    const Bytes file = input.rest();
    (void)identity::inspectKeys(file);
}

void rawEvidence(Input& input) {
    const auto opened = evidence::openEvidence(input.rest());
    if (opened) (void)evidence::verifyEvidence(*opened);
}

/// Real evidence with altered fields, signed again, inner structures and all.
void alteredEvidence(Input& input) {
    struct Stock {
        std::vector<Bytes> files;
        std::vector<cbor::Value> words;
    };
    static const Stock stock = [] {
        fuzz::allowWorlds();
        Stock out;
        const auto add = [&](const evidence::Evidence& e) {
            out.files.push_back(evidence::sealEvidence(protocol::test::keysOf(2), e));
            fuzz::collectWords(*cbor::decode(out.files.back()), out.words);
        };
        auto setup = evidence::test::small();
        setup.steps = 6;
        setup.window = 2;
        for (const auto& [name, e] : evidence::test::allKinds(setup))
            add(e);
        add(evidence::test::movedJob(evidence::test::small()));
        return out;
    }();
    static const std::vector<identity::Keys> keys = [] {
        std::vector<identity::Keys> out;
        for (std::uint8_t n = 1; n <= 4; ++n)
            out.push_back(protocol::test::keysOf(n));
        return out;
    }();
    const std::vector<const identity::Keys*> borrowed{&keys[0], &keys[1], &keys[2], &keys[3]};
    fuzz::Alterer alterer(input, borrowed, stock.words);
    const Bytes& file = stock.files[input.below(stock.files.size())];
    const auto opened = evidence::openEvidence(cbor::encode(alterer.altered(*cbor::decode(file))));
    if (opened) (void)evidence::verifyEvidence(*opened);
}

void canonical(Input& input) {
    const Bytes bytes = input.rest();
    const auto value = cbor::decode(bytes);
    if (!value) return;
    hold(cbor::encode(*value) == bytes, "an item has one encoding");
    if (const auto event = protocol::decodeEvent(*value))
        hold(protocol::encodeEvent(*event) == *value, "an event is kept");
    if (const auto transaction = ledger::decodeTransaction(bytes)) {
        hold(ledger::encode(*transaction) == bytes, "a transaction is kept");
        ledger::Ledger books;
        (void)books.apply(*transaction);
        hold(books.sum().isZero() && books.recount().isZero(), "the books sum to zero");
    }
}

void workerItems(Input& input) {
    const Bytes bytes = input.rest();
    gpu::worker::FrameReader whole, pieces;
    whole.add(bytes);
    std::size_t given = 0;
    for (;;) {
        const auto item = whole.next();
        auto same = pieces.next();
        while (same && !*same && given < bytes.size()) {
            pieces.add(ByteView(bytes).subspan(given++, 1));
            same = pieces.next();
        }
        hold(item.ok() == same.ok() && (!item || *item == *same), "frames do not depend on how they arrive");
        if (!item || !*item) return;
        if (const auto reply = gpu::worker::decodeReply(**item))
            hold(gpu::worker::encode(*reply) == **item, "a reply is kept");
        if (const auto request = gpu::worker::decodeRequest(**item))
            hold(gpu::worker::encode(*request) == **item, "a request is kept");
    }
}

void description(Input& input) {
    const auto value = cbor::decode(input.rest());
    if (!value) return;
    const auto parsed = gpu::TrainDescription::decode(*value);
    if (!parsed) return;
    hold(parsed->validate().ok() && cbor::encode(parsed->encode()) == cbor::encode(*value), "a description is kept");
    static gpu::ThreadPool pool(1);
    const auto program = gpu::makeProgram("train/v1", *value, *gpu::chooseEngine("scalar").value(), pool);
    if (program) hold((*program)->stateBytes() > 0, "a program has a state");
}

void amounts(Input& input) {
    const Bytes text = input.rest();
    if (const auto amount = Amount::parse(asText(text))) {
        const auto again = Amount::parse(amount->str());
        hold(again && *again == *amount, "an amount is kept");
    }
    const auto account = ledger::Account::fromName(asText(text));
    if (account) hold(ledger::Account::fromName(account->name()) == account, "an account's name is kept");
}

constexpr void (*kReaders[])(Input&) = {tomlJob,   tomlTerms,   csv,         idx,         npy,
                                        gzip,      safetensors, keyFile,     rawEvidence, alteredEvidence,
                                        canonical, workerItems, description, amounts};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input(data, size);
    kReaders[input.below(std::size(kReaders))](input);
    return 0;
}
