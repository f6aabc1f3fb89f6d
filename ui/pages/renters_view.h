// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

namespace unchained::ui {

class FourStatePage;
class ReviewForm;
class Stars;

/// What renters said about this host, newest first, with the mean above; and what this host is to say of them.
class RentersView : public QWidget {
    Q_OBJECT
public:
    explicit RentersView(QWidget* parent = nullptr);
    void setReviews(const std::vector<ReviewFacts>& reviews, const std::vector<ReviewTask>& tasks, qint64 now);
    /// Something waits for a word of this host's.
    [[nodiscard]] bool asks() const { return !m_forms.empty(); }

signals:
    void reviewWanted(QByteArray contract, unchained::ui::StarsGiven stars, QString text);
    void replyWanted(QByteArray contract, QString text);

private:
    class Row;
    void fillTasks(const std::vector<ReviewTask>& tasks);
    void fillReviews(const std::vector<ReviewFacts>& reviews, qint64 now);

    FourStatePage* m_states;
    Card *m_due, *m_card;
    Stars* m_mean;
    std::vector<Row*> m_rows;
    std::vector<ReviewForm*> m_forms;
};

} // namespace unchained::ui
