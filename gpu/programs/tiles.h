// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

/// What the programs of parallel work have in common.
namespace unchained::gpu {

/// A program whose iterations are tiles. Y[0] is constant: bytes that follow from the parameters, unless a program has
/// an input of its own.
class TileProgram : public Program {
public:
    [[nodiscard]] WorkKind kind() const final { return WorkKind::Parallel; }
    [[nodiscard]] const std::vector<TensorInfo>& layout() const override { return m_layout; }
    [[nodiscard]] std::uint64_t stateBytes() const override { return m_input.size(); }
    [[nodiscard]] std::uint64_t iterations() const final { return m_tiles; }
    [[nodiscard]] NoiseTerms proposedNoise(ByteView) const override { return {}; }
    [[nodiscard]] Result<Bytes> initialState() const override { return m_input; }
    /// BadState for other bytes than Y[0].
    [[nodiscard]] Result<void> load(ByteView state) override;
    [[nodiscard]] Result<ByteView> state() override { return ByteView(m_input); }
    [[nodiscard]] Result<ByteView> output() final { return ByteView(m_output); }
    /// Tiles are in the host's memory, wherever they were made.
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave() final { return std::unique_ptr<LeavingBytes>(); }
    [[nodiscard]] Result<Hash256> root() final;
    [[nodiscard]] Result<StepCost> step(std::uint64_t first, std::uint32_t count,
                                        const std::optional<Hash256>& stepSeed, const NoiseTerms& noise) final;
    [[nodiscard]] Result<Evaluation> evaluate() override;

protected:
    TileProgram(Bytes input, std::uint64_t tiles, ThreadPool& pool)
        : m_pool(pool), m_input(std::move(input)), m_tiles(tiles) {}
    /// Appends tile `t` to `out`.
    /// @param place  of the tile in its step, from 0
    [[nodiscard]] virtual Result<void> tile(std::uint64_t t, std::uint32_t place, const std::optional<Hash256>& seed,
                                            const NoiseTerms& noise, Bytes& out) = 0;
    /// Whether load() and bindData() have brought all that a tile needs.
    [[nodiscard]] virtual Result<void> ready() const { return {}; }

    ThreadPool& m_pool;
    std::vector<TensorInfo> m_layout;

private:
    const Bytes m_input;
    const std::uint64_t m_tiles;
    Bytes m_output;
};

} // namespace unchained::gpu
