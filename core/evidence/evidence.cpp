// SPDX-License-Identifier: Apache-2.0
#include "evidence/evidence.h"

#include "identity/envelope.h"

#include <algorithm>

namespace unchained::evidence {

using cbor::Array;
using cbor::Value;

namespace {

/// Notices that consist of a name and one envelope.
constexpr std::string_view kEnvelopes[] = {"batch-closed", "check-result", "paid",         "close",   "leaving",
                                           "fault",        "beacon",       "logged",       "settled", "blame",
                                           "case-ended",   "forced",       "market-ended", "hired"};

/// A Leave that names the last receipted window can be held against it. One that was signed while a last window was on
/// its way names the one before; nothing in the record could tell it from a forged one.
bool leavesAtTheEnd(const Value& envelope, const protocol::RenterSession& session) {
    const Bytes* bytes = envelope.asBytes();
    const auto leave = protocol::openSigned<contract::Leave>(bytes ? ByteView(*bytes) : ByteView());
    return leave && leave->value.window == session.receipted();
}

/// The part of a hub's notice that can be proved; nothing where that is nothing.
std::optional<Value> provable(const Value& notice, const protocol::RenterSession& session) {
    const Array* items = notice.asArray();
    const std::string* name = items && !items->empty() ? items->front().asText() : nullptr;
    if (!name) return std::nullopt;
    const std::size_t size = items->size();
    if (*name == "claim" && size >= 2) return Value(Array{*name, items->back()}); // without the hub's bare numbers
    if (*name == "top-up" && size == 2) return notice;
    if (*name == "leaving" && size == 2 && !leavesAtTheEnd(items->back(), session)) return std::nullopt;
    if ((*name == "receipt-wanted" || *name == "silence" || *name == "round") && size == 4) return notice;
    if (*name == "silence" && size == 5) return notice;
    const bool envelope = std::find(std::begin(kEnvelopes), std::end(kEnvelopes), *name) != std::end(kEnvelopes);
    if (envelope && size == 2) return notice;
    return std::nullopt;
}

Error malformed(Message why) {
    return makeError(EvidenceError::Malformed, "evidence.cbor", std::move(why), "get an undamaged copy of it");
}

} // namespace

ContractEvidence fromSession(const protocol::RenterSession& session, Bytes offer, Bytes acceptance, Bytes admission) {
    ContractEvidence out;
    out.offer = std::move(offer);
    out.acceptance = std::move(acceptance);
    out.admission = std::move(admission);
    for (std::uint64_t k = 1; k <= session.receipted() + 1; ++k)
        out.seeds.push_back(session.seeds().at(k));
    for (const protocol::WindowRecord& w : session.windows())
        out.windows.push_back({w.roots, w.commitEnvelope, w.receiptEnvelope, w.secret});
    out.close = session.closeEnvelope();
    for (const Value& notice : session.notices())
        if (auto kept = provable(notice, session)) out.notices.push_back(std::move(*kept));
    return out;
}

Bytes sealEvidence(const identity::Keys& renter, const Evidence& evidence) {
    return identity::seal(renter, contract::encodeStructure(evidence));
}

Result<SignedEvidence> openEvidence(ByteView file) {
    if (file.size() > kEvidenceBytesMax)
        return makeError(EvidenceError::TooLarge, "evidence.cbor",
                         Message("is longer than %1 bytes", kEvidenceBytesMax));
    SignedEvidence out;
    identity::Signature signature;
    Bytes payload;
    {
        const auto outer = cbor::decode(file);
        if (!outer) return malformed(Message("is not canonical CBOR (%1)", outer.error().text()));
        cbor::Reader in(*outer, "envelope", 3);
        payload = in.bytes(kEvidenceBytesMax);
        out.signer = in.fixed<PeerId>();
        signature = in.fixed<identity::Signature>();
        if (auto done = in.finish(); !done) return malformed(Message("is no envelope (%1)", done.error().text()));
    }
    if (!identity::isUsablePeer(out.signer) || !identity::verify(out.signer, payload, signature))
        return makeError(EvidenceError::BadSignature, "evidence.cbor",
                         Message("its signature is not that of the renter %1", toHex(out.signer.view())),
                         "it was altered after it was signed: get an unaltered copy");
    auto evidence = contract::decodeStructure<Evidence>(payload);
    if (!evidence) return malformed(Message("does not decode (%1)", evidence.error().text()));
    out.evidence = std::move(*evidence);
    return out;
}

} // namespace unchained::evidence
