// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>

using namespace unchained;
using namespace unchained::ledger;

namespace {

Hash256 number(std::uint64_t n) {
    Hash256 out;
    for (int i = 0; i < 8; ++i) {
        out.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(n >> (8 * i));
    }
    return out;
}

PeerId peer(char name) {
    return {number(static_cast<std::uint64_t>(name)).bytes};
}

/// "a" … "e": peers; "c1", "d1": escrow and bond of contract 1; the others by their names.
Account account(const std::string& word) {
    if (word == "mint") return Account::issuance();
    if (word == "burn") return Account::burned();
    if (word == "fees") return Account::fees();
    if (word == "pool") return Account::pool();
    if (word == "odd") return {AccountKind::Pool, number(9)};
    if (word == "alien") return {static_cast<AccountKind>(99), number(9)};
    if (word[0] == 'c' && word.size() > 1) return Account::escrow(number(std::stoull(word.substr(1))));
    if (word[0] == 'd' && word.size() > 1) return Account::bond(number(std::stoull(word.substr(1))));
    return Account::peer(peer(word[0]));
}

std::string statusOf(const Result<Outcome>& result) {
    if (result.ok()) return *result == Outcome::Applies ? "ok" : "again";
    switch (static_cast<LedgerError>(result.error().code)) {
    case LedgerError::TooFewLegs:
        return "TooFewLegs";
    case LedgerError::ZeroLeg:
        return "ZeroLeg";
    case LedgerError::RepeatedAccount:
        return "RepeatedAccount";
    case LedgerError::BadOwner:
        return "BadOwner";
    case LedgerError::Unbalanced:
        return "Unbalanced";
    case LedgerError::IdReused:
        return "IdReused";
    case LedgerError::BurnedIsFinal:
        return "BurnedIsFinal";
    case LedgerError::Overflow:
        return "Overflow";
    case LedgerError::Overdraft:
        return "Overdraft";
    }
    return "?";
}

/// Runs a table. A line is `id: account gain, account gain … = status`, or `account is balance`; amounts in
/// micro-credits, M the largest one.
void run(const char* table) {
    Ledger books;
    std::istringstream lines(table);
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(' ') == std::string::npos) continue;
        CAPTURE(line);
        std::istringstream words(line);
        std::string first;
        words >> first;
        const auto amount = [](const std::string& word) {
            if (word == "M") return Amount::micros(kAmountMax);
            if (word == "-M") return Amount::micros(-kAmountMax);
            return Amount::micros(std::stoll(word));
        };
        std::string second;
        std::string word;
        if (first.back() != ':') {
            words >> second >> word;
            REQUIRE(second == "is");
            CHECK(books.balance(account(first)) == amount(word));
            continue;
        }
        Transaction transaction{number(std::stoull(first)), "test", {}};
        while (words >> word && word != "=") {
            words >> second;
            if (word == "memo") {
                transaction.memo = second;
            } else {
                transaction.legs.push_back({account(word), amount(second)});
            }
        }
        words >> word;
        const auto before = books.accounts();
        CHECK(statusOf(books.check(transaction)) == word);
        const auto applied = books.apply(transaction);
        CHECK(applied.ok() == (word == "ok" || word == "again"));
        if (word != "ok") CHECK(books.accounts() == before);
        if (word == "ok" || word == "again") CHECK(books.knows(transaction.id));
        CHECK(books.sum() == Amount{});
        CHECK(books.recount() == Amount{});
    }
}

} // namespace

TEST_CASE("one rental moves the money from the renter to the host") {
    run(R"(
        1: mint -1000 a 1000      = ok
        2: mint -500 b 500        = ok
        mint is -1500
        3: a -420 c1 420           = ok
        4: b -400 d1 400           = ok
        5: c1 -10 b 10             = ok
        6: c1 -10 b 9 fees 1       = ok
        7: c1 -401 b 1             = Unbalanced
        8: c1 -401 b 401           = Overdraft
        9: c1 -400 a 400           = ok
        10: d1 -400 b 400          = ok
        a is 980
        b is 519
        fees is 1
        c1 is 0
        d1 is 0
        mint is -1500
    )");
}

TEST_CASE("a slash makes the renter whole and burns the rest") {
    run(R"(
        1: mint -900 a 500 b 400       = ok
        2: a -300 c1 300                = ok
        3: b -400 d1 400                = ok
        4: c1 -40 b 40                  = ok
        5: d1 -400 a 40 burn 360        = ok
        6: c1 -260 a 260                = ok
        a is 500
        b is 40
        burn is 360
        7: burn -1 fees 1               = BurnedIsFinal
        8: burn -360 a 360              = BurnedIsFinal
    )");
}

TEST_CASE("an id is applied once") {
    run(R"(
        1: mint -100 a 100         = ok
        1: mint -100 a 100         = again
        1: mint -101 a 101         = IdReused
        1: mint -100 b 100         = IdReused
        1: a 100 mint -100         = IdReused
        1: mint -100 a 100 memo x  = IdReused
        2: mint -100 a 100         = ok
        3: a -150 b 150             = ok
        3: a -150 b 150             = again
        4: a -51 b 51               = Overdraft
        5: mint -1 a 1             = ok
        4: a -51 b 51               = ok
        4: a -51 b 51               = again
        a is 0
        b is 201
    )");
}

TEST_CASE("of several broken rules the first is named") {
    run(R"(
        1: mint -100 a 100                = ok
        2:                                 = TooFewLegs
        2: a 0                             = TooFewLegs
        2: a 0 a 0                         = ZeroLeg
        2: a 5 b 0 odd -5                  = ZeroLeg
        2: a 5 a 5                         = RepeatedAccount
        2: odd 5 odd -5                    = RepeatedAccount
        2: a -5 odd 7                      = BadOwner
        2: a -5 alien 5                    = BadOwner
        2: a -5 b 6                        = Unbalanced
        1: a -5 b 6                        = Unbalanced
        1: a -5 b 5                        = IdReused
        1: burn -5 b 5                     = IdReused
        2: burn -M b M                     = BurnedIsFinal
        2: a M b -M                        = Overflow
        2: b -5 a 5                        = Overdraft
        a is 100
    )");
}

TEST_CASE("no balance leaves the range, not even issuance") {
    run(R"(
        1: mint -M a M          = ok
        2: mint -1 b 1          = Overflow
        3: a -1 b 1              = ok
        4: mint -1 a 1          = Overflow
        5: mint 1 b -1          = ok
        6: mint -1 b 1          = ok
        7: mint M a -M          = Overdraft
        mint is -M
    )");
}

TEST_CASE("money can be withdrawn up to what is in circulation") {
    run(R"(
        1: mint 1 a -1          = Overdraft
        2: mint -10 a 10        = ok
        3: mint 10 a -10        = ok
        4: mint 1 a -1          = Overdraft
        mint is 0
    )");
}

TEST_CASE("an overdraft says what is missing") {
    Ledger books;
    const auto account = Account::peer(peer('a'));
    REQUIRE(books.apply(transfer(number(1), "mint", Account::issuance(), account, Amount::credits(2))).ok());
    const auto result = books.apply(transfer(number(2), "pay", account, Account::pool(), Amount::credits(5)));
    CHECK(!books.knows(number(2)));
    CHECK(result.error().text() == "transaction 02000000 (pay): takes 5.00 credits from " + account.name() +
                                       ", which holds 2.00; 3.00 credits are missing");
    CHECK(books.circulation() == Amount::credits(2));
}

TEST_CASE("account names come back, and others are refused") {
    for (const char* word : {"mint", "burn", "fees", "pool", "a", "c1", "d7"}) {
        CHECK(Account::fromName(account(word).name()) == account(word));
    }
    CHECK(Account::burned().name() == "burned");
    CHECK(Account::escrow(number(1)).name() == "escrow/01" + std::string(62, '0'));
    for (const char* name : {"", "burned/", "escrow", "escrow/", "escrow/00", "gold", "available/zz"}) {
        CHECK(!Account::fromName(name));
    }
    CHECK(!Account::fromName("burned/" + std::string(64, '0')));
}

TEST_CASE("a transaction comes back from its bytes") {
    const Transaction transaction{
        number(7), "settle", {{account("c1"), Amount::micros(-5)}, {account("a"), Amount::micros(5)}}};
    CHECK(*decodeTransaction(encode(transaction)) == transaction);
    Bytes cut = encode(transaction);
    cut.pop_back();
    CHECK(!decodeTransaction(cut).ok());
    const Transaction alien{
        number(7), "x", {{account("alien"), Amount::micros(-5)}, {account("a"), Amount::micros(5)}}};
    CHECK(decodeTransaction(encode(alien)).error().text() == "leg: field 3 is no kind of account");
    CHECK(!decodeTransaction(cbor::encode(cbor::Array{"unchained/pay/v1", number(1), "", cbor::Array{}})).ok());
}

TEST_CASE("random transactions conserve money and overdraw nobody") {
    std::size_t applied = 0;
    std::size_t refused = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        std::mt19937_64 rng(seed);
        Ledger books;
        Ledger replayed;
        std::int64_t issued = 0;
        const std::vector<std::string> words = {"mint", "a", "b", "c", "c1", "c2", "d1", "fees", "burn", "pool"};
        std::vector<Transaction> log;
        for (int i = 0; i < 1000; ++i) {
            Transaction transaction{number(rng() % 900), "random", {}};
            std::int64_t rest = 0;
            for (auto legs = 1 + rng() % 3; legs > 0; --legs) {
                const auto gain = static_cast<std::int64_t>(rng() % 200) - 100;
                transaction.legs.push_back({account(words[rng() % words.size()]), Amount::micros(gain)});
                rest -= gain;
            }
            transaction.legs.push_back({account(words[rng() % words.size()]), Amount::micros(rest)});
            if (!log.empty() && rng() % 10 == 0) transaction = log[rng() % log.size()];
            const bool known = books.knows(transaction.id);
            if (books.apply(transaction).ok() && !known) {
                ++applied;
                log.push_back(transaction);
                for (const Leg& leg : transaction.legs) {
                    if (leg.account == Account::issuance()) issued -= leg.gain.micro();
                }
            } else {
                ++refused;
            }
            REQUIRE(books.sum() == Amount{});
            REQUIRE(books.recount() == Amount{});
            REQUIRE(books.circulation().micro() == issued);
            REQUIRE(!books.circulation().isNegative());
            for (const auto& [which, balance] : books.accounts()) {
                REQUIRE((which == Account::issuance() || !balance.isNegative()));
            }
        }
        for (const Transaction& transaction : log) {
            REQUIRE(replayed.apply(transaction).ok());
        }
        CHECK(replayed.accounts() == books.accounts());
    }
    CHECK(applied > 1000);
    CHECK(refused > 1000);
}
