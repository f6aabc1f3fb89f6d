// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/cbor.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What travels inside TLS: frames of a 4-byte big-endian length and one canonical CBOR array. Pure.
///
///     ["unchained/hello/v1", [protocol versions], [features]]   each side's first frame, the dialler's first of all
///     ["bye", error]                                            why the sender closes, also in place of a hello
///     ["ping"]                                                  sent by whoever has sent nothing for a while; no
///     answer
///     ["call", id, body]  ["answer", id, body]  ["failed", id, error]
///     ["note", body]                                            one way
///     error = [code, subject, sentence, [its %1 …], remedy, [its %1 …], transient]
namespace unchained::net {

inline constexpr std::size_t kFrameMax = std::size_t{16} << 20;
inline constexpr std::size_t kEchoBytesMax = std::size_t{1} << 20; ///< of ["echo", bytes], which a hub sends back
inline constexpr std::size_t kHelloMax = 4096;                     ///< longest frame before both hellos are exchanged

/// Limits and deadlines of one connection.
struct Options {
    std::chrono::milliseconds handshakeDeadline{15'000}; ///< TCP, TLS and hello together
    std::chrono::milliseconds pingAfter{10'000};         ///< send a ping when nothing was sent for so long
    std::chrono::milliseconds silenceMax{30'000};        ///< close when nothing was heard for so long
    std::size_t sendQueueMax = std::size_t{64} << 20;    ///< bytes waiting to be sent
    std::int64_t readBufferMax = std::int64_t{1} << 20;  ///< decrypted bytes held before TCP pushes back
    std::size_t callsMax = 64;                           ///< calls that wait for answers, for each direction
    std::vector<std::uint64_t> versions{1};              ///< protocol versions that this side speaks
    std::vector<std::string> features;                   ///< at most 32, each at most 64 bytes
};

struct Hello {
    std::vector<std::uint64_t> versions;
    std::vector<std::string> features;
};

[[nodiscard]] cbor::Value encodeHello(const Hello& hello);
[[nodiscard]] Result<Hello> decodeHello(const cbor::Value& frame);
/// The highest version that both lists have; Error{VersionUnknown} naming both lists.
[[nodiscard]] Result<std::uint64_t> commonVersion(const std::vector<std::uint64_t>& ours,
                                                  const std::vector<std::uint64_t>& theirs);

[[nodiscard]] cbor::Value encodeError(const Error& error);
/// An error in a peer's words. Texts are bounded (1 KiB each) and control characters are replaced, since they end up in
/// terminals and logs. Nothing for a value that is no error.
[[nodiscard]] std::optional<Error> decodeError(const cbor::Value& value);

/// Length and CBOR of one frame; Error{BadFrame} beyond kFrameMax.
[[nodiscard]] Result<Bytes> encodeFrame(const cbor::Value& value);
/// The length in a frame's first four bytes.
[[nodiscard]] std::size_t frameLength(ByteView head);

} // namespace unchained::net
