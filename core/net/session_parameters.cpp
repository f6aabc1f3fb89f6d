// SPDX-License-Identifier: Apache-2.0
#include "net/session_parameters.h"

#include <algorithm>

namespace unchained::net {

using cbor::Array;
using namespace protocol;

Bytes encodeContract(const StoredContract& c) {
    return cbor::encode(Array{c.offer, c.acceptance, c.admission, c.windowMs, c.startedAt});
}

Result<StoredContract> decodeContract(ByteView bytes) {
    auto value = cbor::decode(bytes);
    if (!value) return value.error();
    cbor::Reader in(*value, "contract", 5);
    StoredContract c;
    contract::FieldReader fields{in};
    fields(c.offer, c.acceptance, c.admission, c.windowMs, c.startedAt);
    if (auto ok = in.finish(); !ok) return ok.error();
    return c;
}

Result<Session::Parameters> parametersOf(const StoredContract& stored, const PeerId& hub) {
    auto offer = openSigned<contract::Offer>(stored.offer);
    if (!offer) return offer.error();
    auto acceptance = openSigned<contract::Acceptance>(stored.acceptance);
    if (!acceptance) return acceptance.error();
    auto admission = openSigned<contract::Admission>(stored.admission);
    if (!admission) return admission.error();
    const auto bad = [](const char* what) { return makeError(ProtocolError::BadProof, "admission", what); };
    if (offer->value.hub != hub || admission->signer != hub) return bad("is not this hub's");
    if (acceptance->signer != offer->value.provider || acceptance->value.offer != offer->hash())
        return bad("its acceptance is not the provider's");
    if (admission->value.contract != contract::contractId(offer->payload, acceptance->payload))
        return bad("names another contract");
    if (admission->value.bond != offer->value.bond) return bad("locks another bond than was offered");
    Session::Parameters p;
    p.offer = offer->value;
    p.renter = offer->signer;
    p.contract = admission->value.contract;
    p.admission = admission->value;
    p.windowMs = stored.windowMs;
    p.startedAt = stored.startedAt;
    return p;
}

std::int64_t expectedWindowMs(const contract::Offer& offer, Amount pricePerHour) {
    const double hours = pricePerHour.micro() > 0
                             ? static_cast<double>(offer.price.micro()) / static_cast<double>(pricePerHour.micro())
                             : 0.0;
    const double ms = hours * 3.6e6 * static_cast<double>(offer.window);
    return std::max<std::int64_t>(1'000, static_cast<std::int64_t>(std::min(ms, 3.6e9)));
}

} // namespace unchained::net
