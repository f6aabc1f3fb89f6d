// SPDX-License-Identifier: Apache-2.0
#include "evidence/figures.h"

#include <nlohmann/json.hpp>
#include <set>

namespace unchained::evidence {

namespace {

using Json = nlohmann::ordered_json;

template <class Fixed>
std::string hex(const Fixed& value) {
    return toHex(value.view());
}

Json asJson(const Figures& f) {
    Json contracts = Json::array();
    for (const ContractFigures& c : f.contracts)
        contracts.push_back({{"contract", hex(c.contract)},
                             {"provider", hex(c.provider)},
                             {"outcome", c.outcome},
                             {"stoppedFirst", c.stoppedFirst.empty() ? Json() : Json(c.stoppedFirst)}});
    Json out;
    out["contract"] = f.contracts.empty() ? Json() : contracts.back()["contract"];
    out["provider"] = f.contracts.empty() ? Json() : contracts.back()["provider"];
    out["contracts"] = std::move(contracts);
    out["steps"] = f.steps;
    out["windows"] = f.windows;
    out["iterations"] = f.iterations;
    out["stateRoot"] = hex(f.stateRoot);
    out["tickets"] = {{"issued", f.issued}, {"won", f.won}, {"claimed", f.claimed}, {"paid", f.paidTickets}};
    out["credits"] = {{"escrowed", f.escrowed},
                      {"paid", f.paid},
                      {"returned", f.returned},
                      {"fees", f.fees},
                      {"refunded", f.refunded}};
    out["verification"] = {{"claimsChecked", f.claimsChecked}, {"failed", f.failed}};
    return out;
}

/// What is wanted must be there and the same; an object may hold more, a list may not.
void compare(const Json& wanted, const Json* found, const std::string& path, std::vector<Message>& out) {
    if (!found) {
        out.push_back(Message("%1 is missing; the evidence gives %2", path, wanted.dump()));
    } else if (wanted.is_object() && found->is_object()) {
        for (const auto& [key, value] : wanted.items()) {
            const auto at = found->find(key);
            compare(value, at == found->end() ? nullptr : &*at, path.empty() ? key : path + "." + key, out);
        }
    } else if (wanted.is_array() && found->is_array() && wanted.size() == found->size()) {
        for (std::size_t i = 0; i < wanted.size(); ++i)
            compare(wanted[i], &(*found)[i], path + "[" + std::to_string(i) + "]", out);
    } else if (wanted != *found || wanted.is_number_float() != found->is_number_float()) {
        const std::string said = found->dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 120);
        out.push_back(Message("%1 is %2; the evidence gives %3", path, said, wanted.dump()));
    }
}

} // namespace

std::string figuresJson(const Figures& figures) {
    return asJson(figures).dump(2);
}

std::vector<Message> reportDiffers(ByteView report, const Figures& figures) {
    std::vector<std::set<std::string>> keys;
    std::string twice;
    const auto watch = [&](int, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::object_start) keys.emplace_back();
        if (event == Json::parse_event_t::object_end) keys.pop_back();
        if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
            twice = value.get<std::string>();
        return true;
    };
    const std::string_view text = asText(report);
    const Json found = Json::parse(text.begin(), text.end(), watch, false);
    if (found.is_discarded() || !found.is_object()) return {Message("is no JSON object")};
    std::vector<Message> out;
    if (!twice.empty()) out.push_back(Message("says '%1' twice", twice));
    compare(asJson(figures), &found, "", out);
    return out;
}

} // namespace unchained::evidence
