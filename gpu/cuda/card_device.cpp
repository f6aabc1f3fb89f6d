// SPDX-License-Identifier: Apache-2.0
#include "cuda/card_device.h"

#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "gpu/hash.h"

#include <utility>

namespace unchained::gpu::cuda {

namespace {

[[nodiscard]] std::uint32_t complement(std::size_t place) {
    return ~static_cast<std::uint32_t>(place);
}

[[nodiscard]] HostRows wordsOf(const void* from, std::size_t bytes) {
    const std::size_t words = bytes / sizeof(float);
    return {static_cast<const float*>(from), 1, words, words};
}

} // namespace

CardDevice::~CardDevice() {
    if (m_verdict) m_card.release(m_verdict);
}

void CardDevice::note(const Result<void>& done) {
    if (!done && !m_failed) m_failed = done.error();
}

Result<void> CardDevice::soFar() const {
    if (m_failed) return *m_failed;
    return {};
}

void* CardDevice::allocate(std::size_t bytes) {
    void* memory = nullptr;
    queue([&]() -> Result<void> {
        auto made = m_card.allocate(bytes);
        if (!made) return made.error();
        memory = *made;
        return {};
    });
    return memory;
}

void CardDevice::release(void* memory) {
    const std::lock_guard lock(m_mutex);
    m_card.release(memory);
}

void CardDevice::upload(void* to, const void* from, std::size_t bytes) {
    if (bytes > 0) queue([&] { return m_card.upload(to, wordsOf(from, bytes)); });
}

void CardDevice::download(void* to, const void* from, std::size_t bytes) {
    if (bytes == 0) return;
    const HostRows words = wordsOf(from, bytes);
    queue([&] { return m_card.download(static_cast<float*>(to), words.width, words.data, 1, words.width); });
}

void CardDevice::copy(void* to, const void* from, std::size_t bytes) {
    if (bytes > 0 && to != from) queue([&] { return m_card.copy(to, from, bytes); });
}

void CardDevice::clear(void* memory, std::size_t bytes) {
    if (bytes > 0) queue([&] { return m_card.clear(memory, bytes); });
}

Result<std::uint32_t*> CardDevice::verdict() {
    if (m_verdict) return m_verdict;
    auto made = m_card.allocate(sizeof *m_verdict);
    if (!made) return made.error();
    m_verdict = static_cast<std::uint32_t*>(*made);
    if (auto done = m_card.clear(m_verdict, sizeof *m_verdict); !done) return done.error();
    return m_verdict;
}

void CardDevice::launch(const Call& call) {
    if (call.count == 0) return;
    queue([&]() -> Result<void> {
        auto word = verdict();
        if (!word) return word.error();
        return m_card.run({call.number, call.count, call.step, call.bytes, *word, complement(m_places.size())});
    });
}

template <class Fn>
Result<void> CardDevice::flagged(std::size_t operand, std::size_t result, const Fn& fn) {
    auto word = verdict();
    if (!word) return word.error();
    auto flags = clearFlags(m_card);
    if (!flags) return flags.error();
    if (auto done = fn(*flags); !done) return done;
    return runStep(m_card, 1, TellFlags{*flags, *word, complement(operand), complement(result)});
}

Result<void> CardDevice::product(const ProductArgs& args) {
    // What does not fit the reference answers, in the same words, before it looks at an operand.
    if (args.a.columns > kProductDepthMax) {
        Workspace unused;
        return scalarEngine().product(args, pool(), unused);
    }
    const std::size_t place = m_places.size();
    queue([&] {
        return flagged(place, place + 1,
                       [&](Flags* flags) { return queueProduct(m_card, args, flags, m_sumsBytesMax); });
    });
    m_places.emplace_back(notFiniteOperand);
    m_places.emplace_back(notFiniteProduct);
    return soFar();
}

void CardDevice::products(const ProductBatch& batch) {
    const std::size_t place = m_places.size();
    if (batch.count == 0) return;
    queue([&] {
        return flagged(place, place, [&](Flags* flags) { return queueProducts(m_card, batch, flags, m_sumsBytesMax); });
    });
}

Result<void> CardDevice::oneMax(const Lanes& lanes, std::uint32_t* max) {
    if (auto done = m_card.clear(max, lanes.count * sizeof *max); !done) return done;
    return m_card.maxima(lanes, max);
}

void CardDevice::absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax,
                        std::uint32_t* columnMax) {
    if (rows == 0 || columns == 0) return;
    if (rowMax) queue([&] { return oneMax({data, rows, columns, columns, 1}, rowMax); });
    if (columnMax) queue([&] { return oneMax({data, columns, rows, 1, columns}, columnMax); });
}

void CardDevice::columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                            float* out) {
    const std::size_t place = m_places.size();
    queue([&] {
        return flagged(place, place,
                       [&](Flags* flags) { return m_card.columnSums(data, rows, columns, columnMax, out, flags); });
    });
}

void CardDevice::addNoise(float* out, const float* clean, std::size_t elements, const NoiseDraw& draw) {
    const PhiloxStream stream = PhiloxStream::from(taggedHash("noise", {draw.seed, draw.iteration, draw.tensor}));
    const NoiseStream words{{stream.key[0], stream.key[1]}, {stream.counterHigh[0], stream.counterHigh[1]}};
    const float unit = noiseUnit(draw.scale);
    queue([&] { return m_card.addNoise(out, clean, elements, words, unit); });
}

Result<Hash256> CardDevice::root(const void* state, std::size_t bytes) {
    if (m_failed) return *m_failed;
    const std::lock_guard lock(m_mutex);
    return m_card.root(static_cast<const std::uint8_t*>(state), bytes);
}

Result<std::unique_ptr<LeavingBytes>> CardDevice::leave(const void* from, std::size_t bytes) {
    if (m_failed) return *m_failed;
    const std::lock_guard lock(m_mutex);
    return m_card.leave(from, bytes);
}

Result<void> CardDevice::settleLater(std::function<Error()> makeError) {
    m_places.push_back(std::move(makeError));
    return soFar();
}

Result<void> CardDevice::finish() {
    std::uint32_t met = 0;
    queue([&]() -> Result<void> {
        auto word = verdict();
        if (!word) return word.error();
        if (auto done = m_card.download(reinterpret_cast<float*>(&met), 1, reinterpret_cast<const float*>(*word), 1, 1);
            !done)
            return done;
        return met == 0 ? Result<void>{} : m_card.clear(*word, sizeof met);
    });
    const auto places = std::exchange(m_places, {});
    if (const auto failed = std::exchange(m_failed, std::nullopt)) {
        if (m_verdict) m_card.release(std::exchange(m_verdict, nullptr)); // what it holds nobody knows
        return *failed;
    }
    if (met == 0) return {};
    const std::size_t place = complement(met);
    return place < places.size() ? places[place]() : notFiniteOperand();
}

} // namespace unchained::gpu::cuda
