// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/card.h"

#include <array>

namespace unchained::ui {

/// Settlement, machine, panel, final arbiter: where the case stands, how long, and what comes by default.
class CaseLadderCard : public Card {
    Q_OBJECT
public:
    explicit CaseLadderCard(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);

private:
    class Rung;
    static constexpr std::size_t kRungs = 4;
    std::array<Rung*, kRungs> m_rungs{};
};

} // namespace unchained::ui
