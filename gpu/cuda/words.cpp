// SPDX-License-Identifier: Apache-2.0
#include "cuda/words.h"

namespace unchained::gpu::cuda {

Error cardFull(std::size_t wantedBytes, std::size_t freeBytes) {
    constexpr std::size_t kMiB = std::size_t{1} << 20;
    const Message sentence{"the card's memory is full: %1 MiB are free and %2 MiB more were wanted", freeBytes / kMiB,
                           (wantedBytes + kMiB - 1) / kMiB};
    return makeError(EngineError::OutOfMemory, "card", sentence,
                     "end other programs that use the card, or use a smaller batch", true);
}

Error cardFailed(const std::string& doing, const std::string& said) {
    return makeError(EngineError::DeviceFailed, "card", {"the card failed while %1: %2", doing, said},
                     "look for Xid in the system's log; the step is repeated by a new worker", true);
}

std::string cudaVersion(int version) {
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::string whyNoCard(int code, const std::string& said, int driver, int needed) {
    if (driver == 0) return "no NVIDIA driver is installed";
    if (code == kRuntimeTooNew) {
        return "the NVIDIA driver knows CUDA " + cudaVersion(driver) + " and this build needs " + cudaVersion(needed);
    }
    if (code == kRuntimeNoCard || code == 0) return "the NVIDIA driver sees no card";
    return "the NVIDIA driver does not answer: " + said;
}

} // namespace unchained::gpu::cuda
