// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.h"

#include "gpu/hash.h"

#include <array>
#include <set>
#include <stdexcept>

namespace unchained::ledger {

namespace {

constexpr const char* kTransactionTag = "unchained/transaction/v1";
constexpr std::size_t kLegsMax = 4096;

struct KindName {
    AccountKind kind;
    std::string_view name;
    bool owned;
};
constexpr std::array kKinds{
    KindName{AccountKind::Available, "available", true}, KindName{AccountKind::Escrow, "escrow", true},
    KindName{AccountKind::Bond, "bond", true},           KindName{AccountKind::HubFees, "hub-fees", false},
    KindName{AccountKind::Burned, "burned", false},      KindName{AccountKind::Pool, "pool", false},
    KindName{AccountKind::Issuance, "issuance", false},  KindName{AccountKind::Case, "case", true},
    KindName{AccountKind::Stake, "stake", true},         KindName{AccountKind::Market, "market", true},
};

const KindName* findKind(AccountKind kind) {
    for (const KindName& entry : kKinds) {
        if (entry.kind == kind) return &entry;
    }
    return nullptr;
}

Error refusal(LedgerError code, const Transaction& transaction, Message sentence, Message remedy = {}) {
    return makeError(code, "transaction " + shortHex(transaction.id) + " (" + transaction.memo + ")",
                     std::move(sentence), std::move(remedy));
}

/// Rules that need no books.
Result<void> checkForm(const Transaction& transaction) {
    if (transaction.legs.size() < 2) {
        return refusal(LedgerError::TooFewLegs, transaction, "has fewer than two legs");
    }
    for (const Leg& leg : transaction.legs) {
        if (leg.gain.isZero()) {
            return refusal(LedgerError::ZeroLeg, transaction, Message("moves nothing on %1", leg.account.name()));
        }
    }
    std::set<Account> seen;
    for (const Leg& leg : transaction.legs) {
        if (!seen.insert(leg.account).second) {
            return refusal(LedgerError::RepeatedAccount, transaction, Message("names %1 twice", leg.account.name()));
        }
    }
    for (const Leg& leg : transaction.legs) {
        const KindName* kind = findKind(leg.account.kind);
        if (kind == nullptr || (!kind->owned && !leg.account.owner.isZero())) {
            return refusal(LedgerError::BadOwner, transaction, Message("has no such account: %1", leg.account.name()));
        }
    }
    __int128 sum = 0;
    for (const Leg& leg : transaction.legs) {
        sum += leg.gain.micro();
    }
    if (sum != 0) return refusal(LedgerError::Unbalanced, transaction, "does not sum to zero");
    return {};
}

} // namespace

std::string Account::name() const {
    const KindName* entry = findKind(kind);
    std::string out =
        entry != nullptr ? std::string(entry->name) : "unknown-" + std::to_string(static_cast<std::uint32_t>(kind));
    if (entry == nullptr || entry->owned || !owner.isZero()) out += "/" + toHex(owner.view());
    return out;
}

std::optional<Account> Account::fromName(std::string_view name) {
    const std::size_t slash = name.find('/');
    for (const KindName& entry : kKinds) {
        if (entry.name != name.substr(0, slash) || entry.owned != (slash != std::string_view::npos)) continue;
        if (!entry.owned) return Account{entry.kind, {}};
        const auto owner = idFromHex<Hash256>(name.substr(slash + 1));
        if (owner) return Account{entry.kind, *owner};
    }
    return std::nullopt;
}

Transaction transfer(const Hash256& id, std::string memo, const Account& from, const Account& to, Amount amount) {
    return {id, std::move(memo), {{from, -amount}, {to, amount}}};
}

Bytes encode(const Transaction& transaction) {
    cbor::Array legs;
    for (const Leg& leg : transaction.legs) {
        legs.emplace_back(
            cbor::Array{static_cast<std::uint32_t>(leg.account.kind), leg.account.owner, toCbor(leg.gain)});
    }
    return cbor::encode(cbor::Array{kTransactionTag, transaction.id, transaction.memo, std::move(legs)});
}

Result<Transaction> decodeTransaction(ByteView bytes) {
    const auto value = cbor::decode(bytes);
    if (!value) return value.error();
    cbor::Reader in(*value, "transaction", 4);
    if (in.text() != kTransactionTag) in.fail("is not the tag of a transaction");
    Transaction out;
    out.id = in.fixed<Hash256>();
    out.memo = in.text();
    for (const cbor::Value& item : in.array(kLegsMax)) {
        cbor::Reader fields(item, "leg", 3);
        Leg leg;
        leg.account.kind = static_cast<AccountKind>(fields.u32());
        leg.account.owner = fields.fixed<Hash256>();
        leg.gain = readAmount(fields);
        if (!fields.failed() && findKind(leg.account.kind) == nullptr) fields.fail("is no kind of account");
        if (auto done = fields.finish(); !done) return done.error();
        out.legs.push_back(leg);
    }
    if (auto done = in.finish(); !done) return done.error();
    return out;
}

Result<Outcome> Ledger::check(const Transaction& transaction) const {
    if (auto form = checkForm(transaction); !form) return form.error();
    if (const auto before = m_applied.find(transaction.id); before != m_applied.end()) {
        if (before->second == sha256(encode(transaction))) return Outcome::AlreadyApplied;
        return refusal(LedgerError::IdReused, transaction, "has the id of a transaction with other content",
                       "make a new id for a new transaction");
    }
    for (const Leg& leg : transaction.legs) {
        if (leg.account.kind == AccountKind::Burned && leg.gain.isNegative()) {
            return refusal(LedgerError::BurnedIsFinal, transaction, "takes from what was burned");
        }
    }
    for (const Leg& leg : transaction.legs) {
        if (!balance(leg.account).plus(leg.gain)) {
            return refusal(LedgerError::Overflow, transaction,
                           Message("would bring %1 beyond the largest amount", leg.account.name()));
        }
    }
    for (const Leg& leg : transaction.legs) {
        const Amount held = balance(leg.account);
        if (leg.account.kind != AccountKind::Issuance && (held + leg.gain).isNegative()) {
            return refusal(
                LedgerError::Overdraft, transaction,
                Message("takes %1 credits from %2, which holds %3", (-leg.gain).str(), leg.account.name(), held.str()),
                Message("%1 credits are missing", (-(held + leg.gain)).str()));
        }
    }
    return Outcome::Applies;
}

Result<void> Ledger::apply(const Transaction& transaction) {
    const auto outcome = check(transaction);
    if (!outcome) return outcome.error();
    if (*outcome == Outcome::AlreadyApplied) return {};
    for (const Leg& leg : transaction.legs) {
        m_balances[leg.account] += leg.gain;
        m_sumMicro += leg.gain.micro();
    }
    m_applied.emplace(transaction.id, sha256(encode(transaction)));
    if (m_sumMicro != 0) throw std::logic_error("ledger: the sum over all accounts moved");
    return {};
}

Amount Ledger::balance(const Account& account) const {
    const auto found = m_balances.find(account);
    return found == m_balances.end() ? Amount{} : found->second;
}

Amount Ledger::recount() const {
    __int128 sum = 0;
    for (const auto& [account, amount] : m_balances) {
        sum += amount.micro();
    }
    if (sum > kAmountMax || sum < -kAmountMax) throw std::logic_error("ledger: the accounts do not sum to zero");
    return Amount::micros(static_cast<std::int64_t>(sum));
}

} // namespace unchained::ledger
