// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/list_row.h"

namespace unchained::ui {

class Badge;
class FigureLabel;
class Label;
class PeerPicture;

/// One case of the list; it opens it.
class CaseRow : public ListRow {
    Q_OBJECT
public:
    explicit CaseRow(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);
    [[nodiscard]] const QByteArray& id() const { return m_id; }

private:
    QByteArray m_id;
    PeerPicture* m_picture;
    Label *m_title, *m_subject, *m_left;
    Badge* m_badge;
    FigureLabel* m_asked;
};

} // namespace unchained::ui
