// SPDX-License-Identifier: Apache-2.0
#include "node/case_text.h"

#include "node/text.h"

#include <map>

namespace unchained::node {

using contract::CaseView;

std::string outcomeText(const std::string& outcome) {
    static const std::map<std::string, std::string> words{
        {"", "open"},
        {"host-wrong", "the host's step was wrong: its bond has answered"},
        {"engine-fault", "the host's step was wrong, and an engine of its build computes it so: its bond goes back"},
        {"false-alarm", "the host's step was right: the deposit is lost"},
        {"host-silent", "the host did not answer in time: its bond has answered"},
        {"opener-silent", "whoever opened it did not answer in time: the deposit is lost"},
        {"both-silent", "nobody answered in time: the claim stands, the deposit is lost"},
        {"not-decided", "the data could not be had: nobody pays"},
        {"moot", "the bond had answered for something else before"},
        {"settled", "the two have settled it"},
        {"ruled", "the arbiter has ruled"},
        {"dismissed", "nobody has decided in time: nothing moves"},
    };
    const auto at = words.find(outcome);
    return at == words.end() ? outcome : at->second;
}

Json toJson(const CaseView& v) {
    Json rounds = Json::array(), evidence = Json::array(), offers = Json::array();
    for (const auto& r : v.rounds)
        rounds.push_back({{"first", r.first},
                          {"last", r.last},
                          {"middle", r.middle},
                          {"host", toJson(r.host)},
                          {"opener", toJson(r.opener)}});
    for (const auto& e : v.evidence)
        evidence.push_back({{"hash", toJson(e.hash)},
                            {"kind", e.kind},
                            {"title", e.title},
                            {"by", toJson(e.by)},
                            {"standing", e.standing},
                            {"bytes", e.bytes},
                            {"time", e.time}});
    for (const auto& o : v.offers)
        offers.push_back({{"by", toJson(o.by)}, {"toOpener", toJson(o.toOpener)}, {"expires", o.expires}});
    return {{"case", toJson(v.id)},
            {"number", v.number},
            {"contract", toJson(v.contract)},
            {"kind", v.kind},
            {"opener", toJson(v.opener)},
            {"against", toJson(v.against)},
            {"arbiter", toJson(v.arbiter)},
            {"asked", toJson(v.asked)},
            {"deposit", toJson(v.deposit)},
            {"text", v.text},
            {"opened", v.opened},
            {"level", v.level},
            {"until", v.until ? Json(*v.until) : Json()},
            {"byDefault", v.byDefault},
            {"outcome", v.outcome.empty() ? Json() : Json(v.outcome)},
            {"toOpener", toJson(v.toOpener)},
            {"steps", v.steps},
            {"first", v.first},
            {"last", v.last},
            {"rounds", rounds},
            {"step", v.step ? Json(*v.step) : Json()},
            {"claimed", toJson(v.claimed)},
            {"disputed", toJson(v.disputed)},
            {"computed", toJson(v.computed)},
            {"engine", v.engine},
            {"tensor", v.tensor.empty() ? Json() : Json(v.tensor)},
            {"differing", v.differing},
            {"values", v.values},
            {"offers", offers},
            {"evidence", evidence}};
}

std::string caseLine(const CaseView& v) {
    return std::to_string(v.number) + "  " + shortHex(v.id) + "  " + v.kind + " of contract " + shortHex(v.contract) +
           ", " + shortHex(v.opener) + " against " + shortHex(v.against) + ": " +
           (v.outcome.empty() ? "level " + v.level : outcomeText(v.outcome));
}

std::string caseText(const CaseView& v, const PeerId& self) {
    const auto name = [&](const PeerId& peer) { return peer == self ? std::string("you") : shortHex(peer); };
    std::string out = "case " + std::to_string(v.number) + "  " + toHex(v.id.view()) + "\n";
    out += "  " + name(v.opener) + " against " + name(v.against) + ", contract " + toHex(v.contract.view()) + "\n";
    if (!v.text.empty()) out += "  \"" + printable(v.text) + "\"\n";
    out += "  asked    " + v.asked.str() + " credits, deposit " + v.deposit.str() + "\n";
    out += "  level    " + v.level;
    const bool thenArbiter = v.arbiter && v.level == "settlement";
    if (v.until)
        out += ", until " + timeText(*v.until) +
               ", then: " + (thenArbiter ? name(*v.arbiter) + " rules" : std::string(outcomeText(v.byDefault)));
    out += "\n";
    for (std::size_t i = 0; i < v.rounds.size(); ++i)
        out += "  round    " + std::to_string(i + 1) + ": steps " + std::to_string(v.rounds[i].first) + " to " +
               std::to_string(v.rounds[i].last - 1) + "\n";
    if (v.step) out += "  step     " + std::to_string(*v.step) + "\n";
    if (v.computed)
        out += "  roots    host " + shortHex(*v.claimed) + ", opener " + shortHex(*v.disputed) + ", hub " +
               shortHex(*v.computed) + " (" + v.engine + ")\n";
    if (v.values > 0)
        out += "  differs  " + std::to_string(v.differing) + " of " + std::to_string(v.values) + " values, first in " +
               printable(v.tensor) + "\n";
    for (const auto& o : v.offers)
        out += "  offer    of " + name(o.by) + ": " + o.toOpener.str() + " credits to " + name(v.opener) + ", until " +
               timeText(o.expires) + "\n";
    for (const auto& e : v.evidence)
        out += "  evidence " + shortHex(e.hash) + "  " + e.kind + " " + printable(e.title) + " of " + name(e.by) +
               ": " + e.standing + "\n";
    if (!v.outcome.empty()) out += "  ended    " + outcomeText(v.outcome) + "\n";
    return out;
}

} // namespace unchained::node
