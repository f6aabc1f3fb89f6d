// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/engine.h"

#include <atomic>
#include <mutex>

namespace unchained::gpu {

/// One product in so many is checked by the host that made it, before anything is committed (numerics.md 5).
inline constexpr std::uint32_t kSelfCheckEvery = 50;
/// Multiply-adds below which a product is drawn less often.
inline constexpr std::uint64_t kSelfCheckWork = std::uint64_t{1} << 24;
/// How many times as often as a large product one of so many multiply-adds is checked: in proportion to its work, but a
/// sixteenth at least. A fault falls seldom into a small one, as of a head of attention, whose check takes longer than
/// the product itself; but a network may have no others.
[[nodiscard]] double selfCheckShare(double multiplyAdds);

/// What is checked where nobody says: one product in kSelfCheckEvery on a card, none (0) on a processor. Memory and
/// arithmetic of graphics cards fail silently, above all where they are overclocked, and a wrong root costs the bond;
/// a processor that fails mostly takes the whole machine with it, and small products would lose more time.
[[nodiscard]] std::uint32_t selfCheckDefault(const Engine& engine);

/// An engine that checks some of its own products with gpu/freivalds.h, so that a card that silently computes wrongly
/// is found before the host's bond is at stake. Bits, name and device are those of the engine that it asks.
///
/// Which products are checked is drawn, so that none of those that a program repeats is always passed over. As safe
/// from any thread as its engine; checks wait for each other.
class SelfCheckingEngine final : public Engine {
public:
    /// @param engine  borrowed
    /// @param every  each product is checked with a chance of 1 / every, times selfCheckShare(); 1: all
    /// @param seed  what is drawn follows from it; new in each process
    SelfCheckingEngine(const Engine& engine, std::uint32_t every, const Hash256& seed);

    [[nodiscard]] std::string_view name() const override { return m_engine.name(); }
    [[nodiscard]] std::string device() const override { return m_engine.device(); }
    [[nodiscard]] bool onCard() const override { return m_engine.onCard(); }

    /// Errors besides: EngineError::WrongProduct where a check fails; out is undefined.
    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override;

    /// The engine's, with checks: of a product that is drawn on a card the operands are fetched and the product is done
    /// by product(), and what the check found right is put in its place. All else stays on the card.
    [[nodiscard]] std::unique_ptr<Device> makeDevice(ThreadPool& pool) const override;

    [[nodiscard]] std::uint64_t checked() const { return m_checked; }

private:
    friend class CheckedDevice;

    [[nodiscard]] bool isDrawn(std::uint64_t number, const Matrix& a, const Matrix& b) const;
    /// Does the product of this number, and checks it.
    [[nodiscard]] Result<void> check(std::uint64_t number, const ProductArgs& args, ThreadPool& pool,
                                     Workspace& workspace) const;

    const Engine& m_engine;
    std::uint64_t m_below; ///< of 2^32: a word that is smaller means a check
    Hash256 m_seed;
    mutable std::atomic<std::uint64_t> m_products{0};
    mutable std::atomic<std::uint64_t> m_checked{0};
    mutable std::mutex m_checking;
    mutable Workspace m_workspace; ///< of the checks
};

} // namespace unchained::gpu
