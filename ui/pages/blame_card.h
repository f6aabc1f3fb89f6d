// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <vector>

namespace unchained::ui {

class Label;

/// Who stopped answering first in the contracts of a job that broke, as the marketplace and as this side heard it.
class BlameCard : public Card {
    Q_OBJECT
public:
    explicit BlameCard(QWidget* parent = nullptr);
    /// Hidden where no contract of the job broke.
    void setJob(const JobFacts& job, qint64 now);

private:
    struct Row {
        QWidget* box;
        Label *who, *why, *heard;
    };
    [[nodiscard]] Row makeRow();

    std::vector<Row> m_rows;
};

} // namespace unchained::ui
