// SPDX-License-Identifier: Apache-2.0
#include "cpu/engines.h"

#include "cpu/self_test.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <mutex>
#include <optional>
#include <stdexcept>

namespace unchained::gpu {

namespace {

Result<const Engine*> findScalar() {
    return &scalarEngine();
}

Result<const Engine*> findDgemm() {
    return loadDgemmEngine(kBlasLibrary);
}

#if defined(__x86_64__)
Result<const Engine*> findAvx2() {
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &avx2Engine();
    return makeError(EngineError::Unavailable, "avx2", "the processor has no AVX2");
}

Result<const Engine*> findVnni() {
    if (hasVnni512()) return &vnniEngine512();
    if (hasVnni256()) return &vnniEngine256();
    return makeError(EngineError::Unavailable, "vnni", "the processor has neither AVX-512 VNNI nor AVX-VNNI");
}
#endif

/// Slowest first; those of other libraries follow.
std::vector<EngineCandidate> ownCandidates() {
    return {
        {"scalar", false, findScalar}, {"dgemm", true, findDgemm},
#if defined(__x86_64__)
            {"avx2", false, findAvx2}, {"vnni", false, findVnni},
#endif
    };
}

/// What became of each candidate, each asked once a process and only when somebody wants to know.
class Proofs {
public:
    void offer(const EngineCandidate& candidate) {
        const std::lock_guard lock(m_mutex);
        for (const EngineCandidate& other : m_candidates) {
            if (std::string_view(other.name) == candidate.name) throw std::logic_error("two engines have one name");
        }
        if (m_used) throw std::logic_error("an engine was offered after one was chosen");
        m_candidates.push_back(candidate);
    }

    /// Fixed from here on.
    const std::vector<EngineCandidate>& candidates() {
        const std::lock_guard lock(m_mutex);
        m_used = true;
        m_infos.resize(m_candidates.size());
        return m_candidates;
    }

    EngineInfo of(std::size_t index) {
        const std::lock_guard lock(m_mutex);
        EngineInfo info = ofLocked(index);
        if (info.engine) m_test.reset(); // mostly nobody asks for another one
        return info;
    }

    const std::vector<EngineInfo>& all() {
        const std::size_t count = candidates().size();
        const std::lock_guard lock(m_mutex);
        while (m_all.size() < count)
            m_all.push_back(ofLocked(m_all.size()));
        m_test.reset();
        return m_all;
    }

    std::vector<EngineInfo> refused() {
        const std::lock_guard lock(m_mutex);
        std::vector<EngineInfo> out;
        for (const auto& info : m_infos) {
            if (info && !info->engine && info->code == EngineError::Refused) out.push_back(*info);
        }
        return out;
    }

private:
    EngineInfo ofLocked(std::size_t index) {
        std::optional<EngineInfo>& info = m_infos[index];
        if (info) return *info;
        const EngineCandidate& candidate = m_candidates[index];
        const auto found = candidate.find();
        info = EngineInfo{candidate.name, nullptr, {}, EngineError::Refused, candidate.byNameOnly};
        if (!found) {
            info->code = EngineError::Unavailable;
            info->reason = found.error().sentence.str();
            return *info;
        }
        if (!m_test) m_test.emplace(m_pool);
        info->reason = m_test->why(**found);
        if (info->reason.empty()) info->engine = *found;
        return *info;
    }

    std::mutex m_mutex;
    ThreadPool m_pool{1};
    std::optional<SelfTest> m_test;
    bool m_used = false;
    std::vector<EngineCandidate> m_candidates = ownCandidates();
    std::vector<std::optional<EngineInfo>> m_infos;
    std::vector<EngineInfo> m_all;
};

Proofs& proofs() {
    static Proofs all;
    return all;
}

Result<const Engine*> fastestEngine() {
    const std::vector<EngineCandidate>& candidates = proofs().candidates();
    for (std::size_t i = candidates.size(); i-- > 0;) {
        if (candidates[i].byNameOnly) continue;
        if (const EngineInfo info = proofs().of(i); info.engine) return info.engine;
    }
    return makeError(EngineError::Refused, "engine", "no engine passed its self-test on this machine");
}

} // namespace

std::string Engine::device() const {
    return processorName();
}

void offerEngine(const EngineCandidate& candidate) {
    proofs().offer(candidate);
}

const std::vector<EngineInfo>& engines() {
    return proofs().all();
}

std::vector<EngineInfo> refusedEngines() {
    return proofs().refused();
}

Result<const Engine*> chooseEngine(std::string_view nameOrEmpty) {
    if (nameOrEmpty.empty()) return fastestEngine();
    const std::vector<EngineCandidate>& candidates = proofs().candidates();
    std::string names;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (candidates[i].name == nameOrEmpty) {
            const EngineInfo info = proofs().of(i);
            if (info.engine) return info.engine;
            return makeError(info.code, info.name, {"the engine %1 cannot be used: %2", info.name, info.reason},
                             "leave the engine out, and the best one is chosen");
        }
        names += (names.empty() ? "" : ", ") + std::string(candidates[i].name);
    }
    return makeError(EngineError::UnknownEngine, std::string(nameOrEmpty),
                     {"there is no engine named %1", std::string(nameOrEmpty)}, {"use one of: %1", names});
}

const Engine& engineBeside(const Engine& engine) {
    const std::vector<EngineCandidate>& candidates = proofs().candidates();
    for (std::size_t i = candidates.size(); i-- > 0;) {
        if (candidates[i].byNameOnly || candidates[i].name == engine.name()) continue;
        const EngineInfo info = proofs().of(i);
        if (info.engine && !info.engine->onCard()) return *info.engine;
    }
    return scalarEngine();
}

std::uint64_t measureEngine(const Engine& engine, ThreadPool& pool) {
    using Clock = std::chrono::steady_clock;
    constexpr double kLongEnough = 0.02;
    Workspace workspace;
    double best = 0;
    for (std::size_t n = 128; n <= 1024; n *= 2) {
        std::vector<float> a(n * n);
        std::vector<float> out(n * n);
        for (std::size_t t = 0; t < a.size(); ++t)
            a[t] = static_cast<float>(t * 2654435761U % 1999) - 999.0F;
        ProductArgs args;
        args.a = args.b = Matrix::dense(a.data(), n, n);
        args.out = out.data();
        args.outStride = n;
        double seconds = 0;
        for (int again = 0; again < 3 && seconds < kLongEnough; ++again) {
            const Clock::time_point start = Clock::now();
            if (!engine.product(args, pool, workspace)) return 0;
            seconds = std::chrono::duration<double>(Clock::now() - start).count();
            const auto side = static_cast<double>(n);
            best = std::max(best, side * side * side / std::max(seconds, 1e-9));
        }
        if (seconds >= kLongEnough) break;
    }
    return static_cast<std::uint64_t>(best);
}

std::string processorName() {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        const std::size_t at = line.find(": ");
        if (line.rfind("model name", 0) == 0 && at != std::string::npos) return line.substr(at + 2);
    }
    return {};
}

} // namespace unchained::gpu
