// SPDX-License-Identifier: Apache-2.0
#include "gpu/model_card.h"

#include "cuda/commit_steps.h"
#include "cuda/sums_steps.h"
#include "cuda/words.h"
#include "gpu/merkle.h"

#include <algorithm>
#include <barrier>
#include <cstring>
#include <new>
#include <sys/mman.h>
#include <thread>

namespace unchained::gpu::tests {

using namespace unchained::gpu::cuda;

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kMembersMax = 8;

std::size_t pagesOf(std::size_t bytes) {
    return (bytes + kPage - 1) / kPage * kPage;
}

/// A team of threads that meet where a warp's lanes would: what lacks a meeting is a race, and shows as one.
class Threads {
public:
    explicit Threads(std::size_t members) : m_members(members), m_meeting(static_cast<std::ptrdiff_t>(members)) {}

    class Member {
    public:
        Member(Threads& team, std::size_t number) : m_team(team), m_number(number) {}
        [[nodiscard]] std::size_t first() const { return m_number; }
        [[nodiscard]] std::size_t stride() const { return m_team.m_members; }
        [[nodiscard]] std::uint64_t sum(std::uint64_t value) const {
            return combine(value, [](std::uint64_t a, std::uint64_t b) { return a + b; });
        }
        [[nodiscard]] std::uint32_t most(std::uint32_t value) const {
            return static_cast<std::uint32_t>(
                combine(value, [](std::uint64_t a, std::uint64_t b) { return std::max(a, b); }));
        }
        [[nodiscard]] std::size_t least(std::size_t value) const {
            return combine(value, [](std::uint64_t a, std::uint64_t b) { return std::min(a, b); });
        }
        [[nodiscard]] bool all(bool value) const {
            return combine(value ? 1 : 0, [](std::uint64_t a, std::uint64_t b) { return std::min(a, b); }) != 0;
        }
        void sync() const { m_team.m_meeting.arrive_and_wait(); }

    private:
        template <class Fn>
        [[nodiscard]] std::uint64_t combine(std::uint64_t value, const Fn& fn) const {
            m_team.m_values[m_number] = value;
            sync();
            std::uint64_t all = m_team.m_values[0];
            for (std::size_t i = 1; i < m_team.m_members; ++i)
                all = fn(all, m_team.m_values[i]);
            sync();
            return all;
        }
        Threads& m_team;
        std::size_t m_number;
    };

private:
    std::size_t m_members;
    std::barrier<> m_meeting;
    std::array<std::uint64_t, kMembersMax> m_values{};
};

/// A member without others, who takes the way of a team all the same and not that of a processor's thread.
struct Alone : OneThread {};

template <class Step>
void runStepHere(const StepCall& call, std::size_t members) {
    Step step;
    std::memcpy(&step, call.step, sizeof step);
    if (!kByRows<Step> || members == 1) {
        // From the last to the first, for nobody may count on an order.
        for (std::size_t i = call.count; i-- > 0;) {
            if (!callStep(step, i, Alone{})) raiseTo(call.verdict, call.place);
        }
        return;
    }
    if constexpr (kByRows<Step>) {
        Threads team(members);
        const auto work = [&](std::size_t number) {
            const Threads::Member member(team, number);
            for (std::size_t row = 0; row < call.count; ++row) {
                if (!callStep(step, row, member)) raiseTo(call.verdict, call.place);
            }
        };
        std::vector<std::jthread> others;
        for (std::size_t number = 1; number < members; ++number)
            others.emplace_back(work, number);
        work(0);
    }
}

using Run = void (*)(const StepCall& call, std::size_t members);

template <class... Steps>
std::array<Run, sizeof...(Steps)> runsOf(StepList<Steps...>) {
    return {&runStepHere<Steps>...};
}

} // namespace

class ModelCard::Working {
public:
    explicit Working(const ModelCard& card) : m_card(card) { m_card.protect(true); }
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;
    ~Working() { m_card.protect(false); }

private:
    const ModelCard& m_card;
};

ModelCard::~ModelCard() {
    for (const auto& [from, bytes] : m_allocated)
        ::munmap(reinterpret_cast<void*>(from), pagesOf(bytes));
}

void ModelCard::protect(bool open) const {
    if (!guarded) return;
    for (const auto& [from, bytes] : m_allocated)
        ::mprotect(reinterpret_cast<void*>(from), pagesOf(bytes), open ? PROT_READ | PROT_WRITE : PROT_NONE);
}

std::size_t ModelCard::allocatedBytes() const {
    std::size_t all = 0;
    for (const auto& [from, bytes] : m_allocated)
        all += bytes;
    return all;
}

Result<void*> ModelCard::allocate(std::size_t bytes) {
    if (bytes > memoryBytesMax) return cardFull(bytes, memoryBytesMax);
    void* memory = ::mmap(nullptr, pagesOf(bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    std::memset(memory, 0xa5, bytes); // what was not written must not look like zeros
    m_allocated.emplace(reinterpret_cast<std::uintptr_t>(memory), bytes);
    protect(false);
    return memory;
}

void ModelCard::release(void* memory) {
    const auto at = m_allocated.find(reinterpret_cast<std::uintptr_t>(memory));
    ::munmap(memory, pagesOf(at->second));
    m_allocated.erase(at);
}

bool ModelCard::owns(std::uintptr_t address) const {
    const auto next = m_allocated.upper_bound(address);
    if (next != m_allocated.begin()) {
        const auto& [from, bytes] = *std::prev(next);
        if (address < from + bytes) return true;
    }
    return std::any_of(m_memory.begin(), m_memory.end(), [&](const Bytes& slot) {
        const auto from = reinterpret_cast<std::uintptr_t>(slot.data());
        return address >= from && address < from + slot.size();
    });
}

bool ModelCard::ownsPointers(const StepCall& call) const {
    constexpr std::uintptr_t kLeast = std::uintptr_t{1} << 32; // a count is less
    constexpr std::uintptr_t kMost = std::uintptr_t{1} << 47;  // two numbers side by side are more, as a rule
    for (std::size_t at = 0; at + sizeof(std::uintptr_t) <= call.bytes; at += sizeof(std::uintptr_t)) {
        std::uintptr_t word = 0;
        std::memcpy(&word, static_cast<const std::uint8_t*>(call.step) + at, sizeof word);
        if (word != 0 && (word < kLeast || word >= kMost)) return true; // the pointers end here
        if (word != 0 && !owns(word)) return false;
    }
    return true;
}

Result<void> ModelCard::copy(void* to, const void* from, std::size_t bytes) {
    const Working working(*this);
    std::memcpy(to, from, bytes);
    return step();
}

Result<void> ModelCard::run(const StepCall& call) {
    static const auto kRuns = runsOf(CardSteps{});
    if (guarded && !ownsPointers(call)) return cardFailed("computing a layer", "an address of the host");
    const Working working(*this);
    kRuns[call.number](call, members);
    return step();
}

Result<void> ModelCard::addNoise(float* out, const float* clean, std::size_t elements, const NoiseStream& noise,
                                 float unit) {
    const Working working(*this);
    for (std::size_t block = 0; block * kNoisePerBlock < elements; ++block)
        addNoiseBlock(out, clean, elements, noise, block, unit);
    return step();
}

Result<void> ModelCard::columnSums(const float* data, std::size_t rows, std::size_t columns, const std::uint32_t* max,
                                   float* out, Flags* flags) {
    const Working working(*this);
    for (std::size_t j = 0; j < columns; ++j) {
        const std::uint32_t most = max ? max[j] : maximumOf({data, columns, rows, 1, columns}, j, 0, rows, 1);
        if (most >= kInfinityBits) flags->operandNotFinite = 1;
        const std::int32_t exponent = sumExponentOr0(most);
        out[j] = finishedSum(partialSum(data + j, 0, rows * columns, columns, exponent), exponent);
        if (!isFiniteBits(out[j])) flags->productNotFinite = 1;
    }
    return step();
}

namespace {

class CopiedBytes final : public LeavingBytes {
public:
    CopiedBytes(const void* from, std::size_t bytes)
        : m_bytes(static_cast<const std::uint8_t*>(from), static_cast<const std::uint8_t*>(from) + bytes) {}
    [[nodiscard]] Result<ByteView> wait() override { return ByteView(m_bytes); }

private:
    Bytes m_bytes;
};

} // namespace

Result<std::unique_ptr<LeavingBytes>> ModelCard::leave(const void* from, std::size_t bytes) {
    if (auto done = step(); !done) return done.error();
    const Working working(*this);
    return std::unique_ptr<LeavingBytes>(std::make_unique<CopiedBytes>(from, bytes));
}

Result<Hash256> ModelCard::root(const std::uint8_t* state, std::size_t bytes) {
    if (auto done = step(); !done) return done.error();
    if (bytes == 0) return merkle::rootOf({});
    const Working working(*this);
    std::vector<HashWords> level((bytes + kStateLeafBytes - 1) / kStateLeafBytes);
    for (std::size_t i = 0; i < level.size(); ++i)
        level[i] = stateLeafHash(state, bytes, i);
    while (level.size() > 1) {
        std::vector<HashWords> above((level.size() + 1) / 2);
        for (std::size_t i = 0; i < above.size(); ++i)
            above[i] = nodeAbove(level.data(), level.size(), i);
        level = above;
    }
    Hash256 out;
    for (std::size_t i = 0; i < 32; ++i)
        out.bytes[i] = static_cast<std::uint8_t>(level[0].h[i / 4] >> (24 - 8 * (i % 4)));
    return out;
}

Result<void> ModelCard::step() {
    if (stepsLeft == 0) return cardFailed("multiplying", "an illegal instruction was met");
    --stepsLeft;
    return {};
}

Result<void*> ModelCard::memory(CardSlot slot, std::size_t bytes) {
    Bytes& mine = m_memory[static_cast<std::size_t>(slot)];
    if (bytes > memoryBytesMax) return cardFull(bytes, memoryBytesMax);
    // What was not written must not look like zeros; a new place each time, so that a sanitizer sees what is too short.
    if (mine.size() < bytes) mine = Bytes(bytes, 0xa5);
    return static_cast<void*>(mine.data());
}

Result<void> ModelCard::clear(void* memory, std::size_t bytes) {
    const Working working(*this);
    std::memset(memory, 0, bytes);
    return step();
}

Result<void> ModelCard::upload(void* to, const HostRows& from) {
    ++uploads;
    const Working working(*this);
    for (std::size_t i = 0; i < from.rows; ++i)
        std::memcpy(static_cast<float*>(to) + i * from.width, from.data + i * from.stride, from.width * sizeof(float));
    return step();
}

Result<void> ModelCard::download(float* to, std::size_t stride, const float* from, std::size_t rows,
                                 std::size_t width) {
    ++downloads;
    const Working working(*this);
    for (std::size_t i = 0; i < rows; ++i)
        std::memcpy(to + i * stride, from + i * width, width * sizeof(float));
    return step();
}

Result<void> ModelCard::maxima(const Lanes& lanes, std::uint32_t* max) {
    const Working working(*this);
    constexpr std::size_t kThreads = 3;
    for (std::size_t lane = 0; lane < lanes.count; ++lane) {
        for (std::size_t thread = 0; thread < kThreads; ++thread)
            max[lane] = std::max(max[lane], maximumOf(lanes, lane, thread, lanes.depth, kThreads));
    }
    return step();
}

Result<void> ModelCard::scales(const std::uint32_t* max, std::size_t count, unsigned bits, LaneScale* out,
                               Flags* flags) {
    const Working working(*this);
    for (std::size_t lane = 0; lane < count; ++lane)
        out[lane] = scaleOf(max[lane], bits, flags);
    return step();
}

Result<void> ModelCard::digits(const Lanes& lanes, const LaneScale* scales, unsigned bits, const DigitPlanes& out) {
    const Working working(*this);
    for (std::size_t lane = 0; lane < out.lanes; ++lane) {
        for (std::size_t k = 0; k < out.pitch; ++k) {
            const Digits digits = lane < lanes.count ? digitsAt(lanes, scales[lane], lane, k, bits) : Digits{};
            for (unsigned plane = 0; plane < planesOf(bits); ++plane)
                out.data[plane * out.planeBytes + lane * out.pitch + k] = digits.plane[plane];
        }
    }
    return step();
}

Result<void> ModelCard::multiply(const ByteProduct& batch) {
    const Working working(*this);
    for (std::size_t i = 0; i < batch.batch; ++i) {
        ByteProduct one = batch;
        one.a += i * batch.rows * batch.depthPitch;
        one.b += i * batch.columns * batch.depthPitch;
        one.c += i * batch.rows * batch.columns;
        multiplyOne(one);
    }
    return step();
}

void ModelCard::multiplyOne(const ByteProduct& product) {
    ++products;
    // Padding is most of a small product, and takes no time where it is known to be zeros.
    const auto lengths = [&](const std::int8_t* lanes, std::size_t count) {
        std::vector<std::size_t> out(count, product.depth);
        for (std::size_t i = 0; i < count; ++i) {
            while (out[i] > 0 && lanes[i * product.depthPitch + out[i] - 1] == 0)
                --out[i];
        }
        return out;
    };
    const std::vector<std::size_t> lengthsA = lengths(product.a, product.rows);
    const std::vector<std::size_t> lengthsB = lengths(product.b, product.columns);
    for (std::size_t i = 0; i < product.rows; ++i) {
        for (std::size_t j = 0; j < product.columns; ++j) {
            const std::int8_t* a = product.a + i * product.depthPitch;
            const std::int8_t* b = product.b + j * product.depthPitch;
            const std::size_t depth = std::min(lengthsA[i], lengthsB[j]);
            std::int32_t sum = 0; // a sanitizer sees it wrap
            for (std::size_t k = 0; k < depth; ++k)
                sum += a[k] * b[k];
            product.c[i * product.columns + j] = sum;
        }
    }
}

Result<void> ModelCard::join(const Join& join) {
    const Working working(*this);
    for (std::size_t row = 0; row < join.rows; ++row) {
        for (std::size_t column = 0; column < join.columns; ++column)
            joinElement(join, row, column);
    }
    return step();
}

Result<Flags> ModelCard::flags(const Flags* onCard) {
    if (auto done = step(); !done) return done.error();
    return *onCard;
}

} // namespace unchained::gpu::tests
