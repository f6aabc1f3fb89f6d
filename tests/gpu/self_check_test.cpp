// SPDX-License-Identifier: Apache-2.0
#include "gpu/self_check.h"

#include "gpu/faulty_engine.h"
#include "gpu/programs/random_network.h"

#include <doctest/doctest.h>
#include <vector>

using namespace unchained;
using namespace unchained::gpu;
using unchained::gpu::tests::FaultyEngine;

namespace {

const Hash256 kSeed{{4, 2}};

struct Small {
    explicit Small(std::size_t rows = 6, std::size_t depth = 40, std::size_t columns = 5)
        : m(rows), k(depth), n(columns) {}
    std::size_t m, k, n;
    std::vector<float> a = std::vector<float>(m * k, 0.5F), b = std::vector<float>(k * n, -3.0F),
                       out = std::vector<float>(m * n);
    ThreadPool pool{1};
    Workspace workspace;

    Result<void> on(const Engine& engine) {
        ProductArgs args;
        args.a = Matrix::dense(a.data(), m, k);
        args.b = Matrix::dense(b.data(), k, n);
        args.out = out.data();
        args.outStride = n;
        return engine.product(args, pool, workspace);
    }
};

/// Of so many products of 64 × depth × 64, those that are checked where one in 50 is.
std::vector<std::uint64_t> checkedOf(std::uint64_t products, std::size_t depth) {
    Small small(64, depth, 64);
    const SelfCheckingEngine some(*chooseEngine("").value(), 50, kSeed);
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = 0; i < products; ++i) {
        const std::uint64_t before = some.checked();
        REQUIRE(small.on(some).ok());
        if (some.checked() > before) numbers.push_back(i);
    }
    return numbers;
}

void none(std::uint64_t, std::vector<std::int64_t>&) {}

} // namespace

TEST_CASE("a card checks one product in 50 where nobody says otherwise, and a processor none") {
    const Engine& processor = *chooseEngine("scalar").value();
    CHECK(selfCheckDefault(processor) == 0);
    CHECK(selfCheckDefault(FaultyEngine(processor, none)) == 50);
}

TEST_CASE("as many products are checked as were asked for, drawn and not by turns") {
    Small small;
    const Engine& engine = *chooseEngine("").value();
    const SelfCheckingEngine all(engine, 1, kSeed);
    CHECK(all.name() == engine.name());
    for (int i = 0; i < 20; ++i)
        REQUIRE(small.on(all).ok());
    CHECK(all.checked() == 20);
    const std::size_t large = kSelfCheckWork / 4096;
    const std::vector<std::uint64_t> numbers = checkedOf(500, large);
    CHECK(numbers.size() > 3); // 10 are expected
    CHECK(numbers.size() < 20);
    bool byTurns = true;
    for (std::size_t i = 2; i < numbers.size(); ++i)
        byTurns = byTurns && numbers[i] - numbers[i - 1] == numbers[1] - numbers[0];
    CHECK_FALSE(byTurns);
}

TEST_CASE("small products are checked less often, as they are less of the work") {
    const std::size_t tenth = kSelfCheckWork / 40960;
    const std::size_t found = checkedOf(5000, tenth).size();
    CHECK(found > 3); // 10 are expected
    CHECK(found < 20);
    // But a sixteenth as often at least: 10 are expected.
    const std::size_t least = checkedOf(8000, 1).size();
    CHECK(least > 3);
    CHECK(least < 20);
}

TEST_CASE("a wrong product that is checked is an error which names engine, card and shape, and what to do") {
    Small small;
    const FaultyEngine faulty(*chooseEngine("").value(), [](std::uint64_t number, std::vector<std::int64_t>& sums) {
        if (number == 3) sums[17] ^= 1 << 9;
    });
    const SelfCheckingEngine checking(faulty, 1, kSeed);
    for (int i = 0; i < 3; ++i)
        CHECK(small.on(checking).ok());
    const auto found = small.on(checking);
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().is(EngineError::WrongProduct));
    CHECK(found.error().text().find("the engine faulty on a hot card made a wrong product: 6×40 times 40×5, 14 bit") !=
          std::string::npos);
    CHECK(found.error().text().find("use another engine") != std::string::npos);
    CHECK(small.on(checking).ok());
}

TEST_CASE("beside an engine stands another one, on the processor") {
    for (const EngineInfo& info : engines()) {
        if (!info.engine) continue;
        const Engine& beside = engineBeside(*info.engine);
        if (info.name != "scalar") CHECK(beside.name() != info.name);
        CHECK_FALSE(beside.onCard());
    }
}

TEST_CASE("whichever product of a network is wrong, training says so; on a card only those looked at leave it") {
    using namespace unchained::gpu::tests;
    NetworkCase c;
    c.description = started({5}, {{"embedding", {{"tokens", kTokens}, {"out", 8}}},
                                  {"residual", {}, {{"attention", {{"heads", 2}}}}},
                                  {"linear", {{"out", kClasses}, {"each", 1}}}});
    c.description.batch = 2;
    c.tokens = true;
    c.labels = 5;
    const std::string right = outcomeOf(c, *chooseEngine("scalar").value(), 1, Hash256{{3}}).value();
    for (const char* name : {"scalar", "cuda-model"}) {
        const Engine& inner = *chooseEngine(name).value();
        for (const std::uint32_t every : {1U, 4U})
            CHECK(outcomeOf(c, SelfCheckingEngine(inner, every, Hash256{{5}}), 1, Hash256{{3}}).value() == right);
        for (std::uint64_t wrong = 0; wrong < 40; ++wrong) { // an iteration has fewer
            CAPTURE(wrong);
            const FaultyCard faulty(inner, [=](std::uint64_t number, std::vector<std::int64_t>& sums) {
                if (number == wrong) sums.front() -= 1;
            });
            const auto outcome = outcomeOf(c, SelfCheckingEngine(faulty, 1, Hash256{{5}}), 1, Hash256{{3}});
            REQUIRE_FALSE(outcome.ok());
            CHECK(outcome.error().is(EngineError::WrongProduct));
        }
    }
}
