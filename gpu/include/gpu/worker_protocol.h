// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gpu/program.h"

#include <variant>

/// What a host and its `unchained-worker` say to each other over the worker's stdin and stdout.
///
/// A frame is the length of an item in 4 bytes, big-endian, and the item in canonical CBOR, an array whose first
/// element names it. The host sends requests, the worker works on one at a time in the order they came and answers each
/// with exactly one final reply; only a Cancel overtakes. Ids are the host's choice, each used once. States and data
/// sets do not pass through the pipe: they lie in the blob directory, each under its root's hex. Pure; safe from any
/// thread.
namespace unchained::gpu::worker {

enum class WorkerError : std::uint32_t {
    BadFrame = 1500, ///< longer than kFrameBytesMax, or no canonical CBOR
    BadMessage,      ///< an item that is no request or no reply of this version
    NothingLoaded,   ///< a request for a job before any job was loaded
    BlobMissing,     ///< the blob directory has no blob of this root
    BlobCorrupt,     ///< the blob's bytes do not have its root
    BlobUnreadable,  ///< another failure to read, or a size that cannot be right
    BlobNotWritten,  ///< the new state could not be written; transient where the disk is full
    CannotStart,     ///< the worker's program is missing or refused to start
    Died,            ///< the worker ended in the middle of a request; transient
    Cancelled,       ///< the caller asked for it
    Stopped,         ///< the host stopped the worker
};

inline constexpr std::size_t kFrameBytesMax = std::size_t{16} << 20;
inline constexpr std::size_t kStepsMax = 65536; ///< of one Run

/// A job as the worker sees it: all that the state of a step follows from, but for states and seeds.
struct Job {
    std::string program; ///< "train/v1"
    cbor::Value parameters;
    NoiseTerms noise;
    std::optional<Hash256> dataRoot; ///< nothing: no data yet, only Init is possible
    bool operator==(const Job&) const = default;
};

/// ["load", id, program, parameters, noise scales, amplitude, data root or null] -> Loaded. Replaces the job before it;
/// the same job again, or with other noise terms, costs nothing.
struct Load {
    std::uint64_t id = 0;
    Job job;
};

/// ["init", id] -> Initial. Y[0] from the parameters' seed, written as a blob; where the parameters name a root, that
/// blob is verified.
struct Init {
    std::uint64_t id = 0;
};

struct SeededStep {
    std::uint64_t step = 0; ///< number over the whole contract
    Hash256 seed;           ///< a[step]
};

/// ["run", id, from, start iteration, iterations per step, [[step, seed]…], keep, bare] -> StepDone for each step, or
/// StepFailed and no more steps; then RunDone or Cancelled.
///
/// Step i covers the job's iterations startIteration + i·iterationsPerStep and following. The steps are applied one
/// after another in the order given; of parallel work each begins at `from`, and its root is that of its own bytes. A
/// state at hand with the root `from` is not read again.
struct Run {
    std::uint64_t id = 0;
    Hash256 from;
    std::uint64_t startIteration = 0;
    std::uint32_t iterationsPerStep = 1;
    std::vector<SeededStep> steps;
    bool keep = false; ///< write the state after each step as a blob
    bool bare = false; ///< do some of the steps also without noise, root and blob, to measure what those cost
};

/// ["evaluate", id, root] -> Evaluated: this state on the held-out part of the data.
struct Evaluate {
    std::uint64_t id = 0;
    Hash256 root;
};

/// ["devices", id] -> DeviceList. Needs no job; proves and measures every engine, which takes about a second.
struct Devices {
    std::uint64_t id = 0;
};

/// ["cancel", id]: no request of its own; the Run `id` ends after the step at hand with Cancelled. One that has ended
/// already, or that has no steps, is not touched.
struct Cancel {
    std::uint64_t id = 0;
};

using Request = std::variant<Load, Init, Run, Evaluate, Devices, Cancel>;

/// CPU time, user and system, of all threads of the worker since it started; in each final reply.
struct ProcessCpu {
    std::uint64_t ns = 0;
};

/// ["loaded", id, cpu, engine, state bytes, work per iteration, iterations, [[name, [shape…], noised]…], device]
struct Loaded {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    std::string engine;
    std::uint64_t stateBytes = 0;
    std::uint64_t workPerIteration = 0;
    std::uint64_t iterations = 0;
    std::vector<TensorInfo> layout;
    std::string device = {}; ///< what the processor or the card that the engine computes on calls itself
};

/// ["initial", id, cpu, root, proposed scales, proposed amplitude]
struct Initial {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    Hash256 root;
    NoiseTerms proposedNoise;
};

/// ["step", id, step, root, wall ns, noise ns, hash ns]
struct StepDone {
    std::uint64_t id = 0;
    std::uint64_t step = 0;
    Hash256 root;              ///< of the state after the step
    std::uint64_t wallNs = 0;  ///< the iterations, with their noise
    std::uint64_t noiseNs = 0; ///< making and adding noise, a part of wallNs
    std::uint64_t hashNs = 0;  ///< the root, after wallNs
};

/// ["failed", id, step]: the step made a NaN or an infinity.
struct StepFailed {
    std::uint64_t id = 0;
    std::uint64_t step = 0;
};

/// ["done", id, cpu, cpu ns, bare cpu ns, plain cpu ns]
struct RunDone {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    std::uint64_t cpuNs = 0;      ///< CPU time of the request without its bare part
    std::uint64_t bareCpuNs = 0;  ///< CPU time spent on bare steps
    std::uint64_t plainCpuNs = 0; ///< of cpuNs, what the same steps would have taken bare; 0: not measured
};

/// ["evaluated", id, cpu, samples, correct, bits of the loss]
struct Evaluated {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    Evaluation evaluation;
};

/// One engine of the worker on one device.
struct Device {
    std::string engine;
    std::string device;     ///< what the processor or the card calls itself; empty where the engine cannot be used
    std::uint64_t rate = 0; ///< exact multiply-adds a second (measureEngine() of gpu/engine.h); 0: unusable
    std::string reason;     ///< why it cannot be used; empty when it can
};

/// ["device-list", id, cpu, [[engine, device, rate, reason]…]], slowest first
struct DeviceList {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    std::vector<Device> devices;
};

/// ["cancelled", id, cpu]
struct Cancelled {
    std::uint64_t id = 0;
    ProcessCpu cpu;
};

/// ["error", id, cpu, code, subject, [sentence, argument…], [remedy, argument…], transient]; id 0 where the request
/// could not be read.
struct Refused {
    std::uint64_t id = 0;
    ProcessCpu cpu;
    Error error;
};

using Reply = std::variant<Loaded, Initial, StepDone, StepFailed, RunDone, Evaluated, DeviceList, Cancelled, Refused>;

[[nodiscard]] std::uint64_t idOf(const Request& request);
[[nodiscard]] std::uint64_t idOf(const Reply& reply);
/// All but StepDone and StepFailed end their request.
[[nodiscard]] bool isFinal(const Reply& reply);
/// What a final reply says of the process; 0 ns for the others.
[[nodiscard]] ProcessCpu cpuOf(const Reply& reply);

[[nodiscard]] cbor::Value encode(const Request& request);
[[nodiscard]] cbor::Value encode(const Reply& reply);
/// WorkerError::BadMessage.
[[nodiscard]] Result<Request> decodeRequest(const cbor::Value& value);
[[nodiscard]] Result<Reply> decodeReply(const cbor::Value& value);

/// A whole frame; BadFrame where the item is too long.
[[nodiscard]] Result<Bytes> makeFrame(const cbor::Value& value);

/// Cuts what comes out of a pipe into items. After an error the stream cannot be read on.
class FrameReader {
public:
    void add(ByteView bytes);
    /// The next whole item; nothing where more bytes are needed.
    [[nodiscard]] Result<std::optional<cbor::Value>> next();

private:
    Bytes m_bytes;
    std::size_t m_at = 0; ///< what is before has been read
};

} // namespace unchained::gpu::worker
