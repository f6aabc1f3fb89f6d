// SPDX-License-Identifier: Apache-2.0
#include "evidence/recompute.h"
#include "gpu/hash.h"
#include "gpu/merkle.h"
#include "gpu/result_file.h"
#include "gpu/safetensors.h"
#include "identity/verified_once.h"

#include <cstdio>
#include <memory>
#include <set>

namespace unchained::evidence {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kReportBytesMax = std::uint64_t{16} << 20;
constexpr std::uint64_t kModelBytesMax = std::uint64_t{64} << 30;
constexpr std::uint64_t kTileBytesMax = std::uint64_t{4} << 30;
constexpr const char* kModelName = "model.safetensors";

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

class DirectoryCheck {
public:
    DirectoryCheck(fs::path directory, DirectoryReport& report) : m_directory(std::move(directory)), m_report(report) {}

    /// The evidence, where the files are so far in order that its steps can be recomputed.
    std::optional<Evidence> run() {
        const auto file = read("evidence.cbor", kEvidenceBytesMax);
        if (!file) {
            names(kModelName);
            return std::nullopt;
        }
        auto evidence = openEvidence(*file);
        if (!evidence) {
            names(kModelName);
            found(evidence.error().subject, evidence.error().sentence);
            return std::nullopt;
        }
        names(resultNameOf(evidence->evidence));
        for (Finding& finding : verifyEvidence(*evidence))
            m_report.findings.push_back(std::move(finding));
        m_report.figures = figuresOf(evidence->evidence);
        m_report.endings = endingsOf(evidence->evidence);
        result(evidence->evidence);
        report(evidence->evidence);
        blobs(evidence->evidence);
        return std::move(evidence->evidence);
    }

private:
    void found(const std::string& where, Message what) { m_report.findings.push_back({where, std::move(what)}); }

    File open(const std::string& name) {
        const fs::path path = m_directory / name;
        std::error_code code;
        if (fs::symlink_status(path, code).type() != fs::file_type::regular) {
            found(name, "is missing or no regular file");
            return File(nullptr, &std::fclose);
        }
        File file(std::fopen(path.c_str(), "rb"), &std::fclose);
        if (!file) found(name, "cannot be read");
        return file;
    }

    std::optional<Bytes> read(const std::string& name, std::uint64_t bytesMax) {
        const File file = open(name);
        if (!file) return std::nullopt;
        Bytes out;
        for (;;) {
            constexpr std::size_t kChunk = std::size_t{1} << 20;
            const std::size_t used = out.size();
            out.resize(used + kChunk);
            const std::size_t got = std::fread(out.data() + used, 1, kChunk, file.get());
            out.resize(used + got);
            if (out.size() > bytesMax) {
                found(name, Message("is longer than %1 bytes", bytesMax));
                return std::nullopt;
            }
            if (got < kChunk) break;
        }
        if (std::ferror(file.get()) == 0) return out;
        found(name, "cannot be read to its end");
        return std::nullopt;
    }

    /// What lies in a folder, sorted; a finding where that cannot be told.
    std::set<std::string> list(const fs::path& folder, const std::string& name) {
        std::set<std::string> out;
        std::error_code code;
        for (fs::directory_iterator at(folder, code), end; !code && at != end; at.increment(code))
            out.insert(at->path().filename().string());
        if (code) found(name, Message("cannot be listed: %1", code.message()));
        return out;
    }

    void names(const std::string& resultName) {
        for (const std::string& name : list(m_directory, m_directory.string()))
            if (name != "evidence.cbor" && name != resultName && name != "report.json" && name != "blobs")
                found(name, "does not belong here");
    }

    void result(const Evidence& evidence) {
        const std::string name = resultNameOf(evidence);
        const auto file = read(name, kModelBytesMax);
        if (!file) return;
        if (sha256(*file) != evidence.modelHash) found(name, "is not the file that the renter signed for");
        m_report.tiles = name != kModelName;
        if (!m_report.tiles) return model(evidence, *file);
        const auto offer = protocol::openSigned<contract::Offer>(evidence.contracts.front().offer);
        std::vector<gpu::Tiles> tiles;
        for (const ResultTile& tile : resultTiles(evidence))
            if (auto bytes = read("blobs/" + toHex(tile.root.view()), kTileBytesMax))
                tiles.push_back({tile.first, std::move(*bytes)});
        if (!offer || !gpu::resultShows(offer->value.program, offer->value.parameters, tiles, *file))
            found(name, "does not show the tiles that were handed over");
    }

    void model(const Evidence& evidence, const Bytes& file) {
        const char* name = kModelName;
        const auto parsed = gpu::parseSafetensors(file, name);
        if (!parsed) return found(name, Message("is damaged: %1", parsed.error().text()));
        Bytes state;
        for (const gpu::TensorView& tensor : parsed->tensors)
            state.insert(state.end(), tensor.data.begin(), tensor.data.end());
        if (merkle::blobRoot(state) != evidence.finalRoot)
            found(name, "its tensors do not have the root of the result");
    }

    void report(const Evidence& evidence) {
        const char* name = "report.json";
        const auto file = read(name, kReportBytesMax);
        if (!file) return;
        if (sha256(*file) != evidence.reportHash) found(name, "is not the file that the renter signed for");
        for (Message& difference : reportDiffers(*file, m_report.figures))
            found(name, std::move(difference));
    }

    void blobs(const Evidence& evidence) {
        std::set<std::string> wanted;
        for (const KeptState& state : keptStates(evidence))
            wanted.insert(toHex(state.root.view()));
        for (const ResultTile& tile : resultTiles(evidence))
            wanted.insert(toHex(tile.root.view()));
        for (const ContractEvidence& c : evidence.contracts)
            if (const auto offer = protocol::openSigned<contract::Offer>(c.offer))
                for (const Hash256& root : offer->value.dataRoots)
                    wanted.insert(toHex(root.view()));
        const auto there = list(m_directory / "blobs", "blobs");
        for (const std::string& name : wanted)
            if (!there.contains(name)) found("blobs/" + name, "is missing");
        for (const std::string& name : there) {
            if (wanted.contains(name))
                blob(name);
            else
                found("blobs/" + name, "does not belong here");
        }
    }

    void blob(const std::string& root) {
        const std::string name = "blobs/" + root;
        const File file = open(name);
        if (!file) return;
        std::vector<Hash256> leaves;
        Bytes piece(merkle::kPieceBytes);
        for (;;) {
            const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.get());
            const auto some = merkle::blobLeaves(ByteView(piece).first(got));
            leaves.insert(leaves.end(), some.begin(), some.end());
            if (got < piece.size()) break;
        }
        if (std::ferror(file.get()) != 0) return found(name, "cannot be read to its end");
        if (toHex(merkle::rootOf(leaves).view()) != root)
            found(name, "its bytes do not have the root that it is named by");
    }

    fs::path m_directory;
    DirectoryReport& m_report;
};

} // namespace

DirectoryReport verifyDirectory(const fs::path& directory, const VerifyOptions& options, const Recompute& recompute) {
    const identity::VerifiedOnce once; // the record is gone through for each thing that it says
    DirectoryReport report;
    const auto evidence = DirectoryCheck(directory, report).run();
    const bool asked = options.all || options.steps > 0;
    if (evidence && report.findings.empty() && asked && recompute)
        recomputeSteps(*evidence, options, recompute, report);
    return report;
}

} // namespace unchained::evidence
