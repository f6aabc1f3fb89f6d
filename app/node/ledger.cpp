// SPDX-License-Identifier: Apache-2.0
#include "node/books.h"
#include "node/commands.h"

#include <algorithm>

namespace unchained::node {

namespace {

using storage::HubStore;
using storage::PeerStore;

/// Whose books the directory holds; a hub's come first where it holds both.
struct Books {
    storage::DataDirectory directory;
    std::optional<HubStore> hub;
    std::optional<PeerStore> peer;
};

Result<Books> openBooks(const Context& context) {
    auto directory = context.read();
    if (!directory) return directory.error();
    Books out{std::move(*directory), {}, {}};
    std::error_code failure;
    if (std::filesystem::exists(out.directory.hubDatabase(), failure)) {
        auto store = HubStore::openReadOnly(out.directory.hubDatabase());
        if (!store) return store.error();
        out.hub.emplace(std::move(*store));
    } else if (std::filesystem::exists(out.directory.peerDatabase(), failure)) {
        auto store = PeerStore::openReadOnly(out.directory.peerDatabase());
        if (!store) return store.error();
        out.peer.emplace(std::move(*store));
    } else {
        return makeError(NodeError::NothingThere, out.directory.path().string(),
                         "keeps no books: nothing ran on it yet",
                         "name the directory of a hub or a peer with --data-dir");
    }
    return out;
}

/// A damaged file is what an audit is there to find.
int failAudit(const Context& context, const Error& error, const char* of) {
    const bool wrong = exitCodeOf(error) == kWrong || error.is(storage::StorageError::Damaged);
    Json document{{"audit", wrong ? Json("failed") : Json()}, {"sum", Json()}, {"of", of}};
    return context.fail(error, wrong ? kWrong : exitCodeOf(error), std::move(document));
}

int auditHubBooks(Context& context, const Books& books) {
    std::string why;
    const auto keys = context.keys(books.directory, MissingKey::Refuse);
    if (!keys) why = keys.error().text();
    const auto report = auditHub(*books.hub, keys ? &keys->keys : nullptr, why);
    if (!report) return failAudit(context, report.error(), "hub");
    const storage::HubAudit& counted = report->counted;
    const Json document{{"audit", "ok"},
                        {"sum", toJson(counted.sum)},
                        {"of", "hub"},
                        {"events", counted.events},
                        {"transactions", counted.transactions},
                        {"accounts", counted.accounts},
                        {"issued", toJson(report->issued)},
                        {"folded", report->folded},
                        {"notFolded", report->folded ? Json() : Json(report->whyNotFolded)}};
    std::string text = "audit ok: " + std::to_string(counted.transactions) + " transactions over " +
                       std::to_string(counted.accounts) + " accounts sum to " + counted.sum.str() + " credits; " +
                       report->issued.str() + " were issued\n";
    text += report->folded
                ? "the log of " + std::to_string(counted.events) + " events, run again, gives the same books"
                : "the log of " + std::to_string(counted.events) + " events was not run again: " + report->whyNotFolded;
    return context.finish(document, text);
}

int auditPeerBooks(const Context& context, const Books& books) {
    const auto report = auditPeer(*books.peer);
    if (!report) return failAudit(context, report.error(), "peer");
    const Json document{{"audit", "ok"},
                        {"sum", 0},
                        {"of", "peer"},
                        {"lines", report->lines},
                        {"contracts", report->contracts},
                        {"events", report->events}};
    return context.finish(document, "audit ok: " + std::to_string(report->lines) + " lines of statements, " +
                                        std::to_string(report->contracts) + " contracts with " +
                                        std::to_string(report->events) + " events");
}

int balanceOfHub(const Context& context, const HubStore& store) {
    using ledger::AccountKind;
    const auto accounts = store.accounts();
    if (!accounts) return context.fail(accounts.error());
    std::map<AccountKind, Amount> sums;
    Json peers = Json::object();
    std::string lines;
    for (const auto& [account, balance] : *accounts) {
        sums[account.kind] += balance;
        if (account.kind != AccountKind::Available) continue;
        peers[toHex(account.owner.view())] = toJson(balance);
        lines += "\n  " + toHex(account.owner.view()) + "  " + balance.str();
    }
    const Amount locked = sums[AccountKind::Escrow] + sums[AccountKind::Bond] + sums[AccountKind::Case] +
                          sums[AccountKind::Market] + sums[AccountKind::Stake];
    const Json document{{"balance", toJson(sums[AccountKind::Available])},
                        {"locked", toJson(locked)},
                        {"of", "hub"},
                        {"escrows", toJson(sums[AccountKind::Escrow])},
                        {"bonds", toJson(sums[AccountKind::Bond])},
                        {"deposits", toJson(sums[AccountKind::Case])},
                        {"bets", toJson(sums[AccountKind::Market])},
                        {"stakes", toJson(sums[AccountKind::Stake])},
                        {"fees", toJson(sums[AccountKind::HubFees])},
                        {"burned", toJson(sums[AccountKind::Burned])},
                        {"pool", toJson(sums[AccountKind::Pool])},
                        {"issued", toJson(-sums[AccountKind::Issuance])},
                        {"peers", peers}};
    return context.finish(
        document, "free      " + sums[AccountKind::Available].str() + " credits of all peers" + "\nlocked    " +
                      locked.str() + " in escrows, bonds, bets, deposits of cases and stakes of checkers\nfees      " +
                      sums[AccountKind::HubFees].str() + "\nburned    " + sums[AccountKind::Burned].str() +
                      "\npool      " + sums[AccountKind::Pool].str() + "\nissued    " +
                      (-sums[AccountKind::Issuance]).str() + (lines.empty() ? "" : "\npeers" + lines));
}

int balanceOfPeer(const Context& context, const PeerStore& store) {
    const auto balances = store.balances();
    if (!balances) return context.fail(balances.error());
    Amount free, locked;
    Json hubs = Json::array();
    std::string lines;
    for (const auto& [hub, balance] : *balances) {
        free += balance.balance;
        locked += balance.locked;
        hubs.push_back({{"hub", hub},
                        {"balance", toJson(balance.balance)},
                        {"locked", toJson(balance.locked)},
                        {"asOf", balance.asOf}});
        lines += "\n  hub " + printable(hub) + ": " + balance.balance.str() + " free, " + balance.locked.str() +
                 " locked, as of " + timeText(balance.asOf) + " UTC";
    }
    return context.finish({{"balance", toJson(free)}, {"locked", toJson(locked)}, {"of", "peer"}, {"hubs", hubs}},
                          "free      " + free.str() + " credits\nlocked    " + locked.str() + " in escrows and bonds" +
                              lines);
}

int historyOfHub(const Context& context, const HubStore& store) {
    std::vector<HubPosting> postings;
    auto ok = store.snapshot([&]() -> Result<void> {
        auto read = postingsOf(store);
        if (!read) return read.error();
        postings = std::move(*read);
        return {};
    });
    if (!ok) return context.fail(ok.error());
    Json document = Json::array();
    std::string text;
    for (const HubPosting& posting : postings) {
        Json legs = Json::array();
        text += std::to_string(posting.number) + "  " + timeText(posting.time) + "  " + printable(posting.memo) + "\n";
        for (const ledger::Leg& leg : posting.legs) {
            legs.push_back({{"account", leg.account.name()}, {"gain", toJson(leg.gain)}});
            text += "    " + leg.account.name() + "  " + (leg.gain.isNegative() ? "" : "+") + leg.gain.str() + "\n";
        }
        document.push_back(
            {{"number", posting.number}, {"time", posting.time}, {"memo", posting.memo}, {"legs", legs}});
    }
    return context.finish(document, text.empty() ? "nothing was posted yet" : text);
}

int historyOfPeer(const Context& context, const PeerStore& store) {
    const auto balances = store.balances();
    if (!balances) return context.fail(balances.error());
    Json document = Json::array();
    std::string text;
    for (const auto& [hub, balance] : *balances) {
        const auto lines = store.statement(hub);
        if (!lines) return context.fail(lines.error());
        for (const storage::AccountLine& line : *lines) {
            document.push_back({{"hub", hub},
                                {"number", line.number},
                                {"time", line.time},
                                {"memo", line.memo},
                                {"gain", toJson(line.gain)},
                                {"balance", toJson(line.balance)}});
            text += std::to_string(line.number) + "  " + timeText(line.time) + "  " +
                    (line.gain.isNegative() ? "" : "+") + line.gain.str() + "  balance " + line.balance.str() + "  " +
                    printable(line.memo) + "\n";
        }
    }
    return context.finish(document, text.empty() ? "no hub has sent a statement yet" : text);
}

} // namespace

int runLedgerAudit(Context& context, const Arguments&) {
    const auto books = openBooks(context);
    if (!books) return failAudit(context, books.error(), "directory");
    return books->hub ? auditHubBooks(context, *books) : auditPeerBooks(context, *books);
}

int runLedgerBalance(Context& context, const Arguments&) {
    const auto books = openBooks(context);
    if (!books) return context.fail(books.error());
    return books->hub ? balanceOfHub(context, *books->hub) : balanceOfPeer(context, *books->peer);
}

int runLedgerHistory(Context& context, const Arguments&) {
    const auto books = openBooks(context);
    if (!books) return context.fail(books.error());
    return books->hub ? historyOfHub(context, *books->hub) : historyOfPeer(context, *books->peer);
}

} // namespace unchained::node
