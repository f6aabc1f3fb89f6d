// SPDX-License-Identifier: Apache-2.0
#include "node/listings.h"

#include "node/commands.h"

#include <algorithm>
#include <cstdio>

namespace unchained::node {

namespace {

/// Nothing: nobody whose voice counts has said anything.
std::optional<double> mean(const protocol::FigureOnWire& rating) {
    if (rating.weight == 0) return std::nullopt;
    return 1e-3 * static_cast<double>(rating.mean);
}

Json figureJson(const protocol::FigureOnWire& f) {
    const auto real = [](std::uint64_t thousandths) { return 1e-3 * static_cast<double>(thousandths); };
    return {{"mean", real(f.mean)},
            {"low", real(f.low)},
            {"high", real(f.high)},
            {"weight", real(f.weight)},
            {"count", f.count}};
}

/// A multiply-add is two operations.
double teraflops(std::uint64_t rate) {
    return 2e-12 * static_cast<double>(rate);
}

std::string rateText(std::uint64_t rate) {
    char out[48];
    std::snprintf(out, sizeof out, "%.3g exact TFLOPS", teraflops(rate));
    return out;
}

/// What the hub has seen; null where the rate is the host's own word.
Json measuredJson(const net::ListedHost& host) {
    if (!host.measured) return nullptr;
    return {{"rate", host.measured->rate()},
            {"engine", host.measured->engine},
            {"steps", host.measured->steps},
            {"elapsedMs", host.measured->elapsedMs},
            {"time", host.measured->time}};
}

std::string fraudText(const net::ListedHost& host) {
    char out[32];
    std::snprintf(out, sizeof out, "%.2g %%",
                  100 * static_cast<double>(verification::fraudChance(host.posterior)) / verification::kCertain);
    return out;
}

std::string words(const net::ListedHost& host) {
    const contract::Listing& l = host.listing;
    std::string out = printable(l.name.empty() ? "(no name)" : l.name);
    out += host.online ? "" : "  [away]";
    out += l.open ? "" : "  [takes no new contract]";
    out += "\n  peer     " + toHex(host.peer.view());
    out += "\n  price    " + l.pricePerHour.str() + " credits/h on " + printable(l.device) + ", " + rateText(l.rate) +
           (host.measured ? ", seen by the hub" : ", by its own word");
    out += "\n  bond     up to " + std::min(l.bondMax, host.balance).str() + " credits";
    out += "\n  record   " + starsText(host.standing.rating) + ", " + std::to_string(host.standing.contracts) +
           " contracts, " + std::to_string(host.standing.stepsChecked) + " steps checked, " +
           std::to_string(host.standing.stepsWrong) + " wrong; the next is fake with " + fraudText(host) + "\n";
    return out;
}

} // namespace

std::string starsText(const protocol::FigureOnWire& rating) {
    const auto stars = mean(rating);
    if (!stars) return "unrated";
    char out[64];
    std::snprintf(out, sizeof out, "%.1f stars (%llu)", *stars, static_cast<unsigned long long>(rating.count));
    return out;
}

Json toJson(const protocol::Standing& s) {
    return {{"stepsChecked", s.stepsChecked},
            {"stepsWrong", s.stepsWrong},
            {"contracts", s.contracts},
            {"rating", figureJson(s.rating)},
            {"reliability", figureJson(s.reliability)},
            {"rented", s.rented},
            {"faults", s.faults},
            {"spent", toJson(s.spent)}};
}

Json toJson(const net::ListedHost& host) {
    const contract::Listing& l = host.listing;
    const auto stars = mean(host.standing.rating);
    return {{"peer", toJson(host.peer)},
            {"name", l.name},
            {"price", toJson(l.pricePerHour)},
            {"place", l.place},
            {"device", l.device},
            {"stars", stars ? Json(*stars) : Json()},
            {"ratings", host.standing.rating.count},
            {"stepsChecked", host.standing.stepsChecked},
            {"stepsWrong", host.standing.stepsWrong},
            {"fraud", static_cast<double>(verification::fraudChance(host.posterior)) / verification::kCertain},
            {"contracts", host.standing.contracts},
            {"standing", toJson(host.standing)},
            {"rate", l.rate},
            {"tflops", teraflops(l.rate)},
            {"measured", measuredJson(host)},
            {"bond", toJson(l.bondMax)},
            {"balance", toJson(host.balance)},
            {"engine", l.engine},
            {"build", l.build},
            {"memory", l.memory},
            {"address", l.address.empty() ? Json() : Json(l.address)},
            {"open", l.open},
            {"online", host.online},
            {"since", l.version}};
}

Result<std::vector<net::ListedHost>> askListings(HubTalk& talk) {
    const auto answer = talk.ask(cbor::Array{"listings"});
    if (!answer) return answer.error();
    auto hosts = net::readListings(*answer);
    if (!hosts) return hosts.error();
    std::erase_if(*hosts, [&](const net::ListedHost& host) { return host.listing.hub != talk.hub(); });
    return hosts;
}

int runListings(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = HubTalk::openUnnamed(address);
    if (!talk) return context.fail(talk.error());
    auto hosts = askListings(**talk);
    if (!hosts) return context.fail(hosts.error());
    std::stable_sort(hosts->begin(), hosts->end(), [](const auto& a, const auto& b) {
        const bool freeA = a.online && a.listing.open, freeB = b.online && b.listing.open;
        if (freeA != freeB) return freeA;
        return a.listing.pricePerHour < b.listing.pricePerHour;
    });
    Json document = Json::array();
    std::string text;
    for (const net::ListedHost& host : *hosts) {
        document.push_back(toJson(host));
        text += words(host) + "\n";
    }
    if (hosts->empty()) text = "No host is listed here yet.";
    return context.finish(document, text);
}

} // namespace unchained::node
