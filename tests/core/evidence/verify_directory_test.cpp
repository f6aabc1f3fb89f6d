// SPDX-License-Identifier: Apache-2.0
#include "directory.h"
#include "gpu/program.h"

#include <memory>
#include <random>

using namespace unchained;
using namespace unchained::evidence;
using namespace unchained::evidence::test;

namespace {

Setup many() {
    Setup s;
    s.steps = 96; // 24 windows: not every one ends at a boundary
    return s;
}

VerifyOptions some(std::uint64_t steps) {
    VerifyOptions options;
    options.steps = steps;
    auto rng = std::make_shared<std::mt19937_64>(7);
    options.random = [rng](std::uint64_t bound) { return (*rng)() % bound; };
    return options;
}

} // namespace

TEST_CASE("an honest directory verifies, without, with some and with all steps recomputed") {
    Directory d;
    Rental w(many());
    d.rent(w);
    CHECK(d.verify() == "");
    CHECK(d.segments == 0);
    const DirectoryReport few = verifyDirectory(d.path, some(5), d.recompute());
    CHECK(few.findings.empty());
    CHECK(few.checked == 5);
    CHECK(few.recomputed >= 5);
    CHECK(few.recomputed < 96);
    std::uint64_t last = 0, total = 0;
    VerifyOptions all;
    all.all = true;
    all.progress = [&](std::uint64_t done, std::uint64_t of) { last = done, total = of; };
    const DirectoryReport whole = verifyDirectory(d.path, all, d.recompute());
    CHECK(whole.findings.empty());
    CHECK(whole.checked == 96);
    CHECK(whole.recomputed == 96);
    CHECK(last == 96);
    CHECK(total == 96);
    CHECK(whole.figures.steps == 96);
}

TEST_CASE("one flipped byte anywhere in the directory is found") {
    Directory d;
    Rental w(small());
    d.rent(w);
    REQUIRE(d.verify() == "");
    std::size_t flips = 0;
    for (const auto& entry : fs::recursive_directory_iterator(d.path)) {
        if (!entry.is_regular_file()) continue;
        const Bytes good = readAll(entry.path());
        const std::string file = fs::relative(entry.path(), d.path).string();
        for (std::size_t at = 0; at < good.size(); at += std::max<std::size_t>(1, good.size() / 60)) {
            CAPTURE(file);
            CAPTURE(at);
            Bytes bad = good;
            bad[at] ^= static_cast<std::uint8_t>(1 << at % 8);
            writeAll(entry.path(), bad);
            const std::string text = d.verify();
            CHECK(text.find(file) != std::string::npos);
            ++flips;
        }
        writeAll(entry.path(), good);
    }
    CHECK(flips > 300);
    CHECK(d.verify() == "");
}

TEST_CASE("a file that is missing, cut, or does not belong here is named") {
    Directory d;
    Rental w(small());
    d.rent(w);
    const std::string blob = "blobs/" + toHex(keptStates(d.evidence)[1].root.view());
    for (const std::string& name :
         {std::string("evidence.cbor"), std::string("model.safetensors"), std::string("report.json"), blob}) {
        const Bytes good = readAll(d.path / name);
        fs::remove(d.path / name);
        CHECK(d.verify().find(name + ": is missing") != std::string::npos);
        writeAll(d.path / name, ByteView(good).first(good.size() - 1));
        CHECK(d.verify() != "");
        fs::remove(d.path / name);
        fs::create_directory(d.path / name);
        CHECK(d.verify().find(name + ": is missing or no regular file") != std::string::npos);
        fs::remove(d.path / name);
        writeAll(d.path / name, good);
    }
    writeAll(d.path / "notes.txt", asBytes("hello"));
    CHECK(d.verify() == "notes.txt: does not belong here\n");
    fs::remove(d.path / "notes.txt");
    const std::string foreign(64, 'a');
    writeAll(d.path / "blobs" / foreign, asBytes("hello"));
    CHECK(d.verify() == "blobs/" + foreign + ": does not belong here\n");
    fs::remove(d.path / "blobs" / foreign);
    CHECK(d.verify() == "");
    CHECK(verifyDirectory(d.path / "nowhere").findings.size() > 0);
}

TEST_CASE("a model or a report that was exchanged and signed for anew is found") {
    Directory d;
    Rental w(small());
    d.rent(w);
    const Hash256 final = d.evidence.finalRoot;
    const Bytes state = d.blobs.at(final);
    d.blobs.at(final)[7] ^= 1; // what a poisoner would hand on
    d.write();
    const std::string text = d.verify();
    CHECK(text.find("model.safetensors: its tensors do not have the root of the result") != std::string::npos);
    d.blobs.at(final) = state;
    d.write();
    REQUIRE(d.verify() == "");
    std::string report(asText(readAll(d.path / "report.json")));
    report.replace(report.find("\"paid\": 12"), 10, "\"paid\": 11");
    writeAll(d.path / "report.json", asBytes(report));
    d.seal();
    CHECK(d.verify() == "report.json: tickets.paid is 11; the evidence gives 12\n");
}

TEST_CASE("recomputation that comes to another root names the first such step") {
    Directory d;
    Rental w(many());
    d.rent(w);
    const auto honest = d.recompute();
    const Recompute other = [&](std::size_t contract, const Hash256& from, const std::vector<StepToRun>& steps) {
        auto out = honest(contract, from, steps);
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (steps[i].step >= 41) (*out)[i] = Hash256{};
        return out;
    };
    VerifyOptions all;
    all.all = true;
    const DirectoryReport report = verifyDirectory(d.path, all, other);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].text().find("step 41 recomputed gives 0000") != std::string::npos);
    CHECK(report.recomputed == 42);
}

TEST_CASE("steps that cannot be run here are nothing against the record, and it is not called good") {
    Directory d;
    Rental w(many());
    d.rent(w);
    const auto broken = [](auto code, const char* sentence) -> Recompute {
        return [=](std::size_t, const Hash256&,
                   const std::vector<StepToRun>&) -> Result<std::vector<std::optional<Hash256>>> {
            return makeError(code, "program", sentence);
        };
    };
    const DirectoryReport none =
        verifyDirectory(d.path, some(1), broken(gpu::ProgramError::UnknownProgram, "is not of this build"));
    CHECK(none.findings.empty());
    REQUIRE(none.notRecomputed);
    CHECK(none.notRecomputed->text().find("cannot be recomputed: program: is not of this build") != std::string::npos);
    CHECK(none.checked == 0);
    CHECK_FALSE(verifyDirectory(d.path, {}, broken(gpu::ProgramError::UnknownProgram, "")).notRecomputed);

    const DirectoryReport unfit =
        verifyDirectory(d.path, some(1), broken(gpu::ProgramError::BadState, "has another size"));
    REQUIRE(unfit.findings.size() == 1);
    CHECK(unfit.findings[0].text().find("cannot be recomputed: program: has another size") != std::string::npos);
    CHECK_FALSE(unfit.notRecomputed);
}

TEST_CASE("a failed step is recomputed too: nothing may come out of it") {
    Directory d;
    Rental w(many());
    w.failing = 50;
    d.rent(w);
    REQUIRE(w.renter->outcome() == "failed-step");
    const auto honest = d.recompute();
    VerifyOptions all;
    all.all = true;
    CHECK(verifyDirectory(d.path, all, honest).findings.size() == 1); // here something does
    const Recompute failing = [&](std::size_t contract, const Hash256& from, const std::vector<StepToRun>& steps) {
        auto out = honest(contract, from, steps);
        if (steps.back().step == 50) out->back().reset();
        return out;
    };
    CHECK(textOf(verifyDirectory(d.path, all, failing).findings) == "");
}
