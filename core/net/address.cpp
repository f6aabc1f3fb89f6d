// SPDX-License-Identifier: Apache-2.0
#include "net/address.h"

#include "net/net_error.h"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace unchained::net {

namespace {

constexpr std::size_t kHostMax = 253; // RFC 1035: the longest name

Error badAddress(std::string_view text, Message sentence) {
    return makeError(NetError::BadAddress, std::string(text.substr(0, 400)), std::move(sentence),
                     "write host:port, or host:port#fingerprint for a hub; IPv6 in brackets: [::1]:7411");
}

bool isHostCharacter(char c, bool bracketed) {
    const auto u = static_cast<unsigned char>(c);
    if (std::isalnum(u) != 0 && u < 128) return true;
    return bracketed ? (c == ':' || c == '.' || c == '%') : (c == '.' || c == '-' || c == '_');
}

} // namespace

std::string Endpoint::str() const {
    const bool bracketed = host.find(':') != std::string::npos;
    return (bracketed ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

Result<Endpoint> Endpoint::parse(std::string_view text) {
    std::string_view host;
    std::string_view port;
    const bool bracketed = text.starts_with('[');
    if (bracketed) {
        const auto end = text.find(']');
        if (end == std::string_view::npos) return badAddress(text, "the bracket around the IPv6 address is not closed");
        host = text.substr(1, end - 1);
        if (end + 1 >= text.size() || text[end + 1] != ':') return badAddress(text, "the port is missing");
        port = text.substr(end + 2);
    } else {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) return badAddress(text, "the port is missing");
        if (text.find(':', colon + 1) != std::string_view::npos) {
            return badAddress(text, "an IPv6 address needs brackets, and there is one port only");
        }
        host = text.substr(0, colon);
        port = text.substr(colon + 1);
    }
    if (host.empty()) return badAddress(text, "the host is missing");
    if (host.size() > kHostMax) return badAddress(text, Message("the host is longer than %1 characters", kHostMax));
    const auto bad = std::find_if_not(host.begin(), host.end(), [&](char c) { return isHostCharacter(c, bracketed); });
    if (bad != host.end()) return badAddress(text, "the host has a character that no host name or IP address has");
    unsigned number = 0;
    const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (port.empty() || failed != std::errc{} || end != port.data() + port.size() || number > 65535) {
        return badAddress(text, Message("the port \"%1\" is not a number from 0 to 65535", port.substr(0, 40)));
    }
    return Endpoint{std::string(host), static_cast<std::uint16_t>(number)};
}

std::string HubAddress::str() const {
    return endpoint.str() + "#" + toHex(fingerprint.view());
}

Result<HubAddress> HubAddress::parse(std::string_view text) {
    const auto mark = text.find('#');
    if (mark == std::string_view::npos) {
        return badAddress(text, "the hub's fingerprint is missing: without it anybody could pose as the hub");
    }
    auto endpoint = Endpoint::parse(text.substr(0, mark));
    if (!endpoint) return endpoint.error();
    if (endpoint->port == 0) return badAddress(text, "a hub cannot be reached at port 0");
    const auto raw = fromHex(text.substr(mark + 1));
    const auto fingerprint = raw ? SpkiFingerprint::from(*raw) : std::nullopt;
    if (!fingerprint) return badAddress(text, "the fingerprint after # is not 64 hex digits");
    return HubAddress{*std::move(endpoint), *fingerprint};
}

} // namespace unchained::net
