// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/case_facts.h"
#include "widgets/themed.h"

#include <QAbstractButton>

namespace unchained::ui {

class Badge;
class FigureLabel;
class Label;
class PeerPicture;

/// One case of the list: a button that opens it, read out as one sentence.
class CaseRow : public Themed<QAbstractButton> {
    Q_OBJECT
public:
    explicit CaseRow(QWidget* parent = nullptr);
    void setCase(const CaseFacts& facts, qint64 now);
    /// A line above it, as between rows.
    void setParted(bool parted) { m_parted = parted; }
    [[nodiscard]] const QByteArray& id() const { return m_id; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QByteArray m_id;
    bool m_parted = false;
    PeerPicture* m_picture;
    Label *m_title, *m_subject, *m_left;
    Badge* m_badge;
    FigureLabel* m_asked;
};

} // namespace unchained::ui
