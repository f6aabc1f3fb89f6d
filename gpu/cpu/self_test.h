// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/engine.h"

#include <memory>
#include <string>

namespace unchained::gpu {

/// The products that prove an engine, with the results of the reference. Made once for all engines that are proved
/// together, since the reference is what takes the time. One thread.
class SelfTest {
public:
    explicit SelfTest(ThreadPool& pool);
    ~SelfTest();

    /// Empty when all bits agree, else where the first difference lies.
    [[nodiscard]] std::string why(const Engine& engine);

private:
    struct Proof;

    ThreadPool& m_pool;
    Workspace m_workspace;
    std::unique_ptr<Proof[]> m_proofs;
};

} // namespace unchained::gpu
