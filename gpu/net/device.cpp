// SPDX-License-Identifier: Apache-2.0
#include "net/device.h"

#include "cpu/noise_lanes.h"
#include "gpu/commit.h"
#include "gpu/sums.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>
#include <utility>

namespace unchained::gpu {

namespace {

constexpr std::size_t kAlignment = 64;
std::max_align_t nobodys; ///< only its address is taken

Lanes lanesOf(const Engine& engine) {
    if (engine.name() == "scalar") return Lanes::Plain;
    return engine.name() == "avx2" ? Lanes::Avx2 : widestLanes();
}

class HostDevice final : public Device {
public:
    HostDevice(const Engine& engine, ThreadPool& pool)
        : Device(pool, true, lanesOf(engine)), m_engine(engine), m_workers(pool.threads()) {}

    [[nodiscard]] void* allocate(std::size_t bytes) override { return allocateForProducts(bytes); }
    void release(void* memory) override { std::free(memory); }
    void upload(void* to, const void* from, std::size_t bytes) override { copy(to, from, bytes); }
    void download(void* to, const void* from, std::size_t bytes) override { copy(to, from, bytes); }
    void copy(void* to, const void* from, std::size_t bytes) override {
        if (bytes > 0) std::memcpy(to, from, bytes);
    }
    void clear(void* memory, std::size_t bytes) override {
        if (bytes > 0) std::memset(memory, 0, bytes);
    }

    [[nodiscard]] Result<void> product(const ProductArgs& args) override {
        return m_engine.product(args, pool(), m_workers[ThreadPool::worker()]);
    }

    void products(const ProductBatch& batch) override {
        pool().parallelFor(batch.count, [&](std::size_t t, unsigned worker) {
            const auto done = m_engine.product(batch.task(batch.first + t), pool(), m_workers[worker]);
            if (done) return;
            if (!done.error().is(ProgramError::NotFinite)) setFailure(done.error());
            setBad();
        });
    }

    void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax,
                std::uint32_t* columnMax) override {
        gpu::absMax(data, rows, columns, rowMax, columnMax, pool());
    }

    void columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                    float* out) override {
        if (!columnMax) {
            m_columnMax.resize(columns);
            gpu::absMax(data, rows, columns, nullptr, m_columnMax.data(), pool());
            columnMax = m_columnMax.data();
        }
        const bool finite =
            std::all_of(columnMax, columnMax + columns, [](std::uint32_t bits) { return bits < kInfinityBits; });
        if (!finite || !gpu::columnSums(data, rows, columns, columnMax, out, pool())) setBad();
    }

    void addNoise(float* out, const float* clean, std::size_t elements, const NoiseDraw& draw) override {
        gpu::addNoise(out, clean, elements, draw.seed, draw.iteration, draw.tensor, draw.scale, pool(), lanes());
    }

    [[nodiscard]] Result<Hash256> root(const void* state, std::size_t bytes) override {
        return stateRoot({static_cast<const std::uint8_t*>(state), bytes}, pool());
    }

    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void*, std::size_t) override {
        return std::unique_ptr<LeavingBytes>();
    }
    [[nodiscard]] Result<void> finish() override {
        forgetBad();
        static_cast<void>(takeFailure());
        return {};
    }

private:
    void launch(const Call&) override {} // never: it is the host
    [[nodiscard]] Result<void> settleLater(std::function<Error()>) override { return {}; }
    [[nodiscard]] std::optional<Error> takeFailure() override {
        const std::lock_guard lock(m_failing);
        return std::exchange(m_failure, std::nullopt);
    }
    void setFailure(const Error& error) {
        const std::lock_guard lock(m_failing);
        if (!m_failure) m_failure = error;
    }

    const Engine& m_engine;
    std::mutex m_failing;
    std::optional<Error> m_failure;   ///< of one product of many
    std::vector<Workspace> m_workers; ///< scratch of the engine, one a worker
    std::vector<std::uint32_t> m_columnMax;
};

} // namespace

std::unique_ptr<Device> makeHostDevice(const Engine& engine, ThreadPool& pool) {
    return std::make_unique<HostDevice>(engine, pool);
}

std::unique_ptr<Device> Engine::makeDevice(ThreadPool& pool) const {
    return makeHostDevice(*this, pool);
}

DeviceMemory::~DeviceMemory() {
    for (const Block& block : m_blocks)
        if (block.memory) m_device->release(block.memory);
}

void* DeviceMemory::raw(Device& device, std::size_t slot, std::size_t bytes) {
    m_device = &device;
    if (slot >= m_blocks.size()) m_blocks.resize(slot + 1);
    Block& block = m_blocks[slot];
    if (bytes <= block.bytes && block.memory) return block.memory;
    if (block.memory) device.release(block.memory);
    block = {};
    block.memory = device.allocate(std::max<std::size_t>(bytes, kAlignment));
    if (!block.memory) return &nobodys;
    block.bytes = std::max<std::size_t>(bytes, kAlignment);
    return block.memory;
}

} // namespace unchained::gpu
