// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"
#include "gpu/layer_kinds.h"
#include "gpu/programs/random_network.h"

#include <cstdlib>
#include <doctest/doctest.h>
#include <set>

using namespace unchained;
using namespace unchained::gpu;
using namespace unchained::gpu::tests;

namespace {

constexpr std::uint32_t kNetworks = 40;

void collectKinds(const std::vector<LayerDescription>& layers, std::set<std::string>& into) {
    for (const LayerDescription& layer : layers) {
        into.insert(layer.kind);
        collectKinds(layer.layers, into);
    }
}

struct Named {
    std::string name;
    const Engine* engine;
};

std::vector<Named> enginesTried() {
    std::vector<Named> out;
    for (const EngineInfo& info : engines()) {
        if (info.engine) out.push_back({info.name, info.engine});
    }
#if defined(__x86_64__)
    if (hasVnni256() && hasVnni512()) out.push_back({"vnni of 256 bits", &vnniEngine256()});
#endif
    return out;
}

} // namespace

TEST_CASE("random networks train to the same bytes on every engine and at any number of threads") {
    std::uint32_t seed = 7000;
    if (const char* text = std::getenv("UNCHAINED_TEST_SEED")) seed = static_cast<std::uint32_t>(std::atoll(text));
    MESSAGE("seed " << seed << "; UNCHAINED_TEST_SEED sets another");
    std::set<std::string> kinds;
    std::uint32_t trained = 0;
    for (std::uint32_t key = seed; key < seed + kNetworks; ++key) {
        const NetworkCase c = RandomNetwork(key).draw();
        INFO("network ", key, ", ", c.description.bits, " bit");
        collectKinds(c.description.layers, kinds);
        const auto wanted = outcomeOf(c, *chooseEngine("scalar").value(), 1, Hash256{{9}});
        // A network that leaves what is finite does so on all of them, with the same words.
        trained += wanted.ok() ? 1U : 0U;
        for (const Named& tried : enginesTried()) {
            for (const unsigned threads : {1U, 2U, 3U}) {
                INFO(tried.name, ", ", threads, " threads");
                const auto found = outcomeOf(c, *tried.engine, threads, Hash256{{9}});
                CHECK((found ? *found : found.error().text()) == (wanted ? *wanted : wanted.error().text()));
            }
        }
    }
    CHECK(trained >= kNetworks * 9 / 10);
    if (seed == 7000) CHECK(kinds.size() == layerKinds().size());
}
