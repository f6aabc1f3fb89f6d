// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "protocol/case_record.h"

#include <QWidget>

class QPushButton;

namespace unchained::ui {

class Label;

/// What is known of a host from others: its ratings, its checks, its rentals, each with its number and interval.
class StandingCard : public QWidget {
    Q_OBJECT
public:
    explicit StandingCard(QWidget* parent = nullptr);
    void setHost(const HostFacts& host);
    /// Nothing while the marketplace has not told.
    void setCaseRecord(std::optional<protocol::CaseRecord> record);

private:
    class Row;

    Row *m_rating, *m_wrong, *m_kept, *m_rentals, *m_disputes;
    QPushButton* m_how;
    Label* m_explained;
};

} // namespace unchained::ui
