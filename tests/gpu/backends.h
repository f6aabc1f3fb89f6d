// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/noise.h"
#include "gpu/result.h"

#include <functional>
#include <string>
#include <vector>

/// What can do noise, sums and roots: one test body holds all of them to the same bits.
namespace unchained::gpu::tests {

struct NoisePlace {
    Hash256 seed;
    std::uint64_t iteration = 0;
    std::uint64_t tensor = 0;
    NoiseScale scale;
};

enum class Elementary : std::uint8_t { Exp, Log, Tanh, Gelu, GeluSlope };

struct Backend {
    std::string name;
    std::function<std::vector<float>(const std::vector<float>& clean, const NoisePlace&)> addNoise;
    std::function<Result<float>(const std::vector<float>&)> exactSum;
    /// Column sums of dense rows; nothing where one does not fit binary32.
    std::function<std::vector<float>(const std::vector<float>&, std::size_t rows, std::size_t columns)> columnSums;
    std::function<Hash256(const Bytes&)> stateRoot;
    std::function<std::vector<float>(Elementary, const std::vector<float>&)> elementary;
};

/// The processor on 1, 2 and 5 threads, the card's steps on a processor, and the card where there is one.
[[nodiscard]] const std::vector<Backend>& backends();

/// The card's backend; nothing where this build or this machine has none.
[[nodiscard]] std::vector<Backend> cardBackends();

} // namespace unchained::gpu::tests
