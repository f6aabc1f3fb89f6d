// SPDX-License-Identifier: Apache-2.0
#include "net/rental_result.h"

#include "evidence/verify.h"
#include "gpu/hash.h"
#include "gpu/model_file.h"
#include "gpu/result_file.h"
#include "net/net_error.h"
#include "verification/policy.h"
#include "verification/slash.h"

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <fstream>
#include <set>

namespace unchained::net {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

Error cannotWrite(const fs::path& path, const std::error_code& why) {
    return makeError(storage::BlobError::CannotWrite, path.string(), Message("cannot be written: %1", why.message()),
                     "check the directory and the free space, then run resume", true);
}

Result<void> writeFile(const fs::path& path, ByteView bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    std::error_code failed(fd < 0 ? errno : 0, std::generic_category());
    for (std::size_t done = 0; !failed && done < bytes.size();) {
        const ssize_t n = ::write(fd, bytes.data() + done, bytes.size() - done);
        if (n < 0) {
            failed.assign(errno, std::generic_category());
        } else {
            done += static_cast<std::size_t>(n);
        }
    }
    if (!failed && ::fsync(fd) != 0) failed.assign(errno, std::generic_category());
    if (fd >= 0) ::close(fd);
    if (failed) return cannotWrite(path, failed);
    return {};
}

Json orNull(bool there, Json value) {
    return there ? std::move(value) : Json(nullptr);
}

/// The report of this very result, where it was written before a crash and only not marked as such.
std::optional<std::string> writtenBefore(const fs::path& directory, const Json& report) {
    std::ifstream in(directory / "report.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Json old = Json::parse(text, nullptr, false);
    if (!old.is_object()) return std::nullopt;
    for (const char* key : {"contracts", "stateRoot"})
        if (!old.contains(key) || old[key] != report[key]) return std::nullopt;
    return text;
}

/// What was agreed to with the last host, before anything was paid.
Json termsJson(const RenterJob& job, const contract::Offer& o) {
    if (job.runs().empty()) return nullptr;
    const auto cost = o.price.times(o.steps);
    const double faked = static_cast<double>(job.options().faked) * 1e-9;
    return {{"price", o.price.micro()},
            {"cost", orNull(cost.ok(), cost ? cost->micro() : 0)},
            {"bond", o.bond.micro()},
            {"atStake", o.atStake.micro()},
            {"draw", o.draw},
            {"window", o.window},
            {"odds", o.odds},
            {"batch", o.batch},
            {"claimRate", 1.0 / o.batch},
            {"stepRate", verification::stepCheckRate(o.odds, o.batch)},
            {"checksExpected", std::max<std::uint64_t>(1, o.steps / (std::uint64_t{o.odds} * o.batch))},
            {"faked", faked},
            {"assurance", verification::assurance(faked, o.steps, o.odds, o.batch)}};
}

void addOwnFigures(Json& report, const RenterJob& job, double seconds) {
    const auto& evaluation = job.evaluation();
    const bool tested = evaluation && evaluation->samples > 0;
    report["testAccuracy"] = orNull(
        tested, tested ? static_cast<double>(evaluation->correct) / static_cast<double>(evaluation->samples) : 0.0);
    report["testLoss"] = orNull(tested, tested ? static_cast<double>(evaluation->loss) : 0.0);
    Json& verification = report["verification"];
    const bool rented = !job.runs().empty();
    const contract::Offer offer = rented ? job.runs().back()->session->parameters().offer : contract::Offer{};
    const Amount marketLoss = offer.draw == contract::kDrawBeacon ? verification::makersShare(offer.bond) : Amount{};
    const verification::Stakes stakes{offer.price, offer.odds, offer.bond, offer.atStake, marketLoss};
    verification["floor"] = nullptr;
    verification["sabotageDeterred"] = nullptr;
    verification["assurance10"] = nullptr;
    if (rented) {
        if (const auto g = verification::largestBatch(stakes)) verification["floor"] = 1.0 / *g;
        verification["sabotageDeterred"] =
            static_cast<std::int64_t>(verification::sabotageDeterred(stakes, offer.batch));
        verification["assurance10"] = verification::assurance(0.1, offer.steps, offer.odds, offer.batch);
        verification["claimsPerCheck"] = offer.batch;
    }
    Json passes = Json::array();
    for (const double share : kFearedShares)
        passes.push_back(
            {{"faked", share},
             {"chance", verification::falseAccept(share, verification["claimsChecked"].get<std::uint64_t>())}});
    verification["falseAccept"] = std::move(passes);
    report["terms"] = termsJson(job, offer);
    const auto overhead = overheadOf(job.runs());
    verification["overheadRatio"] = orNull(overhead.has_value(), overhead ? overhead->ratio : 0.0);
    verification["overheadFixed"] = orNull(overhead.has_value(), overhead ? overhead->fixed : 0.0);
    if (overhead)
        report["cpuSeconds"] = {{"plain", overhead->plainSeconds},   {"bare", overhead->bareSeconds},
                                {"worker", overhead->workerSeconds}, {"host", overhead->hostSeconds},
                                {"hub", overhead->hubSeconds},       {"checks", overhead->checkSeconds},
                                {"renter", overhead->renterSeconds}};
    std::vector<std::string> complaints;
    for (const auto& run : job.runs())
        for (const auto& complaint : run->session->figures().complaints)
            complaints.push_back(complaint);
    verification["complaints"] = complaints;
    report["seconds"] = seconds;
}

/// What the job was rented for: the last state as a model, or what its tiles make.
Result<Bytes> resultOf(const RenterJob& job, const evidence::Evidence& evidence, const storage::BlobStore& blobs) {
    if (!job.isParallel()) {
        auto state = blobs.read(evidence.finalRoot);
        return state ? gpu::writeModel(job.shape().layout, *state) : state;
    }
    std::vector<gpu::Tiles> tiles;
    for (const auto& tile : evidence::resultTiles(evidence)) {
        auto bytes = blobs.read(tile.root);
        if (!bytes) return bytes.error();
        tiles.push_back({tile.first, std::move(*bytes)});
    }
    return gpu::makeResult(job.job().program, job.job().parameters, tiles);
}

struct ResultFile {
    std::string name;
    ByteView bytes;
};

/// The files of a result, into a directory that is there.
Result<void> fill(const fs::path& directory, const ResultFile& result, const std::string& report, ByteView evidence,
                  const std::set<Hash256>& roots, const storage::BlobStore& blobs) {
    if (auto ok = writeFile(directory / result.name, result.bytes); !ok) return ok;
    if (auto ok = writeFile(directory / "report.json", asBytes(report)); !ok) return ok;
    if (auto ok = writeFile(directory / "evidence.cbor", evidence); !ok) return ok;
    for (const Hash256& root : roots) {
        auto blob = blobs.read(root);
        if (!blob) return blob.error();
        if (auto ok = writeFile(directory / "blobs" / toHex(root.view()), *blob); !ok) return ok;
    }
    return {};
}

} // namespace

std::optional<Overhead> overheadOf(const std::vector<std::unique_ptr<ContractRun>>& runs) {
    Usage sum;
    for (const auto& run : runs) {
        const Usage& u = run->usage;
        sum.worker += u.worker;
        sum.hostNode += u.hostNode;
        sum.hubNode += u.hubNode;
        sum.checks += u.checks;
        sum.renter += u.renter;
        sum.bare += u.bare;
        sum.paired += u.paired;
        sum.plain += u.plain;
    }
    if (sum.paired == 0 || sum.plain == 0) return std::nullopt;
    const auto seconds = [](std::uint64_t ns) { return static_cast<double>(ns) * 1e-9; };
    Overhead o;
    o.bareSeconds = seconds(sum.bare);
    o.workerSeconds = seconds(sum.worker);
    o.plainSeconds = o.workerSeconds * static_cast<double>(sum.plain) / static_cast<double>(sum.paired);
    o.hostSeconds = seconds(sum.hostNode);
    o.hubSeconds = seconds(sum.hubNode);
    o.checkSeconds = seconds(sum.checks);
    o.renterSeconds = seconds(sum.renter);
    const double fixed = o.workerSeconds + o.hostSeconds + o.hubSeconds + o.renterSeconds;
    o.fixed = fixed / o.plainSeconds - 1.0;
    o.ratio = (fixed + o.checkSeconds) / o.plainSeconds - 1.0;
    return o;
}

Result<void> checkOutput(const fs::path& directory) {
    std::error_code ignored;
    if (!fs::exists(directory, ignored) || (fs::is_directory(directory, ignored) && fs::is_empty(directory, ignored)))
        return {};
    return makeError(storage::BlobError::CannotWrite, directory.string(), "is there already and not empty",
                     "name another directory with --out, or move this one away");
}

Result<std::string> writeResult(const RenterJob& job, const identity::Keys& keys, const storage::BlobStore& blobs,
                                const fs::path& directory, double seconds) {
    evidence::Evidence evidence;
    evidence.hub = job.runs().empty() ? PeerId{} : job.runs().front()->session->parameters().offer.hub;
    for (const auto& run : job.runs())
        evidence.contracts.push_back(
            evidence::fromSession(*run->session, run->stored.offer, run->stored.acceptance, run->stored.admission));
    evidence.finalRoot = job.finalState();
    const auto result = resultOf(job, evidence, blobs);
    if (!result) return result.error();

    Json report = Json::parse(evidence::figuresJson(evidence::figuresOf(evidence)));
    addOwnFigures(report, job, seconds);
    report["job"] = job.job().spec.name;
    report["kind"] = job.isParallel() ? "parallel" : "serial";
    report["result"] = gpu::resultName(job.job().program);
    if (auto before = writtenBefore(directory, report)) return *before;
    const std::string text = report.dump(2) + "\n";
    evidence.modelHash = sha256(*result);
    evidence.reportHash = sha256(asBytes(text));

    const fs::path partial = directory.string() + ".partial";
    std::error_code failed;
    fs::remove_all(partial, failed);
    if (!fs::create_directories(partial / "blobs", failed) || failed) return cannotWrite(partial, failed);
    std::set<Hash256> wanted;
    if (!job.job().data.empty()) wanted.insert(job.job().dataRoot);
    for (const auto& kept : evidence::keptStates(evidence))
        wanted.insert(kept.root);
    for (const auto& tile : evidence::resultTiles(evidence))
        wanted.insert(tile.root);
    if (auto ok = fill(partial, {gpu::resultName(job.job().program), *result}, text,
                       evidence::sealEvidence(keys, evidence), wanted, blobs);
        !ok) {
        fs::remove_all(partial, failed); // the disk may be full, and this is of no use to anybody
        return ok.error();
    }
    fs::remove(directory, failed); // an empty one
    fs::rename(partial, directory, failed);
    if (failed) return cannotWrite(directory, failed);
    return text;
}

Result<ResumePoint> readResumePoint(const fs::path& directory) {
    std::ifstream in(directory / "report.json");
    const Json report = Json::parse(in, nullptr, false);
    const auto bad = [&](const char* what) {
        return makeError(NetError::BadFrame, (directory / "report.json").string(), what,
                         "name a directory that rent --out wrote");
    };
    if (!report.is_object() || !report.contains("stateRoot") || !report.contains("iterations"))
        return bad("is no report");
    const auto& root = report["stateRoot"];
    const auto hex = root.is_string() ? fromHex(root.get<std::string>()) : std::nullopt;
    const auto hash = hex ? Hash256::from(*hex) : std::nullopt;
    if (!hash || !report["iterations"].is_number_unsigned()) return bad("names no state to go on from");
    return ResumePoint{*hash, report["iterations"].get<std::uint64_t>()};
}

} // namespace unchained::net
