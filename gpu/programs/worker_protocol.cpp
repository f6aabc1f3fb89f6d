// SPDX-License-Identifier: Apache-2.0
#include "gpu/worker_protocol.h"

#include <bit>
#include <type_traits>

namespace unchained::gpu::worker {

namespace {

constexpr std::size_t kScalesMax = 65536;
constexpr std::size_t kDimensionsMax = 16;
constexpr std::size_t kArgumentsMax = 9;
constexpr std::size_t kDevicesMax = 256;

cbor::Array scalesOf(const NoiseTerms& noise) {
    cbor::Array scales;
    for (const std::int32_t scale : noise.scales)
        scales.emplace_back(std::int64_t{scale});
    return scales;
}

NoiseTerms readNoise(cbor::Reader& in) {
    NoiseTerms noise;
    for (const cbor::Value& item : in.array(kScalesMax)) {
        const auto scale = item.asSigned();
        if (!scale || *scale < INT32_MIN || *scale > INT32_MAX) {
            in.fail("has a noise scale that is no 32-bit integer");
            break;
        }
        noise.scales.push_back(static_cast<std::int32_t>(*scale));
    }
    noise.amplitude = in.u32();
    return noise;
}

cbor::Array partsOf(const Message& message) {
    cbor::Array parts{message.pattern()};
    for (const std::string& argument : message.args())
        parts.emplace_back(argument);
    return parts;
}

Message readMessage(cbor::Reader& in) {
    std::vector<std::string> texts;
    for (const cbor::Value& item : in.array(1 + kArgumentsMax)) {
        const std::string* text = item.asText();
        if (!text) {
            in.fail("has a sentence that is no text");
            return {};
        }
        texts.push_back(*text);
    }
    if (texts.empty()) return {};
    std::string pattern = std::move(texts.front());
    texts.erase(texts.begin());
    return Message::fromParts(std::move(pattern), std::move(texts));
}

/// Takes over what a reader of a nested array found wrong.
void adopt(cbor::Reader& outer, cbor::Reader& inner) {
    if (auto done = inner.finish(); !done) outer.fail(done.error().sentence.str());
}

cbor::Array tensorsOf(const std::vector<TensorInfo>& layout) {
    cbor::Array tensors;
    for (const TensorInfo& tensor : layout) {
        cbor::Array shape;
        for (const std::uint64_t length : tensor.shape)
            shape.emplace_back(length);
        tensors.emplace_back(cbor::Array{tensor.name, std::move(shape), tensor.noised});
    }
    return tensors;
}

std::vector<TensorInfo> readTensors(cbor::Reader& in) {
    std::vector<TensorInfo> layout;
    for (const cbor::Value& item : in.array()) {
        cbor::Reader fields(item, "tensor", 3);
        TensorInfo tensor;
        tensor.name = fields.text();
        for (const cbor::Value& length : fields.array(kDimensionsMax)) {
            const std::uint64_t* number = length.asUnsigned();
            if (!number) fields.fail("has a length that is no unsigned integer");
            tensor.shape.push_back(number ? *number : 0);
        }
        tensor.noised = fields.boolean();
        adopt(in, fields);
        layout.push_back(std::move(tensor));
    }
    return layout;
}

std::vector<SeededStep> readSteps(cbor::Reader& in) {
    std::vector<SeededStep> steps;
    for (const cbor::Value& item : in.array(kStepsMax)) {
        cbor::Reader fields(item, "step", 2);
        SeededStep step;
        step.step = fields.u64();
        step.seed = fields.fixed<Hash256>();
        adopt(in, fields);
        steps.push_back(step);
    }
    return steps;
}

ProcessCpu readCpu(cbor::Reader& in) {
    return {in.u64()};
}

cbor::Array fieldsOf(const Load& r) {
    return {"load",
            r.id,
            r.job.program,
            r.job.parameters,
            scalesOf(r.job.noise),
            r.job.noise.amplitude,
            r.job.dataRoot ? cbor::Value(*r.job.dataRoot) : cbor::Value()};
}

cbor::Array fieldsOf(const Init& r) {
    return {"init", r.id};
}

cbor::Array fieldsOf(const Run& r) {
    cbor::Array steps;
    for (const SeededStep& step : r.steps)
        steps.emplace_back(cbor::Array{step.step, step.seed});
    return {"run", r.id, r.from, r.startIteration, r.iterationsPerStep, std::move(steps), r.keep, r.bare};
}

cbor::Array fieldsOf(const Evaluate& r) {
    return {"evaluate", r.id, r.root};
}

cbor::Array fieldsOf(const Devices& r) {
    return {"devices", r.id};
}

cbor::Array fieldsOf(const Cancel& r) {
    return {"cancel", r.id};
}

cbor::Array fieldsOf(const Loaded& r) {
    return {"loaded", r.id, r.cpu.ns, r.engine, r.stateBytes, r.workPerIteration, r.iterations, tensorsOf(r.layout),
            r.device};
}

cbor::Array fieldsOf(const Initial& r) {
    return {"initial", r.id, r.cpu.ns, r.root, scalesOf(r.proposedNoise), r.proposedNoise.amplitude};
}

cbor::Array fieldsOf(const StepDone& r) {
    return {"step", r.id, r.step, r.root, r.wallNs, r.noiseNs, r.hashNs};
}

cbor::Array fieldsOf(const StepFailed& r) {
    return {"failed", r.id, r.step};
}

cbor::Array fieldsOf(const RunDone& r) {
    return {"done", r.id, r.cpu.ns, r.cpuNs, r.bareCpuNs, r.plainCpuNs};
}

cbor::Array fieldsOf(const Evaluated& r) {
    return {"evaluated",
            r.id,
            r.cpu.ns,
            r.evaluation.samples,
            r.evaluation.correct,
            std::bit_cast<std::uint32_t>(r.evaluation.loss)};
}

cbor::Array fieldsOf(const DeviceList& r) {
    cbor::Array devices;
    for (const Device& d : r.devices)
        devices.emplace_back(cbor::Array{d.engine, d.device, d.rate, d.reason});
    return {"device-list", r.id, r.cpu.ns, std::move(devices)};
}

cbor::Array fieldsOf(const Cancelled& r) {
    return {"cancelled", r.id, r.cpu.ns};
}

cbor::Array fieldsOf(const Refused& r) {
    return {"error",
            r.id,
            r.cpu.ns,
            r.error.code,
            r.error.subject,
            partsOf(r.error.sentence),
            partsOf(r.error.remedy),
            r.error.transient};
}

// Each reads what its fieldsOf() wrote, after the word.

void read(cbor::Reader& in, Load& r) {
    r.id = in.u64();
    r.job.program = in.text();
    r.job.parameters = in.any();
    r.job.noise = readNoise(in);
    const cbor::Value& root = in.any();
    if (root.isNull()) return;
    const Bytes* bytes = root.asBytes();
    r.job.dataRoot = bytes ? Hash256::from(*bytes) : std::nullopt;
    if (!r.job.dataRoot) in.fail("has a data root that is not 32 bytes long");
}

void read(cbor::Reader& in, Init& r) {
    r.id = in.u64();
}

void read(cbor::Reader& in, Run& r) {
    r.id = in.u64();
    r.from = in.fixed<Hash256>();
    r.startIteration = in.u64();
    r.iterationsPerStep = in.u32();
    r.steps = readSteps(in);
    r.keep = in.boolean();
    r.bare = in.boolean();
}

void read(cbor::Reader& in, Evaluate& r) {
    r.id = in.u64();
    r.root = in.fixed<Hash256>();
}

void read(cbor::Reader& in, Devices& r) {
    r.id = in.u64();
}

void read(cbor::Reader& in, Cancel& r) {
    r.id = in.u64();
}

void read(cbor::Reader& in, Loaded& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    r.engine = in.text();
    r.stateBytes = in.u64();
    r.workPerIteration = in.u64();
    r.iterations = in.u64();
    r.layout = readTensors(in);
    r.device = in.text();
}

void read(cbor::Reader& in, Initial& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    r.root = in.fixed<Hash256>();
    r.proposedNoise = readNoise(in);
}

void read(cbor::Reader& in, StepDone& r) {
    r.id = in.u64();
    r.step = in.u64();
    r.root = in.fixed<Hash256>();
    r.wallNs = in.u64();
    r.noiseNs = in.u64();
    r.hashNs = in.u64();
}

void read(cbor::Reader& in, StepFailed& r) {
    r.id = in.u64();
    r.step = in.u64();
}

void read(cbor::Reader& in, RunDone& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    r.cpuNs = in.u64();
    r.bareCpuNs = in.u64();
    r.plainCpuNs = in.u64();
}

void read(cbor::Reader& in, Evaluated& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    r.evaluation.samples = in.u64();
    r.evaluation.correct = in.u64();
    r.evaluation.loss = std::bit_cast<float>(in.u32());
}

void read(cbor::Reader& in, DeviceList& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    for (const cbor::Value& item : in.array(kDevicesMax)) {
        cbor::Reader fields(item, "device", 4);
        Device device;
        device.engine = fields.text();
        device.device = fields.text();
        device.rate = fields.u64();
        device.reason = fields.text();
        adopt(in, fields);
        r.devices.push_back(std::move(device));
    }
}

void read(cbor::Reader& in, Cancelled& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
}

void read(cbor::Reader& in, Refused& r) {
    r.id = in.u64();
    r.cpu = readCpu(in);
    r.error.code = in.u32();
    r.error.subject = in.text();
    r.error.sentence = readMessage(in);
    r.error.remedy = readMessage(in);
    r.error.transient = in.boolean();
}

/// The alternative of a variant whose encoding begins with the item's word.
template <class Variant, std::size_t I = 0>
Result<Variant> decodeAs(const cbor::Value& value, const std::string& word) {
    if constexpr (I == std::variant_size_v<Variant>) {
        return makeError(WorkerError::BadMessage, word, "is not a message of this version of the worker",
                         "install host and worker of the same version");
    } else {
        std::variant_alternative_t<I, Variant> message;
        const cbor::Array pattern = fieldsOf(message);
        if (*pattern[0].asText() != word) return decodeAs<Variant, I + 1>(value, word);
        cbor::Reader in(value, word, pattern.size());
        in.any(); // the word
        read(in, message);
        if (auto done = in.finish(); !done) {
            return makeError(WorkerError::BadMessage, word, done.error().sentence,
                             "install host and worker of the same version");
        }
        return Variant(std::move(message));
    }
}

template <class Variant>
Result<Variant> decodeMessage(const cbor::Value& value) {
    const cbor::Array* array = value.asArray();
    const std::string* word = array && !array->empty() ? array->front().asText() : nullptr;
    return decodeAs<Variant>(value, word ? *word : "message");
}

} // namespace

std::uint64_t idOf(const Request& request) {
    return std::visit([](const auto& r) { return r.id; }, request);
}

std::uint64_t idOf(const Reply& reply) {
    return std::visit([](const auto& r) { return r.id; }, reply);
}

bool isFinal(const Reply& reply) {
    return !std::holds_alternative<StepDone>(reply) && !std::holds_alternative<StepFailed>(reply);
}

ProcessCpu cpuOf(const Reply& reply) {
    return std::visit(
        [](const auto& r) -> ProcessCpu {
            if constexpr (requires { r.cpu; }) {
                return r.cpu;
            } else {
                return {};
            }
        },
        reply);
}

cbor::Value encode(const Request& request) {
    return std::visit([](const auto& r) { return cbor::Value(fieldsOf(r)); }, request);
}

cbor::Value encode(const Reply& reply) {
    return std::visit([](const auto& r) { return cbor::Value(fieldsOf(r)); }, reply);
}

Result<Request> decodeRequest(const cbor::Value& value) {
    return decodeMessage<Request>(value);
}

Result<Reply> decodeReply(const cbor::Value& value) {
    return decodeMessage<Reply>(value);
}

Result<Bytes> makeFrame(const cbor::Value& value) {
    const Bytes item = cbor::encode(value);
    if (item.size() > kFrameBytesMax) {
        return makeError(WorkerError::BadFrame, "message",
                         {"has %1 bytes; %2 are allowed", item.size(), kFrameBytesMax}, "ask for fewer steps at once");
    }
    Bytes frame;
    frame.reserve(4 + item.size());
    for (const int shift : {24, 16, 8, 0})
        frame.push_back(static_cast<std::uint8_t>(item.size() >> shift));
    frame.insert(frame.end(), item.begin(), item.end());
    return frame;
}

void FrameReader::add(ByteView bytes) {
    // What was read is dropped only now, so that many short frames in one piece are not moved each time.
    m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(m_at));
    m_at = 0;
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
}

Result<std::optional<cbor::Value>> FrameReader::next() {
    const ByteView left = ByteView(m_bytes).subspan(m_at);
    if (left.size() < 4) return std::optional<cbor::Value>();
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
        size = size << 8 | left[i];
    if (size > kFrameBytesMax) {
        return makeError(WorkerError::BadFrame, "frame", {"has %1 bytes; %2 are allowed", size, kFrameBytesMax});
    }
    if (left.size() < 4 + size) return std::optional<cbor::Value>();
    auto value = cbor::decode(left.subspan(4, size));
    if (!value) return makeError(WorkerError::BadFrame, "frame", value.error().sentence);
    m_at += 4 + size;
    return std::optional<cbor::Value>(std::move(*value));
}

} // namespace unchained::gpu::worker
