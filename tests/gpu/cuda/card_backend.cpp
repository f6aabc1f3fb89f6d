// SPDX-License-Identifier: Apache-2.0
#include "cuda/operations.h"
#include "gpu/backends.h"
#include "gpu/cuda/elementary_probe.h"
#include "gpu/program.h"

#include <stdexcept>

namespace unchained::gpu::tests {

namespace {

using namespace unchained::gpu::cuda;

/// A value of the card, or the test fails with the card's words.
template <class T>
T taken(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().text());
    return std::move(result).value();
}
void done(const Result<void>& result) {
    if (!result) throw std::runtime_error(result.error().text());
}

/// Host memory on the card in a slot that no operation uses.
std::uint8_t* send(CudaCard& card, CardSlot slot, const void* from, std::size_t bytes) {
    void* memory = taken(card.memory(slot, std::max<std::size_t>(bytes, 1)));
    if (bytes > 0) {
        done(card.check(cudaMemcpyAsync(memory, from, bytes, cudaMemcpyHostToDevice, card.stream()), "sending"));
    }
    return static_cast<std::uint8_t*>(memory);
}
float* send(CudaCard& card, CardSlot slot, const std::vector<float>& values) {
    return reinterpret_cast<float*>(send(card, slot, values.data(), values.size() * sizeof(float)));
}
std::vector<float> fetch(CudaCard& card, const float* from, std::size_t count) {
    std::vector<float> out(count);
    if (count > 0) done(card.fetch(out.data(), from, count * sizeof(float)));
    return out;
}

Backend backendOf(CudaCard& card) {
    Backend out;
    out.name = "the card";
    out.addNoise = [&card](const std::vector<float>& clean, const NoisePlace& at) {
        float* values = send(card, CardSlot::HostA, clean);
        done(addNoiseOnCard(card, values, values, clean.size(), at.seed, at.iteration, at.tensor, at.scale));
        return fetch(card, values, clean.size());
    };
    out.exactSum = [&card](const std::vector<float>& values) -> Result<float> {
        const float* terms = send(card, CardSlot::HostA, values);
        float* sum = send(card, CardSlot::HostOut, {0.0F});
        Flags* flags = taken(clearFlags(card));
        done(exactSumOnCard(card, terms, values.size(), sum, flags));
        const Flags found = taken(card.flags(flags));
        if (found.operandNotFinite != 0 || found.productNotFinite != 0) {
            return makeError(ProgramError::NotFinite, "sum", "not finite");
        }
        return fetch(card, sum, 1)[0];
    };
    out.columnSums = [&card](const std::vector<float>& values, std::size_t rows, std::size_t columns) {
        const float* data = send(card, CardSlot::HostA, values);
        float* sums = send(card, CardSlot::HostOut, std::vector<float>(columns));
        Flags* flags = taken(clearFlags(card));
        done(columnSumsOnCard(card, data, rows, columns, nullptr, sums, flags));
        if (taken(card.flags(flags)).productNotFinite != 0) return std::vector<float>{};
        return fetch(card, sums, columns);
    };
    out.stateRoot = [&card](const Bytes& state) {
        return taken(stateRootOnCard(card, send(card, CardSlot::HostA, state.data(), state.size()), state.size()));
    };
    out.elementary = [&card](Elementary function, const std::vector<float>& arguments) {
        float* values = send(card, CardSlot::HostA, arguments);
        done(card.check(launchElementary(function, values, arguments.size(), card.stream()), "computing"));
        return fetch(card, values, arguments.size());
    };
    return out;
}

} // namespace

std::vector<Backend> cardBackends() {
    auto card = CudaCard::get();
    if (!card) return {};
    return {backendOf(**card)};
}

} // namespace unchained::gpu::tests
