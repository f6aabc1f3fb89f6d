// SPDX-License-Identifier: Apache-2.0
#include "protocol/hub_internal.h"

#include <cstdio>
#include <cstdlib>

namespace unchained::protocol {

using cbor::Array;
using cbor::Value;

Result<void> HubState::post(const Hash256& id, std::string memo, const ledger::Account& from, const ledger::Account& to,
                            Amount amount) {
    ledger::Transaction transaction = ledger::transfer(id, std::move(memo), from, to, amount);
    if (auto ok = m_ledger.apply(transaction); !ok) return ok;
    m_effects.push_back(PostEffect{std::move(transaction)});
    return {};
}

void HubState::mustPost(std::string memo, const ledger::Account& from, const ledger::Account& to, Amount amount) {
    if (amount.micro() == 0) return;
    const Hash256 id = taggedHash("posting", {m_logLength, m_postings++});
    const auto ok = post(id, std::move(memo), from, to, amount);
    if (ok) return;
    // The amounts were checked before: going on would lose or make money.
    std::fprintf(stderr, "the ledger refused a posting that the rules allow: %s\n", ok.error().text().c_str());
    std::abort();
}

Result<Value> HubState::pay(const HubCommand& command) {
    auto pay = soleStructure<contract::Pay>(command);
    if (!pay) return pay.error();
    const contract::Pay& v = pay->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "pay.hub", "names another marketplace");
    if (v.amount.micro() <= 0)
        return refuse(ProtocolError::BadShape, "pay.amount", "must be more than 0 credits", "name a larger amount");
    if (v.to == pay->signer) return refuse(ProtocolError::BadShape, "pay.to", "is the payer itself");
    const Hash256 id = taggedHash("pay-id", {pay->signer, v.id});
    const auto from = peerAccount(pay->signer);
    const ledger::Transaction wanted = ledger::transfer(id, "pay", from, peerAccount(v.to), v.amount);
    if (m_ledger.knows(id)) {
        if (auto same = m_ledger.apply(wanted); !same)
            return refuse(ProtocolError::Contradiction, "pay.id", "was used for another payment", "use a new id");
        return Value(Array{m_ledger.balance(from).micro()});
    }
    if (m_ledger.balance(from) < v.amount)
        return refuse(
            ProtocolError::TooLittleCredit, "pay.amount",
            Message("%1 credits are more than the balance of %2", v.amount.str(), m_ledger.balance(from).str()),
            "pay less, or wait until locked credits are free");
    if (auto ok = post(id, "pay", from, peerAccount(v.to), v.amount); !ok) return ok.error();
    return Value(Array{m_ledger.balance(from).micro()});
}

Result<Value> HubState::issue(const HubCommand& command) {
    auto issue = soleStructure<contract::Issuance>(command);
    if (!issue) return issue.error();
    const contract::Issuance& v = issue->value;
    if (v.hub != m_keys.peer()) return refuse(ProtocolError::WrongHub, "issuance.hub", "names another marketplace");
    if (issue->signer != m_keys.peer())
        return refuse(ProtocolError::NotAParty, "issuance", "only the hub's operator issues credits");
    if (v.amount.micro() <= 0) return refuse(ProtocolError::BadShape, "issuance.amount", "must be more than 0 credits");
    const Hash256 id = taggedHash("issuance-id", {v.to, v.id});
    if (m_ledger.knows(id)) return Value(Array{});
    if (auto ok = post(id, "issued", ledger::Account::issuance(), peerAccount(v.to), v.amount); !ok) return ok.error();
    return Value(Array{});
}

Result<Value> HubState::join(const HubCommand& command) {
    const Hash256 id = taggedHash("welcome", {command.from});
    const auto account = peerAccount(command.from);
    if (m_terms.welcome.micro() > 0 && command.from != m_keys.peer() && !m_ledger.knows(id)) {
        if (auto ok = post(id, "welcome", ledger::Account::issuance(), account, m_terms.welcome); !ok)
            return ok.error();
    }
    return Value(Array{m_ledger.balance(account).micro()});
}

} // namespace unchained::protocol
