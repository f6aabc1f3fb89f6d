// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/facts.h"
#include "widgets/card.h"

#include <map>

class QBoxLayout;
class QPushButton;

namespace unchained::ui {

class IconLabel;
class KeyValueRow;
class ProgressBar;
class ReviewForm;

/// What is left to do after a job: see how it came out, open its result, verify it, review its hosts.
class OutcomeCard : public Card {
    Q_OBJECT
public:
    explicit OutcomeCard(QWidget* parent = nullptr);
    /// Of a job that has ended.
    void setJob(const JobFacts& job);
    /// @param job    whichever: what is not shown is kept until it is
    /// @param total  0 where it is not known how much there is to do
    void setVerifyProgress(qint64 job, int done, int total, const QString& text);

signals:
    void openFolderWanted(QString path);
    void verifyWanted();
    void reviewWanted(QByteArray contract, unchained::ui::StarsGiven stars, QString text);
    void replyWanted(QByteArray contract, QString text);

private:
    struct Verification {
        int done = 0, total = 0;
        QString text;
    };
    void fillVerification();
    void fillReviews(const JobFacts& job);

    qint64 m_id = 0;
    std::map<qint64, Verification> m_verifications; ///< by job
    QString m_directory;
    IconLabel* m_icon;
    Label *m_title, *m_text, *m_verifyText;
    QPushButton *m_open, *m_verify;
    ProgressBar* m_verifyBar;
    KeyValueRow *m_won, *m_claimed, *m_paid, *m_accuracy;
    QWidget* m_reviews;
    QBoxLayout* m_column; ///< of m_reviews
    std::vector<ReviewForm*> m_rows;
};

} // namespace unchained::ui
