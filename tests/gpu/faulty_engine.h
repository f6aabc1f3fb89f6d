// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cpu/weigh_lanes.h"
#include "gpu/engine.h"
#include "net/device.h"

#include <atomic>
#include <functional>
#include <vector>

namespace unchained::gpu::tests {

/// An engine whose integers are spoilt between their making and their use, as a failing card would.
class FaultyEngine final : public Engine {
public:
    /// @param spoil  called with the number of the product and its integers, M×N
    using Spoil = std::function<void(std::uint64_t number, std::vector<std::int64_t>& sums)>;

    FaultyEngine(const Engine& engine, Spoil spoil) : m_engine(engine), m_spoil(std::move(spoil)) {}

    [[nodiscard]] std::string_view name() const override { return "faulty"; }
    [[nodiscard]] std::string device() const override { return "a hot card"; }
    [[nodiscard]] bool onCard() const override { return true; }

    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        const std::size_t columns = args.b.columns;
        std::vector<std::int64_t> sums(args.a.rows * columns);
        ProductArgs inner = args;
        inner.sums = sums.data();
        inner.weighed = nullptr;
        if (auto done = m_engine.product(inner, pool, workspace); !done) return done;
        const std::vector<std::int64_t> right = sums;
        m_spoil(m_products++, sums);
        for (std::size_t t = 0; t < sums.size(); ++t) {
            if (sums[t] != right[t]) args.out[t / columns * args.outStride + t % columns] += 1.0F;
        }
        if (args.sums) std::copy(sums.begin(), sums.end(), args.sums);
        if (args.weighed) weighSums(sums.data(), columns, *args.weighed, args.a.rows, pool);
        return {};
    }

    [[nodiscard]] std::uint64_t products() const { return m_products; }

private:
    const Engine& m_engine;
    Spoil m_spoil;
    mutable std::atomic<std::uint64_t> m_products{0};
};

/// A card that goes wrong where somebody looks: what stays on it is right.
class FaultyCard final : public Engine {
public:
    FaultyCard(const Engine& card, FaultyEngine::Spoil spoil) : m_card(card), m_faulty(card, std::move(spoil)) {}

    [[nodiscard]] std::string_view name() const override { return m_faulty.name(); }
    [[nodiscard]] bool onCard() const override { return true; }
    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override {
        return m_faulty.product(args, pool, workspace);
    }
    [[nodiscard]] std::unique_ptr<Device> makeDevice(ThreadPool& pool) const override {
        return m_card.makeDevice(pool);
    }

private:
    const Engine& m_card;
    FaultyEngine m_faulty;
};

} // namespace unchained::gpu::tests
