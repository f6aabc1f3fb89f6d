// SPDX-License-Identifier: Apache-2.0
#include "cuda/product_card.h"

#include "cpu/engines.h"
#include "cpu/prepare.h"
#include "cpu/weigh_lanes.h"
#include "cuda/card_device.h"

#include <algorithm>
#include <optional>

namespace unchained::gpu::cuda {

namespace {

template <class T>
Result<T*> memoryOf(ProductCard& card, CardSlot slot, std::size_t count) {
    auto memory = card.memory(slot, count * sizeof(T));
    if (!memory) return memory.error();
    return static_cast<T*>(*memory);
}

/// One operand, quantised.
struct Operand {
    const LaneScale* scales = nullptr;
    DigitPlanes digits;
};

struct OperandSlots {
    CardSlot max, scales, digits;
};

Result<Operand> quantiseOperand(ProductCard& card, const Lanes& lanes, const std::uint32_t* max, unsigned bits,
                                Flags* flags, OperandSlots slots) {
    if (!max) {
        auto found = memoryOf<std::uint32_t>(card, slots.max, lanes.count);
        if (!found) return found.error();
        if (auto done = card.clear(*found, lanes.count * sizeof(std::uint32_t)); !done) return done.error();
        if (lanes.depth > 0) {
            if (auto done = card.maxima(lanes, *found); !done) return done.error();
        }
        max = *found;
    }
    auto scales = memoryOf<LaneScale>(card, slots.scales, lanes.count);
    if (!scales) return scales.error();
    if (auto done = card.scales(max, lanes.count, bits, *scales, flags); !done) return done.error();

    DigitPlanes planes;
    planes.pitch = padded(lanes.depth);
    planes.lanes = padded(lanes.count);
    planes.planeBytes = planes.pitch * planes.lanes;
    auto digits = memoryOf<std::int8_t>(card, slots.digits, planes.planeBytes * planesOf(bits));
    if (!digits) return digits.error();
    planes.data = *digits;
    if (auto done = card.digits(lanes, *scales, bits, planes); !done) return done.error();
    return Operand{*scales, planes};
}

/// Rows of a block whose sums fit the memory for them.
std::size_t rowsOfBlock(std::size_t rows, std::size_t columnsPadded, unsigned bits, std::size_t sumsBytesMax) {
    const std::size_t rowBytes = columnsPadded * sizeof(std::int32_t) * productsOf(bits);
    const std::size_t fit = sumsBytesMax / rowBytes / kPadding * kPadding;
    return std::clamp(fit, kPadding, padded(rows));
}

/// A block of rows: runs of the depth, in each the products of bytes, then their sum.
Result<void> multiplyBlock(ProductCard& card, const Operand& a, const Operand& b, std::size_t firstRow, Join join) {
    const std::size_t depth = a.digits.pitch;
    auto* sums = const_cast<std::int32_t*>(join.sums);
    for (std::size_t k = 0; k < depth; k += kRunDepth) {
        ByteProduct bytes;
        bytes.rows = padded(join.rows);
        bytes.columns = join.pitch;
        bytes.depth = std::min(kRunDepth, depth - k);
        bytes.depthPitch = depth;
        for (unsigned p = 0; p < productsOf(join.bits); ++p) {
            const PlanePair planes = planesOfProduct(join.bits, p);
            bytes.a = a.digits.data + planes.a * a.digits.planeBytes + firstRow * depth + k;
            bytes.b = b.digits.data + planes.b * b.digits.planeBytes + k;
            bytes.c = sums + p * join.planeStride;
            if (auto done = card.multiply(bytes); !done) return done;
        }
        join.first = k == 0;
        join.last = k + kRunDepth >= depth;
        if (auto done = card.join(join); !done) return done;
    }
    return {};
}

} // namespace

Result<Flags*> clearFlags(ProductCard& card) {
    auto flags = memoryOf<Flags>(card, CardSlot::Flags, 1);
    if (!flags) return flags.error();
    if (auto done = card.clear(*flags, sizeof(Flags)); !done) return done.error();
    return *flags;
}

Result<void> queueProduct(ProductCard& card, const ProductArgs& args, Flags* flags, std::size_t sumsBytesMax) {
    const std::size_t rows = args.a.rows;
    const std::size_t columns = args.b.columns;
    auto a = quantiseOperand(card, Lanes::rowsOf(args.a), args.aMax, args.bits, flags,
                             {CardSlot::MaxA, CardSlot::ScalesA, CardSlot::DigitsA});
    if (!a) return a.error();
    auto b = quantiseOperand(card, Lanes::rowsOf(args.b.transposed()), args.bMax, args.bits, flags,
                             {CardSlot::MaxB, CardSlot::ScalesB, CardSlot::DigitsB});
    if (!b) return b.error();

    Join join;
    join.bits = args.bits;
    join.pitch = padded(columns);
    const std::size_t block = rowsOfBlock(rows, join.pitch, args.bits, sumsBytesMax);
    join.planeStride = block * join.pitch;
    auto sums = memoryOf<std::int32_t>(card, CardSlot::Sums, join.planeStride * productsOf(args.bits));
    if (!sums) return sums.error();
    join.sums = *sums;
    // Sums that the caller wants are carried in the place where it wants them.
    if (!args.sums && a->digits.pitch > kRunDepth) {
        auto carry = memoryOf<std::int64_t>(card, CardSlot::Carry, block * columns);
        if (!carry) return carry.error();
        join.carry = *carry;
    }
    join.columnScales = b->scales;
    join.bias = args.bias;
    join.outStride = args.outStride;
    join.columns = columns;
    join.flags = flags;
    for (std::size_t row = 0; row < rows; row += block) {
        join.rows = std::min(block, rows - row);
        join.rowScales = a->scales + row;
        join.out = args.out + row * args.outStride;
        if (args.sums) join.carry = args.sums + row * columns;
        if (auto done = multiplyBlock(card, *a, *b, row, join); !done) return done;
    }
    return {};
}

namespace {

constexpr std::size_t kBatchMax = 65535; ///< what the third dimension of a grid holds

struct BatchOperand {
    Lanes lanes; ///< of task 0
    Spread at;
    CardSlot packed;
    OperandSlots slots;
};

/// The lanes of tasks first … first + count − 1, packed, padded and quantised.
Result<Operand> packOperand(ProductCard& card, const ProductBatch& batch, const BatchOperand& operand, Flags* flags) {
    const Lanes& lanes = operand.lanes;
    const std::size_t each = padded(lanes.count);
    auto packed = memoryOf<float>(card, operand.packed, batch.count * each * lanes.depth);
    if (!packed) return packed.error();
    const PackLanes pack{lanes.data, *packed,     batch.first,      operand.at,       lanes.count,
                         each,       lanes.depth, lanes.laneStride, lanes.depthStride};
    if (auto done = runStep(card, batch.count * each, pack); !done) return done.error();
    return quantiseOperand(card, {*packed, batch.count * each, lanes.depth, lanes.depth, 1}, nullptr, batch.bits, flags,
                           operand.slots);
}

Result<void> queueSome(ProductCard& card, const ProductBatch& batch, Flags* flags) {
    auto a = packOperand(
        card, batch,
        {Lanes::rowsOf(batch.a), batch.aAt, CardSlot::HostA, {CardSlot::MaxA, CardSlot::ScalesA, CardSlot::DigitsA}},
        flags);
    if (!a) return a.error();
    auto b = packOperand(card, batch,
                         {Lanes::rowsOf(batch.b.transposed()),
                          batch.bAt,
                          CardSlot::HostB,
                          {CardSlot::MaxB, CardSlot::ScalesB, CardSlot::DigitsB}},
                         flags);
    if (!b) return b.error();
    ByteProduct bytes;
    bytes.rows = padded(batch.a.rows);
    bytes.columns = padded(batch.b.columns);
    bytes.depth = bytes.depthPitch = a->digits.pitch;
    bytes.batch = batch.count;
    const std::size_t planeStride = batch.count * bytes.rows * bytes.columns;
    auto sums = memoryOf<std::int32_t>(card, CardSlot::Sums, planeStride * productsOf(batch.bits));
    if (!sums) return sums.error();
    for (unsigned p = 0; p < productsOf(batch.bits); ++p) {
        const PlanePair planes = planesOfProduct(batch.bits, p);
        bytes.a = a->digits.data + planes.a * a->digits.planeBytes;
        bytes.b = b->digits.data + planes.b * b->digits.planeBytes;
        bytes.c = *sums + p * planeStride;
        if (auto done = card.multiply(bytes); !done) return done;
    }
    return runStep(card, batch.count * batch.a.rows,
                   JoinBatch{*sums, a->scales, b->scales, batch.out, flags, batch.first, batch.outAt, batch.outStride,
                             batch.a.rows, batch.b.columns, bytes.rows, bytes.columns, planeStride, batch.bits});
}

} // namespace

Result<void> queueProducts(ProductCard& card, const ProductBatch& onCard, Flags* flags, std::size_t sumsBytesMax) {
    const std::size_t sumsOfTask = padded(onCard.a.rows) * padded(onCard.b.columns) * productsOf(onCard.bits);
    const std::size_t most = std::clamp<std::size_t>(sumsBytesMax / (sumsOfTask * sizeof(std::int32_t)), 1, kBatchMax);
    for (std::size_t done = 0; done < onCard.count; done += most) {
        ProductBatch some = onCard;
        some.first = onCard.first + done;
        some.count = std::min(most, onCard.count - done);
        if (auto queued = queueSome(card, some, flags); !queued) return queued;
    }
    return {};
}

Travel Travel::of(const Matrix& m) {
    const auto fits = [](std::size_t count, std::size_t width, std::size_t stride) {
        return count <= 1 || stride >= width;
    };
    Travel out;
    if (m.columnStride == 1 && fits(m.rows, m.columns, m.rowStride)) {
        out.rows = {m.data, m.rows, m.columns, m.rowStride};
    } else if (m.rowStride == 1 && fits(m.columns, m.rows, m.columnStride)) {
        out.rows = {m.data, m.columns, m.rows, m.columnStride};
        out.turned = true;
    } else {
        out.gathered.resize(m.rows * m.columns);
        for (std::size_t i = 0; i < m.rows; ++i) {
            for (std::size_t k = 0; k < m.columns; ++k)
                out.gathered[i * m.columns + k] = m.data[i * m.rowStride + k * m.columnStride];
        }
        out.rows = {out.gathered.data(), m.rows, m.columns, m.columns};
    }
    return out;
}

Matrix Travel::at(const float* onCard) const {
    const Matrix dense = Matrix::dense(onCard, rows.rows, rows.width);
    return turned ? dense.transposed() : dense;
}

Result<Matrix> CardEngine::send(const Matrix& matrix, CardSlot slot) const {
    const Travel travel = Travel::of(matrix);
    auto to = memoryOf<float>(m_card, slot, std::max<std::size_t>(1, matrix.rows * matrix.columns));
    if (!to) return to.error();
    if (matrix.columns > 0 && matrix.rows > 0) {
        if (auto done = m_card.upload(*to, travel.rows); !done) return done.error();
    }
    return travel.at(*to);
}

template <class T>
Result<const T*> CardEngine::sendValues(const T* values, std::size_t count, CardSlot slot) const {
    static_assert(sizeof(T) == sizeof(float));
    if (!values) return static_cast<const T*>(nullptr);
    auto to = memoryOf<T>(m_card, slot, count);
    if (!to) return to.error();
    auto done = m_card.upload(*to, {reinterpret_cast<const float*>(values), 1, count, count});
    if (!done) return done.error();
    return static_cast<const T*>(*to);
}

Result<void> CardEngine::fromHost(const ProductArgs& args) const {
    const std::size_t rows = args.a.rows;
    const std::size_t columns = args.b.columns;
    ProductArgs onCard = args;
    auto a = send(args.a, CardSlot::HostA);
    if (!a) return a.error();
    auto b = send(args.b, CardSlot::HostB);
    if (!b) return b.error();
    auto aMax = sendValues(args.aMax, rows, CardSlot::MaxA);
    if (!aMax) return aMax.error();
    auto bMax = sendValues(args.bMax, columns, CardSlot::MaxB);
    if (!bMax) return bMax.error();
    auto bias = sendValues(args.bias, columns, CardSlot::HostBias);
    if (!bias) return bias.error();
    auto out = memoryOf<float>(m_card, CardSlot::HostOut, rows * columns);
    if (!out) return out.error();
    if (args.sums) {
        auto sums = memoryOf<std::int64_t>(m_card, CardSlot::HostSums, rows * columns);
        if (!sums) return sums.error();
        onCard.sums = *sums;
    }
    auto flags = clearFlags(m_card);
    if (!flags) return flags.error();
    onCard.a = *a;
    onCard.b = *b;
    onCard.aMax = *aMax;
    onCard.bMax = *bMax;
    onCard.bias = *bias;
    onCard.out = *out;
    onCard.outStride = columns;
    if (auto done = queueProduct(m_card, onCard, *flags, m_sumsBytesMax); !done) return done;
    auto found = m_card.flags(*flags);
    if (!found) return found.error();
    if (found->operandNotFinite != 0) return notFiniteOperand();
    if (found->productNotFinite != 0) return notFiniteProduct();
    if (args.sums) {
        // A copy has no type: two words for each sum.
        auto done = m_card.download(reinterpret_cast<float*>(args.sums), 2 * columns,
                                    reinterpret_cast<const float*>(onCard.sums), rows, 2 * columns);
        if (!done) return done;
    }
    return m_card.download(args.out, args.outStride, *out, rows, columns);
}

std::unique_ptr<Device> CardEngine::makeDevice(ThreadPool& pool) const {
    return std::make_unique<CardDevice>(m_card, m_mutex, pool, m_sumsBytesMax);
}

Result<void> CardEngine::product(const ProductArgs& args, ThreadPool& pool, Workspace& workspace) const {
    // What is empty or does not fit the reference answers: the same value, the same words.
    const bool fits = productLimit(args.bits) != 0 && args.a.columns == args.b.rows &&
                      args.a.columns <= kProductDepthMax && args.a.rows > 0 && args.b.columns > 0;
    if (!fits) return scalarEngine().product(args, pool, workspace);
    ProductArgs asked = args;
    if (args.weighed && !args.sums) {
        asked.sums = workspace.get<std::int64_t>(kTileSums, args.a.rows * args.b.columns);
    }
    const std::lock_guard lock(m_mutex);
    if (auto done = fromHost(asked); !done) return done;
    // The processor weighs what the card has made: a card is not asked to check itself.
    if (args.weighed) weighSums(asked.sums, args.b.columns, *args.weighed, args.a.rows, pool);
    return {};
}

} // namespace unchained::gpu::cuda
