// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/themed.h"

#include <QAbstractButton>

namespace unchained::ui {

class Badge;
class FigureLabel;
class Label;
class PeerPicture;
class ProgressBar;

/// One job of the list: a button that opens it, read out as one sentence.
class JobRow : public Themed<QAbstractButton> {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void setJob(const JobFacts& job);
    /// A line above it, as between rows.
    void setParted(bool parted) { m_parted = parted; }
    [[nodiscard]] qint64 id() const { return m_id; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    qint64 m_id = 0;
    bool m_parted = false;
    PeerPicture* m_picture;
    Label *m_name, *m_where, *m_left;
    Badge* m_badge;
    ProgressBar* m_progress;
    FigureLabel *m_share, *m_paid, *m_of;
};

} // namespace unchained::ui
