// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace unchained::ui {

class Badge;
class Figure;
class Label;
class PeerPicture;
class ProgressBar;

/// The top of a job's page: whose picture, its name and state, what can be done, how far it is, and five figures.
class JobHeader : public QWidget {
    Q_OBJECT
public:
    explicit JobHeader(QWidget* parent = nullptr);
    /// @param now  milliseconds since 1970
    void setJob(const JobFacts& job, qint64 now);
    /// Where banners go: between the title and the progress bar.
    void addBanner(QWidget* banner);

signals:
    void back();
    void pauseWanted(bool paused);
    void cancelAsked();

private:
    void setFigures(const JobFacts& job, qint64 now);

    PeerPicture* m_picture;
    Label *m_title, *m_where;
    Badge* m_badge;
    QPushButton *m_pause, *m_cancel;
    QVBoxLayout* m_column;
    ProgressBar* m_bar;
    Figure *m_progress, *m_left, *m_took, *m_paid, *m_learning, *m_speed;
    bool m_paused = false;
    int m_banners = 0;
};

} // namespace unchained::ui
