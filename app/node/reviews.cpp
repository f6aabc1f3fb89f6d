// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"
#include "node/hub_talk.h"
#include "node/listings.h"
#include "node/text.h"
#include "protocol/signed.h"
#include "protocol/standing.h"
#include "reputation/standing.h"
#include "storage/peer_store.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace unchained::node {

using cbor::Array;
using cbor::Value;

namespace {

constexpr std::size_t kTextMax = 2000;

TimeMs nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string textIn(Arguments& in) {
    const std::string text = in.text("text");
    if (text.size() > kTextMax) in.fail("--text", Message("is longer than %1 bytes", kTextMax), "shorten it");
    if (!isUtf8(asBytes(text))) in.fail("--text", "is not UTF-8", "write it in UTF-8");
    return text;
}

/// "4" or "5,4,4,3".
std::vector<std::uint32_t> starsIn(Arguments& in) {
    const std::string text = in.text("stars");
    std::vector<std::uint32_t> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        std::uint32_t star = 0;
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + comma, star);
        const bool good = error == std::errc{} && end == text.data() + comma && star >= 1 && star <= 5;
        out.push_back(good ? star : 0);
        at = comma + 1;
    }
    if (out.size() == 1) out.assign(reputation::kDimensions, out.front());
    if (out.size() != reputation::kDimensions || std::count(out.begin(), out.end(), 0u) > 0)
        in.fail("--stars", Message("'%1' is not one number from 1 to 5, and not four", text), "write 5, or 5,4,4,3");
    return out;
}

/// Says something signed of a contract to the hub, and its answer. Without the lock: it is the same however often it
/// is sent, and nothing is stored here.
template <class Make>
Result<void> say(Context& context, const net::HubAddress& address, const char* name, const Make& make) {
    const auto directory = context.read();
    if (!directory) return directory.error();
    const auto keys = context.keys(*directory, MissingKey::Refuse);
    if (!keys) return keys.error();
    const auto talk = HubTalk::open(address, keys->keys);
    if (!talk) return talk.error();
    const auto answer = (*talk)->ask(Array{name, protocol::sealed(keys->keys, make((*talk)->hub()))});
    if (!answer) return answer.error();
    return {};
}

Json starsJson(const std::vector<std::uint32_t>& stars) {
    Json out = Json::object();
    for (std::size_t i = 0; i < stars.size() && i < reputation::kDimensions; ++i)
        out[reputation::kDimensionNames[i]] = stars[i];
    return out;
}

/// A row of `reviews`; nothing where it is not signed as it should be.
std::optional<Json> reviewJson(const Value& row, std::string& words) {
    cbor::Reader in(row, "review", 5);
    const Bytes envelope = in.bytes();
    const TimeMs time = in.i64();
    const std::uint64_t tickets = in.u64(), weight = in.u64();
    std::optional<Bytes> replied;
    contract::FieldReader fields{in};
    fields(replied);
    const auto review = protocol::openSigned<contract::Review>(envelope);
    if (!in.finish() || !review || review->value.stars.size() != reputation::kDimensions) return std::nullopt;
    const auto reply =
        replied ? protocol::openSigned<contract::Reply>(*replied) : Result<protocol::Signed<contract::Reply>>(Error{});
    const auto& stars = review->value.stars;
    char head[64];
    std::snprintf(head, sizeof head, "%u %u %u %u of 5, weight %.2f  ", stars[0], stars[1], stars[2], stars[3],
                  1e-3 * static_cast<double>(weight));
    words += head + toHex(review->signer.view()) + "\n";
    if (!review->value.text.empty()) words += "  " + printable(review->value.text) + "\n";
    if (reply) words += "  Reply: " + printable(reply->value.text) + "\n";
    return Json{{"by", toJson(review->signer)},
                {"contract", toJson(review->value.contract)},
                {"stars", starsJson(stars)},
                {"text", review->value.text},
                {"time", time},
                {"tickets", tickets},
                {"weight", 1e-3 * static_cast<double>(weight)},
                {"reply", reply ? Json(reply->value.text) : Json()}};
}

Result<storage::PeerStore> storeOf(const Result<storage::DataDirectory>& directory) {
    if (!directory) return directory.error();
    return storage::PeerStore::open(directory->peerDatabase());
}

int block(Context& context, const Arguments& arguments, bool on) {
    Arguments in = arguments;
    const PeerId peer = in.peerOperand(0);
    if (in.failed()) return context.fail(*in.failed());
    const auto directory = context.lock(true);
    auto store = storeOf(directory);
    if (!store) return context.fail(store.error());
    if (auto ok = on ? store->block(peer, nowMs()) : store->unblock(peer); !ok) return context.fail(ok.error());
    return context.finish({{"peer", toJson(peer)}, {"blocked", on}},
                          toHex(peer.view()) + (on ? " is blocked" : " is not blocked"));
}

} // namespace

int runReview(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto contract = in.hash("contract");
    const auto stars = starsIn(in);
    const std::string text = textIn(in);
    if (in.failed()) return context.fail(*in.failed());
    const auto said = say(context, address, "review", [&](const PeerId& hub) {
        return contract::Review{hub, *contract, static_cast<std::uint64_t>(nowMs()), stars, text};
    });
    if (!said) return context.fail(said.error());
    return context.finish(
        {{"contract", toJson(*contract)}, {"stars", starsJson(stars)}, {"text", text.empty() ? Json() : Json(text)}},
        "reviewed " + toHex(contract->view()));
}

int runReply(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto contract = in.hash("contract");
    const std::string text = textIn(in);
    if (in.failed()) return context.fail(*in.failed());
    const auto said = say(context, address, "reply", [&](const PeerId& hub) {
        return contract::Reply{hub, *contract, static_cast<std::uint64_t>(nowMs()), text};
    });
    if (!said) return context.fail(said.error());
    return context.finish({{"contract", toJson(*contract)}, {"text", text}},
                          "replied to the review of " + toHex(contract->view()));
}

int runReviews(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const PeerId peer = in.peerOperand(0);
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = HubTalk::openUnnamed(address);
    if (!talk) return context.fail(talk.error());
    const auto answer = (*talk)->ask(Array{"reviews", peer});
    if (!answer) return context.fail(answer.error());
    Json document = Json::array();
    std::string words;
    const Array* rows = answer->asArray();
    for (const Value& row : rows ? *rows : Array{})
        if (auto review = reviewJson(row, words)) document.push_back(std::move(*review));
    return context.finish(document, words.empty() ? "There is no review of this peer that may be read." : words);
}

int runStanding(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const PeerId peer = in.peerOperand(0);
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = HubTalk::openUnnamed(address);
    if (!talk) return context.fail(talk.error());
    const auto answer = (*talk)->ask(Array{"standing", peer});
    if (!answer) return context.fail(answer.error());
    const auto s = contract::readFields<protocol::Standing>(*answer, "standing");
    if (!s) return context.fail(s.error());
    char reliability[80];
    std::snprintf(reliability, sizeof reliability, "%.1f %% (%.1f to %.1f)",
                  0.1 * static_cast<double>(s->reliability.mean), 0.1 * static_cast<double>(s->reliability.low),
                  0.1 * static_cast<double>(s->reliability.high));
    return context.finish(toJson(*s), starsText(s->rating) + "\nas a host: " + std::to_string(s->contracts) +
                                          " contracts kept, " + std::to_string(s->stepsChecked) + " steps checked, " +
                                          std::to_string(s->stepsWrong) + " wrong, kept of what it promised " +
                                          reliability + "\nas a renter: " + std::to_string(s->rented) +
                                          " rentals for " + s->spent.str() + " credits, " + std::to_string(s->faults) +
                                          " broken");
}

int runBlock(Context& context, const Arguments& arguments) {
    return block(context, arguments, true);
}

int runUnblock(Context& context, const Arguments& arguments) {
    return block(context, arguments, false);
}

int runBlocked(Context& context, const Arguments& /*arguments*/) {
    const auto directory = context.read();
    if (!directory) return context.fail(directory.error());
    const auto store = storage::PeerStore::openReadOnly(directory->peerDatabase());
    if (!store) return context.fail(store.error());
    const auto blocked = store->blocked();
    if (!blocked) return context.fail(blocked.error());
    Json document = Json::array();
    std::string words;
    for (const PeerId& peer : *blocked) {
        document.push_back(toJson(peer));
        words += toHex(peer.view()) + "\n";
    }
    return context.finish(document, words.empty() ? "Nobody is blocked." : words);
}

} // namespace unchained::node
