// SPDX-License-Identifier: Apache-2.0
#include "node/books.h"

#include "gpu/hash.h"
#include "node/exit_code.h"
#include "protocol/hub_state.h"

namespace unchained::node {

namespace {

Error contradiction(std::string subject, Message sentence) {
    return makeError(NodeError::BadBooks, std::move(subject), std::move(sentence),
                     "keep the directory as it is, and compare it with a backup");
}

/// The first account whose balances differ, as a sentence.
std::optional<Error> difference(const std::map<ledger::Account, Amount>& stored,
                                const std::map<ledger::Account, Amount>& again, const char* how) {
    const auto in = [](const std::map<ledger::Account, Amount>& books, const ledger::Account& account) {
        const auto at = books.find(account);
        return at == books.end() ? Amount{} : at->second;
    };
    for (const auto* side : {&stored, &again})
        for (const auto& [account, balance] : *side)
            if (in(stored, account) != in(again, account))
                return contradiction(account.name(), Message("holds %1 credits in the books, and %2 when %3",
                                                             in(stored, account).str(), in(again, account).str(), how));
    return std::nullopt;
}

Result<void> applyAgain(const std::vector<HubPosting>& postings, const std::map<ledger::Account, Amount>& stored) {
    ledger::Ledger books;
    for (const HubPosting& posting : postings) {
        const ledger::Transaction transaction{taggedHash("audit", {posting.number}), posting.memo, posting.legs};
        if (auto ok = books.apply(transaction); !ok)
            return contradiction("transaction " + std::to_string(posting.number), ok.error().sentence);
    }
    if (auto failed = difference(stored, books.accounts(), "all postings are added up")) return *failed;
    return {};
}

/// Whether the log says under which terms it was made; only then can a difference mean anything.
bool saysItsTerms(const cbor::Value& event) {
    constexpr std::size_t kWithTerms = 3;
    const cbor::Array* fields = event.asArray();
    const std::string* name = fields != nullptr && !fields->empty() ? fields->front().asText() : nullptr;
    return name != nullptr && *name == "started" && fields->size() >= kWithTerms;
}

/// Runs the log again; empty where the books came out the same, else why nothing can be said.
Result<std::string> foldAgain(const storage::HubStore& store, const identity::Keys& keys,
                              const std::map<ledger::Account, Amount>& stored) {
    protocol::HubState state(keys, {});
    std::uint64_t events = 0;
    bool terms = false;
    auto folded = store.forEach([&](std::uint64_t seq, TimeMs time, ByteView bytes) -> Result<void> {
        const auto value = cbor::decode(bytes);
        const auto event = value ? protocol::decodeEvent(*value) : Result<protocol::HubEvent>(value.error());
        if (!event) return contradiction("event " + std::to_string(seq), event.error().sentence);
        if (seq == 0) terms = saysItsTerms(*value);
        (void)state.handle(*event, time);
        ++events;
        return {};
    });
    if (!folded) return folded.error();
    std::optional<Error> failed = difference(stored, state.ledger().accounts(), "the log is run again");
    if (!failed && state.logLength() != events)
        failed =
            contradiction("log", Message("%1 of its %2 events change nothing", events - state.logLength(), events));
    if (!failed) return std::string();
    if (terms) return *failed;
    return std::string("the log does not say under which terms it was made");
}

} // namespace

Result<std::vector<HubPosting>> postingsOf(const storage::HubStore& store) {
    const auto accounts = store.accounts();
    if (!accounts) return accounts.error();
    std::map<std::uint64_t, HubPosting> out;
    for (const auto& [account, balance] : *accounts) {
        const auto rows = store.statement(account, 0, INT64_MAX);
        if (!rows) return rows.error();
        for (const storage::StatementRow& row : *rows) {
            HubPosting& posting = out[row.number];
            posting.number = row.number;
            posting.time = row.time;
            posting.memo = row.memo;
            posting.legs.push_back({account, row.gain});
        }
    }
    std::vector<HubPosting> list;
    list.reserve(out.size());
    for (auto& [number, posting] : out)
        list.push_back(std::move(posting));
    return list;
}

Result<HubReport> auditHub(const storage::HubStore& store, const identity::Keys* keys, std::string whyNoKeys) {
    HubReport out;
    out.whyNotFolded = std::move(whyNoKeys);
    auto ok = store.snapshot([&]() -> Result<void> {
        const auto counted = store.audit();
        if (!counted) return counted.error();
        out.counted = *counted;
        const auto accounts = store.accounts();
        if (!accounts) return accounts.error();
        const auto issuance = accounts->find(ledger::Account::issuance());
        if (issuance != accounts->end()) out.issued = -issuance->second;
        const auto postings = postingsOf(store);
        if (!postings) return postings.error();
        if (auto again = applyAgain(*postings, *accounts); !again) return again;
        if (keys == nullptr) return {};
        const auto why = foldAgain(store, *keys, *accounts);
        if (!why) return why.error();
        out.whyNotFolded = *why;
        out.folded = why->empty();
        return {};
    });
    if (!ok) return ok.error();
    return out;
}

Result<PeerReport> auditPeer(const storage::PeerStore& store) {
    PeerReport out;
    const auto balances = store.balances();
    if (!balances) return balances.error();
    for (const auto& [hub, balance] : *balances) {
        const auto lines = store.statement(hub);
        if (!lines) return lines.error();
        std::optional<Amount> before;
        for (const storage::AccountLine& line : *lines) {
            const auto after = before ? before->plus(line.gain) : Result<Amount>(line.balance);
            if (!after || *after != line.balance)
                return contradiction("line " + std::to_string(line.number),
                                     Message("says a balance of %1 credits, which does not follow from the line before",
                                             line.balance.str()));
            before = line.balance;
            ++out.lines;
        }
    }
    const auto sessions = store.sessions(false);
    if (!sessions) return sessions.error();
    for (const storage::SessionRow& session : *sessions) {
        ++out.contracts;
        auto whole = store.forEach(session.contract, [&](std::uint64_t, TimeMs, ByteView event) -> Result<void> {
            ++out.events;
            const auto value = cbor::decode(event);
            if (value) return {};
            return contradiction("contract " + toHex(session.contract.view()), value.error().sentence);
        });
        if (!whole) return whole.error();
    }
    return out;
}

} // namespace unchained::node
