// SPDX-License-Identifier: Apache-2.0
#include "cuda/nvml.h"

#include <array>
#include <dlfcn.h>
#include <memory>

namespace unchained::gpu::cuda {

namespace {

// As NVIDIA's NVML API reference declares them.
using Device = struct NvmlDevice*;
struct Memory {
    unsigned long long total = 0;
    unsigned long long free = 0;
    unsigned long long used = 0;
};
constexpr int kSuccess = 0;
constexpr int kSensorOfChip = 0;

struct Close {
    void operator()(void* library) const { ::dlclose(library); }
};

struct Nvml {
    std::unique_ptr<void, Close> library;
    int (*init)() = nullptr;
    int (*shutdown)() = nullptr;
    int (*driverVersion)(char*, unsigned) = nullptr;
    int (*deviceByBusId)(const char*, Device*) = nullptr;
    int (*memoryInfo)(Device, Memory*) = nullptr;
    int (*power)(Device, unsigned*) = nullptr;
    int (*powerLimit)(Device, unsigned*) = nullptr;
    int (*temperature)(Device, int, unsigned*) = nullptr;

    template <class Function>
    void find(Function& function, const char* name) {
        function = reinterpret_cast<Function>(::dlsym(library.get(), name));
    }

    explicit Nvml(const char* name) : library(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {
        if (!library) return;
        find(init, "nvmlInit_v2");
        find(shutdown, "nvmlShutdown");
        find(driverVersion, "nvmlSystemGetDriverVersion");
        find(deviceByBusId, "nvmlDeviceGetHandleByPciBusId_v2");
        find(memoryInfo, "nvmlDeviceGetMemoryInfo");
        find(power, "nvmlDeviceGetPowerUsage");
        find(powerLimit, "nvmlDeviceGetEnforcedPowerLimit");
        find(temperature, "nvmlDeviceGetTemperature");
    }

    [[nodiscard]] bool whole() const {
        return init && shutdown && driverVersion && deviceByBusId && memoryInfo && power && powerLimit && temperature;
    }
};

std::optional<unsigned> reading(int code, unsigned value) {
    return code == kSuccess ? std::optional(value) : std::nullopt;
}

void readCard(const Nvml& nvml, Card& card) {
    Device device = nullptr;
    if (nvml.deviceByBusId(card.busId.c_str(), &device) != kSuccess) return;
    Memory memory;
    if (nvml.memoryInfo(device, &memory) == kSuccess) card.memoryFreeBytes = memory.free;
    unsigned value = 0;
    int code = nvml.power(device, &value);
    card.powerMilliwatts = reading(code, value);
    code = nvml.powerLimit(device, &value);
    card.powerLimitMilliwatts = reading(code, value);
    code = nvml.temperature(device, kSensorOfChip, &value);
    card.temperatureCelsius = reading(code, value);
}

} // namespace

void readSensors(Cards& cards, const char* library) {
    const Nvml nvml(library);
    if (!nvml.library) {
        cards.whyNoSensors = std::string(library) + " is not installed";
        return;
    }
    if (!nvml.whole()) {
        cards.whyNoSensors = std::string(library) + " lacks functions of NVML";
        return;
    }
    if (const int code = nvml.init(); code != kSuccess) {
        cards.whyNoSensors = std::string(library) + " does not start (code " + std::to_string(code) + ")";
        return;
    }
    std::array<char, 96> version{};
    if (nvml.driverVersion(version.data(), static_cast<unsigned>(version.size()) - 1) == kSuccess) {
        cards.driver = version.data();
    }
    for (Card& card : cards.cards)
        readCard(nvml, card);
    nvml.shutdown();
}

} // namespace unchained::gpu::cuda
