// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/bytes.h"
#include "gpu/result.h"
#include "gpu/thread_pool.h"

#include <cstdint>
#include <filesystem>
#include <mutex>

namespace unchained::worker {

/// The blob directory as the worker sees it: files named by the hex of their Merkle root.
///
/// Nothing is believed that was read: its root is computed first. Written through a temporary file, fsync and rename,
/// hence a name never stands for half a blob. Another process may use the same directory at the same time. Errors are
/// gpu::worker::WorkerError.
class BlobFiles {
public:
    /// @param pool  borrowed, for the roots
    BlobFiles(std::filesystem::path directory, gpu::ThreadPool& pool);

    /// The blob. BlobMissing, BlobCorrupt, BlobUnreadable (also where it has more than `bytesMax`)
    [[nodiscard]] Result<Bytes> read(const Hash256& root, std::uint64_t bytesMax) const;
    /// Also over a blob that is there already: that one may be damaged. BlobNotWritten
    [[nodiscard]] Result<void> write(const Hash256& root, ByteView blob);

    /// Held while a temporary file exists. Whoever ends the process takes it first and never gives it back.
    [[nodiscard]] std::mutex& writing() { return m_writing; }

private:
    [[nodiscard]] std::filesystem::path pathOf(const Hash256& root) const;

    std::filesystem::path m_directory;
    gpu::ThreadPool& m_pool;
    std::mutex m_writing;
};

} // namespace unchained::worker
