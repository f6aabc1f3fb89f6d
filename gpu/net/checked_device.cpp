// SPDX-License-Identifier: Apache-2.0
#include "gpu/self_check.h"
#include "net/device.h"

#include <algorithm>

namespace unchained::gpu {

/// A card whose engine checks itself. A product that is drawn is done from the host's memory by the engine, whose
/// arithmetic is the same card's, with the check; all others are queued as ever.
class CheckedDevice final : public Device {
public:
    CheckedDevice(const SelfCheckingEngine& engine, std::unique_ptr<Device> card)
        : Device(card->pool(), false), m_engine(engine), m_card(std::move(card)) {}

    [[nodiscard]] void* allocate(std::size_t bytes) override { return m_card->allocate(bytes); }
    void release(void* memory) override { m_card->release(memory); }
    void upload(void* to, const void* from, std::size_t bytes) override { m_card->upload(to, from, bytes); }
    void download(void* to, const void* from, std::size_t bytes) override { m_card->download(to, from, bytes); }
    void copy(void* to, const void* from, std::size_t bytes) override { m_card->copy(to, from, bytes); }
    void clear(void* memory, std::size_t bytes) override { m_card->clear(memory, bytes); }
    void absMax(const float* data, std::size_t rows, std::size_t columns, std::uint32_t* rowMax,
                std::uint32_t* columnMax) override {
        m_card->absMax(data, rows, columns, rowMax, columnMax);
    }
    void columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* columnMax,
                    float* out) override {
        m_card->columnSums(data, rows, columns, columnMax, out);
    }
    void addNoise(float* out, const float* clean, std::size_t elements, const NoiseDraw& draw) override {
        m_card->addNoise(out, clean, elements, draw);
    }
    [[nodiscard]] bool failed() const override { return m_card->failed(); }
    [[nodiscard]] Result<Hash256> root(const void* state, std::size_t bytes) override {
        return m_card->root(state, bytes);
    }
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) override {
        return m_card->leave(from, bytes);
    }

    [[nodiscard]] Result<void> product(const ProductArgs& args) override {
        if (const auto number = drawn(args.a, args.b)) {
            const auto checked = check(*number, args);
            if (checked || !isOfOperands(checked.error())) return checked;
        }
        return m_card->product(args); // which says in its turn what is wrong with the operands
    }

    void products(const ProductBatch& batch) override {
        m_card->products(batch);
        for (std::size_t task = batch.first; task < batch.first + batch.count; ++task) {
            const auto number = drawn(batch.a, batch.b);
            if (!number || m_found) continue;
            const auto checked = check(*number, batch.task(task));
            if (!checked && !isOfOperands(checked.error())) m_found = checked.error();
        }
    }

    [[nodiscard]] Result<void> finish() override {
        auto done = m_card->finish();
        if (const auto found = std::exchange(m_found, std::nullopt)) return *found;
        return done;
    }

private:
    void launch(const Call& call) override { m_card->launch(call); }
    [[nodiscard]] Result<void> settleLater(std::function<Error()> makeError) override {
        if (m_found) return *m_found;
        return m_card->settleLater(std::move(makeError));
    }

    [[nodiscard]] static bool isOfOperands(const Error& error) {
        return error.is(ProgramError::NotFinite) || error.is(EngineError::BadShape);
    }

    [[nodiscard]] std::optional<std::uint64_t> drawn(const Matrix& a, const Matrix& b) {
        const std::uint64_t number = m_engine.m_products.fetch_add(1, std::memory_order_relaxed);
        return m_engine.isDrawn(number, a, b) ? std::optional(number) : std::nullopt;
    }

    /// The same matrix in the host's memory.
    [[nodiscard]] Matrix fetched(const Matrix& from, std::vector<float>& into) {
        Matrix out = from;
        const bool empty = from.rows == 0 || from.columns == 0;
        into.resize(empty ? 0 : (from.rows - 1) * from.rowStride + (from.columns - 1) * from.columnStride + 1);
        m_card->download(into.data(), from.data, into.size() * sizeof(float));
        out.data = into.data();
        return out;
    }

    [[nodiscard]] Result<void> check(std::uint64_t number, const ProductArgs& args) {
        ProductArgs here;
        here.bits = args.bits;
        here.a = fetched(args.a, m_a);
        here.b = fetched(args.b, m_b);
        if (args.bias) here.bias = fetched(Matrix::dense(args.bias, 1, args.b.columns), m_bias).data;
        if (m_card->failed()) return m_card->product(args); // as it failed before
        m_out.resize(args.a.rows * args.b.columns);
        here.out = m_out.data();
        here.outStride = args.b.columns;
        if (auto done = m_engine.check(number, here, pool(), m_products); !done) return done;
        if (args.outStride == here.outStride) {
            m_card->upload(args.out, m_out.data(), m_out.size() * sizeof(float));
        } else {
            for (std::size_t row = 0; row < args.a.rows; ++row)
                m_card->upload(args.out + row * args.outStride, m_out.data() + row * here.outStride,
                               here.outStride * sizeof(float));
        }
        return {};
    }

    const SelfCheckingEngine& m_engine;
    std::unique_ptr<Device> m_card;
    std::optional<Error> m_found; ///< of one product of many
    Workspace m_products;
    std::vector<float> m_a, m_b, m_bias, m_out;
};

std::unique_ptr<Device> SelfCheckingEngine::makeDevice(ThreadPool& pool) const {
    auto device = m_engine.makeDevice(pool);
    if (device->isHost()) return makeHostDevice(*this, pool);
    return std::make_unique<CheckedDevice>(*this, std::move(device));
}

} // namespace unchained::gpu
