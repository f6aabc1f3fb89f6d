// SPDX-License-Identifier: Apache-2.0
#include "gpu/self_check.h"

#include "gpu/freivalds.h"
#include "gpu/hash.h"
#include "gpu/noise.h"

#include <algorithm>
#include <array>

namespace unchained::gpu {

std::uint32_t selfCheckDefault(const Engine& engine) {
    return engine.onCard() ? kSelfCheckEvery : 0;
}

double selfCheckShare(double multiplyAdds) {
    return std::clamp(multiplyAdds / static_cast<double>(kSelfCheckWork), 1.0 / 16, 1.0);
}

SelfCheckingEngine::SelfCheckingEngine(const Engine& engine, std::uint32_t every, const Hash256& seed)
    : m_engine(engine), m_below((std::uint64_t{1} << 32) / std::max<std::uint32_t>(1, every)), m_seed(seed) {}

bool SelfCheckingEngine::isDrawn(std::uint64_t number, const Matrix& a, const Matrix& b) const {
    if (m_below >> 32 != 0) return true;
    const double work = static_cast<double>(a.rows) * static_cast<double>(a.columns) * static_cast<double>(b.columns);
    const ByteView key = m_seed.view();
    const auto word = [&](std::size_t at) {
        return static_cast<std::uint32_t>(key[at]) << 24 | static_cast<std::uint32_t>(key[at + 1]) << 16 |
               static_cast<std::uint32_t>(key[at + 2]) << 8 | key[at + 3];
    };
    const auto counter = std::array<std::uint32_t, 4>{static_cast<std::uint32_t>(number),
                                                      static_cast<std::uint32_t>(number >> 32), word(8), word(12)};
    return philox4x32_10(counter, {word(0), word(4)})[0] < static_cast<double>(m_below) * selfCheckShare(work);
}

Result<void> SelfCheckingEngine::product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const {
    const std::uint64_t number = m_products.fetch_add(1, std::memory_order_relaxed);
    return isDrawn(number, args.a, args.b) ? check(number, args, pool, workspace)
                                           : m_engine.product(args, pool, workspace);
}

Result<void> SelfCheckingEngine::check(std::uint64_t number, const ProductArgs& args, ThreadPool& pool,
                                       Workspace& workspace) const {
    const std::lock_guard lock(m_checking);
    m_checked.fetch_add(1, std::memory_order_relaxed);
    const Hash256 seed = taggedHash("self-check", {m_seed, number});
    const auto holds = checkedProduct(m_engine, args, seed, pool, workspace, m_workspace);
    if (!holds) return holds.error();
    if (*holds) return {};
    return makeError(EngineError::WrongProduct, std::string(name()),
                     {"the engine %1 on %2 made a wrong product: %3×%4 times %4×%5, %6 bit", std::string(name()),
                      device(), args.a.rows, args.a.columns, args.b.columns, args.bits},
                     "take back what was overclocked, look after cooling and memory, or use another engine");
}

} // namespace unchained::gpu
