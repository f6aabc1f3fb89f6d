// SPDX-License-Identifier: Apache-2.0
#include "lottery/lottery.h"

#include "gpu/hash.h"

#include <algorithm>
#include <cassert>

namespace unchained::lottery {

namespace {

std::uint64_t first64(const Hash256& hash) {
    std::uint64_t out = 0;
    for (int i = 0; i < 8; ++i)
        out = out << 8 | hash.bytes[static_cast<std::size_t>(i)];
    return out;
}

Bytes canonical(cbor::Array items) {
    return cbor::encode(cbor::Value(std::move(items)));
}

} // namespace

std::uint64_t windowCount(std::uint64_t steps, std::uint64_t window) {
    return (steps + window - 1) / window;
}

StepRange windowSteps(std::uint64_t k, std::uint64_t steps, std::uint64_t window) {
    assert(k >= 1);
    return {std::min(steps, (k - 1) * window), std::min(steps, k * window)};
}

std::uint64_t windowOf(std::uint64_t step, std::uint64_t window) {
    return step / window + 1;
}

bool isBoundary(std::uint64_t k, std::uint64_t windows) {
    return kBoundaries * k / windows > kBoundaries * (k - 1) / windows;
}

SeedChain::SeedChain(const Hash256& seedKey, const Hash256& nonce, std::uint64_t windows) : m_seeds(windows + 2) {
    m_seeds.back() = hmacSha256(seedKey.view(), canonical({nonce}));
    for (std::size_t k = m_seeds.size() - 1; k > 0; --k)
        m_seeds[k - 1] = previousSeed(m_seeds[k]);
}

const Hash256& SeedChain::at(std::uint64_t k) const {
    return m_seeds.at(k);
}

Hash256 previousSeed(const Hash256& seed) {
    return taggedHash("seed", {seed});
}

bool seedFollows(const Hash256& seed, std::uint64_t k, const Hash256& known, std::uint64_t knownK) {
    if (k < knownK) return false;
    Hash256 at = seed;
    for (; k > knownK; --k)
        at = previousSeed(at);
    return at == known;
}

Hash256 stepSeed(const Hash256& windowSeed, std::uint64_t step) {
    return taggedHash("step-seed", {windowSeed, step});
}

Hash256 drawSecret(const Hash256& drawKey, const Hash256& contract, std::uint64_t k, const Hash256& root) {
    return hmacSha256(drawKey.view(), canonical({contract, k, root}));
}

Hash256 secretHash(const Hash256& secret) {
    return taggedHash("secret", {secret});
}

Hash256 hubSeed(const Hash256& hubKey, const Hash256& contract, std::uint64_t steps, std::uint64_t j) {
    Hash256 at = hmacSha256(hubKey.view(), canonical({contract}));
    for (std::uint64_t i = steps + 2; i > j; --i)
        at = taggedHash("hub", {at});
    return at;
}

namespace {
constexpr std::uint64_t kMarkEvery = 1024;
}

HubChain::HubChain(const Hash256& hubKey, const Hash256& contract, std::uint64_t steps)
    : m_end(steps + 2), m_marks(m_end / kMarkEvery + 2) {
    Hash256 at = hmacSha256(hubKey.view(), canonical({contract}));
    m_marks.back() = at;
    for (std::uint64_t j = m_end;; --j) {
        if (j % kMarkEvery == 0) m_marks[j / kMarkEvery] = at;
        if (j == 0) break;
        at = taggedHash("hub", {at});
    }
}

Hash256 HubChain::at(std::uint64_t j) const {
    assert(j <= m_end && !m_marks.empty());
    const std::uint64_t mark = std::min((j + kMarkEvery - 1) / kMarkEvery, m_marks.size() - 1);
    Hash256 at = m_marks[mark];
    for (std::uint64_t i = std::min(mark * kMarkEvery, m_end); i > j; --i)
        at = taggedHash("hub", {at});
    return at;
}

Bytes leafData(const Leaf& leaf) {
    return canonical({"unchained/leaf/v1", leaf.step, leaf.before, leaf.after});
}

Result<Leaf> readLeaf(ByteView data) {
    auto value = cbor::decode(data);
    if (!value) return value.error();
    cbor::Reader in(*value, "leaf", 4);
    if (in.text() != "unchained/leaf/v1") in.fail("is not a leaf");
    Leaf leaf;
    leaf.step = in.u64();
    leaf.before = in.fixed<Hash256>();
    leaf.after = in.fixed<Hash256>();
    if (auto done = in.finish(); !done) return done.error();
    return leaf;
}

const Hash256& inputRoot(gpu::WorkKind kind, const std::vector<Hash256>& roots, std::size_t at) {
    return kind == gpu::WorkKind::Parallel ? roots.front() : roots.at(at);
}

std::vector<Hash256> windowLeaves(StepRange steps, const std::vector<Hash256>& roots, gpu::WorkKind kind) {
    assert(roots.size() == steps.count() + 1);
    std::vector<Hash256> leaves;
    for (std::uint64_t i = 0; i < steps.count(); ++i)
        leaves.push_back(merkle::leafHash(leafData({steps.first + i, inputRoot(kind, roots, i), roots[i + 1]})));
    return leaves;
}

Hash256 windowRoot(StepRange steps, const std::vector<Hash256>& roots, gpu::WorkKind kind) {
    return merkle::rootOf(windowLeaves(steps, roots, kind));
}

Hash256 failureRoot(const Hash256& contract, std::uint64_t step) {
    return taggedHash("failure", {contract, step});
}

Hash256 coinflip(const Hash256& secret, const Hash256& nextSeed) {
    return taggedHash("draw", {secret, nextSeed});
}

bool winsBelow(const Hash256& rho, const Hash256& contract, std::uint64_t step, std::uint64_t threshold) {
    return first64(taggedHash("ticket", {rho, contract, step})) < threshold;
}

bool wordWins(std::uint64_t word, std::uint32_t n) {
    assert(n >= 1);
    if (n == 1) return true;
    // floor(2^64 / n) without 128 bits: 2^64 = (2^64 - 1) + 1.
    return word < UINT64_MAX / n + (UINT64_MAX % n == n - 1 ? 1 : 0);
}

bool wins(const Hash256& rho, const Hash256& contract, std::uint64_t step, std::uint32_t n) {
    return wordWins(first64(taggedHash("ticket", {rho, contract, step})), n);
}

Result<std::vector<std::uint64_t>> winningSteps(const Hash256& rho, const Hash256& contract, StepRange steps,
                                                std::uint32_t n) {
    if (steps.count() > kWindowStepsMax)
        return makeError(LotteryError::WindowTooLong, "window",
                         Message("a window holds at most %1 steps, not %2", kWindowStepsMax, steps.count()));
    std::vector<std::uint64_t> out;
    for (std::uint64_t i = steps.first; i < steps.end; ++i)
        if (wins(rho, contract, i, n)) out.push_back(i);
    return out;
}

std::optional<std::uint64_t> placeInBatch(std::uint64_t word, std::uint64_t g, std::uint64_t m, bool onlyBatch) {
    assert(g >= 1 && m >= 1 && m <= g);
    const std::uint64_t number = word % g;
    if (number < m) return number;
    if (onlyBatch) return number % m;
    return std::nullopt;
}

std::optional<std::uint64_t> dueInBatch(const Hash256& h, const Hash256& contract, std::uint64_t j, std::uint64_t g,
                                        std::uint64_t m, bool onlyBatch) {
    return placeInBatch(first64(taggedHash("batch", {h, contract, j})), g, m, onlyBatch);
}

std::uint64_t moreInBatch(const Hash256& h, const Hash256& contract, std::uint64_t j, std::uint64_t others) {
    assert(others >= 1);
    return first64(taggedHash("policy", {h, contract, j})) % others;
}

bool isHired(const Hash256& h, const Hash256& contract, std::uint64_t step, std::uint64_t share) {
    return first64(taggedHash("hire", {h, contract, step})) % kHireAlways < share;
}

std::uint64_t drawnLot(const Hash256& h, const Hash256& contract, std::uint64_t step, std::uint64_t lots) {
    assert(lots >= 1);
    return first64(taggedHash("checker", {h, contract, step})) % lots;
}

std::optional<std::uint64_t> dueWithoutClaims(const Hash256& h1, const Hash256& contract, std::uint64_t committed,
                                              std::uint64_t steps, std::uint64_t window) {
    if (committed == 0) return std::nullopt;
    std::vector<std::uint64_t> candidates{0};
    const std::uint64_t windows = windowCount(steps, window);
    for (std::uint64_t k = 1; k * window < committed; ++k)
        if (isBoundary(k, windows)) candidates.push_back(k * window);
    return candidates[first64(taggedHash("batch", {h1, contract, std::uint64_t{1}})) % candidates.size()];
}

std::uint64_t dueInSilence(const Hash256& h, const Hash256& contract, std::uint64_t k, StepRange steps) {
    return steps.first + first64(taggedHash("silence", {h, contract, k})) % steps.count();
}

std::uint64_t dueWhenForced(const Hash256& h, const Hash256& contract, const std::vector<std::uint64_t>& steps) {
    return steps[first64(taggedHash("forced", {h, contract})) % steps.size()];
}

std::uint64_t dueInBenchmark(const Hash256& hubKey, const Bytes& run, std::uint64_t steps) {
    return first64(taggedHash("benchmark-draw", {hubKey, run})) % steps;
}

} // namespace unchained::lottery
