// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "evidence/evidence.h"

namespace unchained::evidence {

struct ContractFigures {
    contract::ContractId contract;
    PeerId provider;
    std::string outcome;      ///< of Settled; empty where it never settled
    std::string stoppedFirst; ///< "renter", "provider" or "nobody", as the hub saw it; empty where it is complete
};

/// What a report says of a job, from the evidence alone: rent writes report.json from it and verify compares, so that
/// there is one truth. Amounts are micro-credits, over all contracts.
struct Figures {
    std::vector<ContractFigures> contracts; ///< in order
    std::uint64_t steps = 0;                ///< that led to the result
    std::uint64_t windows = 0;              ///< that these steps fill
    std::uint64_t iterations = 0;           ///< at which the result stands, of the job
    Hash256 stateRoot;                      ///< of the result
    std::uint64_t issued = 0;               ///< tickets: receipted steps of all contracts
    std::uint64_t won = 0, claimed = 0, paidTickets = 0;
    std::int64_t escrowed = 0, paid = 0, returned = 0, fees = 0, refunded = 0;
    std::uint64_t claimsChecked = 0; ///< recomputed by the hub
    std::uint64_t failed = 0;        ///< checks found wrong, and signed contradictions of a host
};

/// Takes what can be read; whether it is true is verifyEvidence()'s question. Pure; safe from any thread.
[[nodiscard]] Figures figuresOf(const Evidence& evidence);

/// The figures as a JSON object: contract, provider, contracts[{contract, provider, outcome, stoppedFirst}], steps,
/// windows, iterations, stateRoot, tickets{issued, won, claimed, paid}, credits{escrowed, paid, returned, fees,
/// refunded}, verification{claimsChecked, failed}. contract and provider are the last ones, null where there is none.
[[nodiscard]] std::string figuresJson(const Figures& figures);

/// Where a report (a JSON object, which may say more) differs from the figures: a sentence for each field.
/// A report that is no JSON, or says a field twice, differs.
[[nodiscard]] std::vector<Message> reportDiffers(ByteView report, const Figures& figures);

} // namespace unchained::evidence
