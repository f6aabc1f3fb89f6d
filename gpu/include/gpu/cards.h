// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The graphics cards of a machine, and the engine that computes on one. Library unchained_gpu_cuda, which of all that
/// is shipped unchained-worker alone links: the CUDA libraries are proprietary.
///
/// The library exists in every build, so that its users need no conditions. In one that was made without CUDA
/// (UNCHAINED_CUDA=OFF, or AUTO where no nvcc was found) there is no card, and the reason says so. In one that was made
/// with CUDA neither a driver nor cuBLASLt must be installed: both are looked for when somebody asks, and what is
/// missing is named.
///
/// A program that computes with engine `cuda` keeps data, state and all between on the card (Engine::makeDevice()):
/// within a step nothing is copied but an epoch's order and one word. Noise and roots are made there, too; a state
/// leaves the card while the next step is computed. A product on pointers of the host is two copies around the same
/// work.
namespace unchained::gpu {

struct Card {
    std::string name;        ///< "NVIDIA H100 80GB HBM3"
    std::string busId;       ///< "0000:3B:00.0", by which NVML and the system's log call it
    int capabilityMajor = 0; ///< compute capability
    int capabilityMinor = 0;
    unsigned multiprocessors = 0;
    std::uint64_t memoryBytes = 0; ///< of the whole card
    /// From NVML, where that is installed and answers.
    std::optional<std::uint64_t> memoryFreeBytes;
    std::optional<unsigned> powerMilliwatts;
    std::optional<unsigned> powerLimitMilliwatts;
    std::optional<unsigned> temperatureCelsius;
};

struct Cards {
    std::vector<Card> cards;  ///< as CUDA counts them; CUDA_VISIBLE_DEVICES chooses. Engine `cuda` uses the first
    std::string driver;       ///< "580.65.06", from NVML; empty where that does not answer
    std::string driverCuda;   ///< "13.0": the newest CUDA that the driver knows; empty without a driver
    std::string whyNone;      ///< why there are no cards; empty where there are
    std::string whyNoSensors; ///< why power, temperature and free memory are not known; empty where they are
};

/// Asks CUDA and NVML anew; some milliseconds where there is a driver, microseconds where there is none. Makes no use
/// of a card's memory. Safe from any thread.
[[nodiscard]] Cards findCards();

/// Offers engine `cuda` (gpu/engine.h); to be called before the first engines() or chooseEngine(). It touches no driver
/// until somebody wants to know about that engine.
void offerCudaEngine();

} // namespace unchained::gpu
