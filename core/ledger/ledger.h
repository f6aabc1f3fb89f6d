// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/amount.h"
#include "base/ids.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The hub's books: double entry, a pure state machine. One thread; copying an object copies the books.
namespace unchained::ledger {

/// Why a transaction was refused, in order of precedence: its form, then its id, then what the accounts allow.
/// None of them is transient: the same transaction is refused for the same reason until other ones were applied.
enum class LedgerError : std::uint32_t {
    TooFewLegs = 800, ///< fewer than two
    ZeroLeg,          ///< a leg that moves nothing
    RepeatedAccount,  ///< two legs on one account
    BadOwner,         ///< an owner where the kind has none, or the other way round
    Unbalanced,       ///< the legs do not sum to zero
    IdReused,         ///< the id was applied with other content
    BurnedIsFinal,    ///< takes from what was burned
    Overflow,         ///< a balance, or what is in circulation, would leave the range of amounts
    Overdraft,        ///< an account other than issuance would fall below zero
};

enum class AccountKind : std::uint32_t {
    Available = 1, ///< of a peer: free to spend
    Escrow = 2,    ///< of a contract: the renter's money
    Bond = 3,      ///< of a contract: the provider's money
    HubFees = 4,   ///< what the hub earned
    Burned = 5,    ///< nobody's, for ever
    Pool = 6,      ///< insurance: pays refunds for engine faults
    Issuance = 7,  ///< minus what is in circulation
    Case = 10,     ///< of a case: the deposit of whoever opened it
    Stake = 11,    ///< of a hired checker: what it loses with a wrong answer
    Market = 8,    ///< of a market of bets: its maker's money, stakes and waiting bets
};

/// Which account: its kind, and the peer, contract or market whose it is (zero for the hub's own ones).
struct Account {
    AccountKind kind = AccountKind::Issuance;
    Hash256 owner;
    auto operator<=>(const Account&) const = default;

    [[nodiscard]] static Account peer(const PeerId& peer) { return {AccountKind::Available, {peer.bytes}}; }
    [[nodiscard]] static Account escrow(const Hash256& contract) { return {AccountKind::Escrow, contract}; }
    [[nodiscard]] static Account bond(const Hash256& contract) { return {AccountKind::Bond, contract}; }
    [[nodiscard]] static Account ofCase(const Hash256& id) { return {AccountKind::Case, id}; }
    [[nodiscard]] static Account stake(const PeerId& checker) { return {AccountKind::Stake, {checker.bytes}}; }
    [[nodiscard]] static Account market(const Hash256& market) { return {AccountKind::Market, market}; }
    [[nodiscard]] static Account fees() { return {AccountKind::HubFees, {}}; }
    [[nodiscard]] static Account burned() { return {AccountKind::Burned, {}}; }
    [[nodiscard]] static Account pool() { return {AccountKind::Pool, {}}; }
    [[nodiscard]] static Account issuance() { return {AccountKind::Issuance, {}}; }

    /// "available/<hex>", "escrow/<hex>", "burned": for databases and people. fromName is its inverse.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] static std::optional<Account> fromName(std::string_view name);
};

/// One side of a transaction: what an account gains, negative for what it gives.
struct Leg {
    Account account;
    Amount gain;
    bool operator==(const Leg&) const = default;
};

struct Transaction {
    Hash256 id;       ///< made by whoever posts: the same id is the same transaction
    std::string memo; ///< for people; part of the content
    std::vector<Leg> legs;
    bool operator==(const Transaction&) const = default;
};

/// `amount` (above zero, else the ledger refuses it) from one account to another.
[[nodiscard]] Transaction transfer(const Hash256& id, std::string memo, const Account& from, const Account& to,
                                   Amount amount);

/// ["unchained/transaction/v1", id, memo, [[kind, owner, gain], …]]
[[nodiscard]] Bytes encode(const Transaction& transaction);
[[nodiscard]] Result<Transaction> decodeTransaction(ByteView bytes);

enum class Outcome {
    Applies,
    AlreadyApplied, ///< same id and content as before: nothing changes
};

class Ledger {
public:
    /// All legs or none; nothing where the same transaction was applied before. On an error nothing has changed.
    Result<void> apply(const Transaction& transaction);
    /// What apply would do.
    [[nodiscard]] Result<Outcome> check(const Transaction& transaction) const;

    /// Whether a transaction of this id was applied.
    [[nodiscard]] bool knows(const Hash256& id) const { return m_applied.contains(id); }
    /// Zero for an account that never moved.
    [[nodiscard]] Amount balance(const Account& account) const;
    /// Over all accounts, kept running; always zero.
    [[nodiscard]] Amount sum() const { return Amount::micros(m_sumMicro); }
    /// Added up anew from the balances, for audits.
    [[nodiscard]] Amount recount() const;
    /// What was issued and not withdrawn: minus the issuance account.
    [[nodiscard]] Amount circulation() const { return -balance(Account::issuance()); }
    /// Every account that ever moved, with its balance.
    [[nodiscard]] const std::map<Account, Amount>& accounts() const { return m_balances; }

private:
    std::map<Account, Amount> m_balances;
    std::map<Hash256, Hash256> m_applied; ///< id → SHA-256 of the content
    std::int64_t m_sumMicro = 0;
};

} // namespace unchained::ledger
