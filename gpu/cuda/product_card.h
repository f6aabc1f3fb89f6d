// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cuda/noise_steps.h"
#include "cuda/step_call.h"
#include "gpu/bytes.h"
#include "gpu/engine.h"
#include "gpu/program.h"

#include <mutex>

/// The order of an exact product on a card. It asks the card for single steps through ProductCard, which tests answer
/// with the same steps on a processor: what is left to a card alone are launches, copies and the product of bytes.
namespace unchained::gpu::cuda {

/// Lanes, depths and columns are padded with zeros to this: what the products of signed bytes like best.
inline constexpr std::size_t kPadding = 16;
/// Depth of one product of bytes: 128·128·kRunDepth < 2^31, so that no int32 sum wraps. A multiple of 256, as is the
/// place of every operand, for that is what cuBLASLt takes for granted.
inline constexpr std::size_t kRunDepth = 130816;
/// Memory for sums of products of bytes; a product that needs more goes through it in blocks of rows.
inline constexpr std::size_t kSumsBytesMax = std::size_t{1} << 30;

[[nodiscard]] constexpr std::size_t padded(std::size_t size) {
    return size == 0 ? kPadding : (size + kPadding - 1) / kPadding * kPadding;
}

/// Memory on a card by its use; each grows and stays.
enum class CardSlot : std::uint8_t {
    Flags,
    MaxA,
    MaxB,
    ScalesA,
    ScalesB,
    DigitsA,
    DigitsB,
    Sums,
    Carry,
    HostA,
    HostB,
    HostBias,
    HostOut,
    HostSums,
    Workspace,
    Totals,
    TotalsMax,
    Level,
    LevelAbove,
    Count,
};

/// C = A·B of signed bytes with int32 sums, A and B along their depth (TN): c[row·pitch + column], column < columns. Of
/// a batch the lanes of one product follow those of the one before, and so do its sums.
struct ByteProduct {
    const std::int8_t* a = nullptr; ///< `rows` lanes, `depthPitch` bytes apart
    const std::int8_t* b = nullptr; ///< `columns` lanes, `depthPitch` bytes apart
    std::int32_t* c = nullptr;      ///< rows × columns, dense
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t depth = 0;
    std::size_t depthPitch = 0;
    std::size_t batch = 1;
};

/// Rows of floats in host memory.
struct HostRows {
    const float* data = nullptr;
    std::size_t rows = 0;
    std::size_t width = 0;
    std::size_t stride = 0; ///< at least the width where there is more than one row
};

/// The steps of one card. They are queued in order; only flags() and download() wait. Not thread-safe.
///
/// Errors of all: EngineError::OutOfMemory, EngineError::DeviceFailed.
class ProductCard {
public:
    virtual ~ProductCard() = default;

    /// What the card calls itself.
    [[nodiscard]] virtual std::string name() const = 0;

    /// At least so many bytes, aligned to 256; what was there before may be gone. Where the card is full, all of its
    /// memory is given back before the error is returned.
    [[nodiscard]] virtual Result<void*> memory(CardSlot slot, std::size_t bytes) = 0;
    [[nodiscard]] virtual Result<void> clear(void* memory, std::size_t bytes) = 0;
    /// To dense rows on the card; the host's memory is free again on return.
    [[nodiscard]] virtual Result<void> upload(void* to, const HostRows& from) = 0;
    /// From dense rows on the card to rows `stride` apart.
    [[nodiscard]] virtual Result<void> download(float* to, std::size_t stride, const float* from, std::size_t rows,
                                                std::size_t width) = 0;

    /// Raises max[lane], zero before, to the largest magnitude of each lane.
    [[nodiscard]] virtual Result<void> maxima(const Lanes& lanes, std::uint32_t* max) = 0;
    [[nodiscard]] virtual Result<void> scales(const std::uint32_t* max, std::size_t count, unsigned bits,
                                              LaneScale* out, Flags* flags) = 0;
    /// Writes all padded bytes of all planes.
    [[nodiscard]] virtual Result<void> digits(const Lanes& lanes, const LaneScale* scales, unsigned bits,
                                              const DigitPlanes& out) = 0;
    [[nodiscard]] virtual Result<void> multiply(const ByteProduct& product) = 0;
    [[nodiscard]] virtual Result<void> join(const Join& join) = 0;
    /// Waits for all that was queued.
    [[nodiscard]] virtual Result<Flags> flags(const Flags* onCard) = 0;

    /// Memory for as long as the caller wants, aligned to 256.
    [[nodiscard]] virtual Result<void*> allocate(std::size_t bytes) = 0;
    virtual void release(void* memory) = 0;
    [[nodiscard]] virtual Result<void> copy(void* to, const void* from, std::size_t bytes) = 0;
    [[nodiscard]] virtual Result<void> run(const StepCall& call) = 0;
    /// addNoise() of gpu/noise.h. @param unit  2^(t−n−16)
    [[nodiscard]] virtual Result<void> addNoise(float* out, const float* clean, std::size_t elements,
                                                const NoiseStream& noise, float unit) = 0;
    /// columnSums() of gpu/sums.h. @param max  null: found here
    [[nodiscard]] virtual Result<void> columnSums(const float* data, std::size_t rows, std::size_t columns,
                                                  const std::uint32_t* max, float* out, Flags* flags) = 0;
    /// Program::leave(): what is queued later may change the bytes.
    [[nodiscard]] virtual Result<std::unique_ptr<LeavingBytes>> leave(const void* from, std::size_t bytes) = 0;
    /// stateRoot() of gpu/commit.h. Waits for all that was queued.
    [[nodiscard]] virtual Result<Hash256> root(const std::uint8_t* state, std::size_t bytes) = 0;
};

/// Queues a product all of whose pointers, maxima included, are the card's: what tensors that stay on the card call.
/// Shapes must fit and must not be empty. Nothing is refused here: whoever needs to know, at the latest before a state
/// is committed, reads the flags, which nobody clears but clearFlags().
[[nodiscard]] Result<void> queueProduct(ProductCard& card, const ProductArgs& onCard, Flags* flags,
                                        std::size_t sumsBytesMax = kSumsBytesMax);

/// The same of many products of one shape, whose depth is at most kRunDepth.
[[nodiscard]] Result<void> queueProducts(ProductCard& card, const ProductBatch& onCard, Flags* flags,
                                         std::size_t sumsBytesMax = kSumsBytesMax);

[[nodiscard]] Result<Flags*> clearFlags(ProductCard& card);

/// Queues a step of CardSteps.
template <class Step>
[[nodiscard]] Result<void> runStep(ProductCard& card, std::size_t count, const Step& step) {
    return card.run({CardSteps::numberOf<Step>(), count, &step, sizeof step});
}

/// How a matrix of the host travels: as the rows of its memory, or gathered first where its strides are neither.
struct Travel {
    HostRows rows;
    bool turned = false;         ///< the rows are the matrix's columns
    std::vector<float> gathered; ///< what rows point to, where that was needed

    [[nodiscard]] static Travel of(const Matrix& matrix);
    /// The matrix where its rows arrived.
    [[nodiscard]] Matrix at(const float* onCard) const;
};

/// An Engine over a card. Its scratch memory is the card's, hence one product at a time: others wait.
class CardEngine final : public Engine {
public:
    /// The card is borrowed and must outlive the engine.
    explicit CardEngine(ProductCard& card, const char* name = "cuda", std::size_t sumsBytesMax = kSumsBytesMax)
        : m_card(card), m_name(name), m_sumsBytesMax(sumsBytesMax) {}

    [[nodiscard]] std::string_view name() const override { return m_name; }
    [[nodiscard]] std::string device() const override { return m_card.name(); }
    [[nodiscard]] bool onCard() const override { return true; }
    [[nodiscard]] Result<void> product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const override;
    /// The card's memory (cuda/card_device.h).
    [[nodiscard]] std::unique_ptr<Device> makeDevice(ThreadPool& pool) const override;

private:
    [[nodiscard]] Result<void> fromHost(const ProductArgs& args) const;
    [[nodiscard]] Result<Matrix> send(const Matrix& matrix, CardSlot slot) const;
    template <class T>
    [[nodiscard]] Result<const T*> sendValues(const T* values, std::size_t count, CardSlot slot) const;

    ProductCard& m_card;
    const char* m_name;
    std::size_t m_sumsBytesMax;
    mutable std::mutex m_mutex;
};

} // namespace unchained::gpu::cuda
