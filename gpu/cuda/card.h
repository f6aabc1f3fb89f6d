// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/card_exit.h"
#include "cuda/cublaslt.h"
#include "cuda/product_card.h"

#include <array>
#include <cuda_runtime_api.h>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace unchained::gpu::cuda {

/// The first card that CUDA counts: one stream, memory by slot, kernels and cuBLASLt.
///
/// One thread of control at a time. After EngineError::DeviceFailed every call fails alike, for CUDA gives a process no
/// second chance with a card: another process must go on.
class CudaCard final : public ProductCard {
public:
    /// The one of this process, made at the first call; it is never taken down, since the driver may go first.
    /// EngineError::Unavailable where there is none, or where something that it needs is missing.
    [[nodiscard]] static Result<CudaCard*> get();

    CudaCard(const CudaCard&) = delete;
    CudaCard& operator=(const CudaCard&) = delete;

    [[nodiscard]] cudaStream_t stream() const { return m_stream; }
    /// A call's code as a result.
    [[nodiscard]] Result<void> check(cudaError_t code, const char* doing);
    /// Waits for all that was queued.
    [[nodiscard]] Result<void> wait(const char* doing);
    /// Bytes from the card, when all that was queued has ended.
    [[nodiscard]] Result<void> fetch(void* to, const void* from, std::size_t bytes);

    [[nodiscard]] std::string name() const override { return m_name; }
    [[nodiscard]] Result<void*> memory(CardSlot slot, std::size_t bytes) override;
    [[nodiscard]] Result<void> clear(void* memory, std::size_t bytes) override;
    [[nodiscard]] Result<void> upload(void* to, const HostRows& from) override;
    [[nodiscard]] Result<void> download(float* to, std::size_t stride, const float* from, std::size_t rows,
                                        std::size_t width) override;
    [[nodiscard]] Result<void> maxima(const Lanes& lanes, std::uint32_t* max) override;
    [[nodiscard]] Result<void> scales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out,
                                      Flags* flags) override;
    [[nodiscard]] Result<void> digits(const Lanes& lanes, const LaneScale* scales, unsigned bits,
                                      const DigitPlanes& out) override;
    [[nodiscard]] Result<void> multiply(const ByteProduct& product) override;
    [[nodiscard]] Result<void> join(const Join& join) override;
    [[nodiscard]] Result<Flags> flags(const Flags* onCard) override;
    [[nodiscard]] Result<void*> allocate(std::size_t bytes) override;
    void release(void* memory) override;
    [[nodiscard]] Result<void> copy(void* to, const void* from, std::size_t bytes) override;
    [[nodiscard]] Result<void> run(const StepCall& call) override;
    [[nodiscard]] Result<void> addNoise(float* out, const float* clean, std::size_t elements, const NoiseStream& noise,
                                        float unit) override;
    [[nodiscard]] Result<void> columnSums(const float* data, std::size_t rows, std::size_t columns,
                                          const std::uint32_t* max, float* out, Flags* flags) override;
    [[nodiscard]] Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) override;
    [[nodiscard]] Result<Hash256> root(const std::uint8_t* state, std::size_t bytes) override;

private:
    struct Block {
        void* memory = nullptr;
        std::size_t bytes = 0;
    };
    using Shape = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, std::size_t>;
    struct Layouts;

    CudaCard() = default;
    [[nodiscard]] static Result<CudaCard*> make();
    [[nodiscard]] Result<void> checkBlas(cublasStatus_t code);
    /// Nothing where cuBLASLt has none for this shape.
    [[nodiscard]] Result<std::optional<cublasLtMatmulAlgo_t>> algorithmFor(const ByteProduct& product,
                                                                           const Layouts& layouts);
    [[nodiscard]] Result<void> multiplyOneByOne(const ByteProduct& batch);
    /// What a full card is answered with, once all memory was given back.
    [[nodiscard]] Error full(std::size_t wantedBytes);

    CublasLt m_blas;
    cublasLtHandle_t m_handle = nullptr;
    cudaStream_t m_stream = nullptr;
    CardExit m_exit;
    std::array<Block, static_cast<std::size_t>(CardSlot::Count)> m_blocks;
    std::map<Shape, std::optional<cublasLtMatmulAlgo_t>> m_algorithms;
    std::string m_name;
    std::string m_broken; ///< what the card failed with, once it has
};

} // namespace unchained::gpu::cuda
