// SPDX-License-Identifier: Apache-2.0
#include "evidence/verify.h"
#include "identity/random.h"
#include "jobs/worker_process.h"
#include "node/commands.h"
#include "node/progress_line.h"
#include "protocol/signed.h"
#include "storage/blob_store.h"

#include <QEventLoop>

#include <algorithm>
#include <fstream>

namespace unchained::node {

namespace {

/// Recomputes steps in a worker whose blobs are those of the result. Waits for each answer: this program does nothing
/// else meanwhile.
class Recomputer {
public:
    Recomputer(const std::filesystem::path& directory, const std::string& engine) : m_directory(directory) {
        m_worker.start({Context::worker(), directory / "blobs", engine, 0});
        std::ifstream in(directory / "evidence.cbor", std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        if (auto opened = evidence::openEvidence(asBytes(bytes))) m_evidence = std::move(opened->evidence);
    }

    Result<std::vector<std::optional<Hash256>>> operator()(std::size_t contract, const Hash256& from,
                                                           const std::vector<evidence::StepToRun>& steps) {
        auto offer = protocol::openSigned<contract::Offer>(m_evidence.contracts.at(contract).offer);
        if (!offer) return offer.error();
        const contract::Offer& o = offer->value;
        std::vector<std::optional<Hash256>> roots;
        std::optional<Error> failed;
        QEventLoop loop;
        m_worker.load({o.program,
                       o.parameters,
                       {o.noiseAmplitude, o.noiseScales},
                       o.dataRoots.empty() ? std::nullopt : std::optional(o.dataRoots.front())},
                      [&](const Result<gpu::worker::Loaded>& loaded) {
                          if (!loaded) failed = loaded.error();
                      });
        jobs::RunOrder order{from, o.startIteration, o.iterationsPerStep, {}, false, false};
        for (const auto& step : steps)
            order.steps.push_back({step.step, step.seed});
        m_worker.run(
            order, [&](const gpu::worker::StepDone& step) { roots.emplace_back(step.root); },
            [&](const Result<jobs::RunOutcome>& done) {
                if (!done && !failed) failed = done.error();
                if (done && done->failedStep) roots.emplace_back(std::nullopt);
                loop.quit();
            });
        loop.exec();
        if (failed) return *failed;
        return roots;
    }

private:
    std::filesystem::path m_directory;
    jobs::WorkerProcess m_worker;
    evidence::Evidence m_evidence;
};

/// Evenly below `bound`: what is beyond the last whole multiple is drawn again.
std::uint64_t randomBelow(std::uint64_t bound) {
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    for (;;) {
        const auto bytes = identity::randomFixed<Hash256>().bytes;
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 8; ++i)
            value = value << 8 | bytes[i];
        if (value < limit) return value % bound;
    }
}

} // namespace

int runVerify(Context& context, const VerifyOptions& options) {
    const std::filesystem::path directory = options.directory;
    std::error_code ignored;
    if (!std::filesystem::exists(directory / "evidence.cbor", ignored))
        return context.fail(makeError(NodeError::NothingThere, options.directory, "has no evidence.cbor",
                                      "name a directory that rent --out wrote"),
                            kUsage);
    if (auto engine = engineIsKnown(options.engine); !engine) return context.fail(engine.error());
    ProgressLine line(stderr);
    evidence::VerifyOptions how;
    how.all = options.all;
    how.steps = options.steps.value_or(3);
    how.random = randomBelow;
    how.progress = [&](std::uint64_t done, std::uint64_t total) { line.update({done, total, "steps", "recomputing"}); };
    Recomputer recompute(directory, options.engine);
    const auto report = evidence::verifyDirectory(directory, how, std::ref(recompute));
    line.clear();
    Json findings = Json::array();
    std::string text;
    for (const auto& finding : report.findings) {
        findings.push_back(finding.text());
        text += "WRONG  " + printable(finding.text()) + "\n";
    }
    Json contracts = Json::array();
    for (const auto& ending : report.endings) {
        contracts.push_back({{"contract", toJson(ending.contract)},
                             {"provider", toJson(ending.provider)},
                             {"outcome", ending.outcome},
                             {"shown", ending.shown.str()}});
        text += "contract " + shortHex(ending.contract) + " with " + shortHex(ending.provider) + ": " +
                printable(ending.outcome + ": " + ending.shown.str()) + "\n";
    }
    const bool good = report.findings.empty() && !report.notRecomputed;
    Json document{{"ok", good},
                  {"stepsChecked", report.checked},
                  {"stepsRecomputed", report.recomputed},
                  {"stateRoot", toJson(report.figures.stateRoot)},
                  {"contracts", contracts},
                  {"findings", findings}};
    if (good)
        text += "right: every signature, draw, check and payment, and " + std::to_string(report.checked) + " of " +
                std::to_string(std::max(report.figures.steps, report.checked)) +
                (report.tiles ? " tiles computed again\n" : " steps computed again\n");
    if (!report.notRecomputed) return context.finish(document, text, good ? kGood : kWrong);
    document["ok"] = nullptr; // nobody has looked
    if (!context.json()) context.finish({}, text);
    return context.fail(*report.notRecomputed, kCannotStart, document);
}

} // namespace unchained::node
