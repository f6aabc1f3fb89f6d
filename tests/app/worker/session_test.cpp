// SPDX-License-Identifier: Apache-2.0
#include "worker/session.h"

#include "gpu/description.h"
#include "gpu/faulty_engine.h"
#include "gpu/merkle.h"
#include "gpu/safetensors.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>

using namespace unchained;
using namespace unchained::worker;
using namespace unchained::gpu::worker;
using unchained::gpu::tests::FaultyEngine;

namespace {

/// A directory of blobs, a job in it, and what a session says to its host.
class Host {
public:
    Host() {
        char name[] = "/tmp/unchained-session-XXXXXX";
        m_directory = ::mkdtemp(name);
        std::vector<float> x(60 * 4), testX(30 * 4);
        std::vector<std::int32_t> y(60), testY(30);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = static_cast<float>(i * 7 % 13) / 8.0F;
        for (std::size_t i = 0; i < y.size(); ++i)
            y[i] = static_cast<std::int32_t>(i % 3);
        const auto image = gpu::writeSafetensors({{"train.x", gpu::DType::F32, {60, 4}, bytesOf(x)},
                                                  {"train.y", gpu::DType::I32, {60}, bytesOf(y)},
                                                  {"test.x", gpu::DType::F32, {30, 4}, bytesOf(testX)},
                                                  {"test.y", gpu::DType::I32, {30}, bytesOf(testY)}});
        REQUIRE(image.ok());
        const Hash256 root = merkle::blobRoot(*image);
        std::ofstream(m_directory / toHex(root.view()), std::ios::binary)
            .write(reinterpret_cast<const char*>(image->data()), static_cast<std::streamsize>(image->size()));
        gpu::TrainDescription d;
        d.input = {4};
        d.classes = 3;
        d.layers = {gpu::LayerDescription::linear(32), gpu::LayerDescription::relu(), gpu::LayerDescription::linear(3)};
        d.optimiser.rate = 0.01F;
        d.samples = 60;
        d.batch = 20;
        d.iterations = 1000;
        d.initSeed = 7;
        m_job = {"train/v1", d.encode(), {8, {0, 0}}, root};
    }
    ~Host() { std::filesystem::remove_all(m_directory); }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

    /// Six steps of two iterations by a session with this engine.
    void run(const gpu::Engine& with, std::uint32_t selfCheck) {
        roots.clear(), warnings.clear(), refused.reset();
        gpu::ThreadPool pool(1);
        BlobFiles blobs(m_directory, pool);
        Session session(with, pool, blobs,
                        {[this](const Reply& reply) { take(reply); }, [](std::uint64_t) { return false; },
                         [this](const Error& error) { warnings.push_back(error.text()); }},
                        {selfCheck, Hash256{{9}}});
        session.handle(Load{1, m_job});
        session.handle(Init{2});
        Run request{3, m_initial, 0, 2, {}, false, false};
        for (std::uint8_t i = 0; i < 6; ++i)
            request.steps.push_back({i, Hash256{{i, 42}}});
        session.handle(request);
        if (!roots.empty()) session.handle(Evaluate{4, roots.back()});
    }

    std::vector<Hash256> roots;
    std::vector<std::string> warnings;
    std::optional<Error> refused;
    std::string engine; ///< that the job was loaded with

private:
    template <class T>
    static ByteView bytesOf(const std::vector<T>& values) {
        return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(T)};
    }
    void take(const Reply& reply) {
        if (const auto* loaded = std::get_if<Loaded>(&reply)) engine = loaded->engine;
        if (const auto* initial = std::get_if<Initial>(&reply)) m_initial = initial->root;
        if (const auto* step = std::get_if<StepDone>(&reply)) roots.push_back(step->root);
        if (const auto* no = std::get_if<Refused>(&reply)) refused = no->error;
    }

    std::filesystem::path m_directory;
    Job m_job;
    Hash256 m_initial;
};

const gpu::Engine& reference() {
    return *gpu::chooseEngine("scalar").value();
}

/// From the tenth product on each has one wrong integer.
void breakDown(std::uint64_t number, std::vector<std::int64_t>& sums) {
    if (number >= 10) sums[sums.size() / 2] += 1 << 20;
}

} // namespace

TEST_CASE("a step whose product was found wrong is computed again with another engine, and so is what follows") {
    Host host;
    host.run(reference(), 0);
    REQUIRE(host.roots.size() == 6);
    const std::vector<Hash256> right = host.roots;

    const FaultyEngine faulty(reference(), breakDown);
    host.run(faulty, 0); // a host that does not look commits to what is wrong
    CHECK(host.roots != right);
    CHECK(host.warnings.empty());

    const FaultyEngine again(reference(), breakDown);
    host.run(again, 1);
    CHECK(host.roots == right);
    CHECK(host.engine == "faulty");
    CHECK_FALSE(host.refused);
    REQUIRE(host.warnings.size() == 2);
    CHECK(host.warnings[0].find("the engine faulty on a hot card made a wrong product: ") != std::string::npos);
    CHECK(host.warnings[0].find(", 14 bit") != std::string::npos);
    CHECK(host.warnings[1].find("the engine " + std::string(gpu::engineBeside(again).name())) != std::string::npos);
    CHECK(again.products() == 11); // it was not asked again
}

TEST_CASE("self-checks of a sound engine change nothing and say nothing") {
    Host host;
    host.run(reference(), 0);
    const std::vector<Hash256> right = host.roots;
    for (const std::uint32_t every : {1U, 50U}) {
        host.run(*gpu::chooseEngine("").value(), every);
        CHECK(host.roots == right);
        CHECK(host.warnings.empty());
        CHECK_FALSE(host.refused);
    }
}
