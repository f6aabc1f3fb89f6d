// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/list_row.h"

namespace unchained::ui {

class Badge;
class FigureLabel;
class Label;
class PeerPicture;
class ProgressBar;

/// One job of the list; it opens it.
class JobRow : public ListRow {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);
    [[nodiscard]] qint64 id() const { return m_id; }

private:
    qint64 m_id = 0;
    PeerPicture* m_picture;
    Label *m_name, *m_where, *m_left;
    Badge* m_badge;
    ProgressBar* m_progress;
    FigureLabel *m_share, *m_paid, *m_of;
};

} // namespace unchained::ui
