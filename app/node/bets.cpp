// SPDX-License-Identifier: Apache-2.0
#include "node/commands.h"

#include "betting/market.h"
#include "identity/random.h"
#include "node/hub_talk.h"
#include "protocol/bets_view.h"
#include "protocol/signed.h"
#include "storage/peer_store.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace unchained::node {

using cbor::Array;
using cbor::Value;
using contract::MarketId;
using protocol::MarketView;
using protocol::OpeningView;
using protocol::PositionView;

namespace {

constexpr std::uint64_t kStepMost = std::uint64_t{1} << 20;

// ---- words

std::string percent(std::int64_t price) {
    char out[32];
    std::snprintf(out, sizeof out, "%.1f %%", static_cast<double>(price) / 1e4);
    return out;
}

std::string subjectOf(const MarketId& id) {
    return (id.step ? "step " + std::to_string(*id.step) + " of " : "every step of ") + toHex(id.contract.view());
}

std::string checkText(const MarketView& m) {
    if (m.check == "made") return "was made";
    if (m.check == "running") return "is under way";
    if (m.check == "waits") return "waits for a claim";
    return m.state == "open" ? "starts when " + m.forcedBy.str() + " credits are on wrong" : "was not forced";
}

std::string sayOf(const MarketView& m) {
    std::string out = "Is " + subjectOf(m.market) + " right?  [" + m.state + "]";
    out += "\n  right    " + percent(m.right) + ", opened at " + percent(m.openedRight);
    out += "\n  staked   " + m.onRight.str() + " credits on right, " + m.onWrong.str() + " on wrong";
    out += m.state == "open" ? ", at most " + m.stakesLeft.str() + " more" : std::string();
    out += "\n  check    " + checkText(m);
    out += "\n  host     " + toHex(m.provider.view()) + ", bond " + m.bond.str() + " credits";
    if (m.oddsToOne > 0)
        out += "\n  odds     the host bets up to " + m.oddsLeft.str() + " credits, " + std::to_string(m.oddsToOne) +
               " to your 1";
    if (m.closesAt) out += "\n  closes   " + timeText(*m.closesAt);
    return out + "\n";
}

Json marketJson(const MarketId& id) {
    return {{"contract", toJson(id.contract)}, {"step", id.step ? Json(*id.step) : Json()}};
}

Json timeJson(const std::optional<std::int64_t>& time) {
    return time ? Json(*time) : Json();
}

Json documentOf(const MarketView& m) {
    Json out = marketJson(m.market);
    out.update({{"state", m.state},
                {"right", m.right},
                {"openedRight", m.openedRight},
                {"onRight", toJson(m.onRight)},
                {"onWrong", toJson(m.onWrong)},
                {"stakesLeft", toJson(m.stakesLeft)},
                {"forcedBy", toJson(m.forcedBy)},
                {"check", m.check.empty() ? Json() : Json(m.check)},
                {"checkCost", toJson(m.checkCost)},
                {"provider", toJson(m.provider)},
                {"renter", toJson(m.renter)},
                {"maker", toJson(m.maker)},
                {"makerFunds", toJson(m.makerFunds)},
                {"program", m.program},
                {"face", toJson(m.face)},
                {"bond", toJson(m.bond)},
                {"steps", m.steps},
                {"odds", m.oddsToOne == 0 ? Json() : Json{{"toOne", m.oddsToOne}, {"left", toJson(m.oddsLeft)}}},
                {"openedAt", m.openedAt},
                {"closesAt", timeJson(m.closesAt)},
                {"clearsAt", timeJson(m.clearsAt)},
                {"endedAt", timeJson(m.endedAt)}});
    return out;
}

Json documentOf(const PositionView& p) {
    Json bets = Json::array();
    for (const protocol::BetView& bet : p.bets)
        bets.push_back({{"id", toJson(bet.id)},
                        {"on", bet.right ? "right" : "wrong"},
                        {"shares", bet.shares},
                        {"limit", bet.limit},
                        {"waits", bet.waits},
                        {"filled", bet.filled},
                        {"paid", toJson(bet.paid)},
                        {"placedAt", bet.placedAt},
                        {"receipt", bet.receipt.empty() ? Json() : Json(toHex(bet.receipt))}});
    return {{"market", documentOf(p.market)},
            {"right", p.right},
            {"wrong", p.wrong},
            {"paidRight", toJson(p.paidRight)},
            {"paidWrong", toJson(p.paidWrong)},
            {"deposit", toJson(p.deposit)},
            {"waiting", toJson(p.waiting)},
            {"paidOut", toJson(p.paidOut)},
            {"ended", p.ended.empty() ? Json() : Json(toHex(p.ended))},
            {"bets", std::move(bets)}};
}

std::string sayOf(const PositionView& p) {
    const auto credits = [](std::int64_t micro) { return Amount::micros(micro).str(); };
    std::string out = sayOf(p.market);
    if (p.right > 0)
        out += "  yours    " + p.paidRight.str() + " credits on right, which pay " + credits(p.right) + " if it is\n";
    if (p.wrong > 0)
        out += "  yours    " + p.paidWrong.str() + " credits on wrong, which pay " + credits(p.wrong) +
               " if it is, and a share of the bond; " + p.deposit.str() + " are held for the check\n";
    if (!p.waiting.isZero()) out += "  waits    " + p.waiting.str() + " credits, for the next clearing\n";
    if (p.paidOut) out += "  paid out " + p.paidOut->str() + " credits\n";
    return out;
}

// ---- what all of these commands do

MarketId marketOf(Arguments& in) {
    MarketId out;
    out.contract = in.hash("contract").value_or(Hash256{});
    if (in.flag("step")) out.step = in.integer("step", 0, kStepMost, 0);
    return out;
}

/// A price between 0 and 1, in 10^-6.
std::int64_t limitOf(Arguments& in) {
    const auto price = in.amount("limit");
    if (in.failed()) return 0;
    if (!price || price->micro() < 1 || price->micro() >= betting::kWholePrice)
        in.fail("--limit", "is no price between 0 and 1", "write what a ticket that pays 1 may cost, such as 0.05");
    return price ? price->micro() : 0;
}

/// A short conversation under our key, without the directory's lock: a program that runs on it is not disturbed.
Result<Value> askAsOurselves(Context& context, const net::HubAddress& address,
                             const std::function<Value(const identity::Keys&, const PeerId& hub)>& body) {
    const auto directory = context.read();
    if (!directory) return directory.error();
    const auto keys = context.keys(*directory, MissingKey::Refuse);
    if (!keys) return keys.error();
    const auto talk = HubTalk::open(address, keys->keys);
    if (!talk) return talk.error();
    if (const auto joined = (*talk)->ask(Array{"join"}); !joined) return joined.error(); // a new peer's welcome credits
    return (*talk)->ask(body(keys->keys, (*talk)->hub()));
}

/// One that was recorded and whose answer never came: the user repeats the command because it did not end well.
Result<std::optional<storage::CommandRow>> unansweredBet(const storage::PeerStore& store, contract::Bet wanted) {
    const auto commands = store.openCommands();
    if (!commands) return commands.error();
    for (const storage::CommandRow& row : *commands) {
        if (row.kind != "bet") continue;
        const auto body = cbor::decode(row.body);
        if (!body) return body.error();
        cbor::Reader in(*body, "bet", 2);
        (void)in.text();
        const auto bet = protocol::openSigned<contract::Bet>(in.bytes());
        if (!bet) return bet.error();
        wanted.id = bet->value.id;
        if (contract::encodeStructure(wanted) == bet->payload) return std::optional(row);
    }
    return std::optional<storage::CommandRow>();
}

/// Recorded before it is sent, and sent until there is an answer: a bet is taken once.
Result<Value> sendBet(Context& context, const net::HubAddress& address, contract::Bet bet) {
    const auto directory = context.lock(false);
    if (!directory) return directory.error();
    const auto keys = context.keys(*directory, MissingKey::Refuse);
    if (!keys) return keys.error();
    auto store = storage::PeerStore::open(directory->peerDatabase());
    if (!store) return store.error();
    const auto talk = HubTalk::open(address, keys->keys);
    if (!talk) return talk.error();
    if (const auto joined = (*talk)->ask(Array{"join"}); !joined) return joined.error();
    bet.hub = (*talk)->hub();
    const auto earlier = unansweredBet(*store, bet);
    if (!earlier) return earlier.error();
    storage::CommandRow row;
    if (*earlier) {
        context.warn("an earlier bet of the same kind was not answered: this one is that one");
        row = **earlier;
    } else {
        bet.id = identity::randomCommandId();
        row = {bet.id, toHex(bet.hub.view()), "bet",
               cbor::encode(Value(Array{"bet", protocol::sealed(keys->keys, bet)}))};
        if (auto added = store->addCommand(row); !added) return added.error();
    }
    auto answer = (*talk)->ask(*cbor::decode(row.body));
    if (!answer && answer.error().transient) {
        context.warn("the bet is recorded: the same command sends it once more, and not a second time");
        return answer;
    }
    if (auto ok = store->finishCommand(row.id); !ok) return ok.error();
    return answer;
}

template <class View>
Result<std::vector<View>> askViews(HubTalk& talk, const char* question) {
    const auto answer = talk.ask(Array{question});
    if (!answer) return answer.error();
    return protocol::readViews<View>(*answer);
}

Json documentOf(const OpeningView& o) {
    Json out = marketJson(o.market);
    out.update({{"provider", toJson(o.provider)},
                {"renter", toJson(o.renter)},
                {"program", o.program},
                {"makerFunds", toJson(o.makerFunds)},
                {"right", o.right}});
    return out;
}

std::string sayOf(const OpeningView& o) {
    return "Is " + subjectOf(o.market) + " right?\n  opens at " + percent(o.right) + " right, and takes " +
           o.makerFunds.str() + " credits of its maker\n  host     " + toHex(o.provider.view()) + "\n";
}

template <class View>
int printed(Context& context, const std::vector<View>& views, const char* none) {
    Json document = Json::array();
    std::string text;
    for (const View& view : views) {
        document.push_back(documentOf(view));
        text += sayOf(view) + "\n";
    }
    return context.finish(document, views.empty() ? none : text);
}

} // namespace

int runMarkets(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto talk = HubTalk::openUnnamed(address);
    if (!talk) return context.fail(talk.error());
    if (in.flag("openable")) {
        const auto views = askViews<OpeningView>(**talk, "openings");
        if (!views) return context.fail(views.error());
        return printed(context, *views, "There is nothing that a market could be opened on.");
    }
    const auto views = askViews<MarketView>(**talk, "markets");
    if (!views) return context.fail(views.error());
    return printed(context, *views, "There are no bets here yet.");
}

int runPositions(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    if (in.failed()) return context.fail(*in.failed());
    const auto answer = askAsOurselves(context, address,
                                       [](const identity::Keys&, const PeerId&) { return Value(Array{"positions"}); });
    if (!answer) return context.fail(answer.error());
    const auto views = protocol::readViews<PositionView>(*answer);
    if (!views) return context.fail(views.error());
    return printed(context, *views, "You have no bets here.");
}

int runOpenMarket(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const MarketId market = marketOf(in);
    const Amount most = in.amount("fund").value_or(Amount{});
    if (in.failed()) return context.fail(*in.failed());
    const auto answer = askAsOurselves(context, address, [&](const identity::Keys& keys, const PeerId& hub) {
        return Value(Array{"market", protocol::sealed(keys, contract::MarketOpening{hub, market, most})});
    });
    if (!answer) return context.fail(answer.error());
    cbor::Reader fields(*answer, "answer", 2);
    const Amount funds = unchained::readAmount(fields);
    const std::int64_t right = fields.i64();
    if (auto ok = fields.finish(); !ok) return context.fail(ok.error());
    Json document = marketJson(market);
    document.update({{"makerFunds", toJson(funds)}, {"right", right}});
    return context.finish(document, "the market on " + subjectOf(market) + " is open at " + percent(right) +
                                        " right, with " + funds.str() + " credits of its maker");
}

int runBet(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    contract::Bet bet;
    bet.market = marketOf(in);
    const std::string on = in.text("on");
    if (on != "right" && on != "wrong") in.fail("--on", "is neither right nor wrong", "write --on right or --on wrong");
    bet.right = on == "right";
    const Amount stake = in.amount("stake").value_or(Amount{});
    bet.limit = limitOf(in);
    if (!in.failed() && stake.micro() < 1) in.fail("--stake", "must be more than 0", "name a larger amount");
    if (in.failed()) return context.fail(*in.failed());
    __extension__ using Wide = __int128;
    const Wide shares = Wide{stake.micro()} * betting::kWholePrice / bet.limit;
    bet.shares = static_cast<std::int64_t>(std::min<Wide>(shares, kAmountMax));
    const auto answer = sendBet(context, address, bet);
    if (!answer) return context.fail(answer.error());
    cbor::Reader fields(*answer, "answer", 1);
    contract::FieldReader reader{fields};
    std::optional<std::int64_t> clearsAt;
    reader.read(clearsAt);
    if (auto ok = fields.finish(); !ok) return context.fail(ok.error());
    Json document = marketJson(bet.market);
    document.update({{"on", on},
                     {"stake", toJson(stake)},
                     {"limit", bet.limit},
                     {"shares", bet.shares},
                     {"clearsAt", timeJson(clearsAt)}});
    const std::string when = clearsAt ? "clears at " + timeText(*clearsAt) : "was cleared already";
    return context.finish(document, "up to " + stake.str() + " credits on " + on + " that " + subjectOf(bet.market) +
                                        " is right; it " + when);
}

int runOdds(Context& context, const Arguments& arguments) {
    Arguments in = arguments;
    const net::HubAddress address = in.hub();
    const auto contract = in.hash("contract");
    const auto toOne = static_cast<std::uint32_t>(in.integer("to-one", 1, 999'999, 1));
    const Amount most = in.amount("most").value_or(Amount{});
    if (in.failed()) return context.fail(*in.failed());
    const auto answer = askAsOurselves(context, address, [&](const identity::Keys& keys, const PeerId& hub) {
        const contract::StandingOdds odds{hub, identity::randomCommandId(), *contract, toOne, most};
        return Value(Array{"odds", protocol::sealed(keys, odds)});
    });
    if (!answer) return context.fail(answer.error());
    return context.finish({{"contract", toJson(*contract)}, {"toOne", toOne}, {"most", toJson(most)}},
                          most.isZero() ? std::string("no odds stand any more")
                                        : "you bet up to " + most.str() + " credits, " + std::to_string(toOne) +
                                              " to 1, that every step is right");
}

} // namespace unchained::node
