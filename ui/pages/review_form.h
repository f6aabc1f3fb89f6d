// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"

#include <QWidget>

#include <array>
#include <functional>
#include <vector>

class QBoxLayout;
class QLineEdit;
class QPushButton;

namespace unchained::ui {

class Label;
class StarsInput;

/// One settled contract: four times stars and a sentence for the other party; then what both wrote, once that may be
/// read, and a reply.
class ReviewForm : public QWidget {
    Q_OBJECT
public:
    explicit ReviewForm(QWidget* parent = nullptr);
    /// @param name  of the other party
    void setTask(const ReviewTask& task, const QString& name);

    [[nodiscard]] const QByteArray& contract() const { return m_task.contract; }
    /// Something is written here that was not taken yet.
    [[nodiscard]] bool isBegun() const;

    /// Puts its fields behind `before` in the order of Tab; the last of them.
    QWidget* followTabOf(QWidget* before);

signals:
    void reviewWanted(QByteArray contract, unchained::ui::StarsGiven stars, QString text);
    void replyWanted(QByteArray contract, QString text);

private:
    [[nodiscard]] StarsGiven stars() const;
    [[nodiscard]] bool writes() const { return m_task.mayWrite && (!m_task.mine || m_changing); }
    void buildForm();
    void fill();
    void send();
    void sendReply();

    ReviewTask m_task;
    QString m_name;
    bool m_changing = false; ///< its own review, before anybody may read it
    Label *m_question, *m_state, *m_mine, *m_theirs, *m_replied;
    QWidget *m_form, *m_answer;
    std::array<StarsInput*, 4> m_stars;
    QLineEdit *m_text, *m_reply;
    QPushButton *m_send, *m_change, *m_sendReply;
};

/// "4.5 of 5 · Quick and right"; all of a review in one line.
[[nodiscard]] QString reviewText(const ReviewFacts& review);
/// "As described 5, Speed 4, …"
[[nodiscard]] QString starsInWords(const StarsGiven& stars);
/// "As described", …
[[nodiscard]] QString dimensionName(std::size_t dimension);

/// Of this contract; null where there is none.
[[nodiscard]] ReviewForm* formOf(const std::vector<ReviewForm*>& forms, const QByteArray& contract);
/// A form for each of these contracts, in their order, in `column`. One that is there stays with its contract, and what
/// was written in it; one whose contract is not named goes. A new one that `make` gives still wants its task.
void arrangeForms(std::vector<ReviewForm*>& forms, const std::vector<QByteArray>& contracts, QBoxLayout& column,
                  const std::function<ReviewForm*()>& make);

} // namespace unchained::ui
