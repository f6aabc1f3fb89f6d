// SPDX-License-Identifier: Apache-2.0
#include "gpu/render.h"

#include "gpu/engine.h"
#include "gpu/hash.h"
#include "gpu/png.h"
#include "gpu/program.h"
#include "gpu/result_file.h"
#include "gpu/thread_pool.h"

#include <algorithm>
#include <doctest/doctest.h>

using namespace unchained;
using namespace unchained::gpu;

/// Files of a folder are compiled together.
namespace render_test {

namespace {

const Hash256 kSeed{{1, 2, 3, 4}};

SceneObject sphere(Vector3 center, float radius, MaterialKind material, Vector3 color) {
    SceneObject out;
    out.first = center;
    out.radius = radius;
    out.material = material;
    out.color = out.otherColor = color;
    return out;
}

SceneObject floorOf(Vector3 color) {
    SceneObject out;
    out.shape = ShapeKind::Plane;
    out.second = {0, 1, 0};
    out.color = out.otherColor = color;
    return out;
}

/// One of everything: 45 × 30 pixels in 12 tiles, those at the edges smaller.
RenderDescription example() {
    RenderDescription d;
    d.width = 45;
    d.height = 30;
    d.tile = 13;
    d.samples = 5;
    d.bounces = 7;
    d.seed = 9;
    d.camera = {{0, 2, 7}, {0, 1, 0}, 40, 0.1F, 7};
    d.zenith = {0.3F, 0.5F, 1};
    d.horizon = {1, 0.8F, 0.6F};
    SceneObject checks = floorOf({0.8F, 0.8F, 0.8F});
    checks.otherColor = {0.1F, 0.2F, 0.3F};
    checks.checker = 0.7F;
    SceneObject box;
    box.shape = ShapeKind::Box;
    box.first = {1.2F, 0, -2};
    box.second = {2.2F, 1.5F, -1};
    box.color = box.otherColor = {0.7F, 0.2F, 0.1F};
    SceneObject rough = sphere({-1.8F, 0.8F, -0.5F}, 0.8F, MaterialKind::Mirror, {0.9F, 0.8F, 0.5F});
    rough.roughness = 0.3F;
    d.objects = {checks, box, rough, sphere({0, 1, 0}, 1, MaterialKind::Glass, {1, 1, 1}),
                 sphere({2, 4, 2}, 0.6F, MaterialKind::Light, {15, 14, 10})};
    return d;
}

std::unique_ptr<Program> made(const RenderDescription& d, ThreadPool& pool) {
    auto program = makeProgram("render/v1", d.encode(), **chooseEngine("scalar"), pool);
    REQUIRE_MESSAGE(program.ok(), program.error().text());
    return std::move(*program);
}

Bytes tilesOf(const RenderDescription& d, std::uint64_t first, std::uint32_t count, unsigned threads = 2,
              const std::optional<Hash256>& seed = kSeed) {
    ThreadPool pool(threads);
    const auto program = made(d, pool);
    REQUIRE(program->step(first, count, seed, {}).ok());
    const ByteView output = program->output().value();
    return {output.begin(), output.end()};
}

/// All pixels have this byte, but for `most` of difference.
void isEven(const Bytes& pixels, int value, int most) {
    REQUIRE_FALSE(pixels.empty());
    const auto [low, high] = std::minmax_element(pixels.begin(), pixels.end());
    CHECK(*low >= value - most);
    CHECK(*high <= value + most);
}

/// Light 1 on the screen: (2.51 + 0.03) / (2.43 + 0.59 + 0.14) = 0.8038, in sRGB 0.9082.
constexpr int kOne = 232;

/// A camera in a room of even light 1, looking at one thing.
RenderDescription room(const SceneObject& thing) {
    RenderDescription d;
    d.width = d.height = 24;
    d.tile = 24;
    d.samples = 16;
    d.bounces = 64;
    d.camera = {{0, 1, 3}, {0, 1, 0}, 50, 0, 3};
    d.zenith = d.horizon = {1, 1, 1};
    d.objects = {thing};
    return d;
}

} // namespace

TEST_CASE("a picture has the same bytes for any number of threads, however its tiles are asked for, on every machine") {
    const RenderDescription d = example();
    REQUIRE(d.tiles() == 12);
    const Bytes whole = tilesOf(d, 0, 12, 1);
    CHECK(whole.size() == std::size_t{3} * d.width * d.height);
    CHECK(tilesOf(d, 0, 12, 2) == whole);
    CHECK(tilesOf(d, 0, 12, 3) == whole);
    Bytes joined;
    for (std::uint64_t t = 0; t < 12; ++t) {
        const Bytes one = tilesOf(d, t, 1);
        CHECK(one.size() == d.rect(t).bytes());
        joined.insert(joined.end(), one.begin(), one.end());
    }
    CHECK(joined == whole);
    CHECK(toHex(sha256(whole).view()) == "52dbb81ccd4a52bc1e0fab001e3bea199715475ee60aae5de5bf505abd993667");
}

TEST_CASE("another seed of the step is another picture of the same scene, and without one it is the job's") {
    const RenderDescription d = example();
    Hash256 other = kSeed;
    other.bytes[31] ^= 1;
    CHECK(tilesOf(d, 3, 1) != tilesOf(d, 3, 1, 2, other));
    CHECK(tilesOf(d, 3, 1, 1, std::nullopt) == tilesOf(d, 3, 1, 2, std::nullopt));
}

TEST_CASE("what sends back all light in a room of even light cannot be seen, whatever it is made of") {
    isEven(tilesOf(room(sphere({0, 1, 0}, 1, MaterialKind::Diffuse, {1, 1, 1})), 0, 1), kOne, 0);
    isEven(tilesOf(room(sphere({0, 1, 0}, 1, MaterialKind::Mirror, {1, 1, 1})), 0, 1), kOne, 0);
    isEven(tilesOf(room(sphere({0, 1, 0}, 1, MaterialKind::Glass, {1, 1, 1})), 0, 1), kOne, 0);
    SceneObject box;
    box.shape = ShapeKind::Box;
    box.first = {-1, 0, -1};
    box.second = {1, 2, 1};
    isEven(tilesOf(room(box), 0, 1), kOne, 0);
    isEven(tilesOf(room(sphere({0, 1, 0}, 1, MaterialKind::Light, {1, 1, 1})), 0, 1), kOne, 0);
    SceneObject grey = box;
    grey.color = grey.otherColor = {0.5F, 0.5F, 0.5F};
    CHECK(tilesOf(room(grey), 0, 1) != tilesOf(room(box), 0, 1));
}

TEST_CASE("a matt floor under a lamp is as bright as the solid angle says") {
    // Straight below a sphere of radius r at height h the floor sends back L·(r/h)²: 100 · (0.5/5)² = 1.
    RenderDescription d = room(floorOf({1, 1, 1}));
    d.zenith = d.horizon = {0, 0, 0};
    d.width = d.height = d.tile = 6;
    d.samples = 400;
    d.camera = {{0, 4, 0.5F}, {0, 0, 0}, 1, 0, 4};
    d.objects.push_back(sphere({0, 5, 0}, 0.5F, MaterialKind::Light, {100, 100, 100}));
    isEven(tilesOf(d, 0, 1), kOne, 1);
}

TEST_CASE("a description comes back from its bytes, and what does not is refused by name") {
    const RenderDescription d = example();
    const auto again = RenderDescription::decode(d.encode());
    REQUIRE(again);
    CHECK(*again == d);
    const auto refused = [](const RenderDescription& bad) {
        const auto out = RenderDescription::decode(bad.encode());
        return out ? std::string("taken") : out.error().subject;
    };
    RenderDescription bad = d;
    bad.objects[4].radius = -1;
    CHECK(refused(bad) == "objects.4.radius");
    bad = d;
    bad.objects[0].color[1] = std::bit_cast<float>(0x7fc00000U);
    CHECK(refused(bad) == "objects.0.color");
    bad = d;
    bad.tile = 0;
    CHECK(refused(bad) == "tile");
    bad = d;
    bad.camera.target = bad.camera.position;
    CHECK(refused(bad) == "camera.target");
    bad = d;
    bad.objects.clear();
    CHECK(refused(bad) == "objects");
    bad = d;
    bad.objects[1].second = bad.objects[1].first;
    CHECK(refused(bad) == "objects.1.high");
}

TEST_CASE("a program of tiles takes its own input alone, and tiles of the job alone") {
    ThreadPool pool(1);
    const auto program = made(example(), pool);
    CHECK(program->kind() == WorkKind::Parallel);
    const Bytes input = program->initialState().value();
    CHECK(input == cbor::encode(example().encode()));
    CHECK(program->load(input).ok());
    Bytes other = input;
    other.back() ^= 1;
    CHECK(program->load(other).error().is(ProgramError::BadState));
    CHECK(program->step(12, 1, kSeed, {}).error().is(ProgramError::BadParameters));
    CHECK(program->step(11, 2, kSeed, {}).error().is(ProgramError::BadParameters));
    CHECK(program->step(11, 1, kSeed, {}).ok());
    CHECK(program->evaluate().error().is(ProgramError::BadState));
}

TEST_CASE("a step of more bytes than one may leave is refused before it is computed") {
    RenderDescription d = example();
    d.width = d.height = 32768;
    d.tile = 1024;
    d.samples = 1;
    ThreadPool pool(1);
    const auto error = made(d, pool)->step(0, 400, kSeed, {}).error();
    CHECK(error.is(ProgramError::BadParameters));
    CHECK(error.text().find("are more than the 1073741824 that a step may leave") != std::string::npos);
}

TEST_CASE("tiles make the picture, a missing one is black, and what is no tile is passed over") {
    const RenderDescription d = example();
    const Bytes whole = tilesOf(d, 0, 12);
    const auto file = makeResult("render/v1", d.encode(), {{0, whole}});
    REQUIRE(file);
    const auto picture = readPng(*file, 3, "test");
    REQUIRE(picture);
    CHECK(picture->width == d.width);
    CHECK(picture->height == d.height);
    // The second tile's first pixel stands at x = 13 in the first row, behind all of the first tile's.
    const std::size_t at = d.rect(0).bytes();
    CHECK(std::equal(whole.begin() + static_cast<std::ptrdiff_t>(at),
                     whole.begin() + static_cast<std::ptrdiff_t>(at) + 3, picture->pixels.begin() + 13 * 3));
    CHECK(resultShows("render/v1", d.encode(), {{0, whole}}, *file));
    const Bytes last = tilesOf(d, 11, 1);
    const auto one = readPng(*makeResult("render/v1", d.encode(), {{11, last}}), 3, "test");
    REQUIRE(one);
    CHECK(one->pixels.front() == 0);
    CHECK(std::equal(last.end() - 3, last.end(), one->pixels.end() - 3));
    CHECK_FALSE(resultShows("render/v1", d.encode(), {{11, last}}, *file));
    Bytes stub(5);
    CHECK(readPng(*makeResult("render/v1", d.encode(), {{11, stub}, {12, last}}), 3, "test")->pixels ==
          Bytes(whole.size()));
}

} // namespace render_test
