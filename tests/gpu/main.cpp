// SPDX-License-Identifier: Apache-2.0
// Runs the tests of gpu/ with the engines of a card among all others. With UNCHAINED_TEST_CARD set it is a test of the
// card, and skipped with the reason on its last line where there is none.
#define DOCTEST_CONFIG_IMPLEMENT
#include "gpu/cards.h"
#include "gpu/engine.h"
#include "gpu/model_card.h"

#include <cstdio>
#include <cstdlib>
#include <doctest/doctest.h>

using namespace unchained::gpu;

namespace {

constexpr int kSkipped = 77; // as tests/CMakeLists.txt tells ctest

unchained::Result<const Engine*> findModel() {
    static tests::ModelCard card;
    static const cuda::CardEngine engine(card, "cuda-model");
    return &engine;
}

} // namespace

int main(int argc, char** argv) {
    offerEngine({"cuda-model", true, findModel});
    offerCudaEngine();
    if (std::getenv("UNCHAINED_TEST_CARD")) {
        const auto engine = chooseEngine("cuda");
        if (!engine && engine.error().is(EngineError::Unavailable)) {
            std::printf("%s\n", engine.error().sentence.str().c_str());
            return kSkipped;
        }
    }
    return doctest::Context(argc, argv).run();
}
