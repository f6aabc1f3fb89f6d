// SPDX-License-Identifier: Apache-2.0
#include "net/wire.h"

#include "net/net_error.h"

#include <algorithm>

namespace unchained::net {

namespace {

constexpr const char* kHelloTag = "unchained/hello/v1";
constexpr std::size_t kListMax = 32;
constexpr std::size_t kFeatureBytesMax = 64;
constexpr std::size_t kTextMax = 1024;
constexpr std::size_t kArgsMax = 9;

/// Without control characters (C0, DEL and, in UTF-8, C1), which a terminal would obey.
std::string printable(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto u = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (u < 0x20 || u == 0x7f) text[i] = ' ';
        if (u == 0xc2 && next >= 0x80 && next < 0xa0) text[i] = text[i + 1] = ' ';
    }
    return text;
}

/// Short and valid UTF-8, since the other side refuses a frame with other text. File names may be anything.
std::string sendable(std::string text) {
    if (text.size() > kTextMax) {
        std::size_t end = kTextMax;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
            --end;
        text.resize(end);
    }
    if (cbor::decode(cbor::encode(cbor::Value(text))).ok()) return text;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7f; }, '?');
    return text;
}

cbor::Value encodeArgs(const Message& message) {
    cbor::Array args;
    for (const auto& arg : message.args()) {
        if (args.size() < kArgsMax) args.emplace_back(sendable(arg));
    }
    return args;
}

Message decodeMessage(cbor::Reader& in) {
    std::string pattern = printable(in.text(kTextMax));
    std::vector<std::string> args;
    for (const auto& arg : in.array(kArgsMax)) {
        if (const auto* text = arg.asText(); text && text->size() <= kTextMax) {
            args.push_back(printable(*text));
        } else {
            in.fail("has an argument that is no short text");
        }
    }
    return Message::fromParts(std::move(pattern), std::move(args));
}

std::string listed(const std::vector<std::uint64_t>& versions) {
    std::string out;
    for (const auto version : versions)
        out += (out.empty() ? "" : ", ") + std::to_string(version);
    return out.empty() ? "none" : out;
}

} // namespace

cbor::Value encodeHello(const Hello& hello) {
    cbor::Array versions(hello.versions.begin(), hello.versions.end());
    cbor::Array features(hello.features.begin(), hello.features.end());
    return cbor::Array{kHelloTag, std::move(versions), std::move(features)};
}

Result<Hello> decodeHello(const cbor::Value& frame) {
    // A later hello may have more fields: what is known of it today must still lead to a refusal in words.
    cbor::Reader in(frame, "Hello", 3, 16);
    Hello hello;
    if (in.text(64) != kHelloTag) in.fail("does not begin with \"unchained/hello/v1\"");
    for (const auto& version : in.array(kListMax)) {
        if (const auto* number = version.asUnsigned()) {
            hello.versions.push_back(*number);
        } else {
            in.fail("has a version that is no number");
        }
    }
    for (const auto& feature : in.array(kListMax)) {
        if (const auto* text = feature.asText(); text && text->size() <= kFeatureBytesMax) {
            hello.features.push_back(*text);
        } else {
            in.fail("has a feature that is no short text");
        }
    }
    while (in.left() > 0 && !in.failed())
        (void)in.any();
    if (auto done = in.finish(); !done) return done.error();
    return hello;
}

Result<std::uint64_t> commonVersion(const std::vector<std::uint64_t>& ours, const std::vector<std::uint64_t>& theirs) {
    std::uint64_t best = 0;
    bool found = false;
    for (const auto version : ours) {
        if (std::find(theirs.begin(), theirs.end(), version) == theirs.end()) continue;
        best = std::max(best, version);
        found = true;
    }
    if (found) return best;
    return makeError(NetError::VersionUnknown, "protocol version",
                     Message("one side speaks version %1, the other %2", listed(ours), listed(theirs)),
                     "update the older of the two programs");
}

cbor::Value encodeError(const Error& error) {
    return cbor::Array{std::uint64_t{error.code},
                       sendable(error.subject),
                       sendable(error.sentence.pattern()),
                       encodeArgs(error.sentence),
                       sendable(error.remedy.pattern()),
                       encodeArgs(error.remedy),
                       error.transient};
}

std::optional<Error> decodeError(const cbor::Value& value) {
    cbor::Reader in(value, "Error", 7);
    Error error;
    error.code = in.u32();
    error.subject = printable(in.text(kTextMax));
    error.sentence = decodeMessage(in);
    error.remedy = decodeMessage(in);
    error.transient = in.boolean();
    if (!in.finish()) return std::nullopt;
    return error;
}

Result<Bytes> encodeFrame(const cbor::Value& value) {
    const Bytes body = cbor::encode(value);
    if (body.size() > kFrameMax) {
        return makeError(NetError::BadFrame, "frame",
                         Message("%1 bytes are more than a frame may have (%2)", body.size(), kFrameMax),
                         "send large data as a blob");
    }
    Bytes frame;
    frame.reserve(body.size() + 4);
    for (const int shift : {24, 16, 8, 0})
        frame.push_back(static_cast<std::uint8_t>(body.size() >> shift));
    frame.insert(frame.end(), body.begin(), body.end());
    return frame;
}

std::size_t frameLength(ByteView head) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i)
        length = length << 8 | head[i];
    return length;
}

} // namespace unchained::net
