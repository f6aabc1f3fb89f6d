// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence_world.h"
#include "gpu/model_file.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

/// A rental whose states are bytes, written as `rent --out` writes it.
namespace unchained::evidence::test {

namespace fs = std::filesystem;

inline Bytes readAll(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}
inline void writeAll(const fs::path& path, ByteView data) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(data.data()), std::streamsize(data.size()));
}

class Directory {
public:
    Directory() {
        std::string name = (fs::temp_directory_path() / "unchained-evidence-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Directory() { fs::remove_all(path); }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    fs::path path;
    std::map<Hash256, Bytes> blobs; ///< every state and data set that there ever was
    Evidence evidence;

    Hash256 put(Bytes bytes) {
        const Hash256 root = merkle::blobRoot(bytes);
        blobs[root] = std::move(bytes);
        return root;
    }
    /// A state of 1500 bytes that follows from the one before and the seed.
    Hash256 step(const Hash256& root, const Hash256& seed) {
        Bytes state = blobs.at(root);
        const Hash256 mix = taggedHash("fake-step", {root, seed});
        for (std::size_t i = 0; i < state.size(); ++i)
            state[i] = static_cast<std::uint8_t>(state[i] * 5 + mix.bytes[i % 32]);
        return put(std::move(state));
    }
    Recompute recompute() {
        return [this](std::size_t, const Hash256& from, const std::vector<StepToRun>& steps) {
            ++segments;
            std::vector<std::optional<Hash256>> out;
            Hash256 at = merkle::blobRoot(readAll(path / "blobs" / toHex(from.view())));
            for (const StepToRun& s : steps)
                out.emplace_back(at = step(at, s.seed));
            return Result(out);
        };
    }
    std::size_t segments = 0;

    void rent(Rental& w) {
        Bytes first(1500, 1);
        w.stepFunction = [this](const Hash256& root, const Hash256& seed) { return step(root, seed); };
        w.beginAt(put(std::move(first)), 0, 1, {put(Bytes(3000, 9))});
        w.run();
        evidence = evidenceOf(w);
        write();
    }
    /// Everything from the evidence, signed.
    void write() {
        const std::vector<gpu::TensorInfo> layout{{"layers.0.weight", {25, 10}, true}, {"optimizer.m", {125}, false}};
        const auto model = gpu::writeModel(layout, blobs.at(evidence.finalRoot), {{"format", "test"}});
        REQUIRE(model.ok());
        writeAll(path / "model.safetensors", *model);
        writeAll(path / "report.json", asBytes(figuresJson(figuresOf(evidence))));
        fs::create_directories(path / "blobs");
        for (const KeptState& state : keptStates(evidence))
            writeBlob(state.root);
        for (const ContractEvidence& c : evidence.contracts) {
            const auto offer = protocol::openSigned<contract::Offer>(c.offer);
            for (const Hash256& root : offer->value.dataRoots)
                writeBlob(root);
        }
        seal();
    }
    void seal() {
        evidence.modelHash = sha256(readAll(path / "model.safetensors"));
        evidence.reportHash = sha256(readAll(path / "report.json"));
        writeAll(path / "evidence.cbor", sealEvidence(keysOf(2), evidence));
    }
    void writeBlob(const Hash256& root) { writeAll(path / "blobs" / toHex(root.view()), blobs.at(root)); }
    [[nodiscard]] std::string verify(const VerifyOptions& options = {}) {
        return textOf(verifyDirectory(path, options, recompute()).findings);
    }
};

} // namespace unchained::evidence::test
