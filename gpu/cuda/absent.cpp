// SPDX-License-Identifier: Apache-2.0
// In place of all that needs nvcc, where a build has none.
#include "gpu/cards.h"
#include "gpu/engine.h"

namespace unchained::gpu {

namespace {

constexpr const char* kWhy = "this build has no CUDA";

Result<const Engine*> findNothing() {
    return makeError(EngineError::Unavailable, "cuda", kWhy);
}

} // namespace

Cards findCards() {
    Cards none;
    none.whyNone = kWhy;
    none.whyNoSensors = kWhy;
    return none;
}

void offerCudaEngine() {
    offerEngine({"cuda", false, findNothing});
}

} // namespace unchained::gpu
