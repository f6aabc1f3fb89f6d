// SPDX-License-Identifier: Apache-2.0
#include "net/machine.h"

#include "gpu/engine.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace unchained;
using namespace unchained::net;
namespace fs = std::filesystem;

namespace {
struct Folder {
    Folder() {
        std::string name = (fs::temp_directory_path() / "unchained-machine-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    fs::path path;
};
} // namespace

TEST_CASE("a rate is kept for one machine and build, and for no other") {
    const Folder folder;
    const fs::path file = folder.path / "rate.cbor", worker = folder.path / "worker";
    std::ofstream(worker) << "one build";
    const Hash256 here = machineFingerprint(worker, "");
    CHECK(machineFingerprint(worker, "") == here);
    CHECK(machineFingerprint(worker, "scalar") != here);
    CHECK_FALSE(rateMeasuredBefore(file, here).has_value());

    keepRate(file, here, {"avx2", 123'456'789});
    const auto kept = rateMeasuredBefore(file, here);
    REQUIRE(kept.has_value());
    CHECK(kept->engine == "avx2");
    CHECK(kept->rate == 123'456'789);
    std::ofstream(worker) << "another build";
    CHECK(machineFingerprint(worker, "") != here);
    CHECK_FALSE(rateMeasuredBefore(file, machineFingerprint(worker, "")).has_value());
}

TEST_CASE("a file that is damaged or cannot be written only means that it is measured again") {
    const Folder folder;
    const fs::path file = folder.path / "rate.cbor";
    const Hash256 here = machineFingerprint(folder.path / "none", "");
    keepRate(file, here, {"avx2", 0});
    CHECK_FALSE(rateMeasuredBefore(file, here).has_value());
    keepRate(file, here, {"avx2", 7});
    CHECK(rateMeasuredBefore(file, here).has_value());
    fs::resize_file(file, fs::file_size(file) - 1);
    CHECK_FALSE(rateMeasuredBefore(file, here).has_value());
    keepRate(folder.path / "missing" / "rate.cbor", here, {"avx2", 7});
    CHECK_FALSE(fs::exists(folder.path / "missing"));
}

TEST_CASE("a card stands in a listing by its own name, the processor with its threads") {
    CHECK(deviceName("NVIDIA H100 80GB HBM3") == "NVIDIA H100 80GB HBM3");
    CHECK(deviceName(std::string(200, 'x')).size() == 60);
    const std::string processor = deviceName();
    CHECK(processor.ends_with(" threads"));
    CHECK(deviceName(gpu::processorName()) == processor);
}
