// SPDX-License-Identifier: Apache-2.0
#include "gpu/png.h"

#include "gpu/io/files.h"
#include "gpu/rows.h"
#include "gpu/safetensors.h"

#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

namespace {

Picture picture(std::uint32_t width, std::uint32_t height, std::uint32_t channels, std::uint8_t from) {
    Picture out{width, height, channels, Bytes(std::size_t{width} * height * channels)};
    for (std::size_t i = 0; i < out.pixels.size(); ++i)
        out.pixels[i] = static_cast<std::uint8_t>(from + i * 7);
    return out;
}

} // namespace

TEST_CASE("a picture comes back from its PNG, pixel by pixel") {
    for (const Picture& p : {picture(1, 1, 3, 200), picture(33, 7, 3, 0), picture(5, 64, 1, 9)}) {
        const auto png = writePng(p);
        REQUIRE(png);
        CHECK((*png)[1] == 'P');
        const auto again = readPng(*png, p.channels, "test");
        REQUIRE(again);
        CHECK(*again == p);
    }
}

TEST_CASE("bytes that are no picture are refused in words") {
    CHECK(writePng(Picture{2, 2, 3, Bytes(11)}).error().is(IoError::Mismatch));
    CHECK(writePng(Picture{}).error().is(IoError::Mismatch));
    CHECK(readPng(Bytes(100), 3, "a.png").error().is(IoError::NotTheFormat));
    CHECK(readPng(Bytes(), 3, "a.png").error().subject == "a.png");
    Bytes cut = writePng(picture(33, 7, 3, 0)).value();
    cut.resize(cut.size() / 2);
    CHECK(readPng(cut, 3, "a.png").error().is(IoError::NotTheFormat));
}

TEST_CASE("a folder of pictures is rows in the order of their names, one plane a channel") {
    const test::TempDir folder;
    folder.write("b.png", writePng(picture(2, 1, 3, 100)).value());
    folder.write("a.png", writePng(picture(2, 1, 3, 10)).value());
    folder.write("notes.txt", Bytes{1});
    RowOptions options;
    options.kind = RowKind::Png;
    options.files = {folder.path()};
    options.channels = 3;
    options.scale = 0.5F;
    const auto rows = loadRows(options);
    REQUIRE_MESSAGE(rows, rows.error().text());
    CHECK(rows->rows == 2);
    CHECK(rows->features == 6);
    CHECK(rows->width == 2);
    const auto x = parseSafetensors(rows->image)->floats("x", 2).value();
    // Bytes 10 17 24 | 31 38 45: reds 10 31, greens 17 38, blues 24 45, halved.
    CHECK(x[0] == 5.0F);
    CHECK(x[1] == 15.5F);
    CHECK(x[2] == 8.5F);
    CHECK(x[6] == 50.0F);

    folder.write("c.png", writePng(picture(1, 2, 3, 0)).value());
    CHECK(loadRows(options).error().is(IoError::Mismatch));
    options.files = {folder.path() / "none"};
    CHECK(loadRows(options).error().is(IoError::CannotRead));
}

TEST_CASE("a column that is no feature is passed over") {
    const test::TempDir folder;
    RowOptions options;
    options.files = {folder.write("t.csv", std::string_view("1,2,9\n3,4,8\n"))};
    CHECK(loadRows(options)->features == 3);
    options.labelColumn = "last";
    const auto rows = loadRows(options);
    REQUIRE(rows);
    CHECK(rows->features == 2);
    CHECK(parseSafetensors(rows->image)->floats("x", 2).value() == std::vector<float>{1, 2, 3, 4});
}
