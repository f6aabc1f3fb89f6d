// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/result.h"
#include "storage/storage_error.h"

#include <filesystem>
#include <utility>

namespace unchained::storage {

/// Everything that one hub or peer keeps: one directory, mode 0700.
///
///     identity.key    the encrypted key
///     peer.sqlite     of a renter and host (PeerStore)
///     hub.sqlite      of a hub (HubStore)
///     blobs/          states and data sets (BlobStore)
///     rate.cbor       how fast this machine was found to be (net/machine)
///     lock            held by the program that runs on the directory; holds its process number
class DataDirectory {
public:
    /// Makes the directory with its parents where it is missing, and closes it to others, without taking the lock: for
    /// what must lie there before a program opens it. Error{NotFound, CannotCreate, NotPrivate}
    [[nodiscard]] static Result<void> prepare(const std::filesystem::path& path);
    /// Takes the lock until the object is destroyed or the process ends, however it ends. A missing directory is made
    /// with its parents where asked. Error{NotFound, CannotCreate, NotPrivate, InUse}
    [[nodiscard]] static Result<DataDirectory> open(const std::filesystem::path& path, bool createIfMissing);
    /// For programs that only read, also while another one runs on it. Changes nothing. Error{NotFound}
    [[nodiscard]] static Result<DataDirectory> openForReading(const std::filesystem::path& path);

    DataDirectory(DataDirectory&& other) noexcept
        : m_path(std::move(other.m_path)), m_lock(std::exchange(other.m_lock, -1)) {}
    DataDirectory& operator=(DataDirectory&&) = delete;
    ~DataDirectory();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path identityKey() const { return m_path / "identity.key"; }
    [[nodiscard]] std::filesystem::path peerDatabase() const { return m_path / "peer.sqlite"; }
    [[nodiscard]] std::filesystem::path hubDatabase() const { return m_path / "hub.sqlite"; }
    [[nodiscard]] std::filesystem::path blobs() const { return m_path / "blobs"; }
    [[nodiscard]] std::filesystem::path rate() const { return m_path / "rate.cbor"; }

private:
    DataDirectory(std::filesystem::path path, int lock) : m_path(std::move(path)), m_lock(lock) {}

    std::filesystem::path m_path;
    int m_lock; ///< file descriptor, -1 for none
};

} // namespace unchained::storage
