// SPDX-License-Identifier: Apache-2.0
#include "cpu/window_columns.h"

#include "gpu/net/layer_trial.h"

using namespace unchained::gpu;
using namespace unchained::gpu::test;

namespace {

/// Takes the way of a card through a step.
struct CardMember : OneThread {};

constexpr steps::Windows kWindows[] = {
    {1, 8, 8, 3, 1, 1},   {1, 4, 4, 3, 1, 1},   {1, 1, 1, 3, 1, 1},   {1, 2, 3, 5, 1, 2},    {1, 7, 5, 3, 1, 1},
    {1, 5, 6, 3, 1, 0},   {1, 5, 6, 2, 1, 1},   {1, 9, 7, 3, 2, 1},   {1, 6, 11, 4, 3, 2},   {1, 6, 5, 1, 1, 0},
    {1, 5, 5, 1, 3, 0},   {1, 24, 23, 3, 1, 1}, {1, 3, 700, 3, 1, 1}, {1, 3, 1100, 3, 1, 0}, {1, 40, 17, 7, 1, 3},
    {1, 16, 32, 3, 1, 1}, {1, 33, 16, 5, 1, 2}, {1, 3, 600, 3, 2, 1},
};

std::vector<Lanes> lanesHere() {
    std::vector<Lanes> out{Lanes::Plain};
    if (widestLanes() != Lanes::Plain) out.push_back(Lanes::Avx2);
    if (widestLanes() == Lanes::Avx512) out.push_back(Lanes::Avx512);
    return out;
}

/// Of all magnitudes that a binary32 has, zeros of both signs among them.
std::vector<float> ofAllSizes(std::size_t count, std::uint32_t key) {
    std::vector<float> out = randomFloats(count, key, 1.0F);
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 5 == 0) out[i] = std::ldexp(out[i], static_cast<int>(i * 37 % 250) - 149);
        if (i % 11 == 3) out[i] = i % 2 == 0 ? 0.0F : -0.0F;
    }
    return out;
}

void checkSame(const std::vector<float>& found, const std::vector<float>& wanted) {
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CAPTURE(i);
        REQUIRE(std::bit_cast<std::uint32_t>(found[i]) == std::bit_cast<std::uint32_t>(wanted[i]));
    }
}

/// What a card's step says of one plane.
bool gatheredBySteps(const steps::Windows& w, const std::vector<float>& rows, std::vector<float>& dx) {
    bool finite = true;
    for (std::size_t line = 0; line < w.height; ++line)
        finite &= steps::GatherWindows{rows.data(), dx.data(), w}(line, CardMember{});
    return finite;
}

/// One plane of windows, as rows for a card and as columns for a processor.
struct Plane {
    steps::Windows w;
    WindowColumns columns{w};
    std::size_t pitch = w.outPlane() + 3;
    std::size_t room = columns.guard() + 5;

    [[nodiscard]] std::vector<float> empty() const {
        return std::vector<float>(2 * room + w.area() * pitch, std::numeric_limits<float>::quiet_NaN());
    }
    [[nodiscard]] std::vector<float> turned(const std::vector<float>& rows) const {
        std::vector<float> out = empty();
        for (std::size_t i = 0; i < rows.size(); ++i)
            out[room + i % w.area() * pitch + i / w.area()] = rows[i];
        return out;
    }
};

} // namespace

TEST_CASE("windows laid out as columns are those laid out as rows, and nothing else is written") {
    for (const steps::Windows& w : kWindows) {
        INFO(w.height, " × ", w.width, ", size ", w.size, ", stride ", w.stride, ", padding ", w.padding);
        const Plane plane{w};
        const std::vector<float> x = ofAllSizes(w.plane(), 4);
        std::vector<float> rows(w.outPlane() * w.area());
        for (std::size_t row = 0; row < w.outPlane(); ++row)
            steps::LayOut{x.data(), rows.data(), w}(row, CardMember{});
        for (const Lanes lanes : lanesHere()) {
            std::vector<float> found = plane.empty();
            plane.columns.layOut(lanes, x.data(), found.data() + plane.room, plane.pitch);
            checkSame(found, plane.turned(rows));
        }
    }
}

TEST_CASE("numbers gathered from columns are those gathered from rows, whatever stands around the columns") {
    for (const steps::Windows& w : kWindows) {
        INFO(w.height, " × ", w.width, ", size ", w.size, ", stride ", w.stride, ", padding ", w.padding);
        const Plane plane{w};
        for (const bool broken : {false, true}) {
            std::vector<float> rows = ofAllSizes(w.outPlane() * w.area(), 5);
            // The last window, some of whose places lie inside.
            if (broken) std::fill(rows.end() - static_cast<std::ptrdiff_t>(w.area()), rows.end(), INFINITY);
            std::vector<float> wanted(w.plane());
            const bool finite = gatheredBySteps(w, rows, wanted);
            const std::vector<float> columns = plane.turned(rows);
            for (const Lanes lanes : lanesHere()) {
                std::vector<float> found(w.plane() + 1, -77.0F);
                const bool held = plane.columns.gather(lanes, columns.data() + plane.room, plane.pitch, found.data());
                CHECK(held == finite);
                CHECK(found.back() == -77.0F);
                found.pop_back();
                if (finite) checkSame(found, wanted);
            }
        }
    }
}

TEST_CASE("a sum of places that binary32 does not hold is told") {
    const steps::Windows w{1, 8, 8, 3, 1, 1};
    const Plane plane{w};
    const std::vector<float> columns = plane.turned(std::vector<float>(w.outPlane() * w.area(), 0x1p127F));
    std::vector<float> dx(w.plane());
    for (const Lanes lanes : lanesHere())
        CHECK_FALSE(plane.columns.gather(lanes, columns.data() + plane.room, plane.pitch, dx.data()));
}
