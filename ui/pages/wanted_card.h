// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <vector>

namespace unchained::ui {

class MarkBar;

/// Hosts of about one size of memory that are online, and how many of them are taken.
struct WantedRow {
    std::uint64_t gigabytes = 0; ///< this much at most; 0: more than all others
    int hosts = 0, taken = 0;
    bool operator==(const WantedRow&) const = default;
};
/// What is wanted, as far as a marketplace shows it: it knows no requests, but which hosts are taken now.
struct Wanted {
    std::vector<WantedRow> rows;             ///< sizes that somebody offers, small ones first
    std::optional<double> takenAsk, freeAsk; ///< median credits a verified TFLOP-hour; none where there are none
};
/// @param own  this machine's peer, which is left out
[[nodiscard]] Wanted wantedNow(const std::vector<HostFacts>& hosts, const QByteArray& own);

/// "Wanted now": by size of memory, how many of the hosts online are taken, and what those ask.
class WantedCard : public Card {
    Q_OBJECT
public:
    explicit WantedCard(QWidget* parent = nullptr);
    void setHosts(const std::vector<HostFacts>& hosts, const QByteArray& own);

private:
    std::vector<MarkBar*> m_bars; ///< one a size
    Label *m_asks, *m_none;
};

} // namespace unchained::ui
