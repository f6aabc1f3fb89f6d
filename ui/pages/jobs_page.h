// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "pages/page_frame.h"

namespace unchained::ui {

class Card;
class FourStatePage;
class JobRow;
class Label;

/// All jobs: those under way first, finished ones below, newest first in each.
class JobsPage : public PageFrame {
    Q_OBJECT
public:
    explicit JobsPage(QWidget* parent = nullptr);
    /// The first call ends the loading.
    void setJobs(std::vector<JobFacts> jobs);

signals:
    void opened(qint64 id);
    void browseWanted();

private:
    struct Group {
        Card* card = nullptr;
        std::vector<JobRow*> rows;
    };
    void fill(Group& group, const std::vector<JobFacts>& jobs);

    Label* m_summary;
    FourStatePage* m_states;
    Group m_underWay, m_finished;
};

} // namespace unchained::ui
