// SPDX-License-Identifier: Apache-2.0
#include "engine/hosted.h"

#include "engine/market_link.h"
#include "net/session_parameters.h"
#include "protocol/signed.h"

namespace unchained::ui {

std::vector<Hosted> hostedIn(const storage::PeerStore& store, std::size_t most) {
    std::vector<Hosted> out;
    const auto rows = store.sessions(false);
    if (!rows) return out;
    for (auto row = rows->rbegin(); row != rows->rend() && out.size() < most; ++row) {
        if (row->role != storage::Role::Provider) continue;
        const auto stored = net::decodeContract(row->parameters);
        if (!stored) continue;
        const auto offer = protocol::openSigned<contract::Offer>(stored->offer);
        if (!offer) continue;
        const contract::Offer& terms = offer->value;
        Hosted& hosted = out.emplace_back();
        hosted.hub = terms.hub;
        hosted.facts.contract = bytesOf(row->contract);
        hosted.facts.renter = bytesOf(offer->signer);
        hosted.facts.deposit = terms.price + terms.price;
        const auto window = terms.price.times(terms.window);
        hosted.facts.askMost = window ? *window : terms.price;
    }
    return out;
}

} // namespace unchained::ui
