// SPDX-License-Identifier: Apache-2.0
#include "net/machine_speed.h"

#include "storage/storage_error.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using namespace unchained;
using namespace unchained::net;
namespace fs = std::filesystem;

TEST_CASE("a disk is measured without leaving anything on it") {
    std::string name = (fs::temp_directory_path() / "unchained-speed-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    const auto speed = measureDisk(name);
    REQUIRE_MESSAGE(speed, speed.error().text());
    CHECK(speed->write > 0);
    CHECK(speed->read > 0);
    CHECK(fs::is_empty(name));
    fs::remove_all(name);
    const auto gone = measureDisk(name);
    REQUIRE_FALSE(gone);
    CHECK(gone.error().is(storage::StorageError::DiskError));
    CHECK(gone.error().subject == name);
}
