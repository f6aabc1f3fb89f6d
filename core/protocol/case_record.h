// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace unchained::protocol {

/// Answer to ["case-record", peer]: what the cases on this hub say of a peer against whom they were opened. Anybody may
/// ask; every count is of verdicts that the hub has signed. Field order is wire order.
struct CaseRecord {
    std::uint64_t open = 0;        ///< not decided yet
    std::uint64_t wrong = 0;       ///< a disputed step was run again, and it was not what the host had committed to
    std::uint64_t silent = 0;      ///< the host did not answer in a dispute
    std::uint64_t falseAlarms = 0; ///< the step was right, or whoever disputed it fell silent
    std::uint64_t settled = 0;     ///< between the two
    std::uint64_t ruled = 0;       ///< an arbiter gave whoever complained something
    std::uint64_t dismissed = 0;   ///< or nothing, or nobody could decide it
    template <class F>
    void fields(F& f) {
        f(open, wrong, silent, falseAlarms, settled, ruled, dismissed);
    }
    bool operator==(const CaseRecord&) const = default;
    [[nodiscard]] std::uint64_t all() const {
        return open + wrong + silent + falseAlarms + settled + ruled + dismissed;
    }
};

} // namespace unchained::protocol
