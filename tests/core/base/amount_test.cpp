// SPDX-License-Identifier: Apache-2.0
#include "base/amount.h"

#include <doctest/doctest.h>

#include <random>
#include <stdexcept>

using namespace unchained;

TEST_CASE("amounts are written with two to six decimals and read back") {
    struct Case {
        std::int64_t micro;
        const char* text;
    };
    for (const Case& entry : {Case{0, "0.00"}, Case{1, "0.000001"}, Case{10, "0.00001"}, Case{74'400'000, "74.40"},
                              Case{12'345'600, "12.3456"}, Case{1'000'000, "1.00"}, Case{999'999, "0.999999"},
                              Case{kAmountMax, "9007199254.740991"}}) {
        CAPTURE(entry.text);
        CHECK(Amount::micros(entry.micro).str() == entry.text);
        CHECK(Amount::parse(entry.text)->micro() == entry.micro);
    }
    CHECK(Amount::micros(-500'000).str() == "-0.50");
    CHECK(Amount::micros(-kAmountMax).str() == "-9007199254.740991");
    CHECK(Amount::parse("12.5")->micro() == 12'500'000);
    CHECK(Amount::parse("12")->micro() == 12'000'000);
    CHECK(Amount::parse("007.100000")->micro() == 7'100'000);
}

TEST_CASE("what is not an amount is refused with the reason") {
    struct Case {
        const char* text;
        AmountError code;
        const char* sentence;
    };
    const char* remedy = "; write credits, such as 12.5";
    for (const Case& entry :
         {Case{"", AmountError::NotANumber, "is not a number of credits"},
          Case{".", AmountError::NotANumber, "is not a number of credits"},
          Case{"5.", AmountError::NotANumber, "is not a number of credits"},
          Case{".5", AmountError::NotANumber, "is not a number of credits"},
          Case{"1.2.3", AmountError::NotANumber, "is not a number of credits"},
          Case{"1,5", AmountError::NotANumber, "is not a number of credits"},
          Case{" 1", AmountError::NotANumber, "is not a number of credits"},
          Case{"+1", AmountError::NotANumber, "is not a number of credits"},
          Case{"1e6", AmountError::NotANumber, "is not a number of credits"},
          Case{"-", AmountError::NotANumber, "is not a number of credits"},
          Case{"-1", AmountError::Negative, "is negative"}, Case{"-.5", AmountError::Negative, "is negative"}}) {
        CAPTURE(entry.text);
        const auto result = Amount::parse(entry.text);
        REQUIRE(!result.ok());
        CHECK(result.error().is(entry.code));
        CHECK(result.error().text() == "amount \"" + std::string(entry.text) + "\": " + entry.sentence + remedy);
    }
    CHECK(Amount::parse("0.0000001").error().text() ==
          "amount \"0.0000001\": has more than six decimals; the smallest amount is 0.000001");
    CHECK(Amount::parse("9007199254.740992").error().text() ==
          "amount \"9007199254.740992\": is beyond the largest amount, 9007199254.740991 credits");
    CHECK(Amount::parse(std::string(4000, '9')).error().is(AmountError::OutOfRange));
}

TEST_CASE("arithmetic leaves the range as an error, never as a wrap") {
    const Amount most = Amount::micros(kAmountMax);
    const Amount one = Amount::micros(1);
    CHECK(most.plus(one).error().is(AmountError::OutOfRange));
    CHECK((-most).minus(one).error().is(AmountError::OutOfRange));
    CHECK(most.times(2).error().is(AmountError::OutOfRange));
    CHECK(most.times(UINT64_MAX).error().is(AmountError::OutOfRange));
    CHECK((-most).times(UINT64_MAX).error().is(AmountError::OutOfRange));
    CHECK(one.times(UINT64_MAX).error().is(AmountError::OutOfRange));
    CHECK(Amount::fromMicro(INT64_MIN).error().is(AmountError::OutOfRange));
    CHECK(Amount::fromMicro(kAmountMax + 1).error().is(AmountError::OutOfRange));
    CHECK(*one.times(kAmountMax) == most);
    CHECK(*Amount{}.times(UINT64_MAX) == Amount{});
    CHECK(*(-one).times(5) == Amount::micros(-5));
    CHECK(*most.minus(most) == Amount{});
    CHECK_THROWS_AS((void)(most + one), std::overflow_error);
    CHECK_THROWS_AS((void)(-most - one), std::overflow_error);
    CHECK_THROWS_AS((void)Amount::credits(INT64_MAX), std::overflow_error);
    CHECK(Amount::credits(3) == Amount::micros(3'000'000));
}

TEST_CASE("sums and products agree with 128-bit arithmetic") {
    std::mt19937_64 rng(1);
    const auto draw = [&] { return static_cast<std::int64_t>(rng() % (2 * kAmountMax)) - kAmountMax; };
    for (int i = 0; i < 20000; ++i) {
        const std::int64_t a = draw() >> (i % 53);
        const std::int64_t b = draw();
        const std::uint64_t n = rng() >> (rng() % 64);
        const __int128 exact[] = {__int128{a} + b, __int128{a} - b, __int128{a} * n};
        const Result<Amount> got[] = {Amount::micros(a).plus(Amount::micros(b)),
                                      Amount::micros(a).minus(Amount::micros(b)), Amount::micros(a).times(n)};
        for (int k = 0; k < 3; ++k) {
            const bool fits = exact[k] >= -kAmountMax && exact[k] <= kAmountMax;
            REQUIRE(got[k].ok() == fits);
            if (fits) REQUIRE(got[k]->micro() == exact[k]);
        }
    }
}

TEST_CASE("an amount travels as an integer") {
    for (const std::int64_t micro : {std::int64_t{0}, std::int64_t{5}, std::int64_t{-5}, kAmountMax, -kAmountMax}) {
        const cbor::Value value(cbor::Array{toCbor(Amount::micros(micro))});
        cbor::Reader in(value, "Pay", 1);
        CHECK(readAmount(in).micro() == micro);
        CHECK(in.finish().ok());
    }
    const cbor::Value tooMuch(cbor::Array{kAmountMax + 1});
    cbor::Reader in(tooMuch, "Pay", 1);
    CHECK(readAmount(in) == Amount{});
    CHECK(in.finish().error().text() == "Pay: field 1 is beyond the largest amount");
}
