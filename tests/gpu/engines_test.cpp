// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "gpu/noise.h"

#include <bit>
#include <cstdlib>
#include <cstring>
#include <doctest/doctest.h>
#include <iterator>
#include <limits>
#include <string>

using namespace unchained;
using namespace unchained::gpu;

namespace {

/// Words from a counter; the seed of a run is printed where something fails.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : m_seed(seed) {}

    std::uint32_t word() {
        const std::uint32_t at = m_next++;
        return philox4x32_10({at / 4, 0, 0, 0}, {m_seed, 17})[at % 4];
    }
    std::size_t below(std::size_t end) { return word() % end; }

private:
    std::uint32_t m_seed;
    std::uint32_t m_next = 0;
};

/// Largest and SameSign become the largest integers of the width, with any sign and with one.
enum class Kind : std::uint8_t { Ordinary, Largest, SameSign, Tiny, Wide, Sparse, Extreme };
constexpr std::size_t kKinds = 7;

/// The ends of binary32, and what lies on a tie between two integers of a width once the largest is there.
float extreme(unsigned bits, std::uint32_t word) {
    const auto limit = static_cast<float>(productLimit(bits));
    const float values[] = {0.0F,
                            std::numeric_limits<float>::denorm_min(),
                            std::numeric_limits<float>::min(),
                            0x1.fffffcp-127F,
                            0x1p127F,
                            std::numeric_limits<float>::max(),
                            limit + 0.5F,
                            limit - 0.5F,
                            1.5F,
                            0.5F,
                            1.0F + 0x1p-23F,
                            0x1p-100F};
    const float value = values[word / 2 % std::size(values)];
    return (word & 1U) != 0 ? -value : value;
}

float valueOf(Kind kind, unsigned bits, Draw& draw) {
    const auto limit = static_cast<float>(productLimit(bits));
    const std::uint32_t word = draw.word();
    const auto whole = static_cast<float>(static_cast<std::int32_t>(word % 16777216U) - 8388608);
    switch (kind) {
    case Kind::Largest:
        return (word & 1U) != 0 ? limit : -limit;
    case Kind::SameSign:
        return limit;
    case Kind::Tiny:
        return std::bit_cast<float>(word & 0x8000ffffU);
    case Kind::Wide:
        return whole * powerOfTwoF(static_cast<std::int32_t>(word >> 26U) - 60);
    case Kind::Sparse:
        return word >> 29U == 0 ? whole : 0.0F;
    case Kind::Extreme:
        return extreme(bits, word);
    default:
        return whole * 0x1p-23F;
    }
}

constexpr float kSentinel = -77.0F;

/// A matrix in memory of its own, in one of five layouts; what lies between its elements is not a number.
struct Stored {
    std::vector<float> memory;
    Matrix matrix;
};

Stored store(std::size_t rows, std::size_t columns, std::size_t layout, Kind kind, unsigned bits, Draw& draw) {
    Stored out;
    const bool turned = layout % 2 == 1;
    const std::size_t inner = turned ? rows : columns;
    const std::size_t outer = turned ? columns : rows;
    const std::size_t step = layout >= 4 ? 3 : 1;
    const std::size_t stride = inner * step + (layout >= 2 ? 5 : 0);
    out.memory.assign(outer * stride + 1, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t o = 0; o < outer; ++o) {
        for (std::size_t i = 0; i < inner; ++i)
            out.memory[o * stride + i * step] = valueOf(kind, bits, draw);
    }
    out.matrix = {out.memory.data(), rows, columns, turned ? step : stride, turned ? stride : step};
    return out;
}

struct Case {
    std::size_t m = 1, k = 1, n = 1;
    unsigned bits = 14;
    Kind kindA = Kind::Ordinary, kindB = Kind::Ordinary;
    std::size_t layoutA = 0, layoutB = 0;
    bool bias = false;
    bool maxima = false; ///< the caller has them at hand, and wants the integers
    bool broken = false; ///< one element somewhere is no finite number
};

/// Puts a NaN or an infinity in one of the elements of a matrix.
void breakOne(Stored& stored, Draw& draw) {
    if (stored.matrix.rows == 0 || stored.matrix.columns == 0) return;
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    const float wrong[] = {std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity,
                           std::bit_cast<float>(0xff800001U)};
    const std::size_t row = draw.below(stored.matrix.rows);
    const std::size_t column = draw.below(stored.matrix.columns);
    stored.memory[row * stored.matrix.rowStride + column * stored.matrix.columnStride] = wrong[draw.below(4)];
}

std::string describe(const Case& c) {
    return std::to_string(c.m) + "x" + std::to_string(c.k) + "x" + std::to_string(c.n) + ", " + std::to_string(c.bits) +
           " bit, kinds " + std::to_string(static_cast<int>(c.kindA)) + " " +
           std::to_string(static_cast<int>(c.kindB)) + ", layouts " + std::to_string(c.layoutA) + " " +
           std::to_string(c.layoutB) + (c.bias ? ", bias" : "") + (c.maxima ? ", maxima" : "") +
           (c.broken ? ", broken" : "");
}

std::vector<std::uint32_t> rowMaxima(const Matrix& m) {
    std::vector<std::uint32_t> out(m.rows + 1);
    for (std::size_t i = 0; i < m.rows; ++i) {
        for (std::size_t k = 0; k < m.columns; ++k) {
            const float value = m.data[i * m.rowStride + k * m.columnStride];
            out[i] = std::max(out[i], std::bit_cast<std::uint32_t>(value) & 0x7fffffffU);
        }
    }
    return out;
}

/// Where two results differ first, with both bit patterns; empty where they do not.
std::string difference(const std::vector<float>& found, const std::vector<float>& wanted) {
    for (std::size_t t = 0; t < found.size(); ++t) {
        const auto one = std::bit_cast<std::uint32_t>(found[t]);
        const auto other = std::bit_cast<std::uint32_t>(wanted[t]);
        if (one == other) continue;
        char text[64];
        std::snprintf(text, sizeof text, "element %zu is %08x and not %08x", t, one, other);
        return text;
    }
    return {};
}

struct Named {
    std::string name;
    const Engine* engine;
};

/// All usable engines, and of those that have two sets of inner loops the one that was not chosen.
std::vector<Named> tried() {
    std::vector<Named> out;
    for (const EngineInfo& info : engines()) {
        if (info.engine && info.name != "scalar") out.push_back({info.name, info.engine});
    }
#if defined(__x86_64__)
    if (hasVnni256() && hasVnni512()) out.push_back({"vnni of 256 bits", &vnniEngine256()});
#endif
    return out;
}

/// All usable engines on one product, on one thread and on two; empty where they agree with the reference.
std::string compare(const Case& c, Draw& draw) {
    static ThreadPool one(1);
    static ThreadPool two(2);
    static Workspace workspace;
    Stored a = store(c.m, c.k, c.layoutA, c.kindA, c.bits, draw);
    Stored b = store(c.k, c.n, c.layoutB, c.kindB, c.bits, draw);
    if (c.broken) breakOne(draw.below(2) == 0 ? a : b, draw);
    std::vector<float> bias(c.n + 1);
    for (float& value : bias)
        value = valueOf(Kind::Ordinary, c.bits, draw);
    ProductArgs args;
    args.bits = c.bits;
    args.a = a.matrix;
    args.b = b.matrix;
    args.bias = c.bias ? bias.data() : nullptr;
    const auto aMax = rowMaxima(a.matrix);
    const auto bMax = rowMaxima(b.matrix.transposed());
    if (c.maxima) {
        args.aMax = aMax.data();
        args.bMax = bMax.data();
    }
    args.outStride = c.n + 3;
    std::vector<float> wanted(c.m * args.outStride + 1, kSentinel);
    args.out = wanted.data();
    std::vector<std::int64_t> wantedSums(c.m * c.n + 1, -77);
    args.sums = c.maxima ? wantedSums.data() : nullptr;
    const bool refused = !chooseEngine("scalar").value()->product(args, one, workspace).ok();
    if (c.broken && !refused) return "the reference takes what is no number";
    for (const Named& info : tried()) {
        for (ThreadPool* pool : {&one, &two}) {
            std::vector<float> found(wanted.size(), kSentinel);
            args.out = found.data();
            std::vector<std::int64_t> foundSums(wantedSums.size(), -77);
            args.sums = c.maxima ? foundSums.data() : nullptr;
            const auto done = info.engine->product(args, *pool, workspace);
            const std::string where = info.name + " on " + std::to_string(pool->threads()) + ": ";
            if (done.ok() == refused) return where + (refused ? "takes what is refused" : done.error().text());
            if (refused) continue;
            std::string why = difference(found, wanted);
            if (!why.empty()) return where + why;
            if (foundSums != wantedSums) return where + "another integer";
        }
    }
    return {};
}

void check(const Case& c, std::uint32_t seed) {
    Draw draw(seed);
    const std::string why = compare(c, draw);
    CHECK_MESSAGE(why.empty(), "seed " << seed << ", " << describe(c) << ": " << why);
}

/// The settings that a size does not fix, all of them in turn.
Case settings(std::uint32_t turn) {
    constexpr unsigned kBits[4] = {14, 8, 16, 21};
    Case c;
    c.bits = kBits[turn % 4];
    c.layoutA = turn % 6;
    c.layoutB = turn / 3 % 6;
    c.kindA = static_cast<Kind>(turn / 5 % kKinds);
    c.kindB = static_cast<Kind>(turn / 7 % kKinds);
    c.bias = turn % 3 == 1;
    c.maxima = turn % 5 == 2;
    return c;
}

std::uint32_t randomSeed() {
    std::uint32_t seed = 20240;
    if (const char* text = std::getenv("UNCHAINED_TEST_SEED")) seed = static_cast<std::uint32_t>(std::atoll(text));
    MESSAGE("seed " << seed << "; UNCHAINED_TEST_SEED sets another");
    return seed;
}

} // namespace

TEST_CASE("engines agree on every size at which something begins or ends") {
    constexpr std::size_t kSizes[] = {0, 1, 11, 12, 13, 31, 32, 33, 1000, 65537};
    std::uint32_t turn = 0;
    for (const std::size_t m : kSizes) {
        for (const std::size_t n : kSizes) {
            for (const std::size_t k : kSizes) {
                if (m * n * std::max<std::size_t>(k, 1) > 1100000 || m * std::max<std::size_t>(k, 1) > 1100000 ||
                    n * std::max<std::size_t>(k, 1) > 1100000) {
                    continue;
                }
                Case c = settings(++turn);
                c.m = m;
                c.n = n;
                c.k = k;
                check(c, turn);
            }
        }
    }
    CHECK(turn > 600);
}

TEST_CASE("engines agree where 32 pairs of 14-bit integers just fit 31 bits, and where they just do not") {
    ThreadPool pool(1);
    Workspace workspace;
    constexpr std::size_t kDepth = 2100;
    for (const float value : {5791.0F, 5792.0F, 5793.0F, 8191.0F}) {
        std::vector<float> a(kDepth, value);
        std::vector<float> b(kDepth, -value);
        a[1500] = b[1500] = 8191.0F; // what the exponent follows from, not among the pairs that are filled up
        ProductArgs args;
        args.a = Matrix::dense(a.data(), 1, kDepth);
        args.b = Matrix::dense(b.data(), kDepth, 1);
        float out = 0;
        std::int64_t sum = 0;
        args.out = &out;
        args.outStride = 1;
        args.sums = &sum;
        const auto square = static_cast<std::int64_t>(value) * static_cast<std::int64_t>(value);
        for (const Named& info : tried()) {
            REQUIRE(info.engine->product(args, pool, workspace).ok());
            CHECK_MESSAGE(sum == std::int64_t{8191} * 8191 - 2099 * square, info.name);
        }
    }
}

TEST_CASE("engines agree at every depth from 1 to 70,000, where sums are as large as they get") {
    constexpr std::size_t kDepths[] = {1,    2,    3,     4,     5,     63,    64,    65,    127,   128,   129,
                                       1023, 1024, 1025,  2047,  2048,  2049,  4031,  4032,  4033,  4097,  6143,
                                       8193, 9999, 16385, 20000, 32767, 32768, 32769, 50001, 65535, 65536, 70000};
    for (const std::size_t k : kDepths) {
        for (const unsigned bits : {8U, 14U, 16U, 21U}) {
            for (const Kind kind : {Kind::SameSign, Kind::Largest, Kind::Ordinary}) {
                Case c = settings(static_cast<std::uint32_t>(k + bits));
                c.m = 3;
                c.k = k;
                c.n = 5;
                c.bits = bits;
                c.kindA = c.kindB = kind;
                check(c, static_cast<std::uint32_t>(k));
            }
        }
    }
}

TEST_CASE("engines agree at random depths up to 70,000, in every layout, with extreme values of both operands") {
    const std::uint32_t seed = randomSeed();
    for (std::uint32_t round = 0; round < 100; ++round) {
        Draw draw(seed + round);
        Case c = settings(draw.word() % 100000);
        c.m = 1 + draw.below(5);
        c.n = 1 + draw.below(17);
        // As many short ones as long ones.
        c.k = 1 + draw.below(std::size_t{1} << (1 + draw.below(17))) % 70000;
        if (round % 3 == 0) c.kindA = Kind::Extreme;
        if (round % 4 == 0) c.kindB = round % 8 == 0 ? Kind::Tiny : Kind::Extreme;
        check(c, seed + round);
    }
}

TEST_CASE(
    "engines agree on tiles of few rows and on the depths around which 14-bit sums of largest numbers leave 32 bits") {
    ThreadPool pool(1);
    Workspace workspace;
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        CAPTURE(info.name);
        for (std::size_t rows = 1; rows <= 25; ++rows) {
            for (const std::size_t depth : {1UL, 31UL, 32UL, 33UL, 34UL}) {
                const std::size_t columns = rows % 2 == 0 ? 33 : 16;
                std::vector<float> a(rows * depth, 8191.0F), b(depth * columns, 8191.0F), c(rows * columns);
                std::fill(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(columns),
                          rows % 3 == 0 ? -8191.0F : 8191.0F);
                ProductArgs args;
                args.a = Matrix::dense(a.data(), rows, depth);
                args.b = Matrix::dense(b.data(), depth, columns);
                args.out = c.data();
                args.outStride = columns;
                REQUIRE(info.engine->product(args, pool, workspace).ok());
                const auto terms = static_cast<std::int64_t>(depth) - (rows % 3 == 0 ? 2 : 0);
                const auto wanted = static_cast<float>(terms * 8191 * 8191);
                CAPTURE(rows);
                CAPTURE(depth);
                CHECK(std::all_of(c.begin(), c.end(), [wanted](float value) { return value == wanted; }));
            }
        }
    }
}

TEST_CASE("engines refuse a NaN or an infinity wherever it stands") {
    const std::uint32_t seed = randomSeed();
    for (std::uint32_t round = 0; round < 120; ++round) {
        Draw draw(seed + round);
        Case c = settings(draw.word() % 100000);
        c.m = 1 + draw.below(40);
        c.n = 1 + draw.below(40);
        c.k = 1 + draw.below(round % 4 == 0 ? 5000 : 70);
        c.broken = true;
        check(c, seed + round);
    }
}

TEST_CASE("engines agree on random products of any shape, layout and width") {
    const std::uint32_t seed = randomSeed();
    for (std::uint32_t round = 0; round < 400; ++round) {
        Draw draw(seed + round);
        Case c = settings(draw.word() % 100000);
        const std::size_t most = round % 8 == 0 ? 300 : 70;
        c.m = 1 + draw.below(most);
        c.n = 1 + draw.below(most);
        c.k = 1 + draw.below(round % 8 == 1 ? 5000 : 140);
        if (c.m * c.n * c.k > 4000000) c.k = 140;
        check(c, seed + round);
    }
}

#if defined(__x86_64__)
TEST_CASE("both sets of inner loops of the engine vnni pass its self-test, where the processor has them") {
    ThreadPool pool(2);
    if (hasVnni256()) CHECK(selfTest(vnniEngine256(), pool).empty());
    if (hasVnni512()) CHECK(selfTest(vnniEngine512(), pool).empty());
}
#endif
