// SPDX-License-Identifier: Apache-2.0
#include "gpu/cards.h"

#include "cuda/card.h"
#include "cuda/nvml.h"
#include "cuda/words.h"

#include <array>
#include <cuda_runtime_api.h>

namespace unchained::gpu {

namespace {

Result<const Engine*> findEngine() {
    auto card = cuda::CudaCard::get();
    if (!card) return card.error();
    static const cuda::CardEngine engine(**card);
    return &engine;
}

/// What CUDA knows of one card; nothing where it does not answer.
std::optional<Card> describe(int index) {
    cudaDeviceProp properties{};
    std::array<char, 32> busId{};
    if (cudaGetDeviceProperties(&properties, index) != cudaSuccess) return std::nullopt;
    if (cudaDeviceGetPCIBusId(busId.data(), static_cast<int>(busId.size()), index) != cudaSuccess) return std::nullopt;
    Card card;
    card.name = properties.name;
    card.busId = busId.data();
    card.capabilityMajor = properties.major;
    card.capabilityMinor = properties.minor;
    card.multiprocessors = static_cast<unsigned>(properties.multiProcessorCount);
    card.memoryBytes = properties.totalGlobalMem;
    return card;
}

} // namespace

Cards findCards() {
    Cards found;
    int driver = 0;
    if (cudaDriverGetVersion(&driver) != cudaSuccess) driver = 0;
    if (driver != 0) found.driverCuda = cuda::cudaVersion(driver);
    int count = 0; // without a driver CUDA leaves it as it is
    const cudaError_t code = cudaGetDeviceCount(&count);
    if (code != cudaSuccess) count = 0;
    for (int i = 0; i < count; ++i) {
        if (auto card = describe(i)) found.cards.push_back(std::move(*card));
    }
    if (found.cards.empty()) found.whyNone = cuda::whyNoCard(code, cudaGetErrorString(code), driver, CUDART_VERSION);
    cuda::readSensors(found);
    return found;
}

void offerCudaEngine() {
    offerEngine({"cuda", false, findEngine});
}

} // namespace unchained::gpu
